"""The filter of a list: a line with a magnifier that tells what was typed, a little later."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.views import icons
from desktop.views.theme import BLEED
from desktop.wording import _

_REST = 150
"""Milliseconds without a key before the list is filtered."""


class FilterLine(QLineEdit):
    """Typing filters after a short rest; Esc empties, then goes on; Down and Enter leave it."""

    typed = Signal(str)
    left = Signal()
    """Enter or Down: on to the list."""

    def __init__(self, placeholder: str = "") -> None:
        super().__init__()
        words = placeholder or _("Saring…")
        self.setPlaceholderText(words)
        self.setAccessibleName(words.rstrip("…"))
        self.addAction(icons.icon("search", 16), QLineEdit.ActionPosition.LeadingPosition)
        self.setClearButtonEnabled(False)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._tell)
        self.textChanged.connect(lambda _text: self._rest.start())

    def _tell(self) -> None:
        self.typed.emit(self.text().strip())

    def clear(self) -> None:
        """Empties the filter and tells it at once."""
        super().clear()
        self._rest.stop()
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FilterRow(QWidget):
    """The filter and its combos above a list, on the text's left edge."""

    def __init__(self, line: FilterLine, *combos: QWidget) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(BLEED, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(line, 1)
        for combo in combos:
            row.addWidget(combo)

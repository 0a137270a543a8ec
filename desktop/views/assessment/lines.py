"""Small lines that open over the grid: a number is typed into its cell, a code is gone to."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.domain.answer import encode
from desktop.domain.exact import exact
from desktop.domain.instrument import Indicator
from desktop.domain.problems import Problem
from desktop.views.chips import Keycap
from desktop.views.labels import Label, set_property
from desktop.wording import _

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Line(QLineEdit):
    """Enter commits, Esc and leaving drop; nobody's shortcut comes between."""

    committed = Signal()
    dropped = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.committed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.dropped.emit()


class NumberLine(_Line):
    """A number typed into its cell. `typed` carries the stored integer."""

    typed = Signal(int)
    refused = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._indicator: Indicator | None = None
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setAccessibleName(_("Angka"))
        self.committed.connect(self._commit)
        self.hide()

    def open_at(self, box: QRect, indicator: Indicator, text: str) -> None:
        """Opens over a cell with the first digit typed."""
        self._indicator = indicator
        set_property(self, "bad", False)
        width = max(box.width(), 96)
        self.setGeometry(box.x(), box.center().y() - 15, width, 32)
        self.setText(text)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deselect()
        self.end(False)

    def _commit(self) -> None:
        assert self._indicator is not None
        number = exact(self.text().strip().replace("−", "-").replace(",", "."))
        try:
            if number is None or "/" in self.text():
                raise Problem("answer.not_a_number", answer=self.text())
            self.typed.emit(encode(self._indicator, number))
        except Problem as problem:
            set_property(self, "bad", True)
            self.refused.emit(problem)


class CodeLine(QWidget):
    """G: a code is typed, Enter goes there."""

    wanted = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("g", "card")
        self.line = _Line()
        self.line.setAccessibleName(_("Ke kode"))
        self.line.setPlaceholderText(_("mis. P.5"))
        self.line.setFixedWidth(120)
        self.words = Label("", "caption", "danger")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(10)
        row.addWidget(Label(_("Ke kode"), "body", "text2"))
        row.addWidget(self.line)
        row.addWidget(self.words)
        row.addWidget(Keycap("Enter"))
        self.line.committed.connect(lambda: self.wanted.emit(self.line.text().strip()))
        self.line.dropped.connect(self.shut)
        self.hide()

    def open(self) -> None:
        """Opens at the top of the grid."""
        self.line.clear()
        self.refuse("")
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refuse(self, sentence: str) -> None:
        """The code is not here."""
        self.words.setText(sentence)
        self.words.setVisible(bool(sentence))
        set_property(self.line, "bad", bool(sentence))
        self.adjustSize()
        home = self.parentWidget()
        room = home.width() if home is not None else 0
        self.move(max(8, (room - self.width()) // 2), 44)

    def shut(self) -> None:
        """Closes the line."""
        if self.isVisible():
            self.hide()
            self.left.emit()

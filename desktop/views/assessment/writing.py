"""A small text beside a cell: grows with its lines, kept on Ctrl+Enter, Esc or leaving."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from desktop.wording import _

LINE = 18
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
MOST = 5


class Writing(QPlainTextEdit):
    """`kept` carries the text when it differs from what was shown; `left` asks for the grid."""

    kept = Signal(str)
    left = Signal()

    def __init__(self, name: str, lines: int = 1) -> None:
        super().__init__()
        self._least, self._shown = lines, ""
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(_("Belum diisi"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self._fit)
        self._fit()

    def show_text(self, text: str) -> None:
        """Another text, unless this very one is being changed."""
        if text == self._shown and self.hasFocus():
            return
        self._shown = text
        if self.toPlainText() != text:
            self.setPlainText(text)

    def text(self) -> str:
        """What is typed."""
        return self.toPlainText().strip()

    def keep(self) -> None:
        """Says what was changed."""
        if not self.isReadOnly() and self.text() != self._shown.strip():
            self._shown = self.text()
            self.kept.emit(self._shown)

    def event(self, event: QEvent) -> bool:
        """Ctrl+Enter and Esc are ours before anybody's shortcut."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and self._leaves(event):
            event.accept()
            return True
        return super().event(event)

    def _leaves(self, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return event.key() == Qt.Key.Key_Escape or (event.key() in _ENTER and control)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._leaves(event):
            self.keep()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.keep()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def _fit(self) -> None:
        lines = round(self.document().size().height())
        shown = max(self._least, min(MOST, lines))
        self.setFixedHeight(shown * LINE + 16)

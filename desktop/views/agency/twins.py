"""The question whether a new agency is one that is already kept."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.agency import Agency
from desktop.views import paint
from desktop.views.buttons import Button
from desktop.views.chips import Icon
from desktop.views.labels import Wrapped
from desktop.views.theme import colour
from desktop.wording import _


class TwinNotice(QWidget):
    """On warm ground: which agency the new one looks like, and the two ways to go on."""

    taken = Signal(object)
    """The kept agency is meant: the draft goes."""
    insisted = Signal()
    """They are two: the draft is saved."""

    def __init__(self) -> None:
        super().__init__()
        self.twin: Agency | None = None
        self.words = Wrapped("", "body", "warn")
        self.use = Button(_("Gunakan yang ada"), on=lambda: self._settle(self.taken, self.twin))
        self.keep = Button(_("Tetap simpan"), on=lambda: self._settle(self.insisted))
        top = QHBoxLayout()
        top.setSpacing(11)
        top.addWidget(Icon("late", "warn", solid=True), 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.words, 1)
        low = QHBoxLayout()
        low.setSpacing(8)
        low.addStretch(1)
        low.addWidget(self.keep)
        low.addWidget(self.use)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 11, 12, 11)
        box.setSpacing(10)
        box.addLayout(top)
        box.addLayout(low)
        self.hide()

    def ask(self, name: str, twin: Agency) -> None:
        """Shows the question; the cursor stands on the safe way."""
        self.twin = twin
        known = twin.short_name if twin.name.casefold() == name.casefold() else twin.name
        self.words.setText(
            _("{name} tampak sama dengan {other} yang sudah ada. Gunakan yang ada?").format(
                name=name, other=known or twin.name
            )
        )
        self.setAccessibleName(self.words.text())
        self.show()
        self.use.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _settle(self, signal: object, *values: object) -> None:
        self.hide()
        signal.emit(*values)  # type: ignore[attr-defined]

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.rounded(QPainter(self), QRectF(self.rect()), 6, colour("warn_soft"))

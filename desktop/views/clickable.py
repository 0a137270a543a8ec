"""A painted button: the base of navigation items, cards and rows that can be clicked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractButton

from desktop.views import paint
from desktop.views.theme import colour


def by_keyboard(event: QFocusEvent) -> bool:
    """Whether focus came by a key: only then a ring is drawn."""
    from PySide6.QtCore import Qt

    reason = Qt.FocusReason
    return event.reason() in (
        reason.TabFocusReason,
        reason.BacktabFocusReason,
        reason.ShortcutFocusReason,
    )


class Clickable(QAbstractButton):
    """A painted button: hover, keyboard-only ring, Enter and Space press it."""

    def __init__(self, name: str, height: int, on: Callable[[], object] | None = None) -> None:
        super().__init__()
        self.setText(name)
        self.setAccessibleName(name.replace("&", ""))
        self.setFixedHeight(height)
        self.ringed = False
        if on is not None:
            self.clicked.connect(lambda _checked=False: on())

    def sizeHint(self) -> QSize:
        return QSize(160, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt

        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        from PySide6.QtCore import Qt

        self.setCursor(Qt.CursorShape.PointingHandCursor)
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.ringed = by_keyboard(event)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.ringed = False
        super().focusOutEvent(event)

    def paint_ground(
        self, painter: QPainter, radius: float, rest: str = "", edge: str = ""
    ) -> None:
        """Hover or rest ground, edge, and the ring."""
        box = QRectF(self.rect())
        ground = "hover" if self.underMouse() and self.isEnabled() else rest
        if self.isChecked():
            ground, edge = "soft", edge and "soft_line"
        if ground or edge:
            fill = colour(ground) if ground else None
            paint.rounded(painter, box, radius, fill, colour(edge) if edge else None)
        if self.ringed:
            paint.ring(painter, box, radius)

"""What the program says on the page: banners, toasts, progress of long work, loading."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views import paint
from desktop.views.buttons import Button
from desktop.views.chips import Icon, ProgressBar
from desktop.views.labels import Elided, Label, Wrapped
from desktop.views.theme import colour
from desktop.wording import _

Nothing = Callable[[], object]
_BANNERS = {
    "info": ("info", "soft", "accent_text"),
    "warn": ("late", "warn_soft", "warn"),
    "danger": ("problem", "danger_soft", "danger"),
}
TOAST_TIME = 6000
PATIENCE = 400
"""Milliseconds before the progress of long work is shown."""


class Banner(QWidget):
    """One sentence that stays until its cause is gone; kinds info, warn, danger; one action."""

    def __init__(
        self, kind: str, text: str, action: str = "", on: Nothing | None = None, *, icon: str = ""
    ) -> None:
        super().__init__()
        sign, self._ground, ink = _BANNERS[kind]
        self.kind = kind
        self.words = Wrapped(text, "body", ink)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 10, 8, 10)
        line.setSpacing(11)
        line.addWidget(Icon(icon or sign, ink, solid=not icon))
        line.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        if action:
            line.setContentsMargins(14, 4, 8, 4)
            line.addWidget(Button(action, "quiet", on=on))
        self.setMinimumHeight(40)
        self.setAccessibleName(text)

    def text(self) -> str:
        """The sentence."""
        return self.words.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.rounded(QPainter(self), QRectF(self.rect()), 6, colour(self._ground))


def rest_above_foot(card: QWidget) -> None:
    """Bottom centre of its parent, clear of the bars at the foot of forms and pages."""
    home = card.parentWidget()
    if home is not None:
        card.move((home.width() - card.width()) // 2, home.height() - card.height() - 68)


class Toast(QWidget):
    """A short sentence at the bottom centre for six seconds, waiting while the pointer is on it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(430, 40)
        self._words = Elided("", "body", "")
        self._words.setStyleSheet(f"color:{colour('page').name()}")
        self._sign = Icon("done", "page")
        self.undo = Button("", "inverse")
        self._then: Nothing | None = None
        self.undo.clicked.connect(self._act)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 0, 8, 0)
        line.setSpacing(10)
        line.addWidget(self._sign)
        line.addWidget(self._words, 1)
        line.addWidget(self.undo)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def say(self, text: str, action: str = "", then: Nothing | None = None) -> None:
        """Shows a sentence, with an action where there is something to undo."""
        self._words.setText(text)
        self.setAccessibleName(text)
        self._then = then
        self.undo.setText(action)
        self.undo.setVisible(bool(action))
        self._place()
        self.show()
        self.raise_()
        self._clock.start(TOAST_TIME)

    def text(self) -> str:
        """The sentence shown last."""
        return self._words.text()

    def _act(self) -> None:
        self.hide()
        if self._then is not None:
            self._then()

    def _place(self) -> None:
        rest_above_foot(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        self._clock.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._clock.start(TOAST_TIME)
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.rounded(QPainter(self), QRectF(self.rect()), 8, colour("text"))


class ProgressCard(QWidget):
    """Long work: what, n / N, bar, current item, Batalkan. Comes only after 400 ms."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None, title: str, *, can_cancel: bool = True) -> None:
        super().__init__(parent)
        self.setFixedWidth(430)
        self._count = Label("", "body", "text2")
        self._item = Elided("", "body", "text2")
        self._bar = ProgressBar()
        self.stop = Button(_("Batalkan"))
        self.stop.clicked.connect(self._stop)
        self.stop.setVisible(can_cancel)
        self._build(title)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._appear)
        self.setAccessibleName(title)
        if parent is not None:
            self.hide()
            self._clock.start(PATIENCE)

    def _build(self, title: str) -> None:
        top = QHBoxLayout()
        top.addWidget(Elided(title, "strong"), 1)
        top.addWidget(self._count)
        low = QHBoxLayout()
        low.addWidget(self._item, 1)
        low.addWidget(self.stop)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 14, 20, 14)
        box.setSpacing(8)
        box.addLayout(top)
        box.addWidget(self._bar)
        box.addLayout(low)

    def show_progress(self, done: int, of: int, item: str = "") -> None:
        """How far the work has come."""
        self._count.setText(f"{done} / {of}" if of else "")
        self._bar.show_part(done, of)
        self._item.setText(item)

    def _stop(self) -> None:
        self.stop.setText(_("Membatalkan…"))
        self.stop.setEnabled(False)
        self.cancelled.emit()

    def _appear(self) -> None:
        self.adjustSize()
        rest_above_foot(self)
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.rounded(QPainter(self), QRectF(self.rect()), 8, colour("surface"), colour("line"))


class Skeleton(QWidget):
    """Three grey lines while data are fetched; nothing for the first 150 ms, and no movement."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumSize(240, 70)
        self._shown = False
        QTimer.singleShot(150, self, self._show)

    def _show(self) -> None:
        self._shown = True
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._shown:
            return
        painter = QPainter(self)
        for at, share in enumerate((0.8, 0.6, 0.7)):
            box = QRectF(8, 8 + at * 24, (self.width() - 16) * share, 9)
            paint.rounded(painter, box, 4, colour("line"))

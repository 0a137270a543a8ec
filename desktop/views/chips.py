"""Small signs as widgets: zone chip, badge, keycap, progress bar, stage dots, shape."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views import icons, paint
from desktop.views.theme import colour
from desktop.views.zones import ZoneMark, not_scored


class Sign(QWidget):
    """A painted sign of fixed size that says its text to screen readers."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._say(text)

    def _say(self, text: str) -> None:
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class ZoneChip(Sign):
    """Shape and word of a zone; `short` shows the letter alone (under a head "Zona")."""

    def __init__(
        self, mark: ZoneMark | None = None, height: int = 24, *, short: bool = False
    ) -> None:
        self.mark = mark or not_scored()
        self._height, self._short = height, short
        super().__init__(self.mark.long)

    def show_mark(self, mark: ZoneMark | None) -> None:
        """Another zone; None = not yet assessed."""
        self.mark = mark or not_scored()
        self._say(self.mark.long)

    def sizeHint(self) -> QSize:
        words = self.mark.short if self._short else self.mark.long
        return QSize(paint.chip_width(words, self._height), self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.chip(painter, 0, self.height() / 2, self.mark, self._height, short=self._short)


class Shape(Sign):
    """The bare shape of a zone, 14 px."""

    def __init__(self, mark: ZoneMark) -> None:
        self._mark = mark
        super().__init__(mark.long)

    def sizeHint(self) -> QSize:
        return QSize(16, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.shape(QPainter(self), QRectF(2, 2, 12, 12), self._mark)


class Badge(Sign):
    """A word on a soft ground: tone neutral, accent, warn, danger or ok."""

    def __init__(self, text: str = "", tone: str = "neutral") -> None:
        self.text, self.tone = text, tone
        super().__init__(text)

    def show_text(self, text: str, tone: str | None = None) -> None:
        """Another word, and tone if given; no word hides the badge."""
        self.text, self.tone = text, tone or self.tone
        self.setVisible(bool(text))
        self._say(text)

    def sizeHint(self) -> QSize:
        return QSize(paint.badge_width(self.text), 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.badge(QPainter(self), 0, self.height() / 2, self.text, self.tone)


class Keycap(Sign):
    """A key, drawn where it acts; `large` = 26 px as in the inspector."""

    def __init__(self, text: str, *, large: bool = False) -> None:
        self.text, self._tall = text, 26 if large else 18
        super().__init__(text)

    def sizeHint(self) -> QSize:
        return QSize(max(self._tall, round(paint.width_of(self.text, "caption") + 14)), self._tall)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.keycap(QPainter(self), QRectF(self.rect()), self.text)


class Icon(Sign):
    """An icon as a picture, with what it means."""

    def __init__(
        self, name: str, ink: str = "text2", size: int = 16, *, solid: bool = False
    ) -> None:
        self._name, self._ink, self._size, self._solid = name, ink, size, solid
        super().__init__("")

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        box = QRectF(self.rect())
        icons.draw(QPainter(self), self._name, box, self._ink, solid=self._solid)


class ProgressBar(QWidget):
    """A bar of 6 px (4 in narrow lists): how much of the whole is done."""

    def __init__(self, done: int = 0, of: int = 0, height: int = 6) -> None:
        super().__init__()
        self._height = height
        self.setFixedHeight(height)
        self.show_part(done, of)

    def show_part(self, done: int, of: int) -> None:
        """`done` of `of`; a full bar is green."""
        self.done, self.of = done, of
        self.setAccessibleName(f"{done} / {of}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        share = self.done / self.of if self.of else 0.0
        ink = "ok" if self.of and self.done >= self.of else "accent"
        paint.bar(QPainter(self), QRectF(self.rect()), share, ink=ink)


class StageDots(Sign):
    """Five dots and the word of the stage."""

    def __init__(self, done: int, of: int, word: str = "") -> None:
        self._done, self._of, self._word = done, of, word
        super().__init__(f"{word}, {done} / {of}" if word else f"{done} / {of}")

    def sizeHint(self) -> QSize:
        words = paint.width_of(self._word) + 10 if self._word else 0
        return QSize(round(self._of * 11 + words), 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        x = paint.dots(painter, 0, self.height() / 2, self._done, self._of) + 10
        box = QRectF(x, 0, self.width() - x, self.height())
        paint.write(painter, box, self._word, "body", "text2")


class Line(QWidget):
    """A hairline between two areas; `upright` for a vertical one."""

    def __init__(self, *, upright: bool = False) -> None:
        super().__init__()
        self.setFixedWidth(1) if upright else self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), colour("line"))

"""Dari tahun ke tahun: values on the zones' bounds; the line breaks where the method changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.instrument import Zone
from desktop.domain.years import YearResult
from desktop.views import paint
from desktop.views.theme import colour, palette, tint
from desktop.views.zones import ZoneMark
from desktop.wording import _, numbers

MOST = 6
"""So many years fit; older ones are left out."""
BREAK = 18
LEFT, TOP, FOOT = 40, 30, 24


class YearsChart(QWidget):
    """The newest results of a unit. Only drawing: the floats here are never scores again."""

    def __init__(self) -> None:
        super().__init__()
        self._years: tuple[YearResult, ...] = ()
        self._zones: tuple[Zone, ...] = ()
        self._marks: Mapping[str, ZoneMark] = {}
        self._low, self._high = 0.0, 100.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(132)

    def show_years(
        self, years: Sequence[YearResult], zones: Sequence[Zone], marks: Mapping[str, ZoneMark]
    ) -> None:
        """Results oldest first, and the zones of the present instrument."""
        self._years, self._zones, self._marks = tuple(years[-MOST:]), tuple(zones), marks
        values = [float(each.value) for each in self._years] or [0.0, 100.0]
        middle, span = (min(values) + max(values)) / 2, max(max(values) - min(values), 16.0)
        self._low, self._high = middle - span * 0.7, middle + span * 0.54
        said = (f"{each.year}: {numbers.decimal(each.value)}" for each in self._years)
        self.setAccessibleName("; ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 170)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_bounds(painter)
        breaks = self._breaks()
        for at in range(1, len(self._years)):
            if at in breaks:
                self._paint_break(painter, at)
            else:
                self._paint_line(painter, at)
        newest = max(breaks, default=0)
        for at in range(len(self._years)):
            self._paint_point(painter, at, hollow=at < newest)

    def _breaks(self) -> list[int]:
        """Points before which the method changed."""
        return [
            at
            for at, each in enumerate(self._years)
            if at and each.change is not None and each.change.method_changed
        ]

    def _x(self, at: float) -> float:
        room = self.width() - LEFT
        return LEFT + room * (at + 0.5) / max(1, len(self._years))

    def _y(self, value: float) -> float:
        room = self.height() - TOP - FOOT
        return TOP + room * (self._high - value) / (self._high - self._low)

    def _point(self, at: int) -> QPointF:
        return QPointF(self._x(at), self._y(float(self._years[at].value)))

    def _paint_bounds(self, painter: QPainter) -> None:
        for zone in self._zones:
            y = round(self._y(float(zone.min)))
            if not TOP - 10 < y < self.height() - FOOT - 6:
                continue
            mark = self._marks[zone.code]
            box = QRectF(0, y - 10, LEFT - 10, 20)
            words = numbers.decimal(zone.min, 0 if zone.min == int(zone.min) else 2)
            shade = tint(palette().zone(mark.tone).word)
            paint.write_in(painter, box, words, "caption-strong", shade, paint.RIGHT)
            paint.hairline(painter, LEFT - 6, y, self.width() - LEFT + 6)

    def _paint_break(self, painter: QPainter, at: int) -> None:
        x = (self._x(at - 1) + self._x(at)) / 2 - BREAK / 2
        box = QRectF(round(x), 2, BREAK, self.height() - FOOT - 2)
        painter.fillRect(box, colour("page"))
        paint.hatch(painter, box)
        words = _("metode berganti")
        wide = paint.width_of(words, "caption-strong") + 2
        left = box.right() + 5
        if left + wide > self.width():
            left = box.left() - 5 - wide
        place = QRectF(left, box.bottom() - 20, wide, 18)
        painter.fillRect(place, colour("page"))
        paint.write(painter, place, words, "caption-strong", "text2")

    def _paint_line(self, painter: QPainter, at: int) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        pen = QPen(colour("accent"), 2)
        if self._years[at].is_provisional:
            pen.setDashPattern([2.5, 2])
        painter.setPen(pen)
        painter.drawLine(self._point(at - 1), self._point(at))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_point(self, painter: QPainter, at: int, *, hollow: bool) -> None:
        each, place = self._years[at], self._point(at)
        dot = paint.disc(QRectF(place.x() - 5, place.y() - 5, 10, 10))
        ground: QColor = colour("page" if hollow else "accent")
        paint.fill(painter, dot, ground)
        inner = paint.disc(QRectF(place.x() - 4, place.y() - 4, 8, 8))
        paint.stroke(painter, inner, QPen(colour("accent"), 2))
        up = not (at and at not in self._breaks() and each.value < self._years[at - 1].value)
        above = QRectF(place.x() - 40, place.y() + (-25 if up else 7), 80, 18)
        words = numbers.decimal(each.value)
        paint.write(painter, above, words, "caption-strong", "text", paint.CENTRE)
        below = QRectF(place.x() - 30, self.height() - FOOT + 4, 60, 18)
        paint.write(painter, below, str(each.year), "caption", "text2", paint.CENTRE)

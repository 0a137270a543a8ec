"""Zones on a scale: the ruler with needle and range, and the bar of a round's zones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views import paint
from desktop.views.theme import colour, palette, tint
from desktop.views.zones import ZoneMark


@dataclass(frozen=True, slots=True)
class Band:
    """One zone of the scale, from its lower bound up to the next band's."""

    mark: ZoneMark
    low: float


class ZoneRuler(QWidget):
    """The scale drawn honestly: bands of 5 px, the needle, and a veil over what is still possible.

    Only drawing: the floats given here are never scores again.
    """

    def __init__(self, bands: Sequence[Band] = (), top: float = 100.0) -> None:
        super().__init__()
        self._bands, self._top = tuple(bands), top
        self._value: float | None = None
        self._range: tuple[float, float] | None = None
        self.setFixedHeight(44)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_scale(self, bands: Sequence[Band], top: float) -> None:
        """Another instrument's zones, in any order, and the top of its scale."""
        self._bands, self._top = tuple(sorted(bands, key=lambda band: band.low)), top
        self.update()

    def show_value(
        self, value: float | None, low: float | None = None, high: float | None = None
    ) -> None:
        """The needle, and the range that is still possible."""
        self._value = value
        self._range = None if low is None or high is None else (low, high)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, 44)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_bands(painter)
        if self._range is not None:
            self._paint_range(painter, *self._range)
        if self._value is not None:
            x = self._x(self._value)
            paint.rounded(painter, QRectF(x - 2, 5, 4, 23), 1.5, colour("text"))

    def _x(self, value: float) -> float:
        bottom = self._bands[0].low if self._bands else 0.0
        span = self._top - bottom or 1.0
        share = max(0.0, min(1.0, (value - bottom) / span))
        return 3 + share * (self.width() - 6)

    def _paint_bands(self, painter: QPainter) -> None:
        ends = [band.low for band in self._bands[1:]] + [self._top]
        for index, (band, end) in enumerate(zip(self._bands, ends, strict=True)):
            left, right = self._x(band.low), self._x(end)
            gap = 1 if index < len(self._bands) - 1 else 0
            fill = tint(palette().zone(band.mark.tone).fill)
            painter.fillRect(QRectF(left, 14, right - left - gap, 5), fill)
            box = QRectF(left, 27, right - left, 17)
            middle = Qt.AlignmentFlag.AlignHCenter
            paint.write(painter, box, band.mark.short, "caption", "text3", middle)

    def _paint_range(self, painter: QPainter, low: float, high: float) -> None:
        left, right = self._x(low), self._x(high)
        veil = QColor(colour("text"))
        veil.setAlpha(38)
        painter.fillRect(QRectF(left, 8, right - left, 17), veil)
        for x in (left, right):
            painter.fillRect(QRectF(x - 0.75, 7, 1.5, 19), colour("text2"))


class ZoneBar(QWidget):
    """A round's zones as one bar of 12 px with gaps of 2; what is not scored is hatched."""

    def __init__(self, parts: Sequence[tuple[ZoneMark, int]] = ()) -> None:
        super().__init__()
        self.setFixedHeight(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_parts(parts)

    def show_parts(self, parts: Sequence[tuple[ZoneMark, int]]) -> None:
        """Zones with their counts, best first; empty ones take no space."""
        self._parts = tuple((mark, count) for mark, count in parts if count)
        self.setAccessibleName(", ".join(f"{mark.long}: {count}" for mark, count in self._parts))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        total = sum(count for _mark, count in self._parts)
        if not total:
            paint.hatch(painter, QRectF(self.rect()))
            return
        room = self.width() - 2 * (len(self._parts) - 1)
        x = 0.0
        for mark, count in self._parts:
            width = room * count / total
            self._paint_part(painter, QRectF(x, 0, width, 12), mark)
            x += width + 2

    def _paint_part(self, painter: QPainter, box: QRectF, mark: ZoneMark) -> None:
        if mark.shape == "dashed":
            paint.hatch(painter, box)
            paint.rounded(painter, box, 0, None, colour("field"))
        else:
            painter.fillRect(box, tint(palette().zone(mark.tone).fill))

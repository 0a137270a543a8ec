"""Bars of the parts and the total against the standard minimum, over the scale of the zones.

Reads in grey and in a copy: below the standard = hatched, the minimum = a dashed line, zones =
patterns with letters. Values are exact until a bar is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from reportlab.pdfgen.canvas import Canvas

from desktop.documents import zones
from desktop.documents.blocks import Block
from desktop.documents.fonts import NAMES, width
from desktop.documents.text import Type, draw, mm, wrap
from desktop.domain.letter import Number, ZoneBand
from desktop.wording import _, letters, numbers

NAMES_END, PLOT_END, FULL = 38, 144, 160
BAR, PITCH, STRIP = 6.2, 9.4, 5.0
LABEL, GRID_TOP, BARS_TOP, TO_STRIP, UNDER = 2.4, 4.3, 5.4, 4.5, 5.0
LABEL_BOX = 4.4
MEETS_FILL = 0.82
LABEL_SIZE, TICK_SIZE = 8, 7.5
NAME = Type(9.5, 10.5)
VALUE = Type(9, 10.5, face="bold")


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; the total's is outlined heavily."""

    name: str
    value: Number | None
    is_total: bool = False


class Chart(Block):
    """160 mm wide; as high as its bars need."""

    def __init__(
        self,
        bars: Sequence[Bar],
        bands: Sequence[ZoneBand],
        *,
        low: Number,
        high: Number,
        minimum: Number | None,
    ) -> None:
        self._bars = tuple(bars)
        self._bands = zones.ranked(bands)
        self._low, self._high = Fraction(low), Fraction(high)
        self._minimum = minimum

    def height(self, room: float) -> float:
        strip = mm(TO_STRIP + STRIP + UNDER) if self._bands else mm(2)
        return mm(BARS_TOP) + self._bars_height() + strip

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        scale = room / mm(FULL)
        left, right = x + mm(NAMES_END) * scale, x + mm(PLOT_END) * scale
        plot = _Plot(canvas, left, right, self._low, self._high)
        foot = top - mm(BARS_TOP) - self._bars_height()
        self._draw_grid(plot, top - mm(GRID_TOP), foot - mm(1))
        for number, bar in enumerate(self._bars):
            upper = top - mm(BARS_TOP + PITCH * number)
            self._draw_bar(plot, bar, upper - mm(BAR))
            self._draw_words(canvas, bar, x, upper, room, left)
        strip = foot - mm(TO_STRIP + STRIP)
        if self._bands:
            self._draw_strip(plot, strip, x)
        if self._minimum is not None:
            lower = strip if self._bands else foot - mm(1)
            self._draw_minimum(plot, Fraction(self._minimum), top, lower)

    def _bars_height(self) -> float:
        return mm(PITCH * (len(self._bars) - 1) + BAR)

    def _draw_grid(self, plot: _Plot, top: float, bottom: float) -> None:
        plot.canvas.setLineWidth(0.25)
        plot.canvas.setStrokeGray(0.6)
        for step in range(11):
            at = plot.left + (plot.right - plot.left) * step / 10
            plot.canvas.line(at, top, at, bottom)
        plot.canvas.setStrokeGray(0)

    def _draw_bar(self, plot: _Plot, bar: Bar, bottom: float) -> None:
        if bar.value is None:
            return
        canvas = plot.canvas
        box = (plot.left, bottom, max(plot.at(Fraction(bar.value)) - plot.left, 0.5), mm(BAR))
        canvas.saveState()
        clip = canvas.beginPath()
        clip.rect(*box)  # pyright: ignore[reportUnknownMemberType]
        canvas.clipPath(clip, stroke=0, fill=0)  # pyright: ignore[reportUnknownMemberType]
        canvas.setFillGray(1 if self._is_below(bar) else MEETS_FILL)
        canvas.rect(*box, stroke=0, fill=1)
        if self._is_below(bar):
            zones.hatch(canvas, box, mm(1.5), 0.5)
        canvas.restoreState()
        canvas.setLineWidth(1.3 if bar.is_total else 0.8)
        canvas.rect(*box)

    def _is_below(self, bar: Bar) -> bool:
        """Judged by the rounded value, as the zones are: what is printed is what counts."""
        if self._minimum is None or bar.value is None:
            return False
        return _hundredths(bar.value) < Fraction(self._minimum)

    def _draw_words(
        self, canvas: Canvas, bar: Bar, x: float, upper: float, room: float, left: float
    ) -> None:
        type_ = Type(NAME.size, NAME.leading, face="bold" if bar.is_total else "regular")
        lines = wrap(bar.name, type_, left - x - mm(2))
        if len(lines) > 2:
            type_ = Type(7.5, 7.8, face=type_.face)
            lines = wrap(bar.name, type_, left - x - mm(2))[:3]
        middle = upper - mm(BAR) / 2
        baseline = middle + (len(lines) * type_.leading) / 2 - type_.size * 0.88
        for line in lines:
            draw(canvas, line, type_, x, baseline, room)
            baseline -= type_.leading
        canvas.setFont(NAMES["bold"], VALUE.size)
        canvas.drawRightString(x + room, middle - 3.2, numbers.decimal(bar.value))
        if bar.value is None:
            words = letters.not_assessable()
            wide = width(words, "regular", LABEL_SIZE)
            canvas.setFillGray(1)
            canvas.rect(left + mm(1.5), middle - 5, wide + mm(1), 10, stroke=0, fill=1)
            canvas.setFillGray(0)
            canvas.setFont(NAMES["regular"], LABEL_SIZE)
            canvas.drawString(left + mm(2), middle - 2.8, words)

    def _draw_minimum(self, plot: _Plot, minimum: Fraction, top: float, bottom: float) -> None:
        canvas, at = plot.canvas, plot.at(minimum)
        canvas.saveState()
        canvas.setLineWidth(1.4)
        canvas.setDash(4, 2)
        canvas.line(at, top - mm(LABEL + 0.8), at, bottom)
        canvas.restoreState()
        words = _("Standar minimum {value}").format(value=numbers.decimal(minimum))
        half = width(words, "bold", LABEL_SIZE) / 2
        canvas.setFont(NAMES["bold"], LABEL_SIZE)
        canvas.drawCentredString(min(at, plot.right + mm(8) - half), top - mm(LABEL), words)

    def _draw_strip(self, plot: _Plot, bottom: float, x: float) -> None:
        canvas = plot.canvas
        canvas.setFont(NAMES["regular"], NAME.size)
        canvas.drawString(x, bottom + mm(STRIP) / 2 - 3.2, _("Skala zona"))
        pattern = zones.patterns(self._bands)
        upper = self._high
        for band in self._bands:
            lower = max(Fraction(band.lower), self._low)
            box = (plot.at(lower), bottom, plot.at(upper) - plot.at(lower), mm(STRIP))
            zones.paint_pattern(canvas, pattern[band.code], box)
            _draw_label(canvas, band.code, box)
            upper = lower
        self._draw_ticks(plot, bottom - mm(3.4))

    def _draw_ticks(self, plot: _Plot, baseline: float) -> None:
        """The thresholds under the strip; one that would touch its neighbour steps aside."""
        plot.canvas.setFont(NAMES["regular"], TICK_SIZE)
        ticks = sorted({self._low, self._high, *(Fraction(band.lower) for band in self._bands)})
        free = float("-inf")
        for tick in ticks:
            if not self._low <= tick <= self._high:
                continue
            words = _threshold(tick)
            half = width(words, "regular", TICK_SIZE) / 2
            at = max(plot.at(tick), free + half + 1.5)
            plot.canvas.drawCentredString(at, baseline, words)
            free = at + half


class _Plot:
    """From a value to a place on the page."""

    def __init__(
        self, canvas: Canvas, left: float, right: float, low: Fraction, high: Fraction
    ) -> None:
        self.canvas = canvas
        self.left, self.right = left, right
        self._low, self._high = low, high

    def at(self, value: Fraction) -> float:
        share = (min(max(value, self._low), self._high) - self._low) / (self._high - self._low)
        return self.left + (self.right - self.left) * float(share)


def _draw_label(canvas: Canvas, code: str, box: zones.Box) -> None:
    """The zone's letter on white, so that no pattern touches it."""
    x, y, wide, high = box
    size = min(9.0, 9.0 * (wide - 3) / max(width(code, "bold", 9), 1))
    words = width(code, "bold", size)
    label = min(max(mm(LABEL_BOX), words + mm(1.6)), wide - 1)
    canvas.setFillGray(1)
    canvas.rect(x + (wide - label) / 2, y + mm(0.5), label, high - mm(1), stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.setFont(NAMES["bold"], size)
    canvas.drawCentredString(x + wide / 2, y + high / 2 - size * 0.35, code)


def _threshold(value: Fraction) -> str:
    places = 0 if value.denominator == 1 else 2
    return numbers.decimal(value, places)


def _hundredths(value: Number) -> Fraction:
    """Rounded half up to two decimals, exactly as it is printed."""
    scaled = Fraction(value) * 100
    return Fraction((2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator), 100)

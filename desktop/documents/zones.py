"""Zones in colour, grey and photocopy: a letter, a pattern and a faint tint at once.

No tint is darker than 80 % luminance and no number stands on a pattern: in a copy the tint is
gone and the pattern stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import sqrt

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.blocks import Block
from desktop.documents.text import mm
from desktop.domain.letter import ZoneBand

OUTLINE = 0.5
GREY = 0.85
Box = tuple[float, float, float, float]
"""x, y (lower edge), width, height in points."""


def paint_pattern(canvas: Canvas, pattern: str, box: Box) -> None:
    """Fills a box with tint and pattern of "A" (empty) to "E" (solid), and outlines it."""
    x, y, wide, high = box
    canvas.saveState()
    clip = canvas.beginPath()
    clip.rect(x, y, wide, high)  # pyright: ignore[reportUnknownMemberType]
    canvas.clipPath(clip, stroke=0, fill=0)  # pyright: ignore[reportUnknownMemberType]
    tint, paint = _PATTERNS[pattern]
    canvas.setFillColor(HexColor(tint))
    canvas.rect(x, y, wide, high, stroke=0, fill=1)
    paint(canvas, box)
    canvas.restoreState()
    canvas.setLineWidth(OUTLINE)
    canvas.rect(x, y, wide, high)


def hatch(canvas: Canvas, box: Box, pitch: float, line: float, *, falling: bool = False) -> None:
    """Lines at 45° through a box, so far from each other; the caller clips."""
    x, y, wide, high = box
    canvas.setLineWidth(line)
    start, end = (y + high, y) if falling else (y, y + high)
    at = x - high
    while at < x + wide:
        canvas.line(at, start, at + high, end)
        at += pitch * sqrt(2)


def ranked(zones: Iterable[ZoneBand]) -> tuple[ZoneBand, ...]:
    """The zones from the best to the worst."""
    return tuple(sorted(zones, key=lambda zone: zone.lower, reverse=True))


def patterns(zones: Sequence[ZoneBand]) -> dict[str, str]:
    """Each zone's pattern: three zones take A, C, D; any other number by rank, empty to solid."""
    codes = [zone.code for zone in ranked(zones)]
    if len(codes) == 3:
        return dict(zip(codes, "ACD", strict=True))
    ladder = "ABCDE" if len(codes) <= 5 else "ABVRCQXDE"
    steps = max(len(codes) - 1, 1)
    top = len(ladder) - 1
    return {code: ladder[(2 * n * top + steps) // (2 * steps)] for n, code in enumerate(codes)}


class Chip(Block):
    """A small box with a zone's pattern."""

    def __init__(self, pattern: str, wide: float, high: float = mm(4.6)) -> None:
        self._pattern = pattern
        self._wide = wide
        self._high = high

    def height(self, room: float) -> float:
        return self._high

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        wide = min(self._wide, room)
        paint_pattern(canvas, self._pattern, (x, top - self._high, wide, self._high))


class NamedChip(Block):
    """A chip and the words beside it, both in the middle of the higher one."""

    def __init__(self, chip: Chip, words: Block, inset: float) -> None:
        self._chip = chip
        self._words = words
        self._inset = inset

    def height(self, room: float) -> float:
        return max(self._chip.height(room), self._words.height(room - self._inset))

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        high, free = self.height(room), room - self._inset
        self._chip.draw(canvas, x, top - (high - self._chip.height(room)) / 2, room)
        drop = (high - self._words.height(free)) / 2
        self._words.draw(canvas, x + self._inset, top - drop, free)


def _empty(canvas: Canvas, box: Box) -> None:
    pass


def _dots(canvas: Canvas, box: Box) -> None:
    x, y, wide, high = box
    pitch, radius = mm(1.9), 0.55
    canvas.setFillGray(0)
    row = 0
    at_y = y + pitch / 2
    while at_y < y + high:
        at_x = x + pitch / 2 + (pitch / 2 if row % 2 else 0)
        while at_x < x + wide:
            canvas.circle(at_x, at_y, radius, stroke=0, fill=1)
            at_x += pitch
        at_y += pitch / 2
        row += 1


def _level(canvas: Canvas, box: Box) -> None:
    x, y, wide, high = box
    canvas.setLineWidth(0.45)
    at = y + mm(0.75)
    while at < y + high:
        canvas.line(x, at, x + wide, at)
        at += mm(1.5)


def _upright(canvas: Canvas, box: Box) -> None:
    x, y, wide, high = box
    canvas.setLineWidth(0.45)
    at = x + mm(1)
    while at < x + wide:
        canvas.line(at, y, at, y + high)
        at += mm(2)


def _grid(canvas: Canvas, box: Box) -> None:
    _level(canvas, box)
    _upright(canvas, box)


def _lines(canvas: Canvas, box: Box) -> None:
    hatch(canvas, box, mm(1.7), 0.45)


def _steep(canvas: Canvas, box: Box) -> None:
    hatch(canvas, box, mm(0.9), 0.45, falling=True)


def _crossed(canvas: Canvas, box: Box) -> None:
    hatch(canvas, box, mm(1.5), 0.38)
    hatch(canvas, box, mm(1.5), 0.38, falling=True)


def _solid(canvas: Canvas, box: Box) -> None:
    x, y, wide, high = box
    canvas.setFillGray(GREY)
    canvas.rect(x, y, wide, high, stroke=0, fill=1)
    inset = mm(0.7)  # a second outline: in a copy the grey is gone, and E would look like A
    canvas.setLineWidth(0.6)
    canvas.rect(x + inset, y + inset, wide - 2 * inset, high - 2 * inset)


_PATTERNS: dict[str, tuple[str, Callable[[Canvas, Box], None]]] = {
    "A": ("#E4F4E4", _empty),
    "B": ("#F0F6DA", _dots),
    "V": ("#F3F6D3", _upright),
    "R": ("#F6F5CC", _level),
    "C": ("#FFF1BE", _lines),
    "Q": ("#FDE6CC", _steep),
    "X": ("#FCE0CB", _grid),
    "D": ("#FBDACB", _crossed),
    "E": ("#F2CBD2", _solid),
}
"""Tint and pattern; V, R, Q, X are steps between, for instruments of more than five grades."""

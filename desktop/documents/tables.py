"""Tables: a cell holds a block, rows stay whole, the head repeats on every page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reportlab.pdfgen.canvas import Canvas

from desktop.documents.blocks import SLACK, Block, Text
from desktop.documents.fonts import width
from desktop.documents.text import Type, clean, glued
from desktop.domain.letter_rules import Span

CELL = Type(8.5, 10.5)
HEAD = Type(8.5, 10.5, face="bold", align="centre")
HEAD_FILL = 0.93
SIDE, ABOVE, BELOW = 3.4, 2.2, 3.2
INNER, FRAME = 0.4, 0.8
NUMBER_INSET = 12
"""Right of a column of numbers, so that it stands under its centred head."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A block over one or more columns."""

    block: Block
    span: int = 1
    is_middle: bool = False
    right: float = SIDE
    """Free width at the right edge."""


@dataclass(frozen=True, slots=True)
class Row:
    """Cells of one row. A sticky row is never the last one on a page."""

    cells: tuple[Cell, ...]
    least: float = 0
    """The least height in points."""
    is_head: bool = False
    is_sum: bool = False
    """A heavier line stands above it."""
    is_sticky: bool = False


def cell(text: str | Sequence[Span], type_: Type = CELL, *, span: int = 1) -> Cell:
    """A cell of text, as typed."""
    shown = glued(clean(text), whole_dates=False) if isinstance(text, str) else text
    return Cell(Text(shown, type_), span)


def number_cell(text: str, type_: Type = CELL, *, inset: float = NUMBER_INSET) -> Cell:
    """A number, its comma under the one above."""
    return Cell(Text(text, replace(type_, align="right")), right=inset)


def centred_cell(text: str, type_: Type = CELL) -> Cell:
    """A short text in the middle of its column."""
    return Cell(Text(clean(text), replace(type_, align="centre")))


def head_row(titles: Iterable[str], type_: Type = HEAD) -> Row:
    """The head: bold, centred both ways, on light grey."""
    cells = (Cell(Text(title, type_), is_middle=True) for title in titles)
    return Row(tuple(cells), is_head=True)


def fitting(text: str, type_: Type, room: float) -> Type:
    """The type, smaller where the longest word of a text would not fit the column."""
    longest = max((width(word, type_.face, type_.size) for word in text.split()), default=0.0)
    free = room - 2 * SIDE
    if longest <= free:
        return type_
    scale = max(free / longest, 0.7)
    return replace(type_, size=type_.size * scale, leading=type_.leading * scale)


class Table(Block):
    """Rows under a head; widths in points."""

    def __init__(
        self,
        widths: Sequence[float],
        head: Sequence[Row],
        rows: Sequence[Row],
        *,
        before: float = 0,
    ) -> None:
        self.before = before
        self._widths = tuple(widths)
        self._head = tuple(head)
        self.rows = tuple(rows)
        self._heights: dict[int, float] = {}

    def height(self, room: float) -> float:
        return sum(self.row_height(row) for row in (*self._head, *self.rows))

    def row_height(self, row: Row) -> float:
        """The height of one row, measured once."""
        known = self._heights.get(id(row))
        if known is None:
            tallest = max(one.block.height(free) for one, _, free in self._places(row))
            known = max(row.least, tallest + ABOVE + BELOW)
            self._heights[id(row)] = known
        return known

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        edge = top
        was_head = False
        uprights: dict[float, list[tuple[float, float]]] = {}
        for row in (*self._head, *self.rows):
            high = self.row_height(row)
            if row.is_head:
                canvas.setFillGray(HEAD_FILL)
                canvas.rect(x, edge - high, sum(self._widths), high, stroke=0, fill=1)
                canvas.setFillGray(0)
            self._draw_cells(canvas, row, x, edge, high)
            for _, at, _ in self._places(row):
                if at:
                    _extend(uprights.setdefault(at, []), edge, edge - high)
            if edge != top:
                heavy = row.is_sum or (was_head and not row.is_head)
                canvas.setLineWidth(FRAME if heavy else INNER)
                canvas.line(x, edge, x + sum(self._widths), edge)
            was_head = row.is_head
            edge -= high
        canvas.setLineWidth(INNER)
        for at, stretches in uprights.items():
            for upper, lower in stretches:
                canvas.line(x + at, upper, x + at, lower)
        canvas.setLineWidth(FRAME)
        canvas.rect(x, edge, sum(self._widths), top - edge)

    def split(self, room: float, free: float, *, alone: bool) -> tuple[Block, Block] | None:
        fits = self.fits(free)
        if 0 < fits < len(self.rows):
            return self.part(self.rows[:fits]), self.part(self.rows[fits:])
        if alone and fits == 0:
            return self._split_row(free - sum(self.row_height(row) for row in self._head))
        return None

    def fits(self, free: float) -> int:
        """How many rows stand under the head in that height."""
        free -= sum(self.row_height(row) for row in self._head)
        count = 0
        for row in self.rows:
            free -= self.row_height(row)
            if free < -SLACK:
                break
            count += 1
        while 0 < count < len(self.rows) and self.rows[count - 1].is_sticky:
            count -= 1
        return count

    def part(self, rows: Sequence[Row]) -> Table:
        """The same table with other rows."""
        return Table(self._widths, self._head, rows)

    def _split_row(self, free: float) -> tuple[Block, Block] | None:
        """A first row higher than a whole page is the only one that is ever divided."""
        first, *others = self.rows
        upper: list[Cell] = []
        lower: list[Cell] = []
        for one, _, room in self._places(first):
            parts = one.block.split(room, free - ABOVE - BELOW, alone=True)
            fits = one.block.height(room) <= free - ABOVE - BELOW
            if parts is None and not fits:
                return None
            upper.append(replace(one, block=parts[0] if parts and not fits else one.block))
            lower.append(replace(one, block=parts[1] if parts and not fits else Text("", CELL)))
        rest = replace(first, cells=tuple(lower), least=0)
        if first.is_sticky:
            return None
        begun = replace(first, cells=tuple(upper), least=0)
        return self.part((begun,)), self.part((rest, *others))

    def _places(self, row: Row) -> Iterable[tuple[Cell, float, float]]:
        """Each cell with its left edge and the width of its content."""
        column, at = 0, 0.0
        for one in row.cells:
            wide = sum(self._widths[column : column + one.span])
            yield one, at, wide - SIDE - one.right
            column += one.span
            at += wide

    def _draw_cells(self, canvas: Canvas, row: Row, x: float, top: float, high: float) -> None:
        for one, at, room in self._places(row):
            drop = ABOVE
            if one.is_middle:
                drop = max(0, (high - one.block.height(room)) / 2 - 0.3)
            one.block.draw(canvas, x + at + SIDE, top - drop, room)


def _extend(stretches: list[tuple[float, float]], upper: float, lower: float) -> None:
    """Adds a stretch of a line; one that touches the last makes it longer."""
    if stretches and abs(stretches[-1][1] - upper) < SLACK:
        stretches[-1] = (stretches[-1][0], lower)
    else:
        stretches.append((upper, lower))

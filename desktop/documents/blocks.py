"""Blocks of a page and how they flow: measured first, then placed, then drawn.

A block knows its height for a width and draws itself below a point. `flow` places blocks on
pages; nothing is drawn before every place is known, so a page can say "1 dari 4" at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from desktop.documents.text import Line, Type, draw, wrap
from desktop.domain.letter_rules import Span

SLACK = 0.01
ORPHANS = 2
"""Lines of a paragraph that may not stand alone at the foot or the head of a page."""


class Block:
    """Something with a height. `before` is the space above it, unless it begins a page."""

    before: float = 0

    def height(self, room: float) -> float:
        """The height in points when the block is that wide."""
        raise NotImplementedError

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        """Draws the block with its upper left corner at (x, top)."""
        raise NotImplementedError

    def split(self, room: float, free: float, *, alone: bool) -> tuple[Block, Block] | None:
        """The part that fits into `free` and the rest; None when the block stays whole.

        `alone`: the page is empty, so what does not fit here fits nowhere.
        """
        return None


class Gap(Block):
    """White space; it disappears at the head of a page."""

    def __init__(self, height: float) -> None:
        self._height = height

    def height(self, room: float) -> float:
        return self._height

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        pass


class Text(Block):
    """A paragraph."""

    def __init__(
        self, text: str | Sequence[Span], type_: Type, *, before: float = 0, inset: float = 0
    ) -> None:
        self.before = before
        self._text = text
        self._type = type_
        self._inset = inset
        self._wrapped: tuple[float, tuple[Line, ...]] | None = None
        self._part_lines: tuple[Line, ...] | None = None

    def lines(self, room: float) -> tuple[Line, ...]:
        """The lines in that width, wrapped once; a part of a text keeps the lines it got."""
        if self._part_lines is not None:
            return self._part_lines
        if self._wrapped is None or self._wrapped[0] != room:
            self._wrapped = (room, wrap(self._text, self._type, room - self._inset))
        return self._wrapped[1]

    def height(self, room: float) -> float:
        return len(self.lines(room)) * self._type.leading

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        baseline = top - self._type.size
        for line in self.lines(room):
            draw(canvas, line, self._type, x + self._inset, baseline, room - self._inset)
            baseline -= self._type.leading

    def split(self, room: float, free: float, *, alone: bool) -> tuple[Block, Block] | None:
        lines = self.lines(room)
        fitting = int((free + SLACK) // self._type.leading)
        fitting = min(fitting, len(lines) - ORPHANS)
        if fitting < ORPHANS:
            return None
        return self._part(lines[:fitting]), self._part(lines[fitting:])

    def _part(self, lines: tuple[Line, ...]) -> Text:
        part = Text("", self._type, inset=self._inset)
        part._part_lines = lines
        return part


class Title(Block):
    """Lines of a heading, centred, in capitals."""

    def __init__(self, lines: Iterable[str], type_: Type, *, before: float = 0) -> None:
        self.before = before
        self._texts = tuple(Text(line, type_) for line in lines)

    def height(self, room: float) -> float:
        return sum(text.height(room) for text in self._texts)

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        for text in self._texts:
            text.draw(canvas, x, top, room)
            top -= text.height(room)


class Together(Block):
    """Blocks that stand on one page; only when a page cannot hold them all they part again."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self.blocks = tuple(blocks)
        self.before = self.blocks[0].before

    def height(self, room: float) -> float:
        return stacked(self.blocks, room)

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        for place in _stack(self.blocks, room, top):
            place.block.draw(canvas, x, place.top, room)


class Need(Block):
    """A break to the next page unless that much is free."""

    def __init__(self, free: float) -> None:
        self.free = free

    def height(self, room: float) -> float:
        return 0

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        pass


class Pairs(Block):
    """Label, colon, value, the colons in one column; each value keeps its lines together."""

    def __init__(
        self,
        rows: Sequence[tuple[str, str]],
        type_: Type,
        *,
        label: float,
        colon: float,
        extra: float = 0.5,
    ) -> None:
        self._rows = rows
        self._type = type_
        self._label = label
        self._colon = colon
        self._extra = extra

    def height(self, room: float) -> float:
        return sum(self._row_height(value, room) for _, value in self._rows)

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        for label, value in self._rows:
            baseline = top - self._type.size
            for text, at in ((label, 0.0), (":", self._label)):
                for line in wrap(text, self._type, self._label):
                    draw(canvas, line, self._type, x + at, baseline, self._label)
            start = self._label + self._colon
            Text(value, self._type).draw(canvas, x + start, top, room - start)
            top -= self._row_height(value, room)

    def split(self, room: float, free: float, *, alone: bool) -> tuple[Block, Block] | None:
        fitting = 0
        for _, value in self._rows:
            free -= self._row_height(value, room)
            if free < -SLACK:
                break
            fitting += 1
        if not 0 < fitting < len(self._rows):
            return None
        return self._part(self._rows[:fitting]), self._part(self._rows[fitting:])

    def _row_height(self, value: str, room: float) -> float:
        lines = wrap(value, self._type, room - self._label - self._colon)
        return len(lines) * self._type.leading + self._extra

    def _part(self, rows: Sequence[tuple[str, str]]) -> Pairs:
        label, colon, extra = self._label, self._colon, self._extra
        return Pairs(rows, self._type, label=label, colon=colon, extra=extra)


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and the height of its upper edge above the lower edge of the paper."""

    block: Block
    top: float


@dataclass(frozen=True, slots=True)
class Area:
    """Where blocks may stand: from the left edge, so wide, between two heights."""

    left: float
    width: float
    top: float
    bottom: float
    first_top: float | None = None
    """The upper edge on the first page, where a letterhead begins higher."""


def stacked(blocks: Sequence[Block], room: float) -> float:
    """The height of blocks one below the other; the first without the space above it."""
    total = sum(block.before + block.height(room) for block in blocks)
    return total - (blocks[0].before if blocks else 0)


def flow(blocks: Iterable[Block], area: Area) -> list[list[Placed]]:
    """The blocks on as many pages as they need, in order. At least one page."""
    flowing = _Flow(area)
    for block in blocks:
        flowing.add(block)
    return flowing.pages


def _stack(blocks: Sequence[Block], room: float, top: float) -> Iterable[Placed]:
    for number, block in enumerate(blocks):
        top -= block.before if number else 0
        yield Placed(block, top)
        top -= block.height(room)


class _Flow:
    def __init__(self, area: Area) -> None:
        self.area = area
        self.pages: list[list[Placed]] = [[]]
        self.y = area.top if area.first_top is None else area.first_top

    @property
    def at_top(self) -> bool:
        return not self.pages[-1]

    def add(self, block: Block) -> None:
        if isinstance(block, Need):
            if self.y - block.free < self.area.bottom - SLACK and not self.at_top:
                self.turn()
            return
        if isinstance(block, Gap) and self.at_top:
            return
        while rest := self._place(block):
            block = rest

    def turn(self) -> None:
        self.pages.append([])
        self.y = self.area.top

    def _place(self, block: Block) -> Block | None:
        """Places what fits; gives back the rest, which then begins a new page."""
        room = self.area.width
        top = self.y - (0 if self.at_top else block.before)
        height = block.height(room)
        if top - height >= self.area.bottom - SLACK:
            self._put(block, top, height)
            return None
        if parts := block.split(room, top - self.area.bottom, alone=self.at_top):
            self._put(parts[0], top, parts[0].height(room))
            self.turn()
            return parts[1]
        if not self.at_top:
            self.turn()
            return None if isinstance(block, Gap) else block
        if isinstance(block, Together):
            for part in block.blocks:
                self.add(part)
            return None
        self._put(block, top, height)  # one piece higher than a page: nothing is dropped
        return None

    def _put(self, block: Block, top: float, height: float) -> None:
        self.pages[-1].append(Placed(block, top))
        self.y = top - height

"""What the grid shows, as data: columns, group rows and rows of cells. No Qt, no answers.

Two boards are made of one assessment: the whole of it (a column per product), and the respondents'
own (a row per respondent, a column per question).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.domain.assessment import Desk, SheetRecord
from desktop.domain.instrument import Instrument, Node, indicators, walk
from desktop.domain.score import Sheet, asked
from desktop.wording import _, counted, numbers, scoring


@dataclass(frozen=True, slots=True)
class Cell:
    """One asked observation: a sheet and the number of an indicator."""

    sheet: int
    number: int


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """What stands over a column: a short name, and all of it for the tooltip."""

    title: str
    tip: str


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A dimension or variable over its indicators; `level` 0 is the outermost."""

    number: int
    title: str
    remark: str
    level: int
    dimension: int
    above: tuple[int, ...] = ()
    """Numbers of the groups that hide this row when they are folded."""


@dataclass(frozen=True, slots=True)
class CellLine:
    """An indicator (or a respondent) with its cells.

    `shared`: one cell for the whole unit, words across the rest. `crowd`: the respondents' cells
    behind one mean; such a row has no cell of its own.
    """

    code: str
    title: str
    cells: tuple[Cell | None, ...]
    dimension: int
    above: tuple[int, ...]
    shared: bool = False
    crowd: tuple[Cell, ...] = ()
    node: int = 0
    missing: str = ""
    """Why nothing can be answered here: the unit has no product, or no respondent."""

    @property
    def spans(self) -> bool:
        """Whether one field lies across all columns."""
        return self.shared or bool(self.crowd) or bool(self.missing)

    @property
    def stops(self) -> tuple[int, ...]:
        """The columns where the cursor can stand."""
        if self.crowd:
            return (0,)
        return tuple(at for at, cell in enumerate(self.cells) if cell is not None)


Line = GroupLine | CellLine


@dataclass(frozen=True, slots=True)
class Dimension:
    """One entry of the dimension column."""

    number: int
    title: str
    code: str


@dataclass(frozen=True, slots=True)
class Board:
    """A grid: its columns and rows. `of_respondents`: the board behind one mean."""

    heads: tuple[ColumnHead, ...]
    lines: tuple[Line, ...]
    caption: str
    of_respondents: bool = False

    def cells(self) -> Iterator[tuple[int, int, Cell]]:
        """Every cell with its row and column, in the order of reading."""
        for row, line in enumerate(self.lines):
            if isinstance(line, CellLine):
                for column, cell in enumerate(line.cells):
                    if cell is not None:
                        yield row, column, cell


def dimensions(instrument: Instrument) -> tuple[Node, ...]:
    """The nodes that people call dimensions: below single wrappers, and below levels that only
    hold other levels (ORI 2025: 4D); a level of groupings (INPUT) is a dimension itself."""
    top = instrument.root
    while len(top.children) == 1 and top.children[0].children:
        top = top.children[0]
    found: list[Node] = []
    for node in top.children:
        found += node.children if _is_wrapper(node) else (node,)
    return tuple(found)


def _is_wrapper(node: Node) -> bool:
    return bool(node.children) and all(
        child.children and not child.grouping for child in node.children
    )


def short_title(name: str) -> str:
    """ "Dimensi Output (data sekunder)" -> "Output"."""
    plain = name.split(" (")[0].strip()
    for start in ("Dimensi ", "Variabel "):
        plain = plain.removeprefix(start)
    return plain[:1].upper() + plain[1:]


def dimension_list(instrument: Instrument, board: Board) -> tuple[Dimension, ...]:
    """The dimension column: those of which something is asked here."""
    here = {line.dimension for line in board.lines}
    return tuple(
        Dimension(node.number, short_title(node.name), node.code)
        for node in dimensions(instrument)
        if node.number in here
    )


def main_board(desk: Desk, instrument: Instrument) -> Board:
    """The whole assessment: a column per product; unit and respondents have one cell a row."""
    maker = _Maker(desk, instrument)
    products = [sheet for sheet in desk.sheets if sheet.subject == "product"]
    heads = tuple(ColumnHead(sheet.short_name or sheet.name, sheet.name) for sheet in products)
    return Board(heads or (ColumnHead("", ""),), maker.lines(), _("Indikator"))


def respondent_board(desk: Desk, instrument: Instrument, line: CellLine) -> Board:
    """The respondents behind one mean: a row per respondent, a column per question of theirs."""
    maker = _Maker(desk, instrument)
    keys = {cell.sheet for cell in line.crowd}
    people = [sheet for sheet in desk.sheets if sheet.key in keys]
    questions = maker.asked_of(people[0])
    heads = tuple(ColumnHead(node.code, node.name) for node in questions)
    group = GroupLine(line.dimension, _role_title(people[0].role or ""), "", 0, line.dimension)
    rows = [_person(at, sheet, questions, line) for at, sheet in enumerate(people, start=1)]
    return Board(heads, (group, *rows), _("Responden"), of_respondents=True)


def _person(at: int, sheet: SheetRecord, questions: Sequence[Node], line: CellLine) -> CellLine:
    cells = tuple(Cell(sheet.key, node.number) for node in questions)
    title = _("Responden {n}").format(n=at)
    return CellLine(str(at), title, cells, line.dimension, (line.dimension,))


def _role_title(role: str) -> str:
    word = scoring.role(role) if role else _("responden")
    return word[:1].upper() + word[1:]


class _Maker:
    """Walks an instrument once and lays its rows."""

    def __init__(self, desk: Desk, instrument: Instrument) -> None:
        self._desk, self._instrument = desk, instrument
        self._asked = {
            sheet.key: frozenset(node.number for node in self.asked_of(sheet))
            for sheet in desk.sheets
        }
        self._missing = self._asked_of_nobody()
        self._allowed = frozenset(self._missing).union(*self._asked.values())
        self._places = {
            below.number: node.number for node in dimensions(instrument) for below in walk(node)
        }

    def asked_of(self, sheet: SheetRecord) -> tuple[Node, ...]:
        """The indicators asked on a sheet."""
        return self._asked_on(
            Sheet(sheet.subject, sheet.name, sheet.product_type, sheet.role)  # type: ignore[arg-type]
        )

    def _asked_on(self, sheet: Sheet) -> tuple[Node, ...]:
        owner = self._desk.assessment
        return asked(
            self._instrument,
            sheet,
            unit_type=owner.unit_type,
            year=owner.year,
            kind=self._desk.entity_kind,
        )

    def _asked_of_nobody(self) -> dict[int, str]:
        """Indicators that count as open although no sheet holds them, and why."""
        found: dict[int, str] = {}
        if all(sheet.subject != "product" for sheet in self._desk.sheets):
            nodes = self._asked_on(Sheet("product"))
            found |= {node.number: _("belum ada produk dalam putaran ini") for node in nodes}
        here = {sheet.role for sheet in self._desk.sheets if sheet.subject == "respondent"}
        for role in {n.indicator.role for n in indicators(self._instrument) if n.indicator} - here:
            nodes = self._asked_on(Sheet("respondent", role=role)) if role else ()
            found |= {node.number: _("belum ada responden") for node in nodes}
        return found

    def lines(self) -> tuple[Line, ...]:
        """All rows, from the first level that has more than one node."""
        top = self._instrument.root
        while len(top.children) == 1 and top.children[0].children:
            top = top.children[0]
        return tuple(self._below(top, (), 0))

    def _below(self, node: Node, above: tuple[int, ...], level: int) -> Iterator[Line]:
        for child in node.children:
            if not any(below.number in self._allowed for below in walk(child)):
                continue
            if child.indicator is not None:
                yield self._row(child, above)
                continue
            place = self._places.get(child.number, child.number)
            yield GroupLine(
                child.number,
                short_title(child.name),
                _remark(child, None if node is self._instrument.root else node),
                level,
                place,
                above,
            )
            yield from self._below(child, (*above, child.number), level + 1)

    def _row(self, node: Node, above: tuple[int, ...]) -> CellLine:
        assert node.indicator is not None
        per = node.indicator.per
        mine = [s for s in self._desk.sheets if s.subject == per]
        cells = tuple(self._cell(sheet, node) for sheet in mine)
        crowd: tuple[Cell, ...] = ()
        if per == "respondent":
            crowd = tuple(cell for cell in cells if cell is not None)
            cells = ()
        place = self._places.get(node.number, node.number)
        return CellLine(
            node.code,
            node.name,
            cells[:1] if per == "unit" else cells,
            place,
            above,
            shared=per == "unit",
            crowd=crowd,
            node=node.number,
            missing="" if crowd or cells else self._missing.get(node.number, ""),
        )

    def _cell(self, sheet: SheetRecord, node: Node) -> Cell | None:
        return Cell(sheet.key, node.number) if node.number in self._asked[sheet.key] else None


def _remark(node: Node, parent: Node | None) -> str:
    if node.grouping and parent is None:
        return counted("{n} butir", "{n} butir", len(node.children))
    if node.grouping and parent is not None:
        return _("bagian dari {name}").format(name=short_title(parent.name))
    if node.weight is None:
        return _("bobot belum resmi")
    if node.weight == 0:
        return _("tidak masuk nilai")
    places = 0 if node.weight.denominator == 1 else 2
    return _("bobot {weight}").format(weight=numbers.decimal(node.weight, places))

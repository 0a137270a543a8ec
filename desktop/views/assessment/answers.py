"""What stands on the desk: read from the file, changed by each key before the file has said so.

The live value comes from the pure engine on these answers, never from the database; it is
computed once per change and kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from desktop.domain.answer import decode
from desktop.domain.assessment import Assessment, Desk, SheetRecord
from desktop.domain.instrument import Indicator, Instrument, Node, nodes
from desktop.domain.score import Sheet, UnitInput, UnitScore, below_full, score_unit
from desktop.views.assessment.board import Cell, CellLine
from desktop.views.assessment.keycaps import CellText, text_of


@dataclass(frozen=True, slots=True)
class Crowd:
    """The respondents' answers to one question."""

    mean: Fraction | None
    answered: int
    of: int


class Answers:
    """The answers and notes of one assessment, in memory."""

    def __init__(self, desk: Desk, instrument: Instrument) -> None:
        self.desk, self.instrument = desk, instrument
        self.assessment: Assessment = desk.assessment
        self.sheets: dict[int, SheetRecord] = {sheet.key: sheet for sheet in desk.sheets}
        self._values = {sheet.key: dict(sheet.answers) for sheet in desk.sheets}
        self._notes = {sheet.key: dict(sheet.notes) for sheet in desk.sheets}
        self._nodes = nodes(instrument)
        self._score: UnitScore | None = None
        self._texts: dict[tuple[int, int | None], CellText] = {}

    # The cells

    def node(self, number: int) -> Node:
        """A node of the instrument."""
        return self._nodes[number]

    def indicator(self, number: int) -> Indicator:
        """What is asked at a node that is a leaf."""
        found = self._nodes[number].indicator
        assert found is not None
        return found

    def value(self, cell: Cell) -> int | None:
        """The stored answer, or None where nobody has answered."""
        return self._values[cell.sheet].get(cell.number)

    def put(self, cell: Cell, value: int | None) -> None:
        """Another answer, or none; the score is computed anew when it is asked for."""
        self._score = None
        if value is None:
            self._values[cell.sheet].pop(cell.number, None)
        else:
            self._values[cell.sheet][cell.number] = value

    def note(self, cell: Cell) -> str:
        """The note beside a cell."""
        return self._notes[cell.sheet].get(cell.number, "")

    def put_note(self, cell: Cell, text: str) -> None:
        """Another note; an empty one is none."""
        self._notes[cell.sheet][cell.number] = text

    def text(self, cell: Cell) -> CellText:
        """How the answer is written in its cell; each way only once."""
        key = (cell.number, self.value(cell))
        if key not in self._texts:
            self._texts[key] = text_of(self.indicator(cell.number), key[1])
        return self._texts[key]

    def is_gap(self, line: CellLine, cell: Cell | None) -> bool:
        """Whether the answer makes a finding."""
        cells = line.crowd if cell is None else (cell,)
        found = ((one.number, self.value(one)) for one in cells)
        return any(
            value is not None and below_full(self.instrument, self.node(number), value)
            for number, value in found
        )

    def crowd(self, cells: Iterable[Cell]) -> Crowd:
        """Mean and count of the respondents who answered."""
        every = tuple(cells)
        said = [
            decode(self.indicator(cell.number), value).score
            for cell in every
            if (value := self.value(cell)) is not None and value >= 0
        ]
        scores = [score for score in said if score is not None]
        mean = sum(scores, Fraction(0)) / len(scores) if scores else None
        answered = sum(self.value(cell) is not None for cell in every)
        return Crowd(mean, answered, len(every))

    # The number

    @property
    def score(self) -> UnitScore:
        """The live result."""
        if self._score is None:
            self._score = self._reckon(self._values)
        return self._score

    def score_with(self, cell: Cell, value: int | None) -> UnitScore:
        """What the result would be with another answer in one cell."""
        changed = dict(self._values[cell.sheet])
        changed.pop(cell.number, None)
        if value is not None:
            changed[cell.number] = value
        return self._reckon({**self._values, cell.sheet: changed})

    def _reckon(self, values: Mapping[int, Mapping[int, int]]) -> UnitScore:
        owner, quotas = self.assessment, Counter[str]()
        sheets: list[Sheet] = []
        for key, s in self.sheets.items():
            sheets.append(
                Sheet(s.subject, s.name, s.product_type, s.role, values[key])  # type: ignore[arg-type]
            )
            if s.subject == "respondent":
                quotas[s.role or ""] += 1
        unit = UnitInput(
            owner.unit_name,
            owner.unit_type,
            tuple(sheets),
            owner.published_value,
            owner.product_count or None,
        )
        return score_unit(
            self.instrument, unit, year=owner.year, kind=self.desk.entity_kind, quotas=quotas
        )

    @property
    def open_count(self) -> int:
        """Cells that nobody has answered yet."""
        return self.score.applicable - self.score.answered

    @property
    def value_shown(self) -> Decimal | None:
        """The live value, rounded."""
        return self.score.value

    # The state

    def begin(self) -> None:
        """The first answer moves a planned assessment to data collection."""
        if self.assessment.state == "planned":
            self.assessment = replace(self.assessment, state="collecting")

    @property
    def is_open(self) -> bool:
        """Whether answers can be changed: not handed on, not frozen, not a published value."""
        open_states = ("planned", "collecting")
        return self.assessment.state in open_states and self.assessment.published_value is None

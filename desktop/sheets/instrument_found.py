"""Finds the sheets of an instrument's workbook and what stands in their cells, fault by fault."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from openpyxl.utils import get_column_letter

from desktop.domain.problems import Problem
from desktop.sheets.cells import Rows, blank
from desktop.sheets.columns import LANGUAGES, plain
from desktop.sheets.instrument_cells import meaning
from desktop.sheets.instrument_layout import HINT, LINE, VALUE, Field, Plan
from desktop.sheets.package import Look
from desktop.wording import _, speaking

SEARCHED = 20
"""The heads stand within the first rows; a title may stand above them."""


@dataclass(slots=True)
class Line:
    """One record of a sheet: its values, and where each stands."""

    row: int
    values: dict[str, Any] = field(default_factory=dict[str, Any])
    rows: dict[str, int] = field(default_factory=dict[str, int])
    """On an upright sheet: the row of each field."""


@dataclass(slots=True)
class Found:
    """A sheet as it was found."""

    plan: Plan
    title: str
    head: int
    heads: Mapping[str, str]
    """The head under which each field stands."""
    lines: list[Line]


def read_sheet(plan: Plan, title: str, rows: Rows, look: Look, problems: list[Problem]) -> Found:
    """Everything in a sheet; what is wrong in it is added to the problems."""
    sheet = _Sheet(plan, title, rows, look, problems)
    try:
        return sheet.upright() if plan.upright else sheet.table()
    except Problem as problem:
        problems.append(problem)
        return Found(plan, title, 1, {}, [])


class _Sheet:
    """One pass over a sheet."""

    def __init__(
        self, plan: Plan, title: str, rows: Rows, look: Look, problems: list[Problem]
    ) -> None:
        self._plan, self._title, self._rows, self._look = plan, title, rows, look
        self._problems = problems

    def table(self) -> Found:
        known = {head: one for one in self._plan.fields.values() for head in one.heads()}
        head, places = self._heads({key: one.name for key, one in known.items()})
        if lost := [name for name in self._plan.needed if name not in places.values()]:
            columns = [self._plan.fields[name].head() for name in lost]
            raise Problem("workbook.column_missing", sheet=self._title, columns=columns)
        heads = {name: str(self._rows[head - 1][p - 1]) for p, name in places.items()}
        found = Found(self._plan, self._title, head, heads, [])
        for number in range(head + 1, len(self._rows) + 1):
            if not all(self._is_blank(number, place) for place in places):
                found.lines.append(self._line(number, places, heads))
            self._refuse_strays(number, head, places)
        return found

    def upright(self) -> Found:
        known = {key: name for name in (LINE, VALUE, HINT) for key in _spoken(name)}
        head, places = self._heads(known)
        at = {name: place for place, name in places.items()}
        if not {LINE, VALUE} <= at.keys():
            columns = [_(LINE), _(VALUE)]
            raise Problem("workbook.column_missing", sheet=self._title, columns=columns)
        column = str(self._rows[head - 1][at[VALUE] - 1])
        line = Line(head)
        names = {key: one for one in self._plan.fields.values() for key in one.heads()}
        for number in range(head + 1, len(self._rows) + 1):
            self._read_line(line, number, at, names, column)
        needed = (one for one in self._plan.fields.values() if one.kind.needed)
        for one in needed:
            line.values.setdefault(one.name, "" if one.kind.sort == "text" else None)
        values = {key: value for key, value in line.values.items() if value is not None}
        heads = dict.fromkeys(self._plan.fields, column)
        return Found(self._plan, self._title, head, heads, [Line(head, values, line.rows)])

    def _read_line(
        self, line: Line, row: int, at: Mapping[str, int], names: Mapping[str, Field], column: str
    ) -> None:
        label, cell = self._cell(row, at[LINE]), self._cell(row, at[VALUE])
        one = names.get(plain(str(label)))
        if blank(label) and self._is_blank(row, at[VALUE]):
            return
        if one is None:
            self._tell(Problem("workbook.line_unknown", value=str(label)[:60]), row, _(LINE))
            return
        value = self._meaning(one, row, at[VALUE], cell, column, alone=True)
        first = line.rows.setdefault(one.name, row)
        if one.kind.sort == "words" and isinstance(value, list):
            line.values[one.name] = [*(line.values.get(one.name) or []), *value]
        elif first != row:
            self._tell(Problem("workbook.twice", value=one.head(), first=first), row, _(LINE))
        elif value is not None:
            line.values[one.name] = value

    def _line(self, row: int, places: Mapping[int, str], heads: Mapping[str, str]) -> Line:
        line = Line(row)
        for place, name in places.items():
            one = self._plan.fields[name]
            value = self._meaning(one, row, place, self._cell(row, place), heads[name])
            if value is not None:
                line.values[name] = value
        return line

    def _meaning(
        self, one: Field, row: int, place: int, cell: object, column: str, *, alone: bool = False
    ) -> object:
        try:
            if (row, place) in self._look.formulas:
                raise Problem("workbook.formula")
            if (row, place) in self._look.errors:
                raise Problem("workbook.cell_error")
            if one.kind.needed and one.kind.sort != "text" and blank(cell):
                raise Problem("workbook.cell_empty")
            return meaning(one, cell, alone=alone)
        except Problem as problem:
            self._tell(problem, row, column)
            return None

    # Heads

    def _heads(self, known: Mapping[str, str]) -> tuple[int, dict[int, str]]:
        """The row of the heads and what stands in each column; heads that nobody knows are told."""
        found: list[dict[int, str]] = [
            {p: known[plain(str(c))] for p, c in enumerate(row, start=1) if plain(str(c)) in known}
            for row in self._rows[:SEARCHED]
        ]
        most = max(map(len, found), default=0)
        if not most:
            columns = [one.head() for one in self._plan.fields.values()]
            raise Problem("workbook.column_missing", sheet=self._title, columns=columns)
        head = next(number for number, each in enumerate(found, start=1) if len(each) == most)
        self._refuse_merges(head)
        self._check_heads(head, found[head - 1])
        return head, found[head - 1]

    def _refuse_merges(self, head: int) -> None:
        for top, _left, bottom, _right in self._look.merges:
            if bottom >= head:
                raise Problem("workbook.merged", sheet=self._title, first=top, last=bottom)

    def _check_heads(self, head: int, places: Mapping[int, str]) -> None:
        seen: set[str] = set()
        for place, cell in enumerate(self._rows[head - 1], start=1):
            name = places.get(place)
            if name is None and not blank(cell):
                self._tell(Problem("workbook.column_unknown", value=str(cell)[:60]), head, "")
            elif name in seen:
                self._tell(Problem("workbook.column_twice"), head, str(cell))
            elif name is not None:
                seen.add(name)

    def _refuse_strays(self, row: int, head: int, places: Mapping[int, str]) -> None:
        """What stands under no head would get lost. (Unknown heads have been told already.)"""
        for place, cell in enumerate(self._rows[row - 1], start=1):
            if place not in places and not blank(cell) and blank(self._cell(head, place)):
                value = get_column_letter(place)
                self._tell(Problem("workbook.column_unknown", value=value), row, value)

    # Cells

    def _cell(self, row: int, place: int) -> object:
        cells = self._rows[row - 1]
        return cells[place - 1] if place <= len(cells) else ""

    def _is_blank(self, row: int, place: int) -> bool:
        marked = (row, place) in self._look.formulas or (row, place) in self._look.errors
        return blank(self._cell(row, place)) and not marked

    def _tell(self, problem: Problem, row: int, column: str) -> None:
        where = {"sheet": self._title, "row": row, "column": column}
        self._problems.append(Problem(problem.code, **{**problem.facts, **where}))


def _spoken(source: str) -> Iterator[str]:
    for language in LANGUAGES:
        with speaking(language):
            yield plain(_(source))

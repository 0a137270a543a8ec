"""A register workbook as it was read: agencies, units and products, row by row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.agency import KINDS, Agency, likeness
from desktop.domain.problems import Problem


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: what it says by field, and where it stands."""

    sheet: str
    row: int
    fields: Mapping[str, object]
    """Only fields whose cell could be read; an empty cell is "" or None."""
    heads: Mapping[str, str]
    """Field -> the head of its column, for problems."""
    is_whole: bool = True
    """Every cell could be read."""

    def text(self, field: str) -> str:
        """A text field; "" where the column is not there."""
        return str(self.fields.get(field) or "")

    def problem(self, code: str, field: str, **facts: object) -> Problem:
        """A problem of one cell, with its place."""
        return self.placed(Problem(code, **{**facts, "field": field}))

    def placed(self, problem: Problem) -> Problem:
        """A problem of this row, with the place of the field it names."""
        column = self.heads.get(problem.field or "", "")
        place = {"sheet": self.sheet, "row": self.row, "column": column}
        return Problem(problem.code, **{**problem.facts, **place})


@dataclass(frozen=True, slots=True)
class Register:
    """The content of a register workbook."""

    agencies: tuple[Entry, ...] = ()
    units: tuple[Entry, ...] = ()
    products: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Cells that could not be read."""
    unread: tuple[tuple[str, str], ...] = ()
    """(sheet, head) of columns that are not known and were passed over."""

    @property
    def size(self) -> int:
        """How many rows there are."""
        return len(self.agencies) + len(self.units) + len(self.products)


class Names:
    """Finds agencies of one region that read alike, however many there are."""

    def __init__(self) -> None:
        self._alike: dict[frozenset[str], str] = {}
        self._exact: dict[str, str] = {}

    def add(self, name: str, short_name: str) -> None:
        """Takes a name in."""
        self._alike.setdefault(likeness(name), name)
        for text in filter(None, (name, short_name)):
            self._exact.setdefault(text.casefold(), name)

    def alike(self, name: str, short_name: str) -> str | None:
        """The name of an agency taken in before that reads like this one."""
        shorts = (self._exact.get(text.casefold()) for text in (name, short_name) if text)
        return self._alike.get(likeness(name)) or next(filter(None, shorts), None)


def names_of(kept: tuple[Agency, ...]) -> dict[str, Names]:
    """The names kept, by region code."""
    found: dict[str, Names] = {}
    for each in kept:
        found.setdefault(each.region_code, Names()).add(each.name, each.short_name)
    return found


def kind_by_name(name: str) -> str:
    """The kind that a name itself tells ("Dinas Sosial": dinas); "" where it tells none."""
    first = name.casefold().partition(" ")[0]
    return first if first in KINDS else ""

"""Columns as data: what a list shows, in which order and width."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Generic, TypeVar

from desktop.views.cells import KINDS

R = TypeVar("R")
_NARROWEST = 72


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column. Without `value` the record's attribute `key` is shown.

    `width` is fixed; a column with `stretch` shares what is left and never gets narrower than
    `least`. `drop_below`: hidden when the list is narrower than that. `tip` gives the tooltip.
    """

    key: str
    title: str
    kind: str = "text"
    width: int = 0
    stretch: int = 0
    value: Callable[[R], object] | None = None
    align: str = ""
    role: str = "body"
    ink: str = "text"
    pad: int = 8
    least: int = 120
    drop_below: int = 0
    tip: Callable[[R], str] | None = None

    @property
    def is_right(self) -> bool:
        """Whether text and head stand at the right edge."""
        return self.align == "right" or (not self.align and KINDS[self.kind].right)


@dataclass(frozen=True, slots=True)
class Group:
    """A heading between rows: title, count, and a colour for what is late."""

    title: str
    count: int | None = None
    tone: str = ""


def value_of(column: Column[Any], record: object) -> object:
    """What a column shows of a record."""
    if column.value is not None:
        return column.value(record)
    return attrgetter(column.key)(record)


def words_of(column: Column[Any], record: object) -> str:
    """The same as words."""
    return KINDS[column.kind].words(value_of(column, record))


def widths(columns: tuple[Column[Any], ...], room: int) -> tuple[int, ...]:
    """The width of each column in a view of `room` pixels; 0 = hidden."""
    shown = [not column.drop_below or room >= column.drop_below for column in columns]
    fixed = sum(c.width for c, here in zip(columns, shown, strict=True) if here and not c.stretch)
    shares = sum(c.stretch for c, here in zip(columns, shown, strict=True) if here) or 1
    left = max(0, room - fixed)
    made = [
        0 if not here else (max(c.least, left * c.stretch // shares) if c.stretch else c.width)
        for c, here in zip(columns, shown, strict=True)
    ]
    _give_rest(made, columns, room)
    _take_back(made, columns, room)
    return tuple(made)


def _give_rest(made: list[int], columns: tuple[Column[Any], ...], room: int) -> None:
    """The pixels lost by rounding go to the first column that stretches."""
    rest = room - sum(made)
    for at, column in enumerate(columns):
        if column.stretch and made[at] and rest > 0:
            made[at] += rest
            return


def _take_back(made: list[int], columns: tuple[Column[Any], ...], room: int) -> None:
    """In a view that is too narrow the names give way, since values must never be cut."""
    for at, column in enumerate(columns):
        too_much = sum(made) - room
        if too_much > 0 and column.stretch and made[at]:
            made[at] = max(_NARROWEST, made[at] - too_much)

"""A column of a workbook: one spec for writing and for reading it back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from desktop.wording import _, dates, numbers, speaking, states

Value = str | int | Decimal | date | datetime | None
Kind = Literal["text", "choice", "date", "moment", "number", "count"]
LANGUAGES = ("id", "en")
"""The heads and words of either language are understood, whatever is spoken when reading."""


@dataclass(frozen=True, slots=True)
class Column:
    """Which field, under which head, written and read how."""

    field: str
    head: str
    """Indonesian source text."""
    kind: Kind = "text"
    width: int = 16
    take: Callable[[Any], Value] | None = None
    """What to write of a record; None: the field of that name."""
    words: str = ""
    """For a choice: the table of wording.states."""
    is_score: bool = False
    """Left out of a list without scores."""
    is_read: bool = False
    """Read back by an import; other columns are written only."""
    also: tuple[str, ...] = ()
    """Other heads that people give this column."""

    def title(self) -> str:
        """The head in the language spoken."""
        return _(self.head)

    def value(self, record: Any) -> Value:
        """What stands in the cell: a choice by its word, everything else as it is."""
        found = self.take(record) if self.take else getattr(record, self.field)
        if self.kind == "choice":
            return states.word(self.words, str(found)) if found else ""
        return found

    def text(self, record: Any) -> str:
        """The same for a screen of plain text: one line."""
        value = self.value(record)
        if value is None:
            return numbers.DASH
        if isinstance(value, datetime):
            return f"{dates.long(value)} {dates.clock(value.time())}"
        if isinstance(value, date):
            return dates.long(value)
        if isinstance(value, Decimal):
            return numbers.decimal(value)
        return " ".join(str(value).split())

    def heads(self) -> Iterator[str]:
        """Every head under which the column is known, as `plain` has it."""
        for language in LANGUAGES:
            with speaking(language):
                yield plain(_(self.head))
        yield from map(plain, self.also)

    def choices(self) -> dict[str, str]:
        """For a choice: what may be written in a cell (as `plain` has it) and its code."""
        found: dict[str, str] = {}
        for language in LANGUAGES:
            with speaking(language):
                table = states.words(self.words)
            found |= {plain(word): code for code, word in table.items()}
            found |= {plain(code): code for code in table}
        return found


def plain(text: str) -> str:
    """A head or word without case, surplus spaces and trailing marks: "Nama *:" is "nama"."""
    return " ".join(text.replace("_", " ").split()).casefold().rstrip(" *:.")

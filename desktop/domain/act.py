"""One act of a person: who, when, with which fresh ids; and what it changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from desktop.domain.problems import Problem

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LARGEST = 2_000_000_000
"""What every kind of office file can keep in a column of whole numbers."""
_BROKEN = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Act:
    """Who does something and when. Clock and randomness enter the use cases only here."""

    at: datetime
    """The moment, UTC."""
    today: date
    """The day in the office's own time zone."""
    by: str
    """The operator's name."""
    new_id: Callable[[str], str]
    """Kind letter -> a fresh public id: the letter and ten characters of Crockford base32."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What a use case changed: the nouns touched, and the public id of the record in question."""

    touched: frozenset[str]
    id: str | None = None
    facts: Mapping[str, object] = field(default_factory=dict[str, object])


def can_be_kept(text: str) -> bool:
    """Whether every letter of a text is one that an office file can keep."""
    return _BROKEN.search(text) is None


def check_facts(facts: Mapping[str, object]) -> None:
    """Refuses texts and numbers of an act that no office file could keep. An `id` of that kind is
    simply unknown."""
    for name, value in facts.items():
        if isinstance(value, str) and name != "id" and not can_be_kept(value):
            raise Problem("record.text_broken", field=name)
        if isinstance(value, int) and abs(value) > LARGEST:
            raise Problem("record.number_too_large", field=name)

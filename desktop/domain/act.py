"""One act of a person: who, when, with which fresh ids; and what it changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


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

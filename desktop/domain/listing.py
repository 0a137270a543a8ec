"""Lists as they may leave the office: scores of rounds under embargo are left out."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from desktop.domain.round import Round

KINDS = (
    "agencies",
    "units",
    "rounds",
    "assessments",
    "findings",
    "actions",
    "agreements",
    "commitments",
    "meetings",
    "letters",
    "history",
)
OF_ROUNDS = frozenset({"rounds", "assessments", "findings", "actions"})
"""Kinds of which one round can be chosen."""


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A round with the result of its entity, where it is released and has one."""

    round: Round
    value: Decimal | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """The records of one kind, safe to print."""

    kind: str
    records: tuple[Any, ...]
    """Agency, Unit, RoundLine, Assessment ... by kind."""
    withheld: tuple[str, ...] = ()
    """Names of the rounds whose scores were left out."""
    drafts: tuple[str, ...] = ()
    """Short names of instruments whose indicator weights are not official."""
    is_sample: bool = False
    """Something in it is made up: CONTOH."""

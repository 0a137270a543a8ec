"""A round's results as Hasil shows them: every unit, and the entity they add up to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from desktop.domain.answer import Answer
from desktop.domain.assessment import Assessment
from desktop.domain.instrument import Instrument, Node, Zone
from desktop.domain.round import Round
from desktop.domain.score import UnitScore
from desktop.domain.years import Change


@dataclass(frozen=True, slots=True)
class Results:
    """The units of a round, best first, those without a value last; and the entity's value."""

    round: Round
    instrument: Instrument
    units: tuple[Assessment, ...]
    value: Decimal | None
    """The entity's, from the units scored so far; provisional until all are sealed."""
    zone: Zone | None
    scored: int
    changes: Mapping[str, Change] = field(default_factory=dict[str, Change])
    """Assessment id -> the change from the unit's newest earlier result; where there is one."""


@dataclass(frozen=True, slots=True)
class PathStep:
    """One answer to raise."""

    node: Node
    product: str
    """Its short name; empty = asked of the unit as a whole."""
    start: Answer
    end: Answer
    gain: Fraction
    """What it brings the exact unit value."""


@dataclass(frozen=True, slots=True)
class UnitPath:
    """The fewest answers that lift the unit into the next better zone, the largest first."""

    zone: Zone
    steps: tuple[PathStep, ...]
    value: Decimal


@dataclass(frozen=True, slots=True)
class UnitResult:
    """One unit with the part every node has in its number."""

    assessment: Assessment
    instrument: Instrument
    score: UnitScore
    minimum: Decimal | None
    finding_count: int
    engine: str
    path: UnitPath | None = None
    """None in the best zone, without a value, or where no answer of the unit itself leads up."""
    entity_share: Fraction | None = None
    """By so much of a point the entity rises when this unit rises by one."""


def share_in_entity(instrument: Instrument, products: int, of: Sequence[int]) -> Fraction | None:
    """What one unit weighs in its entity, by the number of products of it and of all units that
    have a value; None where the entity is weighed otherwise."""
    if instrument.entity_reducer == "mean":
        return Fraction(1, len(of)) if of else None
    if instrument.entity_reducer == "mean_by_products" and sum(of):
        return Fraction(products, sum(of))
    return None

"""A round's results as Hasil shows them: every unit, and the entity they add up to."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from desktop.domain.assessment import Assessment
from desktop.domain.instrument import Instrument, Zone
from desktop.domain.round import Round
from desktop.domain.score import UnitScore


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


@dataclass(frozen=True, slots=True)
class UnitResult:
    """One unit with the part every node has in its number."""

    assessment: Assessment
    instrument: Instrument
    score: UnitScore
    minimum: Decimal | None
    finding_count: int
    engine: str

"""Why this number, as plain rows for paper and screen: four decimals, parts that add up."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from desktop.domain.instrument import Instrument, Zone
from desktop.domain.score import UnitScore


@dataclass(frozen=True, slots=True)
class Part:
    """One row of "Mengapa angka ini": a dimension."""

    number: int
    code: str
    name: str
    weight: Decimal
    """(a) effective, in percent, 2 decimals or more where it has more (at most 4)."""
    counted: int
    """Indicators that count / that are asked."""
    of: int
    value: Decimal | None
    """(b) 4 decimals."""
    contribution: Decimal
    """a x b : 100, from the exact numbers, 4 decimals."""
    zone: Zone | None


@dataclass(frozen=True, slots=True)
class Loss:
    """One row of "Nilai yang hilang": what an indicator costs the unit, 4 decimals."""

    number: int
    code: str
    name: str
    value: Decimal
    lost: Decimal


@dataclass(frozen=True, slots=True)
class Derivation:
    """Annex C. Printed parts + `difference` = `total`, always."""

    parts: tuple[Part, ...]
    total: Decimal
    """The exact value, 4 decimals."""
    difference: Decimal
    """"Selisih pembulatan" of the parts, signed; 0 = no such row."""
    value: Decimal
    """The rounded value."""
    zone: Zone
    full: Decimal
    """The scale's maximum, 4 decimals: full - losses - rest + losses_difference = total."""
    losses: tuple[Loss, ...]
    """The six dearest indicators, dearest first."""
    rest_count: int
    rest_lost: Decimal
    losses_difference: Decimal


def derivation(instrument: Instrument, score: UnitScore) -> Derivation | None:
    """The derivation of a unit's value; None without a value or for a published one."""
    raise NotImplementedError

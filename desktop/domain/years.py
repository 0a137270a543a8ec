"""One unit through the years: its sealed results, and what each change is made of."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from desktop.domain.comparison import Comparison
from desktop.domain.instrument import Zone


@dataclass(frozen=True, slots=True)
class Change:
    """From one result of a unit to the next one on the same track."""

    year: int
    """Of the earlier result."""
    points: Decimal
    """New minus old as both are shown, so that a reader can check it; where the scales differ,
    with the old value put on the new scale."""
    comparison: Comparison | None
    """What it is made of, where the method changed; None = the same method."""
    content: Fraction = Fraction(1)
    """Which part of the later instrument a bridge leads to, whatever was answered: 0 to 1."""
    is_assumed: bool = False
    """The bridge is a draft."""

    @property
    def method_changed(self) -> bool:
        """Were the two results found by different instruments?"""
        return self.comparison is not None


@dataclass(frozen=True, slots=True)
class YearResult:
    """A unit's result of one year."""

    assessment_id: str
    round_name: str
    year: int
    instrument_name: str
    """Short: "ORI 2022–2024"."""
    value: Decimal
    zone: Zone
    is_published: bool
    """Taken as it was announced; its answers are not known."""
    is_provisional: bool
    """Not sealed: the present one only."""
    change: Change | None
    """From the result before it; None for the first."""

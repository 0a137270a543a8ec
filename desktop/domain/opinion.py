"""The opinion of an instrument that has one: quality zone x state of compliance."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.instrument import Instrument
from desktop.domain.score import UnitScore


@dataclass(frozen=True, slots=True)
class Opinion:
    """ "Kualitas Tinggi" + "Tanpa Maladministrasi"; column None = cannot be decided yet."""

    row: str
    column: str | None
    assumed: bool
    """Does it rest on something that no source gives?"""


def opinion_of(instrument: Instrument, score: UnitScore) -> Opinion | None:
    """The opinion on a unit; None if the instrument knows none or the unit has no value."""
    raise NotImplementedError

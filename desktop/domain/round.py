"""A round (putaran): one year's campaign with one instrument, in one region, on one track."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from desktop.domain.problems import Problem

STATES = ("planned", "collecting", "verifying", "final", "released")
TRACKS = ("internal", "ombudsman")


@dataclass(frozen=True, slots=True)
class Round:
    """A round and how far it has come. `universe`/`sample` unknown is None, never 0."""

    id: str
    name: str
    year: int
    instrument_code: str
    instrument_version: str
    instrument_name: str
    instrument_status: str
    track: str
    region_code: str
    region_name: str
    minimum: Decimal | None
    universe: int | None
    sample: int | None
    basis: str
    """The order or circular the letters refer to."""
    field_start: date | None
    field_end: date | None
    needs_verification: bool
    needs_validation: bool
    is_sample: bool
    """Made-up scores: everything printed is stamped CONTOH."""
    state: str
    released_on: date | None
    release_number: str
    unit_count: int = 0
    scored_count: int = 0

    @property
    def is_released(self) -> bool:
        """Whether scores and zones may leave the office."""
        return self.state == "released"


class RoundName(NamedTuple):
    """A round as the window's frame calls it."""

    id: str
    name: str
    region_name: str
    instrument_name: str
    is_released: bool


def next_state(state: str) -> str | None:
    """The step that follows, or None at the end."""
    at = STATES.index(state)
    return STATES[at + 1] if at + 1 < len(STATES) else None


def check_step(state: str, wanted: str) -> None:
    """A round moves one step forward at a time; release has its own act."""
    if wanted not in STATES:
        raise Problem("round.state_unknown", field="state", state=wanted)
    if wanted != next_state(state):
        raise Problem("round.step_wrong", field="state", now=state, wanted=wanted)


def check_minimum(text: str, low: Decimal, high: Decimal) -> Decimal | None:
    """The minimum standard on the instrument's scale; empty means none was set."""
    if not text.strip():
        return None
    try:
        value = Decimal(text.strip().replace(",", "."))
    except ArithmeticError:
        raise Problem("round.minimum_wrong", field="minimum", low=low, high=high) from None
    if not value.is_finite() or not low <= value <= high:
        raise Problem("round.minimum_wrong", field="minimum", low=low, high=high)
    return value


def check_scope(universe: int | None, sample: int | None) -> None:
    """A sample cannot be larger than the universe it is drawn from, nor either below nothing."""
    for name, count in (("universe", universe), ("sample", sample)):
        if count is not None and count < 0:
            raise Problem("record.count_negative", field=name)
    if universe is not None and sample is not None and sample > universe:
        raise Problem("round.sample_too_large", field="sample", universe=universe)

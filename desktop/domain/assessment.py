"""An assessment (penilaian): one unit in one round, in one revision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desktop.domain.problems import Problem

STATES = ("planned", "collecting", "complete", "verified", "validated", "final", "delivered")
OPEN = ("planned", "collecting")
"""While answers may still change."""
FROZEN = ("final", "delivered")
MOST_RESPONDENTS = 1000
"""Of one role at one unit: more is a typing error."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """One line of a list: who is assessed, how far, and the number as far as it is known."""

    id: str
    round_id: str
    round_name: str
    year: int
    track: str
    unit_id: str
    unit_name: str
    unit_short: str
    unit_type: str
    agency_id: str
    agency_name: str
    region_code: str
    region_name: str
    instrument_code: str
    instrument_version: str
    revision: int
    state: str
    is_released: bool
    is_sample: bool
    team: str
    assessors: str
    started_on: date | None
    ended_on: date | None
    place: str
    published_value: Decimal | None
    product_count: int
    value: Decimal | None
    zone: str | None
    low: Decimal | None
    high: Decimal | None
    answered: int
    applicable: int
    not_applicable: int
    finalised_on: date | None
    seal: str | None
    number: int = 0
    """Place in its round, from 1."""

    @property
    def is_frozen(self) -> bool:
        """Whether answers and findings can no longer change."""
        return self.state in FROZEN

    @property
    def shown_state(self) -> str:
        """The state as lists show it: released once its round is (records: states)."""
        return "released" if self.is_released and self.is_frozen else self.state


@dataclass(frozen=True, slots=True)
class SheetRecord:
    """One answering of one subject, with its answers and notes by node number."""

    key: int
    subject: str
    """unit | product | respondent"""
    product_id: str | None
    name: str
    short_name: str
    product_type: str | None
    role: str | None
    slot: int
    answers: Mapping[int, int]
    notes: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything the scoring desk needs about one assessment, read at once."""

    assessment: Assessment
    instrument_document: Mapping[str, object]
    entity_kind: str
    sheets: tuple[SheetRecord, ...]
    unit_count: int
    previous_id: str | None
    next_id: str | None


def steps(state: str, *, needs_verification: bool, needs_validation: bool) -> tuple[str, ...]:
    """The states that may follow `state`, in the round's own way of working."""
    back = ("collecting",) if state in ("complete", "verified", "validated") else ()
    way = ["planned", "collecting", "complete"]
    way += ["verified"] * needs_verification + ["validated"] * needs_validation
    way += ["final", "delivered"]
    if state not in way:
        return back
    at = way.index(state)
    return (*way[at + 1 : at + 2], *back)


def check_step(
    state: str, wanted: str, *, needs_verification: bool, needs_validation: bool, reason: str
) -> None:
    """One step of the lifecycle; going back to collecting needs a reason."""
    if wanted not in STATES:
        raise Problem("assessment.state_unknown", field="state", state=wanted)
    allowed = steps(state, needs_verification=needs_verification, needs_validation=needs_validation)
    if wanted not in allowed:
        raise Problem("assessment.step_wrong", field="state", now=state, wanted=wanted)
    if wanted == "collecting" and state != "planned" and not reason.strip():
        raise Problem("assessment.reason_missing", field="reason")


def check_counts(respondents: int | None, products: int | None) -> None:
    """As many respondents of each role as can be meant, and no count below nothing."""
    if products is not None and products < 0:
        raise Problem("record.count_negative", field="product_count")
    if respondents is not None and not 0 <= respondents <= MOST_RESPONDENTS:
        most = MOST_RESPONDENTS
        raise Problem("assessment.respondents_wrong", field="respondents", most=most)

"""The facts letters are composed of. Only `ResultFacts` has room for a score."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.agency import Agency
from desktop.domain.agreement import Agreement, Commitment
from desktop.domain.assessment import Assessment
from desktop.domain.derivation import Derivation
from desktop.domain.finding import Finding
from desktop.domain.instrument import Instrument
from desktop.domain.round import Round
from desktop.domain.score import UnitScore


@dataclass(frozen=True, slots=True)
class NotApplicableFact:
    """An indicator that does not apply, and why."""

    code: str
    name: str
    product: str
    reason: str
    note: str


@dataclass(frozen=True, slots=True)
class ResultFacts:
    """Everything an assessment letter says; exists only for a released round."""

    assessment: Assessment
    round: Round
    agency: Agency
    instrument: Instrument
    score: UnitScore
    derivation: Derivation | None
    products: tuple[str, ...]
    respondents: tuple[tuple[str, int], ...]
    findings: tuple[Finding, ...]
    not_applicable: tuple[NotApplicableFact, ...]


@dataclass(frozen=True, slots=True)
class UnitFindings:
    """What was found at one unit."""

    unit: str
    findings: tuple[Finding, ...]
    products: tuple[str, ...] = ()
    """All products looked at, so that a paper need not name them where all are meant."""


@dataclass(frozen=True, slots=True)
class SuggestionFacts:
    """What may be said under embargo. No field here can hold a score, zone or rank."""

    round_name: str
    region_name: str
    year: int
    field_start: date | None
    field_end: date | None
    unit_count: int
    is_sample: bool
    groups: tuple[UnitFindings, ...]


@dataclass(frozen=True, slots=True)
class ChecklistFacts:
    """An agreement with its promises, and the checklist's own serial number."""

    agreement: Agreement
    commitments: tuple[Commitment, ...]
    serial: int

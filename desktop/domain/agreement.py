"""Agreements (MoU, PKS, promises) as a tree, with their commitments and follow-up entries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.calendar import Holidays, working_days
from desktop.domain.problems import Problem

STATES = ("draft", "in_force", "expired", "ended", "replaced")
KINDS = ("umbrella", "mou", "pks", "pledge", "plan")
ROLES = ("representing", "named")
FOLLOWUP_STATES = ("done", "partly", "not_done")


@dataclass(frozen=True, slots=True)
class Party:
    """One party: its name, its own number of the agreement, and who signed for it."""

    name: str
    number: str
    signer: str
    signer_title: str


@dataclass(frozen=True, slots=True)
class Stage:
    """A promised step: its label (a year, a quarter), what is due then, a target if one was set."""

    label: str
    plan: str
    target: int | None
    reported: str = ""
    """What was reported for it; empty = not reported."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """One promise. Unknown baseline or target is None, never 0."""

    id: str
    agreement_id: str
    ordinal: int
    article: str
    activity: str
    """What is promised."""
    output: str
    owner_first: str
    owner_second: str
    unit: str
    """What is counted: "kewenangan", "OPD" …"""
    baseline: int | None
    target: int | None
    due_on: date | None
    due_words: str
    """The time as the agreement says it, where there is no date."""
    promised_to: str
    stages: tuple[Stage, ...]
    last_state: str
    """State of the newest follow-up entry: done | partly | not_done | ""."""
    entry_count: int = 0

    @property
    def standing(self) -> str:
        """done | partly | needs_report | no_target: how the ledger shows it."""
        if self.last_state == "done":
            return "done"
        if self.last_state:
            return "partly" if self.last_state == "partly" else "needs_report"
        has_target = self.target is not None or self.due_on or self.stages or self.due_words
        return "needs_report" if has_target else "no_target"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What was reported about a commitment on a day."""

    id: str
    commitment_id: str
    on: date
    stage: str
    amount: int | None
    state: str
    evidence: str
    obstacle: str
    plan: str
    by: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement with its scope counted as universe / representing / named."""

    id: str
    parent_id: str | None
    kind: str
    title: str
    short_title: str
    region_code: str
    region_name: str
    parties: tuple[Party, ...]
    signed_on: date | None
    place: str
    valid_until: date | None
    state: str
    basis: str
    witnesses: str
    scope: str
    obstacle: str
    universe: int | None
    representing: int | None
    named: int
    commitment_count: int
    needing_report: int
    is_sample: bool
    note: str = ""

    @property
    def unknown_count(self) -> int | None:
        """Representing agencies that nobody named (10 representing, 8 named: 2)."""
        return None if self.representing is None else max(0, self.representing - self.named)


@dataclass(frozen=True, slots=True)
class AgreementPage:
    """An agreement with everything its page shows."""

    agreement: Agreement
    commitments: tuple[Commitment, ...]
    agencies: tuple[tuple[str, str, str], ...]
    """(agency id, name, role)"""


def standing_of(agreement: Agreement, today: date, holidays: Holidays) -> tuple[str, int]:
    """(state as shown, working days left): ending = within 60 working days of its end."""
    if agreement.state != "in_force" or agreement.valid_until is None:
        return agreement.state, 0
    if agreement.valid_until < today:
        return "expired", 0
    left = working_days(today, agreement.valid_until, holidays).days
    return ("ending" if left <= 60 else "in_force"), left


def check_counts(universe: int | None, representing: int | None) -> None:
    """Those who represent cannot be more than there are; none of them can be below nothing."""
    for name, count in (("universe", universe), ("representing", representing)):
        if count is not None and count < 0:
            raise Problem("commitment.count_negative", field=name)
    if universe is not None and representing is not None and representing > universe:
        raise Problem("agreement.representing_too_many", field="representing", universe=universe)


def check_validity(signed_on: date | None, valid_until: date | None) -> None:
    """An agreement cannot end before it was signed."""
    if signed_on and valid_until and valid_until < signed_on:
        raise Problem("agreement.ends_before_signing", field="valid_until", signed=signed_on)

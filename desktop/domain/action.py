"""An action (tindakan): the plan that closes a finding, a promise or a meeting's matter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.calendar import Holidays, working_days
from desktop.domain.problems import Problem

STATES = ("planned", "running", "reported", "verified", "closed")
OPEN = ("planned", "running", "reported", "verified")
OBSTACLES = ("authority_moved", "budget", "staff", "regulation", "network", "other")
"""authority_moved: the duty went to province or centre by UU 23/2014, the service stayed."""


@dataclass(frozen=True, slots=True)
class Action:
    """One planned measure, who does it, until when, and how far it is."""

    id: str
    finding_id: str | None
    commitment_id: str | None
    meeting_id: str | None
    origin: str
    """What it comes from, in a word: "P.4", "Komitmen 1", "Exit meeting"."""
    agency_id: str
    agency_name: str
    agency_short: str
    unit_name: str
    region_name: str
    title: str
    output: str
    person: str
    received_on: date | None
    due_on: date | None
    extended_to: date | None
    obstacle: str
    obstacle_note: str
    evidence_note: str
    state: str
    started_on: date | None
    reported_on: date | None
    reported_by: str
    verified_on: date | None
    verified_by: str
    closed_on: date | None
    drop_reason: str
    is_sample: bool

    @property
    def is_open(self) -> bool:
        """Whether something remains to be done."""
        return self.state in OPEN

    @property
    def due(self) -> date | None:
        """The day that counts: the extension if there is one."""
        return self.extended_to or self.due_on


@dataclass(frozen=True, slots=True)
class Due:
    """How an action stands against the calendar."""

    group: str
    """late | today | week | month | later | none | done"""
    days: int
    """Working days left; negative when late."""
    missing_years: tuple[int, ...] = ()


def due_of(action: Action, today: date, holidays: Holidays) -> Due:
    """The due group: this week = up to 5 working days, this month = up to 22."""
    if not action.is_open:
        return Due("done", 0)
    if action.due is None:
        return Due("none", 0)
    span = working_days(today, action.due, holidays)
    late = action.due < today
    if late:
        group = "late"
    elif action.due == today:
        group = "today"
    else:
        group = "week" if span.days <= 5 else "month" if span.days <= 22 else "later"
    return Due(group, span.days, span.missing_years)


FOLLOWS = {
    "planned": ("running",),
    "running": ("reported",),
    "reported": ("verified", "running"),
    "verified": ("closed", "running"),
}


def check_step(action: Action, wanted: str, by: str) -> None:
    """One step forward, back to running, or dropped; the verifier is another person."""
    if wanted == "dropped" and action.is_open:
        return
    if wanted not in FOLLOWS.get(action.state, ()):
        raise Problem("action.step_wrong", field="state", now=action.state, wanted=wanted)
    if wanted == "verified" and by.casefold() == action.reported_by.casefold():
        raise Problem("action.verifier_same", field="verified_by", name=by)


def check_dates(received: date | None, due: date | None, extended: date | None) -> None:
    """A due date lies after receipt; an extension after the due date."""
    if received and due and due < received:
        raise Problem("action.due_before_receipt", field="due_on", received=received)
    if extended and due and extended <= due:
        raise Problem("action.extension_too_early", field="extended_to", due=due)

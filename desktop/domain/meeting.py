"""Meetings with those who are assessed. No record here can hold a score."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from desktop.domain.problems import Problem

KINDS = ("pre", "briefing", "mentoring", "entry", "exit", "supervision")
STATES = ("planned", "held", "cancelled")


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting: where, when, who came, what was said and what was handed over."""

    id: str
    kind: str
    title: str
    region_code: str
    region_name: str
    round_id: str | None
    round_name: str
    agreement_id: str | None
    held_on: date | None
    """None: no source tells the day."""
    starts: str
    ends: str
    place: str
    attendance: int | None
    attendees: str
    minutes: str
    handed_over: str
    state: str
    is_embargoed: bool
    """Its round is not released: nothing of it may hold a score."""
    agency_count: int = 0


def check_time(text: str, field: str) -> str:
    """A clock time as HH.MM; "" where it is not known."""
    if not text.strip():
        return ""
    match = re.fullmatch(r"(\d{1,2})[.:](\d{2})", text.strip())
    if not match or int(match[1]) > 23 or int(match[2]) > 59:
        raise Problem("meeting.time_wrong", field=field)
    return f"{int(match[1]):02d}.{match[2]}"

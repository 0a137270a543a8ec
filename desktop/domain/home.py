"""What the first page shows: what is due, how the round stands, what to do next."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.action import Action, Due
from desktop.domain.round import Round


@dataclass(frozen=True, slots=True)
class DueAction:
    """An open action and how it stands against the calendar."""

    action: Action
    due: Due


@dataclass(frozen=True, slots=True)
class ZoneCount:
    """How many units of the round stand in one zone; code None = not yet assessed."""

    code: str | None
    name: str
    colour: str
    count: int


@dataclass(frozen=True, slots=True)
class TeamProgress:
    """Answered cells of one team."""

    team: str
    members: str
    answered: int
    applicable: int


@dataclass(frozen=True, slots=True)
class NextStep:
    """One thing to do next: a code that wording turns into words, and where it leads."""

    code: str
    subject: str
    count: int
    note: str
    page: str
    place: str
    """Public id of the record to open there."""


@dataclass(frozen=True, slots=True)
class Home:
    """The first page."""

    round: Round | None
    due: tuple[DueAction, ...]
    open_count: int
    late_count: int
    zones: tuple[ZoneCount, ...]
    unit_count: int
    teams: tuple[TeamProgress, ...]
    steps: tuple[NextStep, ...]
    working_days_left: int | None
    """Working days until the round's data collection ends."""
    missing_holiday_years: tuple[int, ...]
    agency_count: int
    is_embargoed: bool

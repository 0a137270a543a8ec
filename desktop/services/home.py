"""The first page, gathered in a few statements."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.domain.action import due_of
from desktop.domain.assessment import FROZEN, Assessment
from desktop.domain.calendar import working_days
from desktop.domain.home import DueAction, Home, NextStep, TeamProgress, ZoneCount
from desktop.domain.round import Round
from desktop.models.agency import AgencyRow
from desktop.services.actions import actions
from desktop.services.agreements import commitments
from desktop.services.assessments import assessments
from desktop.services.instruments import instrument
from desktop.services.offices import holidays
from desktop.services.rounds import rounds


def home(db: Session, *, today: date, round: str | None = None) -> Home:
    """What is due in the whole office, and how the chosen round (or the newest open one) stands."""
    table = holidays(db)
    chosen = _chosen(rounds(db), round)
    scored = assessments(db, round=chosen.id) if chosen else ()
    due = tuple(DueAction(a, due_of(a, today, table)) for a in actions(db, open_only=True))
    left = None
    missing: set[int] = {y for d in due for y in d.due.missing_years}
    if chosen and chosen.field_end and chosen.field_end >= today and chosen.state != "released":
        span = working_days(today, chosen.field_end, table)
        left, missing = span.days, missing | set(span.missing_years)
    return Home(
        round=chosen,
        due=due,
        open_count=len(due),
        late_count=sum(d.due.group == "late" for d in due),
        zones=_zones(db, chosen, scored),
        unit_count=len(scored),
        teams=_teams(scored),
        steps=_steps(db, chosen, scored),
        working_days_left=left,
        missing_holiday_years=tuple(sorted(missing)),
        agency_count=db.scalar(select(func.count()).select_from(AgencyRow)) or 0,
        is_embargoed=bool(chosen and not chosen.is_released),
    )


def _chosen(every: Sequence[Round], wanted: str | None) -> Round | None:
    for each in every:
        if each.id == wanted:
            return each
    return next((r for r in every if not r.is_released), every[0] if every else None)


def _zones(
    db: Session, chosen: Round | None, scored: Sequence[Assessment]
) -> tuple[ZoneCount, ...]:
    if chosen is None:
        return ()
    used = instrument(db, code=chosen.instrument_code, version=chosen.instrument_version)
    known = [a.zone for a in scored if a.zone and (a.answered == a.applicable or a.is_frozen)]
    counts = [ZoneCount(z.code, z.name, z.colour, known.count(z.code)) for z in used.zones]
    return (*counts, ZoneCount(None, "", "", len(scored) - len(known)))


def _teams(scored: Sequence[Assessment]) -> tuple[TeamProgress, ...]:
    teams: dict[str, list[Assessment]] = {}
    for each in scored:
        if each.published_value is None:
            teams.setdefault(each.team, []).append(each)
    return tuple(
        TeamProgress(
            team,
            _members(mine),
            sum(a.answered for a in mine),
            sum(a.applicable for a in mine),
        )
        for team, mine in sorted(teams.items())
    )


def _members(mine: Sequence[Assessment]) -> str:
    names = (n.strip() for a in mine for n in a.assessors.split(",") if n.strip())
    return ", ".join(dict.fromkeys(names))


def _steps(db: Session, chosen: Round | None, scored: Sequence[Assessment]) -> tuple[NextStep, ...]:
    """The three things that come next, in the order of the journey."""
    steps: list[NextStep] = []
    if chosen is not None and not chosen.is_released:
        half = sorted(
            (a for a in scored if not a.is_frozen and a.applicable > a.answered > 0),
            key=lambda a: a.applicable - a.answered,
        )
        steps += [_fill(a) for a in half[:2]]
        steps += [
            NextStep("finalise", a.unit_short or a.unit_name, 0, a.team, "assessment", a.id)
            for a in scored
            if not a.is_frozen and (a.applicable == a.answered > 0 or _is_published(a))
        ][:1]
        waiting = [
            a for a in scored if a.answered == 0 and not a.is_frozen and not _is_published(a)
        ]
        if waiting:
            steps.append(
                NextStep(
                    "begin", waiting[0].unit_name, len(waiting), "", "assessment", waiting[0].id
                )
            )
        if scored and all(a.state in FROZEN for a in scored):
            steps.append(NextStep("release", chosen.name, 0, "", "assessment", chosen.id))
    needing = [c for c in commitments(db) if c.standing == "needs_report"]
    if needing:
        first = needing[0]
        steps.append(
            NextStep("report", first.activity, len(needing), "", "agreement", first.agreement_id)
        )
    return tuple(steps[:3])


def _is_published(each: Assessment) -> bool:
    """Whether a value stands instead of answers: nothing is to be begun or filled in there."""
    return each.published_value is not None


def _fill(each: Assessment) -> NextStep:
    name = each.unit_short or each.unit_name
    return NextStep("fill", name, each.applicable - each.answered, each.team, "assessment", each.id)

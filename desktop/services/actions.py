"""Actions: made from a finding, a promise or a meeting; moved step by step; never forgotten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain import action as rules
from desktop.domain.act import Act, Changes
from desktop.domain.action import Action
from desktop.domain.calendar import add_working_days
from desktop.domain.problems import Problem
from desktop.models.action import ActionRow
from desktop.models.agency import AgencyRow, UnitRow
from desktop.models.agreement import AgreementRow, CommitmentRow
from desktop.models.assessment import AssessmentRow, FindingRow
from desktop.models.meeting import MeetingRow
from desktop.models.region import RegionRow
from desktop.models.round import RoundRow
from desktop.services.history import remember
from desktop.services.offices import holidays, profile_of
from desktop.services.rows import change, find, find_maybe, record, values

ACTION_FIELDS = frozenset(
    "title output person received_on due_on extended_to obstacle obstacle_note "
    "evidence_note".split()
)


def actions(
    db: Session,
    *,
    region: str | None = None,
    round: str | None = None,
    open_only: bool = False,
    limit: int | None = None,
) -> tuple[Action, ...]:
    """Open actions before closed ones, by due day; those without one last."""
    query = _query()
    if region:
        query = query.where(AgencyRow.region_code == region)
    if round:
        query = query.where(RoundRow.ref == round)
    if open_only:
        query = query.where(ActionRow.state.in_(rules.OPEN))
    found = [_action(row) for row in db.execute(query)]
    found.sort(key=lambda a: (not a.is_open, a.due is None, a.due or date.max, a.title))
    return tuple(found[:limit])


def action(db: Session, *, id: str) -> Action:
    """One action."""
    row = find(db, ActionRow, id)
    return _action(db.execute(_query().where(ActionRow.id == row.id)).one())


def _query():
    return (
        select(
            ActionRow,
            AgencyRow,
            RegionRow.name.label("region_name"),
            UnitRow.name.label("unit_name"),
            FindingRow,
            CommitmentRow,
            MeetingRow,
            RoundRow.is_sample.label("of_sample_round"),
            AgreementRow.is_sample.label("of_sample_agreement"),
        )
        .join(AgencyRow, AgencyRow.id == ActionRow.agency_id)
        .join(RegionRow, RegionRow.code == AgencyRow.region_code)
        .outerjoin(FindingRow, FindingRow.id == ActionRow.finding_id)
        .outerjoin(AssessmentRow, AssessmentRow.id == FindingRow.assessment_id)
        .outerjoin(RoundRow, RoundRow.id == AssessmentRow.round_id)
        .outerjoin(UnitRow, UnitRow.id == AssessmentRow.unit_id)
        .outerjoin(CommitmentRow, CommitmentRow.id == ActionRow.commitment_id)
        .outerjoin(AgreementRow, AgreementRow.id == CommitmentRow.agreement_id)
        .outerjoin(MeetingRow, MeetingRow.id == ActionRow.meeting_id)
    )


def _action(found: Any) -> Action:
    row: ActionRow = found[0]
    agency: AgencyRow = found[1]
    region: str = found[2]
    unit: str | None = found[3]
    finding: FindingRow | None = found[4]
    commitment: CommitmentRow | None = found[5]
    meeting: MeetingRow | None = found[6]
    sample: bool = bool(found[7] or found[8])
    origin = finding.code if finding else commitment.activity if commitment else ""
    return record(
        Action,
        row,
        finding_id=finding.ref if finding else None,
        commitment_id=commitment.ref if commitment else None,
        meeting_id=meeting.ref if meeting else None,
        origin=origin or (meeting.title if meeting else ""),
        agency_id=agency.ref,
        agency_name=agency.name,
        agency_short=agency.short_name,
        unit_name=unit or agency.name,
        region_name=region,
        is_sample=sample or agency.source == "sample",
    )


def plan_action(
    db: Session,
    act: Act,
    *,
    finding: str | None = None,
    commitment: str | None = None,
    meeting: str | None = None,
    agency: str | None = None,
    title: str = "",
    person: str = "",
    output: str = "",
    received_on: date | None = None,
    due_on: date | None = None,
) -> Changes:
    """Plans an action for a finding, a commitment or a meeting.

    Title, agency and due day come from the finding where they are not given. With a day of receipt
    and no due day, the office's usual working days are counted from the day after receipt.
    """
    source = find_maybe(db, FindingRow, finding)
    row = ActionRow(
        ref=act.new_id("T"),
        finding_id=source.id if source else None,
        commitment_id=_key(find_maybe(db, CommitmentRow, commitment)),
        meeting_id=_key(find_maybe(db, MeetingRow, meeting)),
        agency_id=_agency_of(db, source, agency),
        title=(title or (source.suggestion if source else "")).strip(),
        person=person.strip(),
        output=output.strip(),
        received_on=received_on,
        due_on=due_on or (source.due_on if source else None),
    )
    if not row.title:
        raise Problem("action.title_missing", field="title")
    if row.due_on is None and received_on is not None:
        row.due_on = usual_deadline(db, received_on=received_on)
    rules.check_dates(row.received_on, row.due_on, None)
    db.add(row)
    remember(db, act, "action.planned", "action", row.ref, after=values(row, "title", "due_on"))
    return Changes(frozenset({"action", "finding"}), row.ref)


def _key(row: CommitmentRow | MeetingRow | None) -> int | None:
    return row.id if row else None


def _agency_of(db: Session, finding: FindingRow | None, agency: str | None) -> int:
    if agency:
        return find(db, AgencyRow, agency).id
    if finding is None:
        raise Problem("action.agency_missing", field="agency")
    query = (
        select(UnitRow.agency_id)
        .join(AssessmentRow, AssessmentRow.unit_id == UnitRow.id)
        .where(AssessmentRow.id == finding.assessment_id)
    )
    return db.scalars(query).one()


def usual_deadline(db: Session, *, received_on: date) -> date:
    """The office's usual number of working days after receipt (a setting, not a law)."""
    return add_working_days(received_on, profile_of(db).due_days, holidays(db)).on


def change_action(db: Session, act: Act, *, id: str, **changes: object) -> Changes:
    """Changes what an action says; steps have their own use case."""
    row = find(db, ActionRow, id)
    unknown = set(changes) - ACTION_FIELDS
    if unknown:
        raise Problem("record.field_unknown", field=sorted(unknown)[0], noun="action")
    if not str(changes.get("title", row.title)).strip():
        raise Problem("action.title_missing", field="title")
    if changes.get("obstacle", "") not in ("", *rules.OBSTACLES):
        raise Problem("action.obstacle_unknown", field="obstacle")
    rules.check_dates(*(_day(changes.get(n, getattr(row, n))) for n in _DATES))
    before, after = change(row, changes)
    if after:
        remember(db, act, "action.changed", "action", id, before, after)
    return Changes(frozenset({"action"}), id)


_DATES = ("received_on", "due_on", "extended_to")


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None


def advance_action(
    db: Session,
    act: Act,
    *,
    id: str,
    state: str,
    note: str = "",
    reported_by: str = "",
    on: date | None = None,
) -> Changes:
    """Moves an action one step (or back to running, or drops it with a reason).

    Sent back it is neither reported nor verified any more; history keeps who was, and the note.
    `reported` keeps `note` as the evidence note and who reported (the operator when not named);
    `verified` is refused to the person who reported.
    """
    row = find(db, ActionRow, id)
    now = action(db, id=id)
    rules.check_step(now, state, act.by)
    if state == "dropped" and not note.strip():
        raise Problem("action.drop_reason_missing", field="note")
    day = on or act.today
    if day > act.today:
        raise Problem("action.step_in_future", field="on")
    before, after = change(row, {"state": state, **_marks(now, state, day, act, note, reported_by)})
    if note.strip():
        after["note"] = note.strip()
    remember(db, act, f"action.{state}", "action", id, before, after)
    return Changes(frozenset({"action", "finding"}), id)


_UNSAID: Mapping[str, object] = {
    "reported_on": None,
    "reported_by": "",
    "verified_on": None,
    "verified_by": "",
}


def _marks(
    now: Action, state: str, day: date, act: Act, note: str, reported_by: str
) -> dict[str, object]:
    marks: dict[str, dict[str, object]] = {
        "running": {"started_on": now.started_on or day, **_UNSAID},
        "reported": {"reported_on": day, "reported_by": reported_by.strip() or act.by},
        "verified": {"verified_on": day, "verified_by": act.by},
        "closed": {"closed_on": day},
        "dropped": {"closed_on": day, "drop_reason": note.strip()},
    }
    found = marks[state]
    if state == "reported" and note.strip():
        found["evidence_note"] = note.strip()
    return found


def close_count(actions: Sequence[Action]) -> int:
    """How many of these are closed."""
    return sum(a.state == "closed" for a in actions)

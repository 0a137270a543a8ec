"""Meetings. Their records have no field for a score: an exit meeting cannot tell one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from desktop.domain import meeting as rules
from desktop.domain.act import Act, Changes
from desktop.domain.meeting import Meeting
from desktop.domain.problems import Problem
from desktop.models.agency import AgencyRow
from desktop.models.agreement import AgreementRow
from desktop.models.meeting import MeetingAgencyRow, MeetingRow
from desktop.models.region import RegionRow
from desktop.models.round import RoundRow
from desktop.services.history import remember
from desktop.services.regions import check_region
from desktop.services.rows import change, find, record

MEETING_FIELDS = frozenset(
    "kind title region_code held_on starts ends place attendance attendees minutes handed_over "
    "state".split()
)


def meetings(db: Session, *, region: str | None = None) -> tuple[Meeting, ...]:
    """Meetings, newest first; those whose day is not known last."""
    counts = dict(
        db.execute(
            select(MeetingAgencyRow.meeting_id, func.count()).group_by(MeetingAgencyRow.meeting_id)
        ).all()
    )
    query = (
        select(MeetingRow, RegionRow.name, RoundRow, AgreementRow.ref)
        .join(RegionRow, RegionRow.code == MeetingRow.region_code)
        .outerjoin(RoundRow, RoundRow.id == MeetingRow.round_id)
        .outerjoin(AgreementRow, AgreementRow.id == MeetingRow.agreement_id)
        .order_by(MeetingRow.held_on.is_(None), MeetingRow.held_on.desc(), MeetingRow.id.desc())
    )
    if region:
        query = query.where(MeetingRow.region_code == region)
    return tuple(
        record(
            Meeting,
            row,
            region_name=region_name,
            round_id=held.ref if held else None,
            round_name=held.name if held else "",
            agreement_id=agreement,
            is_embargoed=bool(held and held.state != "released"),
            agency_count=counts.get(row.id, 0),
        )
        for row, region_name, held, agreement in db.execute(query)
    )


def meeting(db: Session, *, id: str) -> Meeting:
    """One meeting."""
    find(db, MeetingRow, id)
    return next(m for m in meetings(db) if m.id == id)


def meeting_agencies(db: Session, *, id: str) -> tuple[tuple[str, str], ...]:
    """(id, name) of the agencies a meeting concerns."""
    row = find(db, MeetingRow, id)
    query = (
        select(AgencyRow.ref, AgencyRow.name)
        .join(MeetingAgencyRow, MeetingAgencyRow.agency_id == AgencyRow.id)
        .where(MeetingAgencyRow.meeting_id == row.id)
        .order_by(AgencyRow.name)
    )
    return tuple((ref, name) for ref, name in db.execute(query))


def _checked(db: Session, wanted: Mapping[str, object]) -> dict[str, object]:
    fields = dict(wanted)
    unknown = set(fields) - MEETING_FIELDS
    if unknown:
        raise Problem("record.field_unknown", field=sorted(unknown)[0], noun="meeting")
    if fields.get("kind", "exit") not in rules.KINDS:
        raise Problem("meeting.kind_unknown", field="kind")
    if fields.get("state", "planned") not in rules.STATES:
        raise Problem("meeting.state_unknown", field="state")
    if not str(fields.get("title", "-")).strip():
        raise Problem("meeting.title_missing", field="title")
    if not isinstance(fields.get("held_on"), date | None):
        raise Problem("meeting.day_missing", field="held_on")
    for name in ("starts", "ends"):
        if name in fields:
            fields[name] = rules.check_time(str(fields[name]), name)
    if "region_code" in fields:
        check_region(db, str(fields["region_code"]))
    attendance = fields.get("attendance")
    if isinstance(attendance, int) and attendance < 0:
        raise Problem("meeting.attendance_negative", field="attendance")
    return fields


def _check_new(wanted: Mapping[str, object]) -> None:
    if not wanted.get("title"):
        raise Problem("meeting.title_missing", field="title")
    if "held_on" not in wanted:  # None is an answer: nobody knows the day
        raise Problem("meeting.day_missing", field="held_on")
    if not wanted.get("region_code"):
        raise Problem("meeting.region_missing", field="region_code")


def keep_meeting(
    db: Session,
    act: Act,
    *,
    id: str | None = None,
    round: str | None = None,
    agreement: str | None = None,
    agencies: Sequence[str] | None = None,
    **fields: object,
) -> Changes:
    """Adds or changes a meeting; `agencies` are the ids of those it concerns.

    A new one needs title, region and `held_on` (None: the day is not known). Round and agreement:
    None leaves them, "" takes them away.
    """
    wanted = _checked(db, fields)
    if id is None:
        _check_new(wanted)
    row = find(db, MeetingRow, id) if id else MeetingRow(ref=act.new_id("G"), kind="exit")
    if round is not None:
        wanted["round_id"] = find(db, RoundRow, round).id if round else None
    if agreement is not None:
        wanted["agreement_id"] = find(db, AgreementRow, agreement).id if agreement else None
    before, after = change(row, wanted)
    if row.starts and row.ends and row.ends < row.starts:
        raise Problem("meeting.ends_before_start", field="ends")
    db.add(row)
    db.flush()
    if agencies is not None:
        told = [ref for ref, _name in meeting_agencies(db, id=row.ref)]
        _set_agencies(db, row, agencies)
        if sorted(told) != sorted(agencies):
            before["agencies"], after["agencies"] = told, list(agencies)
    if after:
        remember(db, act, "meeting.kept", "meeting", row.ref, before if id else None, after)
    return Changes(frozenset({"meeting"}), row.ref)


def _set_agencies(db: Session, row: MeetingRow, agencies: Sequence[str]) -> None:
    db.execute(delete(MeetingAgencyRow).where(MeetingAgencyRow.meeting_id == row.id))
    for ref in dict.fromkeys(agencies):
        db.add(MeetingAgencyRow(meeting_id=row.id, agency_id=find(db, AgencyRow, ref).id))

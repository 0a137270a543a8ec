"""What an embargo covers in records that may leave the office: telling words of a text are veiled.

Lists have no other place for a result of a round that is not released: its numbers are left out
where the list is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.letter_rules import veiled
from desktop.models.action import ActionRow
from desktop.models.assessment import AssessmentRow, FindingRow
from desktop.models.meeting import MeetingRow
from desktop.models.round import RoundRow

TEXTS: Mapping[str, tuple[str, ...]] = {
    "findings": ("note", "suggestion", "legal_basis"),
    "actions": ("title", "output", "obstacle_note", "evidence_note", "drop_reason"),
    "meetings": ("title", "attendees", "minutes", "handed_over"),
}
"""Kind of list -> its fields in which a person may have written anything."""


def released_assessments(db: Session) -> frozenset[str]:
    """Ids of the assessments whose round is released."""
    query = select(AssessmentRow.ref).join(RoundRow, RoundRow.id == AssessmentRow.round_id)
    return frozenset(db.scalars(query.where(RoundRow.state == "released")))


def embargoed(db: Session) -> dict[str, str]:
    """Findings, meetings and actions of rounds that are not released: id -> name of the round."""
    held = RoundRow.state != "released"
    findings = (
        select(FindingRow.ref, RoundRow.name)
        .join(AssessmentRow, AssessmentRow.id == FindingRow.assessment_id)
        .join(RoundRow, RoundRow.id == AssessmentRow.round_id)
        .where(held)
    )
    meetings = select(MeetingRow.ref, RoundRow.name).join(
        RoundRow, RoundRow.id == MeetingRow.round_id
    )
    actions = (
        select(ActionRow.ref, RoundRow.name)
        .outerjoin(FindingRow, FindingRow.id == ActionRow.finding_id)
        .outerjoin(AssessmentRow, AssessmentRow.id == FindingRow.assessment_id)
        .outerjoin(MeetingRow, MeetingRow.id == ActionRow.meeting_id)
        .join(
            RoundRow,
            (RoundRow.id == AssessmentRow.round_id) | (RoundRow.id == MeetingRow.round_id),
        )
        .where(held)
    )
    queries = (findings, meetings.where(held), actions)
    return {ref: name for query in queries for ref, name in db.execute(query)}


def veil(record: Any, fields: tuple[str, ...]) -> Any:
    """The record with the telling words of these fields veiled; itself where there are none."""
    found = {name: veiled(str(getattr(record, name))) for name in fields}
    changed = {name: text for name, text in found.items() if text != getattr(record, name)}
    return replace(record, **changed) if changed else record


def veil_values(values: Mapping[str, object]) -> dict[str, object]:
    """The same for what history remembers of a change."""
    return {name: veiled(v) if isinstance(v, str) else v for name, v in values.items()}

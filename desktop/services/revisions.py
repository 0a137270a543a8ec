"""Which revision of an assessment counts: the newest, in every list and number."""

from __future__ import annotations

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import Session, aliased

from desktop.domain.problems import Problem
from desktop.models.assessment import AssessmentRow


def is_newest() -> ColumnElement[bool]:
    """A condition on AssessmentRow: no later revision of the same unit in the same round."""
    later = aliased(AssessmentRow)
    return ~exists().where(
        later.round_id == AssessmentRow.round_id,
        later.unit_id == AssessmentRow.unit_id,
        later.revision > AssessmentRow.revision,
    )


def check_newest(db: Session, row: AssessmentRow) -> None:
    """Refuses a step with a revision that another one has replaced."""
    query = select(func.max(AssessmentRow.revision)).where(
        AssessmentRow.round_id == row.round_id, AssessmentRow.unit_id == row.unit_id
    )
    newest = db.scalars(query).one()
    if newest != row.revision:
        raise Problem("assessment.superseded", revision=newest)

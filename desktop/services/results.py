"""Results of a round, and why a number is what it is."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.assessment import Assessment
from desktop.domain.instrument import zone_of
from desktop.domain.result import Results, UnitResult
from desktop.domain.score import ENGINE, reduce_units, shown
from desktop.models.assessment import AssessmentRow
from desktop.models.round import RoundRow
from desktop.services.assessments import assessment, assessments, score_of
from desktop.services.findings import findings
from desktop.services.rounds import instrument_of_round, round_of
from desktop.services.rows import find


def results(db: Session, *, round: str) -> Results:
    """The units of a round, best first, and the value of its entity by the instrument's reducer.

    Units that were never answered stand last and do not count.
    """
    units = assessments(db, round=round)
    ids = [each.id for each in units]
    rows = {
        row.ref: row for row in db.scalars(select(AssessmentRow).where(AssessmentRow.ref.in_(ids)))
    }
    used = instrument_of_round(db, find(db, RoundRow, round))
    counted = [score_of(db, rows[a.id])[1] for a in units if a.value is not None]
    value = shown(used, reduce_units(used, counted, [score.exact for score in counted]))
    return Results(
        round=round_of(db, id=round),
        instrument=used,
        units=tuple(sorted(units, key=_order)),
        value=value,
        zone=None if value is None else zone_of(used, value),
        scored=len(counted),
    )


def _order(unit: Assessment) -> tuple[bool, Decimal, str]:
    return unit.value is None, -(unit.value or Decimal(0)), unit.unit_name.casefold()


def unit_result(db: Session, *, assessment_id: str) -> UnitResult:
    """Why this number: the unit's score with every node's contribution and gain."""
    used, score = score_of(db, find(db, AssessmentRow, assessment_id))
    whole = assessment(db, id=assessment_id)
    return UnitResult(
        assessment=whole,
        instrument=used,
        score=score,
        minimum=round_of(db, id=whole.round_id).minimum,
        finding_count=len(findings(db, assessment=assessment_id)),
        engine=ENGINE,
    )

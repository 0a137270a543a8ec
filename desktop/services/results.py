"""Results of a round, and why a number is what it is."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from sqlalchemy.orm import Session

from desktop.domain.answer import decode
from desktop.domain.assessment import OPEN, Assessment, SheetRecord
from desktop.domain.entity import reduced
from desktop.domain.grounds import Grounds, grounds_of
from desktop.domain.instrument import Instrument, zone_of
from desktop.domain.path import Step, cheapest_path
from desktop.domain.result import PathStep, Results, UnitPath, UnitResult, share_in_entity
from desktop.domain.score import ENGINE, shown
from desktop.models.agency import UnitRow
from desktop.models.assessment import AssessmentRow
from desktop.models.region import RegionRow
from desktop.models.round import RoundRow
from desktop.services.assessments import (
    assessment,
    assessments,
    quotas_asked,
    score_of,
    sheet_records,
    unit_input,
)
from desktop.services.findings import findings
from desktop.services.rounds import instrument_of_round, round_of
from desktop.services.rows import find
from desktop.services.totals import unit_members
from desktop.services.years import changes_of_round


def results(db: Session, *, round: str) -> Results:
    """The units of a round, best first, and the value of its entity by the instrument's reducer.

    Units that were never answered stand last and do not count.
    """
    units = assessments(db, round=round)
    held = find(db, RoundRow, round)
    used, kept = instrument_of_round(db, held), unit_members(db, held.id)
    value = shown(used, reduced(used, kept))
    return Results(
        round=round_of(db, id=round),
        instrument=used,
        units=tuple(sorted(units, key=_order)),
        value=value,
        zone=None if value is None else zone_of(used, value),
        scored=sum(each.exact is not None for each in kept),
        changes=changes_of_round(db, round=round),
    )


def _order(unit: Assessment) -> tuple[bool, Decimal, str]:
    return unit.value is None, -(unit.value or Decimal(0)), unit.unit_name.casefold()


def unit_result(db: Session, *, assessment_id: str) -> UnitResult:
    """Why this number: the unit's score with every node's contribution and gain, and the cheapest
    path upward."""
    row = find(db, AssessmentRow, assessment_id)
    sheets = sheet_records(db, row)
    used, score = score_of(db, row, sheets)
    whole = assessment(db, id=assessment_id)
    return UnitResult(
        assessment=whole,
        instrument=used,
        score=score,
        minimum=round_of(db, id=whole.round_id).minimum,
        finding_count=len(findings(db, assessment=assessment_id)),
        engine=ENGINE,
        path=_path(db, row, used, sheets),
        entity_share=_entity_share(db, whole, used),
    )


def _path(
    db: Session, row: AssessmentRow, used: Instrument, sheets: Sequence[SheetRecord]
) -> UnitPath | None:
    held, unit, kind = _around(db, row)
    found = cheapest_path(
        used,
        unit_input(row, unit, sheets),
        year=held.year,
        kind=kind,
        quotas=quotas_asked(sheets),
        final=row.state not in OPEN,
    )
    if found is None:
        return None
    steps = tuple(_step(each, sheets[each.sheet]) for each in found.steps)
    return UnitPath(found.zone, steps, found.value)


def _step(step: Step, sheet: SheetRecord) -> PathStep:
    asked = step.node.indicator
    assert asked is not None
    product = sheet.short_name if sheet.subject == "product" else ""
    start, end = decode(asked, step.start), decode(asked, step.end)
    return PathStep(step.node, product, start, end, step.gain)


def _entity_share(db: Session, whole: Assessment, used: Instrument) -> Fraction | None:
    if whole.value is None:
        return None
    valued = [a for a in assessments(db, round=whole.round_id) if a.value is not None]
    return share_in_entity(used, whole.product_count or 1, [a.product_count or 1 for a in valued])


def grounds(db: Session, *, assessment_id: str, number: int) -> Grounds:
    """The answers behind one indicator's value."""
    row = find(db, AssessmentRow, assessment_id)
    held, unit, kind = _around(db, row)
    sheets = sheet_records(db, row)
    used, score = score_of(db, row, sheets)
    node_score = score.nodes[number]
    return grounds_of(used, node_score, sheets, unit_type=unit.unit_type, year=held.year, kind=kind)


def _around(db: Session, row: AssessmentRow) -> tuple[RoundRow, UnitRow, str]:
    held, unit = db.get(RoundRow, row.round_id), db.get(UnitRow, row.unit_id)
    assert held is not None
    assert unit is not None
    region = db.get(RegionRow, held.region_code)
    assert region is not None
    return held, unit, region.level

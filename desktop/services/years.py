"""Results of the same unit over the years. The internal and the Ombudsman's track never mix."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.assessment import FROZEN
from desktop.domain.comparison import compare, content, same_method
from desktop.domain.instrument import zone_of
from desktop.domain.score import shown
from desktop.domain.years import Change, YearResult
from desktop.models.assessment import AssessmentRow
from desktop.models.round import RoundRow
from desktop.services.assessments import score_of
from desktop.services.bridges import bridge_between
from desktop.services.rounds import instrument_of_round
from desktop.services.rows import find

Held = tuple[AssessmentRow, RoundRow]


def history_of_unit(db: Session, *, assessment_id: str) -> tuple[YearResult, ...]:
    """The results of an assessment's unit on its own track, oldest first, it being the last.

    Earlier ones must be sealed, or published values; one a year counts. () without a value.
    """
    row = find(db, AssessmentRow, assessment_id)
    held = db.get(RoundRow, row.round_id)
    assert held is not None
    if row.value is None:
        return ()
    way = [*_earlier(db, held, [row.unit_id]).get(row.unit_id, ()), (row, held)]
    found: list[YearResult] = []
    for at, each in enumerate(way):
        found.append(_year(db, each, way[at - 1] if at else None))
    return tuple(found)


def changes_of_round(db: Session, *, round: str) -> dict[str, Change]:
    """Assessment id -> the change from the unit's newest earlier result; only where there is one.

    Answers are read only where the method changed.
    """
    held = find(db, RoundRow, round)
    newest: dict[int, AssessmentRow] = {}
    query = select(AssessmentRow).where(AssessmentRow.round_id == held.id)
    for row in db.scalars(query.order_by(AssessmentRow.revision)):
        newest[row.unit_id] = row
    before = _earlier(db, held, newest)
    return {
        row.ref: _change(db, before[unit][-1], (row, held))
        for unit, row in newest.items()
        if row.value is not None and unit in before
    }


def _earlier(db: Session, held: RoundRow, units: Iterable[int]) -> dict[int, list[Held]]:
    """Unit -> its results of earlier years, oldest first, one a year: of several rounds the one
    with the same instrument, else the latest."""
    query = (
        select(AssessmentRow, RoundRow)
        .join(RoundRow, RoundRow.id == AssessmentRow.round_id)
        .where(
            AssessmentRow.unit_id.in_(list(units)),
            AssessmentRow.value.isnot(None),
            AssessmentRow.state.in_(FROZEN) | AssessmentRow.published_value.isnot(None),
            RoundRow.track == held.track,
            RoundRow.year < held.year,
        )
        .order_by(RoundRow.year, RoundRow.id, AssessmentRow.revision)
    )
    chosen: dict[tuple[int, int], Held] = {}
    for row, before in db.execute(query):
        key = (row.unit_id, before.year)
        twin = chosen.get(key)
        if twin is None or before.id == twin[1].id or twin[1].instrument_id != held.instrument_id:
            chosen[key] = (row, before)
    found: dict[int, list[Held]] = {}
    for (unit, _), each in sorted(chosen.items(), key=lambda pair: pair[0]):
        found.setdefault(unit, []).append(each)
    return found


def _year(db: Session, each: Held, before: Held | None) -> YearResult:
    row, held = each
    used, value = instrument_of_round(db, held), _value(row)
    return YearResult(
        assessment_id=row.ref,
        round_name=held.name,
        year=held.year,
        instrument_name=used.short_name,
        value=value,
        zone=zone_of(used, value),
        is_published=row.published_value is not None,
        is_provisional=row.state not in FROZEN and row.published_value is None,
        change=None if before is None else _change(db, before, each),
    )


def _change(db: Session, old: Held, new: Held) -> Change:
    first, second = (instrument_of_round(db, held) for _, held in (old, new))
    year, points = old[1].year, _value(new[0]) - _value(old[0])
    if same_method(first, second):
        return Change(year, points, None)
    bridge = bridge_between(db, first, second)
    comparison = compare(score_of(db, old[0]), score_of(db, new[0]), bridge)
    shared = content(first, second, bridge, year=new[1].year)
    if (first.scale_min, first.scale_max) != (second.scale_min, second.scale_max):
        points = shown(second, comparison.change) or points
    return Change(year, points, comparison, shared, bridge.status == "draft")


def _value(row: AssessmentRow) -> Decimal:
    return Decimal(row.value or 0)

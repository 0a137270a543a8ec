"""Rounds: made, advanced step by step, released with a date and a decision number."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from desktop.domain import round as rules
from desktop.domain.act import Act, Changes
from desktop.domain.assessment import FROZEN
from desktop.domain.instrument import Instrument
from desktop.domain.problems import Problem
from desktop.domain.round import Round
from desktop.models.assessment import AssessmentRow
from desktop.models.region import RegionRow
from desktop.models.round import InstrumentRow, RoundRow
from desktop.services.history import remember
from desktop.services.instruments import instrument_of, instrument_to_use
from desktop.services.regions import check_region
from desktop.services.revisions import is_newest
from desktop.services.round_names import short_name_of
from desktop.services.rows import change, find, record

ROUND_FIELDS = frozenset(
    "name minimum universe sample basis field_start field_end needs_verification "
    "needs_validation is_sample".split()
)


def rounds(db: Session, *, region: str | None = None) -> tuple[Round, ...]:
    """Rounds, newest year first; the same year by name."""
    counts = {
        key: (units, int(scored or 0))
        for key, units, scored in db.execute(
            select(
                AssessmentRow.round_id,
                func.count(AssessmentRow.unit_id.distinct()),
                func.sum(case((AssessmentRow.state.in_(FROZEN), 1), else_=0)),
            )
            .where(is_newest())
            .group_by(AssessmentRow.round_id)
        )
    }
    query = (
        select(RoundRow, InstrumentRow, RegionRow.name)
        .join(InstrumentRow, InstrumentRow.id == RoundRow.instrument_id)
        .join(RegionRow, RegionRow.code == RoundRow.region_code)
        .order_by(RoundRow.year.desc(), RoundRow.name)
    )
    if region:
        query = query.where(RoundRow.region_code == region)
    return tuple(
        _round(row, used, region_name, *counts.get(row.id, (0, 0)))
        for row, used, region_name in db.execute(query)
    )


def _round(row: RoundRow, used: InstrumentRow, region_name: str, units: int, scored: int) -> Round:
    return record(
        Round,
        row,
        instrument_code=used.code,
        instrument_version=used.number,
        instrument_name=short_name_of(used),
        instrument_status=used.status,
        region_name=region_name,
        unit_count=units,
        scored_count=scored,
    )


def round_of(db: Session, *, id: str) -> Round:
    """One round."""
    find(db, RoundRow, id)
    return next(r for r in rounds(db) if r.id == id)


def instrument_of_round(db: Session, row: RoundRow) -> Instrument:
    """The instrument version a round is bound to."""
    used = db.get(InstrumentRow, row.instrument_id)
    assert used is not None
    return instrument_of(used)


def add_round(
    db: Session,
    act: Act,
    *,
    year: int,
    instrument: str,
    region_code: str,
    track: str = "internal",
    version: str | None = None,
    name: str = "",
    **more: object,
) -> Changes:
    """A new round. Year, instrument, track and region are its key and never change."""
    if track not in rules.TRACKS:
        raise Problem("round.track_unknown", field="track", track=track)
    if not 2009 <= year <= act.today.year + 5:
        raise Problem("round.year_wrong", field="year", year=year)
    region = check_region(db, region_code)
    used = instrument_to_use(db, instrument, version)
    key = (RoundRow.year == year, RoundRow.instrument_id == used.id)
    same = select(RoundRow).where(
        *key, RoundRow.track == track, RoundRow.region_code == region.code
    )
    if (twin := db.scalar(same)) is not None:
        raise Problem("round.exists", field="year", name=twin.name)
    row = RoundRow(
        ref=act.new_id("R"),
        year=year,
        instrument_id=used.id,
        track=track,
        region_code=region.code,
        name=name.strip() or f"Penilaian {year} {region.name}",
        state="planned",
    )
    wanted = _checked(instrument_of(used), more)
    change(row, wanted)
    _check_row(row)
    db.add(row)
    remember(db, act, "round.added", "round", row.ref, after={"year": year, **wanted})
    return Changes(frozenset({"round"}), row.ref)


def _checked(used: Instrument, wanted: Mapping[str, object]) -> dict[str, object]:
    fields = dict(wanted)
    unknown = set(fields) - ROUND_FIELDS
    if unknown:
        raise Problem("record.field_unknown", field=sorted(unknown)[0], noun="round")
    if "minimum" in fields:
        text = "" if fields["minimum"] is None else str(fields["minimum"])
        fields["minimum"] = rules.check_minimum(text, used.scale_min, used.scale_max)
    return fields


def _check_row(row: RoundRow) -> None:
    rules.check_scope(row.universe, row.sample)
    if row.field_start and row.field_end and row.field_end < row.field_start:
        raise Problem("round.field_ends_early", field="field_end", start=row.field_start)


def change_round(db: Session, act: Act, *, id: str, **changes: object) -> Changes:
    """Changes what may still change; once released only the past is left."""
    row = find(db, RoundRow, id)
    if row.state == "released":
        raise Problem("round.already_released", name=row.name)
    wanted = _checked(instrument_of_round(db, row), changes)
    if not str(wanted.get("name", row.name)).strip():
        raise Problem("round.name_missing", field="name")
    before, after = change(row, wanted)
    _check_row(row)
    if after:
        remember(db, act, "round.changed", "round", id, before, after)
    return Changes(frozenset({"round"}), id)


def advance_round(db: Session, act: Act, *, id: str, state: str, reason: str = "") -> Changes:
    """One step of the round's way; `final` needs every assessment sealed."""
    row = find(db, RoundRow, id)
    rules.check_step(row.state, state)
    if state == "released":
        return release_round(db, act, id=id, on=act.today, number=reason)
    if state == "final":
        _check_all_final(db, row)
    before, after = change(row, {"state": state})
    remember(db, act, f"round.{state}", "round", id, before, {**after, "reason": reason})
    return Changes(frozenset({"round", "assessment"}), id)


def _check_all_final(db: Session, row: RoundRow) -> None:
    query = select(AssessmentRow.state).where(AssessmentRow.round_id == row.id, is_newest())
    states = list(db.scalars(query))
    open_count = sum(state not in FROZEN for state in states)
    if not states:
        raise Problem("round.no_units", name=row.name)
    if open_count:
        raise Problem("round.not_all_final", count=open_count, total=len(states))


def release_round(db: Session, act: Act, *, id: str, on: date, number: str = "") -> Changes:
    """Releases a round: scores and zones may leave the office from now on. Cannot be taken back."""
    row = find(db, RoundRow, id)
    if row.state == "released":
        raise Problem("round.already_released", name=row.name)
    if row.state != "final":
        raise Problem("round.not_final", now=row.state, name=row.name)
    if on > act.today:
        raise Problem("round.release_in_future", field="on")
    _check_all_final(db, row)  # one may have been opened again since
    before, after = change(
        row, {"state": "released", "released_on": on, "release_number": number.strip()}
    )
    remember(db, act, "round.released", "round", id, before, after)
    return Changes(frozenset({"round", "assessment", "letter", "meeting"}), id)


def minimum_of(row: RoundRow) -> Decimal | None:
    """The round's minimum standard."""
    return None if row.minimum is None else Decimal(row.minimum)

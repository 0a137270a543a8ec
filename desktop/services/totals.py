"""Kept totals, and their recount from the answers.

Every assessment keeps its value, range and counts, written in the transaction of the answer that
changed them. Lists, entities and years are read from these alone; nothing here but `recounted`
ever reads an answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import cast

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from desktop.domain import assessment as rules
from desktop.domain.entity import EntityTotal, Member, reduced
from desktop.domain.instrument import Instrument, zone_of
from desktop.domain.score import Sheet, UnitInput, score_unit, shown
from desktop.domain.score_recount import (
    Audience,
    Looks,
    Spelling,
    Tally,
    parted,
    quotas_of,
    recount,
    spelling,
)
from desktop.models.agency import ProductRow, UnitRow
from desktop.models.assessment import AssessmentRow, SheetRow
from desktop.models.region import RegionRow
from desktop.models.round import InstrumentRow, RoundRow
from desktop.services.assessments import TOTALS, totals_of
from desktop.services.instruments import instrument_of

Totals = Mapping[str, object]
_Sheets = dict[int, tuple[int, Audience]]
AT_ONCE = 500
"""Rows fetched, or named in a query, at once."""
_JOINED = {
    "sqlite": "group_concat((indicator + {shift}) * {span} + value)",
    "postgresql": "string_agg(CAST((CAST(indicator AS bigint) + {shift}) * {span} + value AS text),"
    " ',' ORDER BY indicator)",
}


@dataclass(frozen=True, slots=True)
class Recounted:
    """One assessment: its totals as they are kept, and as its answers give them."""

    ref: str
    unit: str
    kept: Totals
    now: Totals


@dataclass(frozen=True, slots=True)
class _Held:
    """What decides how an assessment is counted."""

    key: int
    ref: str
    name: str
    unit_type: str
    used: Instrument
    year: int
    kind: str
    is_sealed: bool
    is_over: bool
    """Its answering is over: an instrument may then count what is open as 0."""
    published: str | None
    product_count: int
    kept: Totals


def recounted(db: Session, *, year: int | None = None) -> tuple[Recounted, ...]:
    """Every assessment (of a year) counted anew.

    The answers are read in one pass, joined sheet by sheet in SQL. Where all is answered they are
    added up; the engine counts the others.
    """
    held = {each.key: each for each in _held(db, year)}
    sheets = _sheets(db, held, year)
    spelled = spelling({each.used for each in held.values()})
    tallies = _tallies(held, sheets, spelled)
    _add_up(db, sheets, tallies, spelled)
    plain = {key: _plain(each, tallies.get(key)) for key, each in held.items()}
    missing = {key for key, now in plain.items() if now is None}
    odd = _with_answers(db, sheets, missing, spelled)
    return tuple(
        Recounted(each.ref, each.name, each.kept, plain[key] or _scored(each, odd.get(key, ())))
        for key, each in held.items()
    )


def entity_totals(db: Session, *, year: int, track: str | None = None) -> tuple[EntityTotal, ...]:
    """The entities of a year, by region: of each round the newest revision of every unit.

    From kept totals alone: answers are never read.
    """
    rounds = select(RoundRow, RegionRow.name, InstrumentRow).where(RoundRow.year == year)
    rounds = rounds.join(RegionRow, RegionRow.code == RoundRow.region_code)
    rounds = rounds.join(InstrumentRow, InstrumentRow.id == RoundRow.instrument_id)
    if track is not None:
        rounds = rounds.where(RoundRow.track == track)
    units = _units_kept(db, year)
    return tuple(
        _entity(row, region, used, units.get(row.id, []))
        for row, region, used in db.execute(rounds.order_by(RoundRow.region_code, RoundRow.id))
    )


def province_value(instrument: Instrument, entities: Sequence[EntityTotal]) -> Decimal | None:
    """What entities of one instrument come to together, shown."""
    members = [Member(each.region_name, each.exact, each.products, None) for each in entities]
    return shown(instrument, reduced(instrument, members, "entity"))


def unit_members(db: Session, round_id: int) -> list[Member]:
    """The units of a round with their kept exact values, the newest revision of each."""
    return [each.member for each in _units_kept(db, None, round_id).get(round_id, [])]


@dataclass(frozen=True, slots=True)
class _UnitKept:
    member: Member
    answered: int
    applicable: int


def _units_kept(
    db: Session, year: int | None, round_id: int | None = None
) -> dict[int, list[_UnitKept]]:
    """Round -> its units."""
    products = (
        select(SheetRow.assessment_id, func.count().label("count"))
        .where(SheetRow.subject == "product")
        .group_by(SheetRow.assessment_id)
        .subquery()
    )
    row = AssessmentRow
    query = (
        select(row.round_id, row.unit_id, UnitRow.name, row.exact, row.answered, row.applicable)
        .add_columns(row.product_count, products.c.count)
        .join(UnitRow, UnitRow.id == row.unit_id)
        .outerjoin(products, products.c.assessment_id == row.id)
        .order_by(row.round_id, row.unit_id, row.revision)
    )
    if year is not None:
        query = query.join(RoundRow, RoundRow.id == row.round_id).where(RoundRow.year == year)
    if round_id is not None:
        query = query.where(row.round_id == round_id)
    newest: dict[tuple[int, int], _UnitKept] = {}
    for held, unit, name, exact, answered, applicable, stated, counted in db.connection().execute(
        query
    ):
        value = None if exact is None else Fraction(exact)
        member = Member(name, value, stated or counted or 1, None)
        newest[held, unit] = _UnitKept(member, answered, applicable)
    found: dict[int, list[_UnitKept]] = {}
    for (held, _), each in newest.items():
        found.setdefault(held, []).append(each)
    return found


def _entity(
    row: RoundRow, region: str, used: InstrumentRow, units: Sequence[_UnitKept]
) -> EntityTotal:
    instrument = instrument_of(used)
    exact = reduced(instrument, [each.member for each in units])
    value = shown(instrument, exact)
    return EntityTotal(
        round_id=row.ref,
        round_name=row.name,
        year=row.year,
        track=row.track,
        region_code=row.region_code,
        region_name=region,
        instrument=used.code,
        is_released=row.state == "released",
        units=len(units),
        valued=sum(each.member.exact is not None for each in units),
        answered=sum(each.answered for each in units),
        applicable=sum(each.applicable for each in units),
        exact=exact,
        value=value,
        zone=None if value is None else zone_of(instrument, value),
        products=sum(each.member.products for each in units if each.member.exact is not None),
    )


# The recount


def _held(db: Session, year: int | None) -> Iterator[_Held]:
    row = AssessmentRow
    query = (
        select(row.id, row.ref, row.state, row.unit_type, row.published_value, row.product_count)
        .add_columns(UnitRow.name, UnitRow.unit_type)
        .add_columns(RoundRow.year, RoundRow.instrument_id, RegionRow.level)
        .add_columns(*(getattr(row, name) for name in TOTALS))
        .join(UnitRow, UnitRow.id == row.unit_id)
        .join(RoundRow, RoundRow.id == row.round_id)
        .join(RegionRow, RegionRow.code == RoundRow.region_code)
        .order_by(row.id)
    )
    if year is not None:
        query = query.where(RoundRow.year == year)
    used = {row.id: instrument_of(row) for row in db.scalars(select(InstrumentRow))}
    for (
        key,
        ref,
        state,
        settled,
        published,
        count,
        name,
        now,
        held_year,
        used_id,
        kind,
        *kept,
    ) in db.connection().execute(query).all():
        is_sealed = state in rules.FROZEN
        yield _Held(
            key=key,
            ref=ref,
            name=name,
            unit_type=settled if is_sealed else now,
            used=used[used_id],
            year=held_year,
            kind=kind,
            is_sealed=is_sealed,
            is_over=state not in rules.OPEN,
            published=published,
            product_count=count,
            kept=dict(zip(TOTALS, kept, strict=True)),
        )


def _sheets(db: Session, held: Mapping[int, _Held], year: int | None) -> _Sheets:
    """Sheet -> its assessment and audience."""
    query = (
        select(SheetRow.id, SheetRow.assessment_id, SheetRow.subject, SheetRow.role)
        .add_columns(SheetRow.product_type, ProductRow.product_type)
        .outerjoin(ProductRow, ProductRow.id == SheetRow.product_id)
    )
    if year is not None:
        query = query.join(AssessmentRow, AssessmentRow.id == SheetRow.assessment_id)
        query = query.join(RoundRow, RoundRow.id == AssessmentRow.round_id)
        query = query.where(RoundRow.year == year)
    found: _Sheets = {}
    known: dict[tuple[int, Audience], tuple[int, Audience]] = {}
    for some in db.connection().execute(query).partitions(AT_ONCE):
        for key, owner, subject, role, settled, now in some:
            kind = settled if now is None or held[owner].is_sealed else now
            place = (owner, (subject, kind or None, role))
            found[key] = known.setdefault(place, place)  # few objects: many would be walked often
    return found


def _tallies(held: Mapping[int, _Held], sheets: _Sheets, spelled: Spelling) -> dict[int, Tally]:
    """An empty tally for every assessment that can be added up."""
    audiences: dict[int, list[Audience]] = {}
    for key, audience in sheets.values():
        audiences.setdefault(key, []).append(audience)
    looks = {one: Looks.of(one) for one in {tuple(each) for each in audiences.values()}}
    found: dict[int, Tally] = {}
    for key, mine in audiences.items():
        each = held[key]
        rule = recount(each.used, each.unit_type, each.year, each.kind, looks[tuple(mine)], spelled)
        if rule is not None and each.published is None:
            found[key] = Tally(rule)
    return found


def _add_up(db: Session, sheets: _Sheets, tallies: Mapping[int, Tally], spelled: Spelling) -> None:
    if not tallies:
        return
    adders = {
        place: (tallies[place[0]], tallies[place[0]].rule.sheets[place[1]])
        for place in set(sheets.values())
        if place[0] in tallies
    }
    every = db.scalar(select(func.count()).select_from(SheetRow))
    where = "" if len(sheets) == every else f" WHERE sheet BETWEEN {min(sheets)} AND {max(sheets)}"
    for some in _answers(db, where, spelled):
        for sheet, answers in some:
            place = sheets.get(sheet)
            if place in adders:
                tally, adder = adders[place]
                tally.add(adder.add(answers))


def _answers(db: Session, where: str, spelled: Spelling) -> Iterator[Sequence[tuple[int, str]]]:
    """Sheets with their answers, spelled, in one text; some at a time."""
    joined = _JOINED[db.get_bind().dialect.name].format(shift=spelled.shift, span=spelled.span)
    query = text(f"SELECT sheet, {joined} FROM answer{where} GROUP BY sheet")
    found = db.execute(query).partitions(AT_ONCE)
    yield from cast("Iterator[Sequence[tuple[int, str]]]", found)


def _plain(held: _Held, tally: Tally | None) -> Totals | None:
    """The totals of an assessment that was added up; None = the engine has to count."""
    exact = None if tally is None else tally.value
    value = shown(held.used, exact)
    if tally is None or value is None:
        return None
    said = str(value)
    return {
        "value": said,
        "exact": str(exact),
        "zone": zone_of(held.used, value).code,
        "low": said,
        "high": said,
        "answered": tally.answers,
        "applicable": tally.answers,
        "not_applicable": 0,
    }


def _with_answers(
    db: Session, sheets: _Sheets, keys: Set[int], spelled: Spelling
) -> dict[int, list[Sheet]]:
    """The sheets of some assessments, filled."""
    mine = [sheet for sheet, (key, _) in sheets.items() if key in keys]
    answers: dict[int, dict[int, int]] = {}
    for start in range(0, len(mine), AT_ONCE):
        among = ", ".join(map(str, mine[start : start + AT_ONCE]))
        for some in _answers(db, f" WHERE sheet IN ({among})", spelled):
            answers |= {sheet: parted(said, spelled) for sheet, said in some}
    found: dict[int, list[Sheet]] = {}
    for sheet in mine:
        key, (subject, kind, role) = sheets[sheet]
        found.setdefault(key, []).append(Sheet(subject, "", kind, role, answers.get(sheet, {})))
    return found


def _scored(held: _Held, sheets: Sequence[Sheet]) -> Totals:
    """The totals of one assessment by the engine."""
    unit = UnitInput(
        name=held.name,
        type=held.unit_type,
        sheets=tuple(sheets),
        published=None if held.published is None else Decimal(held.published),
        product_count=held.product_count or None,
    )
    score = score_unit(
        held.used,
        unit,
        year=held.year,
        kind=held.kind,
        quotas=quotas_of(sheets),
        final=held.is_over,
    )
    return totals_of(score)

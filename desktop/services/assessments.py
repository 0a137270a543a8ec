"""Assessments: planned, scored cell by cell. Totals are kept in the answer's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.domain import assessment as rules
from desktop.domain.act import Act, Changes
from desktop.domain.assessment import Assessment, Desk, SheetRecord
from desktop.domain.instrument import Instrument, indicators, variant_year
from desktop.domain.instrument_document import to_document
from desktop.domain.problems import Problem
from desktop.domain.score import Sheet, UnitInput, UnitScore, score_unit
from desktop.models.agency import AgencyRow, ProductRow, UnitRow
from desktop.models.assessment import AssessmentRow, NoteRow, SheetRow, answer
from desktop.models.region import RegionRow
from desktop.models.round import InstrumentRow, RoundRow
from desktop.services.history import remember
from desktop.services.revisions import is_newest
from desktop.services.rounds import instrument_of_round
from desktop.services.rows import change, find, record, values

FIELDS = frozenset("team assessors started_on ended_on place".split())
USED = (InstrumentRow.code, InstrumentRow.number)
BY_NAME = (func.lower(UnitRow.name), AssessmentRow.id)
"""The order of units in a round."""
PUBLISHED = ("published_value", "product_count")


def assessments(
    db: Session, *, round: str | None = None, region: str | None = None
) -> tuple[Assessment, ...]:
    """The newest revision of each assessment, by round and name of the unit."""
    query = (
        select(AssessmentRow, RoundRow, UnitRow, AgencyRow, RegionRow.name, *USED)
        .join(RoundRow, RoundRow.id == AssessmentRow.round_id)
        .join(UnitRow, UnitRow.id == AssessmentRow.unit_id)
        .join(AgencyRow, AgencyRow.id == UnitRow.agency_id)
        .join(RegionRow, RegionRow.code == RoundRow.region_code)
        .join(InstrumentRow, InstrumentRow.id == RoundRow.instrument_id)
        .where(is_newest())
        .order_by(RoundRow.year.desc(), RoundRow.id, *BY_NAME)
    )
    if round:
        query = query.where(RoundRow.ref == round)
    if region:
        query = query.where(RoundRow.region_code == region)
    return _numbered(_assessment(*found) for found in db.execute(query))


def _numbered(found: Iterable[Assessment]) -> tuple[Assessment, ...]:
    places: dict[str, int] = {}
    numbered: list[Assessment] = []
    for each in found:
        places[each.round_id] = places.get(each.round_id, 0) + 1
        numbered.append(replace(each, number=places[each.round_id]))
    return tuple(numbered)


def _assessment(
    row: AssessmentRow,
    held: RoundRow,
    unit: UnitRow,
    agency: AgencyRow,
    region_name: str,
    instrument: str,
    version: str,
) -> Assessment:
    return record(
        Assessment,
        row,
        round_id=held.ref,
        round_name=held.name,
        year=held.year,
        track=held.track,
        unit_id=unit.ref,
        unit_name=unit.name,
        unit_short=unit.short_name,
        unit_type=unit.unit_type,
        agency_id=agency.ref,
        agency_name=agency.name,
        region_code=held.region_code,
        region_name=region_name,
        instrument_code=instrument,
        instrument_version=version,
        is_released=held.state == "released",
        is_sample=held.is_sample,
    )


def assessment(db: Session, *, id: str) -> Assessment:
    """One assessment, also an older revision."""
    row = find(db, AssessmentRow, id)
    held, unit, agency = _around(db, row)
    region = db.get(RegionRow, held.region_code)
    assert region is not None
    code, version = db.execute(select(*USED).where(InstrumentRow.id == held.instrument_id)).one()
    return _assessment(row, held, unit, agency, region.name, code, version)


def _around(db: Session, row: AssessmentRow) -> tuple[RoundRow, UnitRow, AgencyRow]:
    held, unit = db.get(RoundRow, row.round_id), db.get(UnitRow, row.unit_id)
    assert held is not None
    assert unit is not None
    agency = db.get(AgencyRow, unit.agency_id)
    assert agency is not None
    return held, unit, agency


def plan_assessment(
    db: Session,
    act: Act,
    *,
    round: str,
    unit: str,
    products: Sequence[str] | None = None,
    team: str = "",
    assessors: str = "",
    respondents: int | None = None,
    published_value: Decimal | None = None,
    product_count: int | None = None,
) -> Changes:
    """Puts a unit and its products (all, if none are named) into a round's scope.

    Respondent sheets are made as many as the instrument asks for in that year, or `respondents`
    of each role. A published value stands instead of answers.
    """
    held, served = find(db, RoundRow, round), find(db, UnitRow, unit)
    rules.check_counts(respondents, product_count)
    if held.state in ("final", "released"):
        raise Problem("round.closed_for_units", name=held.name)
    taken = select(AssessmentRow.id).where(
        AssessmentRow.round_id == held.id, AssessmentRow.unit_id == served.id
    )
    if db.scalar(taken) is not None:
        raise Problem("assessment.exists", field="unit", unit=served.name)
    row = AssessmentRow(
        ref=act.new_id("S"),
        round_id=held.id,
        unit_id=served.id,
        team=team,
        assessors=assessors,
        published_value=None if published_value is None else str(published_value),
        state="planned",
        revision=1,
    )
    db.add(row)
    db.flush()
    if published_value is None:
        chosen = _chosen_products(db, served, products)
        _make_sheets(db, row, instrument_of_round(db, held), chosen, respondents, held.year)
    else:
        row.product_count = product_count or 1
    recount(db, row)
    after = {"unit": served.name, **values(row, *PUBLISHED * (published_value is not None))}
    remember(db, act, "assessment.planned", "assessment", row.ref, after=after)
    return Changes(frozenset({"assessment", "round"}), row.ref)


def _chosen_products(
    db: Session, unit: UnitRow, products: Sequence[str] | None
) -> list[ProductRow]:
    owned = list(
        db.scalars(select(ProductRow).where(ProductRow.unit_id == unit.id).order_by(ProductRow.id))
    )
    if products is None:
        return owned
    by_ref = {p.ref: p for p in owned}
    for ref in products:
        if ref not in by_ref:
            raise Problem("product.unknown", id=ref)
    return [by_ref[ref] for ref in dict.fromkeys(products)]


def _make_sheets(
    db: Session,
    row: AssessmentRow,
    used: Instrument,
    products: Sequence[ProductRow],
    respondents: int | None,
    year: int,
) -> None:
    db.add(SheetRow(assessment_id=row.id, subject="unit"))
    for product in products:
        db.add(
            SheetRow(
                assessment_id=row.id, subject="product", product_id=product.id, name=product.name
            )
        )
    row.product_count = len(products)
    for role, count in _quotas(used, year).items():
        for number in range(1, (count if respondents is None else respondents) + 1):
            name = f"{role.capitalize()} {number}"
            db.add(SheetRow(assessment_id=row.id, subject="respondent", role=role, name=name))
    db.flush()


def _quotas(used: Instrument, year: int) -> dict[str, int]:
    """Role -> respondents to ask, for the roles that some indicator asks."""
    roles = {
        node.indicator.role
        for node in indicators(used)
        if node.indicator is not None and node.indicator.per == "respondent"
    }
    at = variant_year(used, year) or year
    found: dict[str, int] = dict.fromkeys(sorted(roles), 1)
    for quota in used.quotas:
        fits = (quota.from_year or at) <= at <= (quota.to_year or at)
        if quota.of == "respondent" and quota.role in found and fits:
            found[quota.role] = quota.minimum
    return found


def change_assessment(db: Session, act: Act, *, id: str, **changes: object) -> Changes:
    """Changes team, assessors, dates or place."""
    row = find(db, AssessmentRow, id)
    unknown = set(changes) - FIELDS
    if unknown:
        raise Problem("record.field_unknown", field=sorted(unknown)[0], noun="assessment")
    check_open(row)
    before, after = change(row, changes)
    if row.started_on and row.ended_on and row.ended_on < row.started_on:
        raise Problem("assessment.ends_before_start", field="ended_on")
    if after:
        remember(db, act, "assessment.changed", "assessment", id, before, after)
    return Changes(frozenset({"assessment"}), id)


def drop_assessment(db: Session, act: Act, *, id: str) -> Changes:
    """Takes a unit out of a round's scope while nothing was answered yet."""
    row = find(db, AssessmentRow, id)
    if row.state != "planned" or row.answered or row.not_applicable:
        raise Problem("assessment.already_begun", unit=_around(db, row)[1].name)
    for sheet in db.scalars(select(SheetRow).where(SheetRow.assessment_id == row.id)):
        db.delete(sheet)
    db.flush()
    db.delete(row)
    remember(db, act, "assessment.dropped", "assessment", id)
    return Changes(frozenset({"assessment", "round"}), id)


def check_open(row: AssessmentRow) -> None:
    """Answers, dates and findings can change only until an assessment is handed on."""
    if row.state in rules.FROZEN:
        raise Problem("assessment.frozen", on=row.finalised_on)
    if row.state not in rules.OPEN:
        raise Problem("assessment.handed_on", now=row.state)


def sheet_records(db: Session, row: AssessmentRow) -> tuple[SheetRecord, ...]:
    """The sheets of an assessment with answers and notes; three statements, whatever the size.

    Once it is sealed its products are called what they were called then.
    """
    mine = select(SheetRow.id).where(SheetRow.assessment_id == row.id)
    answers: dict[int, dict[int, int]] = {}
    for sheet, indicator, value in db.execute(select(answer).where(answer.c.sheet.in_(mine))):
        answers.setdefault(sheet, {})[indicator] = value
    notes: dict[int, dict[int, str]] = {}
    for note in db.scalars(select(NoteRow).where(NoteRow.sheet.in_(mine))):
        notes.setdefault(note.sheet, {})[note.indicator] = note.text
    query = (
        select(SheetRow, ProductRow)
        .outerjoin(ProductRow, ProductRow.id == SheetRow.product_id)
        .where(SheetRow.assessment_id == row.id)
        .order_by(SheetRow.id)
    )
    sealed = row.state in rules.FROZEN
    return tuple(
        SheetRecord(
            key=sheet.id,
            subject=sheet.subject,
            product_id=product.ref if product else None,
            name=product.name if product and not sealed else sheet.name,
            short_name=(product.short_name or product.name) if product else sheet.name,
            product_type=_product_type(sheet, product, sealed=sealed),
            role=sheet.role,
            slot=sheet.slot,
            answers=answers.get(sheet.id, {}),
            notes=notes.get(sheet.id, {}),
        )
        for sheet, product in db.execute(query)
    )


def _product_type(sheet: SheetRow, product: ProductRow | None, *, sealed: bool) -> str | None:
    now = sheet.product_type if sealed or product is None else product.product_type
    return now or None


def unit_input(row: AssessmentRow, unit: UnitRow, sheets: Sequence[SheetRecord]) -> UnitInput:
    """What the engine reads."""
    return UnitInput(
        name=unit.name,
        type=row.unit_type if row.state in rules.FROZEN else unit.unit_type,
        sheets=tuple(
            Sheet(s.subject, s.name, s.product_type, s.role, s.answers)  # type: ignore[arg-type]
            for s in sheets
        ),
        published=None if row.published_value is None else Decimal(row.published_value),
        product_count=row.product_count or None,
    )


def score_of(
    db: Session,
    row: AssessmentRow,
    sheets: Sequence[SheetRecord] | None = None,
    *,
    final: bool = False,
) -> tuple[Instrument, UnitScore]:
    """The engine's result for an assessment, from its answers (those of `sheets` if given).

    Once it is handed on (or with `final`) its answering is over: an instrument may then count
    what is still open as 0.
    """
    held, unit, _ = _around(db, row)
    region = db.get(RegionRow, held.region_code)
    assert region is not None
    used = instrument_of_round(db, held)
    read = sheet_records(db, row) if sheets is None else sheets
    whole = unit_input(row, unit, read)
    return used, score_unit(
        used,
        whole,
        year=held.year,
        kind=region.level,
        quotas=quotas_asked(read),
        final=final or row.state not in rules.OPEN,
    )


def quotas_asked(sheets: Sequence[SheetRecord]) -> dict[str, int]:
    """Role -> respondents this assessment asks: as many as it has sheets for them."""
    counts: dict[str, int] = {}
    for sheet in sheets:
        if sheet.subject == "respondent":
            counts[sheet.role or ""] = counts.get(sheet.role or "", 0) + 1
    return counts


def score(db: Session, *, id: str) -> tuple[Instrument, UnitScore]:
    """The whole result of an assessment: for "Mengapa angka ini?"."""
    return score_of(db, find(db, AssessmentRow, id))


TOTALS = "value exact zone low high answered applicable not_applicable".split()
"""The columns that lists read instead of the answers."""


def totals_of(result: UnitScore) -> dict[str, object]:
    """A result as the totals that are kept of it."""
    found = {name: getattr(result, name) for name in TOTALS}
    texts = {name: str(found[name]) for name in TOTALS[:5] if found[name] is not None}
    return {**found, **texts, "zone": result.zone.code if result.zone else None}


def recount(
    db: Session,
    row: AssessmentRow,
    sheets: Sequence[SheetRecord] | None = None,
    *,
    final: bool = False,
) -> UnitScore:
    """Writes the totals that lists read, from the answers, in the same transaction."""
    db.flush()
    _, result = score_of(db, row, sheets, final=final)
    for name, value in totals_of(result).items():
        setattr(row, name, value)
    return result


def desk(db: Session, *, id: str) -> Desk:
    """Everything the scoring desk needs, read at once."""
    row = find(db, AssessmentRow, id)
    whole = assessment(db, id=id)
    others = db.execute(
        select(AssessmentRow.ref, AssessmentRow.unit_id)
        .join(UnitRow, UnitRow.id == AssessmentRow.unit_id)
        .where(AssessmentRow.round_id == row.round_id, is_newest())
        .order_by(*BY_NAME)
    ).all()
    at = next((n for n, each in enumerate(others) if each.unit_id == row.unit_id), 0)
    held = _around(db, row)[0]
    region = db.get(RegionRow, held.region_code)
    assert region is not None
    return Desk(
        assessment=replace(whole, number=at + 1),
        instrument_document=to_document(instrument_of_round(db, held)),
        entity_kind=region.level,
        sheets=sheet_records(db, row),
        unit_count=len(others),
        previous_id=others[at - 1].ref if at else None,
        next_id=others[at + 1].ref if at + 1 < len(others) else None,
    )

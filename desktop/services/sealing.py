"""The way of an assessment from planned to delivered; finalising seals it for good."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain import assessment as rules
from desktop.domain.act import Act, Changes
from desktop.domain.history import canonical
from desktop.domain.instrument import Instrument
from desktop.domain.instrument_document import to_document
from desktop.domain.problems import Problem
from desktop.domain.score import ENGINE, UnitScore
from desktop.models.action import ActionRow
from desktop.models.agency import AgencyRow, ProductRow, UnitRow
from desktop.models.assessment import AssessmentRow, FindingRow, NoteRow, SheetRow, answer
from desktop.models.history import HistoryRow
from desktop.models.region import RegionRow
from desktop.models.round import RoundRow
from desktop.services.assessments import recount, score_of, sheet_records
from desktop.services.history import remember
from desktop.services.revisions import check_newest
from desktop.services.rows import change, find
from desktop.services.totals import recounted


def _held(db: Session, row: AssessmentRow) -> RoundRow:
    held = db.get(RoundRow, row.round_id)
    assert held is not None
    return held


def advance_assessment(db: Session, act: Act, *, id: str, state: str, reason: str = "") -> Changes:
    """One step of the lifecycle. `verified` is another person's act; going back needs a reason;
    `collecting` from a sealed assessment opens the next revision."""
    row = find(db, AssessmentRow, id)
    held = _held(db, row)
    check_newest(db, row)
    if state == "collecting" and row.state in rules.FROZEN:
        return reopen_assessment(db, act, id=id, reason=reason)
    rules.check_step(
        row.state,
        state,
        needs_verification=held.needs_verification,
        needs_validation=held.needs_validation,
        reason=reason,
    )
    if state == "final":
        return finalise_assessment(db, act, id=id)
    if state == "complete":
        _check_complete(db, row)
        row.completed_by = act.by
    if state == "verified" and act.by.casefold() == row.completed_by.casefold():
        raise Problem("assessment.verifier_same", name=act.by)
    if state == "delivered" and held.state != "released":
        raise Problem("assessment.not_released", round=held.name)
    before, after = change(row, {"state": state})
    if state == "collecting":
        recount(db, row)
    remember(db, act, f"assessment.{state}", "assessment", id, before, {**after, "reason": reason})
    return Changes(frozenset({"assessment"}), id)


def _check_complete(db: Session, row: AssessmentRow) -> UnitScore:
    result = recount(db, row, final=True)
    if result.published:
        return result
    if result.blocked:
        raise Problem("assessment.blocked", count=result.not_applicable)
    if not result.complete:
        raise Problem(
            "assessment.incomplete",
            count=result.applicable - result.answered,
            answered=result.answered,
            applicable=result.applicable,
        )
    return result


def finalise_assessment(db: Session, act: Act, *, id: str) -> Changes:
    """Seals an assessment: instrument, answers, notes, findings and all node values as one
    canonical document with its sha256. Refused while anything is open, or a step is missing."""
    row = find(db, AssessmentRow, id)
    held = _held(db, row)
    if row.state in rules.FROZEN:
        raise Problem("assessment.frozen", on=row.finalised_on)
    if row.state in ("planned", "collecting") and (
        held.needs_verification or held.needs_validation
    ):
        raise Problem("assessment.not_verified", now=row.state)
    if row.state == "complete" and held.needs_verification:
        raise Problem("assessment.not_verified", now=row.state)
    if row.state != "validated" and held.needs_validation:
        raise Problem("assessment.not_validated", now=row.state)
    _check_complete(db, row)
    _settle_names(db, row)
    ended = row.ended_on or act.today
    before, after = change(row, {"state": "final", "finalised_on": act.today, "ended_on": ended})
    db.flush()
    used, result = score_of(db, row)
    document = canonical({**_document(db, row, used, result), "about": _about(db, row)})
    seal = hashlib.sha256(document.encode()).hexdigest()
    row.document = document
    row.seal = after["seal"] = seal
    remember(db, act, "assessment.final", "assessment", id, {"state": before["state"]}, after)
    return Changes(frozenset({"assessment", "finding", "round"}), id, {"seal": seal})


def _settle_names(db: Session, row: AssessmentRow) -> None:
    """What a result rests on and may be called otherwise later stays as it is now."""
    unit = db.get(UnitRow, row.unit_id)
    assert unit is not None
    row.unit_type = unit.unit_type
    query = (
        select(SheetRow, ProductRow)
        .join(ProductRow, ProductRow.id == SheetRow.product_id)
        .where(SheetRow.assessment_id == row.id)
    )
    for sheet, product in db.execute(query):
        sheet.name, sheet.product_type = product.name, product.product_type


def _about(db: Session, row: AssessmentRow) -> dict[str, object]:
    """Whom the result is about, by the names of the day: they are not compared later."""
    unit, region = db.get(UnitRow, row.unit_id), db.get(RegionRow, _held(db, row).region_code)
    assert unit is not None
    assert region is not None
    agency = db.get(AgencyRow, unit.agency_id)
    assert agency is not None
    return {
        "unit": unit.name,
        "agency": agency.name,
        "region": region.name,
        "round": _held(db, row).name,
    }


def _document(
    db: Session, row: AssessmentRow, used: Instrument, result: UnitScore
) -> dict[str, object]:
    """What a seal covers; everything needed to print and recompute without the rest of the file."""
    held, unit = _held(db, row), db.get(UnitRow, row.unit_id)
    region = db.get(RegionRow, held.region_code)
    assert unit is not None
    assert region is not None
    findings = db.execute(
        select(FindingRow, ProductRow.ref)
        .outerjoin(ProductRow, ProductRow.id == FindingRow.product_id)
        .where(FindingRow.assessment_id == row.id, FindingRow.is_open)
        .order_by(FindingRow.indicator, FindingRow.product_id)
    )
    return {
        "assessment": row.ref,
        "revision": row.revision,
        "round": {
            "id": held.ref,
            "year": held.year,
            "track": held.track,
            "region": held.region_code,
            "kind": region.level,
        },
        "unit": {"id": unit.ref, "type": row.unit_type},
        "product_count": row.product_count,
        **{name: getattr(row, name) for name in _SAID},
        "engine": ENGINE,
        "instrument": to_document(used),
        "sheets": [
            {
                "subject": s.subject,
                "name": s.name,
                "product": s.product_id,
                "type": s.product_type,
                "role": s.role,
                "answers": {str(k): v for k, v in sorted(s.answers.items())},
                "notes": {str(k): v for k, v in sorted(s.notes.items())},
            }
            for s in sheet_records(db, row)
        ],
        "published_value": row.published_value,
        "value": str(result.value),
        "zone": result.zone.code if result.zone else None,
        "nodes": [
            {
                "code": n.code,
                "value": None if n.value is None else str(n.value),
                "weight": str(n.weight),
                "contribution": str(n.contribution),
                "counted": n.counted,
            }
            for n in result.nodes
        ],
        "findings": [
            [f.code, product, f.note, f.suggestion, f.legal_basis, f.due_on]
            for f, product in findings
        ],
    }


_SAID = "team assessors completed_by place started_on ended_on finalised_on".split()


def reopen_assessment(db: Session, act: Act, *, id: str, reason: str) -> Changes:
    """Opens a sealed assessment as its next revision; the sealed one stays as it was."""
    old = find(db, AssessmentRow, id)
    held = _held(db, old)
    check_newest(db, old)
    if old.state not in rules.FROZEN:
        raise Problem("assessment.step_wrong", now=old.state, wanted="collecting")
    if not reason.strip():
        raise Problem("assessment.reason_missing", field="reason")
    if held.state == "released":
        raise Problem("round.already_released", name=held.name)
    fresh = AssessmentRow(
        ref=act.new_id("S"), state="collecting", revision=old.revision + 1, **_copied(old)
    )
    db.add(fresh)
    db.flush()
    _copy_sheets(db, old, fresh)
    moved = _copy_findings(db, act, old, fresh)
    recount(db, fresh)
    after = {"to": fresh.ref, "reason": reason, "actions": moved}
    remember(db, act, "assessment.reopened", "assessment", id, None, after)
    return Changes(frozenset({"assessment", "finding", "round", "action"}), fresh.ref)


_KEPT = "round_id unit_id team assessors started_on place published_value product_count".split()


def _copied(row: AssessmentRow) -> dict[str, object]:
    return {name: getattr(row, name) for name in _KEPT}


def _copy_sheets(db: Session, old: AssessmentRow, fresh: AssessmentRow) -> None:
    query = select(SheetRow).where(SheetRow.assessment_id == old.id).order_by(SheetRow.id)
    names = ("subject", "product_id", "name", "role", "slot")
    for sheet in list(db.scalars(query)):
        copy = SheetRow(assessment_id=fresh.id, **{n: getattr(sheet, n) for n in names})
        db.add(copy)
        db.flush()
        columns = (select(answer).where(answer.c.sheet == sheet.id)).subquery()
        rows = db.execute(select(columns)).all()
        if rows:
            values = [{"sheet": copy.id, "indicator": i, "value": v} for _, i, v in rows]
            db.execute(answer.insert(), values)
        for note in db.scalars(select(NoteRow).where(NoteRow.sheet == sheet.id)):
            db.add(NoteRow(sheet=copy.id, indicator=note.indicator, text=note.text))


def _copy_findings(db: Session, act: Act, old: AssessmentRow, fresh: AssessmentRow) -> list[str]:
    """The findings of the next revision. Their actions go with them: work that was begun on a gap
    goes on, whatever revision tells of it. Returns the ids of these actions."""
    moved: list[str] = []
    names: Sequence[str] = (
        "indicator product_id code name note suggestion legal_basis due_on is_edited "
        "is_open".split()
    )
    for row in list(db.scalars(select(FindingRow).where(FindingRow.assessment_id == old.id))):
        copied = {n: getattr(row, n) for n in names}
        copy = FindingRow(ref=act.new_id("F"), assessment_id=fresh.id, **copied)
        db.add(copy)
        db.flush()
        for action in db.scalars(select(ActionRow).where(ActionRow.finding_id == row.id)):
            action.finding_id = copy.id
            moved.append(action.ref)
    return moved


def broken_seals(db: Session) -> tuple[tuple[str, str], ...]:
    """(assessment id, unit) of every sealed assessment that no longer is what was sealed: its
    state, its document, what the document was made from, or the seal that history remembers."""
    given = _seals_given(db)
    query = select(AssessmentRow, UnitRow.name).join(UnitRow, UnitRow.id == AssessmentRow.unit_id)
    return tuple(
        (row.ref, unit)
        for row, unit in db.execute(query)
        if (row.ref in given or row.seal or row.state in rules.FROZEN)
        and not _is_whole(db, row, given.get(row.ref))
    )


def _seals_given(db: Session) -> dict[str, str]:
    """Assessment id -> the seal it was given, as the chain of history has it."""
    query = select(HistoryRow.subject, HistoryRow.after).where(HistoryRow.act == "assessment.final")
    return {ref: json.loads(after).get("seal", "") for ref, after in db.execute(query)}


def _is_whole(db: Session, row: AssessmentRow, given: str | None) -> bool:
    text = row.document or ""
    if row.state not in rules.FROZEN or not row.seal or row.seal != given:
        return False
    if hashlib.sha256(text.encode()).hexdigest() != row.seal:
        return False
    used, result = score_of(db, row)
    now = {**_document(db, row, used, result), "about": json.loads(text)["about"]}
    return canonical(now) == text


def wrong_totals(db: Session) -> tuple[tuple[str, str], ...]:
    """(assessment id, unit) of every assessment whose kept totals differ from a recount."""
    return tuple((each.ref, each.unit) for each in recounted(db) if each.kept != each.now)

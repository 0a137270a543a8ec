"""The way of an assessment from planned to delivered; finalising seals it for good."""

from __future__ import annotations

import hashlib
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
from desktop.models.agency import UnitRow
from desktop.models.assessment import AssessmentRow, FindingRow, NoteRow, SheetRow, answer
from desktop.models.round import RoundRow
from desktop.services.assessments import recount, score_of, sheet_records
from desktop.services.history import remember
from desktop.services.rows import change, find


def _held(db: Session, row: AssessmentRow) -> RoundRow:
    held = db.get(RoundRow, row.round_id)
    assert held is not None
    return held


def advance_assessment(db: Session, act: Act, *, id: str, state: str, reason: str = "") -> Changes:
    """One step of the lifecycle. `verified` is another person's act; going back needs a reason;
    `collecting` from a sealed assessment opens the next revision."""
    row = find(db, AssessmentRow, id)
    held = _held(db, row)
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
    held, unit = _held(db, row), db.get(UnitRow, row.unit_id)
    assert unit is not None
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
    used, result = score_of(db, row, final=True)
    document = canonical(_document(db, row, used, result))
    seal = hashlib.sha256(document.encode()).hexdigest()
    before, after = change(
        row,
        {
            "state": "final",
            "finalised_on": act.today,
            "ended_on": row.ended_on or act.today,
            "document": document,
            "seal": seal,
        },
    )
    after.pop("document", None)
    remember(db, act, "assessment.final", "assessment", id, {"state": before["state"]}, after)
    return Changes(frozenset({"assessment", "finding", "round"}), id, {"seal": seal})


def _document(
    db: Session, row: AssessmentRow, used: Instrument, result: UnitScore
) -> dict[str, object]:
    """What a seal covers; everything needed to print and recompute without the rest of the file."""
    findings = db.scalars(
        select(FindingRow)
        .where(FindingRow.assessment_id == row.id, FindingRow.is_open)
        .order_by(FindingRow.indicator, FindingRow.product_id)
    )
    return {
        "assessment": row.ref,
        "revision": row.revision,
        "engine": ENGINE,
        "instrument": to_document(used),
        "sheets": [
            {
                "subject": s.subject,
                "name": s.name,
                "product": s.product_id,
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
            [f.code, f.product_id, f.note, f.suggestion, f.legal_basis, f.due_on] for f in findings
        ],
    }


def reopen_assessment(db: Session, act: Act, *, id: str, reason: str) -> Changes:
    """Opens a sealed assessment as its next revision; the sealed one stays as it was."""
    old = find(db, AssessmentRow, id)
    held = _held(db, old)
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
    _copy_findings(db, act, old, fresh)
    recount(db, fresh)
    remember(
        db, act, "assessment.reopened", "assessment", id, None, {"to": fresh.ref, "reason": reason}
    )
    return Changes(frozenset({"assessment", "finding", "round"}), fresh.ref)


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


def _copy_findings(db: Session, act: Act, old: AssessmentRow, fresh: AssessmentRow) -> None:
    names: Sequence[str] = (
        "indicator product_id code name note suggestion legal_basis due_on is_edited "
        "is_open".split()
    )
    for row in list(db.scalars(select(FindingRow).where(FindingRow.assessment_id == old.id))):
        copied = {n: getattr(row, n) for n in names}
        db.add(FindingRow(ref=act.new_id("F"), assessment_id=fresh.id, **copied))


def broken_seals(db: Session) -> tuple[tuple[str, str], ...]:
    """(assessment id, unit) of every sealed assessment whose document or answers no longer fit."""
    bad: list[tuple[str, str]] = []
    query = (
        select(AssessmentRow, UnitRow.name)
        .join(UnitRow, UnitRow.id == AssessmentRow.unit_id)
        .where(AssessmentRow.seal.isnot(None))
    )
    for row, unit in db.execute(query):
        text = row.document or ""
        used, result = score_of(db, row)
        same = canonical(_document(db, row, used, result)) == text
        if not same or hashlib.sha256(text.encode()).hexdigest() != row.seal:
            bad.append((row.ref, unit))
    return tuple(bad)


def wrong_totals(db: Session) -> tuple[tuple[str, str], ...]:
    """(assessment id, unit) of every assessment whose kept totals differ from a recount."""
    bad: list[tuple[str, str]] = []
    query = select(AssessmentRow, UnitRow.name).join(UnitRow, UnitRow.id == AssessmentRow.unit_id)
    for row, unit in db.execute(query):
        _, result = score_of(db, row)
        value = None if result.value is None else str(result.value)
        if (row.value, row.answered, row.applicable) != (value, result.answered, result.applicable):
            bad.append((row.ref, unit))
    return tuple(bad)

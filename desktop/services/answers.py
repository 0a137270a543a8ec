"""Answers and notes of the scoring desk: one transaction per key, with totals and findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import delete, insert, update
from sqlalchemy.orm import Session

from desktop.domain.act import Act, Changes
from desktop.domain.answer import decode
from desktop.domain.assessment import SheetRecord
from desktop.domain.instrument import Instrument, Node, node
from desktop.domain.problems import Problem
from desktop.domain.score import Sheet, asked
from desktop.models.agency import UnitRow
from desktop.models.assessment import AssessmentRow, NoteRow, answer
from desktop.models.region import RegionRow
from desktop.models.round import RoundRow
from desktop.services.assessments import check_open, recount, sheet_records
from desktop.services.findings import derive_findings
from desktop.services.history import remember
from desktop.services.rounds import instrument_of_round
from desktop.services.rows import find

Cell = tuple[int, int, int | None]
"""(sheet, indicator, stored value or None to empty the cell)"""


def save_answer(
    db: Session, act: Act, *, assessment: str, sheet: int, indicator: int, value: int | None
) -> Changes:
    """Saves one cell. `value` as stored (domain.answer.encode); None empties the cell."""
    return save_answers(db, act, assessment=assessment, cells=((sheet, indicator, value),))


def save_answers(
    db: Session,
    act: Act,
    *,
    assessment: str,
    cells: Sequence[Cell],
    notes: Sequence[tuple[int, int, str]] = (),
) -> Changes:
    """Saves cells and notes of one assessment in one transaction, with totals and findings."""
    row = find(db, AssessmentRow, assessment)
    check_open(row)
    if row.published_value is not None:
        raise Problem("assessment.published")
    held = db.get(RoundRow, row.round_id)
    assert held is not None
    used = instrument_of_round(db, held)
    sheets = {s.key: s for s in sheet_records(db, row)}
    cells = tuple({cell[:2]: cell for cell in cells}.values())  # a cell named twice: the last
    _check_cells(db, row, held, used, sheets, (*cells, *((k, n, None) for k, n, _ in notes)))
    before, after = _write(db, sheets, used, cells)
    told, noted = _write_notes(db, sheets, notes)
    now = _as_written(sheets, cells, notes)
    begun = bool(after or noted) and _begin(db, act, row, held)
    if after or noted:
        code = "answer.saved" if after else "note.saved"
        remember(db, act, code, "assessment", row.ref, {**before, **told}, {**after, **noted})
    numbers = {cell[1] for cell in cells} | {note[1] for note in notes}
    derive_findings(db, act, row, used, numbers, now)
    result = recount(db, row, now)
    touched = frozenset({"assessment", "finding"} | ({"round"} if begun else set()))
    return Changes(touched, assessment, {"value": result.value, "answered": result.answered})


def _check_cells(
    db: Session,
    row: AssessmentRow,
    held: RoundRow,
    used: Instrument,
    sheets: Mapping[int, SheetRecord],
    cells: Sequence[Cell],
) -> None:
    unit, region = db.get(UnitRow, row.unit_id), db.get(RegionRow, held.region_code)
    assert unit is not None
    assert region is not None
    allowed: dict[int, frozenset[int]] = {}
    for key, number, value in cells:
        if key not in sheets:
            raise Problem("sheet.unknown", sheet=key)
        if key not in allowed:
            s = sheets[key]
            subject = Sheet(s.subject, s.name, s.product_type, s.role)  # type: ignore[arg-type]
            nodes = asked(
                used, subject, unit_type=unit.unit_type, year=held.year, kind=region.level
            )
            allowed[key] = frozenset(n.number for n in nodes)
        where = node(used, number)
        if number not in allowed[key]:
            raise Problem("answer.not_asked", indicator=where.code, subject=sheets[key].name)
        if value is not None and where.indicator is not None:
            decode(where.indicator, value)


def _cell(sheet: SheetRecord, where: Node) -> str:
    return f"{where.code}|{sheet.key}"


def _write(
    db: Session, sheets: Mapping[int, SheetRecord], used: Instrument, cells: Sequence[Cell]
) -> tuple[dict[str, object], dict[str, object]]:
    before: dict[str, object] = {}
    after: dict[str, object] = {}
    for key, number, value in cells:
        kept = sheets[key].answers.get(number)
        if kept == value:
            continue
        name = _cell(sheets[key], node(used, number))
        before[name], after[name] = kept, value
        here = (answer.c.sheet == key) & (answer.c.indicator == number)
        if value is None:
            db.execute(delete(answer).where(here))
        elif kept is None:
            db.execute(insert(answer).values(sheet=key, indicator=number, value=value))
        else:
            db.execute(update(answer).where(here).values(value=value))
    return before, after


def _as_written(
    sheets: Mapping[int, SheetRecord],
    cells: Sequence[Cell],
    notes: Sequence[tuple[int, int, str]],
) -> tuple[SheetRecord, ...]:
    """The sheets as they stand after the write, without reading them again."""
    answers = {key: dict(sheet.answers) for key, sheet in sheets.items()}
    said = {key: dict(sheet.notes) for key, sheet in sheets.items()}
    for key, number, value in cells:
        if value is None:
            answers[key].pop(number, None)
        else:
            answers[key][number] = value
    for key, number, text in notes:
        said[key][number] = text.strip()
    return tuple(
        replace(sheet, answers=answers[key], notes=said[key]) for key, sheet in sheets.items()
    )


def _write_notes(
    db: Session, sheets: Mapping[int, SheetRecord], notes: Sequence[tuple[int, int, str]]
) -> tuple[dict[str, object], dict[str, object]]:
    before: dict[str, object] = {}
    after: dict[str, object] = {}
    for key, number, text in notes:
        clean, name = text.strip(), f"note|{number}|{key}"
        told = sheets[key].notes.get(number, "")
        if clean == told:
            continue
        before[name], after[name] = told, clean
        kept = db.get(NoteRow, (key, number))
        if not clean and kept is not None:
            db.delete(kept)
        elif kept is not None:
            kept.text = clean
        else:
            db.add(NoteRow(sheet=key, indicator=number, text=clean))
    db.flush()
    return before, after


def _begin(db: Session, act: Act, row: AssessmentRow, held: RoundRow) -> bool:
    """The first answer opens the assessment and its round; whether it did either."""
    before = (row.state, held.state)
    if row.state == "planned":
        row.state = "collecting"
        row.started_on = row.started_on or act.today
        remember(db, act, "assessment.collecting", "assessment", row.ref)
    if held.state == "planned":
        held.state = "collecting"
        remember(db, act, "round.collecting", "round", held.ref)
    return before != (row.state, held.state)


def save_note(
    db: Session, act: Act, *, assessment: str, sheet: int, indicator: int, text: str
) -> Changes:
    """Saves the note beside one cell; an empty text takes it away."""
    notes = ((sheet, indicator, text),)
    return save_answers(db, act, assessment=assessment, cells=(), notes=notes)

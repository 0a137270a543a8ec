"""Letters: the facts they are made of, and the register. Embargo is kept here and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain import letter as steps
from desktop.domain.act import Act, Changes
from desktop.domain.answer import decode
from desktop.domain.assessment import FROZEN, SheetRecord
from desktop.domain.derivation import derivation
from desktop.domain.finding import Finding
from desktop.domain.instrument import Instrument, indicators
from desktop.domain.letter import Checklist, SuggestionLetter
from desktop.domain.letter_data import Content, fields_from_text, from_text, kind_of, to_text
from desktop.domain.letter_facts import (
    ChecklistFacts,
    NotApplicableFact,
    ResultFacts,
    SuggestionFacts,
    UnitFindings,
)
from desktop.domain.letter_fields import LetterFields
from desktop.domain.letter_rules import check_embargo, check_final
from desktop.domain.problems import Problem
from desktop.domain.register import LetterEntry
from desktop.models.agency import ProductRow
from desktop.models.agreement import AgreementRow
from desktop.models.assessment import AssessmentRow, SheetRow
from desktop.models.letter import LetterRow
from desktop.models.meeting import MeetingRow
from desktop.models.round import RoundRow
from desktop.services.agencies import agency
from desktop.services.agreements import agreement_page
from desktop.services.assessments import assessment, assessments, score_of, sheet_records
from desktop.services.findings import findings
from desktop.services.history import remember
from desktop.services.revisions import check_newest, is_newest
from desktop.services.rounds import round_of
from desktop.services.rows import change, find, find_maybe, record


def check_released(db: Session, *, round: str) -> None:
    """Refuses anything that holds a score or zone before its round is released."""
    held = find(db, RoundRow, round)
    if held.state != "released":
        raise Problem("letter.not_released", round=held.name, now=held.state)


def result_facts(db: Session, *, assessment_id: str) -> ResultFacts:
    """The facts of an assessment letter. Refused before release, before sealing, and of a revision
    that another one has replaced."""
    row = find(db, AssessmentRow, assessment_id)
    whole = assessment(db, id=assessment_id)
    check_released(db, round=whole.round_id)
    check_newest(db, row)
    if row.state not in FROZEN:
        raise Problem("letter.not_final", unit=whole.unit_name)
    used, result = score_of(db, row)
    sheets = sheet_records(db, row)
    return ResultFacts(
        assessment=whole,
        round=round_of(db, id=whole.round_id),
        agency=agency(db, id=whole.agency_id),
        instrument=used,
        score=result,
        derivation=derivation(used, result),
        products=tuple(s.name for s in sheets if s.subject == "product"),
        respondents=_respondents(sheets),
        findings=findings(db, assessment=assessment_id),
        not_applicable=_not_applicable(used, sheets),
    )


def _respondents(sheets: Sequence[SheetRecord]) -> tuple[tuple[str, int], ...]:
    counts: dict[str, int] = {}
    for sheet in sheets:
        if sheet.subject == "respondent":
            counts[sheet.role or ""] = counts.get(sheet.role or "", 0) + 1
    return tuple(counts.items())


def _not_applicable(
    used: Instrument, sheets: Sequence[SheetRecord]
) -> tuple[NotApplicableFact, ...]:
    found: list[NotApplicableFact] = []
    for node in indicators(used):
        assert node.indicator is not None
        for sheet in sheets:
            stored = sheet.answers.get(node.number)
            if stored is None or stored >= 0:
                continue
            reason = decode(node.indicator, stored).reason or ""
            product = sheet.name if sheet.subject == "product" else ""
            note = sheet.notes.get(node.number, "")
            found.append(NotApplicableFact(node.code, node.name, product, reason, note))
    return tuple(found)


def suggestion_facts(
    db: Session, *, round: str, assessments_of: Sequence[str] | None = None
) -> SuggestionFacts:
    """The facts of a suggestion letter: notes and suggestions by unit name, never by result.

    The record has no field for a score or zone, so it may leave the office at any time.
    """
    held = round_of(db, id=round)
    every = assessments(db, round=round)
    units = {a.unit_id for a in every}
    if assessments_of is not None:  # a draft may name a revision that was replaced since
        units = {assessment(db, id=each).unit_id for each in assessments_of}
    chosen = [a for a in every if a.unit_id in units]
    found: dict[str, list[Finding]] = {}
    for finding in findings(db, round=round):
        found.setdefault(finding.assessment_id, []).append(finding)
    products = _products(db, round)
    groups = tuple(
        UnitFindings(a.unit_name, tuple(found.get(a.id, ())), tuple(products.get(a.id, ())))
        for a in sorted(chosen, key=lambda a: a.unit_name.casefold())
    )
    return SuggestionFacts(
        round_name=held.name,
        region_name=held.region_name,
        year=held.year,
        field_start=held.field_start,
        field_end=held.field_end,
        unit_count=len(chosen),
        is_sample=held.is_sample,
        groups=tuple(g for g in groups if g.findings),
    )


def _products(db: Session, round: str) -> dict[str, list[str]]:
    """Assessment id -> the products looked at, as its sheets call them."""
    query = (
        select(AssessmentRow.ref, AssessmentRow.state, SheetRow.name, ProductRow.name)
        .join(RoundRow, RoundRow.id == AssessmentRow.round_id)
        .join(SheetRow, SheetRow.assessment_id == AssessmentRow.id)
        .join(ProductRow, ProductRow.id == SheetRow.product_id)
        .where(RoundRow.ref == round, is_newest())
        .order_by(SheetRow.id)
    )
    found: dict[str, list[str]] = {}
    for ref, state, settled, now in db.execute(query):
        found.setdefault(ref, []).append(settled if state in FROZEN else now)
    return found


def checklist_facts(db: Session, *, agreement: str) -> ChecklistFacts:
    """The facts of an MoU checklist. Refused without two parties or without a commitment."""
    page = agreement_page(db, id=agreement)
    if len(page.agreement.parties) < 2:
        raise Problem("checklist.parties_missing", title=page.agreement.title)
    if not page.commitments:
        raise Problem("checklist.no_commitment", title=page.agreement.title)
    return ChecklistFacts(page.agreement, page.commitments, _serial(db, "checklist") + 1)


def _serial(db: Session, kind: str) -> int:
    """The last serial number of a kind: as many as there are, or the greatest that was given."""
    numbers = list(db.scalars(select(LetterRow.number).where(LetterRow.kind == kind)))
    given = (number.partition("/")[0] for number in numbers)
    return max(len(numbers), *(int(one) for one in given if one.isdecimal()), 0)


def letters(db: Session) -> tuple[LetterEntry, ...]:
    """The register, newest first."""
    query = (
        select(LetterRow, AssessmentRow.ref, RoundRow.ref, AgreementRow.ref, MeetingRow.ref)
        .outerjoin(AssessmentRow, AssessmentRow.id == LetterRow.assessment_id)
        .outerjoin(RoundRow, RoundRow.id == LetterRow.round_id)
        .outerjoin(AgreementRow, AgreementRow.id == LetterRow.agreement_id)
        .outerjoin(MeetingRow, MeetingRow.id == LetterRow.meeting_id)
        .order_by(LetterRow.id.desc())
    )
    return tuple(
        record(
            LetterEntry,
            row,
            assessment_id=assessed,
            round_id=held,
            agreement_id=agreed,
            meeting_id=met,
        )
        for row, assessed, held, agreed, met in db.execute(query)
    )


def letter_content(db: Session, *, id: str) -> Content:
    """What a registered letter says."""
    return from_text(find(db, LetterRow, id).content)


def letter_fields(db: Session, *, id: str) -> LetterFields | None:
    """What was typed into a registered letter, so that a draft can be taken up again."""
    return fields_from_text(find(db, LetterRow, id).content)


def keep_letter(
    db: Session,
    act: Act,
    *,
    content: Content,
    fields: LetterFields | None = None,
    id: str | None = None,
    number: str = "",
    dated: date | None = None,
    subject: str,
    addressee: str,
    assessment_id: str | None = None,
    round: str | None = None,
    agreement: str | None = None,
    meeting: str | None = None,
) -> Changes:
    """Writes a draft into the register, or changes it while it is a draft.

    A result is refused before release; a number stands once per year.
    """
    row = find(db, LetterRow, id) if id else LetterRow(ref=act.new_id("L"), state="draft")
    if id and row.state != "draft":
        raise Problem("letter.issued", number=row.number)
    kind = kind_of(content)
    if kind == "result":
        check_released(db, round=_round_of(db, assessment_id))
    if isinstance(content, SuggestionLetter):
        check_embargo(content)
    _check_number(db, number.strip(), dated or act.today, row)
    wanted: dict[str, object] = {
        "kind": kind,
        "number": number.strip(),
        "dated": dated,
        "subject": subject,
        "addressee": addressee,
        "revision": content.revision,
        "holds_score": kind == "result",
        "content": to_text(content, fields),
        "assessment_id": _key(find_maybe(db, AssessmentRow, assessment_id)),
        "round_id": _key(find_maybe(db, RoundRow, round)),
        "agreement_id": _key(find_maybe(db, AgreementRow, agreement)),
        "meeting_id": _key(find_maybe(db, MeetingRow, meeting)),
    }
    change(row, wanted)
    db.add(row)
    after = {"kind": kind, "number": row.number, "addressee": addressee}
    remember(db, act, "letter.drafted", "letter", row.ref, after=after)
    return Changes(frozenset({"letter"}), row.ref)


def _round_of(db: Session, assessment_id: str | None) -> str:
    if assessment_id is None:
        raise Problem("letter.assessment_missing", field="assessment")
    return assessment(db, id=assessment_id).round_id


def _key(row: AssessmentRow | RoundRow | AgreementRow | MeetingRow | None) -> int | None:
    return row.id if row else None


def _check_number(db: Session, number: str, dated: date, own: LetterRow) -> None:
    if not number:
        return
    query = select(LetterRow).where(
        LetterRow.number == number, LetterRow.state.notin_(("withdrawn", "replaced"))
    )
    for other in db.scalars(query):
        if other is not own and (other.dated or dated).year == dated.year:
            raise Problem("letter.number_taken", field="number", number=number)


def issue_letter(db: Session, act: Act, *, id: str, sha256: str) -> Changes:
    """Makes a draft final: its content and the hash of its file are fixed. Refused while the
    signer's name or a legal basis is missing."""
    row = find(db, LetterRow, id)
    steps.check_step(row.state, "final")
    content = from_text(row.content)
    if not isinstance(content, Checklist):
        check_final(content)
    if row.holds_score:
        check_released(db, round=_round_of(db, _ref(db, row.assessment_id)))
    before, after = change(row, {"state": "final", "sha256": sha256})
    remember(db, act, "letter.issued", "letter", id, before, after)
    return Changes(frozenset({"letter"}), id)


def _ref(db: Session, key: int | None) -> str | None:
    row = db.get(AssessmentRow, key) if key else None
    return row.ref if row else None


def advance_letter(db: Session, act: Act, *, id: str, state: str, reason: str = "") -> Changes:
    """Signed, handed over, receipted; or withdrawn with a reason. Final is `issue_letter`'s."""
    row = find(db, LetterRow, id)
    steps.check_step(row.state, state)
    if state == "final":
        raise Problem("letter.step_wrong", field="state", now=row.state, wanted=state)
    if state == "withdrawn" and not reason.strip():
        raise Problem("letter.reason_missing", field="reason")
    before, after = change(row, {"state": state})
    remember(db, act, f"letter.{state}", "letter", id, before, {**after, "reason": reason})
    return Changes(frozenset({"letter"}), id)

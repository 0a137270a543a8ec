"""Findings: derived from the answers below full, editable, frozen with the seal.

They exist already while data are collected, since the exit meeting comes before the result.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.domain.act import Act, Changes
from desktop.domain.answer import decode
from desktop.domain.assessment import FROZEN, SheetRecord
from desktop.domain.finding import Finding
from desktop.domain.instrument import Instrument, Node, node, uncounted
from desktop.domain.problems import Problem
from desktop.domain.score import below_full
from desktop.models.action import ActionRow
from desktop.models.agency import AgencyRow, ProductRow, UnitRow
from desktop.models.assessment import AssessmentRow, FindingRow, SheetRow
from desktop.models.round import RoundRow
from desktop.services.history import remember
from desktop.services.revisions import is_newest
from desktop.services.rows import change, find, record

FINDING_FIELDS = frozenset("note suggestion legal_basis due_on".split())


def findings(
    db: Session,
    *,
    assessment: str | None = None,
    round: str | None = None,
    region: str | None = None,
) -> tuple[Finding, ...]:
    """Open findings in the order of the instrument, by unit; of an older revision only when that
    assessment is named."""
    acted = (
        select(ActionRow.finding_id, func.count().label("count"))
        .group_by(ActionRow.finding_id)
        .subquery()
    )
    query = (
        select(
            FindingRow,
            AssessmentRow.ref.label("assessment_id"),
            AssessmentRow.state,
            RoundRow.ref.label("round_id"),
            UnitRow.ref.label("unit_id"),
            UnitRow.name.label("unit_name"),
            AgencyRow.ref.label("agency_id"),
            ProductRow.ref.label("product_id"),
            ProductRow.name.label("product_name"),
            acted.c.count.label("actions"),
        )
        .join(AssessmentRow, AssessmentRow.id == FindingRow.assessment_id)
        .join(RoundRow, RoundRow.id == AssessmentRow.round_id)
        .join(UnitRow, UnitRow.id == AssessmentRow.unit_id)
        .join(AgencyRow, AgencyRow.id == UnitRow.agency_id)
        .outerjoin(ProductRow, ProductRow.id == FindingRow.product_id)
        .outerjoin(acted, acted.c.finding_id == FindingRow.id)
        .where(FindingRow.is_open)
        .order_by(func.lower(UnitRow.name), FindingRow.indicator, FindingRow.product_id)
    )
    query = query.where(AssessmentRow.ref == assessment if assessment else is_newest())
    if round:
        query = query.where(RoundRow.ref == round)
    if region:
        query = query.where(RoundRow.region_code == region)
    return tuple(_finding(found) for found in db.execute(query))


def _finding(found: Any) -> Finding:
    row: FindingRow = found[0]
    return record(
        Finding,
        row,
        assessment_id=found.assessment_id,
        round_id=found.round_id,
        unit_id=found.unit_id,
        unit_name=found.unit_name,
        agency_id=found.agency_id,
        indicator_name=row.name,
        product_id=found.product_id,
        product_name=found.product_name,
        is_frozen=found.state in FROZEN,
        action_count=found.actions or 0,
    )


def derive_findings(
    db: Session,
    act: Act,
    owner: AssessmentRow,
    used: Instrument,
    numbers: Collection[int],
    sheets: Sequence[SheetRecord],
) -> None:
    """Brings the findings of these indicators in line with the answers on all `sheets`.

    A gap that is full again closes; what was edited or has an action stays kept, only not open.
    """
    products = {
        s.key: key
        for s, key in zip(
            sheets,
            db.scalars(
                select(SheetRow.product_id)
                .where(SheetRow.assessment_id == owner.id)
                .order_by(SheetRow.id)
            ),
            strict=True,
        )
    }
    silent = uncounted(used)
    for number in sorted(n for n in numbers if n not in silent):
        where = node(used, number)
        if where.indicator is None:
            continue
        if where.indicator.per == "product":
            for sheet in (s for s in sheets if s.subject == "product"):
                _bring(db, act, owner, where, products[sheet.key], _gap(used, where, (sheet,)))
        else:
            asked = tuple(s for s in sheets if s.subject == where.indicator.per)
            _bring(db, act, owner, where, None, _gap(used, where, asked))


def _gap(used: Instrument, where: Node, sheets: tuple[SheetRecord, ...]) -> str | None:
    """The note of a gap (the assessor's own, else the chosen option), or None without a gap."""
    assert where.indicator is not None
    for sheet in sheets:
        stored = sheet.answers.get(where.number)
        if stored is None or not below_full(used, where, stored):
            continue
        own = sheet.notes.get(where.number, "")
        if own or where.indicator.per == "respondent":
            return own
        option = decode(where.indicator, stored).option
        return option.label if option else ""
    return None


def _bring(
    db: Session,
    act: Act,
    owner: AssessmentRow,
    where: Node,
    product: int | None,
    note: str | None,
) -> None:
    assert where.indicator is not None
    here = (
        (FindingRow.assessment_id == owner.id)
        & (FindingRow.indicator == where.number)
        & (FindingRow.product_id == product if product else FindingRow.product_id.is_(None))
    )
    row = db.scalar(select(FindingRow).where(here))
    if row is None:
        if note is not None:
            db.add(
                FindingRow(
                    ref=act.new_id("F"),
                    assessment_id=owner.id,
                    indicator=where.number,
                    product_id=product,
                    code=where.code,
                    name=where.name,
                    note=note,
                    suggestion=where.indicator.remedy_hint,
                    legal_basis=where.indicator.legal_basis,
                    is_open=True,
                )
            )
        return
    row.is_open = note is not None
    if note is not None and not row.is_edited:
        row.note = note


def change_finding(db: Session, act: Act, *, id: str, **changes: object) -> Changes:
    """Edits note, suggestion, legal basis or due day until the assessment is sealed."""
    row = find(db, FindingRow, id)
    owner = db.get(AssessmentRow, row.assessment_id)
    assert owner is not None
    if owner.state in FROZEN:
        raise Problem("finding.frozen", on=owner.finalised_on)
    unknown = set(changes) - FINDING_FIELDS
    if unknown:
        raise Problem("record.field_unknown", field=sorted(unknown)[0], noun="finding")
    if not str(changes.get("suggestion", row.suggestion)).strip():
        raise Problem("finding.suggestion_missing", field="suggestion")
    due = changes.get("due_on")
    if isinstance(due, date) and due < act.today:
        raise Problem("finding.due_in_past", field="due_on")
    before, after = change(row, changes)
    if after:
        row.is_edited = True
        remember(db, act, "finding.changed", "finding", id, before, after)
    return Changes(frozenset({"finding"}), id)

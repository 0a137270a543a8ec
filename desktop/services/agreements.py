"""Agreements, their parties, agencies and commitments; what was reported about each promise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desktop.domain import agreement as rules
from desktop.domain.act import Act, Changes
from desktop.domain.agreement import (
    Agreement,
    AgreementPage,
    Commitment,
    FollowUp,
    Party,
    Stage,
)
from desktop.domain.problems import Problem
from desktop.models.agency import AgencyRow
from desktop.models.agreement import (
    AgreementRow,
    CommitmentRow,
    FollowUpRow,
    PartyRow,
    StageRow,
)
from desktop.models.coverage import CoverageRow
from desktop.models.region import RegionRow
from desktop.services.history import remember
from desktop.services.regions import check_region
from desktop.services.rows import change, find, find_maybe, record, values

R = TypeVar("R", PartyRow, CoverageRow)

AGREEMENT_FIELDS = frozenset(
    "kind title short_title region_code signed_on place valid_until state basis witnesses scope "
    "obstacle universe representing is_sample note".split()
)
COMMITMENT_FIELDS = frozenset(
    "article activity output owner_first owner_second unit baseline target due_on due_words "
    "promised_to".split()
)


def agreements(db: Session, *, region: str | None = None) -> tuple[Agreement, ...]:
    """All agreements by day of signing; the tree is made from `parent_id`."""
    parents = {row.id: row.ref for row in db.scalars(select(AgreementRow))}
    parties = _parties(db)
    covered = _covered(db)
    promises = _promises(db)
    query = select(AgreementRow, RegionRow.name).join(
        RegionRow, RegionRow.code == AgreementRow.region_code
    )
    if region:
        query = query.where(AgreementRow.region_code == region)
    query = query.order_by(
        AgreementRow.signed_on.is_(None), AgreementRow.signed_on, AgreementRow.id
    )
    return tuple(
        record(
            Agreement,
            row,
            parent_id=parents.get(row.parent_id) if row.parent_id else None,
            region_name=name,
            parties=tuple(record(Party, p) for p in parties.get(row.id, ())),
            named=sum(c.role == "named" for c in covered.get(row.id, ())),
            commitment_count=len(promises.get(row.id, ())),
            needing_report=sum(c.standing == "needs_report" for c in promises.get(row.id, ())),
        )
        for row, name in db.execute(query)
    )


def _parties(db: Session) -> Mapping[int, list[PartyRow]]:
    return _by_agreement(db.scalars(select(PartyRow).order_by(PartyRow.ordinal)))


def _covered(db: Session) -> Mapping[int, list[CoverageRow]]:
    return _by_agreement(db.scalars(select(CoverageRow)))


def _by_agreement(rows: Iterable[R]) -> dict[int, list[R]]:
    found: dict[int, list[R]] = {}
    for row in rows:
        found.setdefault(row.agreement_id, []).append(row)
    return found


def _promises(db: Session) -> dict[int, list[Commitment]]:
    stages: dict[int, list[StageRow]] = {}
    for stage in db.scalars(select(StageRow).order_by(StageRow.ordinal)):
        stages.setdefault(stage.commitment_id, []).append(stage)
    entries: dict[int, list[FollowUpRow]] = {}
    for entry in db.scalars(select(FollowUpRow).order_by(FollowUpRow.on, FollowUpRow.id)):
        entries.setdefault(entry.commitment_id, []).append(entry)
    query = (
        select(CommitmentRow, AgreementRow.ref)
        .join(AgreementRow, AgreementRow.id == CommitmentRow.agreement_id)
        .order_by(CommitmentRow.agreement_id, CommitmentRow.ordinal)
    )
    found: dict[int, list[Commitment]] = {}
    for row, ref in db.execute(query):
        reported = entries.get(row.id, [])
        made = _commitment(row, ref, stages.get(row.id, []), reported)
        found.setdefault(row.agreement_id, []).append(made)
    return found


def _commitment(
    row: CommitmentRow, ref: str, stages: Sequence[StageRow], entries: Sequence[FollowUpRow]
) -> Commitment:
    by_stage = {e.stage: e for e in entries if e.stage}
    return record(
        Commitment,
        row,
        agreement_id=ref,
        stages=tuple(record(Stage, s, reported=_reported(by_stage.get(s.label))) for s in stages),
        last_state=_state_of(stages, entries),
        entry_count=len(entries),
    )


def _state_of(stages: Sequence[StageRow], entries: Sequence[FollowUpRow]) -> str:
    """The state of the newest entry; a promise of several stages is not done with one of them."""
    if not entries:
        return ""
    done = {e.stage: e.state == "done" for e in entries}
    if entries[-1].stage and entries[-1].state == "done":
        return "done" if all(done.get(s.label) for s in stages) else "partly"
    return entries[-1].state


def _reported(entry: FollowUpRow | None) -> str:
    if entry is None:
        return ""
    return str(entry.amount) if entry.amount is not None else entry.evidence or entry.state


def agreement_page(db: Session, *, id: str) -> AgreementPage:
    """One agreement with commitments and covered agencies."""
    row = find(db, AgreementRow, id)
    covered = db.execute(
        select(AgencyRow.ref, AgencyRow.name, CoverageRow.role)
        .join(AgencyRow, AgencyRow.id == CoverageRow.agency_id)
        .where(CoverageRow.agreement_id == row.id)
        .order_by(AgencyRow.name)
    )
    whole = next(a for a in agreements(db) if a.id == id)
    agencies = tuple((ref, name, role) for ref, name, role in covered)
    return AgreementPage(whole, tuple(_promises(db).get(row.id, ())), agencies)


def commitments(db: Session, *, agreement: str | None = None) -> tuple[Commitment, ...]:
    """Commitments of one agreement, or all."""
    every = [c for made in _promises(db).values() for c in made]
    return tuple(c for c in every if agreement in (None, c.agreement_id))


def followups(db: Session, *, commitment: str) -> tuple[FollowUp, ...]:
    """What was reported about a commitment, newest first."""
    row = find(db, CommitmentRow, commitment)
    query = (
        select(FollowUpRow)
        .where(FollowUpRow.commitment_id == row.id)
        .order_by(FollowUpRow.on.desc(), FollowUpRow.id.desc())
    )
    return tuple(record(FollowUp, e, commitment_id=commitment) for e in db.scalars(query))


def _checked(db: Session, wanted: Mapping[str, object]) -> dict[str, object]:
    unknown = set(wanted) - AGREEMENT_FIELDS
    if unknown:
        raise Problem("record.field_unknown", field=sorted(unknown)[0], noun="agreement")
    if not str(wanted.get("title", "-")).strip():
        raise Problem("agreement.title_missing", field="title")
    if "region_code" in wanted:
        check_region(db, str(wanted["region_code"]))
    if wanted.get("kind", "mou") not in rules.KINDS:
        raise Problem("agreement.kind_unknown", field="kind")
    if wanted.get("state", "draft") not in rules.STATES:
        raise Problem("agreement.state_unknown", field="state")
    return dict(wanted)


def _check_row(row: AgreementRow) -> None:
    rules.check_counts(row.universe, row.representing)
    rules.check_validity(row.signed_on, row.valid_until)
    signed = row.signed_on is not None or row.kind == "pledge"  # a pledge is told, not signed
    if row.state == "in_force" and not signed:
        raise Problem("agreement.not_signed", field="signed_on")


def add_agreement(
    db: Session,
    act: Act,
    *,
    title: str,
    region_code: str,
    kind: str = "mou",
    parent: str | None = None,
    parties: Sequence[Mapping[str, str]] = (),
    agencies: Sequence[Mapping[str, str]] = (),
    **more: object,
) -> Changes:
    """A new agreement; `parties` in order (name, number, signer, signer_title), `agencies` with
    their role (`{"agency": id, "role": "representing" | "named"}`)."""
    wanted = _checked(db, {"title": title, "region_code": region_code, "kind": kind, **more})
    above = find_maybe(db, AgreementRow, parent)
    row = AgreementRow(ref=act.new_id("M"), parent_id=above.id if above else None, **wanted)
    row.state = str(more.get("state", "draft"))
    _check_row(row)
    db.add(row)
    db.flush()
    _set_parties(db, row, parties)
    _set_agencies(db, row, agencies)
    db.flush()
    after = {**wanted, **{name: told for name, told in _told(db, row).items() if told}}
    remember(db, act, "agreement.added", "agreement", row.ref, after=after)
    return Changes(frozenset({"agreement"}), row.ref)


def change_agreement(
    db: Session,
    act: Act,
    *,
    id: str,
    parent: str | None = None,
    parties: Sequence[Mapping[str, str]] | None = None,
    agencies: Sequence[Mapping[str, str]] | None = None,
    **changes: object,
) -> Changes:
    """Changes an agreement; parent ("" = none), parties and agencies are replaced where given."""
    row = find(db, AgreementRow, id)
    wanted = _checked(db, changes)
    if parent is not None:
        wanted["parent_id"] = _parent_key(db, row, parent)
    before, after = change(row, wanted)
    _check_row(row)
    told = _told(db, row)
    if parties is not None:
        _set_parties(db, row, parties)
    if agencies is not None:
        _set_agencies(db, row, agencies)
    db.flush()
    now = _told(db, row)
    for name in (name for name in told if told[name] != now[name]):
        before[name], after[name] = told[name], now[name]
    if after:
        remember(db, act, "agreement.changed", "agreement", id, before, after)
    return Changes(frozenset({"agreement"}), id)


def _told(db: Session, row: AgreementRow) -> dict[str, list[dict[str, object]]]:
    """Parties and agencies of an agreement, for its history."""
    parties = select(PartyRow).where(PartyRow.agreement_id == row.id).order_by(PartyRow.ordinal)
    covered = (
        select(AgencyRow.ref, CoverageRow.role)
        .join(AgencyRow, AgencyRow.id == CoverageRow.agency_id)
        .where(CoverageRow.agreement_id == row.id)
        .order_by(AgencyRow.id)
    )
    names = ("name", "number", "signer", "signer_title")
    return {
        "parties": [values(party, *names) for party in db.scalars(parties)],
        "agencies": [{"agency": ref, "role": role} for ref, role in db.execute(covered)],
    }


def _parent_key(db: Session, row: AgreementRow, parent: str) -> int | None:
    """The key of the agreement above; one cannot stand above itself, however far up."""
    above = find(db, AgreementRow, parent) if parent else None
    up = above
    while up is not None:
        if up.id == row.id:
            raise Problem("agreement.parent_below", field="parent")
        up = db.get(AgreementRow, up.parent_id) if up.parent_id else None
    return above.id if above else None


def _set_parties(db: Session, row: AgreementRow, parties: Sequence[Mapping[str, str]]) -> None:
    db.execute(delete(PartyRow).where(PartyRow.agreement_id == row.id))
    for ordinal, party in enumerate(parties):
        if not party.get("name", "").strip():
            raise Problem("agreement.party_missing", field="parties")
        db.add(PartyRow(agreement_id=row.id, ordinal=ordinal, **party))


def _set_agencies(db: Session, row: AgreementRow, agencies: Sequence[Mapping[str, str]]) -> None:
    db.execute(delete(CoverageRow).where(CoverageRow.agreement_id == row.id))
    if len({each["agency"] for each in agencies}) < len(agencies):
        raise Problem("agreement.agency_twice", field="agencies")
    for each in agencies:
        key = find(db, AgencyRow, each["agency"]).id
        role = each.get("role", "named")
        if role not in rules.ROLES:
            raise Problem("agreement.role_unknown", role=role)
        db.add(CoverageRow(agreement_id=row.id, agency_id=key, role=role))


def keep_commitment(
    db: Session,
    act: Act,
    *,
    id: str | None = None,
    agreement: str | None = None,
    stages: Sequence[Mapping[str, object]] | None = None,
    **fields: object,
) -> Changes:
    """Adds (with `agreement`) or changes (with `id`) a promise; unknown counts stay None."""
    unknown = set(fields) - COMMITMENT_FIELDS
    if unknown:
        raise Problem("record.field_unknown", field=sorted(unknown)[0], noun="commitment")
    row = find(db, CommitmentRow, id) if id else _new_commitment(db, act, agreement)
    before, after = change(row, fields)
    if not (row.activity or "").strip():
        raise Problem("commitment.activity_missing", field="activity")
    for name in ("baseline", "target"):
        if (getattr(row, name) or 0) < 0:
            raise Problem("commitment.count_negative", field=name)
    db.add(row)
    db.flush()
    if stages is not None:
        told = select(StageRow).where(StageRow.commitment_id == row.id).order_by(StageRow.ordinal)
        before["stages"] = [values(s, "label", "plan", "target") for s in db.scalars(told)]
        db.execute(delete(StageRow).where(StageRow.commitment_id == row.id))
        for ordinal, stage in enumerate(stages):
            if not str(stage.get("label", "")).strip():
                raise Problem("commitment.stage_missing", field="stages")
            db.add(StageRow(commitment_id=row.id, ordinal=ordinal, **stage))
        after["stages"] = [dict(s) for s in stages]
    remember(db, act, "commitment.kept", "commitment", row.ref, before if id else None, after)
    return Changes(frozenset({"agreement"}), row.ref)


def _new_commitment(db: Session, act: Act, agreement: str | None) -> CommitmentRow:
    if agreement is None:
        raise Problem("commitment.agreement_missing", field="agreement")
    owner = find(db, AgreementRow, agreement)
    query = select(CommitmentRow.ordinal).where(CommitmentRow.agreement_id == owner.id)
    ordinal = max(db.scalars(query), default=0) + 1
    return CommitmentRow(ref=act.new_id("C"), agreement_id=owner.id, ordinal=ordinal, activity="")


def report_followup(
    db: Session,
    act: Act,
    *,
    commitment: str,
    state: str,
    on: date | None = None,
    stage: str = "",
    amount: int | None = None,
    evidence: str = "",
    obstacle: str = "",
    plan: str = "",
) -> Changes:
    """Writes down what was reported about a promise, for a stage or as a whole."""
    if state not in rules.FOLLOWUP_STATES:
        raise Problem("followup.state_unknown", field="state")
    if amount is not None and amount < 0:
        raise Problem("commitment.count_negative", field="amount")
    row = find(db, CommitmentRow, commitment)
    entry = FollowUpRow(
        ref=act.new_id("E"),
        commitment_id=row.id,
        on=on or act.today,
        stage=stage,
        amount=amount,
        state=state,
        evidence=evidence.strip(),
        obstacle=obstacle.strip(),
        plan=plan.strip(),
        by=act.by,
    )
    if entry.on > act.today:
        raise Problem("followup.in_future", field="on")
    db.add(entry)
    after = values(entry, "on", "stage", "state", "amount")
    remember(db, act, "commitment.reported", "commitment", commitment, after=after)
    return Changes(frozenset({"agreement"}), entry.ref)

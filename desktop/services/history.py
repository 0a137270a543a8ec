"""The office's memory: every use case links its act here, in its own transaction."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from desktop.domain.act import Act
from desktop.domain.history import HistoryEntry, canonical, link
from desktop.models.history import HistoryRow

START = "0" * 64


def remember(
    db: Session,
    act: Act,
    code: str,
    kind: str,
    subject: str,
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
) -> None:
    """Links one entry to the chain. `code` is `noun.reason`; before/after hold changed fields."""
    last = db.execute(
        select(HistoryRow.seq, HistoryRow.hash).order_by(HistoryRow.seq.desc()).limit(1)
    ).first()
    seq, prev = (last.seq + 1, last.hash) if last else (1, START)
    fields: dict[str, object] = {
        "at": act.at.astimezone(UTC).isoformat(timespec="milliseconds"),
        "by": act.by,
        "act": code,
        "kind": kind,
        "subject": subject,
        "before": canonical(before or {}),
        "after": canonical(after or {}),
    }
    row = {"seq": seq, **fields, "prev": prev, "hash": link(prev, seq, fields)}
    db.execute(insert(HistoryRow).values(row))


def last_seq(db: Session) -> int:
    """The number of the newest entry, 0 in an empty chain."""
    return db.scalar(select(func.max(HistoryRow.seq))) or 0


def entries(
    db: Session,
    *,
    kind: str | None = None,
    subject: str | None = None,
    before_seq: int | None = None,
    limit: int = 50,
) -> tuple[HistoryEntry, ...]:
    """A page of history, newest first; of one record when `kind` and `subject` are given."""
    query = select(HistoryRow).order_by(HistoryRow.seq.desc()).limit(limit)
    if kind is not None:
        query = query.where(HistoryRow.kind == kind)
    if subject is not None:
        query = query.where(HistoryRow.subject == subject)
    if before_seq is not None:
        query = query.where(HistoryRow.seq < before_seq)
    return tuple(_entry(row) for row in db.scalars(query))


def _entry(row: HistoryRow) -> HistoryEntry:
    return HistoryEntry(
        seq=row.seq,
        at=datetime.fromisoformat(row.at),
        by=row.by,
        act=row.act,
        kind=row.kind,
        subject=row.subject,
        before=json.loads(row.before),
        after=json.loads(row.after),
        hash=row.hash,
    )


def broken_links(db: Session) -> tuple[int, ...]:
    """Numbers of entries whose hash does not follow from the one before; () = the chain holds."""
    prev, expected, bad = START, 1, list[int]()
    for row in db.scalars(select(HistoryRow).order_by(HistoryRow.seq)):
        names = ("at", "by", "act", "kind", "subject", "before", "after")
        fields: dict[str, object] = {name: getattr(row, name) for name in names}
        if row.seq != expected or row.prev != prev or row.hash != link(prev, row.seq, fields):
            bad.append(row.seq)
        prev, expected = row.hash, row.seq + 1
    return tuple(bad)

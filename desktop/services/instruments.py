"""Instrument versions of this office: stored whole, immutable, known by their sha256."""

from __future__ import annotations

import json
from functools import lru_cache

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.domain.act import Act, Changes
from desktop.domain.instrument import Instrument, indicators
from desktop.domain.instrument_document import canonical, fingerprint, from_document, to_document
from desktop.domain.library import InstrumentEntry
from desktop.domain.problems import Problem
from desktop.models.round import InstrumentRow, RoundRow
from desktop.services.history import remember


@lru_cache(maxsize=16)
def _parsed(sha256: str, document: str) -> Instrument:
    return from_document(json.loads(document))


def instrument_of(row: InstrumentRow) -> Instrument:
    """The instrument of a stored row; parsed once per version."""
    return _parsed(row.sha256, row.document)


@lru_cache(maxsize=16)
def _short_name(sha256: str, document: str) -> str:
    return str(json.loads(document)["short_name"])


def short_name_of(row: InstrumentRow) -> str:
    """The short name of a stored row, without building the instrument for it."""
    return _short_name(row.sha256, row.document)


def instrument_row(db: Session, code: str, version: str | None = None) -> InstrumentRow:
    """The stored version, or the newest published one when no version is named."""
    query = select(InstrumentRow).where(InstrumentRow.code == code)
    if version is not None:
        query = query.where(InstrumentRow.number == version)
    row = db.scalars(query.order_by(InstrumentRow.id.desc())).first()
    if row is None:
        raise Problem("instrument.unknown", field="instrument", code=code)
    return row


def instrument(db: Session, *, code: str, version: str | None = None) -> Instrument:
    """One instrument, whole."""
    return instrument_of(instrument_row(db, code, version))


def instruments(db: Session) -> tuple[InstrumentEntry, ...]:
    """All stored versions, newest validity first."""
    used = dict(
        db.execute(
            select(RoundRow.instrument_id, func.count()).group_by(RoundRow.instrument_id)
        ).all()
    )
    entries = [_entry(row, used.get(row.id, 0)) for row in db.scalars(select(InstrumentRow))]
    return tuple(sorted(entries, key=lambda e: (e.valid_from, e.code, e.version), reverse=True))


def _entry(row: InstrumentRow, used_by: int) -> InstrumentEntry:
    whole = instrument_of(row)
    return InstrumentEntry(
        code=row.code,
        version=row.number,
        name=row.name,
        short_name=whole.short_name,
        status=row.status,
        state=row.state,
        sha256=row.sha256,
        valid_from=whole.valid_from,
        valid_to=whole.valid_to,
        indicator_count=len(indicators(whole)),
        used_by=used_by,
    )


def keep_instrument(db: Session, act: Act, *, instrument: Instrument) -> Changes:
    """Stores and publishes a version. The same version twice is the same document or a problem."""
    document = canonical(to_document(instrument)).decode()
    sha256, number = fingerprint(instrument), str(instrument.version)
    query = select(InstrumentRow).where(
        InstrumentRow.code == instrument.code, InstrumentRow.number == number
    )
    kept = db.scalar(query)
    if kept is not None:
        if kept.sha256 != sha256:
            raise Problem("instrument.version_taken", code=instrument.code, version=number)
        return Changes(frozenset(), f"{instrument.code}@{number}")
    for older in db.scalars(select(InstrumentRow).where(InstrumentRow.code == instrument.code)):
        older.state = "superseded"
    db.add(
        InstrumentRow(
            code=instrument.code,
            number=number,
            name=instrument.name,
            status=instrument.status,
            state="published",
            sha256=sha256,
            document=document,
        )
    )
    remember(
        db, act, "instrument.published", "instrument", instrument.code, after={"sha256": sha256}
    )
    return Changes(frozenset({"instrument"}), f"{instrument.code}@{number}")

"""Instrument versions of this office: stored whole, known by their sha256.

draft (may be edited, may be unfinished) → published (immutable, what new rounds use) → superseded
(kept for what was assessed with it). Never deleted once published.
"""

from __future__ import annotations

import json
from dataclasses import replace
from functools import lru_cache

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from desktop.domain.act import Act, Changes
from desktop.domain.difference import Change, difference
from desktop.domain.instrument import Instrument, indicators, weights_note
from desktop.domain.instrument_document import (
    canonical,
    draft_from_document,
    fingerprint,
    from_document,
    to_document,
)
from desktop.domain.library import InstrumentEntry
from desktop.domain.problems import Problem
from desktop.domain.publishing import check_publishable, obstacles
from desktop.models.region import UnitTypeRow
from desktop.models.round import InstrumentRow, RoundRow
from desktop.services.history import remember


@lru_cache(maxsize=16)
def _parsed(sha256: str, document: str) -> Instrument:
    return from_document(json.loads(document))


@lru_cache(maxsize=16)
def _drafted(sha256: str, document: str) -> Instrument:
    return draft_from_document(json.loads(document))


def instrument_of(row: InstrumentRow) -> Instrument:
    """The instrument of a stored row; parsed once per version. A draft may be unfinished."""
    read = _drafted if row.state == "draft" else _parsed
    return read(row.sha256, row.document)


def instrument_row(db: Session, code: str, version: str | None = None) -> InstrumentRow:
    """The stored version; without one named the newest that is published, else the newest."""
    query = select(InstrumentRow).where(InstrumentRow.code == code)
    if version is not None:
        query = query.where(InstrumentRow.number == version)
    rank = case(
        (InstrumentRow.state == "published", 0), (InstrumentRow.state == "draft", 2), else_=1
    )
    row = db.scalars(query.order_by(rank, InstrumentRow.id.desc())).first()
    if row is None:
        raise Problem("instrument.unknown", field="instrument", code=code)
    return row


def instrument_to_use(db: Session, code: str, version: str | None = None) -> InstrumentRow:
    """The version a new round is bound to: never a draft."""
    row = instrument_row(db, code, version)
    if row.state == "draft":
        raise Problem("instrument.is_draft", field="instrument", code=code, version=row.number)
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
        weights=weights_note(whole),
    )


def unit_types(db: Session) -> frozenset[str]:
    """The office's list of unit types, against which indicators are held."""
    return frozenset(db.scalars(select(UnitTypeRow.code)))


def problems(db: Session, *, code: str, version: str) -> tuple[Problem, ...]:
    """What keeps a stored version from being published, at once and with places."""
    whole = instrument_of(instrument_row(db, code, version))
    return obstacles(whole, unit_types=unit_types(db))


def compare(db: Session, *, code: str, before: str, after: str) -> tuple[Change, ...]:
    """What differs between two stored versions of an instrument."""
    old, new = (instrument_of(instrument_row(db, code, version)) for version in (before, after))
    return difference(old, new)


def keep_instrument(db: Session, act: Act, *, instrument: Instrument) -> Changes:
    """Stores and publishes a version. The same version twice is the same document or a problem."""
    kept = _stored(db, instrument.code, instrument.version)
    if kept is not None and kept.state != "draft":
        if kept.sha256 != fingerprint(instrument):
            raise _taken(instrument)
        return Changes(frozenset(), _name(kept))
    check_publishable(instrument, unit_types=unit_types(db))
    row = kept or InstrumentRow(code=instrument.code, number=instrument.version)
    _write(db, row, instrument)
    return _publish(db, act, row)


def keep_draft(db: Session, act: Act, *, instrument: Instrument) -> Changes:
    """Stores a version that is still worked on, whole or not; or what it has become since.

    A version that was published once is never written again.
    """
    row = _stored(db, instrument.code, instrument.version)
    if row is not None and row.state != "draft":
        raise _taken(instrument)
    if row is not None and row.sha256 == fingerprint(instrument):
        return Changes(frozenset(), _name(row))
    before = None if row is None else {"sha256": row.sha256}
    kept = row or InstrumentRow(code=instrument.code, number=instrument.version, state="draft")
    _write(db, kept, instrument)
    word = "instrument.drafted" if before is None else "instrument.changed"
    remember(db, act, word, "instrument", _name(kept), before, {"sha256": kept.sha256})
    return Changes(frozenset({"instrument"}), _name(kept))


def begin_version(
    db: Session, act: Act, *, code: str, version: str, as_version: str, as_code: str | None = None
) -> Changes:
    """A copy of a stored version as a draft under another version (or as another instrument)."""
    fresh = replace(
        instrument_of(instrument_row(db, code, version)),
        code=(as_code or code).strip(),
        version=as_version.strip(),
    )
    for field, said in (("as_version", fresh.version), ("as_code", fresh.code)):
        if not said:
            raise Problem("instrument.version_missing", field=field)
    if _stored(db, fresh.code, fresh.version) is not None:
        taken = _taken(fresh)
        raise Problem(taken.code, **{**taken.facts, "field": "as_version"})
    return keep_draft(db, act, instrument=fresh)


def publish(db: Session, act: Act, *, code: str, version: str) -> Changes:
    """A draft becomes immutable, and the version that rounds use from now on; the published ones
    before it are superseded. Everything that stands in the way is named, with its place."""
    row = _known(db, code, version)
    if row.state != "draft":
        raise Problem("instrument.not_a_draft", code=code, version=version, now=row.state)
    check_publishable(instrument_of(row), unit_types=unit_types(db))
    return _publish(db, act, row)


def supersede(db: Session, act: Act, *, code: str, version: str) -> Changes:
    """Takes a published version out of use. What was assessed with it stays on it."""
    row = _known(db, code, version)
    if row.state != "published":
        raise Problem("instrument.not_published", code=code, version=version, now=row.state)
    row.state = "superseded"
    remember(db, act, "instrument.superseded", "instrument", _name(row))
    return Changes(frozenset({"instrument"}), _name(row))


def drop_draft(db: Session, act: Act, *, code: str, version: str) -> Changes:
    """Throws a draft away. A version that was published is kept for ever."""
    row = _known(db, code, version)
    if row.state != "draft":
        raise Problem("instrument.kept_for_ever", code=code, version=version)
    db.delete(row)
    remember(db, act, "instrument.dropped", "instrument", _name(row), {"sha256": row.sha256})
    return Changes(frozenset({"instrument"}), _name(row))


def _stored(db: Session, code: str, version: str) -> InstrumentRow | None:
    return db.scalar(
        select(InstrumentRow).where(InstrumentRow.code == code, InstrumentRow.number == version)
    )


def _known(db: Session, code: str, version: str) -> InstrumentRow:
    row = _stored(db, code, version)
    if row is None:
        raise Problem("instrument.unknown", field="instrument", code=f"{code}@{version}")
    return row


def _name(row: InstrumentRow) -> str:
    return f"{row.code}@{row.number}"


def _taken(instrument: Instrument) -> Problem:
    facts = {"code": instrument.code, "version": instrument.version}
    return Problem("instrument.version_taken", **facts)


def _write(db: Session, row: InstrumentRow, instrument: Instrument) -> None:
    row.name, row.status = instrument.name, instrument.status
    row.sha256 = fingerprint(instrument)
    row.document = canonical(to_document(instrument)).decode()
    row.state = row.state or "draft"
    db.add(row)
    db.flush()


def _publish(db: Session, act: Act, row: InstrumentRow) -> Changes:
    older = select(InstrumentRow).where(
        InstrumentRow.code == row.code,
        InstrumentRow.state == "published",
        InstrumentRow.id != row.id,
    )
    for each in db.scalars(older):
        each.state = "superseded"
    row.state = "published"
    after = {"sha256": row.sha256, "version": row.number}
    remember(db, act, "instrument.published", "instrument", row.code, after=after)
    return Changes(frozenset({"instrument"}), _name(row))

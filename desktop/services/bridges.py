"""Bridges of this office: shipped as drafts, changed with history, found for two instruments."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.act import Act, Changes
from desktop.domain.bridge import (
    Bridge,
    check,
    from_document,
    joined,
    same_codes,
    to_document,
    turned,
)
from desktop.domain.history import canonical
from desktop.domain.instrument import Instrument
from desktop.models.bridge import BridgeRow
from desktop.services.history import remember
from desktop.services.instruments import instrument


@lru_cache(maxsize=64)
def _parsed(document: str) -> Bridge:
    return from_document(json.loads(document))


def bridges(db: Session) -> tuple[Bridge, ...]:
    """All bridges of this office, by the codes of their instruments."""
    query = select(BridgeRow).order_by(BridgeRow.code_from, BridgeRow.code_to)
    return tuple(_parsed(row.document) for row in db.scalars(query))


def keep_bridge(db: Session, act: Act, *, document: Mapping[str, object]) -> Changes:
    """Stores a bridge in the place of the one between the same instruments, if there is one.

    It must fit the newest versions of both: unknown codes are refused with their place.
    """
    bridge = from_document(document)
    old, new = (instrument(db, code=code) for code in (bridge.old, bridge.new))
    check(bridge, old, new)
    text, name = canonical(to_document(bridge)), f"{bridge.old}–{bridge.new}"
    mine = (BridgeRow.code_from == bridge.old, BridgeRow.code_to == bridge.new)
    kept = db.scalar(select(BridgeRow).where(*mine))
    if kept is not None and kept.document == text:
        return Changes(frozenset(), name)
    before: dict[str, object] = {}
    if kept is None:
        kept = BridgeRow(code_from=bridge.old, code_to=bridge.new, version=1)
        db.add(kept)
    else:
        before = {"state": kept.state, "document": kept.document}
        kept.version += 1
    kept.state, kept.document = bridge.status, text
    word = "bridge.changed" if before else "bridge.added"
    remember(db, act, word, "bridge", name, before, {"state": kept.state, "document": text})
    return Changes(frozenset({"bridge"}), name)


def bridge_between(db: Session, old: Instrument, new: Instrument) -> Bridge:
    """What leads from one instrument to another: by the stored bridges in either direction, over
    as few of them as possible; without any an empty bridge.

    Two versions of one instrument are joined by their codes.
    """
    if old.code == new.code:
        return same_codes(old, new)
    ways: dict[str, list[Bridge]] = {}
    for each in bridges(db):
        for way in (each, turned(each)):
            ways.setdefault(way.old, []).append(way)
    reached, edge = {old.code}, list(ways.get(old.code, ()))
    while edge:
        for way in edge:
            if way.new == new.code:
                return way
        reached.update(way.new for way in edge)
        edge = [
            joined(way, more)
            for way in edge
            for more in ways.get(way.new, ())
            if more.new not in reached
        ]
    return Bridge(old.code, new.code)

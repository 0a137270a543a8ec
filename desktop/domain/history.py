"""The office's own memory: one chain of entries, each bound to the one before by its hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """Who did what to which record, with the changed fields before and after."""

    seq: int
    at: datetime
    by: str
    act: str
    kind: str
    subject: str
    before: Mapping[str, object]
    after: Mapping[str, object]
    hash: str


def plain(value: object) -> object:
    """A value as JSON keeps it: dates as ISO text, decimals as text, bytes by their hash."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    return value


def canonical(document: object) -> str:
    """Canonical JSON: sorted keys, no spaces, UTF-8 kept."""
    return json.dumps(
        document, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=plain
    )


def link(prev: str, seq: int, fields: Mapping[str, object]) -> str:
    """The hash of an entry: sha256 over the previous hash and the entry's canonical JSON."""
    text = canonical({"prev": prev, "seq": seq, **fields})
    return hashlib.sha256(text.encode()).hexdigest()

"""Records and answers in bulk: one document, one transaction, all or nothing (docs/apply.md)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from desktop.domain.act import Act, Changes
from desktop.domain.history import canonical
from desktop.services import bulk_promises, bulk_register, bulk_scoring
from desktop.services.bulk_read import Bulk, Item, check_texts
from desktop.services.history import remember
from desktop.services.offices import profile_of

SECTIONS: Mapping[str, Callable[[Item], None]] = {
    "signatories": bulk_register.signatory,
    "holidays": bulk_register.holiday,
    "agencies": bulk_register.agency,
    "units": bulk_register.unit,
    "products": bulk_register.product,
    "rounds": bulk_scoring.round,
    "assessments": bulk_scoring.assessment,
    "findings": bulk_scoring.finding,
    "agreements": bulk_promises.agreement,
    "meetings": bulk_promises.meeting,
    "actions": bulk_promises.action,
    "steps": bulk_scoring.step,
}
"""In the order of the journey, whatever the order in the document."""


def apply(
    db: Session,
    act: Act,
    *,
    document: Mapping[str, object],
    keys: Mapping[str, str] | None = None,
) -> Changes:
    """Applies a whole document through the same use cases as the window.

    The document may say who did what on which day; history keeps that, and at its end who applied
    the document, when, and its sha256. Every Problem carries the fact `path`
    ("agencies[3].name"); nothing is kept then. `keys` are local keys of documents applied before.
    Facts of the result: `keys` (all local keys with their public ids) and `counts` (how many of
    each noun).
    """
    check_texts(document)
    bulk = Bulk(db, act, ZoneInfo(profile_of(db).time_zone), dict(keys or {}))
    whole = Item(bulk, document, "")
    whole.only("by", "on", "office", *SECTIONS)
    if whole.has("office"):
        bulk_register.office(Item(bulk, whole.value["office"], "office", whole.act))
    for name, make in SECTIONS.items():
        for item in whole.items(name):
            make(item)
    told = {
        "sha256": hashlib.sha256(canonical(document).encode()).hexdigest(),
        "counts": dict(bulk.counts),
    }
    remember(db, act, "document.applied", "office", "1", after=told)
    return Changes(
        frozenset(bulk.touched), None, {"keys": dict(bulk.keys), "counts": dict(bulk.counts)}
    )

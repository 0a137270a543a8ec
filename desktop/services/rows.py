"""From rows to records and back: found by public id, changed field by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.act import can_be_kept
from desktop.domain.problems import Problem
from desktop.models.base import Named

R = TypeVar("R", bound=Named)
T = TypeVar("T")


def find(db: Session, kind: type[R], ref: str) -> R:
    """The row with that public id; Problem `<noun>.unknown` names the id."""
    row = db.scalar(select(kind).where(kind.ref == ref)) if can_be_kept(str(ref)) else None
    if row is None:
        raise Problem(f"{kind.__tablename__}.unknown", id=ref)  # type: ignore[attr-defined]
    return row


def find_maybe(db: Session, kind: type[R], ref: str | None) -> R | None:
    """The row with that public id, or None for no id."""
    return None if ref is None else find(db, kind, ref)


def record(shape: type[T], row: Any, **more: object) -> T:
    """A frozen record from a row: same names, the public id as `id`, decimals from text."""
    values: dict[str, object] = {}
    for name, column, is_exact in _columns(shape, row.__class__):
        if name in more:
            values[name] = more[name]
        elif column:
            value = getattr(row, column)
            values[name] = Decimal(value) if is_exact and isinstance(value, str) else value
    return shape(**values)


@cache
def _columns(shape: type[Any], kind: type[object]) -> tuple[tuple[str, str, bool], ...]:
    """Field, the attribute of the row it comes from ("" = none), and whether it is a Decimal."""

    def column(name: str) -> str:
        name = "ref" if name == "id" and hasattr(kind, "ref") else name
        return name if hasattr(kind, name) else ""

    return tuple((f.name, column(f.name), "Decimal" in str(f.type)) for f in fields(shape))


def change(row: Any, wanted: Mapping[str, object]) -> tuple[dict[str, object], dict[str, object]]:
    """Sets what differs; returns the changed fields before and after (for the history)."""
    before: dict[str, object] = {}
    after: dict[str, object] = {}
    for name, value in wanted.items():
        kept = str(value) if isinstance(value, Decimal) else value
        if getattr(row, name) != kept:
            before[name], after[name] = getattr(row, name), kept
            setattr(row, name, kept)
    if after and getattr(row, "version", None) is not None:
        row.version += 1
    return before, after


def values(row: Any, *names: str) -> dict[str, object]:
    """Chosen fields of a row, for the history of a new record."""
    return {name: getattr(row, name) for name in names}

"""Taking a unit or product off the list while nothing was ever assessed there."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.act import Act, Changes
from desktop.domain.problems import Problem
from desktop.models.agency import ProductRow, UnitRow
from desktop.models.assessment import AssessmentRow, FindingRow, SheetRow
from desktop.services.history import remember
from desktop.services.rows import find, values

TOUCHED = frozenset({"agency", "unit"})


def drop_product(db: Session, act: Act, *, id: str) -> Changes:
    """Removes a product that no assessment holds; one that was assessed stays for its past."""
    row = find(db, ProductRow, id)
    used = (
        db.scalar(select(SheetRow.id).where(SheetRow.product_id == row.id)),
        db.scalar(select(FindingRow.id).where(FindingRow.product_id == row.id)),
    )
    if any(key is not None for key in used):
        raise Problem("product.in_use", name=row.name)
    remember(db, act, "product.dropped", "product", id, values(row, "name"))
    db.delete(row)
    return Changes(TOUCHED, id)


def drop_unit(db: Session, act: Act, *, id: str) -> Changes:
    """Removes a unit with its products, if it is in no round."""
    row = find(db, UnitRow, id)
    if db.scalar(select(AssessmentRow.id).where(AssessmentRow.unit_id == row.id)) is not None:
        raise Problem("unit.in_use", name=row.name)
    for product in list(db.scalars(select(ProductRow).where(ProductRow.unit_id == row.id))):
        drop_product(db, act, id=product.ref)
    db.flush()
    remember(db, act, "unit.dropped", "unit", id, values(row, "name", "unit_type"))
    db.delete(row)
    return Changes(TOUCHED, id)

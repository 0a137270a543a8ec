"""Regions, unit types and the list of usual products: read only."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.problems import Problem
from desktop.domain.region import Region, UnitType
from desktop.models.region import RegionRow, ServiceRow, UnitTypeRow
from desktop.services.rows import record


def regions(db: Session) -> tuple[Region, ...]:
    """All regions by code."""
    return tuple(record(Region, r) for r in db.scalars(select(RegionRow).order_by(RegionRow.code)))


def check_region(db: Session, code: str, field: str = "region_code") -> RegionRow:
    """The region of that Kemendagri code, or a problem beside the field."""
    row = db.get(RegionRow, code)
    if row is None:
        raise Problem("region.unknown", field=field, code=code)
    return row


def unit_types(db: Session) -> tuple[UnitType, ...]:
    """All kinds of service units."""
    rows = db.scalars(select(UnitTypeRow).order_by(UnitTypeRow.name))
    return tuple(record(UnitType, row) for row in rows)


def usual_products(db: Session, *, unit_type: str) -> tuple[str, ...]:
    """The names of products that a unit of this type usually has."""
    kind = db.get(UnitTypeRow, unit_type)
    if kind is None:
        return ()
    query = select(ServiceRow.name).where(ServiceRow.service_kind == kind.service_kind)
    return tuple(db.scalars(query.order_by(ServiceRow.id)))

"""Agencies, units and products."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, aliased

from desktop.domain import agency as rules
from desktop.domain.act import Act, Changes
from desktop.domain.agency import Agency, Product, Unit
from desktop.domain.problems import Problem
from desktop.models.agency import AgencyRow, ProductRow, UnitRow
from desktop.models.coverage import CoverageRow
from desktop.models.region import RegionRow, UnitTypeRow
from desktop.services.history import remember
from desktop.services.regions import check_region
from desktop.services.rows import change, find, record, values

AGENCY_FIELDS = frozenset(
    "region_code kind name short_name head_name head_title address complaint_phone complaint_box "
    "valid_from valid_to source".split()
)
UNIT_FIELDS = frozenset("name short_name unit_type address".split())
PRODUCT_FIELDS = frozenset("name short_name product_type".split())


def agencies(
    db: Session,
    *,
    region: str | None = None,
    kind: str | None = None,
    active: bool | None = None,
    text: str = "",
) -> tuple[Agency, ...]:
    """The agencies of a region (or of all): those that represent or are named first, by name."""
    query = _query()
    if region:
        query = query.where(AgencyRow.region_code == region)
    if kind:
        query = query.where(AgencyRow.kind == kind)
    if active is not None:
        query = query.where(
            AgencyRow.valid_to.is_(None) if active else AgencyRow.valid_to.isnot(None)
        )
    if text.strip():
        like = f"%{text.strip().lower()}%"
        query = query.where(
            or_(func.lower(AgencyRow.name).like(like), func.lower(AgencyRow.short_name).like(like))
        )
    roles = _roles(db)
    found = [_agency(row, roles) for row in db.execute(query)]
    return tuple(sorted(found, key=lambda a: (a.region_code, not a.role, a.name.casefold())))


def counts_by_region(db: Session) -> Mapping[str, int]:
    """How many agencies a region has, ended ones too; regions without any are left out."""
    query = select(AgencyRow.region_code, func.count()).group_by(AgencyRow.region_code)
    return dict(db.execute(query.order_by(AgencyRow.region_code)).all())


def _query():
    successor = aliased(AgencyRow)
    units = (
        select(UnitRow.agency_id, func.count().label("units"))
        .group_by(UnitRow.agency_id)
        .subquery()
    )
    products = (
        select(UnitRow.agency_id, func.count().label("products"))
        .join(ProductRow, ProductRow.unit_id == UnitRow.id)
        .group_by(UnitRow.agency_id)
        .subquery()
    )
    return (
        select(
            AgencyRow,
            RegionRow.name.label("region_name"),
            func.coalesce(units.c.units, 0).label("units"),
            func.coalesce(products.c.products, 0).label("products"),
            successor.ref.label("successor"),
        )
        .join(RegionRow, RegionRow.code == AgencyRow.region_code)
        .outerjoin(units, units.c.agency_id == AgencyRow.id)
        .outerjoin(products, products.c.agency_id == AgencyRow.id)
        .outerjoin(successor, successor.id == AgencyRow.successor_id)
    )


def _roles(db: Session) -> Mapping[int, str]:
    query = select(CoverageRow.agency_id, CoverageRow.role).order_by(CoverageRow.role.desc())
    return dict(db.execute(query).all())


def _agency(found: Any, roles: Mapping[int, str]) -> Agency:
    row: AgencyRow = found[0]
    region_name, units, products, successor = found[1:]
    return record(
        Agency,
        row,
        region_name=region_name,
        unit_count=units,
        product_count=products,
        role=roles.get(row.id, ""),
        successor_id=successor,
    )


def agency(db: Session, *, id: str) -> Agency:
    """One agency."""
    row = find(db, AgencyRow, id)
    found = db.execute(_query().where(AgencyRow.id == row.id)).one()
    return _agency(found, _roles(db))


def look_alikes(db: Session, *, region: str, name: str, short_name: str = "") -> tuple[Agency, ...]:
    """Agencies of the region whose name reads like this one (spelled otherwise, abbreviated)."""
    kept = agencies(db, region=region)
    return tuple(a for a in kept if rules.looks_like(name, short_name, a))


def _checked(db: Session, changes: Mapping[str, object]) -> dict[str, object]:
    wanted = dict(changes)
    unknown = set(wanted) - AGENCY_FIELDS
    if unknown:
        raise Problem("record.field_unknown", field=sorted(unknown)[0], noun="agency")
    if "name" in wanted:
        wanted["name"] = rules.check_name(str(wanted["name"]))
    if "region_code" in wanted:
        check_region(db, str(wanted["region_code"]))
    if "kind" in wanted and wanted["kind"] not in rules.KINDS:
        raise Problem("agency.kind_unknown", field="kind", kind=wanted["kind"])
    if "complaint_phone" in wanted:
        wanted["complaint_phone"] = rules.check_phone(str(wanted["complaint_phone"]))
    if wanted.get("complaint_box", "unknown") not in rules.BOXES:
        raise Problem("agency.box_unknown", field="complaint_box")
    if wanted.get("source", "own") not in rules.SOURCES:
        raise Problem("agency.source_unknown", field="source", source=wanted["source"])
    return wanted


def _check_names(fields: Mapping[str, object], known: frozenset[str], noun: str) -> None:
    if unknown := set(fields) - known:
        raise Problem("record.field_unknown", field=sorted(unknown)[0], noun=noun)


def _check_unique(db: Session, region: str, name: str, own: int | None = None) -> None:
    query = select(AgencyRow).where(
        AgencyRow.region_code == region, func.lower(AgencyRow.name) == name.lower()
    )
    for other in db.scalars(query):
        if other.id != own and other.valid_to is None:
            raise Problem("agency.name_taken", field="name", name=name)


def add_agency(
    db: Session, act: Act, *, name: str, region_code: str, kind: str = "dinas", **more: object
) -> Changes:
    """A new agency. Its name must not stand in the region already."""
    wanted = _checked(db, {"name": name, "region_code": region_code, "kind": kind, **more})
    rules.check_period(_day(wanted.get("valid_from")), _day(wanted.get("valid_to")))
    _check_unique(db, region_code, str(wanted["name"]))
    row = AgencyRow(ref=act.new_id("A"), **wanted)
    db.add(row)
    remember(db, act, "agency.added", "agency", row.ref, after=wanted)
    return Changes(frozenset({"agency"}), row.ref)


def change_agency(db: Session, act: Act, *, id: str, **changes: object) -> Changes:
    """Changes fields of an agency."""
    row = find(db, AgencyRow, id)
    wanted = _checked(db, changes)
    rules.check_period(
        _day(wanted.get("valid_from", row.valid_from)), _day(wanted.get("valid_to", row.valid_to))
    )
    before, after = change(row, wanted)
    if {"name", "region_code", "valid_to"} & after.keys() and row.valid_to is None:
        _check_unique(db, row.region_code, row.name, row.id)
    if after:
        remember(db, act, "agency.changed", "agency", id, before, after)
    return Changes(frozenset({"agency"}), id)


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None


def rename_agency(
    db: Session, act: Act, *, id: str, name: str, short_name: str = "", on: date
) -> Changes:
    """A new name by a new Perda: the old agency ends the day before and points to its successor.

    Refused for an agency that has ended, before its first day, and for a name that is taken.
    """
    old, clean = find(db, AgencyRow, id), rules.check_name(name)
    if old.valid_to is not None:
        raise Problem("agency.ended", field="on", name=old.name, on=old.valid_to)
    if on.year < rules.FIRST_YEAR or (old.valid_from and on <= old.valid_from):
        raise Problem("agency.ends_before_start", field="on", start=old.valid_from)
    _check_unique(db, old.region_code, clean, old.id)
    fresh = AgencyRow(ref=act.new_id("A"), **values(old, *(AGENCY_FIELDS - {"name", "short_name"})))
    fresh.name, fresh.short_name, fresh.valid_from = clean, short_name.strip(), on
    db.add(fresh)
    db.flush()
    ends = {"valid_to": on - timedelta(days=1), "successor_id": fresh.id}
    before, after = change(old, ends)
    for unit in db.scalars(select(UnitRow).where(UnitRow.agency_id == old.id)):
        unit.agency_id = fresh.id
    before |= {"name": old.name, "successor_id": None}
    after |= {"name": fresh.name, "successor_id": fresh.ref}
    remember(db, act, "agency.renamed", "agency", id, before, after)
    return Changes(frozenset({"agency"}), fresh.ref)


def units(db: Session, *, agency: str | None = None, region: str | None = None) -> tuple[Unit, ...]:
    """Service units with their products, by agency and name."""
    query = (
        select(UnitRow, AgencyRow.ref, AgencyRow.name, AgencyRow.region_code)
        .join(AgencyRow, AgencyRow.id == UnitRow.agency_id)
        .order_by(AgencyRow.name, UnitRow.name)
    )
    owned = (
        select(ProductRow)
        .join(UnitRow, UnitRow.id == ProductRow.unit_id)
        .join(AgencyRow, AgencyRow.id == UnitRow.agency_id)
        .order_by(ProductRow.id)
    )
    if agency:
        query, owned = (each.where(AgencyRow.ref == agency) for each in (query, owned))
    if region:
        query, owned = (each.where(AgencyRow.region_code == region) for each in (query, owned))
    products: dict[int, list[ProductRow]] = {}
    for product in db.scalars(owned):
        products.setdefault(product.unit_id, []).append(product)
    return tuple(
        record(
            Unit,
            unit,
            agency_id=ref,
            agency_name=name,
            region_code=code,
            products=tuple(record(Product, p, unit_id=unit.ref) for p in products.get(unit.id, ())),
        )
        for unit, ref, name, code in db.execute(query)
    )


def _check_type(db: Session, unit_type: str) -> str:
    if db.get(UnitTypeRow, unit_type) is None:
        raise Problem("unit.type_unknown", field="unit_type", type=unit_type)
    return unit_type


def add_unit(
    db: Session,
    act: Act,
    *,
    agency: str,
    name: str,
    unit_type: str,
    short_name: str = "",
    address: str = "",
) -> Changes:
    """A service unit of an agency."""
    owner = find(db, AgencyRow, agency)
    clean = rules.check_name(name, code="unit.name_missing")
    _check_unit_name(db, owner.id, clean)
    row = UnitRow(
        ref=act.new_id("U"),
        agency_id=owner.id,
        name=clean,
        unit_type=_check_type(db, unit_type),
        short_name=short_name.strip(),
        address=address.strip(),
    )
    db.add(row)
    remember(db, act, "unit.added", "unit", row.ref, after=values(row, "name", "unit_type"))
    return Changes(frozenset({"agency", "unit"}), row.ref)


def _check_unit_name(db: Session, agency: int, name: str, own: int | None = None) -> None:
    taken = select(UnitRow.id).where(UnitRow.agency_id == agency, UnitRow.name == name)
    if any(key != own for key in db.scalars(taken)):
        raise Problem("unit.name_taken", field="name", name=name)


def change_unit(db: Session, act: Act, *, id: str, **changes: object) -> Changes:
    """Changes name, short name, type or address of a unit."""
    row = find(db, UnitRow, id)
    _check_names(changes, UNIT_FIELDS, "unit")
    if "name" in changes:
        changes["name"] = rules.check_name(str(changes["name"]), code="unit.name_missing")
    if "unit_type" in changes:
        _check_type(db, str(changes["unit_type"]))
    before, after = change(row, changes)
    if "name" in after:
        _check_unit_name(db, row.agency_id, row.name, row.id)
    if after:
        remember(db, act, "unit.changed", "unit", id, before, after)
    return Changes(frozenset({"agency", "unit"}), id)


def add_product(
    db: Session, act: Act, *, unit: str, name: str, short_name: str = "", product_type: str = ""
) -> Changes:
    """A service product of a unit."""
    owner = find(db, UnitRow, unit)
    clean = rules.check_name(name, code="product.name_missing")
    _check_product_name(db, owner.id, clean)
    row = ProductRow(
        ref=act.new_id("P"),
        unit_id=owner.id,
        name=clean,
        short_name=short_name.strip(),
        product_type=product_type,
    )
    db.add(row)
    remember(db, act, "product.added", "product", row.ref, after=values(row, "name"))
    return Changes(frozenset({"agency", "unit"}), row.ref)


def _check_product_name(db: Session, unit: int, name: str, own: int | None = None) -> None:
    taken = select(ProductRow.id).where(ProductRow.unit_id == unit, ProductRow.name == name)
    if any(key != own for key in db.scalars(taken)):
        raise Problem("product.name_taken", field="name", name=name)


def change_product(db: Session, act: Act, *, id: str, **changes: object) -> Changes:
    """Changes name, short name or type of a product."""
    row = find(db, ProductRow, id)
    _check_names(changes, PRODUCT_FIELDS, "product")
    if "name" in changes:
        changes["name"] = rules.check_name(str(changes["name"]), code="product.name_missing")
    before, after = change(row, changes)
    if "name" in after:
        _check_product_name(db, row.unit_id, row.name, row.id)
    if after:
        remember(db, act, "product.changed", "product", id, before, after)
    return Changes(frozenset({"agency", "unit"}), id)


def copy_list(
    db: Session, act: Act, *, region_code: str, rows: Sequence[Mapping[str, str]]
) -> Changes:
    """Copies the shipped list of a region's agencies (name, short_name, kind, source)."""
    check_region(db, region_code)
    for row in rows:
        db.add(AgencyRow(ref=act.new_id("A"), region_code=region_code, **row))
    remember(db, act, "agency.list_copied", "region", region_code, after={"count": len(rows)})
    return Changes(frozenset({"agency"}), facts={"count": len(rows)})

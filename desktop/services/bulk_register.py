"""Bulk, the register: our own office, its signatories and holidays; agencies, units, products."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from desktop.domain.act import Changes
from desktop.domain.agency import SOURCES
from desktop.models.agency import AgencyRow, ProductRow, UnitRow
from desktop.models.office import SignatoryRow
from desktop.services import agencies, offices
from desktop.services.bulk_read import Item, Shape, day, one_of, ref, text, whole, yes

OFFICE: Shape = {
    **dict.fromkeys(
        (
            "name kind region_code head_line office_line address_line contact_line paper place "
            "time_zone number_template archive_code unit_code coordinator"
        ).split(),
        text,
    ),
    **dict.fromkeys((*offices.MARGINS, "due_days"), whole),
}
SIGNATORY: Shape = {
    **dict.fromkeys("title form on_behalf_of between name rank nip".split(), text),
    "is_default": yes,
}
HOLIDAY: Shape = {"day": day, "name": text, "kind": one_of("libur", "cuti bersama"), "source": text}
AGENCY: Shape = {
    **dict.fromkeys(
        "region_code kind name short_name head_name head_title address complaint_phone".split(),
        text,
    ),
    "complaint_box": one_of("yes", "no", "unknown"),
    "source": one_of(*SOURCES),
    "valid_from": day,
    "valid_to": day,
}
UNIT: Shape = dict.fromkeys("name short_name unit_type address".split(), text)
PRODUCT: Shape = dict.fromkeys("name short_name product_type".split(), text)


def office(item: Item) -> None:
    """Our own office's profile."""
    facts = item.facts(OFFICE)
    item.do(offices.change_profile, **facts)
    item.bulk.counts["office"] += 1


def signatory(item: Item) -> None:
    """One who signs."""
    facts = item.facts(SIGNATORY)
    id = item.read("id", ref(SignatoryRow))
    if id is None:
        item.need("title", text)
    else:  # what is not said stays as it is
        kept = next(one for one in offices.signatories(item.bulk.db) if one.id == id)
        facts = {name: getattr(kept, name) for name in SIGNATORY} | facts
    item.made("signatory", item.do(offices.keep_signatory, id=id, **facts).id)


def holiday(item: Item) -> None:
    """A day off."""
    facts = item.facts(HOLIDAY)
    item.need("day", day)
    item.need("name", text)
    item.made("holiday", item.do(offices.keep_holiday, **facts).id)


def agency(item: Item) -> None:
    """An agency with its units."""
    facts = item.facts(AGENCY, "units")
    change = item.read("id", ref(AgencyRow))
    add = partial(_needing, item, agencies.add_agency, "name", "region_code")
    id = item.made("agency", _keep(item, change, add, agencies.change_agency, facts))
    for inner in item.items("units"):
        unit(inner, id)


def unit(item: Item, agency_id: str | None = None) -> None:
    """A unit with its products; standing alone it names its agency."""
    facts = item.facts(UNIT, "products", *([] if agency_id else ["agency"]))
    change = item.read("id", ref(UnitRow))
    if change is None:
        facts["agency"] = agency_id or item.need("agency", ref(AgencyRow))
    add = partial(_needing, item, agencies.add_unit, "name", "unit_type")
    id = item.made("unit", _keep(item, change, add, agencies.change_unit, facts))
    for inner in item.items("products"):
        product(inner, id)


def product(item: Item, unit_id: str | None = None) -> None:
    """A product; standing alone it names its unit."""
    facts = item.facts(PRODUCT, *([] if unit_id else ["unit"]))
    change = item.read("id", ref(ProductRow))
    if change is None:
        facts["unit"] = unit_id or item.need("unit", ref(UnitRow))
    add = partial(_needing, item, agencies.add_product, "name")
    item.made("product", _keep(item, change, add, agencies.change_product, facts))


def _needing(item: Item, use_case: Callable[..., Changes], *names: str, **facts: object) -> Changes:
    for name in names:
        item.need(name, text)
    return item.do(use_case, **facts)


def _keep(
    item: Item,
    change: object,
    add: Callable[..., Changes],
    use_case: Callable[..., Changes],
    facts: dict[str, object],
) -> str | None:
    """Changes the record that `id` names, or adds a new one."""
    if change is None:
        return add(**facts).id
    return item.do(use_case, id=change, **facts).id

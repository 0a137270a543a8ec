"""An instrument and a year as large as they come: 100 indicators, 8 units of 5 products each."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from desktop.domain.act import Act, Changes
from desktop.domain.instrument import Instrument, Products, indicators
from desktop.domain.instrument_document import from_document
from desktop.models.agency import AgencyRow, ProductRow, UnitRow
from desktop.models.assessment import AssessmentRow, SheetRow, answer
from desktop.office import Office
from desktop.services import instruments, rounds

UNITS, PRODUCTS, INDICATORS = 8, 5, 100
ENTITIES = 586
"""Of the whole nation."""
ODD = 50
"""One unit in so many has something that is open or does not apply."""
WEIGHTS = ("21.85", "32.37", "24.24", "11.54", "10")


def instrument(products: Products = "indicator") -> Instrument:
    """Five dimensions of 20 indicators, all asked per product."""
    options = [{"score": score, "label": f"Pilihan {score}"} for score in range(6)]
    dimensions: list[dict[str, Any]] = []
    for place, weight in enumerate(WEIGHTS):
        inside = [
            {
                "code": f"{place}.{n}",
                "name": f"Indikator {n}",
                "weight": str(5 + n % 7),
                "indicator": {"per": "product", "options": options},
            }
            for n in range(INDICATORS // len(WEIGHTS))
        ]
        name = f"Dimensi {place}"
        dimensions.append({"code": f"{place}", "name": name, "weight": weight, "children": inside})
    return from_document(
        {
            "code": f"nasional-{products}",
            "version": "1",
            "name": "Instrumen nasional",
            "short_name": "Nasional",
            "valid_from": "2020-01-01",
            "products": products,
            "zones": [
                {"code": "A", "name": "Tinggi", "colour": "hijau", "min": 80},
                {"code": "B", "name": "Rendah", "colour": "merah", "min": 0},
            ],
            "root": {"code": "nasional", "name": "Instrumen nasional", "children": dimensions},
        }
    )


def office_of_a_year(place: Path, entities: int) -> Office:
    """An office whose one round holds so many entities' units, scored in full but for a few."""
    office = Office.create(place, name="Kantor Nasional", region="62", operator="Tolok")
    used = instrument()
    office.do(instruments.keep_instrument, instrument=used)
    held = office.do(rounds.add_round, year=2024, instrument=used.code, region_code="62").id
    office.do(_fill, used=used, round=held, units=entities * UNITS)
    return office


def _fill(db: Session, act: Act, *, used: Instrument, round: str, units: int) -> Changes:
    from desktop.models.round import RoundRow
    from desktop.services.rows import find

    chance, held = random.Random(7), find(db, RoundRow, round)
    numbers = [node.number for node in indicators(used)]
    agency = AgencyRow(ref=act.new_id("A"), region_code="62", kind="dinas", name="Dinas")
    db.add(agency)
    db.flush()
    for number in range(1, units + 1):
        unit = UnitRow(
            ref=f"U{number}", agency_id=agency.id, name=f"Unit {number}", unit_type="LAINNYA"
        )
        db.add(unit)
        db.flush()
        row = AssessmentRow(ref=f"S{number}", round_id=held.id, unit_id=unit.id, state="collecting")
        db.add(row)
        products = [
            ProductRow(ref=f"P{number}-{n}", unit_id=unit.id, name=f"Produk {n}")
            for n in range(PRODUCTS)
        ]
        db.add_all(products)
        db.flush()
        sheets = [
            SheetRow(assessment_id=row.id, subject="product", product_id=product.id)
            for product in products
        ]
        db.add_all(sheets)
        db.flush()
        cells = [
            {"sheet": sheet.id, "indicator": each, "value": chance.randrange(6)}
            for sheet in sheets
            for each in numbers
        ]
        if number % ODD == 0:
            cells[0]["value"] = -1
            del cells[-1]
        db.execute(insert(answer), cells)
    return Changes(frozenset({"assessment"}), None)


def keep_totals(db: Session, act: Act) -> Changes:
    """Writes what every assessment keeps, as saving its answers would have done."""
    from sqlalchemy import update

    from desktop.services.totals import recounted

    for each in recounted(db):
        db.execute(update(AssessmentRow).where(AssessmentRow.ref == each.ref).values(**each.now))
    return Changes(frozenset({"assessment"}), None)

"""Kept totals: written with the answer, recounted from the answers, enough for a whole year."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from sqlalchemy import Engine, event, text
from sqlalchemy.orm import Session

from desktop.domain.act import Act, Changes
from desktop.domain.instrument import indicators
from desktop.domain.score import Sheet, asked
from desktop.office import Office
from desktop.services import (
    agencies,
    answers,
    assessments,
    home,
    instruments,
    results,
    rounds,
    sealing,
    totals,
)

CODES = ("ori-2015-2021", "ori-2022-2024", "ori-2025", "pekppp", "skm-2017", "uu25-14-komponen")


def planned(office: Office, code: str, year: int, unit: str, **more: Any) -> str:
    held = next((r for r in office.read(rounds.rounds) if r.year == year), None)
    if held is None:
        made = office.do(rounds.add_round, year=year, instrument=code, region_code="99.01")
        held = office.read(rounds.round_of, id=made.id)
    return str(office.do(assessments.plan_assessment, round=held.id, unit=unit, **more).id)


def unit_of(office: Office, name: str = "Loket", products: int = 2) -> str:
    agency = office.do(agencies.add_agency, name=f"Dinas {name}", region_code="99.01").id
    unit = office.do(agencies.add_unit, agency=agency, name=name, unit_type="LAINNYA").id
    for n in range(products):
        office.do(agencies.add_product, unit=unit, name=f"Produk {n}")
    return str(unit)


def fill(office: Office, assessment: str, *, leave: int = 0, reason: int = 0) -> None:
    """Answers everything; the last `leave` cells stay open, so many before them do not apply."""
    desk = office.read(assessments.desk, id=assessment)
    used = office.read(assessments.score, id=assessment)[0]
    year = desk.assessment.year
    cells: list[tuple[int, int, int | None]] = []
    for sheet in desk.sheets:
        subject = Sheet(sheet.subject, "", sheet.product_type, sheet.role)  # type: ignore[arg-type]
        for node in asked(used, subject, unit_type="LAINNYA", year=year, kind=desk.entity_kind):
            assert node.indicator is not None
            low = int((node.indicator.least or 0) * 10**node.indicator.decimals)
            cells.append((sheet.key, node.number, low + len(cells) % 2))
    cells = cells[: len(cells) - leave]
    turned = {len(cells) - 1 - n for n in range(reason)}
    cells = [(s, n, -1 if i in turned else v) for i, (s, n, v) in enumerate(cells)]
    office.do(answers.save_answers, assessment=assessment, cells=tuple(cells))


@contextmanager
def statements(office: Office) -> Iterator[list[str]]:
    """Every SQL statement that the office's connections run meanwhile."""
    told: list[str] = []

    def tell(_c: object, _k: object, statement: str, *_: object) -> None:
        told.append(statement)

    event.listen(Engine, "before_cursor_execute", tell)
    try:
        yield told
    finally:
        event.remove(Engine, "before_cursor_execute", tell)


def reads_answers(statement: str) -> bool:
    return " answer" in statement.replace("\n", " ").lower()


@pytest.mark.parametrize("code", CODES)
def test_every_kind_of_assessment_is_recounted_as_it_is_kept(office: Office, code: str) -> None:
    first, second, third, fourth = (unit_of(office, f"Loket {n}", products=n) for n in range(1, 5))
    whole = planned(office, code, 2024, first)
    fill(office, whole)
    open_still = planned(office, code, 2024, second)
    fill(office, open_still, leave=3)
    planned(office, code, 2024, third)
    partly = planned(office, code, 2024, fourth)
    fill(office, partly, reason=2)
    found = {each.ref: each for each in office.read(totals.recounted)}
    assert len(found) == 4
    for each in found.values():
        assert each.kept == each.now, each
    assert found[whole].now["answered"] == found[whole].now["applicable"] != 0
    assert found[partly].now["not_applicable"] == 2
    assert not office.read(sealing.wrong_totals)
    office.do(sealing.finalise_assessment, id=whole)
    assert not office.read(sealing.wrong_totals)


def test_published_values_are_recounted_too(office: Office) -> None:
    planned(office, "ori-2025", 2025, unit_of(office), published_value=Decimal("84.11"))
    (each,) = office.read(totals.recounted)
    assert each.kept == each.now
    assert each.now["value"] == "84.11"


def test_only_the_year_that_is_asked_for_is_recounted(office: Office) -> None:
    unit = unit_of(office)
    for code, year in (("ori-2022-2024", 2024), ("ori-2025", 2025)):
        fill(office, planned(office, code, year, unit))
    assert [e.unit for e in office.read(totals.recounted, year=2025)] == ["Loket"]
    assert len([*office.read(totals.recounted)]) == 2


def tamper(db: Session, act: Act, *, sql: str) -> Changes:
    db.execute(text(sql))
    return Changes(frozenset({"assessment"}), None)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE answer SET value = 1 - value WHERE sheet = (SELECT min(sheet) FROM answer)",
        "DELETE FROM answer WHERE sheet = (SELECT max(sheet) FROM answer)",
        "UPDATE assessment SET value = '99.99'",
        "UPDATE assessment SET exact = '1/3'",
        "UPDATE assessment SET answered = answered - 1",
        "UPDATE assessment SET zone = 'X'",
        "UPDATE assessment SET high = '100.00'",
        "UPDATE product SET product_type = 'PRODUK_ADMINISTRASI'",
    ],
)
def test_what_was_changed_behind_the_programs_back_is_noticed(office: Office, sql: str) -> None:
    assessment = planned(office, "ori-2015-2021", 2020, unit_of(office))
    fill(office, assessment)
    assert not office.read(sealing.wrong_totals)
    office.do(tamper, sql=sql)
    assert office.read(sealing.wrong_totals) == ((assessment, "Loket"),)


def test_totals_are_kept_in_the_transaction_of_the_answer(office: Office) -> None:
    assessment = planned(office, "uu25-14-komponen", 2026, unit_of(office))
    with statements(office) as told:
        fill(office, assessment)
    begins = [n for n, each in enumerate(told) if "INSERT INTO answer" in each]
    kept = [n for n, each in enumerate(told) if each.startswith("UPDATE assessment")]
    assert begins
    assert kept
    assert not any(each.startswith(("BEGIN", "COMMIT")) for each in told[begins[0] : kept[-1]])


def test_a_year_is_shown_without_reading_an_answer(office: Office) -> None:
    for n in range(3):
        fill(office, planned(office, "ori-2022-2024", 2024, unit_of(office, f"Loket {n}")))
    held = office.read(rounds.rounds)[0]
    with statements(office) as told:
        shown = office.read(results.results, round=held.id)
        (entity,) = office.read(totals.entity_totals, year=2024)
        office.read(home.home, today=office.today)
    assert not [each for each in told if reads_answers(each)]
    used = office.read(instruments.instrument, code="ori-2022-2024")
    assert (entity.value, entity.zone) == (shown.value, shown.zone)
    assert (entity.units, entity.valued, shown.scored) == (3, 3, 3)
    assert entity.is_whole
    assert totals.province_value(used, [entity]) == entity.value
    assert indicators(used)


def test_an_entity_is_reduced_by_its_instruments_own_rule(office: Office) -> None:
    one, two = unit_of(office, "Satu", products=3), unit_of(office, "Dua", products=1)
    for unit, value in ((one, "100"), (two, "60")):
        planned(
            office, "ori-2015-2021", 2020, unit, published_value=Decimal(value), product_count=1
        )
    (entity,) = office.read(totals.entity_totals, year=2020)
    assert entity.exact == 80
    three = unit_of(office, "Tiga")
    planned(office, "ori-2015-2021", 2020, three, published_value=Decimal(100), product_count=2)
    (entity,) = office.read(totals.entity_totals, year=2020, track="internal")
    assert entity.exact == Fraction(100 + 60 + 200, 4)
    assert not office.read(totals.entity_totals, year=2020, track="ombudsman")
    assert not office.read(totals.entity_totals, year=2019)


def test_a_unit_without_a_value_does_not_count(office: Office) -> None:
    planned(office, "ori-2025", 2025, unit_of(office, "A"), published_value=Decimal(70))
    planned(office, "ori-2025", 2025, unit_of(office, "B"))
    (entity,) = office.read(totals.entity_totals, year=2025)
    assert (entity.exact, entity.units, entity.valued, entity.is_whole) == (70, 2, 1, False)

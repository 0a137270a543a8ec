"""A register is taken in whole or not at all; every row that is wrong is told."""

from __future__ import annotations

import pytest

from desktop.domain.act import Changes
from desktop.domain.intake import Entry, Register
from desktop.domain.problems import Problem
from desktop.office import Office
from desktop.services import agencies, history, intake, offices

HEADS = {"name": "Nama", "region_code": "Wilayah", "agency": "Nama instansi", "unit": "Nama unit"}
HEADS |= {"unit_type": "Jenis unit", "kind": "Jenis"}


def row(number: int, *, sheet: str = "Instansi", whole: bool = True, **fields: object) -> Entry:
    return Entry(sheet, number, fields, HEADS, whole)


def agency(number: int, name: str, **more: object) -> Entry:
    return row(number, name=name, **{"region_code": "99.01", **more})


def unit(number: int, owner: str, name: str, unit_type: str = "LAINNYA") -> Entry:
    return row(number, sheet="Unit", agency=owner, name=name, unit_type=unit_type)


def product(number: int, owner: str, of: str, name: str) -> Entry:
    return row(number, sheet="Produk", agency=owner, unit=of, name=name)


def take(office: Office, *entries: Entry, **more: tuple[Entry, ...]) -> Changes:
    return office.do(intake.take_in, register=Register(entries, **more))  # type: ignore[arg-type]


def refused(office: Office, *entries: Entry, **more: tuple[Entry, ...]) -> list[tuple[str, object]]:
    """(code, row) of every problem; nothing may have been kept."""
    before = office.read(history.last_seq)
    with pytest.raises(Problem) as found:
        take(office, *entries, **more)
    assert office.read(history.last_seq) == before
    return [(one.code, one.facts.get("row")) for one in found.value.each()]


def test_agencies_units_and_products_are_taken_in(office: Office) -> None:
    changes = take(
        office,
        agency(2, "Dinas Sosial", short_name="Dinsos", kind="dinas"),
        units=(unit(2, "dinsos", "Loket"),),
        products=(product(2, "Dinas Sosial", "LOKET", "Rekomendasi"),),
    )
    assert changes.facts["agencies"] == 1
    (made,) = office.read(agencies.units)
    assert (made.agency_name, made.products[0].name) == ("Dinas Sosial", "Rekomendasi")


def test_regions_and_types_are_known_by_code_or_name(office: Office) -> None:
    take(
        office,
        agency(2, "Dinas A", region_code="Kabupaten Contoh"),
        units=(unit(2, "Dinas A", "B", "dinas kependudukan dan pencatatan sipil"),),
    )
    (made,) = office.read(agencies.units)
    assert (made.region_code, made.unit_type) == ("99.01", "DISDUKCAPIL")


def test_an_empty_region_is_the_offices_own_only_in_a_local_government(office: Office) -> None:
    take(office, agency(2, "Dinas A", region_code=""))
    assert office.read(agencies.agencies)[0].region_code == "99.01"
    office.do(offices.change_profile, kind="ombudsman")
    assert refused(office, agency(2, "Dinas B", region_code="")) == [("agency.region_missing", 2)]


def test_the_kind_is_read_off_the_name_or_asked_for(office: Office) -> None:
    take(office, agency(2, "Kecamatan Awang"), agency(3, "X", kind="bumd"))
    assert {a.kind for a in office.read(agencies.agencies)} == {"kecamatan", "bumd"}
    assert refused(office, agency(2, "Panti Asuhan")) == [("agency.kind_missing", 2)]


def test_all_problems_are_told_and_nothing_is_kept(office: Office) -> None:
    found = refused(
        office,
        agency(2, "Dinas A"),
        agency(3, ""),
        agency(4, "Dinas A"),
        agency(5, "Dinas B", region_code="6213"),
        agency(6, "Dinas C", complaint_phone="0811 abc"),
        units=(unit(2, "Dinas Z", "Loket"), unit(3, "Dinas A", "Loket", "TAK_ADA")),
        products=(product(2, "Dinas A", "Entah", "Kartu"),),
    )
    assert found == [
        ("agency.name_missing", 3),
        ("register.twice", 4),
        ("region.unknown", 5),
        ("agency.phone_wrong", 6),
        ("register.agency_unknown", 2),
        ("unit.type_unknown", 3),
        ("register.unit_unknown", 2),
    ]


def test_rows_that_lean_on_a_bad_row_have_no_problem_of_their_own(office: Office) -> None:
    found = refused(
        office,
        agency(2, "Dinas A", region_code="0"),
        units=(unit(2, "Dinas A", "Loket"), unit(3, "Dinas A", "Lain", "TAK_ADA")),
        products=(product(2, "Dinas A", "Loket", "Kartu"), product(3, "Dinas A", "Lain", "X")),
    )
    assert found == [("region.unknown", 2)]


def test_what_is_kept_already_is_told(office: Office) -> None:
    take(office, agency(2, "Dinas A"), units=(unit(2, "Dinas A", "Loket"),))
    assert refused(office, agency(2, "dinas a")) == [("agency.name_taken", 2)]
    assert refused(office, units=(unit(2, "Dinas A", "Loket"),)) == [("unit.name_taken", 2)]


def test_one_name_in_two_regions_asks_for_the_region(office: Office) -> None:
    take(office, agency(2, "Dinas A"), agency(3, "Dinas A", region_code="62.13"))
    assert refused(office, units=(unit(2, "Dinas A", "Loket"),)) == [
        ("register.agency_ambiguous", 2)
    ]
    whole = row(
        2, sheet="Unit", agency="Dinas A", name="L", unit_type="LAINNYA", region_code="62.13"
    )
    take(office, units=(whole,))
    assert office.read(agencies.units)[0].region_code == "62.13"


def test_look_alikes_are_taken_and_told(office: Office) -> None:
    take(office, agency(2, "Dinas Perhubungan", short_name="Dishub"))
    changes = take(office, agency(2, "Dishub", kind="dinas"), agency(3, "Badan Perhubungan Daerah"))
    warnings = changes.facts["warnings"]
    assert isinstance(warnings, tuple)
    assert [(w.code, w.facts["row"], w.facts["other"]) for w in warnings] == [
        ("agency.looks_alike", 2, "Dinas Perhubungan"),
        ("agency.looks_alike", 3, "Dinas Perhubungan"),
    ]


def test_a_cell_that_could_not_be_read_refuses_the_whole(office: Office) -> None:
    cell = Problem("workbook.not_text", sheet="Instansi", row=2, column="Nama", value=5)
    register = Register((row(2, whole=False), agency(3, "Dinas B")), problems=(cell,))
    with pytest.raises(Problem) as found:
        office.do(intake.take_in, register=register)
    assert [one.code for one in found.value.each()] == ["workbook.not_text"]
    assert not office.read(agencies.agencies)


def test_a_rehearsal_leaves_nothing_behind(office: Office) -> None:
    before = office.read(history.last_seq)
    told: list[Changes] = []
    office.subscribe(told.append)
    changes = office.rehearse(intake.take_in, register=Register((agency(2, "Dinas A"),)))
    assert changes.facts["agencies"] == 1
    assert (office.read(history.last_seq), told) == (before, [])
    take(office, agency(2, "Dinas A"))
    assert len(told) == 1


def test_an_empty_register_is_refused(office: Office) -> None:
    assert refused(office) == [("workbook.no_rows", None)]

"""Agencies, units, products: kept once, named rightly, remembered."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop.domain.problems import Problem
from desktop.office import Office
from desktop.services import agencies, history, unit_removal
from tests.services.conftest import set_scene

ODD = 'Dinas <Perhubungan> & "Kominfo"'


def test_an_agency_keeps_its_name_as_typed(office: Office) -> None:
    office.do(agencies.add_agency, name=f"  {ODD} ", region_code="99.01")
    assert [a.name for a in office.read(agencies.agencies, region="99.01")] == [ODD]


def test_the_same_name_cannot_stand_twice_in_a_region(office: Office) -> None:
    office.do(agencies.add_agency, name="Dinas Sosial", region_code="99.01")
    with pytest.raises(Problem) as refused:
        office.do(agencies.add_agency, name="dinas sosial", region_code="99.01")
    assert (refused.value.code, refused.value.field) == ("agency.name_taken", "name")
    office.do(agencies.add_agency, name="Dinas Sosial", region_code="62.13")


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("name", "  ", "agency.name_missing"),
        ("complaint_phone", "0812-00X", "agency.phone_wrong"),
        ("kind", "warung", "agency.kind_unknown"),
        ("region_code", "6213", "region.unknown"),
        ("colour", "red", "record.field_unknown"),
    ],
)
def test_a_wrong_field_is_refused_beside_it(
    office: Office, field: str, value: str, code: str
) -> None:
    facts = {"name": "Dinas Sosial", "region_code": "99.01", field: value}
    with pytest.raises(Problem) as refused:
        office.do(agencies.add_agency, **facts)
    assert (refused.value.code, refused.value.field) == (code, field)
    assert office.read(agencies.agencies) == ()


def test_a_look_alike_is_found_by_word_and_by_abbreviation(office: Office) -> None:
    office.do(
        agencies.add_agency, name="Dinas Perhubungan", short_name="Dishub", region_code="99.01"
    )
    for name in ("Dishub", "DINAS PERHUBUNGAN KABUPATEN", "Kantor Perhubungan"):
        found = office.read(agencies.look_alikes, region="99.01", name=name)
        assert [a.name for a in found] == ["Dinas Perhubungan"], name
    assert office.read(agencies.look_alikes, region="99.01", name="Dinas Sosial") == ()


def test_a_renamed_agency_keeps_its_past_and_hands_on_its_units(office: Office) -> None:
    old = office.do(agencies.add_agency, name="Dinas Pasar", region_code="99.01").id
    office.do(agencies.add_unit, agency=old, name="Loket", unit_type="LAINNYA")
    new = office.do(
        agencies.rename_agency, id=old, name="Dinas Perdagangan", on=date(2026, 1, 1)
    ).id
    by_id = {a.id: a for a in office.read(agencies.agencies, region="99.01")}
    assert by_id[str(old)].valid_to == date(2025, 12, 31)
    assert by_id[str(old)].successor_id == new
    assert (by_id[str(new)].is_active, by_id[str(new)].unit_count) == (True, 1)
    (told,) = office.read(history.entries, kind="agency", subject=old, limit=1)
    assert (told.before["name"], told.after["valid_to"]) == ("Dinas Pasar", "2025-12-31")


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"name": "dinas sosial", "on": date(2026, 1, 1)}, "agency.name_taken"),
        ({"name": "Dinas Baru", "on": date(2020, 1, 1)}, "agency.ends_before_start"),
        ({"name": "Dinas Baru", "on": date(1, 1, 1)}, "agency.ends_before_start"),
    ],
)
def test_a_wrong_rename_is_refused(office: Office, facts: dict[str, object], code: str) -> None:
    office.do(agencies.add_agency, name="Dinas Sosial", region_code="99.01")
    old = office.do(
        agencies.add_agency, name="Dinas Pasar", region_code="99.01", valid_from=date(2021, 1, 1)
    ).id
    with pytest.raises(Problem) as refused:
        office.do(agencies.rename_agency, id=old, **facts)
    assert refused.value.code == code


def test_an_agency_is_renamed_once(office: Office) -> None:
    old = office.do(agencies.add_agency, name="Dinas Pasar", region_code="99.01").id
    for name, code in (("Dinas Perdagangan", ""), ("Dinas Niaga", "agency.ended")):
        step = {"id": old, "name": name, "on": date(2026, 1, 1)}
        if not code:
            office.do(agencies.rename_agency, **step)
            continue
        with pytest.raises(Problem) as refused:
            office.do(agencies.rename_agency, **step)
        assert refused.value.code == code


def test_a_name_is_unique_in_the_region_an_agency_moves_to(office: Office) -> None:
    office.do(agencies.add_agency, name="Dinas Sosial", region_code="99.01")
    other = office.do(agencies.add_agency, name="Dinas Sosial", region_code="62.13").id
    with pytest.raises(Problem) as refused:
        office.do(agencies.change_agency, id=other, region_code="99.01")
    assert refused.value.code == "agency.name_taken"


def test_a_name_is_unique_also_when_it_is_changed(office: Office) -> None:
    scene = set_scene(office)
    other = office.do(
        agencies.add_unit, agency=scene.agency, name="Loket 2", unit_type="LAINNYA"
    ).id
    for use_case, id, name, code in (
        (agencies.change_unit, other, "Loket", "unit.name_taken"),
        (agencies.change_product, scene.products[0], "Akta", "product.name_taken"),
    ):
        with pytest.raises(Problem) as refused:
            office.do(use_case, id=id, name=name)
        assert refused.value.code == code
    office.do(agencies.change_unit, id=other, name="Loket 2", address="Jalan 1")


@pytest.mark.parametrize(
    ("use_case", "field"),
    [(agencies.change_unit, "agency_id"), (agencies.change_product, "unit_id")],
)
def test_only_what_belongs_to_a_unit_or_product_is_changed(
    office: Office, use_case: Any, field: str
) -> None:
    scene = set_scene(office)
    id = scene.unit if use_case is agencies.change_unit else scene.products[0]
    with pytest.raises(Problem) as refused:
        office.do(use_case, id=id, **{field: 1})
    assert refused.value.code == "record.field_unknown"


@pytest.mark.parametrize("facts", [{"complaint_box": "perhaps"}, {"source": "somebody"}])
def test_a_word_that_is_not_on_the_list_is_refused(
    office: Office, facts: dict[str, object]
) -> None:
    with pytest.raises(Problem):
        office.do(agencies.add_agency, name="Dinas Pasar", region_code="99.01", **facts)


def test_the_shipped_list_of_a_region_is_copied_on_wish(tmp_path, office: Office) -> None:
    made = Office.create(tmp_path / "b.patuh", name="B", region="62.13", with_agencies=True)
    try:
        assert len(made.read(agencies.agencies, region="62.13")) == 42
    finally:
        made.close()
    assert office.read(agencies.agencies) == ()


def test_each_change_is_remembered_with_what_it_was(office: Office) -> None:
    kept = office.do(agencies.add_agency, name="Dinas Pasar", region_code="99.01").id
    office.do(agencies.change_agency, id=kept, head_name="Contoh Saputra")
    newest = office.read(history.entries, kind="agency", subject=kept)[0]
    assert (newest.act, newest.by) == ("agency.changed", "Siti Rahmah")
    assert (newest.before, newest.after) == ({"head_name": ""}, {"head_name": "Contoh Saputra"})


def test_usual_products_follow_the_type_of_the_unit(office: Office) -> None:
    from desktop.services import regions

    assert "Akta Kelahiran" in office.read(regions.usual_products, unit_type="DISDUKCAPIL")
    assert office.read(regions.usual_products, unit_type="LAINNYA") == ()


def test_only_what_was_never_assessed_can_be_removed(office: Office) -> None:
    scene = set_scene(office)
    for use_case, id, code in (
        (unit_removal.drop_product, scene.products[0], "product.in_use"),
        (unit_removal.drop_unit, scene.unit, "unit.in_use"),
    ):
        with pytest.raises(Problem) as refused:
            office.do(use_case, id=id)
        assert refused.value.code == code
    spare = office.do(
        agencies.add_unit, agency=scene.agency, name="Loket 2", unit_type="LAINNYA"
    ).id
    office.do(agencies.add_product, unit=spare, name="Kartu")
    office.do(unit_removal.drop_unit, id=spare)
    assert [u.name for u in office.read(agencies.units)] == ["Loket"]

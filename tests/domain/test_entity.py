"""Above the units: entities, provinces, and what a gain in one unit brings them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.entity import (
    Above,
    GroupScore,
    entity_group,
    gain_in_entity,
    score_group,
    why_entity,
    why_group,
)
from desktop.domain.exact import half_up
from desktop.domain.exchange import score_document
from desktop.domain.instrument import Instrument, nodes
from desktop.domain.instrument_document import from_document, to_document
from desktop.domain.problems import Problem
from desktop.domain.score import UnitInput, score_entity
from tests.domain import score_oracle as oracle
from tests.domain.score_strategies import entities, instruments, units
from tests.domain.test_score import ORI2015, ORI2022, ORI2025, published

few = settings(max_examples=60)
Regency = tuple[str, list[UnitInput]]


def group(instrument: Instrument, *regencies: Regency, **weights: int) -> GroupScore:
    members = [
        entity_group(
            name,
            instrument,
            score_entity(instrument, several),
            weight=Fraction(weights[name]) if name in weights else None,
        )
        for name, several in regencies
    ]
    return score_group("Provinsi Contoh", instrument, members)


def adds_up(found: Above | None, exact: Fraction | None) -> None:
    if found is None:
        assert exact is None
        return
    assert exact is not None
    assert sum((part.contribution for part in found.parts), found.difference) == found.total
    assert found.total == half_up(exact, 4)
    assert abs(found.difference) <= Decimal("0.00005") * (len(found.parts) + 1)


def test_a_province_is_the_mean_of_its_entities_not_of_their_units() -> None:
    province = group(
        ORI2022, ("A", published("100", "90", "80")), ("B", published("60")), ("C", [])
    )
    assert province.exact == 75
    assert (str(province.value), province.zone and province.zone.code) == ("75.00", "C")
    assert not province.complete  # C has no unit at all
    found = why_group(ORI2022, province)
    assert found is not None
    assert [(p.name, str(p.weight), str(p.contribution)) for p in found.parts] == [
        ("A", "50.0000", "45.0000"),
        ("B", "50.0000", "30.0000"),
    ]
    assert found.left_out == ("C",)
    inside = why_group(ORI2022, province.members[0])
    assert inside is not None
    assert [part.name for part in inside.parts] == ["Unit 100", "Unit 90", "Unit 80"]
    assert (str(inside.total), str(inside.difference)) == ("90.0000", "0.0000")


def test_products_and_stated_weights_travel_upward() -> None:
    many = [replace(each, product_count=3) for each in published("100")]
    weighed = group(ORI2015, ("A", many), ("B", published("60")))
    assert weighed.exact == 90
    stated = from_document({**to_document(ORI2022), "entity_reducer": "weights"})
    a = [replace(each, weight=Fraction(1)) for each in published("100")]
    b = [replace(each, weight=Fraction(1)) for each in published("60")]
    assert group(stated, ("A", a), ("B", b), A=1, B=3).exact == 70
    with pytest.raises(Problem) as caught:
        group(stated, ("A", a), ("B", b), A=1)
    assert (caught.value.code, caught.value.facts["unit"]) == ("score.unit_weight_missing", "B")


def test_an_instrument_may_round_entities_before_averaging_them() -> None:
    rounding = from_document({**to_document(ORI2022), "rounding_at": ["final", "entity"]})
    regencies = (("A", published("87.994", "87.995")), ("B", published("87.99")))
    assert group(ORI2022, *regencies).exact == Fraction("87.99225")
    assert group(rounding, *regencies).exact == Fraction("87.99")


def test_groups_stand_on_groups() -> None:
    provinces = [
        group(ORI2025, ("A", published("80")), ("B", published("60"))),
        group(ORI2025, ("C", published("90"))),
    ]
    nation = score_group("Nasional", ORI2025, provinces)
    assert nation.exact == 80
    assert nation.complete
    adds_up(why_group(ORI2025, nation), nation.exact)


@few
@given(st.data(), entities())
def test_an_entity_adds_up_from_its_units(
    data: st.DataObject, case: tuple[Instrument, list[UnitInput]]
) -> None:
    instrument, several = case
    score = score_entity(instrument, several)
    adds_up(why_entity(instrument, score), score.exact)
    if not several:
        return
    place = data.draw(st.integers(0, len(several) - 1))
    node = data.draw(st.sampled_from(nodes(instrument)))
    found = gain_in_entity(instrument, score, place, score.units[place].nodes[node.number])
    values = [unit.exact for unit in score.units]
    values[place] = oracle.value_if_full(oracle.Asking(instrument, several[place]), node.code)
    told = oracle.entity_value(instrument, list(zip(several, values, strict=True)))
    if values[place] is None or told is None:
        assert found is None
        return
    assert found is not None
    assert found.exact == told
    assert found.value == half_up(told, instrument.decimals)
    if score.exact is not None:
        assert found.gain == told - score.exact


@few
@given(st.data(), instruments())
def test_a_group_is_reduced_as_the_oracle_does(data: st.DataObject, instrument: Instrument) -> None:
    regencies = [
        [data.draw(units(instrument)) for _ in range(data.draw(st.integers(0, 2)))]
        for _ in range(data.draw(st.integers(0, 3)))
    ]
    weights = [Fraction(data.draw(st.integers(1, 4))) for _ in regencies]
    members = [
        entity_group(f"E{i}", instrument, score_entity(instrument, several), weight=weight)
        for i, (several, weight) in enumerate(zip(regencies, weights, strict=True))
    ]
    score = score_group("P", instrument, members)
    over, under = Fraction(0), Fraction(0)
    for several, stated in zip(regencies, weights, strict=True):
        told = [(u, oracle.tell(oracle.Asking(instrument, u)).value) for u in several]
        value = oracle.entity_value(instrument, told)
        if value is None:
            continue
        weight = Fraction(1)
        if instrument.entity_reducer == "mean_by_products":
            counted = [u for u, exact in told if exact is not None]
            weight = Fraction(
                sum(sum(s.subject == "product" for s in u.sheets) or 1 for u in counted)
            )
        if instrument.entity_reducer == "weights":
            weight = stated
        over, under = over + weight * value, under + weight
    assert score.exact == (over / under if under else None)
    adds_up(why_group(instrument, score), score.exact)
    if score.exact is not None:
        assert score.exact_low is not None
        assert score.exact_high is not None


# ---- in the exchange document


def document(**more: Any) -> dict[str, Any]:
    a = {"entity": "Kabupaten A", "kind": "kabupaten", "units": [{"name": "x", "value": 90}]}
    b = {"entity": "Kota B", "units": [{"name": "y", "value": "70"}, {"name": "z", "value": "50"}]}
    return {"instrument": "ori-2025", "entity": "Provinsi", "entities": [a, b], **more}


def test_several_entities_are_scored_at_once() -> None:
    found: Any = score_document(document(), {"ori-2025": ORI2025})
    assert (found["entity"], found["value"], found["zone"]["code"]) == ("Provinsi", "75.00", "C")
    assert [(e["entity"], e["value"]) for e in found["entities"]] == [
        ("Kabupaten A", "90.00"),
        ("Kota B", "60.00"),
    ]
    assert [u["name"] for u in found["entities"][1]["units"]] == ["y", "z"]
    nation: Any = score_document(
        {
            "instrument": "ori-2025",
            "entities": [{"entity": "P", "entities": document()["entities"]}],
        },
        {"ori-2025": ORI2025},
    )
    assert nation["entities"][0]["entities"][0]["value"] == "90.00"


@pytest.mark.parametrize(
    ("broken", "code", "place"),
    [
        (document(units=[]), "score.units_and_entities", "dokumen"),
        (document(entities=[{"units": []}]), "score.field_missing", "entities 1"),
        (document(entities=[{"entity": "A"}]), "score.not_a_list", "entities 1, units"),
        (document(entities=[{"entity": "A", "units": [{"name": "u", "value": "x"}]}]),
         "score.not_a_number", "entities 1, units 1 (u), value"),
        (document(entities=[{"entity": "A", "units": [], "entities": []}]),
         "score.units_and_entities", "entities 1"),
    ],
)  # fmt: skip
def test_faults_in_it_are_named_with_their_place(broken: Any, code: str, place: str) -> None:
    with pytest.raises(Problem) as caught:
        score_document(broken, {"ori-2025": ORI2025})
    assert (caught.value.code, caught.value.facts["place"]) == (code, place)


def test_entities_within_entities_end_somewhere() -> None:
    deep: dict[str, Any] = {"entity": "x", "units": []}
    for _ in range(20):
        deep = {"entity": "x", "entities": [deep]}
    with pytest.raises(Problem) as caught:
        score_document({"instrument": "ori-2025", "entities": [deep]}, {"ori-2025": ORI2025})
    assert caught.value.code == "score.too_deep"

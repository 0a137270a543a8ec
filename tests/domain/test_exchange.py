"""The exchange document: scored exactly, refused clearly, never a crash."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.exchange import score_document
from desktop.domain.instrument import Instrument
from desktop.domain.instrument_document import from_document, to_document
from desktop.domain.instrument_text import read_toml
from desktop.domain.problems import Problem
from desktop.shipped import path, text
from desktop.wording.problems import gathered, say

SHIPPED: dict[str, Instrument] = {
    file.stem: read_toml(text("instruments", file.name))
    for file in path("instruments").glob("*.toml")
}
LIGHT = {
    name: from_document({**to_document(instrument), "quotas": []})
    for name, instrument in SHIPPED.items()
}
"""The same without respondent quotas."""

CASE: dict[str, Any] = {
    "instrument": "ori-2022-2024",
    "year": 2023,
    "entity": "Kabupaten Contoh",
    "kind": "kabupaten",
    "units": [
        {
            "name": "Disdukcapil",
            "type": "DISDUKCAPIL",
            "answers": {"I.K.1": 4, "I.S.5": {"na": "bukan_kewenangan"}, "I.K.2": None},
            "products": [{"name": "Akta Kelahiran", "type": None, "answers": {"P.1": 5}}],
            "respondents": [{"role": "pengguna", "answers": {"O.1": 3}}],
        },
        {"name": "Dinsos", "value": "92.36"},
    ],
}


def case(**changes: Any) -> dict[str, Any]:
    return {**copy.deepcopy(CASE), **changes}


def unit(**changes: Any) -> dict[str, Any]:
    document = case()
    document["units"][0].update(changes)
    return document


def problem_of(document: Any, instruments: dict[str, Instrument] = SHIPPED) -> Problem:
    with pytest.raises(Problem) as caught:
        score_document(document, instruments)
    return caught.value


def test_the_documents_own_example_is_scored() -> None:
    result: Any = score_document(case(), SHIPPED)
    first, second = result["units"]
    weights = (21.85 * 80 + 32.37 * 100 + 24.24 * 60) / (21.85 + 32.37 + 24.24)
    assert float(first["value"]) == pytest.approx(weights, abs=0.005)
    assert first["complete"] is False
    assert (first["answered"], first["applicable"]) == (3, 14 + 11 + 300 + 9)
    assert second == {
        "name": "Dinsos",
        "value": "92.36",
        "zone": {"code": "A", "name": "Kualitas Tertinggi", "colour": "hijau"},
        "complete": True,
        "answered": 0,
        "applicable": 0,
        "range": ["92.36", "92.36"],
        "nodes": [],
    }
    assert (result["instrument"], result["status"]) == ("ori-2022-2024", "draft")
    assert result["entity"] == "Kabupaten Contoh"
    assert result["complete"] is False
    nodes = {node["code"]: node for node in first["nodes"]}
    assert nodes["I.K"] == {"code": "I.K", "value": "80.00", "weight": "100.00", "counted": True}
    assert nodes["I.S.5"] == {"code": "I.S.5", "value": None, "weight": "0.00", "counted": False}
    assert nodes["PENGADUAN"]["value"] is None
    assert json.loads(json.dumps(result)) == result


def test_published_values_give_the_worked_cases() -> None:
    document = {
        "instrument": "ori-2025",
        "units": [{"name": n, "value": n} for n in ("68.79", "77.55", "84.11")],
    }
    result: Any = score_document(document, SHIPPED)
    assert (result["value"], result["zone"]["code"]) == ("76.82", "C")
    assert (result["entity"], result["complete"]) == (None, True)


def test_numbers_may_be_json_numbers_or_text() -> None:
    for value in ("87.995", 87.995):
        document = case(units=[{"name": "a", "value": value}])
        result: Any = score_document(document, SHIPPED)
        assert (result["value"], result["zone"]["code"]) == ("88.00", "A")


def test_nothing_applicable_is_null_everywhere() -> None:
    na = {"na": "bukan_kewenangan"}
    codes = [f"V{n}.{k}" for n in range(1, 11) for k in range(1, 6)]
    known = {node.code for node in _leaves(SHIPPED["ori-2015-2021"])}
    answers = {code: na for code in codes if code in known}
    document = {
        "instrument": "ori-2015-2021",
        "units": [{"name": "a", "products": [{"answers": answers}]}],
    }
    result: Any = score_document(document, SHIPPED)
    assert (result["value"], result["zone"], result["range"]) == (None, None, None)
    assert result["units"][0]["value"] is None


def _leaves(instrument: Instrument) -> list[Any]:
    from desktop.domain.instrument import indicators

    return [*indicators(instrument)]


def test_full_answers_are_complete_without_a_quota() -> None:
    """And a respondent who names no role is the only one the instrument knows."""
    by_subject: dict[str, dict[str, Any]] = {"unit": {}, "product": {}, "respondent": {}}
    for node in _leaves(LIGHT["ori-2022-2024"]):
        by_subject[node.indicator.per][node.code] = 5
    document = {
        "instrument": "ori-2022-2024",
        "units": [
            {
                "name": "a",
                "answers": by_subject["unit"],
                "products": [{"answers": by_subject["product"]}],
                "respondents": [{"answers": by_subject["respondent"]}],
            }
        ],
    }
    result: Any = score_document(document, LIGHT)
    assert (result["value"], result["complete"]) == ("100.00", True)
    assert result["answered"] == result["applicable"] == 45


@pytest.mark.parametrize(
    ("document", "code"),
    [
        (case(instrument="ori-1999"), "score.instrument_unknown"),
        (case(instrument=None), "score.field_missing"),
        (case(instrument=3), "score.not_text"),
        (case(instrument=["ori-2025"]), "score.not_text"),
        (case(year="2023"), "score.not_an_integer"),
        (case(year=True), "score.not_an_integer"),
        (case(year=20230), "score.not_an_integer"),
        (case(kind=1), "score.not_text"),
        (case(entity={}), "score.not_text"),
        (case(units=None), "score.not_a_list"),
        (case(units={}), "score.not_a_list"),
        (case(units="x"), "score.not_a_list"),
        (case(units=[3]), "score.not_a_table"),
        (case(units=[{}]), "score.field_missing"),
        (case(unit=[]), "score.field_unknown"),
        (unit(name=None), "score.field_missing"),
        (unit(anwsers={}), "score.field_unknown"),
        (unit(answers=[]), "score.not_a_table"),
        (unit(answers={"I.K.99": 3}), "score.code_unknown"),
        (unit(answers={"I.K.99": None}), "score.code_unknown"),
        (unit(answers={"INPUT": 3}), "score.code_unknown"),
        (unit(answers={"P.1": 3}), "score.not_asked"),
        (unit(answers={"I.K.1": 6}), "answer.not_an_option"),
        (unit(answers={"I.K.1": 2.5}), "answer.not_an_option"),
        (unit(answers={"I.K.1": "4"}), "answer.not_a_number"),
        (unit(answers={"I.K.1": True}), "answer.not_a_number"),
        (unit(answers={"I.K.1": float("nan")}), "answer.not_a_number"),
        (unit(answers={"I.K.1": []}), "answer.not_a_number"),
        (unit(answers={"I.K.1": {}}), "answer.reason_unknown"),
        (unit(answers={"I.K.1": {"na": "malas"}}), "answer.reason_unknown"),
        (unit(answers={"I.K.1": {"na": 3}}), "score.not_text"),
        (unit(answers={"I.K.1": {"na": "alasan_lain", "x": 1}}), "score.field_unknown"),
        (unit(products=[{"answers": {"I.K.1": 3}}]), "score.not_asked"),
        (unit(products={"name": "x"}), "score.not_a_list"),
        (unit(products=[None]), "score.not_a_table"),
        (unit(respondents=[{"role": "petugas", "answers": {"O.1": 3}}]), "score.not_asked"),
        (unit(respondents=[{"role": 3}]), "score.not_text"),
        (unit(value="90"), "score.value_and_answers"),
        (case(units=[{"name": "a", "value": "seratus"}]), "score.not_a_number"),
        (case(units=[{"name": "a", "value": True}]), "score.not_a_number"),
        (case(units=[{"name": "a", "value": "92,36"}]), "score.not_a_number"),
        (case(units=[{"name": "a", "value": "1/3"}]), "score.not_a_number"),
        (case(final=1), "score.not_a_flag"),
        (case(units=[{"name": "a", "value": 101}]), "score.value_out_of_range"),
        (case(units=[{"name": "a", "value": 90, "product_count": 0}]), "score.not_an_integer"),
        (case(units=[{"name": "a", "value": 90, "weight": -1}]), "score.not_a_number"),
    ],
)
def test_what_cannot_be_scored_is_refused(document: Any, code: str) -> None:
    problem = problem_of(document)
    assert problem.code == code
    assert "–" not in say(problem)  # every fact of the sentence is there


def test_an_answer_to_what_is_not_asked_that_year_or_of_that_kind_is_refused() -> None:
    assert problem_of(case(year=2022) | unit(answers={"I.K.5": 3}) | {"year": 2022}).code == (
        "score.not_asked"
    )
    document = {
        "instrument": "ori-2025",
        "units": [{"name": "a", "answers": {"OUT-01": 70}}],
    }
    assert problem_of(document).code == "score.not_asked"
    assert score_document({**document, "kind": "kota"}, SHIPPED)["value"] == "70.00"


def test_what_is_not_asked_may_be_said_not_to_apply() -> None:
    answers = {"OUT-01": {"na": "bukan_kewenangan"}, "OUT-03": 80}
    document = {"instrument": "ori-2025", "units": [{"name": "a", "answers": answers}]}
    assert score_document(document, SHIPPED)["value"] == "80.00"


def test_a_problem_names_its_place() -> None:
    problem = problem_of(unit(products=[{"name": "KK"}, {"name": "KTP", "answers": {"P.1": 9}}]))
    assert problem.facts["place"] == "units 1 (Disdukcapil), products 2, P.1"


JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 3),
    st.floats(),
    st.text(max_size=3),
    st.just(10**40),
    st.just([]),
    st.just([[]]),
    st.just({}),
    st.just({"na": "digantikan"}),
    st.just({"name": "x"}),
)


@settings(max_examples=300)
@given(st.data())
def test_any_json_ends_in_a_result_or_a_problem(data: st.DataObject) -> None:
    document: Any = case()
    for _ in range(data.draw(st.integers(1, 3))):
        _spoil(data, document)
    said = problem_or_none(lambda: json.dumps(score_document(document, LIGHT), allow_nan=False))
    assert said is None or said.code in gathered()


def _spoil(data: st.DataObject, here: Any) -> None:
    while True:
        keys = [*here] if isinstance(here, dict) else [*range(len(here))]
        key: Any = data.draw(st.sampled_from(keys))
        if isinstance(here[key], dict | list) and here[key] and data.draw(st.booleans()):
            here = here[key]
        else:
            here[key] = copy.deepcopy(data.draw(JUNK))
            return


def problem_or_none(act: Callable[[], object]) -> Problem | None:
    try:
        act()
    except Problem as problem:
        return problem
    return None


@pytest.mark.parametrize("junk", [None, 3, "x", [], [1], True])
def test_a_document_that_is_no_table_is_refused(junk: Any) -> None:
    assert problem_of(junk).code == "score.not_a_table"

"""Instruments as text and as documents: lossless, strict, and clear about the place of a fault."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.instrument import Instrument, nodes
from desktop.domain.instrument_document import canonical, fingerprint, from_document, to_document
from desktop.domain.instrument_text import read_toml
from desktop.domain.problems import Problem
from desktop.shipped import path, text
from desktop.wording.problems import gathered, say
from tests.domain.score_strategies import instruments

SMALL = """
code = "kecil"
version = "1"
name = "Instrumen kecil"
short_name = "Kecil"
valid_from = 2026-01-01

[[zones]]
code = "BAIK"
name = "Baik"
colour = "hijau"
min = 60.5

[[zones]]
code = "BURUK"
name = "Buruk"
colour = "merah"
min = 0

[option_sets]
ada = [{ score = 1, label = "Ada" }, { score = 0, label = "Tidak ada" }]

[[nodes]]
code = "A"
name = "Dimensi A"
weight = "12.22"

[[nodes]]
code = "A.1"
parent = "A"
name = "Pertama"
weight = 1
per = "unit"
answer = "yes_no"
options = "ada"

[[nodes]]
code = "A.2"
parent = "A"
name = "Kedua"
weight = 2.5
per = "product"
answer = "options"
options = [{ score = 5, label = "Penuh" }, { score = 2, label = "Separuh" }]

[[nodes]]
code = "B"
name = "Lama proses"
weight = "1/3"
per = "unit"
answer = "count"
maximum = 30
bands = [{ minimum = 0, score = 2, label = "cepat" }, { minimum = 14, score = 0 }]
"""
JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 3),
    st.just(10**30),
    st.floats(),
    st.text(max_size=5),
    st.just([]),
    st.just({}),
    st.just([[1]]),
    st.just({"code": "x"}),
)


def small(old: str = "", new: str = "") -> Instrument:
    assert old in SMALL
    return read_toml(SMALL.replace(old, new, 1))


def problem_of(act: Callable[[], object]) -> Problem:
    with pytest.raises(Problem) as caught:
        act()
    return caught.value


def problem_or_none(act: Callable[[], object]) -> Problem | None:
    try:
        act()
    except Problem as problem:
        return problem
    return None


def test_text_is_read_exactly() -> None:
    instrument = small()
    assert [each.code for each in nodes(instrument)] == ["kecil", "A", "A.1", "A.2", "B"]
    assert [str(each.weight) for each in nodes(instrument)[1:]] == ["611/50", "1", "5/2", "1/3"]
    assert str(instrument.zones[0].min) == "60.5"
    assert fingerprint(instrument) == fingerprint(from_document(to_document(instrument)))


@settings(max_examples=60)
@given(instruments())
def test_document_and_instrument_are_the_same_thing(instrument: Instrument) -> None:
    document = to_document(instrument)
    back = from_document(json.loads(canonical(document)))
    assert asdict(back) == asdict(instrument)
    assert canonical(to_document(back)) == canonical(document)


@pytest.mark.parametrize("file", sorted(path("instruments").glob("*.toml")), ids=lambda f: f.stem)
def test_shipped_instruments_survive_their_document(file: Any) -> None:
    instrument = read_toml(text("instruments", file.name))
    back = from_document(json.loads(canonical(to_document(instrument))))
    assert asdict(back) == asdict(instrument)
    assert back is from_document(to_document(instrument))


def test_the_fingerprint_hangs_on_the_content_alone() -> None:
    respelled = SMALL.replace('weight = "12.22"', "weight = 12.220").replace("60.5", '"60.50"')
    assert fingerprint(read_toml(respelled)) == fingerprint(small())
    assert fingerprint(small("Pertama", "Kesatu")) != fingerprint(small())
    assert fingerprint(small("12.22", "12.23")) != fingerprint(small())


@pytest.mark.parametrize(
    ("old", "new", "code", "place"),
    [
        ('weight = "12.22"', "weight = nan", "instrument.not_a_number", "A, weight"),
        ('weight = "12.22"', "weight = inf", "instrument.not_a_number", "A, weight"),
        ('weight = "12.22"', 'weight = "berat"', "instrument.not_a_number", "A, weight"),
        ('weight = "12.22"', "weight = true", "instrument.not_a_number", "A, weight"),
        ('weight = "12.22"', "weight = 1e999", "instrument.not_a_number", "A, weight"),
        ('weight = "12.22"', 'weight = "1/0"', "instrument.not_a_number", "A, weight"),
        ('weight = "12.22"', "weight = -1", "instrument.weight_negative", "A"),
        ('weight = "12.22"', "", "instrument.weight_missing", "A"),
        ('weight = "12.22"', 'weight = "unknown"', "instrument.weight_mixed", "kecil"),
        ('weight = "12.22"', "wieght = 3", "instrument.weight_missing", "A"),
        ('name = "Kedua"', 'name = "Kedua"\nbobot = 1', "instrument.field_unknown", "A.2"),
        ('code = "A.2"', 'code = "A.1"', "instrument.code_double", "A.1"),
        ('code = "A.2"', 'code = ""', "instrument.text_empty", "A 2, code"),
        ('code = "B"', 'code = "kecil"', "instrument.code_double", "kecil"),
        ('parent = "A"', 'parent = "C"', "instrument.parent_unknown", "A.1"),
        ('parent = "A"', 'parent = "A.1"', "instrument.parent_unknown", "A.1"),
        ('code = "A"\n', 'code = "A"\nparent = "A"\n', "instrument.parent_unknown", "A"),
        ('options = "ada"', 'options = "tiada"', "instrument.set_unknown", "A.1"),
        ('options = "ada"', "", "instrument.options_missing", "A.1"),
        ('label = "Tidak ada"', 'label = "Ada"', "instrument.option_double", "A.1"),
        ("score = 2, label", "score = 5, label", "instrument.options_missing", "A.2"),
        ('answer = "options"', "maximum = 4", "instrument.option_unreachable", "A.2"),
        ('per = "product"', 'per = "produk"', "instrument.not_a_choice", "A.2, indicator, per"),
        ("maximum = 30", "", "instrument.range_wrong", "B"),
        ("maximum = 30", "maximum = 30\ndecimals = 1", "instrument.decimals_wrong", "B"),
        ("minimum = 14", "minimum = 0", "instrument.band_order", "B"),
        ("minimum = 0,", "minimum = 3,", "instrument.band_hole", "B"),
        ("min = 60.5", "min = -1", "instrument.zone_order", None),
        ("min = 60.5", "min = 101", "instrument.zone_unreachable", None),
        ("min = 0", "min = 2", "instrument.zone_hole", None),
        ('code = "BURUK"', 'code = "BAIK"', "instrument.zone_double", None),
        ("2026-01-01", '"besok"', "instrument.not_a_date", "instrumen, valid_from"),
        ('version = "1"', "", "instrument.field_missing", "instrumen"),
        ('version = "1"', "version = 1", "instrument.not_text", "instrumen, version"),
        ('version = "1"', 'version = "1', "instrument.text_broken", None),
        ('version = "1"', 'version = "1"\nroot = 1', "instrument.field_unknown", "instrumen"),
        ('parent = "A"\nname = "Kedua"', 'parent = "A.1"\nname = "Kedua"',
         "instrument.indicator_with_children", "A.1"),
        ('answer = "yes_no"', 'role = "pengguna"', "instrument.role_without_respondent", "A.1"),
        ('answer = "yes_no"', 'product_types = ["X"]',
         "instrument.product_type_without_product", "A.1"),
        ('answer = "yes_no"', "from_year = 2024\nto_year = 2022", "instrument.years_wrong", "A.1"),
        ('name = "Instrumen kecil"', 'name = "x"\nstatus = "resmi"',
         "instrument.not_a_choice", "instrumen, status"),
    ],
)  # fmt: skip
def test_a_fault_is_refused_with_its_place(
    old: str, new: str, code: str, place: str | None
) -> None:
    problem = problem_of(lambda: small(old, new))
    assert (problem.code, problem.facts.get("place")) == (code, place)


def test_all_faults_are_told_at_once() -> None:
    broken = SMALL.replace("min = 60.5", "min = 101").replace("weight = 1\n", "weight = -1\n")
    broken = broken.replace("minimum = 14", "minimum = 0")
    problem = problem_of(lambda: read_toml(broken))
    assert [each.code for each in problem.each()] == [
        "instrument.zone_unreachable",
        "instrument.weight_negative",
        "instrument.band_order",
    ]


def test_weights_that_are_all_unknown_are_equal_but_never_official() -> None:
    unknown = SMALL.replace('weight = "12.22"', 'weight = "unknown"')
    unknown = unknown.replace('weight = "1/3"', 'weight = "unknown"')
    assert read_toml(unknown).root.children[0].weight is None
    official = 'status = "official"\n' + unknown
    assert problem_of(lambda: read_toml(official)).code == "instrument.official_without_weights"


def test_a_level_in_which_nothing_counts_is_refused() -> None:
    silent = SMALL.replace("weight = 1\n", "weight = 0\n").replace("weight = 2.5", "weight = 0")
    problem = problem_of(lambda: read_toml(silent))
    assert (problem.code, problem.facts["place"]) == ("instrument.level_uncounted", "A")
    assert read_toml(silent.replace('weight = "12.22"', "weight = 0"))


def test_ten_thousand_nodes_and_endless_depth_are_refused() -> None:
    leaf = 'name = "x"\nweight = 1\n'
    wide = "".join(f'[[nodes]]\ncode = "n{i}"\n{leaf}' for i in range(10_000))
    head = SMALL.partition("[[nodes]]")[0]
    assert problem_of(lambda: read_toml(head + wide)).code == "instrument.too_large"
    deep = "".join(
        f'[[nodes]]\ncode = "n{i}"\n{leaf}' + (f'parent = "n{i - 1}"\n' if i else "")
        for i in range(4_000)
    )
    assert problem_of(lambda: read_toml(head + deep)).code == "instrument.too_large"


@settings(max_examples=200)
@given(st.data())
def test_whatever_stands_in_a_document_ends_in_a_problem_or_an_instrument(
    data: st.DataObject,
) -> None:
    document: Any = copy.deepcopy(to_document(small()))
    here = document
    while True:
        key: Any = data.draw(
            st.sampled_from([*here] if isinstance(here, dict) else range(len(here)))
        )
        if isinstance(here[key], dict | list) and here[key] and data.draw(st.booleans()):
            here = here[key]
        else:
            here[key] = data.draw(JUNK)
            break
    said = problem_or_none(lambda: from_document(document))
    if said is not None:
        assert said.code in gathered()
        assert "–" not in say(said).replace(str(said.facts.get("value")), "")  # no fact is missing

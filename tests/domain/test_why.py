"""Why this number: every node, down to the answers, adds up to what is printed."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.answer import REASONS
from desktop.domain.exact import half_up
from desktop.domain.instrument import Instrument, by_code, indicators, nodes
from desktop.domain.instrument_text import read_toml
from desktop.domain.problems import Problem
from desktop.domain.score import Sheet, UnitInput, UnitScore, score_unit
from desktop.domain.why import LeftOut, Why, why
from desktop.shipped import text
from tests.domain.score_strategies import scored
from tests.domain.test_score import (
    NA,
    ORI2015,
    ORI2022,
    ORI2025,
    PEKPPP,
    evaluated,
    sheets_of,
)
from tests.domain.test_score import (
    scored as full,
)
from tests.domain.test_score_rules import Case, askings, engine

UU25 = read_toml(text("instruments", "uu25-14-komponen.toml"))


def of(instrument: Instrument, score: UnitScore, code: str) -> Why:
    found = why(instrument, score, by_code(instrument, code).number)
    assert found is not None
    return found


@settings(max_examples=80)
@given(st.data(), scored())
def test_every_node_adds_up_to_what_is_printed(data: st.DataObject, case: Case) -> None:
    asking = data.draw(askings(case))
    instrument, score = asking.instrument, engine(asking)
    for node in nodes(instrument):
        found, here = why(instrument, score, node.number), score.nodes[node.number]
        assert found is not None
        assert found.total == (None if here.value is None else half_up(here.value, 4))
        printed = [each.contribution for each in (*found.parts, *found.observations)]
        if found.total is not None:
            assert sum(printed, found.difference) == found.total
            if here.counted or instrument.products == "indicator":
                assert abs(found.difference) <= Decimal("0.00005") * (len(printed) + 1)
        children = [each.code for each in (*found.parts, *found.left_out)]
        assert sorted(children) == sorted(child.code for child in node.children)
        assert [each.code for each in found.way][-1:] == ([node.code] if node.number else [])
        weights = [each.weight for each in (*found.parts, *found.observations)]
        if any(weights):
            assert abs(sum(weights, Decimal(0)) - 100) <= Decimal("0.00005") * (len(weights) + 1)


def test_the_unit_is_its_dimensions() -> None:
    score = full(ORI2022, P=NA, I_K_1=0)
    found = why(ORI2022, score, 0)
    assert found is not None
    assert [(p.code, str(p.weight), str(p.value), str(p.contribution)) for p in found.parts] == [
        ("INPUT", "32.3081", "87.7800", "28.3601"),
        ("OUTPUT", "35.8421", "100.0000", "35.8421"),
        ("PENGADUAN", "31.8498", "100.0000", "31.8498"),
    ]
    assert (str(found.total), str(found.difference)) == ("96.0519", "-0.0001")
    (process,) = found.left_out
    assert (process.code, process.reason) == ("PROSES", "not_applicable")
    assert process.reasons == (("bukan_kewenangan", 11),)


def test_what_dropped_out_says_why() -> None:
    reasons = (REASONS["digantikan"], REASONS["alasan_lain"], REASONS["digantikan"])
    products = [Sheet("product", answers={by_code(ORI2022, "P.1").number: r}) for r in reasons]
    unit = UnitInput("Unit", "DISDUKCAPIL", (*sheets_of(ORI2022), *products))
    score = score_unit(ORI2022, unit, year=2022, quotas={"pengguna": 1})
    seen = of(ORI2022, score, "P.1")
    assert [o.answer.reason if o.answer else None for o in seen.observations] == [
        None,
        "digantikan",
        "alasan_lain",
        "digantikan",
    ]
    assert [str(o.weight) for o in seen.observations] == ["100.0000", "0.0000", "0.0000", "0.0000"]
    out = {each.code: each for each in of(ORI2022, score, "I.K").left_out}
    assert (out["I.K.5"].reason, out["I.K.5"].not_asked) == ("not_asked", "year")
    nothing = why(ORI2022, score_unit(ORI2022, UnitInput("Unit")), 0)
    assert nothing is not None
    assert nothing.total is None
    assert {each.reason for each in nothing.left_out} == {"not_assessed"}


def test_the_reason_why_nobody_is_asked_is_named() -> None:
    out = {each.code: each for each in _left(ORI2025, full(ORI2025), 0)}
    assert (out["PATUH"].reason, str(out["PATUH"].value)) == ("uncounted", "100.0000")
    typed = score_unit(ORI2015, UnitInput("Unit", sheets=sheets_of(ORI2015)))
    (v10,) = _left(ORI2015, typed, by_code(ORI2015, "V10").number)
    assert (v10.reason, v10.not_asked) == ("not_asked", "product_type")


def _left(instrument: Instrument, score: UnitScore, number: int) -> tuple[LeftOut, ...]:
    found = why(instrument, score, number)
    assert found is not None
    return found.left_out


def test_an_answer_stands_with_its_evidence() -> None:
    number = by_code(UU25, "SP02").number
    first, second = (
        Sheet("product", name, answers={number: place}, evidence={number: count, 10_000: 5})
        for name, place, count in (("Akta", 0, 2), ("Kartu", 2, 1))
    )
    score = score_unit(UU25, UnitInput("Unit", None, (first, second)))
    found = of(UU25, score, "SP02")
    assert [
        (o.name, o.evidence, str(o.value), str(o.contribution)) for o in found.observations
    ] == [
        ("Akta", 2, "100.0000", "50.0000"),
        ("Kartu", 1, "33.3333", "16.6667"),
    ]
    assert (str(found.total), found.difference, found.evidence) == ("66.6667", 0, 3)
    assert [step.code for step in found.way] == ["SD", "SP02"]
    assert found.gain == half_up(score.nodes[number].gain, 4)
    whole = why(UU25, score, 0)
    assert whole is not None
    assert whole.evidence == 3


def test_products_weigh_as_they_do_in_their_own_tree() -> None:
    """A product to which an indicator alone applies gives it more than one of many does."""
    answers = {n.number: 0 for n in indicators(ORI2015)}
    few = {n.number: NA for n in indicators(ORI2015) if not n.code.startswith("V1.")}
    sheets = (
        Sheet("product", "banyak", answers=answers),
        Sheet("product", "satu", answers={**answers, **few}),
    )
    score = score_unit(ORI2015, UnitInput("Unit", None, sheets))
    found = of(ORI2015, score, "V1.1")
    assert sum((o.contribution for o in found.observations), found.difference) == found.total
    assert found.observations[1].weight > found.observations[0].weight > 0


def test_too_few_respondents_are_told() -> None:
    score = score_unit(PEKPPP, evaluated(4, users=2, said=5))
    found = of(PEKPPP, score, "F-03.1")
    assert (found.short, found.missing, str(found.total)) == (True, 28, "0.0000")
    assert [str(o.weight) for o in found.observations] == ["0.0000", "0.0000", "100.0000"]
    enough = score_unit(PEKPPP, evaluated(4, users=2, said=5), quotas={"pengguna": 2})
    assert not of(PEKPPP, enough, "F-03.1").short


def test_a_published_value_has_no_derivation_and_an_unknown_node_is_refused() -> None:
    published = score_unit(ORI2022, UnitInput("Unit", published=Decimal(90)))
    assert why(ORI2022, published, 0) is None
    with pytest.raises(Problem) as caught:
        why(ORI2022, full(ORI2022), 999)
    assert caught.value.code == "instrument.node_unknown"
    assert full(ORI2022).exact == Fraction(100)

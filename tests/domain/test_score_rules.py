"""What must hold for every instrument and every set of answers."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.answer import normalised
from desktop.domain.derivation import derivation
from desktop.domain.exact import half_up
from desktop.domain.instrument import Instrument, by_code, nodes, walk, zone_of
from desktop.domain.instrument_document import from_document, to_document
from desktop.domain.score import (
    Sheet,
    UnitInput,
    UnitScore,
    asked,
    score_entity,
    score_unit,
)
from tests.domain import score_oracle as oracle
from tests.domain.score_strategies import (
    KINDS,
    UNIT_TYPE,
    YEARS,
    Bounds,
    best,
    entities,
    instruments,
    scored,
    stored,
    units,
    with_all_respondents,
    with_answers,
)

Case = tuple[Instrument, UnitInput]
few = settings(max_examples=60)
many = settings(max_examples=120)


@st.composite
def askings(draw: st.DrawFn, case: Case) -> oracle.Asking:
    """The unit of a case in some year, kind of entity and state, with or without own quotas."""
    instrument, unit = case
    quotas = draw(st.sampled_from([None, {"pengguna": 1, "petugas": 3}]))
    year, kind = draw(st.sampled_from(YEARS)), draw(st.sampled_from(KINDS))
    return oracle.Asking(instrument, unit, year, kind, quotas, draw(st.booleans()))


def engine(asking: oracle.Asking) -> UnitScore:
    return score_unit(
        asking.instrument,
        asking.unit,
        year=asking.year,
        kind=asking.kind,
        quotas=asking.quotas,
        final=asking.final,
    )


@many
@given(st.data(), scored())
def test_the_engine_agrees_with_the_slow_oracle(data: st.DataObject, case: Case) -> None:
    asking = data.draw(askings(case))
    score, told = engine(asking), oracle.tell(asking)
    assert (score.exact, score.exact_low, score.exact_high) == (told.value, told.low, told.high)
    assert (score.answered, score.applicable) == (told.answered, told.applicable)
    assert (score.not_applicable, score.complete) == (told.not_applicable, told.complete)
    if told.value is not None:
        assert score.value == half_up(told.value, asking.instrument.decimals)
    if len(told.trees) == 1:
        for node, found in zip(nodes(asking.instrument), score.nodes, strict=True):
            expected = oracle.on_scale(asking.instrument, told.trees[0][node.code])
            assert found.value == expected, node.code


@many
@given(st.data(), scored())
def test_the_gain_agrees_with_the_slow_oracle(data: st.DataObject, case: Case) -> None:
    asking = data.draw(askings(case))
    instrument = asking.instrument
    node = data.draw(st.sampled_from(nodes(instrument)))
    score = engine(asking)
    after = oracle.value_if_full(asking, node.code)
    found = score.nodes[node.number]
    assert found.with_gain == (None if after is None else half_up(after, instrument.decimals))
    if score.exact is not None:
        assert after is not None
        assert found.gain == after - score.exact


@few
@given(entities())
def test_an_entity_is_reduced_as_the_oracle_does(case: tuple[Instrument, list[UnitInput]]) -> None:
    instrument, several = case
    values = [oracle.tell(oracle.Asking(instrument, unit)).value for unit in several]
    told = oracle.entity_value(instrument, list(zip(several, values, strict=True)))
    score = score_entity(instrument, several)
    assert score.exact == told
    assert score.answered == sum(unit.answered for unit in score.units)


@few
@given(scored(), st.integers(0, 2**16))
def test_the_order_of_children_does_not_matter(case: Case, seed: int) -> None:
    instrument, unit = case
    mixed = from_document(_shuffled(to_document(instrument), random.Random(seed)))
    moved = replace(unit, sheets=tuple(_moved(sheet, instrument, mixed) for sheet in unit.sheets))
    before, after = score_unit(instrument, unit), score_unit(mixed, moved)
    assert (before.exact, before.exact_low, before.exact_high, before.complete) == (
        after.exact,
        after.exact_low,
        after.exact_high,
        after.complete,
    )
    by = {node.code: node for node in after.nodes}
    for node in before.nodes:
        same = by[node.code]
        assert (node.value, node.contribution, node.gain, node.weight) == (
            same.value,
            same.contribution,
            same.gain,
            same.weight,
        )


def _shuffled(document: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    def turn(node: dict[str, Any]) -> dict[str, Any]:
        below = [turn(child) for child in node.get("children", [])]
        chance.shuffle(below)
        return {**node, "children": below}

    return {**document, "root": turn(document["root"])}


def _moved(sheet: Sheet, before: Instrument, after: Instrument) -> Sheet:
    answers = {
        by_code(after, nodes(before)[number].code).number: answer
        for number, answer in sheet.answers.items()
    }
    return replace(sheet, answers=answers)


@few
@given(st.data(), scored())
def test_raising_an_answer_never_lowers_the_value(data: st.DataObject, case: Case) -> None:
    instrument, unit = case
    cells = [
        (i, number)
        for i, sheet in enumerate(unit.sheets)
        for number, answer in sheet.answers.items()
        if answer >= 0
    ]
    if not cells:
        return
    i, number = data.draw(st.sampled_from(cells))
    indicator = nodes(instrument)[number].indicator
    assert indicator is not None
    new = data.draw(stored(indicator))
    old_worth = normalised(indicator, unit.sheets[i].answers[number]) or Fraction(0)
    new_worth = normalised(indicator, new) or Fraction(0)
    before, after = score_unit(instrument, unit), _answered(instrument, unit, i, {number: new})
    if before.exact is None or after.exact is None:
        assert before.exact == after.exact
    elif new_worth >= old_worth:
        assert after.exact >= before.exact
        assert _bounds(after) >= _bounds(before)
    else:
        assert after.exact <= before.exact


def _answered(instrument: Instrument, unit: UnitInput, i: int, more: dict[int, int]) -> Any:
    sheets = [*unit.sheets]
    sheets[i] = with_answers(sheets[i], more)
    return score_unit(instrument, replace(unit, sheets=tuple(sheets)))


def _bounds(score: Any) -> tuple[Fraction, Fraction]:
    return score.exact_low, score.exact_high


@few
@given(st.data(), scored())
def test_the_range_contains_the_final_value(data: st.DataObject, case: Case) -> None:
    """Whatever value the open cells are answered with (and, under "block", whatever replaces
    a "not applicable" that may not stay)."""
    instrument, unit = case[0], with_all_respondents(*case)
    before = score_unit(instrument, unit)
    full = replace(
        unit, sheets=tuple(_filled(data, instrument, unit, sheet) for sheet in unit.sheets)
    )
    final = score_unit(instrument, full)
    assert final.complete or not final.applicable
    if final.exact is None:
        assert before.exact_low is None
        return
    low, high = _bounds(before)
    assert low <= final.exact <= high
    assert final.exact_low == final.exact == final.exact_high
    if before.exact is not None:
        assert low <= before.exact <= high


def _filled(data: st.DataObject, instrument: Instrument, unit: UnitInput, sheet: Sheet) -> Sheet:
    more: dict[int, int] = {}
    for node in asked(instrument, sheet, unit_type=unit.type):
        answer = sheet.answers.get(node.number)
        blocked = answer is not None and answer < 0 and instrument.na_policy == "block"
        if (answer is None or blocked) and node.indicator is not None:
            choices = [stored(node.indicator), st.just(best(node.indicator))]
            more[node.number] = data.draw(st.one_of(choices))
    return with_answers(sheet, more)


@few
@given(scored())
def test_parts_add_up_to_their_total(case: Case) -> None:
    instrument, unit = case
    score = score_unit(instrument, unit)
    if score.exact is None:
        assert not any(node.counted for node in score.nodes)
        return
    root = score.nodes[0]
    assert (root.contribution, root.share) == (score.exact, Fraction(instrument.scale_max))
    for node in nodes(instrument):
        below = [score.nodes[child.number] for child in node.children]
        here = score.nodes[node.number]
        assert here.contribution == here.share * (here.value or 0) / Fraction(instrument.scale_max)
        if below and here.counted:
            assert sum(each.contribution for each in below) == here.contribution
            assert sum(each.share for each in below) == here.share
        assert here.answered + here.not_applicable >= sum(
            each.answered + each.not_applicable for each in below
        )
    leaves = [score.nodes[n.number] for n in nodes(instrument) if n.indicator]
    assert sum(leaf.contribution for leaf in leaves) == score.exact
    assert sum(leaf.applicable for leaf in leaves) == score.applicable == root.applicable


@few
@given(st.data(), scored(Bounds(short=False)))
def test_the_gain_is_what_answering_in_full_would_bring(data: st.DataObject, case: Case) -> None:
    instrument, unit = case[0], with_all_respondents(*case)
    node = data.draw(st.sampled_from(nodes(instrument)))
    before = score_unit(instrument, unit)
    numbers = {leaf.number: best(leaf.indicator) for leaf in walk(node) if leaf.indicator}
    full = replace(
        unit, sheets=tuple(_full(instrument, unit, sheet, numbers) for sheet in unit.sheets)
    )
    after = score_unit(instrument, full)
    found = before.nodes[node.number]
    assert found.with_gain == after.value
    if before.exact is not None and after.exact is not None:
        assert found.gain == after.exact - before.exact >= 0
        assert found.with_gain_zone == after.zone


def _full(instrument: Instrument, unit: UnitInput, sheet: Sheet, numbers: dict[int, int]) -> Sheet:
    here = {node.number for node in asked(instrument, sheet, unit_type=unit.type)}
    more = {
        number: answer
        for number, answer in numbers.items()
        if number in here and sheet.answers.get(number, 0) >= 0
    }
    return with_answers(sheet, more)


@few
@given(scored())
def test_printed_parts_and_their_difference_give_the_printed_total(case: Case) -> None:
    instrument, unit = case
    score = score_unit(instrument, unit)
    rows = derivation(instrument, score)
    if rows is None or score.exact is None:
        assert score.exact is None
        return
    assert sum((part.contribution for part in rows.parts), rows.difference) == rows.total
    assert abs(rows.difference) <= Decimal("0.0001") * len(rows.parts)
    lost = sum((loss.lost for loss in rows.losses), rows.rest_lost)
    assert rows.full - lost + rows.losses_difference == rows.total
    assert abs(rows.losses_difference) <= Decimal("0.0005")
    assert half_up(score.exact, instrument.decimals) == rows.value == score.value
    assert [*rows.losses] == sorted(rows.losses, key=lambda row: -row.lost)


@few
@given(st.data(), instruments())
def test_nothing_answered_is_null_with_the_widest_range(
    data: st.DataObject, instrument: Instrument
) -> None:
    unit = data.draw(units(instrument))
    blank = replace(unit, sheets=tuple(replace(sheet, answers={}) for sheet in unit.sheets))
    score = score_unit(instrument, blank)
    assert score.value is None
    assert score.zone is None
    assert not score.complete
    if score.low is not None:
        assert (score.low, score.high) == (instrument.scale_min, instrument.scale_max)


@few
@given(st.decimals(25, 100, places=3))
def test_every_value_has_exactly_the_zone_of_its_rounded_value(value: Decimal) -> None:
    instrument = from_document(
        {
            "code": "a",
            "version": "1",
            "name": "a",
            "short_name": "a",
            "valid_from": "2020-01-01",
            "scale_min": 25,
            "zones": [
                {"code": "A", "name": "", "colour": "hijau", "min": "87.99"},
                {"code": "B", "name": "", "colour": "merah", "min": 25},
            ],
            "root": {
                "code": "a",
                "name": "a",
                "children": [
                    {
                        "code": "a.1",
                        "name": "",
                        "weight": 1,
                        "indicator": {"per": "unit", "answer": "percentage"},
                    }
                ],
            },
        }
    )
    score = score_unit(instrument, UnitInput("a", UNIT_TYPE, published=value))
    assert score.value is not None
    assert score.zone is not None
    assert score.zone == zone_of(instrument, score.value)
    assert score.zone.code == ("A" if value >= Decimal("87.985") else "B")

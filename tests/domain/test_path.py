"""The cheapest path really reaches the zone, and no shorter one does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop import shipped
from desktop.domain.answer import normalised
from desktop.domain.instrument import Instrument, node
from desktop.domain.instrument_text import read_toml
from desktop.domain.path import Step, apply, cheapest_path
from desktop.domain.score import UnitInput, distance, score_unit
from tests.domain.score_strategies import Bounds, scored

Case = tuple[Instrument, UnitInput]


@settings(max_examples=150)
@given(scored(), st.booleans())
def test_taking_the_steps_reaches_the_zone(case: Case, final: bool) -> None:
    instrument, unit = case
    path = cheapest_path(instrument, unit, final=final)
    before = score_unit(instrument, unit, final=final)
    if path is None:
        return
    assert before.value is not None
    assert before.exact is not None
    raised = replace(unit, sheets=apply(unit.sheets, path.steps))
    after = score_unit(instrument, raised, final=final)
    assert after.exact == before.exact + sum(step.gain for step in path.steps)
    assert after.value == path.value >= path.zone.min > before.value
    better = distance(instrument, before.value).to_next
    assert better is not None
    assert path.zone == better.zone
    for step in path.steps:
        sheet = unit.sheets[step.sheet]
        assert sheet.subject != "respondent"
        assert sheet.answers[step.node.number] == step.start
        assert step.node.indicator is not None
        earned = [normalised(step.node.indicator, at) or 0 for at in (step.start, step.end)]
        assert earned[0] < earned[1]


@settings(max_examples=60)
@given(scored(Bounds(levels=1)))
def test_no_step_can_be_left_out(case: Case) -> None:
    instrument, unit = case
    path = cheapest_path(instrument, unit)
    if path is None or len(path.steps) > 4:
        return
    for fewer in range(len(path.steps)):
        for some in combinations(path.steps, fewer):
            assert value(instrument, unit, some) < path.zone.min


def value(instrument: Instrument, unit: UnitInput, steps: Sequence[Step]) -> Decimal:
    sheets = apply(unit.sheets, steps)
    reached = score_unit(instrument, replace(unit, sheets=sheets)).value
    assert reached is not None
    return reached


@settings(max_examples=60)
@given(scored(Bounds(levels=2, short=False)))
def test_without_a_path_even_the_best_answers_do_not_reach(case: Case) -> None:
    instrument, unit = case
    now = score_unit(instrument, unit)
    if now.value is None or cheapest_path(instrument, unit) is not None:
        return
    better = distance(instrument, now.value).to_next
    if better is None:
        return
    sheets = []
    for sheet in unit.sheets:
        found = dict(sheet.answers)
        for number, stored in sheet.answers.items():
            asked = node(instrument, number).indicator
            if stored >= 0 and sheet.subject != "respondent" and asked and asked.options:
                scores = [option.score for option in asked.options]
                found[number] = scores.index(max(scores))
            elif stored >= 0 and sheet.subject != "respondent" and asked and asked.bands:
                found[number] = int((asked.most or 0) * 10**asked.decimals)
        sheets.append(replace(sheet, answers=found))
    best = score_unit(instrument, replace(unit, sheets=tuple(sheets))).value
    assert best is not None
    assert best < better.zone.min


def test_a_published_value_has_no_path() -> None:
    instrument = read_toml(shipped.text("instruments", "ori-2022-2024.toml"))
    unit = UnitInput("Loket", published=Decimal("70"))
    assert cheapest_path(instrument, unit) is None

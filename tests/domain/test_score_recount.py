"""Adding a unit up by its looks gives exactly what the engine gives, or leaves it to the engine."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desktop.domain.instrument import Instrument
from desktop.domain.instrument_text import read_toml
from desktop.domain.score import Sheet, UnitInput, asked, score_unit
from desktop.domain.score_recount import (
    LONG,
    NARROW,
    WIDE,
    Audience,
    Looks,
    Spelling,
    Tally,
    parted,
    quotas_of,
    recount,
    spelling,
)
from desktop.shipped import path, text
from tests.domain.score_strategies import KINDS, UNIT_TYPE, YEARS, scored, stored, with_answers

SHIPPED = [read_toml(text("instruments", f.name)) for f in path("instruments").glob("*.toml")]


def audience(sheet: Sheet) -> Audience:
    return (sheet.subject, sheet.product_type, sheet.role)


def as_text(sheet: Sheet, spelled: Spelling) -> str:
    """As SQL does it: in the order of the numbers."""
    pairs = sorted(sheet.answers.items())
    text = ",".join(str((n + spelled.shift) * spelled.span + value) for n, value in pairs)
    assert parted(text, spelled) == dict(sheet.answers)
    return text


def added_up(
    instrument: Instrument, unit: UnitInput, year: int | None, kind: str | None
) -> tuple[Fraction, int] | None:
    looks = Looks.of(audience(sheet) for sheet in unit.sheets)
    short = spelling([instrument])
    found = [
        _added(instrument, unit, year, kind, looks, spelled)
        for spelled in {short, WIDE, LONG if short == NARROW else WIDE}
    ]
    assert len(set(found)) == 1
    return found[0]


def _added(
    instrument: Instrument,
    unit: UnitInput,
    year: int | None,
    kind: str | None,
    looks: Looks,
    spelled: Spelling,
) -> tuple[Fraction, int] | None:
    rule = recount(instrument, unit.type, year, kind, looks, spelled)
    if rule is None:
        return None
    tally = Tally(rule)
    for sheet in unit.sheets:
        if sheet.answers:
            tally.add(rule.sheets[audience(sheet)].add(as_text(sheet, spelled)))
    return None if tally.value is None else (tally.value, tally.answers)


@settings(max_examples=150)
@given(st.data(), scored(), st.booleans())
def test_it_agrees_with_the_engine_or_leaves_it_to_the_engine(
    data: st.DataObject, case: tuple[Instrument, UnitInput], whole: bool
) -> None:
    instrument, unit = case
    year, kind = data.draw(st.sampled_from(YEARS)), data.draw(st.sampled_from(KINDS))
    if whole:
        sheets = tuple(_filled(data, instrument, sheet, year, kind) for sheet in unit.sheets)
        unit = replace(unit, sheets=sheets)
    quotas = quotas_of(unit.sheets)
    score = score_unit(instrument, unit, year=year, kind=kind, quotas=quotas)
    found = added_up(instrument, unit, year, kind)
    clean = score.complete and not score.not_applicable and score.exact is not None
    if found is None:
        assert not (whole and clean)
        return
    assert clean
    assert found == (score.exact, score.answered)


def _filled(
    data: st.DataObject, instrument: Instrument, sheet: Sheet, year: int | None, kind: str | None
) -> Sheet:
    here = asked(instrument, sheet, unit_type=UNIT_TYPE, year=year, kind=kind)
    answers = {n.number: data.draw(stored(n.indicator)) for n in here if n.indicator}
    optional = {n.number for n in here if n.indicator and n.indicator.optional}
    dropped = {number for number in optional if data.draw(st.booleans())}
    kept = {number: value for number, value in answers.items() if number not in dropped}
    return with_answers(replace(sheet, answers={}), kept)


@settings(max_examples=60)
@given(st.data(), st.sampled_from(SHIPPED))
def test_shipped_instruments_are_added_up(data: st.DataObject, instrument: Instrument) -> None:
    blank = [Sheet("unit"), Sheet("product"), Sheet("product", product_type="PRODUK_ADMINISTRASI")]
    blank += [Sheet("respondent", role="pengguna")] * 2
    sheets = tuple(_filled(data, instrument, sheet, 2024, "kabupaten") for sheet in blank)
    unit = UnitInput("Unit", UNIT_TYPE, sheets)
    score = score_unit(instrument, unit, year=2024, kind="kabupaten", quotas=quotas_of(unit.sheets))
    assume(score.exact is not None)
    assert added_up(instrument, unit, 2024, "kabupaten") == (score.exact, score.answered)


def test_single_digits_are_spelled_shorter() -> None:
    narrow = {each.code for each in SHIPPED if spelling([each]) == NARROW}
    assert narrow == {
        "ori-2015-2021",
        "ori-2022-2024",
        "pekppp",
        "skm-2017",
        "uu25-14-komponen",
    }
    assert spelling(SHIPPED) == WIDE
    assert spelling([]) == NARROW


def test_what_is_not_asked_or_not_stored_is_left_to_the_engine() -> None:
    (instrument,) = (each for each in SHIPPED if each.code == "uu25-14-komponen")
    nodes = asked(instrument, Sheet("product"))
    full = {node.number: 0 for node in nodes}
    for answers in (
        {**full, 0: 0},
        {**full, 9_999: 0},
        {**full, nodes[0].number: 77},
        {**full, nodes[0].number: -1},
        dict.fromkeys([*full][1:], 0),
        {(number + 1 if number == nodes[-1].number else number): -5 for number in full},
        {number + 1: -5 for number in full},
    ):
        unit = UnitInput("Unit", None, (Sheet("product", answers=answers),))
        assert added_up(instrument, unit, None, None) is None, answers
    assert added_up(instrument, UnitInput("U", None, (Sheet("product", answers=full),)), None, None)

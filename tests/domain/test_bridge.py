"""A change from year to year falls into parts that add up, whatever the instruments."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop import shipped
from desktop.domain.bridge import (
    Bridge,
    Link,
    check,
    from_document,
    joined,
    read_bridge,
    same_codes,
    to_document,
    turned,
)
from desktop.domain.comparison import compare, content, unchanged, weights
from desktop.domain.instrument import Instrument, indicators
from desktop.domain.instrument_text import read_toml
from desktop.domain.problems import Problem
from desktop.domain.score import Sheet, UnitInput, UnitScore, score_unit
from tests.domain.score_strategies import UNIT_TYPE, Bounds, instruments, scored, units

some = settings(max_examples=60)
PARTS = [Fraction(1, n) for n in (1, 2, 3)]


def shipped_instrument(code: str) -> Instrument:
    return read_toml(shipped.text("instruments", f"{code}.toml"))


def shipped_bridges() -> list[Path]:
    return sorted(shipped.path("bridges").glob("*.toml"))


@st.composite
def bridges(draw: st.DrawFn, old: Instrument, new: Instrument) -> Bridge:
    """Any links between indicators, as long as nobody gives more than the whole."""
    here, there = ([n.code for n in indicators(i)] for i in (old, new))
    pairs = st.tuples(st.sampled_from(here), st.sampled_from(there))
    drawn = draw(st.lists(pairs, unique=True, max_size=8))
    olds, news = [a for a, _ in drawn], [b for _, b in drawn]
    links = tuple(
        Link(
            a,
            b,
            draw(st.sampled_from(PARTS)) / olds.count(a),
            draw(st.sampled_from(PARTS)) / news.count(b),
        )
        for a, b in drawn
    )
    return Bridge(old.code, new.code, links)


def result(instrument: Instrument, unit: UnitInput) -> UnitScore:
    return score_unit(instrument, unit)


@some
@given(st.data(), scored(Bounds(levels=2)), scored(Bounds(levels=2)))
def test_the_parts_add_up_to_the_change(
    data: st.DataObject, old: tuple[Instrument, UnitInput], new: tuple[Instrument, UnitInput]
) -> None:
    bridge = data.draw(bridges(old[0], new[0]))
    check(bridge, old[0], new[0])
    first, second = result(*old), result(*new)
    found = compare((old[0], first), (new[0], second), bridge)
    assert 0 <= found.comparable <= 1
    assert 0 <= found.comparable_old <= 1
    if first.exact is None or second.exact is None:
        assert (found.change, found.real, found.method, found.rest) == (None, None, None, None)
        return
    assert found.change == sum(part or 0 for part in (found.real, found.method, found.rest))
    span = [Fraction(i.scale_max) - Fraction(i.scale_min) for i in (old[0], new[0])]
    reached = (first.exact - Fraction(old[0].scale_min)) / span[0]
    on_new = Fraction(new[0].scale_min) + reached * span[1]
    assert found.change == second.exact - on_new


@some
@given(st.data(), scored(Bounds(levels=2)), scored(Bounds(levels=2)))
def test_each_part_is_what_it_is_called(
    data: st.DataObject, old: tuple[Instrument, UnitInput], new: tuple[Instrument, UnitInput]
) -> None:
    bridge = data.draw(bridges(old[0], new[0]))
    first, second = result(*old), result(*new)
    found = compare((old[0], first), (new[0], second), bridge)
    if not found.is_split:
        return
    then, now = by_code(old[0], first), by_code(new[0], second)
    links = [k for k in bridge.links if k.old in then and k.new in now]
    old_mean = mean((then[k.old][0] * k.of_old, then[k.old][1]) for k in links)
    same_answers = mean((now[k.new][0] * k.of_new, then[k.old][1]) for k in links)
    new_mean = mean((now[k.new][0] * k.of_new, now[k.new][1]) for k in links)
    span = Fraction(new[0].scale_max) - Fraction(new[0].scale_min)
    assert found.method == (same_answers - old_mean) * span
    assert found.real == (new_mean - same_answers) * span
    others = (normal(new[0], second.exact) - new_mean) - (normal(old[0], first.exact) - old_mean)
    assert found.rest == others * span


def by_code(instrument: Instrument, score: UnitScore) -> dict[str, tuple[Fraction, Fraction]]:
    """Counted nodes: (part of the whole, value between 0 and 1)."""
    return {
        n.code: (n.share / Fraction(instrument.scale_max), normal(instrument, n.value))
        for n in score.nodes
        if n.counted
    }


def normal(instrument: Instrument, value: Fraction | None) -> Fraction:
    assert value is not None
    low = Fraction(instrument.scale_min)
    return (value - low) / (Fraction(instrument.scale_max) - low)


def mean(pairs: Iterable[tuple[Fraction, Fraction]]) -> Fraction:
    weighed = list(pairs)
    total = sum((weight for weight, _ in weighed), Fraction(0))
    return sum((weight * value for weight, value in weighed), Fraction(0)) / total


@some
@given(st.data(), instruments(Bounds(levels=2)))
def test_with_an_identity_bridge_the_whole_change_is_real(
    data: st.DataObject, instrument: Instrument
) -> None:
    old = data.draw(units(instrument))
    new = data.draw(raised(instrument, old))
    first, second = result(instrument, old), result(instrument, new)
    found = compare((instrument, first), (instrument, second), same_codes(instrument, instrument))
    if found.change is not None:
        assert (found.method, found.rest) == (0, 0)
        assert found.real == found.change == unchanged(first, second).real
        assert found.comparable == found.comparable_old == 1


@st.composite
def raised(draw: st.DrawFn, instrument: Instrument, unit: UnitInput) -> UnitInput:
    """The same cells, answered otherwise."""
    every = indicators(instrument)
    by_number = {node.number: node.indicator for node in every}

    def other(sheet: Sheet) -> Sheet:
        found = dict(sheet.answers)
        for number, stored in sheet.answers.items():
            asked = by_number[number]
            if stored >= 0 and asked is not None and asked.options:
                found[number] = draw(st.integers(0, len(asked.options) - 1))
        return replace(sheet, answers=found)

    return replace(unit, sheets=tuple(other(sheet) for sheet in unit.sheets))


@some
@given(scored(Bounds(levels=2)), scored(Bounds(levels=2)))
def test_over_an_empty_bridge_everything_is_rest(
    old: tuple[Instrument, UnitInput], new: tuple[Instrument, UnitInput]
) -> None:
    first, second = result(*old), result(*new)
    found = compare((old[0], first), (new[0], second), Bridge("acak", "acak"))
    assert (found.comparable, found.is_split) == (0, False)
    if found.change is not None:
        assert (found.real, found.method, found.rest) == (0, 0, found.change)


def test_a_published_value_can_be_compared_but_not_split() -> None:
    old, new = shipped_instrument("ori-2015-2021"), shipped_instrument("ori-2022-2024")
    bridge = read_bridge(shipped_bridges()[0].read_text(encoding="utf-8"))
    first = result(old, UnitInput("Loket", published=Decimal("68.40")))
    second = score_unit(new, full(new))
    found = compare((old, first), (new, second), bridge)
    assert found.change == 100 - Fraction("68.40") == found.rest
    assert not found.is_split


def full(instrument: Instrument) -> UnitInput:
    """A unit that answers everything best, with one product and one user."""
    sheets = []
    for subject, role in (("unit", None), ("product", None), ("respondent", "pengguna")):
        answers = {
            node.number: max(range(len(asked.options)), key=lambda at, o=asked.options: o[at].score)
            for node in indicators(instrument)
            if (asked := node.indicator) is not None and asked.per == subject and asked.options
        }
        sheets.append(Sheet(subject, "", None, role, answers))  # type: ignore[arg-type]
    return UnitInput("Loket", UNIT_TYPE, tuple(sheets))


def test_three_zones_and_five_make_no_difference() -> None:
    old, new = shipped_instrument("ori-2015-2021"), shipped_instrument("ori-2022-2024")
    bridge = read_bridge(shipped_bridges()[0].read_text(encoding="utf-8"))
    found = compare((old, score_unit(old, full(old))), (new, score_unit(new, full(new))), bridge)
    assert found.change == 0
    assert (found.real, found.method, found.rest) == (0, 0, 0), "full stays full"
    fewer = replace(new, zones=new.zones[:1] + new.zones[-1:])
    again = compare((old, score_unit(old, full(old))), (fewer, score_unit(new, full(new))), bridge)
    assert again == found


# --- The shipped ones -------------------------------------------------------------------------


@pytest.mark.parametrize("place", shipped_bridges(), ids=lambda place: place.stem)
def test_a_shipped_bridge_fits_its_instruments_and_says_it_is_a_draft(place: Path) -> None:
    bridge = read_bridge(place.read_text(encoding="utf-8"))
    old, new = shipped_instrument(bridge.old), shipped_instrument(bridge.new)
    check(bridge, old, new)
    assert place.stem == f"{bridge.old}__{bridge.new}"
    assert bridge.status == "draft"
    assert bridge.sources
    assert not any(link.sourced for link in bridge.links)
    assert 0 < content(old, new, bridge) < 1


def test_bridges_are_walked_backwards_and_one_after_the_other() -> None:
    first, second = (read_bridge(p.read_text(encoding="utf-8")) for p in shipped_bridges())
    assert turned(turned(first)) == first
    over = joined(first, second)
    old, new = shipped_instrument("ori-2015-2021"), shipped_instrument("ori-2025")
    check(over, old, new)
    assert (over.old, over.new, over.status) == (old.code, new.code, "draft")
    assert content(old, new, over) < content(shipped_instrument("ori-2022-2024"), new, second)


def test_the_content_of_an_instrument_is_one() -> None:
    for place in shipped.path("instruments").glob("*.toml"):
        whole = read_toml(place.read_text(encoding="utf-8"))
        parts = weights(whole)
        leaves = [n.code for n in indicators(whole)]
        assert sum((parts.get(code, Fraction(0)) for code in leaves), Fraction(0)) == 1


def test_a_bridge_and_its_document_are_the_same() -> None:
    for place in shipped_bridges():
        bridge = read_bridge(place.read_text(encoding="utf-8"))
        assert from_document(to_document(bridge)) == bridge


# --- Bad input --------------------------------------------------------------------------------

HEAD = 'old = "ori-2015-2021"\nnew = "ori-2022-2024"\n'


def link(**fields: object) -> str:
    rows = "\n".join(f"{key} = {value!r}".replace("'", '"') for key, value in fields.items())
    return f"[[links]]\n{rows}\n"


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("old = ", "bridge.text_broken", None),
        ('old = "a"', "bridge.field_missing", "jembatan"),
        (HEAD + "bobot = 1", "bridge.field_unknown", "jembatan"),
        (HEAD + 'status = "resmi"', "bridge.value_wrong", "jembatan: status"),
        (HEAD + link(old="V1.1"), "bridge.field_missing", "links 1"),
        (HEAD + link(old="V1.1", new=3), "bridge.value_wrong", "links 1: new"),
        (HEAD + link(old="V1.1", new="P.2", of_old="separuh"), "bridge.value_wrong", None),
        (HEAD + link(old="V1.1", new="P.2", of_old=0), "bridge.portion_wrong", "V1.1 – P.2"),
        (HEAD + link(old="V1.1", new="P.2", of_new="3/2"), "bridge.portion_wrong", "V1.1 – P.2"),
        (HEAD + link(old="V1.1", new="P.2") * 2, "bridge.link_double", "V1.1"),
        (
            HEAD + link(old="V1.1", new="P.2") + link(old="V1.2", new="P.2"),
            "bridge.too_much",
            "P.2",
        ),
    ],
)
def test_a_broken_bridge_is_refused_with_its_place(text: str, code: str, place: str | None) -> None:
    with pytest.raises(Problem) as caught:
        read_bridge(text)
    assert caught.value.code == code
    assert place in (None, caught.value.facts.get("place"))


def test_codes_must_exist_and_nothing_is_linked_twice() -> None:
    old, new = shipped_instrument("ori-2015-2021"), shipped_instrument("ori-2022-2024")
    odd = (Link("V1", "P.2"), Link("V1.1", "P.3"), Link("V2.1", "P.99"))
    with pytest.raises(Problem) as caught:
        check(Bridge(old.code, new.code, odd), old, new)
    found = {(each.code, each.facts["place"]) for each in caught.value.each()}
    assert found == {("bridge.overlap", "V1"), ("bridge.code_unknown", "P.99")}

"""What keeps a version from being published, each with its place."""

from __future__ import annotations

import csv
from collections.abc import Callable
from typing import Any

import pytest

from desktop.domain.instrument import Instrument
from desktop.domain.instrument_document import draft_from_document, to_document
from desktop.domain.instrument_text import read_toml
from desktop.domain.problems import Problem
from desktop.domain.publishing import check_publishable, obstacles
from desktop.shipped import path, text
from desktop.wording.problems import say
from tests.domain.test_instrument_text import SMALL

TYPES = [row["code"] for row in csv.DictReader(text("seeds", "unit_types.csv").splitlines())]


Change = Callable[[dict[str, Any]], object]


def draft(change: Change) -> Instrument:
    document = to_document(read_toml(SMALL))
    change(document)
    return draft_from_document(document)


def node(document: dict[str, Any], *places: int) -> dict[str, Any]:
    found = document["root"]
    for place in places:
        found = found["children"][place]
    return found


def set_to(*places: int, inside: bool = False, **fields: Any) -> Change:
    def change(document: dict[str, Any]) -> None:
        here = node(document, *places)
        (here["indicator"] if inside else here).update(fields)

    return change


def both(*changes: Change) -> Change:
    def change(document: dict[str, Any]) -> None:
        for each in changes:
            each(document)

    return change


def official(*changes: Change) -> Change:
    return both(lambda document: document.update(status="official"), *changes)


def zones(*bounds: tuple[str, object]) -> Change:
    listed = [{"code": c, "name": c, "colour": "hijau", "min": bound} for c, bound in bounds]
    return lambda document: document.update(zones=listed)


@pytest.mark.parametrize("file", sorted(path("instruments").glob("*.toml")), ids=lambda f: f.stem)
def test_shipped_instruments_may_be_published(file: Any) -> None:
    instrument = read_toml(text("instruments", file.name))
    assert obstacles(instrument, unit_types=TYPES) == ()


CASES: list[tuple[Change, str, str | None]] = [
    (zones(), "instrument.zones_missing", None),
    (zones(("A", 60), ("B", 60), ("C", 0)), "instrument.zone_order", None),
    (zones(("B", 0), ("A", 60)), "instrument.zone_order", None),
    (zones(("A", 60), ("B", 10)), "instrument.zone_hole", None),
    (zones(("A", 60), ("A", 0)), "instrument.zone_double", None),
    (set_to(0, weight=None), "instrument.weight_mixed", "kecil"),
    (set_to(0, weight=-1), "instrument.weight_negative", "A"),
    (set_to(0, 1, code="A.1"), "instrument.code_double", "A.1"),
    (set_to(0, 1, name=" "), "instrument.nameless", "A.2"),
    (set_to(0, children=[]), "instrument.node_empty", "A"),
    (set_to(0, 0, weight=0), "", None),
    (set_to(0, 1, inside=True, maximum=4), "instrument.option_unreachable", "A.2"),
    (set_to(0, 1, inside=True, options=[]), "instrument.options_missing", "A.2"),
    (set_to(0, 1, inside=True, unit_types=["DINAS_LAUT"]), "instrument.asked_of_nobody", "A.2"),
    (set_to(0, 1, inside=True, unit_types=["RSUD", "X"]), "instrument.unit_type_unknown", "A.2"),
    (set_to(0, 1, inside=True, to_year=2025), "instrument.asked_in_no_year", "A.2"),
    (set_to(1, inside=True, maximum=10), "instrument.band_unreachable", "B"),
    (
        set_to(1, inside=True, bands=[{"minimum": 14, "score": 2}, {"minimum": 0, "score": 0}]),
        "instrument.band_hole",
        "B",
    ),
    (
        set_to(1, inside=True, bands=[{"minimum": 0, "score": 2}, {"minimum": 0, "score": 0}]),
        "instrument.band_order",
        "B",
    ),
    (official(set_to(0, assumed=["weight"])), "instrument.official_assumed", "A"),
    (official(set_to(0, weight=None), set_to(1, weight=None)),
     "instrument.official_without_weights", "kecil"),
    (official(lambda d: d["zones"][0].update(sourced=False)),
     "instrument.official_zone_assumed", None),
    (lambda d: d["zones"][0].update(colour="ungu"), "instrument.zone_colour", None),
    (lambda d: d["zones"][0].update(name=""), "instrument.zone_nameless", None),
    (both(lambda d: d.update(variants=[{"year": 2026}]), set_to(1, inside=True, from_year=2027)),
     "instrument.asked_in_no_year", "B"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "code", "place"), CASES)
def test_each_obstacle_is_named_with_its_place(
    change: Change, code: str, place: str | None
) -> None:
    found = obstacles(draft(change), unit_types=TYPES)
    if not code:
        assert not found
        return
    named = next(each for each in found if each.code == code)
    assert named.facts.get("place") == place
    assert "–" not in say(named)


def test_all_obstacles_are_told_at_once() -> None:
    def change(document: dict[str, Any]) -> None:
        set_to(0, name="")(document)
        set_to(0, 1, inside=True, unit_types=["X"])(document)
        document["zones"] = []

    with pytest.raises(Problem) as caught:
        check_publishable(draft(change), unit_types=TYPES)
    assert [each.code for each in caught.value.each()] == [
        "instrument.zones_missing",
        "instrument.nameless",
        "instrument.unit_type_unknown",
        "instrument.asked_of_nobody",
    ]

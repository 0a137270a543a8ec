"""What keeps a version of an instrument from being published. Everything at once, with its place.

A draft may be broken while it is worked on; a published version is used for ever. So publishing
asks for more than being whole (`instrument_check`): names, colours, and that each indicator is
asked of somebody, in some year.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from desktop.domain.instrument import (
    Indicator,
    Instrument,
    Node,
    indicators,
    nodes,
    uncounted,
)
from desktop.domain.instrument_check import faults, raise_all
from desktop.domain.problems import Problem
from desktop.domain.score_plan import in_years

COLOURS = ("hijau", "kuning", "merah")
"""Colours that screen and paper know, also in grey."""


def obstacles(instrument: Instrument, *, unit_types: Collection[str]) -> tuple[Problem, ...]:
    """Everything that keeps the version from being published; nothing = it may be.

    `unit_types`: the codes of the office's own list, against which indicators are held.
    """
    return (
        *faults(instrument),
        *_names(instrument),
        *_official(instrument),
        *_reach(instrument, frozenset(unit_types)),
    )


def check_publishable(instrument: Instrument, *, unit_types: Collection[str]) -> None:
    """Raises the first obstacle, with the others in `more`."""
    raise_all(obstacles(instrument, unit_types=unit_types))


def _names(instrument: Instrument) -> Iterator[Problem]:
    for zone in instrument.zones:
        if not zone.name.strip():
            yield Problem("instrument.zone_nameless", zone=zone.code)
        if zone.colour not in COLOURS:
            known = ", ".join(COLOURS)
            yield Problem("instrument.zone_colour", zone=zone.code, value=zone.colour, known=known)
    for node in nodes(instrument):
        if not node.name.strip():
            yield Problem("instrument.nameless", place=node.code)


def _official(instrument: Instrument) -> Iterator[Problem]:
    """Official is a version whose weights and bounds all come from a source."""
    if instrument.status != "official":
        return
    silent = uncounted(instrument)
    for node in nodes(instrument)[1:]:
        if "weight" in node.assumed and not node.grouping and node.number not in silent:
            yield Problem("instrument.official_assumed", place=node.code)
    for zone in instrument.zones:
        if not zone.sourced:
            yield Problem("instrument.official_zone_assumed", zone=zone.code)


def _reach(instrument: Instrument, unit_types: frozenset[str]) -> Iterator[Problem]:
    for node in indicators(instrument):
        if node.indicator is None:
            continue
        for unknown in sorted(set(node.indicator.unit_types) - unit_types):
            yield Problem("instrument.unit_type_unknown", place=node.code, type=unknown)
        if node.indicator.unit_types and unit_types.isdisjoint(node.indicator.unit_types):
            yield Problem("instrument.asked_of_nobody", place=node.code)
        if not _has_a_year(instrument, node.indicator):
            yield Problem("instrument.asked_in_no_year", place=node.code)
        yield from _bands(node, node.indicator)


def _has_a_year(instrument: Instrument, indicator: Indicator) -> bool:
    """Is it asked in a year of a variant, or (without variants) of the validity?"""
    first, last = indicator.from_year, indicator.to_year
    if instrument.variants:
        return any(in_years(first, last, variant.year) for variant in instrument.variants)
    starts = last is None or last >= instrument.valid_from.year
    end = instrument.valid_to
    return starts and (first is None or end is None or first <= end.year)


def _bands(node: Node, indicator: Indicator) -> Iterator[Problem]:
    for band in indicator.bands:
        if indicator.most is not None and band.minimum > indicator.most:
            yield Problem("instrument.band_unreachable", place=node.code, bound=band.minimum)

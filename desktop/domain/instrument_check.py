"""Is an instrument whole? Every fault is named with its place; all of them at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from desktop.domain.instrument import Band, Indicator, Instrument, Node, nodes, uncounted
from desktop.domain.problems import Problem

MOST_NODES = 5_000
MOST_LEVELS = 24
_LARGEST = 2**31
"""Stored answers are small integers."""


def check(instrument: Instrument) -> None:
    """Raises the first Problem with the others in `more`."""
    raise_all(faults(instrument))


def faults(instrument: Instrument) -> tuple[Problem, ...]:
    """Everything because of which the instrument is not whole."""
    return (
        *_scale(instrument),
        *_zones(instrument),
        *_codes(instrument),
        *_tree(instrument),
        *_years(instrument),
        *_opinion(instrument),
    )


def raise_all(found: Sequence[Problem]) -> None:
    """Raises the first of them, with the others in `more`; nothing if there are none."""
    if found:
        first, *others = found
        raise Problem(first.code, tuple(others), **first.facts)


def members(node: Node) -> tuple[Node, ...]:
    """The nodes weighed together at this level: groupings stand for their children."""
    found: list[Node] = []
    for child in node.children:
        found.extend(members(child) if child.grouping else (child,))
    return tuple(found)


def _scale(instrument: Instrument) -> Iterator[Problem]:
    if instrument.scale_min >= instrument.scale_max or instrument.scale_max <= 0:
        yield Problem("instrument.scale_wrong", min=instrument.scale_min, max=instrument.scale_max)
    if not 0 <= instrument.decimals <= 6:
        yield Problem("instrument.decimals_wrong", place="decimals", value=instrument.decimals)
    if instrument.valid_to and instrument.valid_to < instrument.valid_from:
        yield Problem("instrument.validity_wrong")


def _zones(instrument: Instrument) -> Iterator[Problem]:
    if not instrument.zones:
        yield Problem("instrument.zones_missing")
        return
    for code in _doubles(zone.code for zone in instrument.zones):
        yield Problem("instrument.zone_double", zone=code)
    for better, worse in pairwise(instrument.zones):
        if better.min <= worse.min:
            yield Problem("instrument.zone_order", zone=worse.code, bound=worse.min)
    if instrument.zones[-1].min != instrument.scale_min:
        yield Problem("instrument.zone_hole", zone=instrument.zones[-1].code)
    if instrument.zones[0].min > instrument.scale_max:
        yield Problem("instrument.zone_unreachable", zone=instrument.zones[0].code)


def _codes(instrument: Instrument) -> Iterator[Problem]:
    for code in _doubles(node.code for node in nodes(instrument)):
        yield Problem("instrument.code_double", place=code)


def _doubles(words: Iterable[str]) -> list[str]:
    return [word for word, times in Counter(words).items() if times > 1]


def _tree(instrument: Instrument) -> Iterator[Problem]:
    silent = uncounted(instrument)
    for node in nodes(instrument):
        yield from _node(node)
        if node.indicator is not None:
            yield from _asked(node.code, node.indicator)
            if node.indicator.optional and node.number not in silent:
                yield Problem("instrument.optional_counted", place=node.code)
        elif not node.grouping:
            yield from _level(instrument, node, silent)


def _node(node: Node) -> Iterator[Problem]:
    if node.indicator is not None and node.children:
        yield Problem("instrument.indicator_with_children", place=node.code)
    if node.indicator is None and not node.children:
        yield Problem("instrument.node_empty", place=node.code)
    if node.grouping and (node.weight is not None or node.indicator or not node.number):
        yield Problem("instrument.grouping_wrong", place=node.code)
    if node.weight is not None and node.weight < 0:
        yield Problem("instrument.weight_negative", place=node.code)


def _level(instrument: Instrument, node: Node, silent: frozenset[int]) -> Iterator[Problem]:
    counted = [each for each in members(node) if each.weight != 0 and not _is_text(each)]
    unknown = [each for each in counted if each.weight is None]
    if unknown and len(unknown) < len(counted):
        codes = ", ".join(each.code for each in unknown)
        yield Problem("instrument.weight_mixed", place=node.code, unknown=codes)
    if unknown and instrument.status == "official":
        yield Problem("instrument.official_without_weights", place=node.code)
    if not counted and node.children and node.number not in silent:
        yield Problem("instrument.level_uncounted", place=node.code)


def _is_text(node: Node) -> bool:
    return node.indicator is not None and node.indicator.answer == "text"


def _asked(place: str, indicator: Indicator) -> Iterator[Problem]:
    if indicator.answer in ("options", "yes_no"):
        yield from _options(place, indicator)
    elif indicator.answer != "text":
        yield from _number(place, indicator)
    if indicator.role and indicator.per != "respondent":
        yield Problem("instrument.role_without_respondent", place=place)
    if indicator.product_types and indicator.per != "product":
        yield Problem("instrument.product_type_without_product", place=place)
    if _upside_down(indicator.from_year, indicator.to_year):
        yield Problem("instrument.years_wrong", place=place)


def _options(place: str, indicator: Indicator) -> Iterator[Problem]:
    scores = [option.score for option in indicator.options]
    if len(set(scores)) < 2 or (indicator.answer == "yes_no" and len(scores) != 2):
        yield Problem("instrument.options_missing", place=place)
        return
    for label in _doubles(option.label for option in indicator.options):
        yield Problem("instrument.option_double", place=place, label=label)
    yield from _reach(place, indicator, scores)
    if indicator.bands or indicator.decimals:
        yield Problem("instrument.options_and_number", place=place)


def _reach(place: str, indicator: Indicator, scores: list[Fraction]) -> Iterator[Problem]:
    low, high = indicator.minimum, indicator.maximum
    for score in scores:
        if (low is not None and score < low) or (high is not None and score > high):
            yield Problem("instrument.option_unreachable", place=place, score=score)
    if low is not None and high is not None and low >= high:
        yield Problem("instrument.range_wrong", place=place)


def _number(place: str, indicator: Indicator) -> Iterator[Problem]:
    low, high = indicator.least, indicator.most
    if indicator.options:
        yield Problem("instrument.options_and_number", place=place)
    if not 0 <= indicator.decimals <= 6 or (indicator.answer == "count" and indicator.decimals):
        yield Problem("instrument.decimals_wrong", place=place, value=indicator.decimals)
    elif low is None or high is None or not 0 <= low < high < _LARGEST / 10**indicator.decimals:
        yield Problem("instrument.range_wrong", place=place)
    if indicator.bands and low is not None:
        yield from _bands(place, indicator.bands, low)


def _bands(place: str, bands: tuple[Band, ...], low: Fraction) -> Iterator[Problem]:
    if bands[0].minimum != low:
        yield Problem("instrument.band_hole", place=place, bound=bands[0].minimum)
    for lower, upper in pairwise(bands):
        if lower.minimum >= upper.minimum:
            yield Problem("instrument.band_order", place=place, bound=upper.minimum)
    if len({band.score for band in bands}) < 2:
        yield Problem("instrument.options_missing", place=place)


def _years(instrument: Instrument) -> Iterator[Problem]:
    for year in _doubles(str(variant.year) for variant in instrument.variants):
        yield Problem("instrument.variant_double", year=year)
    for quota in instrument.quotas:
        unused = quota.below == "zero" and (quota.of != "respondent" or not quota.role)
        if quota.minimum < 1 or unused or _upside_down(quota.from_year, quota.to_year):
            yield Problem("instrument.quota_wrong", role=quota.role)


def _upside_down(first: int | None, last: int | None) -> bool:
    return first is not None and last is not None and first > last


def _opinion(instrument: Instrument) -> Iterator[Problem]:
    table = instrument.opinion
    if table is None:
        return
    columns = {column.code for column in table.columns}
    if table.met not in columns or table.unmet not in columns:
        yield Problem("instrument.opinion_wrong", place="opinion")
    if table.decided_by not in {node.code for node in nodes(instrument)}:
        yield Problem("instrument.opinion_wrong", place=table.decided_by)
    rows = {row.zone for row in table.rows}
    for zone in instrument.zones:
        if zone.code not in rows:
            yield Problem("instrument.opinion_wrong", place=zone.code)

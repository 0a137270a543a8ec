"""A change from one year to the next, split so that nothing is lost: docs/comparison.md.

On the comparable content (what a bridge names on both sides) a unit has three means: its old
answers by the old weights, the same answers by the new weights, and its new answers by the new
weights. Then

    real    third less second: what changed where both asked, by one yardstick
    method  second less first: the same answers, weighed otherwise
    rest    how far all other content moves the value away from the comparable mean, now less then

The three add up to the change of the value exactly. Zones play no part: three or five of them make
no difference to a number.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from desktop.domain.bridge import Bridge
from desktop.domain.instrument import Instrument, Node, codes, nodes, uncounted, variant_year, walk
from desktop.domain.instrument_check import members
from desktop.domain.instrument_document import fingerprint
from desktop.domain.score import NodeScore, UnitScore
from desktop.domain.score_plan import in_years

NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The change between two results of one unit, on the scale of the new instrument."""

    comparable: Fraction
    """How much of the new value is content that the old one had too: 0 to 1. Read this first."""
    comparable_old: Fraction
    """How much of the old value is found again."""
    change: Fraction | None
    """New minus old; None, as all that follows, where one of the two has no value."""
    real: Fraction | None
    method: Fraction | None
    rest: Fraction | None

    @property
    def is_split(self) -> bool:
        """Can anything be said of what the change is made of?"""
        return self.change is not None and self.comparable > 0


Scored = tuple[Instrument, UnitScore]


def compare(old: Scored, new: Scored, bridge: Bridge) -> Comparison:
    """Splits the change from `old` to `new`: real + method + rest = change, exactly.

    A link counts only where both of its nodes count in these two results; all else is rest. Where
    the answers are not known (published values) everything is rest.
    """
    first, second = _Side(*old), _Side(*new)
    pairs = [
        (link, a, b)
        for link in bridge.links
        if (a := first.counted.get(link.old)) and (b := second.counted.get(link.new))
    ]
    scaled = _scaler(old[0], new[0])
    before = again = after = share_old = share = NOTHING
    for link, a, b in pairs:
        then, now = scaled(a.value or NOTHING), b.value or NOTHING
        part_old, part_new = first.part(a) * link.of_old, second.part(b) * link.of_new
        before += part_old * then
        again += part_new * then
        after += part_new * now
        share, share_old = share + part_new, share_old + part_old
    if old[1].exact is None or new[1].exact is None:
        return Comparison(share, share_old, None, None, None, None)
    change = new[1].exact - scaled(old[1].exact)
    if not pairs:
        return Comparison(share, share_old, change, NOTHING, NOTHING, change)
    real = (after - again) / share
    method = again / share - before / share_old
    return Comparison(share, share_old, change, real, method, change - real - method)


def unchanged(old: UnitScore, new: UnitScore) -> Comparison:
    """Between two results of one and the same version: the whole change is real."""
    if old.exact is None or new.exact is None:
        return Comparison(Fraction(1), Fraction(1), None, None, None, None)
    change = new.exact - old.exact
    return Comparison(Fraction(1), Fraction(1), change, change, NOTHING, NOTHING)


def same_method(old: Instrument, new: Instrument) -> bool:
    """Are both one and the same version?"""
    return old is new or fingerprint(old) == fingerprint(new)


def content(
    old: Instrument, new: Instrument, bridge: Bridge, *, year: int | None = None
) -> Fraction:
    """Which part of the new instrument, by its weights, a bridge leads to: 0 to 1.

    Of the instruments themselves, whatever was answered; of the new one's variant in `year`.
    """
    here, there = weights(new, year=year), codes(old)
    linked = (link for link in bridge.links if link.old in there)
    return sum((here.get(link.new, NOTHING) * link.of_new for link in linked), NOTHING)


def weights(instrument: Instrument, *, year: int | None = None) -> Mapping[str, Fraction]:
    """Every node's part of the whole (0 to 1) when everything applies; by code."""
    at, silent = variant_year(instrument, year), uncounted(instrument)
    found: dict[str, Fraction] = {}

    def counts(node: Node) -> bool:
        return node.number not in silent and any(
            leaf.indicator is not None
            and leaf.number not in silent
            and in_years(leaf.indicator.from_year, leaf.indicator.to_year, at)
            for leaf in walk(node)
        )

    def spread(node: Node, share: Fraction) -> None:
        weighed = [each for each in members(node) if counts(each)]
        total = sum((_weight(each) for each in weighed), NOTHING)
        for each in weighed:
            found[each.code] = share * _weight(each) / total
            spread(each, found[each.code])

    spread(instrument.root, Fraction(1))
    for each in nodes(instrument)[1:]:
        if each.grouping:
            inside = (found.get(below.code, NOTHING) for below in members(each))
            found[each.code] = sum(inside, NOTHING)
    return found


def _weight(node: Node) -> Fraction:
    return Fraction(1) if node.weight is None else node.weight


class _Side:
    """One result: its counted nodes by code, and which part of the value each one is."""

    def __init__(self, instrument: Instrument, score: UnitScore) -> None:
        self.counted: dict[str, NodeScore] = {
            each.code: each for each in score.nodes if each.counted and each.value is not None
        }
        self._most = Fraction(instrument.scale_max)

    def part(self, node: NodeScore) -> Fraction:
        """The node's part of the unit value, 0 to 1."""
        return node.share / self._most


def _scaler(old: Instrument, new: Instrument) -> Callable[[Fraction], Fraction]:
    """Values of the old scale on the new one."""
    low, base = Fraction(old.scale_min), Fraction(new.scale_min)
    ratio = (Fraction(new.scale_max) - base) / (Fraction(old.scale_max) - low)
    return lambda value: base + (value - low) * ratio

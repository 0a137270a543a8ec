"""A year recounted: many units of one kind at once, from their answers as lists of integers.

A unit on which everything that is asked is answered (and nothing said not to apply) is a weighted
sum of its answers. The weights depend only on who was asked what, so they are worked out once, by
the engine itself, for all units that look alike; each of these is then one addition per answer.
Every other unit is left to the engine. Exact, and held equal to `score_unit` by a test.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import lcm
from operator import getitem

from desktop.domain.instrument import Indicator, Instrument, Subject, indicators, nodes
from desktop.domain.instrument_check import MOST_NODES
from desktop.domain.score import Sheet, UnitInput, score_unit
from desktop.domain.score_observe import observe
from desktop.domain.score_plan import Leaf, Plan, plan
from desktop.domain.score_tree import grow, place

DIGIT = ord("0")


@dataclass(frozen=True, slots=True)
class Spelling:
    """How an answer is written as one integer: (node number + shift) x span + value."""

    span: int
    shift: int

    @property
    def most(self) -> int:
        """The largest value that can be spelled; above it reasons (−1, −2, …) would be met."""
        return self.span - 10


NARROW = Spelling(100, 100)
"""For instruments of single digits and up to 899 nodes: an answer takes five signs, always, of
which the first four are the node's; a reason (below 0) makes them another's."""
LONG = Spelling(100, MOST_NODES)
"""The same with six signs, for instruments of more nodes."""
DIGITS = 9
_NO_ANSWER = -(1 << 200)
"""What no sum makes good."""
WIDE = Spelling(100_000, 0)


def spelling(instruments: Iterable[Instrument]) -> Spelling:
    """The shortest spelling that holds every answer to these instruments."""
    every = tuple(instruments)
    leaves = (n.indicator for instrument in every for n in indicators(instrument))
    if not all(_is_digit(each) for each in leaves if each):
        return WIDE
    return NARROW if all(len(nodes(each)) < 9 * NARROW.shift for each in every) else LONG


def _is_digit(indicator: Indicator) -> bool:
    if indicator.answer == "text":
        return True
    if indicator.options:
        return len(indicator.options) <= DIGITS + 1
    return (indicator.most or 0) * 10**indicator.decimals <= DIGITS


Audience = tuple[Subject, str | None, str | None]
"""Who is asked on a sheet: subject, product type, role."""


@dataclass(frozen=True, slots=True)
class Looks:
    """What units have in common that are asked the same: the sheets of each audience."""

    audiences: tuple[tuple[Audience, int], ...]

    @classmethod
    def of(cls, audiences: Iterable[Audience]) -> Looks:
        """The looks of a unit by the audiences of its sheets, in any order."""
        counts: dict[Audience, int] = {}
        for audience in audiences:
            counts[audience] = counts.get(audience, 0) + 1
        return cls(tuple(sorted(counts.items(), key=repr)))


Sum = tuple[int, int, int]
"""What a sheet adds, of how many answers, how many of them are needed."""
Asked = Mapping[int, tuple[Leaf, Fraction]]
"""The leaves of an audience with the part of the unit value that one full answer brings."""


def _earned(leaf: Leaf, part: Fraction, value: int, whole: int) -> int:
    return (part * leaf.numerator(value) * whole / (leaf.unit or 1)).numerator


class Words:
    """Adds answers of any size: each is looked up as the text that it is."""

    def __init__(self, asked: Asked, whole: int) -> None:
        self._asked, self._whole = asked, whole
        self._worth: dict[str, int] = {}
        self._optional = frozenset(n for n, (leaf, _) in asked.items() if leaf.optional)

    def add(self, text: str) -> Sum | None:
        """The sum of a sheet's answers, spelled and separated by commas; None = something is there
        that only the engine can weigh."""
        parts = text.split(",")
        worth = self._worth
        try:
            total = sum(map(worth.__getitem__, parts))
        except KeyError:
            fresh = {part: self._worth_of(part) for part in parts if part not in worth}
            worth |= {part: each for part, each in fresh.items() if each is not None}
            if None in fresh.values():
                return None
            total = sum(map(worth.__getitem__, parts))
        needed = len(parts)
        if self._optional:
            needed -= sum(int(part) // WIDE.span in self._optional for part in parts)
        return total, len(parts), needed

    def _worth_of(self, part: str) -> int | None:
        number, value = divmod(int(part), WIDE.span)
        if number not in self._asked:
            return None  # not asked here; or a reason, which borrowed from the number before
        leaf, share = self._asked[number]
        known = leaf.least <= value <= leaf.most
        return _earned(leaf, share, value, self._whole) if known else None


@dataclass(frozen=True, slots=True)
class _Grid:
    """A fully answered sheet: of each answer the first signs are given, the last one is free."""

    fixed: tuple[str, ...]
    worths: tuple[tuple[int, ...], ...]
    """For each answer what a sign adds."""
    needed: int


class Digits:
    """Adds single digits by their place: all that is asked is answered, or all that is needed."""

    def __init__(self, asked: Asked, whole: int, spelled: Spelling) -> None:
        self._signs = len(str(spelled.shift * spelled.span)) + 1
        leaves = [asked[number] for number in sorted(asked)]
        needed = [(leaf, part) for leaf, part in leaves if not leaf.optional]
        grids = [_grid(each, whole, spelled) for each in (leaves, needed) if each]
        self._grids = {len(grid.worths): grid for grid in reversed(grids)}

    def add(self, text: str) -> Sum | None:
        """The sum of a sheet's answers, spelled and separated by commas; None = something is there
        that only the engine can weigh."""
        signs = self._signs
        count = (len(text) + 1) // signs
        grid = self._grids.get(count)
        if grid is None:
            return None
        a, b, c, d, *more = grid.fixed
        if text[::signs] != a or text[1::signs] != b or text[2::signs] != c:
            return None
        if text[3::signs] != d or (more and text[4::signs] != more[0]):
            return None
        try:
            total = sum(map(getitem, grid.worths, text[signs - 2 :: signs].encode()))
        except IndexError:
            return None
        return None if total < 0 else (total, count, grid.needed)


def _grid(leaves: Sequence[tuple[Leaf, Fraction]], whole: int, spelled: Spelling) -> _Grid:
    numbers = [str((leaf.number + spelled.shift) * spelled.span) for leaf, _ in leaves]
    given = range(len(str(spelled.shift * spelled.span)) - 1)
    worths = tuple(
        (_NO_ANSWER,) * (DIGIT + leaf.least)
        + tuple(_earned(leaf, part, v, whole) for v in range(leaf.least, leaf.most + 1))
        for leaf, part in leaves
    )
    fixed = tuple("".join(number[place] for number in numbers) for place in given)
    return _Grid(fixed, worths, sum(not leaf.optional for leaf, _ in leaves))


@dataclass(frozen=True, slots=True)
class Recount:
    """How units of one look are added up."""

    sheets: Mapping[Audience, Words | Digits]
    needed: int
    """Answers without which a unit is not fully answered."""
    whole: int
    """The sum that is full."""
    least: Fraction
    span: Fraction


@dataclass(slots=True)
class Tally:
    """One unit being added up, sheet by sheet."""

    rule: Recount
    total: int = 0
    answers: int = 0
    needed: int = 0
    is_plain: bool = True
    """Nothing was met that only the engine can weigh."""

    def add(self, found: Sum | None) -> None:
        """One sheet, as `rule.sheets[audience].add` has summed it."""
        if found is None:
            self.is_plain = False
        else:
            self.total += found[0]
            self.answers += found[1]
            self.needed += found[2]

    @property
    def value(self) -> Fraction | None:
        """The exact unit value; None = ask the engine."""
        if not self.is_plain or self.needed != self.rule.needed:
            return None
        return self.rule.least + self.rule.span * Fraction(self.total, self.rule.whole)


@lru_cache(maxsize=512)
def recount(
    instrument: Instrument,
    unit_type: str | None,
    year: int | None,
    kind: str | None,
    looks: Looks,
    spelled: Spelling = WIDE,
) -> Recount | None:
    """How units that look so are added up; None where none of them can be fully answered."""
    prepared = plan(instrument, unit_type, year, kind)
    if any(leaf.most > spelled.most for leaf in prepared.leaves):
        return None
    blank = [audience for audience, count in looks.audiences for _ in range(count)]
    sheets = tuple(_answered(prepared, audience) for audience in blank)
    quotas = quotas_of(sheets)
    unit = UnitInput("", unit_type, sheets)
    full = score_unit(instrument, unit, year=year, kind=kind, quotas=quotas)
    if not full.complete or full.exact is None:
        return None
    parts = _parts(prepared, sheets, quotas)
    every = [each for by in parts.values() for each in by.values()]
    whole = lcm(*(part.denominator * (leaf.unit or 1) for leaf, part in every))
    needed = sum(
        sum(not leaf.optional for leaf, _ in parts[audience].values()) for audience in blank
    )
    least = Fraction(instrument.scale_min)
    return Recount(
        {
            audience: Digits(by, whole, spelled) if spelled.shift else Words(by, whole)
            for audience, by in parts.items()
        },
        needed,
        whole,
        least,
        Fraction(instrument.scale_max) - least,
    )


def parted(text: str, spelled: Spelling = WIDE) -> dict[int, int]:
    """The answers of a sheet's text: node number -> stored integer."""
    found: dict[int, int] = {}
    for part in text.split(","):
        number, value = divmod(int(part), spelled.span)
        if value > spelled.most:  # a reason is below 0: it borrowed from the number
            number, value = number + 1, value - spelled.span
        found[number - spelled.shift] = value
    return found


def quotas_of(sheets: Iterable[Sheet]) -> dict[str, int]:
    """Role -> respondents asked: as many as there are sheets for them."""
    counts: dict[str, int] = {}
    for sheet in sheets:
        if sheet.subject == "respondent":
            counts[sheet.role or ""] = counts.get(sheet.role or "", 0) + 1
    return counts


def _answered(prepared: Plan, audience: Audience) -> Sheet:
    subject, product_type, role = audience
    answers = {leaf.number: leaf.least for leaf in prepared.on(subject, product_type, role)}
    return Sheet(subject, "", product_type, role, answers)


def _parts(
    prepared: Plan, sheets: tuple[Sheet, ...], quotas: Mapping[str, int]
) -> dict[Audience, dict[int, tuple[Leaf, Fraction]]]:
    """For each audience: the part of the unit value (0 to 1) that one full answer brings."""
    seen = observe(prepared, sheets, quotas)
    shares = [place(prepared, grow(prepared, cells)).shares for cells in seen.walks]
    products = [sheet for sheet in sheets if sheet.subject == "product"]
    found: dict[Audience, dict[int, tuple[Leaf, Fraction]]] = {}
    for sheet in sheets:
        audience = (sheet.subject, sheet.product_type, sheet.role)
        if audience in found:
            continue
        walks = range(len(shares))
        if sheet.subject == "product" and len(walks) > 1:
            walks = range(place_ := products.index(sheet), place_ + 1)
        found[audience] = {
            leaf.number: (leaf, _part(leaf, shares, seen.walks, walks))
            for leaf in prepared.on(*audience)
        }
    return found


def _part(
    leaf: Leaf,
    shares: Sequence[Sequence[tuple[int, int]]],
    walks: Sequence[Mapping[int, object]],
    among: range,
) -> Fraction:
    total = Fraction(0)
    for walk in among:
        cells = walks[walk][leaf.number]
        count = getattr(cells, "answered", 0)
        total += Fraction(*shares[walk][leaf.number]) / count
    return total / len(shares)

"""The tree as integers: values upward, shares downward, what a full node would add.

A ratio is (numerator, denominator), normalised so that 0 is the worst and 1 is full; None = the
node dropped out. One `Tree` is one walk through the instrument: the whole unit, or one product of
an instrument that is computed once per product.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from math import gcd, lcm

from desktop.domain.score_plan import Leaf, Level, Plan

Ratio = tuple[int, int]
Values = list[Ratio | None]
ONE: Ratio = (1, 1)
NOTHING: Ratio = (0, 1)


@dataclass(slots=True)
class Cells:
    """The observations of one leaf: how many are in which state, and the sum of the answered."""

    total: int = 0
    answered: int = 0
    open: int = 0
    excluded: int = 0
    """Marked as not applicable."""


@dataclass(frozen=True, slots=True)
class Tree:
    """One walk, rolled up."""

    values: Values
    totals: tuple[int, ...]
    """By number: the weight that counts in the level (0 where nothing does)."""
    fulls: Values
    """The values if every applicable observation were full."""
    low: Ratio | None
    high: Ratio | None
    """The root with the worst and the best in every open cell."""


def grow(
    plan: Plan, cells: Mapping[int, Cells], short: Set[str] = frozenset(), *, final: bool = False
) -> Tree:
    """Rolls up the cells of the leaves (by number).

    Indicators asked of a `short` role count 0. `final`: what is still open counts as the worst.
    """
    policy = plan.instrument.na_policy
    leaves = [(leaf, cells[leaf.number]) for leaf in plan.leaves if leaf.unit]
    zeros = policy == "zero"
    found = [
        (leaf, NOTHING if _is_short(leaf, short) else _value(leaf, c, zeros, final))
        for leaf, c in leaves
    ]
    values, totals = roll(plan, found)
    fulls, _ = roll(plan, ((leaf, _full(c, zeros)) for leaf, c in leaves))
    settled = all(not c.open and not (policy == "block" and c.excluded) for _, c in leaves)
    if settled or final:
        return Tree(values, tuple(totals), fulls, values[0], values[0])
    worst = (
        (leaf, NOTHING if _is_short(leaf, short) else _bound(leaf, c, policy, best=False))
        for leaf, c in leaves
    )
    lows, _ = roll(plan, worst)
    highs, _ = roll(plan, ((leaf, _bound(leaf, c, policy, best=True)) for leaf, c in leaves))
    return Tree(values, tuple(totals), fulls, lows[0], highs[0])


def _is_short(leaf: Leaf, short: Set[str]) -> bool:
    return leaf.per == "respondent" and leaf.role in short


def _value(leaf: Leaf, cells: Cells, zeros: bool, final: bool) -> Ratio | None:
    count = cells.answered + (cells.excluded if zeros else 0) + (cells.open if final else 0)
    return (cells.total, count * leaf.unit) if count else None


def _full(cells: Cells, zeros: bool) -> Ratio | None:
    applicable = cells.answered + cells.open
    count = applicable + (cells.excluded if zeros else 0)
    return (applicable, count) if count else None


def _bound(leaf: Leaf, cells: Cells, policy: str, *, best: bool) -> Ratio | None:
    """Under "block" what was marked as not applicable has still to be answered."""
    still_open = cells.open + (cells.excluded if policy == "block" else 0)
    count = cells.answered + still_open + (cells.excluded if policy == "zero" else 0)
    gained = still_open * leaf.unit if best else 0
    return (cells.total + gained, count * leaf.unit) if count else None


def roll(plan: Plan, leaves: Iterable[tuple[Leaf, Ratio | None]]) -> tuple[Values, list[int]]:
    """Values of all nodes from those of the leaves, and the weight that counted in each level."""
    values: Values = [None] * len(plan.parents)
    totals = [0] * len(plan.parents)
    for leaf, value in leaves:
        values[leaf.number] = value
    for level in plan.levels:
        values[level.number], totals[level.number] = _mean(level, values)
    return values, totals


def _mean(level: Level, values: Values) -> tuple[Ratio | None, int]:
    """Sum of weight x value over the weights that count."""
    present = [(weight, v) for number, weight in level.entries if (v := values[number])]
    if not present:
        return None, 0
    common = lcm(*[value[1] for _, value in present])
    total = sum([weight for weight, _ in present])
    numerator = sum([weight * v[0] * (common // v[1]) for weight, v in present])
    return reduced(numerator, common * total), total


@dataclass(frozen=True, slots=True)
class Places:
    """What each node weighs in its level, of how much, and which part of the root it is."""

    weights: tuple[int, ...]
    """The weight with which it counts now."""
    possible: tuple[int, ...]
    """The weight with which it would count if it were full."""
    shares: tuple[Ratio, ...]


def place(plan: Plan, tree: Tree) -> Places:
    """Shares downward: a node's share of its level's share."""
    size = len(plan.parents)
    weights, possible, shares = [0] * size, [0] * size, [NOTHING] * size
    if tree.values[0]:
        shares[0] = ONE
    for level in reversed(plan.levels):
        if level.grouping:
            continue
        share, total = shares[level.number], tree.totals[level.number]
        for number, weight in level.entries:
            weights[number] = weight if tree.values[number] else 0
            possible[number] = weight if tree.fulls[number] else 0
        for group in level.groups:
            weights[group.number] = sum([weights[number] for number, _ in group.entries])
            possible[group.number] = sum([possible[number] for number, _ in group.entries])
        if total and share[0]:
            for number, _ in (*level.entries, *((g.number, 0) for g in level.groups)):
                if weights[number]:
                    shares[number] = reduced(share[0] * weights[number], share[1] * total)
    return Places(tuple(weights), tuple(possible), tuple(shares))


def root_if_full(plan: Plan, tree: Tree, places: Places, number: int) -> Ratio | None:
    """The root's value if every applicable observation of one node were full."""
    root = tree.values[0]
    full, possible = tree.fulls[number], places.possible[number]
    if number == 0 or not full or not possible:
        return tree.fulls[0] if number == 0 else root
    host = plan.hosts[number]
    while tree.values[host] is None:  # all open up to there: it joins as a whole, and full
        if host == 0:
            return ONE
        number, host = host, plan.hosts[host]
        possible = places.possible[number]
        if not possible:
            return root
    share, level = places.shares[host], tree.values[host]
    if root is None or level is None or not share[0]:
        return root
    now = tree.values[number] or NOTHING
    counting, total = places.weights[number], tree.totals[host]
    # level' = (level x total - now x counting + full x possible) / (total - counting + possible)
    common = lcm(level[1], now[1], full[1])
    weighed = (
        level[0] * (common // level[1]) * total
        - now[0] * (common // now[1]) * counting
        + full[0] * (common // full[1]) * possible
    )
    raised = (weighed, common * (total - counting + possible))
    return plus(root, times(share, minus(raised, level)))


def mean(ratios: Sequence[Ratio]) -> Ratio | None:
    """The plain mean; None of nothing."""
    if len(ratios) == 1:
        return ratios[0]
    if not ratios:
        return None
    common = lcm(*[each[1] for each in ratios])
    total = sum([each[0] * (common // each[1]) for each in ratios])
    return reduced(total, common * len(ratios))


def reduced(numerator: int, denominator: int) -> Ratio:
    """The same ratio in smaller integers."""
    shared = gcd(numerator, denominator)
    return numerator // shared, denominator // shared


def times(a: Ratio, b: Ratio) -> Ratio:
    """a x b."""
    return a[0] * b[0], a[1] * b[1]


def plus(a: Ratio, b: Ratio) -> Ratio:
    """a + b."""
    return a[0] * b[1] + b[0] * a[1], a[1] * b[1]


def minus(a: Ratio, b: Ratio) -> Ratio:
    """a - b."""
    return a[0] * b[1] - b[0] * a[1], a[1] * b[1]

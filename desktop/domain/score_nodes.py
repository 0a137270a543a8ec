"""What each node brings to the unit value, over one or several walks through the tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import overload

from desktop.domain.exact import as_integers, rounded
from desktop.domain.instrument import Instrument, Zone, nodes, zone_of
from desktop.domain.score_observe import Observed
from desktop.domain.score_plan import Plan
from desktop.domain.score_tree import (
    NOTHING,
    Cells,
    Places,
    Ratio,
    Tree,
    grow,
    mean,
    place,
    root_if_full,
    times,
)


@dataclass(frozen=True, slots=True)
class NodeScore:
    """One node of one unit. Values, shares and contributions are exact, on the unit's scale."""

    number: int
    code: str
    value: Fraction | None
    """On the instrument's scale; None when everything below dropped out."""
    weight: Fraction
    """Effective, in percent of the level it is weighed in (a grouping's children: the level
    above). 0 when it does not count there."""
    share: Fraction
    """What it contributes when full; the shares of counted siblings add to the parent's."""
    contribution: Fraction
    """share x value / scale maximum; contributions of siblings add to the parent's."""
    counted: bool
    """Does it count in the unit value? Not when it, or a node above, weighs 0 or dropped out."""
    answered: int
    applicable: int
    """Cells at and below this node that are not "does not apply"; open = applicable - answered."""
    not_applicable: int
    zone: Zone | None
    gain: Fraction
    """Rise of the exact unit value if every applicable observation of this node were full; 0
    while the unit has no value."""
    full: Fraction | None
    """The exact unit value then."""
    with_gain: Decimal | None
    """The same rounded; and its zone."""
    with_gain_zone: Zone | None


NONE = Fraction(0)


def on_scale(instrument: Instrument, value: Ratio | None) -> Fraction | None:
    """A normalised value on the instrument's scale."""
    scaled = _scaled(instrument, value)
    return None if scaled is None else Fraction(*scaled)


def _scaled(instrument: Instrument, value: Ratio | None) -> Ratio | None:
    if value is None:
        return None
    least, span, _, unit = _scale(instrument)
    return least * value[1] + span * value[0], unit * value[1]


Walks = tuple[Sequence[Tree], Sequence[Places]]
"""Every walk through the tree, rolled up, and the places of its nodes."""


class NodeScores(Sequence[NodeScore]):
    """The score of every node, by number; each is worked out when it is first asked for.

    A node's share and contribution are means over the walks that have a value; where shares differ
    between walks its value is weighed by them. Saving an answer asks for none of this.
    """

    def __init__(
        self,
        plan: Plan,
        observed: Observed,
        trees: Sequence[Tree],
        unit: Fraction | None,
        final: bool,
    ) -> None:
        self._plan, self._observed, self._trees = plan, observed, trees
        self._unit, self._final = unit, final
        self._known: list[NodeScore | None] = [None] * len(plan.parents)

    @cached_property
    def _walks(self) -> Walks:
        return self._trees, [place(self._plan, tree) for tree in self._trees]

    @cached_property
    def _enough(self) -> _Enough:
        return _Enough(self._plan, self._observed, self._walks, self._final)

    def _node(self, number: int) -> NodeScore:
        known = self._known[number]
        if known is None:
            known = self._known[number] = _node_score(
                self._plan,
                self._observed.counts[number],
                self._walks,
                self._enough.without(number),
                number,
                self._unit,
            )
        return known

    def by_walk(self, number: int) -> tuple[tuple[Fraction, Fraction | None], ...]:
        """A node's share (0 to 1) and value on the scale in each walk: once, or per product."""
        return tuple(
            (
                Fraction(*places.shares[number]),
                on_scale(self._plan.instrument, tree.values[number]),
            )
            for tree, places in zip(*self._walks, strict=True)
        )

    @overload
    def __getitem__(self, number: int) -> NodeScore: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[NodeScore, ...]: ...
    def __getitem__(self, number: int | slice) -> NodeScore | tuple[NodeScore, ...]:
        if isinstance(number, slice):
            return tuple(self._node(each) for each in range(*number.indices(len(self))))
        return self._node(number if number >= 0 else number + len(self))

    def __len__(self) -> int:
        return len(self._known)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, NodeScores) and (*self,) == (*other,)

    def __hash__(self) -> int:
        return hash((*self,))

    def __repr__(self) -> str:
        return repr((*self,))


class _Enough:
    """The walks as they would be if roles of which too few have answered had enough.

    Were a node full, its respondents would have answered: what is asked of the same role
    elsewhere would count as well.
    """

    def __init__(self, plan: Plan, observed: Observed, walks: Walks, final: bool) -> None:
        self._plan, self._observed, self._final = plan, observed, final
        self._known = {observed.short: walks}
        self._roles = _roles_below(plan) if observed.short else ()

    def without(self, number: int) -> Walks:
        """The walks with enough respondents of all roles asked at and below a node."""
        short = self._observed.short
        if short:
            asked = self._roles[number]
            short -= asked | (self._observed.waiting if "" in asked else set[str]())
        if short not in self._known:
            cells = self._observed.walks
            trees = [grow(self._plan, walk, short, final=self._final) for walk in cells]
            self._known[short] = (trees, [place(self._plan, tree) for tree in trees])
        return self._known[short]


def _roles_below(plan: Plan) -> tuple[set[str], ...]:
    """The roles asked at and below each node."""
    found: tuple[set[str], ...] = tuple(set() for _ in plan.parents)
    for leaf in plan.leaves:
        if leaf.per == "respondent":
            found[leaf.number].add(leaf.role)
    for number in range(len(found) - 1, 0, -1):
        found[plan.parents[number]].update(found[number])
    return found


def _node_score(
    plan: Plan,
    cells: Cells,
    walks: Walks,
    enough: Walks,
    number: int,
    unit: Fraction | None,
) -> NodeScore:
    instrument, (trees, places) = plan.instrument, walks
    counting = [(t, p) for t, p in zip(trees, places, strict=True) if t.values[0]]
    share = mean([p.shares[number] for _, p in counting]) or NOTHING
    value = _value(number, counting, share) if share[0] else _plain(number, trees)
    on, then = _scaled(instrument, value), _scaled(instrument, _after(plan, *enough, number))
    _, _, most, per = _scale(instrument)
    full = None if then is None else Fraction(*then)
    shown = None if then is None else rounded(*then, instrument.decimals)
    return NodeScore(
        number=number,
        code=nodes(instrument)[number].code,
        value=None if on is None else Fraction(*on),
        weight=_weight(plan, trees, places, number),
        share=Fraction(share[0] * most, share[1] * per),
        contribution=NONE if on is None else Fraction(on[0] * share[0], on[1] * share[1]),
        counted=share[0] > 0,
        answered=cells.answered,
        applicable=cells.answered + cells.open,
        not_applicable=cells.excluded,
        zone=None if on is None else zone_of(instrument, rounded(*on, instrument.decimals)),
        gain=NONE if full is None or unit is None else full - unit,
        full=full,
        with_gain=shown,
        with_gain_zone=None if shown is None else zone_of(instrument, shown),
    )


def _value(number: int, counting: Sequence[tuple[Tree, Places]], share: Ratio) -> Ratio | None:
    """The value weighed by the shares, so that share x value is the contribution."""
    if len(counting) == 1:
        return counting[0][0].values[number]
    parts = [times(p.shares[number], t.values[number] or NOTHING) for t, p in counting]
    part = mean(parts)
    return None if part is None else (part[0] * share[1], part[1] * share[0])


def _plain(number: int, trees: Sequence[Tree]) -> Ratio | None:
    return mean([value for tree in trees if (value := tree.values[number])])


def _weight(plan: Plan, trees: Sequence[Tree], places: Sequence[Places], number: int) -> Fraction:
    """In percent of the level, over the walks in which that level has a value."""
    if number == 0:
        return Fraction(100)
    host = plan.hosts[number]
    parts = [
        (100 * p.weights[number], t.totals[host])
        for t, p in zip(trees, places, strict=True)
        if t.totals[host]
    ]
    return Fraction(*(mean(parts) or NOTHING))


def _after(
    plan: Plan, trees: Sequence[Tree], places: Sequence[Places], number: int
) -> Ratio | None:
    """The unit if this node were full: in every walk; a walk without a value may gain one."""
    roots = (
        root_if_full(plan, tree, where, number) for tree, where in zip(trees, places, strict=True)
    )
    return mean([root for root in roots if root])


@lru_cache(maxsize=64)
def _scale(instrument: Instrument) -> tuple[int, int, int, int]:
    """Least, span and greatest value as integers over the fourth."""
    bounds = (Fraction(instrument.scale_min), Fraction(instrument.scale_max))
    (least, most), unit = as_integers(bounds)
    return least, most - least, most, unit

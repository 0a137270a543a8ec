"""The parts of a number as branches: siblings by what they would bring, the rest folded."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from desktop.domain.instrument import Instrument, Node, zone_of
from desktop.domain.score import NodeScore, UnitScore, shown
from desktop.views.score.columns import Part, part_of
from desktop.views.trees import Branch
from desktop.views.zones import ZoneMark
from desktop.wording import counted

SHOWN = 3
"""Children with the greatest gain that are shown before the others are folded into one row."""


class Why:
    """Turns a unit's score into rows."""

    def __init__(
        self,
        instrument: Instrument,
        score: UnitScore,
        marks: Mapping[str, ZoneMark],
        above: Callable[[NodeScore], str] = lambda _node: "",
    ) -> None:
        """`above` says what a full node would bring the entity."""
        self._above = above
        self._root, self._instrument = instrument.root, instrument
        self._exact = score.exact or Fraction(0)
        self._scores = {node.number: node for node in score.nodes}
        self._marks = marks
        self._now = score.zone.code if score.zone else ""
        tops = [self._scores[n.number] for n in self._tops() if n.number in self._scores]
        self._longest = max((top.share for top in tops), default=Fraction(1))

    def _tops(self) -> Sequence[Node]:
        return self._root.children

    def branches(self) -> list[Branch]:
        """The instrument's dimensions in their own order, with their dearest indicators."""
        return [self._branch(top) for top in self._tops() if top.number in self._scores]

    def dearest(self) -> str | None:
        """The dimension that would bring most: the one that stands open."""
        known = [self._scores[n.number] for n in self._tops() if n.number in self._scores]
        best = max(known, key=lambda n: n.gain, default=None)
        return best.code if best is not None and best.gain > 0 else None

    def _branch(self, node: Node) -> Branch:
        return Branch(self._part(node), self._children(node))

    def _part(self, node: Node) -> Part:
        score = self._scores[node.number]
        name = node.name if node.children else f"{node.code}  {node.name}"
        return part_of(
            score,
            name,
            self._marks,
            self._now,
            self._longest,
            is_asked=node.indicator is not None,
            entity=self._above(score),
        )

    def _children(self, node: Node) -> tuple[Branch, ...]:
        known = [child for child in node.children if child.number in self._scores]
        if known and all(child.children for child in known):
            return tuple(self._branch(child) for child in known)
        by_gain = sorted(known, key=lambda c: -self._scores[c.number].gain)
        if len(by_gain) <= SHOWN + 1:
            return tuple(self._branch(child) for child in by_gain)
        rest = by_gain[SHOWN:]
        return (
            *(self._branch(child) for child in by_gain[:SHOWN]),
            Branch(
                self._folded(node, [self._scores[c.number] for c in rest]),
                tuple(self._branch(child) for child in rest),
            ),
        )

    def _folded(self, node: Node, rest: Sequence[NodeScore]) -> Part:
        valued = [n for n in rest if n.counted and n.value is not None]
        total = sum((n.weight for n in valued), Fraction(0))
        mean = sum((n.weight * (n.value or 0) for n in valued), Fraction(0)) / (total or 1)
        gain = sum((n.gain for n in rest), Fraction(0))
        becomes = shown(self._instrument, self._exact + gain)
        zone = zone_of(self._instrument, becomes) if becomes is not None else None
        return Part(
            id=f"{node.code}…",
            name=counted("{n} indikator lain", "{n} indikator lain", len(rest)),
            value=mean if valued else None,
            share=sum((n.share for n in rest), Fraction(0)),
            contribution=sum((n.contribution for n in rest), Fraction(0)),
            gain=gain,
            becomes=becomes,
            zone=self._marks.get(zone.code) if zone and zone.code != self._now else None,
            counted=True,
            is_group=True,
            longest=self._longest,
        )

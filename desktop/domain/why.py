"""Why this number: a node down to the answers, as plain data that a reader can add up.

Values, weights and contributions are printed with four decimals, half up, from the exact numbers.
Where the printed parts do not make the printed total, `difference` ("Selisih pembulatan") carries
the signed rest; no part is ever bent. What dropped out stands beside the parts, with the reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from desktop.domain.answer import Answer, decode, normalised
from desktop.domain.exact import half_up
from desktop.domain.instrument import (
    Indicator,
    Instrument,
    Node,
    Zone,
    nodes,
    uncounted,
    variant_year,
    walk,
)
from desktop.domain.problems import Problem
from desktop.domain.score import UnitInput, UnitScore, asked
from desktop.domain.score_nodes import NodeScores
from desktop.domain.score_observe import Sheet
from desktop.domain.score_plan import applies, in_years

PLACES = 4
Dropped = Literal["uncounted", "not_applicable", "not_assessed", "not_asked"]
NotAsked = Literal["unit_type", "kind", "year", "product_type", "role", "optional"]


@dataclass(frozen=True, slots=True)
class Step:
    """One node on the way from the whole down to the one that is explained."""

    code: str
    name: str
    weight: Decimal
    """In percent of the level above."""
    value: Decimal | None
    contribution: Decimal
    """To the unit value."""


@dataclass(frozen=True, slots=True)
class Part:
    """A child that counts: weight x value : 100 = contribution, to the explained node's value."""

    code: str
    name: str
    weight: Decimal
    value: Decimal
    contribution: Decimal
    zone: Zone | None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A child that does not count, and why."""

    code: str
    name: str
    reason: Dropped
    value: Decimal | None
    """Shown all the same, where it has one ("uncounted")."""
    reasons: tuple[tuple[str, int], ...] = ()
    """Why it does not apply: reason -> cells, most often first."""
    not_asked: NotAsked | None = None


@dataclass(frozen=True, slots=True)
class Observation:
    """One answer to the indicator."""

    subject: str
    name: str
    """The product or respondent; empty for the unit itself."""
    role: str
    answer: Answer | None
    """None = not yet assessed."""
    weight: Decimal
    """In percent of the indicator; 0 when it does not count."""
    value: Decimal | None
    """On the instrument's scale."""
    contribution: Decimal
    evidence: int
    count: int = 1
    """Of respondents that are not there, and count as the lowest: how many."""


@dataclass(frozen=True, slots=True)
class Why:
    """A node's value, taken apart. Printed contributions + `difference` = `total`."""

    code: str
    name: str
    total: Decimal | None
    """None = nothing below it counts."""
    zone: Zone | None
    way: tuple[Step, ...]
    """From the highest level down to this node."""
    parts: tuple[Part, ...]
    observations: tuple[Observation, ...]
    difference: Decimal
    left_out: tuple[LeftOut, ...]
    evidence: int
    """Pieces of evidence at and below it."""
    missing: int
    """Respondents that are missing to the quota."""
    short: bool
    """Too few respondents have answered: it counts 0 whatever they said."""
    gain: Decimal
    """By how much the unit value would rise if all of it were full."""
    with_gain: Decimal | None
    with_gain_zone: Zone | None


def why(instrument: Instrument, score: UnitScore, number: int) -> Why | None:
    """The derivation of a node (0 = the unit value). None for a published value, which is taken as
    it stands. `instrument.node_unknown` for a number that no node has."""
    if not isinstance(score.nodes, NodeScores) or score.of is None:
        return None
    if not 0 <= number < len(score.nodes):
        raise Problem("instrument.node_unknown", number=number, instrument=instrument.code)
    return _Reader(instrument, score, score.nodes, score.of).read(number)


class _Reader:
    def __init__(
        self, instrument: Instrument, score: UnitScore, found: NodeScores, unit: UnitInput
    ) -> None:
        self.instrument, self.score, self.nodes, self.unit = instrument, score, found, unit
        self._asked = [self._numbers(sheet) for sheet in unit.sheets]

    def _numbers(self, sheet: Sheet) -> frozenset[int]:
        year, kind = self.score.year, self.score.kind
        here = asked(self.instrument, sheet, unit_type=self.unit.type, year=year, kind=kind)
        return frozenset(node.number for node in here)

    def _sheets(self, leaf: Node) -> list[Sheet]:
        """The sheets on which an indicator is asked."""
        pairs = zip(self.unit.sheets, self._asked, strict=True)
        return [sheet for sheet, numbers in pairs if leaf.number in numbers]

    def read(self, number: int) -> Why:
        node, here = nodes(self.instrument)[number], self.nodes[number]
        counts = [child for child in node.children if self._counts(node, child)]
        parts = tuple(self._part(node, child) for child in counts)
        seen = tuple(self._observations(node))
        total = _printed(here.value)
        printed = sum((each.contribution for each in (*parts, *seen)), Decimal(0))
        return Why(
            code=node.code,
            name=node.name,
            total=total,
            zone=here.zone,
            way=tuple(self._way(number)),
            parts=parts,
            observations=seen,
            difference=Decimal(0) if total is None else total - printed,
            left_out=tuple(self._left_out(c) for c in node.children if c not in counts),
            evidence=self._evidence(node),
            missing=self._missing(node, len(self._sheets(node))),
            short=self._is_short(node.indicator),
            gain=half_up(here.gain, PLACES),
            with_gain=here.with_gain,
            with_gain_zone=here.with_gain_zone,
        )

    def _way(self, number: int) -> Iterator[Step]:
        parents = {child.number: n for n in nodes(self.instrument) for child in n.children}
        chain = [nodes(self.instrument)[number]]
        while chain[-1].number:
            chain.append(parents[chain[-1].number])
        for node in reversed(chain[:-1]):
            here = self.nodes[node.number]
            yield Step(
                node.code,
                node.name,
                half_up(here.weight, PLACES),
                _printed(here.value),
                half_up(here.contribution, PLACES),
            )

    def _counts(self, node: Node, child: Node) -> bool:
        """Does a child take part in the node's value?"""
        return self.nodes[child.number].value is not None and self._weight(node, child) > 0

    def _weight(self, node: Node, child: Node) -> Fraction:
        """The child's part of the node's value, 0 to 1; by plain weights where nothing counts."""
        here, below = self.nodes[node.number], self.nodes[child.number]
        if here.share:
            return below.share / here.share
        whole = here.weight if node.grouping else Fraction(100)
        return below.weight / whole if whole else Fraction(0)

    def _part(self, node: Node, child: Node) -> Part:
        here, weight = self.nodes[child.number], self._weight(node, child)
        value = here.value or Fraction(0)
        return Part(
            child.code,
            child.name,
            half_up(weight * 100, PLACES),
            half_up(value, PLACES),
            half_up(weight * value, PLACES),
            here.zone,
        )

    # What dropped out

    def _left_out(self, child: Node) -> LeftOut:
        here = self.nodes[child.number]
        value = _printed(here.value)
        if child.number in uncounted(self.instrument):
            return LeftOut(child.code, child.name, "uncounted", value)
        if here.applicable:
            return LeftOut(child.code, child.name, "not_assessed", value)
        if here.not_applicable:
            reasons = self._reasons(child)
            return LeftOut(child.code, child.name, "not_applicable", value, reasons)
        not_asked = self._why_not_asked(child)
        return LeftOut(child.code, child.name, "not_asked", value, not_asked=not_asked)

    def _reasons(self, node: Node) -> tuple[tuple[str, int], ...]:
        found: Counter[str] = Counter()
        for leaf in walk(node):
            for sheet in self._sheets(leaf):
                stored = sheet.answers.get(leaf.number)
                if leaf.indicator is not None and stored is not None and stored < 0:
                    found[decode(leaf.indicator, stored).reason or ""] += 1
        return tuple(found.most_common())

    def _why_not_asked(self, node: Node) -> NotAsked | None:
        """The first thing that keeps every indicator below from being asked here."""
        leaves = [leaf.indicator for leaf in walk(node) if leaf.indicator is not None]
        mine = self.unit.type
        year = variant_year(self.instrument, self.score.year)
        if all(leaf.unit_types and mine not in leaf.unit_types for leaf in leaves):
            return "unit_type"
        if not any(in_years(leaf.from_year, leaf.to_year, year) for leaf in leaves):
            return "year"
        if not any(applies(leaf, mine, year, self.score.kind) for leaf in leaves):
            return "kind"
        if all(leaf.optional for leaf in leaves):
            return "optional"
        if all(leaf.product_types for leaf in leaves):
            return "product_type"
        return "role" if all(leaf.role for leaf in leaves) else None

    # The answers

    def _is_short(self, indicator: Indicator | None) -> bool:
        if indicator is None or indicator.per != "respondent":
            return False
        return indicator.role in self.score.short

    def _observations(self, node: Node) -> Iterator[Observation]:
        indicator = node.indicator
        if indicator is None:
            return
        sheets, least = self._sheets(node), Fraction(self.instrument.scale_min)
        values = [self._value(indicator, sheet.answers.get(node.number)) for sheet in sheets]
        missing = self._missing(node, len(sheets))
        short = self._is_short(indicator)
        weights = self._weights(node, sheets, values, missing)
        for sheet, value, weight in zip(sheets, values, weights, strict=True):
            yield _observation(node, indicator, sheet, value, weight)
        absent = Fraction(1) if short else 1 - sum(weights, Fraction(0))
        if short or (missing and self.score.closed and absent):
            yield Observation(
                subject="respondent",
                name="",
                role=indicator.role,
                answer=None,
                weight=half_up(absent * 100, PLACES),
                value=_printed(least),
                contribution=half_up(absent * least, PLACES),
                evidence=0,
                count=missing,
            )

    def _value(self, indicator: Indicator, stored: int | None) -> Fraction | None:
        """What one answer is worth on the instrument's scale; None = it does not count."""
        low, high = Fraction(self.instrument.scale_min), Fraction(self.instrument.scale_max)
        if indicator.answer == "text":
            return None
        if stored is None:
            return low if self.score.final and not indicator.optional else None
        if stored < 0:
            return low if self.instrument.na_policy == "zero" else None
        return low + (normalised(indicator, stored) or Fraction(0)) * (high - low)

    def _weights(
        self,
        node: Node,
        sheets: Sequence[Sheet],
        values: Sequence[Fraction | None],
        missing: int,
    ) -> list[Fraction]:
        """Each answer's part of the indicator. Where the tree is computed once per product, a
        product weighs as much as the indicator does in its walk; else all weigh the same."""
        if self._is_short(node.indicator):
            return [Fraction(0)] * len(values)
        shares = self._product_shares(node, sheets)
        if total := sum(shares, Fraction(0)):
            return [share / total for share in shares]
        cells = sum(value is not None for value in values) + (missing if self.score.closed else 0)
        return [Fraction(int(value is not None), cells or 1) for value in values]

    def _product_shares(self, node: Node, sheets: Sequence[Sheet]) -> list[Fraction]:
        """The indicator's share in the walk of each product; nothing where there is but one."""
        walks = self.nodes.by_walk(node.number)
        products = [sheet for sheet in self.unit.sheets if sheet.subject == "product"]
        if len(walks) != len(products) or len(walks) < 2:
            return []
        by_sheet = {id(sheet): share for sheet, (share, _) in zip(products, walks, strict=True)}
        return [by_sheet.get(id(sheet), Fraction(0)) for sheet in sheets]

    def _missing(self, node: Node, seen: int) -> int:
        here = self.nodes[node.number]
        if node.indicator is None or node.indicator.per != "respondent" or node.indicator.optional:
            return 0
        return max(0, here.applicable + here.not_applicable - seen)

    def _evidence(self, node: Node) -> int:
        numbers = {each.number for each in walk(node)}
        return sum(
            count
            for sheet in self.unit.sheets
            for number, count in sheet.evidence.items()
            if number in numbers
        )


def _observation(
    node: Node, indicator: Indicator, sheet: Sheet, value: Fraction | None, weight: Fraction
) -> Observation:
    stored = sheet.answers.get(node.number)
    return Observation(
        subject=sheet.subject,
        name=sheet.name,
        role=sheet.role or "",
        answer=None if stored is None else decode(indicator, stored),
        weight=half_up(weight * 100, PLACES),
        value=_printed(value),
        contribution=half_up(weight * (value or 0), PLACES),
        evidence=sheet.evidence.get(node.number, 0),
    )


def _printed(value: Fraction | None) -> Decimal | None:
    return None if value is None else half_up(value, PLACES)

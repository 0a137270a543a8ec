"""What can be prepared once for many units: who is asked what, and integer weights.

A plan belongs to one (instrument, unit type, year, entity kind). Its numbers are integers over
known denominators, so that scoring needs no fractions until the result is handed over.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor

from desktop.domain.exact import as_integers
from desktop.domain.instrument import Indicator, Instrument, Node, Subject, nodes, variant_year
from desktop.domain.instrument_check import members
from desktop.domain.problems import Problem

ENTITY_KINDS = {
    "KABUPATEN": "PEMDA",
    "KOTA": "PEMDA",
    "PROVINSI": "PEMDA",
    "KEMENTERIAN": "KEMENTERIAN_LEMBAGA",
    "LEMBAGA": "KEMENTERIAN_LEMBAGA",
}
"""A kind of entity as people say it -> as instruments group it. Others stand for themselves."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """An indicator that is asked, with its answers as numerators over `unit`."""

    node: Node
    number: int
    per: Subject
    role: str
    product_types: tuple[str, ...]
    unit: int
    """The numerator of a full answer; 0 for text, which is never counted."""
    table: tuple[int, ...] = ()
    """Numerators by stored option, or by band."""
    bounds: tuple[int, ...] = ()
    """Stored integers from which each band begins."""
    step: int = 0
    offset: int = 0
    """A plain number: numerator = stored x step - offset."""
    least: int = 0
    most: int = 0
    """The least and greatest integers that can be stored."""

    @property
    def optional(self) -> bool:
        """May it stay unanswered?"""
        return self.node.indicator is not None and self.node.indicator.optional

    def numerator(self, stored: int) -> int:
        """How much of `unit` a stored answer (not a reason) earns."""
        if not self.least <= stored <= self.most:
            raise Problem("answer.not_stored", stored=stored, place=self.node.code)
        if self.bounds:
            return self.table[bisect_right(self.bounds, stored) - 1]
        if self.table:
            return self.table[stored]
        return stored * self.step - self.offset


@dataclass(frozen=True, slots=True)
class Group:
    """A grouping within a level: its members with their weights of that level."""

    number: int
    entries: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Level:
    """A node whose children are weighed together: (number, integer weight) of each that counts."""

    number: int
    grouping: bool
    entries: tuple[tuple[int, int], ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """An instrument as it is asked of one type of unit."""

    instrument: Instrument
    leaves: tuple[Leaf, ...]
    levels: tuple[Level, ...]
    """Lowest first: every level after the levels below it."""
    parents: tuple[int, ...]
    """Structural parent of each node, -1 for the root."""
    hosts: tuple[int, ...]
    """The level in which each node is weighed (groupings passed over), -1 for the root."""
    year: int | None

    def on(self, subject: Subject, product_type: str | None, role: str | None) -> tuple[Leaf, ...]:
        """The leaves asked on one sheet."""
        return tuple(
            leaf
            for leaf in self.leaves
            if leaf.per == subject
            and (not leaf.product_types or product_type in leaf.product_types)
            and (subject != "respondent" or not leaf.role or leaf.role == role)
        )


@lru_cache(maxsize=256)
def plan(instrument: Instrument, unit_type: str | None, year: int | None, kind: str | None) -> Plan:
    """The plan for a type of unit, a year (None = the newest variant) and a kind of entity."""
    year = variant_year(instrument, year)
    every = nodes(instrument)
    parents, hosts = _places(instrument.root)
    leaves = (_leaf(n, n.indicator) for n in every if n.indicator is not None)
    return Plan(
        instrument,
        tuple(
            leaf
            for leaf in leaves
            if leaf.node.indicator and applies(leaf.node.indicator, unit_type, year, kind)
        ),
        tuple(_level(n) for n in reversed(every) if n.children),
        parents,
        hosts,
        year,
    )


def applies(
    indicator: Indicator, unit_type: str | None, year: int | None, kind: str | None
) -> bool:
    entity = ENTITY_KINDS.get((kind or "").upper(), (kind or "").upper())
    return (
        (not indicator.unit_types or unit_type in indicator.unit_types)
        and (not indicator.entity_kinds or entity in indicator.entity_kinds)
        and in_years(indicator.from_year, indicator.to_year, year)
    )


def in_years(first: int | None, last: int | None, year: int | None) -> bool:
    """Does the year lie in the span? Without a year: only what has not ended."""
    if year is None:
        return last is None
    return (first is None or first <= year) and (last is None or year <= last)


def _places(root: Node) -> tuple[tuple[int, ...], tuple[int, ...]]:
    parents, hosts = [-1], [-1]

    def below(node: Node, host: int) -> None:
        for child in node.children:
            parents.append(node.number)
            hosts.append(host)
            below(child, host if child.grouping else child.number)

    below(root, 0)
    return tuple(parents), tuple(hosts)


def _level(node: Node) -> Level:
    weighed = [n for n in members(node) if n.weight != 0 and not _is_text(n)]
    weights, _ = as_integers(tuple(n.weight or Fraction(1) for n in weighed))
    by_number = {n.number: weight for n, weight in zip(weighed, weights, strict=True)}
    return Level(
        node.number, node.grouping, tuple(by_number.items()), tuple(_groups(node, by_number))
    )


def _groups(node: Node, by_number: dict[int, int]) -> list[Group]:
    found: list[Group] = []
    for child in node.children:
        if child.grouping:
            inside = (n.number for n in members(child) if n.number in by_number)
            found.append(Group(child.number, tuple((n, by_number[n]) for n in inside)))
            found.extend(_groups(child, by_number))
    return found


def _is_text(node: Node) -> bool:
    return node.indicator is not None and node.indicator.answer == "text"


def _leaf(node: Node, indicator: Indicator) -> Leaf:
    place = (node, node.number, indicator.per, indicator.role, indicator.product_types)
    if indicator.answer == "text":
        return Leaf(*place, unit=0, table=(0,))
    low, high = indicator.score_bounds
    if indicator.options:
        scores = tuple(option.score - low for option in indicator.options)
        (*table, unit), _ = as_integers((*scores, high - low))
        return Leaf(*place, unit=unit, table=tuple(table), most=len(table) - 1)
    tenfold = 10**indicator.decimals
    least = ceil((indicator.least or 0) * tenfold)
    most = floor((indicator.most or 0) * tenfold)
    if indicator.bands:
        scores = tuple(band.score - low for band in indicator.bands)
        (*table, unit), _ = as_integers((*scores, high - low))
        bounds = tuple(ceil(band.minimum * tenfold) for band in indicator.bands)
        return Leaf(*place, unit=unit, table=tuple(table), bounds=bounds, least=least, most=most)
    (step, offset, unit), _ = as_integers((Fraction(1, tenfold), low, high - low))
    return Leaf(*place, unit=unit, step=step, offset=offset, least=least, most=most)

"""Above the units: an agency or regency from its units, a province from its entities.

One rule for every level: the instrument's reducer over the members that have a value, by number of
products or stated weights where it says so. Exact values travel upward, unless the instrument
rounds the values of a level before it averages them (`rounding_at`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from desktop.domain.exact import half_up
from desktop.domain.instrument import Instrument, Zone, zone_of
from desktop.domain.problems import Problem
from desktop.domain.score import EntityScore, NodeScore, UnitScore, reduce_units, shown

PLACES = 4


@dataclass(frozen=True, slots=True)
class Member:
    """A unit or an entity below the one that is reckoned."""

    name: str
    exact: Fraction | None
    products: int
    weight: Fraction | None
    """Stated, for instruments that want it."""


@dataclass(frozen=True, slots=True)
class GroupScore:
    """The value of several entities together: a province, or the nation."""

    name: str
    value: Decimal | None
    exact: Fraction | None
    zone: Zone | None
    complete: bool
    answered: int
    applicable: int
    not_applicable: int
    low: Decimal | None
    high: Decimal | None
    exact_low: Fraction | None
    exact_high: Fraction | None
    products: int
    weight: Fraction | None
    members: tuple[GroupScore, ...]
    """The entities or groups below; empty for an entity, whose units stand in `entity`."""
    entity: EntityScore | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One member: weight x value : 100 = contribution."""

    name: str
    weight: Decimal
    """In percent, 4 decimals."""
    value: Decimal
    contribution: Decimal
    zone: Zone


@dataclass(frozen=True, slots=True)
class Above:
    """Why the value above is what it is. Printed contributions + `difference` = `total`."""

    parts: tuple[Part, ...]
    left_out: tuple[str, ...]
    """Names of the members without a value: they do not count."""
    total: Decimal
    difference: Decimal
    value: Decimal
    zone: Zone


@dataclass(frozen=True, slots=True)
class Gain:
    """What the entity's value becomes when something in one unit were full."""

    gain: Fraction
    exact: Fraction
    value: Decimal
    zone: Zone


@dataclass(frozen=True, slots=True)
class EntityTotal:
    """An entity in a year as lists and maps show it, from what its assessments keep."""

    round_id: str
    round_name: str
    year: int
    track: str
    region_code: str
    region_name: str
    instrument: str
    is_released: bool
    units: int
    valued: int
    """Units that have a value."""
    answered: int
    applicable: int
    exact: Fraction | None
    value: Decimal | None
    zone: Zone | None
    products: int

    @property
    def is_whole(self) -> bool:
        """Has every unit a value, and is nothing open?"""
        return 0 < self.units == self.valued and self.answered == self.applicable


def reduced(
    instrument: Instrument, members: Sequence[Member], level: str = "unit"
) -> Fraction | None:
    """The instrument's reducer over members of a level ("unit" or "entity") that have a value."""
    weighed = _weighed(instrument, members, level)
    whole = sum((weight for _, weight, _ in weighed), Fraction(0))
    return sum((w * v for _, w, v in weighed), Fraction(0)) / whole if whole else None


def entity_group(
    name: str, instrument: Instrument, score: EntityScore, *, weight: Fraction | None = None
) -> GroupScore:
    """An entity as a member of a group."""
    low, high = (
        reduce_units(instrument, score.units, [getattr(unit, field) for unit in score.units])
        for field in ("exact_low", "exact_high")
    )
    return GroupScore(
        name=name,
        value=score.value,
        exact=score.exact,
        zone=score.zone,
        complete=score.complete,
        answered=score.answered,
        applicable=score.applicable,
        not_applicable=score.not_applicable,
        low=score.low,
        high=score.high,
        exact_low=low,
        exact_high=high,
        products=sum(unit.products for unit in score.units if unit.exact is not None),
        weight=weight,
        members=(),
        entity=score,
    )


def score_group(
    name: str,
    instrument: Instrument,
    members: Sequence[GroupScore],
    *,
    weight: Fraction | None = None,
) -> GroupScore:
    """A province from its entities (or a nation from its provinces), by the instrument's reducer.

    `score.unit_weight_missing` where the instrument wants stated weights and one is not given.
    """
    exact = reduced(instrument, [_member(each) for each in members], "entity")
    low, high = (
        reduced(
            instrument,
            [replace(_member(each), exact=getattr(each, bound)) for each in members],
            "entity",
        )
        for bound in ("exact_low", "exact_high")
    )
    value = shown(instrument, exact)
    return GroupScore(
        name=name,
        value=value,
        exact=exact,
        zone=None if value is None else zone_of(instrument, value),
        complete=bool(members) and all(each.complete for each in members),
        answered=sum(each.answered for each in members),
        applicable=sum(each.applicable for each in members),
        not_applicable=sum(each.not_applicable for each in members),
        low=shown(instrument, low),
        high=shown(instrument, high),
        exact_low=low,
        exact_high=high,
        products=sum(each.products for each in members if each.exact is not None),
        weight=weight,
        members=tuple(members),
    )


def why_entity(instrument: Instrument, score: EntityScore) -> Above | None:
    """An entity's value from its units; None without a value."""
    return _above(instrument, [_member(unit) for unit in score.units], "unit", score.exact)


def why_group(instrument: Instrument, score: GroupScore) -> Above | None:
    """A group's value from its members; of an entity, from its units. None without a value."""
    if score.entity is not None:
        return why_entity(instrument, score.entity)
    return _above(instrument, [_member(each) for each in score.members], "entity", score.exact)


def gain_in_entity(
    instrument: Instrument, score: EntityScore, place: int, node: NodeScore
) -> Gain | None:
    """What the entity would gain if a node of its unit number `place` were full.

    None where that gives neither unit nor entity a value.
    """
    if node.full is None:
        return None
    values = [unit.exact for unit in score.units]
    values[place] = node.full
    exact = reduce_units(instrument, score.units, values)
    if exact is None:
        return None
    value = half_up(exact, instrument.decimals)
    gain = exact - score.exact if score.exact is not None else Fraction(0)
    return Gain(gain, exact, value, zone_of(instrument, value))


def _member(each: UnitScore | GroupScore) -> Member:
    return Member(each.name, each.exact, each.products, each.weight)


def _weight(instrument: Instrument, member: Member) -> Fraction:
    if instrument.entity_reducer == "mean_by_products":
        return Fraction(member.products)
    if instrument.entity_reducer == "weights":
        if member.weight is None:
            raise Problem("score.unit_weight_missing", unit=member.name)
        return member.weight
    return Fraction(1)


def _travelling(instrument: Instrument, level: str, value: Fraction) -> Fraction:
    """The value that is averaged: exact, unless the instrument rounds at that level."""
    if level not in instrument.rounding_at:
        return value
    return Fraction(half_up(value, instrument.decimals))


def _weighed(
    instrument: Instrument, members: Sequence[Member], level: str
) -> list[tuple[Member, Fraction, Fraction]]:
    """The members that count, with the weight and the value with which they do."""
    weights = [(each, _weight(instrument, each)) for each in members]
    return [
        (each, weight, _travelling(instrument, level, each.exact))
        for each, weight in weights
        if each.exact is not None and weight
    ]


def _above(
    instrument: Instrument, members: Sequence[Member], level: str, exact: Fraction | None
) -> Above | None:
    if exact is None:
        return None
    weighed = _weighed(instrument, members, level)
    whole = sum((weight for _, weight, _ in weighed), Fraction(0))
    parts = tuple(_part(instrument, each, weight / whole, value) for each, weight, value in weighed)
    total, value = half_up(exact, PLACES), half_up(exact, instrument.decimals)
    counted = {id(each) for each, _, _ in weighed}
    return Above(
        parts=parts,
        left_out=tuple(each.name for each in members if id(each) not in counted),
        total=total,
        difference=total - sum((part.contribution for part in parts), Decimal(0)),
        value=value,
        zone=zone_of(instrument, value),
    )


def _part(instrument: Instrument, member: Member, weight: Fraction, value: Fraction) -> Part:
    return Part(
        member.name,
        half_up(weight * 100, PLACES),
        half_up(value, PLACES),
        half_up(weight * value, PLACES),
        zone_of(instrument, half_up(value, instrument.decimals)),
    )

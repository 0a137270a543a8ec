"""From answers to numbers: the one engine. Pure and exact; see `docs/scoring.md`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from desktop.domain.answer import normalised
from desktop.domain.exact import half_up
from desktop.domain.instrument import Instrument, Node, Zone, uncounted, zone_of
from desktop.domain.problems import Problem
from desktop.domain.score_nodes import NodeScore, NodeScores, on_scale
from desktop.domain.score_observe import Sheet, observe
from desktop.domain.score_plan import plan
from desktop.domain.score_tree import Ratio, grow, mean

__all__ = [
    "ENGINE",
    "Distance",
    "EntityScore",
    "NodeScore",
    "Sheet",
    "Step",
    "UnitInput",
    "UnitScore",
    "asked",
    "below_full",
    "distance",
    "reduce_units",
    "score_entity",
    "score_unit",
    "shown",
]

ENGINE = "1.0"
"""Version of the rules; sealed with each result. A newer one never changes a stored number."""


@dataclass(frozen=True, slots=True)
class UnitInput:
    """One unit: its sheets, or a published value that is taken as it stands."""

    name: str
    type: str | None = None
    sheets: tuple[Sheet, ...] = ()
    published: Decimal | None = None
    product_count: int | None = None
    """Where the sheets do not tell it (published values); else the product sheets count."""
    weight: Fraction | None = None
    """For instruments whose entity is a weighted mean with stated weights."""


@dataclass(frozen=True, slots=True)
class UnitScore:
    """The result of one unit."""

    name: str
    value: Decimal | None
    """Rounded. None = "tidak dapat dinilai" (or nothing answered yet)."""
    exact: Fraction | None
    zone: Zone | None
    complete: bool
    """No open cell, and nothing that the N/A policy blocks."""
    answered: int
    applicable: int
    not_applicable: int
    blocked: bool
    """The policy is "block" and something was marked as not applicable."""
    low: Decimal | None
    """Worst and best value that answering the open cells can still give. None when no value can
    arise at all. Marking an open cell as not applicable later may lead outside."""
    high: Decimal | None
    exact_low: Fraction | None
    exact_high: Fraction | None
    products: int
    weight: Fraction | None
    published: bool
    nodes: Sequence[NodeScore]
    """By node number, the root first; empty for a published value."""
    closed: bool = False
    """Finalised with open cells, which count as 0 by the instrument's own rule."""
    final: bool = False
    """The answering is over."""
    short: frozenset[str] = frozenset()
    """Roles of which too few respondents have answered: their indicators count 0."""
    of: UnitInput | None = field(default=None, compare=False, repr=False)
    """What was scored, for whom and when: for the derivation."""
    year: int | None = field(default=None, compare=False)
    kind: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class EntityScore:
    """The result of an agency, regency or province: its units, reduced."""

    value: Decimal | None
    exact: Fraction | None
    zone: Zone | None
    complete: bool
    answered: int
    applicable: int
    not_applicable: int
    low: Decimal | None
    high: Decimal | None
    units: tuple[UnitScore, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """So many points to, or above, a zone."""

    points: Decimal
    zone: Zone


@dataclass(frozen=True, slots=True)
class Distance:
    """Where a value stands in its zone: "3,90 ke A", "6,10 di atas C"."""

    to_next: Step | None
    """Points missing to the next better zone; None in the best."""
    above_lower: Step | None
    """Points above the own bound, with the zone below it; None in the worst."""


def asked(
    instrument: Instrument,
    sheet: Sheet,
    *,
    unit_type: str | None = None,
    year: int | None = None,
    kind: str | None = None,
) -> tuple[Node, ...]:
    """The indicators asked on that sheet, in order. No year = the newest variant."""
    prepared = plan(instrument, unit_type, year, kind)
    return tuple(leaf.node for leaf in prepared.on(sheet.subject, sheet.product_type, sheet.role))


def score_unit(
    instrument: Instrument,
    unit: UnitInput,
    *,
    year: int | None = None,
    kind: str | None = None,
    quotas: Mapping[str, int] | None = None,
    final: bool = False,
) -> UnitScore:
    """The score of one unit with every node's part in it.

    Answers to indicators that are not asked on their sheet are passed over. `quotas` (role ->
    number of respondents) replaces the instrument's own, for a round that agreed on others.
    `final`: the answering is over; where the instrument says so, open cells then count as 0.
    """
    if unit.published is not None:
        return _published(instrument, unit, unit.published)
    prepared = plan(instrument, unit.type, year, kind)
    seen = observe(prepared, unit.sheets, quotas)
    final = final and instrument.unanswered == "zero"
    trees = [grow(prepared, cells, seen.short, final=final) for cells in seen.walks]
    exact = on_scale(instrument, mean(_roots(tree.values[0] for tree in trees)))
    low = on_scale(instrument, mean(_roots(tree.low for tree in trees)))
    high = on_scale(instrument, mean(_roots(tree.high for tree in trees)))
    total = seen.counts[0]
    blocked = instrument.na_policy == "block" and total.excluded > 0
    return UnitScore(
        name=unit.name,
        value=shown(instrument, exact),
        exact=exact,
        zone=_zone(instrument, exact),
        complete=(final or not total.open) and not blocked and total.answered + total.excluded > 0,
        answered=total.answered,
        applicable=total.answered + total.open,
        not_applicable=total.excluded,
        blocked=blocked,
        low=shown(instrument, low),
        high=shown(instrument, high),
        exact_low=low,
        exact_high=high,
        products=_product_count(unit),
        weight=unit.weight,
        published=False,
        nodes=NodeScores(prepared, seen, trees, exact, final),
        closed=final and total.open > 0,
        final=final,
        short=seen.short,
        of=unit,
        year=year,
        kind=kind,
    )


def score_entity(
    instrument: Instrument,
    units: Sequence[UnitInput],
    *,
    year: int | None = None,
    kind: str | None = None,
    quotas: Mapping[str, int] | None = None,
    final: bool = False,
) -> EntityScore:
    """The score of an entity from its units, by the instrument's reducer.

    A unit without a value drops out of the value; where all its cells are open it still widens
    the range. `score.unit_weight_missing` where the instrument wants stated weights.
    """
    scored = tuple(
        score_unit(instrument, unit, year=year, kind=kind, quotas=quotas, final=final)
        for unit in units
    )
    exact = reduce_units(instrument, scored, [each.exact for each in scored])
    low = reduce_units(instrument, scored, [each.exact_low for each in scored])
    high = reduce_units(instrument, scored, [each.exact_high for each in scored])
    return EntityScore(
        value=shown(instrument, exact),
        exact=exact,
        zone=_zone(instrument, exact),
        complete=bool(scored) and all(each.complete for each in scored),
        answered=sum(each.answered for each in scored),
        applicable=sum(each.applicable for each in scored),
        not_applicable=sum(each.not_applicable for each in scored),
        low=shown(instrument, low),
        high=shown(instrument, high),
        units=scored,
    )


def reduce_units(
    instrument: Instrument, units: Sequence[UnitScore], values: Sequence[Fraction | None]
) -> Fraction | None:
    """The mean of the units' values by the instrument's reducer, over those that have one."""
    weights = [_unit_weight(instrument, unit) for unit in units]
    if "unit" in instrument.rounding_at:
        values = [None if v is None else Fraction(half_up(v, instrument.decimals)) for v in values]
    present = [(w, v) for w, v in zip(weights, values, strict=True) if v is not None]
    total = sum(weight for weight, _ in present)
    return sum(weight * value for weight, value in present) / total if total else None


def distance(instrument: Instrument, value: Decimal) -> Distance:
    """How far a (rounded) value is from the zones beside its own."""
    zones = instrument.zones
    here = zones.index(zone_of(instrument, value))
    better = Step(zones[here - 1].min - value, zones[here - 1]) if here else None
    worse = here + 1 < len(zones)
    return Distance(better, Step(value - zones[here].min, zones[here + 1]) if worse else None)


def below_full(instrument: Instrument, node: Node, stored: int) -> bool:
    """Does this stored answer make a finding: answered, countable, and less than full?"""
    if node.indicator is None or stored < 0 or node.number in uncounted(instrument):
        return False
    reached = normalised(node.indicator, stored)
    return reached is not None and reached < 1


def shown(instrument: Instrument, value: Fraction | None) -> Decimal | None:
    """A value as it is shown and put in a zone: rounded half up to the instrument's decimals."""
    return None if value is None else half_up(value, instrument.decimals)


def _zone(instrument: Instrument, exact: Fraction | None) -> Zone | None:
    return None if exact is None else zone_of(instrument, half_up(exact, instrument.decimals))


def _roots(roots: Iterable[Ratio | None]) -> list[Ratio]:
    return [root for root in roots if root is not None]


def _published(instrument: Instrument, unit: UnitInput, value: Decimal) -> UnitScore:
    if not instrument.scale_min <= value <= instrument.scale_max:
        raise Problem("score.value_out_of_range", unit=unit.name, value=value)
    exact, rounded = Fraction(value), half_up(Fraction(value), instrument.decimals)
    return UnitScore(
        name=unit.name,
        value=rounded,
        exact=exact,
        zone=zone_of(instrument, rounded),
        complete=True,
        answered=0,
        applicable=0,
        not_applicable=0,
        blocked=False,
        low=rounded,
        high=rounded,
        exact_low=exact,
        exact_high=exact,
        products=_product_count(unit),
        weight=unit.weight,
        published=True,
        nodes=(),
    )


def _product_count(unit: UnitInput) -> int:
    if unit.product_count is not None:
        return unit.product_count
    return sum(1 for sheet in unit.sheets if sheet.subject == "product") or 1


def _unit_weight(instrument: Instrument, unit: UnitScore) -> Fraction:
    if instrument.entity_reducer == "mean_by_products":
        return Fraction(unit.products)
    if instrument.entity_reducer == "weights":
        if unit.weight is None:
            raise Problem("score.unit_weight_missing", unit=unit.name)
        return unit.weight
    return Fraction(1)

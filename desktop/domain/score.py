"""From answers to numbers: the one engine. Pure and exact; see `docs/scoring.md`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from desktop.domain.instrument import Instrument, Node, Subject, Zone

ENGINE = "1.0"
"""Version of the rules; sealed with each result. A newer one never changes a stored number."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One answering of one subject: the unit itself, one product or one respondent."""

    subject: Subject
    name: str = ""
    product_type: str | None = None
    role: str | None = None
    answers: Mapping[int, int] = field(default_factory=dict[int, int])
    """Node number -> stored integer (`answer`). No entry = not yet assessed."""


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
    """Rise of the exact unit value if every applicable observation of this node were full."""
    with_gain: Decimal | None
    """The unit value then, rounded; and its zone."""
    with_gain_zone: Zone | None


@dataclass(frozen=True, slots=True)
class UnitScore:
    """The result of one unit."""

    name: str
    value: Decimal | None
    """Rounded. None = "tidak dapat dinilai" (or nothing answered yet)."""
    exact: Fraction | None
    zone: Zone | None
    complete: bool
    """No open cell, at least one answered, and nothing that the N/A policy blocks."""
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
    nodes: tuple[NodeScore, ...]
    """By node number, the root first; empty for a published value."""


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
    raise NotImplementedError


def score_unit(
    instrument: Instrument,
    unit: UnitInput,
    *,
    year: int | None = None,
    kind: str | None = None,
    quotas: Mapping[str, int] | None = None,
) -> UnitScore:
    """The score of one unit with every node's part in it.

    Answers to indicators that are not asked on their sheet are passed over. `quotas` (role ->
    number of respondents) replaces the instrument's own, for a round that agreed on others.
    """
    raise NotImplementedError


def score_entity(
    instrument: Instrument,
    units: Sequence[UnitInput],
    *,
    year: int | None = None,
    kind: str | None = None,
    quotas: Mapping[str, int] | None = None,
) -> EntityScore:
    """The score of an entity from its units, by the instrument's reducer."""
    raise NotImplementedError


def distance(instrument: Instrument, value: Decimal) -> Distance:
    """How far a (rounded) value is from the zones beside its own."""
    raise NotImplementedError


def below_full(instrument: Instrument, node: Node, stored: int) -> bool:
    """Does this stored answer make a finding: answered, countable, and less than full?"""
    raise NotImplementedError

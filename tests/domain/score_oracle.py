"""A second, slow and simple reading of docs/scoring.md, to hold the engine against.

Only fractions, lists and recursion; nothing here is shared with the engine but the records and
the worth of one answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Literal

from desktop.domain.answer import normalised
from desktop.domain.instrument import Indicator, Instrument, Node, walk
from desktop.domain.score import Sheet, UnitInput

Cell = Fraction | Literal["open", "na"]
Leaves = dict[str, list[Cell]]
Values = dict[str, Fraction | None]
Reading = Callable[[Node, Cell], Fraction | None]


@dataclass
class Told:
    """What the oracle says of a unit."""

    value: Fraction | None
    low: Fraction | None
    high: Fraction | None
    answered: int
    applicable: int
    not_applicable: int
    complete: bool
    trees: list[Values] = field(default_factory=list)


@dataclass
class Asking:
    """Who is asked: everything that decides which cells there are."""

    instrument: Instrument
    unit: UnitInput
    year: int | None = None
    kind: str | None = None
    quotas: Mapping[str, int] | None = None
    final: bool = False

    def products(self) -> list[Sheet]:
        return [s for s in self.unit.sheets if s.subject == "product"] or [Sheet("product")]

    def others(self) -> list[Sheet]:
        units = [s for s in self.unit.sheets if s.subject == "unit"] or [Sheet("unit")]
        return [*units, *self.respondents()]

    def respondents(self) -> list[Sheet]:
        return [s for s in self.unit.sheets if s.subject == "respondent"]

    def variant(self) -> int | None:
        years = sorted(v.year for v in self.instrument.variants)
        if not years:
            return self.year
        if self.year is None:
            return years[-1]
        before = [y for y in years if y <= self.year]
        return before[-1] if before else years[0]

    def in_span(self, first: int | None, last: int | None) -> bool:
        year = self.variant()
        if year is None:
            return last is None
        return not (first is not None and year < first) and not (last is not None and year > last)

    def is_asked(self, indicator: Indicator, sheet: Sheet) -> bool:
        kinds = {"kabupaten": "PEMDA", "kota": "PEMDA", "provinsi": "PEMDA"}
        mine = kinds.get(self.kind or "", (self.kind or "").upper())
        return (
            indicator.per == sheet.subject
            and self.in_span(indicator.from_year, indicator.to_year)
            and (not indicator.unit_types or self.unit.type in indicator.unit_types)
            and (not indicator.entity_kinds or mine in indicator.entity_kinds)
            and (not indicator.product_types or sheet.product_type in indicator.product_types)
            and (not indicator.role or indicator.role == sheet.role)
        )

    def applies(self, indicator: Indicator) -> bool:
        """Is it asked of this unit at all, if only of a product it does not have?"""
        sheet = Sheet(
            indicator.per,
            product_type=(indicator.product_types or ("",))[0],
            role=indicator.role,
        )
        return self.is_asked(indicator, sheet)

    def quota(self, role: str) -> int:
        if self.quotas is not None and role in self.quotas:
            return self.quotas[role]
        found = [1]
        here = [q for q in self.instrument.quotas if q.of == "respondent" and q.role == role]
        here = [q for q in here if self.in_span(q.from_year, q.to_year)]
        for quota in here:
            times = len(self.products()) if quota.per == "product" else 1
            found.append(quota.minimum * times)
        return max(found[1:], default=1)

    def short(self) -> set[str]:
        """Roles whose indicators count 0, since too few have answered."""
        found: set[str] = set()
        for quota in self.instrument.quotas:
            if quota.below != "zero" or not self.in_span(quota.from_year, quota.to_year):
                continue
            if self.answering(quota.role) < self.quota(quota.role):
                found.add(quota.role)
        return found

    def answering(self, role: str) -> int:
        count = 0
        for sheet in self.respondents():
            asked = [
                n.number
                for n in walk(self.instrument.root)
                if n.indicator and self.is_asked(n.indicator, sheet)
            ]
            count += sheet.role == role and any(number in sheet.answers for number in asked)
        return count

    def cells(self, products: Sequence[Sheet]) -> Leaves:
        found: Leaves = {}
        for node in walk(self.instrument.root):
            indicator = node.indicator
            if indicator is None or not self.applies(indicator):
                continue
            cells: list[Cell] = []
            there = 0
            for sheet in [*self.others(), *products]:
                if not self.is_asked(indicator, sheet):
                    continue
                there += 1
                stored = sheet.answers.get(node.number)
                if stored is None and indicator.optional:
                    continue
                if stored is None:
                    cells.append("open")
                elif stored < 0:
                    cells.append("na")
                else:
                    cells.append(normalised(indicator, stored) or Fraction(0))
            if indicator.per == "respondent" and not indicator.optional:
                missing = max(0, self.quota(indicator.role) - there)
                cells.extend("open" for _ in range(missing))
            found[node.code] = cells
        return found

    def walks(self) -> list[Leaves]:
        if self.instrument.products == "first":
            return [self.cells([product]) for product in self.products()]
        return [self.cells(self.products())]


def tell(asking: Asking) -> Told:
    """The unit's value, range, counts and every node's value."""
    instrument = asking.instrument
    walks = asking.walks()
    cells = _all_cells(asking)
    answered = sum(isinstance(c, Fraction) for c in cells)
    excluded, still_open = cells.count("na"), cells.count("open")
    short = asking.short() if answered + excluded else set[str]()
    final = asking.final and instrument.unanswered == "zero"
    trees = [tree(instrument, leaves, provisional(asking, final), short) for leaves in walks]
    blocked = instrument.na_policy == "block" and excluded > 0
    value = on_scale(instrument, mean([t[instrument.root.code] for t in trees]))
    low, high = value, value
    if not final:
        worst = [tree(instrument, leaves, bound(asking, Fraction(0)), short) for leaves in walks]
        best = [tree(instrument, leaves, bound(asking, Fraction(1)), set()) for leaves in walks]
        low = on_scale(instrument, mean([t[instrument.root.code] for t in worst]))
        high = on_scale(instrument, mean([t[instrument.root.code] for t in best]))
    return Told(
        value,
        low,
        high,
        answered,
        answered + still_open,
        excluded,
        bool(answered + excluded) and (final or not still_open) and not blocked,
        trees,
    )


def _all_cells(asking: Asking) -> list[Cell]:
    """Every cell once: those of unit and respondents are the same in each walk."""
    per = {n.code: n.indicator.per for n in walk(asking.instrument.root) if n.indicator}
    found: list[Cell] = []
    for i, leaves in enumerate(asking.walks()):
        for code, cells in leaves.items():
            if i == 0 or per[code] == "product":
                found += cells
    return found


def provisional(asking: Asking, final: bool) -> Reading:
    """What a cell is worth today: open ones nothing, unless the answering is over."""

    def read(node: Node, cell: Cell) -> Fraction | None:
        if cell == "open":
            return Fraction(0) if final else None
        if cell == "na":
            return Fraction(0) if asking.instrument.na_policy == "zero" else None
        return cell

    return read


def bound(asking: Asking, filled: Fraction) -> Reading:
    """Every open cell answered with the worst, or with the best."""

    def read(node: Node, cell: Cell) -> Fraction | None:
        if cell == "open" or (cell == "na" and asking.instrument.na_policy == "block"):
            return filled
        return provisional(asking, False)(node, cell)

    return read


def value_if_full(asking: Asking, code: str) -> Fraction | None:
    """The unit's value if every applicable observation at and below the node were full."""
    instrument = asking.instrument
    top = next(n for n in walk(instrument.root) if n.code == code)
    below = [n for n in walk(top) if n.indicator and asking.applies(n.indicator)]
    codes = {n.code for n in below}
    final = asking.final and instrument.unanswered == "zero"
    plain = provisional(asking, final)

    def read(node: Node, cell: Cell) -> Fraction | None:
        return Fraction(1) if node.code in codes and cell != "na" else plain(node, cell)

    begun = [c for c in _all_cells(asking) if c != "open"]
    roles = {n.indicator.role for n in below if n.indicator and n.indicator.per == "respondent"}
    short = {r for r in asking.short() if begun and not _would_be_enough(asking, r, roles)}
    trees = [tree(instrument, leaves, read, short) for leaves in asking.walks()]
    return on_scale(instrument, mean([t[instrument.root.code] for t in trees]))


def _would_be_enough(asking: Asking, role: str, asked: set[str]) -> bool:
    """Those asked have then answered; who is asked without a role is everybody there."""
    everybody = sum(sheet.role == role for sheet in asking.respondents())
    return role in asked or ("" in asked and everybody >= asking.quota(role))


def tree(instrument: Instrument, leaves: Leaves, read: Reading, short: set[str]) -> Values:
    """The normalised value of every node."""
    values: Values = {}

    def value(node: Node) -> None:
        for child in node.children:
            value(child)
        indicator = node.indicator
        if indicator is None:
            values[node.code] = _weighed(node, values)
        elif node.code not in leaves or indicator.answer == "text":
            values[node.code] = None
        elif indicator.per == "respondent" and indicator.role in short:
            values[node.code] = Fraction(0)
        else:
            values[node.code] = mean([read(node, cell) for cell in leaves[node.code]])

    value(instrument.root)
    return values


def _weighed(node: Node, values: Values) -> Fraction | None:
    over, under = Fraction(0), Fraction(0)
    for child in _flat(node):
        value = values[child.code]
        weight = Fraction(1) if child.weight is None else child.weight
        if value is not None:
            over, under = over + weight * value, under + weight
    return over / under if under else None


def _flat(node: Node) -> list[Node]:
    flat: list[Node] = []
    for child in node.children:
        flat += _flat(child) if child.grouping else [child]
    return flat


def mean(values: list[Fraction | None]) -> Fraction | None:
    """Of those that are there."""
    there = [value for value in values if value is not None]
    return sum(there, Fraction(0)) / len(there) if there else None


def on_scale(instrument: Instrument, value: Fraction | None) -> Fraction | None:
    """From 0 … 1 to the instrument's scale."""
    span = Fraction(instrument.scale_max) - Fraction(instrument.scale_min)
    return None if value is None else Fraction(instrument.scale_min) + value * span


def entity_value(
    instrument: Instrument, units: Sequence[tuple[UnitInput, Fraction | None]]
) -> Fraction | None:
    """The reducer of the instrument over units and their exact values."""
    over, under = Fraction(0), Fraction(0)
    for unit, value in units:
        weight = Fraction(1)
        if instrument.entity_reducer == "mean_by_products":
            sheets = sum(sheet.subject == "product" for sheet in unit.sheets)
            weight = Fraction(unit.product_count or sheets or 1)
        if instrument.entity_reducer == "weights":
            weight = unit.weight or Fraction(0)
        if value is not None:
            if "unit" in instrument.rounding_at:
                value = rounded(value, instrument.decimals)
            over, under = over + weight * value, under + weight
    return over / under if under else None


def rounded(value: Fraction, places: int) -> Fraction:
    """Half up."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    near = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    twice = Fraction(near) * 2  # a division that does not end may hide which half it is
    step = Fraction(1, 10**places)
    for candidate in (twice / 2 - step, twice / 2, twice / 2 + step):
        if candidate - step / 2 <= value < candidate + step / 2:
            return candidate
    raise AssertionError(value)

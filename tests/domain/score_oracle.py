"""A second, slow and simple reading of docs/scoring.md, to hold the engine against.

Only fractions and recursion; nothing here is shared with the engine but the records.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from desktop.domain.answer import normalised
from desktop.domain.instrument import Indicator, Instrument, Node, walk
from desktop.domain.score import Sheet, UnitInput

Values = dict[str, Fraction | None]


def unit_value(instrument: Instrument, unit: UnitInput, year: int | None = None) -> Fraction | None:
    """The unit's exact value on the instrument's scale."""
    value = mean([tree[instrument.root.code] for tree in trees(instrument, unit, year)])
    span = Fraction(instrument.scale_max) - Fraction(instrument.scale_min)
    return None if value is None else Fraction(instrument.scale_min) + value * span


def trees(instrument: Instrument, unit: UnitInput, year: int | None = None) -> list[Values]:
    """Every node's normalised value: once, or once per product."""
    others = [sheet for sheet in unit.sheets if sheet.subject != "product"]
    products = [sheet for sheet in unit.sheets if sheet.subject == "product"]
    walks = [[product] for product in products] if instrument.products == "first" else [products]
    found: list[Values] = []
    for some in walks:
        values: Values = {}
        _value(instrument, instrument.root, [*others, *some], values, unit.type, year)
        found.append(values)
    return found


def _value(
    instrument: Instrument,
    node: Node,
    sheets: list[Sheet],
    values: Values,
    unit_type: str | None,
    year: int | None,
) -> Fraction | None:
    for child in node.children:
        _value(instrument, child, sheets, values, unit_type, year)
    if node.indicator is not None:
        values[node.code] = _observed(instrument, node, node.indicator, sheets, unit_type, year)
    else:
        values[node.code] = _weighed(node, values)
    return values[node.code]


def _observed(
    instrument: Instrument,
    node: Node,
    indicator: Indicator,
    sheets: list[Sheet],
    unit_type: str | None,
    year: int | None,
) -> Fraction | None:
    seen: list[Fraction | None] = []
    for sheet in sheets:
        stored = sheet.answers.get(node.number)
        if stored is None or not applies(indicator, sheet, unit_type, year):
            continue
        if stored >= 0:
            seen.append(normalised(indicator, stored))
        elif instrument.na_policy == "zero" and indicator.answer != "text":
            seen.append(Fraction(0))
    return mean(seen)


def applies(indicator: Indicator, sheet: Sheet, unit_type: str | None, year: int | None) -> bool:
    """Is the indicator asked on the sheet?"""
    if indicator.per != sheet.subject or (indicator.role and indicator.role != sheet.role):
        return False
    if indicator.unit_types and unit_type not in indicator.unit_types:
        return False
    if indicator.product_types and sheet.product_type not in indicator.product_types:
        return False
    return year is None or indicator.from_year is None or year >= indicator.from_year


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


def each(instrument: Instrument, wanted: Callable[[Node], bool]) -> list[Node]:
    """The nodes that are wanted."""
    return [node for node in walk(instrument.root) if wanted(node)]

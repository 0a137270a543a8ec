"""The cheapest path: the fewest answers that lift a unit into the next better zone.

Only answers that stand are raised (what is open changes the weights too, and is no promise), and
only those of the unit and its products: what users or officers perceive is no step one can take.
Raising such an answer leaves every weight as it is, so each step brings the same whatever the
others are, and the largest steps first are the fewest. The result is scored again all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from desktop.domain.instrument import Instrument, Node, Zone
from desktop.domain.score import UnitInput, UnitScore, distance, score_unit, shown
from desktop.domain.score_observe import Sheet, observe
from desktop.domain.score_plan import Leaf, Plan, plan
from desktop.domain.score_tree import Places, Tree, grow, place


@dataclass(frozen=True, slots=True)
class Step:
    """One answer raised."""

    sheet: int
    """Place among the unit's sheets."""
    node: Node
    start: int
    """The stored answer as it stands, and as it should become."""
    end: int
    gain: Fraction
    """What it brings the exact unit value."""


@dataclass(frozen=True, slots=True)
class Path:
    """Steps that together reach a zone, the largest first."""

    zone: Zone
    steps: tuple[Step, ...]
    value: Decimal
    """The unit value after all of them, scored anew."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """A standing answer that can be raised, and what a full one brings."""

    sheet: int
    leaf: Leaf
    stored: int
    worth: Fraction
    """Points of the unit value between nothing and full in this cell."""

    def gain(self, end: int) -> Fraction:
        more = self.leaf.numerator(end) - self.leaf.numerator(self.stored)
        return self.worth * Fraction(more, self.leaf.unit)


def cheapest_path(
    instrument: Instrument,
    unit: UnitInput,
    *,
    year: int | None = None,
    kind: str | None = None,
    quotas: Mapping[str, int] | None = None,
    final: bool = False,
) -> Path | None:
    """The path to the next better zone; None in the best one, without a value, or where no answer
    of the unit itself leads there."""

    def score(sheets: Sequence[Sheet]) -> UnitScore:
        whole = replace(unit, sheets=tuple(sheets))
        return score_unit(instrument, whole, year=year, kind=kind, quotas=quotas, final=final)

    now = score(unit.sheets)
    if now.exact is None or now.value is None or unit.published is not None:
        return None
    better = distance(instrument, now.value).to_next
    if better is None:
        return None
    closed = final and instrument.unanswered == "zero"
    cells = _cells(plan(instrument, unit.type, year, kind), unit.sheets, quotas, closed)
    steps = _fewest(instrument, now.exact, better.zone, cells)
    if steps is None:
        return None
    reached = score(apply(unit.sheets, steps)).value
    if reached is None or reached < better.zone.min:
        raise ArithmeticError(f"the path of {unit.name} does not reach {better.zone.code}")
    return Path(better.zone, steps, reached)


def apply(sheets: Sequence[Sheet], steps: Sequence[Step]) -> tuple[Sheet, ...]:
    """The sheets with the steps taken."""
    made = list(sheets)
    for step in steps:
        sheet = made[step.sheet]
        made[step.sheet] = replace(sheet, answers={**sheet.answers, step.node.number: step.end})
    return tuple(made)


def _fewest(
    instrument: Instrument, now: Fraction, zone: Zone, cells: Sequence[_Cell]
) -> tuple[Step, ...] | None:
    """The largest gains first until the zone is reached; the last one no higher than needed."""
    ends = [(cell, best) for cell in cells if cell.gain(best := _ends(cell)[-1]) > 0]
    ends.sort(key=lambda each: (-each[0].gain(each[1]), each[0].leaf.number, each[0].sheet))
    steps: list[Step] = []
    for cell, best in ends:
        for end in _ends(cell):
            gain = cell.gain(end)
            if _reaches(instrument, now + gain, zone):
                return (*steps, _step(cell, end))
        steps.append(_step(cell, best))
        now += cell.gain(best)
    return None


def _reaches(instrument: Instrument, value: Fraction, zone: Zone) -> bool:
    rounded = shown(instrument, value)
    return rounded is not None and rounded >= zone.min


def _step(cell: _Cell, end: int) -> Step:
    return Step(cell.sheet, cell.leaf.node, cell.stored, end, cell.gain(end))


def _ends(cell: _Cell) -> tuple[int, ...]:
    """The stored answers above this one, rising; the present one if there is none.

    A plain number is measured, not chosen: it is left as it is.
    """
    leaf, now = cell.leaf, cell.leaf.numerator(cell.stored)
    answers = leaf.bounds or range(len(leaf.table))
    within = (each for each in answers if leaf.least <= each <= leaf.most)
    rising = sorted((leaf.numerator(each), each) for each in within)
    return tuple(each for earned, each in rising if earned > now) or (cell.stored,)


def _cells(
    prepared: Plan, sheets: Sequence[Sheet], quotas: Mapping[str, int] | None, closed: bool
) -> list[_Cell]:
    seen = observe(prepared, sheets, quotas)
    trees = [grow(prepared, walk, seen.short, final=closed) for walk in seen.walks]
    places = [place(prepared, tree) for tree in trees]
    walks = list(zip(seen.walks, trees, places, strict=True))
    counting = sum(1 for tree in trees if tree.values[0])
    zeros = prepared.instrument.na_policy == "zero"
    span = Fraction(prepared.instrument.scale_max) - Fraction(prepared.instrument.scale_min)
    found: list[_Cell] = []
    for at, leaf, stored, own in _answered(prepared, sheets):
        worth = Fraction(0)
        for number, (walk, tree, where) in enumerate(walks):
            if own is not None and own != number:
                continue
            cells = walk[leaf.number]
            count = cells.answered + cells.excluded * zeros + cells.open * closed
            worth += _share(tree, where, leaf) / count / counting
        found.append(_Cell(at, leaf, stored, worth * span))
    return found


def _share(tree: Tree, where: Places, leaf: Leaf) -> Fraction:
    return Fraction(*where.shares[leaf.number]) if tree.values[0] else Fraction(0)


def _answered(
    prepared: Plan, sheets: Sequence[Sheet]
) -> Iterator[tuple[int, Leaf, int, int | None]]:
    """(sheet, leaf, stored, the only walk it is in) of what could be raised."""
    product = -1
    for at, sheet in enumerate(sheets):
        product += sheet.subject == "product"
        if sheet.subject == "respondent":
            continue
        first = prepared.instrument.products == "first" and sheet.subject == "product"
        for leaf in prepared.on(sheet.subject, sheet.product_type, sheet.role):
            stored = sheet.answers.get(leaf.number, -1)
            if stored >= 0 and leaf.unit and (leaf.table or leaf.bounds):
                yield at, leaf, stored, product if first else None

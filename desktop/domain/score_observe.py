"""The sheets of a unit as counted observations: who was asked what, and what is still open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desktop.domain.instrument import Subject
from desktop.domain.score_plan import Leaf, Plan, in_years
from desktop.domain.score_tree import Cells


@dataclass(frozen=True, slots=True)
class Sheet:
    """One answering of one subject: the unit itself, one product or one respondent."""

    subject: Subject
    name: str = ""
    product_type: str | None = None
    role: str | None = None
    answers: Mapping[int, int] = field(default_factory=dict[int, int])
    """Node number -> stored integer (`answer`). No entry = not yet assessed."""


def observe(
    plan: Plan, sheets: Sequence[Sheet], quotas: Mapping[str, int] | None
) -> tuple[list[Cells], list[dict[int, Cells]]]:
    """The cells counted at every node, and the leaves' cells of each walk through the tree.

    One walk, or one per product where the instrument is computed so (`products: "first"`): then
    the answers of unit and respondents are the same in each walk, but counted once. A unit, or
    its products, without any sheet is one sheet on which everything is open.
    """
    products = [s for s in sheets if s.subject == "product"] or [Sheet("product")]
    units = [s for s in sheets if s.subject == "unit"] or [Sheet("unit")]
    respondents = [s for s in sheets if s.subject == "respondent"]
    shared = _collect(plan, (*units, *respondents))
    _miss(plan, shared, respondents, len(products), quotas)
    if plan.instrument.products == "first":
        walks = [_collect(plan, (product,)) for product in products]
    else:
        walks = [_collect(plan, products)]
    counts = _count(plan, (shared, *walks))
    by_product = {leaf.number for leaf in plan.leaves if leaf.per == "product"}
    return counts, [{n: (walk if n in by_product else shared)[n] for n in shared} for walk in walks]


def _collect(plan: Plan, sheets: Sequence[Sheet]) -> dict[int, Cells]:
    found = {leaf.number: Cells() for leaf in plan.leaves}
    asked: dict[tuple[Subject, str | None, str | None], tuple[Leaf, ...]] = {}
    for sheet in sheets:
        key = (sheet.subject, sheet.product_type, sheet.role)
        if key not in asked:
            asked[key] = plan.on(*key)
        answers = sheet.answers
        for leaf in asked[key]:
            stored = answers.get(leaf.number)
            cells = found[leaf.number]
            if stored is None:
                cells.open += 1
            elif stored < 0:
                cells.excluded += 1
            else:
                cells.answered += 1
                cells.total += leaf.numerator(stored)
    return found


def _miss(
    plan: Plan,
    found: Mapping[int, Cells],
    respondents: Sequence[Sheet],
    products: int,
    quotas: Mapping[str, int] | None,
) -> None:
    """Respondents missing to the quota are open cells; without a quota one is needed."""
    for leaf in plan.leaves:
        if leaf.per == "respondent":
            there = sum(1 for sheet in respondents if not leaf.role or sheet.role == leaf.role)
            needed = quota_of(plan, leaf.role, products, quotas)
            found[leaf.number].open += max(0, needed - there)


def quota_of(plan: Plan, role: str, products: int, quotas: Mapping[str, int] | None) -> int:
    """How many respondents of a role a unit needs: agreed, or by the instrument, or one."""
    if quotas is not None and role in quotas:
        return quotas[role]
    wanted = (
        quota.minimum * (products if quota.per == "product" else 1)
        for quota in plan.instrument.quotas
        if quota.of == "respondent"
        and quota.role == role
        and in_years(quota.from_year, quota.to_year, plan.year)
    )
    return max(wanted, default=1)


def _count(plan: Plan, walks: Sequence[Mapping[int, Cells]]) -> list[Cells]:
    """Answered, open and excluded cells at and below each node."""
    counts = [Cells() for _ in plan.parents]
    for walk in walks:
        for number, cells in walk.items():
            _add(counts[number], cells)
    for number in range(len(counts) - 1, 0, -1):
        _add(counts[plan.parents[number]], counts[number])
    return counts


def _add(into: Cells, cells: Cells) -> None:
    into.answered += cells.answered
    into.open += cells.open
    into.excluded += cells.excluded

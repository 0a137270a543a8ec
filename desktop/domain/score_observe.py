"""The sheets of a unit as counted observations: who was asked what, and what is still open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desktop.domain.instrument import Quota, Subject
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
    evidence: Mapping[int, int] = field(default_factory=dict[int, int])
    """Node number -> how many pieces of evidence are kept; for the derivation, not the number."""


@dataclass(frozen=True, slots=True)
class Observed:
    """What was seen of one unit."""

    counts: tuple[Cells, ...]
    """The cells at and below each node."""
    walks: tuple[dict[int, Cells], ...]
    """The leaves' cells of each walk through the tree."""
    short: frozenset[str]
    """Roles of which too few respondents have answered, so that their indicators count 0."""
    waiting: frozenset[str]
    """Those of them that have enough sheets: it only takes that these are answered."""


def observe(plan: Plan, sheets: Sequence[Sheet], quotas: Mapping[str, int] | None) -> Observed:
    """The cells counted at every node, and of each walk through the tree.

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
    merged = ({n: (walk if n in by_product else shared)[n] for n in shared} for walk in walks)
    begun = counts[0].answered + counts[0].excluded > 0
    short, waiting = _short(plan, respondents, len(products), quotas)
    nobody = frozenset[str]()
    return Observed(
        tuple(counts), tuple(merged), short if begun else nobody, waiting if begun else nobody
    )


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
                cells.open += not leaf.optional
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
        if leaf.per == "respondent" and not leaf.optional:
            there = sum(1 for sheet in respondents if not leaf.role or sheet.role == leaf.role)
            needed = quota_of(plan, leaf.role, products, quotas)
            found[leaf.number].open += max(0, needed - there)


def _short(
    plan: Plan, respondents: Sequence[Sheet], products: int, quotas: Mapping[str, int] | None
) -> tuple[frozenset[str], frozenset[str]]:
    """The roles whose quota turns their indicators to 0 and is not reached yet; and those among
    them with sheets enough. A respondent counts once anything on the sheet is answered."""
    strict = {q.role for q in plan.instrument.quotas if q.below == "zero" and _holds(q, plan)}
    short: set[str] = set()
    waiting: set[str] = set()
    for role in strict:
        numbers = {leaf.number for leaf in plan.on("respondent", None, role)}
        there = [not numbers.isdisjoint(s.answers) for s in respondents if s.role == role]
        needed = quota_of(plan, role, products, quotas)
        if sum(there) < needed:
            short.add(role)
            if len(there) >= needed:
                waiting.add(role)
    return frozenset(short), frozenset(waiting)


def quota_of(plan: Plan, role: str, products: int, quotas: Mapping[str, int] | None) -> int:
    """How many respondents of a role a unit needs: agreed, or by the instrument, or one."""
    if quotas is not None and role in quotas:
        return quotas[role]
    wanted = (
        quota.minimum * (products if quota.per == "product" else 1)
        for quota in plan.instrument.quotas
        if quota.role == role and _holds(quota, plan)
    )
    return max(wanted, default=1)


def _holds(quota: Quota, plan: Plan) -> bool:
    return quota.of == "respondent" and in_years(quota.from_year, quota.to_year, plan.year)


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

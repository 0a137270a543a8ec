"""Bulk, scoring: rounds, assessments with answers and notes, edits of findings, steps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from sqlalchemy import select

from desktop.domain.answer import NotApplicable, encode
from desktop.domain.assessment import SheetRecord
from desktop.domain.instrument import Instrument, by_code
from desktop.domain.problems import Problem
from desktop.models.action import ActionRow
from desktop.models.agency import ProductRow, UnitRow
from desktop.models.assessment import AssessmentRow, FindingRow
from desktop.models.round import RoundRow
from desktop.services import actions, assessments, findings, rounds, sealing
from desktop.services.answers import Cell, save_answers
from desktop.services.bulk_read import (
    Bulk,
    Item,
    Shape,
    at,
    count,
    day,
    list_of,
    listed,
    number,
    ref,
    text,
    whole,
    yes,
)
from desktop.services.rows import find

ROUND_KEY: Shape = {
    "year": whole,
    **dict.fromkeys("instrument version region_code track".split(), text),
}
ROUND: Shape = {
    **dict.fromkeys("name basis".split(), text),
    **dict.fromkeys("universe sample".split(), count),
    **dict.fromkeys("field_start field_end".split(), day),
    **dict.fromkeys("needs_verification needs_validation is_sample".split(), yes),
    "minimum": number,
}
ASSESSMENT: Shape = {
    **dict.fromkeys("team assessors place".split(), text),
    "started_on": day,
    "ended_on": day,
}
SCOPE: Shape = {
    "round": ref(RoundRow),
    "unit": ref(UnitRow),
    "quota": count,
    "published_value": number,
    "product_count": count,
}
FINDING: Shape = {**dict.fromkeys("note suggestion legal_basis".split(), text), "due_on": day}
STEP: Shape = dict.fromkeys("state reason number note reported_by".split(), text)


def round(item: Item) -> None:
    """A round; its key (year, instrument, track, region) is given once and never changes."""
    change = item.read("id", ref(RoundRow))
    if change is None:
        facts = item.facts({**ROUND_KEY, **ROUND})
        for name in ("year", "instrument", "region_code"):
            item.need(name, ROUND_KEY[name])
        item.made("round", item.do(rounds.add_round, **facts).id)
    else:
        item.made("round", item.do(rounds.change_round, id=change, **item.facts(ROUND)).id)


def assessment(item: Item) -> None:
    """A unit in a round, with all that was answered about it."""
    more = ("products", "respondents", "answers", "notes")
    item.facts({**SCOPE, **ASSESSMENT}, *more)
    id = cast("str | None", item.read("id", ref(AssessmentRow))) or _planned(item)
    facts = {name: item.read(name, ASSESSMENT[name]) for name in ASSESSMENT if item.has(name)}
    late = {name for name in facts if name not in ("team", "assessors") or item.has("id")}
    if late:
        item.do(assessments.change_assessment, id=id, **{name: facts[name] for name in late})
    item.made("assessment", id)
    _answer(item, id)


def _planned(item: Item) -> str:
    scope = {name: item.read(name, SCOPE[name]) for name in SCOPE if item.has(name)}
    item.need("round", SCOPE["round"])
    item.need("unit", SCOPE["unit"])
    if "quota" in scope:
        scope["respondents"] = scope.pop("quota")
    for name in ("team", "assessors"):
        if item.has(name):
            scope[name] = item.read(name, text)
    if item.has("products"):
        scope["products"] = item.read("products", list_of(_product))
    return str(item.do(assessments.plan_assessment, **scope).id)


def _product(bulk: Bulk, value: object, path: str) -> object:
    """A product of the scope: its key or id, alone or with answers beside it."""
    if isinstance(value, Mapping):
        return Item(bulk, cast("object", value), path).need("product", ref(ProductRow))
    return ref(ProductRow)(bulk, value, path)


# --- Answers --------------------------------------------------------------------------------


def _answer(item: Item, id: str) -> None:
    row = find(item.bulk.db, AssessmentRow, id)
    held = item.bulk.db.get(RoundRow, row.round_id)
    assert held is not None
    used = rounds.instrument_of_round(item.bulk.db, held)
    sheets = assessments.sheet_records(item.bulk.db, row)
    cells: list[Cell] = []
    notes: list[tuple[int, int, str]] = []
    for answered, sheet in _subjects(item, sheets):
        _read_cells(answered, sheet, used, cells, notes)
    if cells or notes:
        item.do(save_answers, assessment=id, cells=cells, notes=notes)


def _subjects(item: Item, sheets: tuple[SheetRecord, ...]) -> list[tuple[Item, SheetRecord]]:
    """Which object of the document answers for which sheet."""
    found: list[tuple[Item, SheetRecord]] = []
    if item.has("answers") or item.has("notes"):
        units = [sheet for sheet in sheets if sheet.subject == "unit"]
        if not units:
            raise Problem("assessment.published", path=f"{item.path}.answers", value="")
        found.append((item, units[0]))
    products = {sheet.product_id: sheet for sheet in sheets if sheet.subject == "product"}
    for place, value in enumerate(cast("list[object]", item.read("products", listed) or [])):
        if isinstance(value, Mapping):
            inner = Item(item.bulk, cast("object", value), f"{item.path}.products[{place}]")
            inner.only("product", "answers", "notes")
            sheet = products.get(cast("str", inner.need("product", ref(ProductRow))))
            if sheet is None:
                raise Problem("apply.not_in_scope", path=inner.path)
            found.append((inner, sheet))
    return [*found, *_respondents(item, sheets)]


def _respondents(item: Item, sheets: tuple[SheetRecord, ...]) -> list[tuple[Item, SheetRecord]]:
    free: dict[str, list[SheetRecord]] = {}
    for sheet in sheets:
        if sheet.subject == "respondent":
            free.setdefault(sheet.role or "", []).append(sheet)
    found: list[tuple[Item, SheetRecord]] = []
    for inner in item.items("respondents"):
        inner.only("role", "answers", "notes")
        role = str(inner.read("role", text) or next(iter(free), ""))
        if not free.get(role):
            raise Problem("apply.no_such_respondent", path=inner.path, role=role)
        found.append((inner, free[role].pop(0)))
    return found


def _read_cells(
    item: Item,
    sheet: SheetRecord,
    used: Instrument,
    cells: list[Cell],
    notes: list[tuple[int, int, str]],
) -> None:
    for code, answer in _by_code(item, "answers"):
        where = f"{item.path}.answers.{code}"
        with at(where):
            node = by_code(used, code)
            if node.indicator is None:
                raise Problem("answer.not_asked", indicator=code, subject=sheet.name)
            said = _answer_of(item, answer, where)
            stored = None if said is None else encode(node.indicator, said)
        cells.append((sheet.key, node.number, stored))
        if node.indicator.answer == "text" and isinstance(said, str):
            notes.append((sheet.key, node.number, said))
    for code, note in _by_code(item, "notes"):
        with at(f"{item.path}.notes.{code}"):
            node = by_code(used, code)
        words = text(item.bulk, note, f"{item.path}.notes.{code}")
        notes.append((sheet.key, node.number, words))


def _by_code(item: Item, name: str) -> list[tuple[str, object]]:
    if not item.has(name):
        return []
    return list(Item(item.bulk, item.value[name], f"{item.path}.{name}").value.items())


def _answer_of(item: Item, answer: object, path: str) -> object:
    """An answer of the exchange shape: {"na": reason} becomes NotApplicable."""
    if not isinstance(answer, Mapping):
        return answer
    reason = Item(item.bulk, cast("object", answer), path)
    reason.only("na")
    return NotApplicable(str(reason.need("na", text)))


# --- Findings and steps ---------------------------------------------------------------------


def finding(item: Item) -> None:
    """An edit of a finding: named by `id`, or by assessment, indicator and product."""
    facts = item.facts(FINDING, "assessment", "indicator", "product")
    id = item.read("id", ref(FindingRow)) or finding_at(item)
    item.made("finding", item.do(findings.change_finding, id=id, **facts).id)


def finding_at(item: Item) -> str:
    """The finding of an assessment's indicator (and product)."""
    assessed = cast("str", item.need("assessment", ref(AssessmentRow)))
    code = str(item.need("indicator", text))
    product = cast("str | None", item.read("product", ref(ProductRow)))
    row = find(item.bulk.db, AssessmentRow, assessed)
    query = (
        select(FindingRow.ref)
        .outerjoin(ProductRow, ProductRow.id == FindingRow.product_id)
        .where(FindingRow.assessment_id == row.id, FindingRow.code == code, FindingRow.is_open)
        .where(ProductRow.ref == product if product else FindingRow.product_id.is_(None))
    )
    found = item.bulk.db.scalar(query)
    if found is None:
        raise Problem("apply.no_such_finding", path=item.path, indicator=code)
    return found


def step(item: Item) -> None:
    """One step of the lifecycle of an assessment, a round or an action."""
    subjects = {"assessment": AssessmentRow, "round": RoundRow, "action": ActionRow}
    facts = item.facts(STEP, *subjects)
    named = [name for name in subjects if item.has(name)]
    item.need("state", text)
    if len(named) != 1:
        raise Problem("apply.step_of_what", path=item.path)
    id = item.need(named[0], ref(subjects[named[0]]))
    if named[0] == "action":
        advance_action(item, str(id), facts)
    elif named[0] == "assessment":
        _advance_assessment(item, str(id), facts)
    else:
        _advance_round(item, str(id), facts)
    item.bulk.counts["step"] += 1


def advance_action(item: Item, id: str, facts: dict[str, Any]) -> None:
    """One step of an action, on the item's own day."""
    _take(facts, "state", "note", "reported_by")
    item.do(actions.advance_action, id=id, **facts)


def _advance_assessment(item: Item, id: str, facts: dict[str, Any]) -> None:
    """One step; `final` seals straight from what the round asks for, as `patuh finalise` does."""
    if facts["state"] == "final":
        item.do(sealing.finalise_assessment, id=id)
    else:
        _take(facts, "state", "reason")
        item.do(sealing.advance_assessment, id=id, **facts)


def _advance_round(item: Item, id: str, facts: dict[str, Any]) -> None:
    if facts["state"] == "released":
        decree = facts.get("number") or ""
        item.do(rounds.release_round, id=id, on=item.act.today, number=decree)
    else:
        _take(facts, "state", "reason")
        item.do(rounds.advance_round, id=id, **facts)


def _take(facts: dict[str, Any], *names: str) -> None:
    """Leaves only what this step has use for."""
    for name in set(facts) - set(names):
        del facts[name]

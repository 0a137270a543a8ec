"""The exchange shape of `patuh score`: one JSON document in, one out (docs/scoring.md)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import cast

from desktop.domain.answer import NotApplicable, encode
from desktop.domain.entity import GroupScore, entity_group, score_group
from desktop.domain.exact import exact, exact_text, half_up
from desktop.domain.instrument import Instrument, Node, Subject, Zone, codes, indicators
from desktop.domain.problems import Problem
from desktop.domain.score import (
    EntityScore,
    NodeScore,
    Sheet,
    UnitInput,
    UnitScore,
    asked,
    score_entity,
)

Table = Mapping[str, object]
TOP = "dokumen"
"""The place of what stands at the head of the document."""
MOST_LEVELS = 8
"""Entities within entities."""


def score_document(document: Table, instruments: Mapping[str, Instrument]) -> dict[str, object]:
    """Scores an exchange document. Every fault in it is a Problem with its place, never a crash.

    `instruments` by the names that the document may use. An answer is an option's score or a
    number (int, Decimal or float), True/False, {"na": reason} or None; a value may also be text.
    """
    keys = ("instrument", "year", "entity", "kind", "final", "units", "entities")
    top = _table(document, TOP, keys)
    name = _needed(top, "instrument", TOP)
    if name not in instruments:
        raise Problem("score.instrument_unknown", instrument=name, known=", ".join(instruments))
    year, kind = _whole(top, "year", TOP, least=1900, most=2200), _text(top, "kind", TOP)
    form = _Form(instruments[name], year, kind, _flag(top, "final", TOP))
    entity = _text(top, "entity", TOP)
    if "entities" in top:
        if "units" in top:
            raise Problem("score.units_and_entities", place=TOP)
        return _group_result(form.instrument, entity, form.group(top, entity or "", TOP))
    return _result(form.instrument, entity, form.entity(top, TOP))


@dataclass(frozen=True, slots=True)
class _Form:
    """Reads units of one instrument, year and kind of entity."""

    instrument: Instrument
    year: int | None
    kind: str | None
    final: bool

    def group(self, table: Table, name: str, place: str, level: int = 0) -> GroupScore:
        """What stands above: each of its entities has units, or entities of its own."""
        if level >= MOST_LEVELS:
            raise Problem("score.too_deep", place=place, levels=MOST_LEVELS)
        members: list[GroupScore] = []
        for i, value in enumerate(_list(table, "entities", place, needed=True), start=1):
            here = f"{place}, entities {i}".removeprefix(f"{TOP}, ")
            each = _table(value, here, ("entity", "kind", "weight", "units", "entities"))
            named = _needed(each, "entity", here)
            inside = replace(self, kind=_text(each, "kind", here) or self.kind)
            weight = _weight(each, here)
            if "entities" in each:
                if "units" in each:
                    raise Problem("score.units_and_entities", place=here)
                below = inside.group(each, named, here, level + 1)
                members.append(replace(below, weight=weight))
            else:
                score = inside.entity(each, here)
                members.append(entity_group(named, self.instrument, score, weight=weight))
        return score_group(name, self.instrument, members)

    def entity(self, table: Table, place: str) -> EntityScore:
        """The units of one entity, scored and reduced."""
        inside = "" if place == TOP else f"{place}, "
        units = [
            self.unit(unit, f"{inside}units {i}")
            for i, unit in enumerate(_list(table, "units", place, needed=True), start=1)
        ]
        return score_entity(
            self.instrument, units, year=self.year, kind=self.kind, final=self.final
        )

    def unit(self, value: object, place: str) -> UnitInput:
        keys = ("name", "type", "answers", "products", "respondents", "value", "product_count")
        unit = _table(value, place, (*keys, "weight"))
        name = _needed(unit, "name", place)
        place = f"{place} ({name})"
        unit_type = _text(unit, "type", place)
        published = _number(unit, "value", place)
        sheets = self._sheets(unit, unit_type, place)
        if published is not None and any(sheet.answers for sheet in sheets):
            raise Problem("score.value_and_answers", place=place)
        return UnitInput(
            name,
            unit_type,
            sheets,
            None if published is None else Decimal(exact_text(published)),
            _whole(unit, "product_count", place, least=1, most=10**6),
            _weight(unit, place),
        )

    def _sheets(self, unit: Table, unit_type: str | None, place: str) -> tuple[Sheet, ...]:
        sheets = [self._sheet(Sheet("unit"), unit, unit_type, place)]
        for i, value in enumerate(_list(unit, "products", place), start=1):
            here = f"{place}, products {i}"
            product = _table(value, here, ("name", "type", "answers"))
            name, product_type = _text(product, "name", here), _text(product, "type", here)
            sheet = Sheet("product", name or "", product_type)
            sheets.append(self._sheet(sheet, product, unit_type, here))
        for i, value in enumerate(_list(unit, "respondents", place), start=1):
            here = f"{place}, respondents {i}"
            respondent = _table(value, here, ("role", "answers"))
            sheet = Sheet("respondent", role=_text(respondent, "role", here) or self._only_role())
            sheets.append(self._sheet(sheet, respondent, unit_type, here))
        return tuple(sheets)

    def _only_role(self) -> str | None:
        """Who is meant when a respondent names no role: there may be but one."""
        roles = {n.indicator.role for n in indicators(self.instrument) if n.indicator} - {""}
        return roles.pop() if len(roles) == 1 else None

    def _sheet(self, sheet: Sheet, table: Table, unit_type: str | None, place: str) -> Sheet:
        said = table.get("answers")
        answers: Table = {} if said is None else _table(said, f"{place}, answers")
        here = asked(self.instrument, sheet, unit_type=unit_type, year=self.year, kind=self.kind)
        numbers = {node.number for node in here}
        stored: dict[int, int] = {}
        for code, answer in answers.items():
            where = f"{place}, {code}"
            node = self._indicator(code, sheet.subject, where)
            if answer is None or (node.number not in numbers and isinstance(answer, Mapping)):
                continue  # not yet assessed; or "not applicable", which it is anyway
            if node.number not in numbers:
                raise Problem("score.not_asked", place=where, indicator=code)
            stored[node.number] = _stored(node, answer, where)
        return Sheet(sheet.subject, sheet.name, sheet.product_type, sheet.role, stored)

    def _indicator(self, code: str, subject: Subject, place: str) -> Node:
        node = codes(self.instrument).get(code)
        if node is None or node.indicator is None:
            raise Problem(
                "score.code_unknown", place=place, indicator=code, instrument=self.instrument.code
            )
        if node.indicator.per != subject:
            raise Problem("score.not_asked", place=place, indicator=code)
        return node


def _stored(node: Node, answer: object, place: str) -> int:
    assert node.indicator is not None
    if isinstance(answer, Mapping):
        reason = _text(_table(cast(object, answer), place, ("na",)), "na", place)
        answer = NotApplicable(reason or "")
    try:
        return encode(node.indicator, answer)
    except Problem as problem:
        facts = {**problem.facts, "place": place, "indicator": node.code}
        raise Problem(problem.code, **facts) from None


def _wrong(code: str, place: str, key: str, value: object) -> Problem:
    return Problem(code, place=f"{place}, {key}".strip(", "), value=str(value)[:60])


def _table(value: object, place: str, keys: tuple[str, ...] | None = None) -> Table:
    if not isinstance(value, Mapping):
        raise _wrong("score.not_a_table", place, "", value)
    table = cast(Mapping[object, object], value)
    for key in table:
        if not isinstance(key, str):
            raise _wrong("score.not_text", place, "", key)
        if keys is not None and key not in keys:
            raise Problem("score.field_unknown", place=place, key=key)
    return cast(Table, table)


def _list(table: Table, key: str, place: str, *, needed: bool = False) -> tuple[object, ...]:
    value = table.get(key)
    if value is None and not needed:
        return ()
    if not isinstance(value, list | tuple):
        raise _wrong("score.not_a_list", place, key, value)
    return tuple(cast("list[object]", value))


def _text(table: Table, key: str, place: str) -> str | None:
    value = table.get(key)
    if value is not None and not isinstance(value, str):
        raise _wrong("score.not_text", place, key, value)
    return value


def _needed(table: Table, key: str, place: str) -> str:
    value = _text(table, key, place)
    if value is None:
        raise Problem("score.field_missing", place=place, key=key)
    return value


def _whole(table: Table, key: str, place: str, *, least: int, most: int) -> int | None:
    value = table.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise _wrong("score.not_an_integer", place, key, value)
    return value


def _flag(table: Table, key: str, place: str) -> bool:
    value = table.get(key)
    if value is not None and not isinstance(value, bool):
        raise _wrong("score.not_a_flag", place, key, value)
    return value is True


def _number(table: Table, key: str, place: str) -> Fraction | None:
    value = table.get(key)
    number = exact(value)
    if value is not None and (number is None or "/" in exact_text(number)):
        raise _wrong("score.not_a_number", place, key, value)
    return number


def _weight(unit: Table, place: str) -> Fraction | None:
    weight = _number(unit, "weight", place)
    if weight is not None and weight < 0:
        raise _wrong("score.not_a_number", place, "weight", unit["weight"])
    return weight


def _result(instrument: Instrument, entity: str | None, score: EntityScore) -> dict[str, object]:
    return {
        "instrument": instrument.code,
        "status": instrument.status,
        "entity": entity,
        **_number_of(score),
        "units": [_unit(instrument, unit) for unit in score.units],
    }


def _group_result(
    instrument: Instrument, entity: str | None, score: GroupScore
) -> dict[str, object]:
    return {
        "instrument": instrument.code,
        "status": instrument.status,
        "entity": entity,
        **_number_of(score),
        "entities": [_member(instrument, each) for each in score.members],
    }


def _member(instrument: Instrument, score: GroupScore) -> dict[str, object]:
    if score.entity is not None:
        below = {"units": [_unit(instrument, unit) for unit in score.entity.units]}
    else:
        below = {"entities": [_member(instrument, each) for each in score.members]}
    return {"entity": score.name, **_number_of(score), **below}


def _unit(instrument: Instrument, score: UnitScore) -> dict[str, object]:
    return {
        "name": score.name,
        **_number_of(score),
        "nodes": [_node(instrument, node) for node in score.nodes[1:]],
    }


def _number_of(score: EntityScore | UnitScore | GroupScore) -> dict[str, object]:
    return {
        "value": _said(score.value),
        "zone": _zone(score.zone),
        "complete": score.complete,
        "answered": score.answered,
        "applicable": score.applicable,
        "range": None if score.low is None else [_said(score.low), _said(score.high)],
    }


def _node(instrument: Instrument, node: NodeScore) -> dict[str, object]:
    value = None if node.value is None else half_up(node.value, instrument.decimals)
    return {
        "code": node.code,
        "value": _said(value),
        "weight": _said(half_up(node.weight, 2)),
        "counted": node.counted,
    }


def _zone(zone: Zone | None) -> dict[str, object] | None:
    return None if zone is None else {"code": zone.code, "name": zone.name, "colour": zone.colour}


def _said(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"

"""Reads an instrument's workbook: all of it or nothing, every fault by sheet, row and column.

Cells are read first; then the tree is put in order (rows may stand in any order below their
parents' siblings); then the domain looks the whole over, and what it finds is told by its cell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desktop.domain.instrument import Instrument
from desktop.domain.instrument_check import MOST_LEVELS, MOST_NODES
from desktop.domain.instrument_text import from_table
from desktop.domain.problems import Problem
from desktop.sheets.cells import Rows, blank, values
from desktop.sheets.columns import plain
from desktop.sheets.instrument_found import Found, Line, read_sheet
from desktop.sheets.instrument_layout import plans
from desktop.sheets.instrument_places import Places
from desktop.sheets.instrument_rows import gather
from desktop.sheets.package import Package, look_over

MOST_TOLD = 100
"""So many problems are told at once; whoever has more has another kind of file."""


def read_instrument(data: bytes) -> Instrument:
    """The instrument of a workbook, checked whole."""
    table, places = read_table(data)
    try:
        return from_table(table)
    except Problem as problem:
        raise _together([places.located(one) for one in problem.each()]) from None


def read_table(data: bytes) -> tuple[dict[str, Any], Places]:
    """The readable table of a workbook, and where in it everything stands."""
    package = look_over(data)
    problems: list[Problem] = []
    found = _sheets(package, values(package), problems)
    _refuse(problems)
    _put_in_order(found["nodes"], _root_code(found), problems)
    _check_names(found, problems)
    _refuse(problems)
    rows = {key: [line.values for line in one.lines] for key, one in found.items()}
    return gather(rows), Places(found)


def _refuse(problems: Sequence[Problem]) -> None:
    if problems:
        raise _together(problems)


def _together(problems: Sequence[Problem]) -> Problem:
    first, *others = problems[:MOST_TOLD]
    return Problem(first.code, tuple(others), **first.facts)


def _sheets(
    package: Package, rows: Mapping[str, Rows], problems: list[Problem]
) -> dict[str, Found]:
    titles: dict[str, list[str]] = {key: [] for key in plans()}
    for title in rows:
        for key, plan in plans().items():
            if plain(title) in plan.titles():
                titles[key].append(title)
    _check_titles(titles, rows)
    return {
        key: read_sheet(plans()[key], named[0], rows[named[0]], package.sheets[named[0]], problems)
        for key, named in titles.items()
        if named
    }


def _check_titles(titles: Mapping[str, Sequence[str]], rows: Mapping[str, Rows]) -> None:
    missing = [p.title() for key, p in plans().items() if not titles[key] and not p.may_miss]
    if missing:
        known = len(missing) < len(plans()) // 2
        filled = any(not blank(cell) for each in rows.values() for row in each for cell in row)
        if not filled:
            raise Problem("workbook.no_rows")
        raise Problem(
            "workbook.sheets_missing" if known else "workbook.not_an_instrument", sheets=missing
        )
    for named in titles.values():
        if len(named) > 1:
            raise Problem("workbook.sheet_twice", sheets=named)


# The tree


def _root_code(found: Mapping[str, Found]) -> str:
    trunk = found.get("root")
    if trunk and trunk.lines:
        return str(trunk.lines[0].values.get("code", ""))
    return str(found["instrument"].lines[0].values.get("code", ""))


def _put_in_order(tree: Found, root: str, problems: list[Problem]) -> None:
    """Parents before children, siblings as they stand; a loop, a stranger, a double are told."""
    if len(tree.lines) > MOST_NODES:
        raise Problem(
            "instrument.too_large", place=tree.title, nodes=MOST_NODES, levels=MOST_LEVELS
        )
    rows = _by_code(tree, problems)
    if problems:  # a node without a code of its own has no children that could be told
        return
    below: dict[str, list[Line]] = {}
    for line in tree.lines:
        parent = _parent(line, root, rows)
        if parent and parent not in rows:
            place = line.values["code"]
            fault = _at(
                "instrument.parent_missing", tree, line, "parent", place=place, parent=parent
            )
            problems.append(fault)
        below.setdefault(parent, []).append(line)
    ordered = _preorder(below)
    if not problems and len(ordered) < len(tree.lines):
        reached = {line.row for line in ordered}
        for line in tree.lines:
            if line.row not in reached:
                facts = {"place": line.values["code"], "parent": line.values["parent"]}
                problems.append(_at("instrument.cycle", tree, line, "parent", **facts))
    tree.lines = ordered


def _parent(line: Line, root: str, rows: Mapping[str, int]) -> str:
    """The code of the parent; "" for the top, which may also be named by the instrument's code."""
    parent = line.values.get("parent", "")
    if parent == root and parent not in rows:
        parent = ""
    if not parent:
        line.values.pop("parent", None)
    return str(parent)


def _by_code(tree: Found, problems: list[Problem]) -> dict[str, int]:
    rows: dict[str, int] = {}
    for line in tree.lines:
        code = str(line.values.get("code", ""))
        if not code.strip():
            problems.append(_at("workbook.cell_empty", tree, line, "code"))
        elif code in rows:
            twice = _at("workbook.twice", tree, line, "code", value=code, first=rows[code])
            problems.append(twice)
        rows.setdefault(code, line.row)
    return rows


def _preorder(below: Mapping[str, Sequence[Line]]) -> list[Line]:
    ordered: list[Line] = []
    waiting = [*reversed(below.get("", ()))]
    while waiting:
        line = waiting.pop()
        ordered.append(line)
        waiting += reversed(below.get(line.values["code"], ()))
    return ordered


# Names that rows call each other by


def _check_names(found: Mapping[str, Found], problems: list[Problem]) -> None:
    """Bands and zones of other scales belong to something; options to a set that is there."""
    codes = {line.values.get("code") for key in ("nodes", "root") for line in _lines(found, key)}
    sets = {line.values.get("set") for line in _lines(found, "option_sets")}
    known = {"bands": ("code", codes, ""), "nodes": ("options", sets, None)}
    known["root"] = known["nodes"]
    for plan in plans().values():
        if plan.of and "order" in plan.fields:
            orders = {line.values.get("order") for line in _lines(found, plan.of)}
            known[plan.key] = ("order", orders, "")
    for key, (name, there, missing) in known.items():
        for line in _lines(found, key):
            value = line.values.get(name, missing)
            if value is not None and value not in there:
                fault = _at("workbook.name_unknown", found[key], line, name, value=value)
                problems.append(fault)


def _lines(found: Mapping[str, Found], key: str) -> Sequence[Line]:
    return found[key].lines if key in found else ()


def _at(code: str, sheet: Found, line: Line, name: str, **facts: object) -> Problem:
    where = {"sheet": sheet.title, "row": line.row, "column": sheet.heads.get(name, "")}
    return Problem(code, **facts, **where)

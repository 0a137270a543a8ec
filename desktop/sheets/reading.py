"""Reads a register workbook: sheets are known by name or heads, cells by what they truly hold.

Nothing is guessed: a number where text belongs, a formula, a merged cell, a date written so that
it cannot be read are problems with sheet, row and column. All of them are told at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from desktop.domain.intake import Entry, Register
from desktop.domain.problems import Problem
from desktop.sheets.cells import Rows, as_date, blank, shown, values
from desktop.sheets.columns import LANGUAGES, Column, plain
from desktop.sheets.lists import LISTS
from desktop.sheets.package import Look, Package, look_over
from desktop.sheets.register import SHEETS, RegisterSheet
from desktop.wording import _, speaking, states

SEARCHED = 20
"""The heads stand within the first rows; titles and remarks may stand above them."""
READ_BACK = ("agencies", "units")
Reader = Callable[[object], object]


@dataclass(frozen=True, slots=True)
class Found:
    """A sheet that was recognised, with the row of its heads and the place of each column."""

    title: str
    spec: RegisterSheet
    rows: Rows
    look: Look
    head: int
    places: Mapping[int, Column]
    """Column number, from 1 -> what stands in it."""
    unread: tuple[str, ...]


def read_register(data: bytes) -> Register:
    """The agencies, units and products of a workbook; a Problem where it is none of ours."""
    package = look_over(data)
    _check_mark(package.mark)
    found = _recognise(package, values(package))
    problems: list[Problem] = []
    entries = {
        spec.noun: tuple(
            entry for one in found if one.spec is spec for entry in _entries(one, problems)
        )
        for spec in SHEETS
    }
    return Register(
        entries["agency"],
        entries["unit"],
        entries["product"],
        tuple(problems),
        tuple((one.title, head) for one in found for head in one.unread),
    )


def _check_mark(mark: str) -> None:
    """Our own lists that are not read back are known by their mark, and refused by name."""
    kind = mark.partition("/")[0]
    if kind in LISTS and kind not in READ_BACK:
        raise Problem("workbook.written_only", title=_(LISTS[kind][0]))


# Which sheet is which


def _recognise(package: Package, values: Mapping[str, Rows]) -> list[Found]:
    found = list(filter(None, (_known(t, rows, package.sheets[t]) for t, rows in values.items())))
    if not found:
        if not any(map(_has_content, values.values())):
            raise Problem("workbook.no_rows")
        heads = [column.title() for column in SHEETS[0].columns if column.is_read]
        raise Problem("workbook.not_recognised", sheets=list(values), columns=heads)
    for spec in SHEETS:
        titles = [one.title for one in found if one.spec is spec]
        if len(titles) > 1:
            raise Problem("workbook.sheet_twice", sheets=titles)
    return found


def _known(title: str, rows: Rows, look: Look) -> Found | None:
    """What a sheet is: by its name, and then its heads must be there; else by its heads alone."""
    named = next((spec for spec in SHEETS if plain(title) in _titles(spec)), None)
    if named is None:
        found = (_heads(title, spec, rows, look) for spec in reversed(SHEETS))
        return next(filter(None, found), None)
    known = _heads(title, named, rows, look)
    if known is None and _has_content(rows):
        heads = [c.title() for c in named.columns if c.field in (*named.needed, *named.telling)]
        raise Problem("workbook.column_missing", sheet=title, columns=heads)
    return known


def _titles(spec: RegisterSheet) -> set[str]:
    names = {plain(name) for name in spec.names}
    for language in LANGUAGES:
        with speaking(language):
            names.add(plain(_(spec.title)[:31]))
    return names


def _has_content(rows: Rows) -> bool:
    return any(not blank(cell) for row in rows for cell in row)


def _heads(title: str, spec: RegisterSheet, rows: Rows, look: Look) -> Found | None:
    """The sheet as `spec` describes it, if one of its first rows holds the heads."""
    known = {head: column for column in reversed(spec.columns) for head in column.heads()}
    for number, row in enumerate(rows[:SEARCHED], start=1):
        heads = {place: str(cell) for place, cell in enumerate(row, start=1) if cell != ""}
        places = {p: known[plain(h)] for p, h in heads.items() if plain(h) in known}
        fields = {column.field for column in places.values()}
        if fields.issuperset(spec.needed) and fields.intersection(spec.telling):
            unread = tuple(head for place, head in heads.items() if place not in places)
            _check_heads(title, number, places, look)
            return Found(title, spec, rows, look, number, places, unread)
    return None


def _check_heads(title: str, row: int, places: Mapping[int, Column], look: Look) -> None:
    seen: set[str] = set()
    for column in places.values():
        if column.field in seen:
            raise Problem("workbook.column_twice", sheet=title, row=row, column=column.title())
        seen.add(column.field)
    for top, left, bottom, right in look.merges:
        if bottom >= row and any(left <= place <= right for place in places):
            raise Problem("workbook.merged", sheet=title, first=top, last=bottom)


# What is in the cells


def _entries(found: Found, problems: list[Problem]) -> list[Entry]:
    entries: list[Entry] = []
    heads = {column.field: column.title() for column in found.places.values()}
    readers = {place: _reader(c) for place, c in found.places.items() if c.is_read}
    for number, row in enumerate(found.rows[found.head :], start=found.head + 1):
        cells = {place: row[place - 1] if place <= len(row) else "" for place in readers}
        if all(blank(cell) and not _is_mark(found.look, number, p) for p, cell in cells.items()):
            continue
        fields, wrong = _fields(found, number, cells, readers)
        problems += wrong
        entries.append(Entry(found.title, number, fields, heads, not wrong))
    return entries


def _is_mark(look: Look, row: int, place: int) -> bool:
    return (row, place) in look.formulas or (row, place) in look.errors


def _fields(
    found: Found, row: int, cells: Mapping[int, object], readers: Mapping[int, Reader]
) -> tuple[dict[str, object], list[Problem]]:
    """The fields of a row that can be read, and a problem for each that cannot."""
    fields: dict[str, object] = {}
    wrong: list[Problem] = []
    for place, cell in cells.items():
        column = found.places[place]
        try:
            if (row, place) in found.look.formulas:
                raise Problem("workbook.formula")
            if (row, place) in found.look.errors:
                raise Problem("workbook.cell_error")
            fields[column.field] = readers[place](cell)
        except Problem as problem:
            where = {"sheet": found.title, "row": row, "column": column.title()}
            wrong.append(Problem(problem.code, **{**problem.facts, **where}))
    return fields, wrong


def _reader(column: Column) -> Reader:
    """How a cell of that column is read."""
    if column.kind == "date":
        return as_date
    return _choice(column) if column.kind == "choice" else _text


def _text(cell: object) -> str:
    if blank(cell):
        return ""
    if not isinstance(cell, str):
        raise Problem("workbook.not_text", value=shown(cell))
    return " ".join(cell.split())


def _choice(column: Column) -> Reader:
    choices = column.choices()
    offered = tuple(states.words(column.words).values())

    def read(cell: object) -> str:
        said = _text(cell)
        if said and plain(said) not in choices:
            raise Problem("workbook.choice_unknown", value=said, choices=offered)
        return choices[plain(said)] if said else ""

    return read

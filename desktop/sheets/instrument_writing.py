"""Writes an instrument as a workbook that people edit in Excel or LibreOffice.

Plain tables with their heads in the first row, nothing merged, no formulas; choices drop down. The
tree is set in by its levels and can be folded. `instrument_reading` reads it back.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from desktop.domain.instrument import Instrument
from desktop.domain.instrument_writer import readable
from desktop.sheets.instrument_cells import Content, content
from desktop.sheets.instrument_guide import guide
from desktop.sheets.instrument_layout import (
    GUIDE,
    HINT,
    LINE,
    VALUE,
    Field,
    Plan,
    is_of_indicator,
    plans,
)
from desktop.sheets.instrument_rows import Row, spread
from desktop.sheets.package import MARK, MOST_ROWS
from desktop.sheets.writing import clean
from desktop.wording import _, instrument

KIND = "instrument"
_DAY = "yyyy-mm-dd"
_BROKEN = re.compile("[\x00-\x08\x0b-\x1f\x7f]|\\A\\s|\\s\\Z")
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FACE = "Calibri"
_HEAD = {"font": Font(name=_FACE, bold=True), "border": Border(bottom=Side("thin"))}
_SPARE = 500
"""Rows below the last one whose choices drop down too."""
_OUTLINE = 7
"""Levels that Excel can fold."""


def write_instrument(whole: Instrument) -> bytes:
    """The bytes of the .xlsx, in the language spoken."""
    book: Any = Workbook(write_only=True)
    book.properties.creator, book.properties.title = "Patuh", clean(whole.name)
    book.custom_doc_props.append(StringProperty(name=MARK, value=f"{KIND}/1"))
    _write_guide(book.create_sheet(_(GUIDE)), whole)
    rows = spread(readable(whole, share=1))
    for plan in plans().values():
        if rows[plan.key] or not plan.may_miss:
            _write_sheet(book.create_sheet(plan.title()), plan, rows[plan.key])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _write_guide(ws: Any, whole: Instrument) -> None:
    ws.column_dimensions["A"].width = 100
    for number, line in enumerate(guide(whole)):
        font = Font(name=_FACE, bold=not number, size=11 if number else 14)
        ws.row_dimensions[number + 1].height = 20 if not number else 15 * (1 + len(line) // 100)
        ws.append([_cell(ws, line, font=font, alignment=Alignment(wrap_text=True))])


def _write_sheet(ws: Any, plan: Plan, rows: Sequence[Row]) -> None:
    ws.page_setup.orientation = "landscape"
    ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = 1, 0
    ws.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    ws.print_title_rows = "1:1"
    if plan.upright:
        _write_lines(ws, plan, rows[0] if rows else {})
    else:
        _write_rows(ws, plan, rows)


# One record: a line for each field


def _write_lines(ws: Any, plan: Plan, row: Row) -> None:
    ws.freeze_panes = "A2"
    for letter, width in zip("ABC", (30, 70, 50), strict=True):
        ws.column_dimensions[letter].width = width
    ws.append([_cell(ws, _(head), **_HEAD) for head in (LINE, VALUE, HINT)])
    for field in plan.fields.values():
        for value in _values_of(field, row, told=bool(row)):
            said = content(field, value, alone=True) if value is not None else ""
            ws.append([_cell(ws, field.head()), _put(ws, field, said), _cell(ws, _hint(field))])


def _values_of(field: Field, row: Row, *, told: bool) -> list[Any]:
    """The values of a line: a list takes a line for each item."""
    value = row.get(field.name, field.kind.default if told else None)
    if field.kind.sort != "words":
        return [value]
    return [[item] for item in value] if value else [value]


def _hint(field: Field) -> str:
    sort = field.kind.sort
    if sort == "choice":
        return " / ".join(map(field.word, field.kind.choices))
    hints = {
        "number": _("angka"),
        "integer": _("bilangan bulat"),
        "day": _("tanggal"),
        "words": _("satu baris untuk setiap isi; ulangi barisnya bila lebih dari satu"),
    }
    return hints.get(sort, "")


# Many records: a row for each


def _write_rows(ws: Any, plan: Plan, rows: Sequence[Row]) -> None:
    fields = [*plan.fields.values()]
    ws.freeze_panes = "D2" if plan.key == "nodes" else "A2"
    ws.auto_filter.ref = f"A1:{get_column_letter(len(fields))}{len(rows) + 1}"
    for place, field in enumerate(fields, start=1):
        column = ws.column_dimensions[get_column_letter(place)]
        column.width, column.number_format = field.width, _format(field)
        _offer(ws, field, get_column_letter(place), len(rows) + 1)
    above = Alignment(wrap_text=True, vertical="top")
    levels = _levels(rows) if plan.key == "nodes" else {}
    for number, row in enumerate(rows, start=2):
        if level := levels.get(str(row.get("code", "")), 0):
            ws.row_dimensions[number].outlineLevel = min(level, _OUTLINE)
    ws.row_dimensions[1].height = 32
    ws.append([_cell(ws, field.head(), alignment=above, **_HEAD) for field in fields])
    for row in rows:
        level = levels.get(str(row.get("code", "")), 0)
        ws.append([_put(ws, field, _shown(field, row), level) for field in fields])


def _shown(field: Field, row: Row) -> Content:
    """What stands in a row's cell; choices stand there even where they are the default."""
    value = row.get(field.name)
    if value is None and field.kind.default is not None and _is_told(field, row):
        value = field.kind.default
    return "" if value is None else content(field, value)


def _is_told(field: Field, row: Row) -> bool:
    if is_of_indicator(field.name) and field.sheet in ("nodes", "root") and "per" not in row:
        return False
    if field.name == "weight_sourced":
        return "weight" in row
    return field.kind.sort == "choice" or field.kind.default is True


def _levels(rows: Sequence[Row]) -> dict[str, int]:
    """How deep each node lies; parents stand above."""
    found: dict[str, int] = {}
    for row in rows:
        found[row["code"]] = found.get(row.get("parent", ""), -1) + 1
    return found


def _offer(ws: Any, field: Field, letter: str, last: int) -> None:
    """Lets the choices of a column drop down."""
    if field.kind.sort == "choice":
        said = _list(map(field.word, field.kind.choices))
    elif field.kind.sort == "flag":
        said = _list((instrument.flag(True), instrument.flag(False)))
    elif field.name == "options":
        said = f"'{plans()['option_sets'].title()}'!$A$2:$A${MOST_ROWS}"
    else:
        return
    place = f"{letter}2:{letter}{last + _SPARE}"
    offer: Any = DataValidation("list", formula1=said, allow_blank=True, sqref=place)
    ws.data_validations.append(offer)


def _list(words: Iterable[str]) -> str:
    """A list within a validation parts its words by commas, so none may stand in them."""
    return f'"{",".join(word.replace(",", "") for word in words)}"'


# Cells


def _put(ws: Any, field: Field, said: Content, level: int = 0) -> Any:
    """A typed cell; text stays text, a number keeps its own digits."""
    wrapped = field.width > 16 or isinstance(said, str)
    indent = level if field.name == "name" else 0
    side = "left" if indent or not isinstance(said, int | Decimal) else None
    place = Alignment(side, vertical="top", wrap_text=wrapped, indent=indent)
    cell = _cell(ws, said if isinstance(said, str) else "", alignment=place)
    if isinstance(said, Decimal):
        cell.value, cell.data_type = f"{said:f}", "n"
    elif isinstance(said, int):
        cell.value, cell.data_type = said, "n"
    elif isinstance(said, date):
        cell.value, cell.number_format = said, _DAY
    else:
        cell.number_format = "@" if said else _format(field)
    return cell


def _format(field: Field) -> str:
    """Where text is meant, what is typed stays as it is typed: "1.10" is a code."""
    return "@" if field.kind.sort in ("text", "choice", "words", "flag") else "General"


def _cell(ws: Any, text: str, **style: Any) -> Any:
    cell = WriteOnlyCell(ws)
    cell.value, cell.data_type = (_kept(text), "s") if text else (None, "n")
    cell.quotePrefix = text.startswith(("=", "+", "-", "@"))
    for name, value in style.items():
        setattr(cell, name, value)
    return cell


def _kept(text: str) -> str:
    """Text as a workbook keeps it whole: what XML cannot hold stands there by its number, and so
    does white space at its ends, which is dropped where openpyxl has no lxml to write with."""
    escaped = _ESCAPED.sub("_x005F_", text)
    return _BROKEN.sub(lambda found: f"_x{ord(found[0]):04X}_", escaped)

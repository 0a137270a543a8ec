"""Writes lists as workbooks: heads, widths, filter, frozen panes, print set-up, typed cells.

Text is always text: a name that begins with "=" stays a name. Numbers are written digit by digit
as the records keep them, since openpyxl would write 84.1 as 84.09999999999999.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from desktop.sheets.columns import Column, Value
from desktop.sheets.package import MARK
from desktop.wording import _, language

LONGEST = 32_767
"""Characters that a cell can hold."""
PAPERS = {"A4": 9, "F4": 14, "F4-215": 14}
"""Excel knows no F4; Folio (8.5 x 13 inch) is the nearest, and printers take F4 for it."""
_DATES = {"id": "[$-421]d mmmm yyyy", "en": "[$-809]d mmmm yyyy"}
_LOST = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: title, remarks above the heads, columns, records."""

    title: str
    remarks: tuple[str, ...]
    columns: tuple[Column, ...]
    records: Sequence[Any]


def write(sheets: Sequence[Sheet], *, mark: str, paper: str) -> bytes:
    """The bytes of an .xlsx; `mark` says what it holds, so that an import knows it again."""
    book: Any = Workbook(write_only=True)
    book.properties.creator = "Patuh"
    book.properties.title = sheets[0].title
    book.custom_doc_props.append(StringProperty(name=MARK, value=mark))
    for sheet in sheets:
        _write_sheet(book.create_sheet(_tab(sheet.title)), sheet, paper)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def clean(text: str) -> str:
    """Text as a cell can hold it: without control characters, cut where a cell ends."""
    kept = _ESCAPED.sub("_x005F_", _LOST.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))
    return kept if len(kept) <= LONGEST else kept[: LONGEST - 1] + "…"


def _tab(title: str) -> str:
    return re.sub(r"[\[\]:*?/\\]", " ", title)[:31]


def _write_sheet(ws: Any, sheet: Sheet, paper: str) -> None:
    head = len(sheet.remarks) + 3
    _set_up(ws, sheet, head, paper)
    ws.append([_cell(ws, sheet.title, font=Font(bold=True, size=14))])
    for remark in sheet.remarks:
        ws.append([_cell(ws, remark)])
    ws.append([])
    line = Border(bottom=Side("thin"))
    above = Alignment(wrap_text=True, vertical="top")
    bold = Font(bold=True)
    titles = (column.title() for column in sheet.columns)
    ws.append([_cell(ws, title, font=bold, alignment=above, border=line) for title in titles])
    for row in _rows(ws, sheet):
        ws.append(row)


def _set_up(ws: Any, sheet: Sheet, head: int, paper: str) -> None:
    last = get_column_letter(len(sheet.columns))
    ws.freeze_panes = f"A{head + 1}"
    ws.auto_filter.ref = f"A{head}:{last}{head + max(1, len(sheet.records))}"
    ws.print_title_rows = f"{head}:{head}"
    ws.page_setup.orientation = "landscape"
    ws.page_setup.paperSize = PAPERS.get(paper, PAPERS["A4"])
    ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = 1, 0
    ws.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    ws.oddFooter.center.text = _("Halaman {page} dari {pages}").format(page="&P", pages="&N")
    for place, column in enumerate(sheet.columns, start=1):
        ws.column_dimensions[get_column_letter(place)].width = column.width


def _rows(ws: Any, sheet: Sheet) -> Iterator[list[Any]]:
    """The rows of records. A cell object serves its column from row to row."""
    fillers = [_filler(ws, column) for column in sheet.columns]
    for record in sheet.records:
        yield [fill(record) for fill in fillers]


def _filler(ws: Any, column: Column) -> Callable[[Any], Any]:
    top = Alignment(vertical="top", wrap_text=column.kind in ("text", "choice"))
    cell = _cell(ws, "", alignment=top)
    cell.number_format = _format(column)
    typed = column.kind not in ("text", "choice")

    def fill(record: Any) -> Any:
        value = column.value(record)
        if value is None or value == "":
            return None
        if typed and not isinstance(value, str):
            _put(cell, value)
        else:
            _put_text(cell, str(value))
        return cell

    return fill


def _format(column: Column) -> str:
    formats = {"date": _DATES[language()], "number": "0.00", "count": "0"}
    formats |= {"moment": _DATES[language()] + " hh:mm"}
    return formats.get(column.kind, "@" if column.is_read else "General")


def _put(cell: Any, value: Value) -> None:
    """A number by its own digits, a date as a date."""
    if isinstance(value, Decimal):
        cell.value, cell.data_type = f"{value:f}", "n"
    else:
        cell.value = value.replace(tzinfo=None) if isinstance(value, datetime) else value


def _put_text(cell: Any, text: str) -> None:
    cell.value = clean(text)
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(("=", "+", "-", "@"))


def _cell(ws: Any, text: str, **style: Any) -> Any:
    cell = WriteOnlyCell(ws)
    _put_text(cell, text)
    for name, value in style.items():
        setattr(cell, name, copy(value))
    return cell

"""What is in the cells of a workbook that was looked over."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from desktop.domain.problems import Problem
from desktop.sheets.package import Package
from desktop.wording import dates

Rows = Sequence[Sequence[Any]]


def values(package: Package) -> dict[str, Rows]:
    """The rows of every sheet of a workbook that was looked over."""
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(package.data)) as book:
            return {
                title: book.get_sheet_by_name(title).to_python(skip_empty_area=False)
                for title in package.sheets
            }
    except (CalamineError, ValueError, OSError):
        raise Problem("workbook.damaged") from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # a panic of the Rust beneath
            raise
        raise Problem("workbook.damaged") from None


def blank(cell: object) -> bool:
    """Is nothing in the cell?"""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def as_date(cell: object) -> date | None:
    """The date that a cell holds or spells; None for a blank one."""
    if blank(cell):
        return None
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    found = dates.parse(cell) if isinstance(cell, str) else None
    if found is None:
        raise Problem("workbook.not_a_date", value=shown(cell))
    return found


def shown(cell: object) -> str:
    """A cell's content as it is named in a sentence."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)[:60]

"""Workbooks as other people make them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl import Workbook, load_workbook

HEADS = ("Wilayah", "Nama", "Singkatan", "Jenis", "Nomor pengaduan", "Berlaku sejak")
Rows = Sequence[Sequence[Any]]


def book(sheets: Mapping[str, Rows]) -> Workbook:
    """A workbook with these rows, from the first row and column on."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    return made


def data(made: Workbook) -> bytes:
    """Its bytes."""
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def agencies(*rows: Sequence[Any], heads: Sequence[str] = HEADS) -> bytes:
    """A workbook with one sheet of agencies."""
    return data(book({"Instansi": [heads, *rows]}))


def reopened(content: bytes) -> Workbook:
    """What another program reads."""
    return load_workbook(io.BytesIO(content))


def parts(content: bytes) -> dict[str, bytes]:
    """The parts of an .xlsx by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(content: Mapping[str, bytes]) -> bytes:
    """The .xlsx of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in content.items():
            archive.writestr(name, part)
    return stream.getvalue()


def with_part(content: bytes, name: str, change: Any) -> bytes:
    """The same workbook with one part changed by `change(bytes) -> bytes`."""
    found = parts(content)
    found[name] = change(found[name])
    return packed(found)

"""A register workbook is read as it stands: nothing is guessed, every bad cell is told."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from desktop.domain.intake import Register
from desktop.domain.problems import Problem
from desktop.sheets import Sheets
from desktop.wording import speaking, teach
from desktop.wording.problems import say
from tests.sheets import books

ROW = ("62.13", "Dinas Sosial", "Dinsos", "Dinas", "0811 2233", date(2020, 1, 2))


def read(content: bytes) -> Register:
    return Sheets().read_register(content)


def problems(*row: object) -> list[tuple[str, object]]:
    """The problems of one row: (code, head of the column)."""
    found = read(books.agencies(row)).problems
    return [(problem.code, problem.facts["column"]) for problem in found]


def test_cells_become_fields() -> None:
    (entry,) = read(books.agencies(ROW)).agencies
    assert dict(entry.fields) == {
        "region_code": "62.13",
        "name": "Dinas Sosial",
        "short_name": "Dinsos",
        "kind": "dinas",
        "complaint_phone": "0811 2233",
        "valid_from": date(2020, 1, 2),
    }
    assert (entry.sheet, entry.row, entry.is_whole) == ("Instansi", 2, True)


def test_heads_may_stand_below_a_title_and_in_any_order() -> None:
    heads = ("No.", "JENIS *", "Nama  OPD", "Catatan kami")
    rows = [["DAFTAR OPD"], [], heads, [1, "kecamatan", "Kecamatan Awang", "x"]]
    made = books.book({"OPD": rows})
    made["OPD"].merge_cells("A1:D1")
    register = read(books.data(made))
    assert [e.text("name") for e in register.agencies] == ["Kecamatan Awang"]
    assert register.agencies[0].row == 4
    assert register.unread == (("OPD", "No."), ("OPD", "Catatan kami"))


def test_english_heads_and_words_are_understood() -> None:
    from desktop import shipped

    teach("en", shipped.data("translations", "en.mo"))
    with speaking("en"):
        heads = [column.title() for column in _agency_columns()]
    (entry,) = read(books.agencies(("62.13", "Dinas X", "DX", "dinas"), heads=heads)).agencies
    assert entry.text("kind") == "dinas"


def _agency_columns():
    from desktop.sheets.register import AGENCIES

    return [c for c in AGENCIES.columns if c.field in ("region_code", "name", "short_name", "kind")]


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        (0, 62.13, "workbook.not_text"),
        (1, 17, "workbook.not_text"),
        (1, True, "workbook.not_text"),
        (3, "Kementerian Lucu", "workbook.choice_unknown"),
        (4, 8112233, "workbook.not_text"),
        (5, 43832, "workbook.not_a_date"),
        (5, "2 Januari", "workbook.not_a_date"),
        (5, "32/1/2020", "workbook.not_a_date"),
        (1, "=A1", "workbook.formula"),
        (1, "#REF!", "workbook.cell_error"),
    ],
)
def test_a_wrong_cell_is_told_with_its_column(column: int, value: object, code: str) -> None:
    row = list(ROW)
    row[column] = value  # type: ignore[call-overload]
    assert problems(*row) == [(code, books.HEADS[column])]


def test_every_bad_cell_is_told_not_only_the_first() -> None:
    register = read(books.agencies((62, 5, "D", "x", 1, "y"), (*ROW[:3], "z", *ROW[4:])))
    assert [p.facts["row"] for p in register.problems] == [2, 2, 2, 2, 2, 3]
    assert say(register.problems[0]).startswith("Lembar Instansi, baris 2, kolom Wilayah: ")
    assert [entry.is_whole for entry in register.agencies] == [False, False]


@pytest.mark.parametrize(
    "value", [date(2020, 1, 2), datetime(2020, 1, 2, 10, 30), "2 Januari 2020", "02/01/2020"]
)
def test_dates_are_read_true_or_typed(value: object) -> None:
    (entry,) = read(books.agencies((*ROW[:5], value))).agencies
    assert entry.fields["valid_from"] == date(2020, 1, 2)


def test_dates_of_1904_books_do_not_shift() -> None:
    made = books.book({"Instansi": [books.HEADS]})
    made.epoch = CALENDAR_MAC_1904
    made["Instansi"].append(list(ROW))
    (entry,) = read(books.data(made)).agencies
    assert entry.fields["valid_from"] == date(2020, 1, 2)


def test_a_formula_in_a_column_that_is_not_read_does_no_harm() -> None:
    register = read(books.agencies(("=1+1", *ROW), heads=("No.", *books.HEADS)))
    assert not register.problems


@pytest.mark.parametrize("merged", ["A1:B1", "A2:A3", "B2:C2"])
def test_merged_heads_and_cells_are_refused(merged: str) -> None:
    made = books.book({"Instansi": [books.HEADS, ROW, ROW]})
    made["Instansi"].merge_cells(merged)
    with pytest.raises(Problem) as refused:
        read(books.data(made))
    assert refused.value.code in {"workbook.merged", "workbook.column_missing"}


def test_a_merge_over_the_whole_sheet_is_refused_at_once() -> None:
    def merge(part: bytes) -> bytes:
        whole = b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
        return part.replace(b"</sheetData>", whole)

    content = books.with_part(books.agencies(ROW), "xl/worksheets/sheet1.xml", merge)
    with pytest.raises(Problem) as refused:
        read(content)
    assert refused.value.code == "workbook.merged"


def test_a_named_sheet_without_its_columns_is_refused() -> None:
    with pytest.raises(Problem) as refused:
        read(books.agencies(("a", "b"), heads=("Nama", "Keterangan")))
    assert refused.value.code == "workbook.column_missing"
    assert "Nama" in str(refused.value.facts["columns"])


def test_a_column_that_stands_twice_is_refused() -> None:
    with pytest.raises(Problem) as refused:
        read(books.agencies(("a", "b", "Dinas"), heads=("Nama", "Nama instansi", "Jenis")))
    assert refused.value.code == "workbook.column_twice"


def test_two_sheets_of_one_list_are_refused() -> None:
    rows = [books.HEADS, ROW]
    with pytest.raises(Problem) as refused:
        read(books.data(books.book({"Instansi": rows, "OPD": rows})))
    assert refused.value.code == "workbook.sheet_twice"


def test_units_and_products_have_sheets_of_their_own() -> None:
    sheets = {
        "Petunjuk": [["Isi lembar berikut."]],
        "Instansi": [books.HEADS, ROW],
        "Unit": [["Instansi", "Nama", "Jenis unit"], ["Dinas Sosial", "Loket", "DINAS_SOSIAL"]],
        "Produk": [["Instansi", "Unit", "Nama"], ["Dinas Sosial", "Loket", "Rekomendasi"]],
    }
    register = read(books.data(books.book(sheets)))
    assert (len(register.agencies), len(register.units), len(register.products)) == (1, 1, 1)
    assert register.products[0].text("unit") == "Loket"


def test_blank_rows_are_passed_over() -> None:
    register = read(books.agencies((), ("  ", ""), ROW, ()))
    assert [entry.row for entry in register.agencies] == [4]

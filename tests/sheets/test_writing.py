"""What is written can be opened, printed, filtered and read back; text stays text."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from desktop.domain.agency import Agency, Product, Unit
from desktop.domain.history import HistoryEntry
from desktop.domain.listing import KINDS, Listing, RoundLine
from desktop.domain.round import Round
from desktop.sheets import Sheets
from desktop.sheets.lists import LISTS
from desktop.sheets.writing import LONGEST, clean
from tests.sheets import books

TODAY = date(2026, 11, 23)
AGENCY = Agency(
    "A0000000001",
    "62.13",
    "Kabupaten Barito Timur",
    "dinas",
    'Dinas <Perhubungan> & "Kominfo"',
    "Dishub",
    "Siti",
    "S.E.",
    "Jl. A\nTamiang Layang",
    "0811 22",
    "yes",
    date(2020, 1, 2),
    None,
    None,
    "own",
)
ROUND = Round(
    "R0000000001",
    "Penilaian 2026",
    2026,
    "ori-2022-2024",
    "1.0",
    "ORI 2022–2024",
    "draft",
    "internal",
    "99.01",
    "Kabupaten Contoh",
    Decimal("78"),
    41,
    None,
    "",
    None,
    None,
    False,
    False,
    True,
    "released",
    date(2026, 1, 29),
    "1/2026",
)


def export(listing: Listing, **more: Any) -> Any:
    content = Sheets().export(listing, office="Kantor Contoh", today=TODAY, **more)
    return books.reopened(content)


def column(sheet: Any, head: str) -> list[Any]:
    """The cells below a head."""
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value == head:
                below = sheet.iter_rows(min_row=cell.row + 1, min_col=cell.column)
                return [one[0] for one in below]
    raise LookupError(head)


@pytest.mark.parametrize("kind", KINDS)
def test_every_list_can_be_written_empty(kind: str) -> None:
    sheet = export(Listing(kind, ())).worksheets[0]
    heads = [cell.value for cell in sheet[4]]
    assert heads == [c.title() for c in LISTS[kind][1]]


def test_a_sheet_is_ready_for_screen_and_printer() -> None:
    book = export(Listing("agencies", (AGENCY,)), paper="F4")
    sheet = book.worksheets[0]
    assert sheet.freeze_panes == "A5"
    assert sheet.auto_filter.ref == "A4:P5"
    assert sheet.print_title_rows == "$4:$4"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 14)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.column_dimensions["B"].width == 48
    assert sheet.sheet_view.selection[0].activeCell == "A1"
    assert sheet.oddFooter.center.text == "Halaman &P dari &N"
    assert sheet["A1"].value == "Daftar instansi"
    assert sheet["A2"].value == "Kantor Contoh, 23 November 2026"
    assert [p.name for p in book.custom_doc_props.props] == ["Patuh"]


def test_values_have_their_types() -> None:
    sheet = export(Listing("rounds", (RoundLine(ROUND, Decimal("84.10"), "B"),))).worksheets[0]
    (value,), (year,), (day,) = (column(sheet, h) for h in ("Nilai", "Tahun", "Tanggal rilis"))
    assert (value.value, value.number_format) == (84.1, "0.00")
    assert year.value == 2026
    assert (day.value.date(), day.is_date) == (date(2026, 1, 29), True)
    assert column(sheet, "Keadaan")[0].value == "Dirilis"
    assert column(sheet, "Sampel")[0].value is None


def test_numbers_are_written_digit_by_digit() -> None:
    line = RoundLine(ROUND, Decimal("84.10"), "B")
    content = Sheets().export(Listing("rounds", (line,)), office="K", today=TODAY)
    assert b"<v>84.10</v>" in books.parts(content)["xl/worksheets/sheet1.xml"]


@pytest.mark.parametrize(
    "name",
    ["=SUM(A1)", "=", "+62 811", "-1", "@x", "#N/A", "_x0041_", " depan", 'a"<b>&c', "1.234"],
)
def test_text_stays_text(name: str) -> None:
    content = Sheets().export(
        Listing("agencies", (replace(AGENCY, name=name),)), office="K", today=TODAY
    )
    (cell,) = column(books.reopened(content).worksheets[0], "Nama")
    assert cell.data_type == "s"
    (entry,) = Sheets().read_register(content).agencies
    assert entry.text("name") == " ".join(name.split())


def test_control_characters_and_overlong_texts_do_no_harm() -> None:
    assert clean("a\x00b\x0bc\x1fd\ud800e\ufffe") == "abcde"
    assert clean("a\r\nb\rc\td") == "a\nb\nc\td"
    assert len(clean("x" * 40_000)) == LONGEST
    assert clean("x" * 40_000).endswith("…")


def test_made_up_and_draft_are_said_in_the_sheet() -> None:
    line = RoundLine(ROUND)
    listing = Listing("rounds", (line,), drafts=("ORI 2022–2024",), is_sample=True)
    sheet = export(listing).worksheets[0]
    said = [sheet.cell(row, 1).value for row in range(1, 6)]
    assert "CONTOH: daftar ini memuat data yang dibuat untuk contoh." in said
    assert "Bobot indikator belum resmi: ORI 2022–2024." in said
    assert column(sheet, "Keterangan")[0].value == "CONTOH; bobot indikator belum resmi"


def test_without_scores_there_is_no_column_for_them() -> None:
    listing = Listing("assessments", (), withheld=("Penilaian 2026",))
    sheet = export(listing, with_scores=False).worksheets[0]
    heads = [cell.value for cell in sheet[5]]
    assert not {"Nilai", "Zona", "Nilai terendah", "Nilai tertinggi"} & set(heads)
    assert sheet["A3"].value == "Nilai dan zona tidak dimuat sebelum putarannya dirilis."


def test_units_come_with_a_sheet_of_products() -> None:
    product = Product("P1", "U1", "Kartu", "", "")
    unit = Unit("U1", "A1", "Dinas X", "62.13", "Loket", "", "LAINNYA", "", (product,))
    content = Sheets().export(Listing("units", (unit,)), office="K", today=TODAY)
    register = Sheets().read_register(content)
    assert [e.text("name") for e in register.units] == ["Loket"]
    assert [(e.text("unit"), e.text("name")) for e in register.products] == [("Loket", "Kartu")]


def test_an_exported_register_reads_back_as_it_was() -> None:
    content = Sheets().export(Listing("agencies", (AGENCY,)), office="K", today=TODAY)
    register = Sheets().read_register(content)
    assert not register.problems
    assert not register.unread
    (entry,) = register.agencies
    for name in ("name", "short_name", "kind", "head_name", "complaint_box", "valid_from"):
        assert entry.fields[name] == getattr(AGENCY, name), name
    assert entry.text("region_code") == AGENCY.region_name


def test_other_lists_are_not_read_back() -> None:
    from desktop.domain.problems import Problem

    content = Sheets().export(Listing("actions", ()), office="K", today=TODAY)
    with pytest.raises(Problem) as refused:
        Sheets().read_register(content)
    assert refused.value.code == "workbook.written_only"
    assert refused.value.facts["title"] == "Daftar tindak lanjut"


def test_a_moment_is_written_without_its_zone() -> None:
    at = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
    entry = HistoryEntry(1, at, "Siti", "agency.added", "agency", "A1", {}, {"name": "X"}, "0")
    sheet = export(Listing("history", (entry,))).worksheets[0]
    assert column(sheet, "Waktu (UTC)")[0].value == datetime(2026, 11, 23, 2, 0)
    assert column(sheet, "Sesudah")[0].value == "name: X"


def test_a_table_of_text_has_the_chosen_columns() -> None:
    heads, rows = Sheets().table(Listing("agencies", (AGENCY,)), ("id", "name", "valid_from"))
    assert heads == ("ID", "Nama", "Berlaku sejak")
    assert rows == (("A0000000001", 'Dinas <Perhubungan> & "Kominfo"', "2 Januari 2020"),)

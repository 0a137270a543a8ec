"""Instruments as workbooks: without loss both ways, and every fault told by its cell."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from openpyxl import Workbook

from desktop.domain.instrument import Instrument
from desktop.domain.instrument_document import fingerprint, from_document
from desktop.domain.instrument_text import read_toml
from desktop.domain.problems import Problem
from desktop.sheets import Sheets
from desktop.sheets.instrument_layout import plans
from desktop.shipped import data, path, text
from desktop.wording import instrument, speaking, teach
from desktop.wording.problems import say
from tests.domain.full_instrument import FULL
from tests.domain.instrument_strategies import rich_instruments
from tests.domain.test_instrument_text import SMALL
from tests.sheets import books

Change = Callable[[Workbook], object]


def same(one: Instrument, other: Instrument) -> bool:
    return fingerprint(one) == fingerprint(other)


def again(whole: Instrument) -> Instrument:
    return Sheets().read_instrument(Sheets().write_instrument(whole))


@cache
def small() -> bytes:
    return Sheets().write_instrument(read_toml(SMALL))


def changed(change: Change, content: bytes | None = None) -> bytes:
    book = books.reopened(small() if content is None else content)
    change(book)
    return books.data(book)


def refused(content: bytes) -> tuple[Problem, ...]:
    with pytest.raises(Problem) as caught:
        Sheets().read_instrument(content)
    for one in caught.value.each():
        assert "–" not in say(one).replace(str(one.facts.get("value")), "")
    return tuple(caught.value.each())


def put(sheet: str, address: str, value: object) -> Change:
    def change(book: Workbook) -> None:
        book[sheet][address].value = value  # pyright: ignore[reportAttributeAccessIssue]

    return change


# Without loss


@pytest.mark.parametrize("file", sorted(path("instruments").glob("*.toml")), ids=lambda f: f.stem)
@pytest.mark.parametrize("language", ["id", "en"])
def test_shipped_instruments_survive_their_workbook(file: Any, language: str) -> None:
    teach("en", data("translations", "en.mo"))
    whole = read_toml(text("instruments", file.name))
    with speaking(language):
        content = Sheets().write_instrument(whole)
    assert same(Sheets().read_instrument(content), whole)


@settings(max_examples=40, deadline=None)
@given(rich_instruments())
def test_every_instrument_survives_its_workbook(whole: Instrument) -> None:
    assert same(again(whole), whole)


def test_every_field_of_every_record_has_its_cell() -> None:
    whole = from_document(FULL)
    assert same(again(whole), whole)


def test_a_workbook_that_openpyxl_saved_again_is_the_same() -> None:
    for whole in (from_document(FULL), read_toml(SMALL)):
        content = books.data(books.reopened(Sheets().write_instrument(whole)))
        assert same(Sheets().read_instrument(content), whole)


def test_an_instrument_that_no_workbook_can_keep_is_refused() -> None:
    long = from_document({**FULL, "name": "x" * 40_000})
    with pytest.raises(Problem) as caught:
        Sheets().write_instrument(long)
    assert caught.value.code == "instrument.workbook_unfit"


def test_every_sheet_and_column_has_a_name_of_its_own() -> None:
    titles = [title for plan in plans().values() for title in set(plan.titles())]
    assert len(titles) == len(set(titles))
    for plan in plans().values():
        heads = [head for field in plan.fields.values() for head in set(field.heads())]
        assert len(heads) == len(set(heads)), plan.key
        nameless = [f.name for f in plan.fields.values() if f.head() == f.name]
        assert not nameless, plan.key


def test_every_choice_has_a_word() -> None:
    every = chain.from_iterable(plan.fields.values() for plan in plans().values())
    for field in every:
        words = [field.word(code) for code in field.kind.choices]
        assert len(set(words)) == len(words)
        assert not any("," in word for word in words)
        assert not field.kind.choices or set(field.kind.choices) <= set(
            instrument.CHOICES[field.words]
        )


# What people change


def test_what_is_edited_is_read() -> None:
    content = changed(put("Pohon", "D3", 4))
    read = Sheets().read_instrument(content)
    assert read.root.children[0].children[0].weight == 4


def test_rows_may_stand_in_any_order() -> None:
    def turn(book: Workbook) -> None:
        sheet = book["Pohon"]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
        sheet.delete_rows(2, len(rows))
        for row in [rows[1], rows[2], rows[0], rows[3]]:
            sheet.append(row)

    assert same(Sheets().read_instrument(changed(turn)), read_toml(SMALL))


def test_titles_above_own_sheets_and_absent_columns_are_allowed() -> None:
    def change(book: Workbook) -> None:
        book["Zona"].insert_rows(1, 2)
        book["Zona"]["A1"] = "Zona kami"
        book["Zona"].merge_cells("A1:C1")
        book.create_sheet("Hitungan")["A1"] = "=1+1"
        book["Pohon"].delete_cols(25)
        del book["Petunjuk"]

    assert same(Sheets().read_instrument(changed(change)), read_toml(SMALL))


def test_words_may_be_yes_or_true_and_lists_may_be_parted_by_lines() -> None:
    def change(book: Workbook) -> None:
        book["Zona"]["E2"] = False
        book["Pohon"]["Q3"] = 'DINAS;\n "RSUD; kota"'

    read = Sheets().read_instrument(changed(change))
    assert not read.zones[0].sourced
    asked = read.root.children[0].children[0].indicator
    assert asked is not None
    assert asked.unit_types == ("DINAS", "RSUD; kota")


# What is refused


@pytest.mark.parametrize(
    ("change", "code", "place"),
    [
        (put("Pohon", "D2", "berat"), "workbook.not_a_number", ("Pohon", 2, "Bobot")),
        (put("Pohon", "D2", "12,5"), "workbook.number_is_text", ("Pohon", 2, "Bobot")),
        (put("Pohon", "D2", "12.5"), "workbook.number_is_text", ("Pohon", 2, "Bobot")),
        (put("Pohon", "D2", date(2026, 5, 12)), "workbook.number_is_date", ("Pohon", 2, "Bobot")),
        (put("Pohon", "D2", True), "workbook.not_a_number", ("Pohon", 2, "Bobot")),
        (put("Pohon", "D2", "NaN"), "workbook.not_a_number", ("Pohon", 2, "Bobot")),
        (put("Pohon", "D2", "=1+1"), "workbook.formula", ("Pohon", 2, "Bobot")),
        (put("Pohon", "D2", "#N/A"), "workbook.cell_error", ("Pohon", 2, "Bobot")),
        (put("Pohon", "D2", -1), "instrument.weight_negative", ("Pohon", 2, "Bobot")),
        (put("Pohon", "D2", None), "instrument.weight_missing", ("Pohon", 2, "Bobot")),
        (put("Pohon", "D2", "belum diketahui"), "instrument.weight_mixed", ("Pohon", 1, "")),
        (put("Pohon", "B4", "A.1"), "workbook.twice", ("Pohon", 4, "Kode")),
        (put("Pohon", "B4", "A.2 "), "workbook.code_spaces", ("Pohon", 4, "Kode")),
        (put("Pohon", "B4", 2.1), "workbook.not_text", ("Pohon", 4, "Kode")),
        (put("Pohon", "B4", None), "workbook.cell_empty", ("Pohon", 4, "Kode")),
        (put("Pohon", "B4", "kecil"), "instrument.code_double", ("Pohon", 4, "Kode")),
        (put("Pohon", "A3", "C"), "instrument.parent_missing", ("Pohon", 3, "Induk")),
        (put("Pohon", "A2", "A"), "instrument.cycle", ("Pohon", 2, "Induk")),
        (put("Pohon", "A4", "A.1"), "instrument.indicator_with_children", ("Pohon", 3, "")),
        (put("Pohon", "J3", "tiada"), "workbook.name_unknown", ("Pohon", 3, "Kumpulan pilihan")),
        (put("Pohon", "G3", "semua"), "workbook.choice_unknown", ("Pohon", 3, "Ditanyakan")),
        (put("Pohon", "E2", "mungkin"), "workbook.choice_unknown", ("Pohon", 2, "Bobot bersumber")),
        (put("Pohon", "M5", "satu"), "workbook.not_an_integer", ("Pohon", 5, "Desimal")),
        (put("Pohon", "AB1", "Bobot kami"), "workbook.column_unknown", ("Pohon", 1, "")),
        (put("Pohon", "AB3", "lihat rapat"), "workbook.column_unknown", ("Pohon", 3, "AB")),
        (put("Pohon", "Y1", "Kode"), "workbook.column_twice", ("Pohon", 1, "Kode")),
        (put("Pohon", "D1", "Berat"), "workbook.column_unknown", ("Pohon", 1, "")),
        (put("Pita", "A2", "Z"), "workbook.name_unknown", ("Pita", 2, "Kode indikator")),
        (put("Pita", "B3", 0), "instrument.band_order", ("Pita", 3, "Mulai dari")),
        (put("Pita", "B2", 20), "instrument.band_hole", ("Pita", 2, "Mulai dari")),
        (put("Pilihan", "B2", None), "workbook.cell_empty", ("Pilihan", 2, "Nilai")),
        (put("Zona", "D2", -1), "instrument.zone_order", ("Zona", 3, "Mulai nilai")),
        (put("Zona", "D2", 101), "instrument.zone_unreachable", ("Zona", 2, "Mulai nilai")),
        (put("Zona", "A3", "BAIK"), "instrument.zone_double", ("Zona", 3, "Kode")),
        (put("Varian", "A2", 2024.5), "workbook.not_an_integer", ("Varian", 2, "Tahun")),
        (put("Instrumen", "A3", "Edisi"), "workbook.line_unknown", ("Instrumen", 3, "Isian")),
        (put("Instrumen", "A4", "Kode"), "workbook.twice", ("Instrumen", 4, "Isian")),
        (put("Instrumen", "B4", None), "instrument.text_empty", ("Instrumen", 4, "Isi")),
        (put("Instrumen", "B3", 1.1), "workbook.not_text", ("Instrumen", 3, "Isi")),
        (put("Instrumen", "B6", "besok"), "workbook.not_a_date", ("Instrumen", 6, "Isi")),
        (put("Instrumen", "B6", None), "workbook.cell_empty", ("Instrumen", 6, "Isi")),
        (put("Instrumen", "B8", "sah"), "workbook.choice_unknown", ("Instrumen", 8, "Isi")),
    ],
)
def test_a_fault_is_told_by_its_cell(
    change: Change, code: str, place: tuple[str, int, str]
) -> None:
    first, *_others = refused(changed(change))
    assert (first.code, *(first.facts.get(k) for k in ("sheet", "row", "column"))) == (code, *place)
    assert say(first).startswith(f"Lembar {place[0]}, baris {place[1]}")


def test_all_faults_are_told_at_once() -> None:
    def change(book: Workbook) -> None:
        book["Pohon"]["D2"] = "12,5"
        book["Pohon"]["D3"] = "=2"
        book["Zona"]["D2"] = "tinggi"

    assert [one.facts["sheet"] for one in refused(changed(change))] == ["Pohon", "Pohon", "Zona"]


def test_merged_heads_and_cells_are_refused() -> None:
    for cells in ("B1:C1", "A3:A4"):
        first, *_others = refused(changed(lambda book: book["Pohon"].merge_cells(cells)))  # noqa: B023
        assert first.code == "workbook.merged"


def test_missing_sheets_and_columns_are_named() -> None:
    first, *_others = refused(changed(lambda book: book.remove(book["Kuota"])))
    assert (first.code, first.facts["sheets"]) == ("workbook.sheets_missing", ["Kuota"])
    first, *_others = refused(changed(lambda book: book["Pohon"].delete_cols(4)))
    assert (first.code, first.facts["columns"]) == ("workbook.column_missing", ["Bobot"])


def test_other_files_are_no_instruments() -> None:
    assert refused(b"")[0].code == "workbook.empty_file"
    assert refused(b"code = 1")[0].code == "workbook.foreign"
    row = ("99.01", "Dinas", "D", "Dinas", "", None)
    assert refused(books.agencies(row))[0].code == "workbook.not_an_instrument"


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    found = books.parts(small())
    found["xl/media/bomb"] = b"\0" * 90_000_000
    assert refused(books.packed(found))[0].code == "workbook.too_large"


def test_ten_thousand_nodes_and_endless_depth_are_refused() -> None:
    def wide(book: Workbook) -> None:
        for number in range(10_000):
            book["Pohon"].append([None, f"n{number}", "x", 1])

    def deep(book: Workbook) -> None:
        for number in range(400):
            book["Pohon"].append([f"n{number - 1}" if number else None, f"n{number}", "x", 1])

    for change in (wide, deep):
        assert refused(changed(change))[0].code == "instrument.too_large"


def test_a_number_that_is_none_is_refused() -> None:
    sheet = next(n for n, part in books.parts(small()).items() if b"12.22" in part)
    content = books.with_part(small(), sheet, lambda part: part.replace(b"12.22", b"NaN"))
    assert refused(content)[0].code in ("workbook.not_a_number", "workbook.damaged")


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_a_workbook_that_libreoffice_saved_again_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    wholes = {"penuh": from_document(FULL), "pekppp": read_toml(text("instruments", "pekppp.toml"))}
    places = [tmp_path / f"{name}.xlsx" for name in wholes]
    for place, whole in zip(places, wholes.values(), strict=True):
        place.write_bytes(Sheets().write_instrument(whole))
    saved = tmp_path / "lagi"
    words = ["soffice", "--headless", "--convert-to", "xlsx", "--outdir", saved, *places]
    subprocess.run(words, check=True, capture_output=True, timeout=120)
    for place, whole in zip(places, wholes.values(), strict=True):
        assert same(Sheets().read_instrument((saved / place.name).read_bytes()), whole)

"""The follow-up checklist of an agreement."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.documents import Paper
from desktop.documents.checklist import WIDTHS
from desktop.documents.text import mm
from desktop.domain.letter import Checklist
from tests.documents import samples
from tests.documents.conftest import Pages


def read(paper: Paper, content: Checklist) -> Pages:
    return Pages(paper.letter(content))


def test_columns_fill_the_width_of_the_page() -> None:
    assert sum(WIDTHS[False]) == 297 - 50
    assert sum(WIDTHS[True]) == 330 - 50


def test_both_numbers_and_dates_stand_at_the_head(paper: Paper) -> None:
    text = " ".join(read(paper, samples.checklist()).texts[0].split())
    for words in (
        "Nomor : 11/ORI-MOU/II/2026",
        "Nomor : 000.4.7.2/06/NK/2026",
        "Ditandatangani : 12 Februari 2026 di Kota Contoh",
        "Berlaku sampai : 11 Februari 2031",
        "Masa yang diperiksa : 1 Juli s.d. 31 Desember 2026",
        "Daftar periksa 02/2026 | Nota Kesepakatan 11/ORI-MOU/II/2026 | Revisi 0",
    ):
        assert words in text


@pytest.mark.parametrize("size", ["A4", "F4", "F4-215"])
@pytest.mark.parametrize("rows", [0, 1, 4, 5, 6, 7, 12, 60])
def test_signatures_never_stand_alone_on_a_page(rows: int, size: str, paper: Paper) -> None:
    pages = read(paper, samples.checklist(size, rows))  # type: ignore[arg-type]
    last = pages.texts[-1]
    assert "PIHAK KESATU" in last
    assert "Beri tanda centang" in last
    assert last.count("Terlaksana") > 1 or rows == 0  # a row's box beside the note's word
    assert sum(text.count("Sebagian\n") for text in pages.texts) >= rows or rows == 0
    assert sum(text.count("PIHAK KESATU") for text in pages.texts) == 1


def test_sixty_commitments_are_all_there_under_repeated_heads(paper: Paper) -> None:
    pages = read(paper, samples.checklist(rows=60))
    numbers = [text for page in range(len(pages.texts)) for text, _, _ in pages.pieces(page)]
    for number in range(1, 61):
        assert str(number) in numbers
    assert all("Penanggung" in text and "Paraf" in text for text in pages.texts)


def test_a_row_has_20_mm_for_the_pen_and_more_where_its_text_needs_it(paper: Paper) -> None:
    content = samples.checklist(rows=3)
    long_row = replace(content.rows[0], activity="Menunjuk narahubung perangkat daerah. " * 12)
    pages = read(paper, replace(content, rows=(content.rows[0], content.rows[1], long_row)))
    tops = {text: y for text, x, y in pages.pieces(0) if x < mm(38) and text in "123"}
    assert tops["1"] - tops["2"] == pytest.approx(mm(20), abs=0.1)


def test_names_stand_on_one_line_and_the_place_over_the_first_party(paper: Paper) -> None:
    pages = read(paper, samples.checklist())
    last = len(pages.texts) - 1
    second, first = pages.place("Contoh Saputra", last), pages.place("Contoh Rahma", last)
    assert second[1] == first[1]
    assert second[0] < first[0]
    assert pages.place("Kota Contoh, ....", last)[0] > mm(297 / 2)
    assert "NIP 19800101 200212 1 000" in pages.texts[last]


def test_in_the_other_partys_copy_the_sides_are_swapped(paper: Paper) -> None:
    pages = read(paper, replace(samples.checklist(), for_second=True))
    last = len(pages.texts) - 1
    assert pages.place("Contoh Rahma", last)[0] < pages.place("Contoh Saputra", last)[0]


def test_what_is_unknown_is_a_dash_and_a_known_day_is_printed(paper: Paper) -> None:
    content = replace(
        samples.checklist(), signed_on=None, valid_until=None, checked_on=date(2026, 12, 15)
    )
    text = " ".join(read(paper, content).all.split())
    assert "Ditandatangani : –" in text
    assert "Tanggal periksa : 15 Desember 2026" in text
    assert "Kota Contoh, 15 Desember 2026" in text

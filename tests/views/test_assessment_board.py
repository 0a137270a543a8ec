"""What the grid shows, without a window: rows, columns, keys, words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from desktop import shipped
from desktop.domain.assessment import Assessment, Desk, SheetRecord
from desktop.domain.instrument import Indicator, Instrument, Option, indicators
from desktop.domain.instrument_document import to_document
from desktop.domain.instrument_text import read_toml
from desktop.views.assessment.answers import Answers
from desktop.views.assessment.board import (
    Cell,
    CellLine,
    GroupLine,
    dimension_list,
    main_board,
    respondent_board,
)
from desktop.views.assessment.grid_paint import two_lines
from desktop.views.assessment.keycaps import choice_of_key, choices, score_text, text_of

INSTRUMENTS = ("ori-2015-2021", "ori-2022-2024", "ori-2025", "uu25-14-komponen")


def instrument(code: str) -> Instrument:
    return read_toml(shipped.text("instruments", f"{code}.toml"))


def assessment(code: str) -> Assessment:
    return Assessment(
        id="S0000000001",
        round_id="R0000000001",
        round_name="Putaran",
        year=2026,
        track="internal",
        unit_id="U0000000001",
        unit_name="Dinas Contoh",
        unit_short="Discon",
        unit_type="DINAS_SOSIAL",
        agency_id="A0000000001",
        agency_name="Dinas Contoh",
        region_code="99.01",
        region_name="Kabupaten Contoh",
        instrument_code=code,
        instrument_version="1.0",
        revision=1,
        state="planned",
        is_released=False,
        is_sample=True,
        team="",
        assessors="",
        started_on=None,
        ended_on=None,
        place="",
        published_value=None,
        product_count=2,
        value=None,
        zone=None,
        low=None,
        high=None,
        answered=0,
        applicable=0,
        not_applicable=0,
        finalised_on=None,
        seal=None,
    )


def sheet(key: int, subject: str, name: str = "", role: str | None = None) -> SheetRecord:
    return SheetRecord(key, subject, None, name, name, None, role, 0, {}, {})


def desk_of(whole: Instrument, *, products: int = 2, respondents: int = 3) -> Desk:
    sheets = [sheet(1, "unit")]
    sheets += [sheet(10 + n, "product", f"Produk {n}") for n in range(products)]
    sheets += [sheet(50 + n, "respondent", f"R{n}", "pengguna") for n in range(respondents)]
    return Desk(
        assessment(whole.code), to_document(whole), "kabupaten", tuple(sheets), 1, None, None
    )


@pytest.mark.parametrize("code", INSTRUMENTS)
def test_every_asked_cell_of_the_engine_is_on_the_board_once(code: str) -> None:
    whole = instrument(code)
    desk = desk_of(whole)
    answers = Answers(desk, whole)
    lines = [line for line in main_board(desk, whole).lines if isinstance(line, CellLine)]
    cells = [c for line in lines for c in (*line.cells, *line.crowd) if c is not None]
    assert len(cells) == len(set(cells))
    assert len(cells) == answers.score.applicable


@pytest.mark.parametrize("code", INSTRUMENTS)
def test_every_row_belongs_to_a_dimension_of_the_list(code: str) -> None:
    whole = instrument(code)
    board = main_board(desk_of(whole), whole)
    numbers = {one.number for one in dimension_list(whole, board)}
    rows = {line.dimension for line in board.lines if isinstance(line, CellLine)}
    assert rows == numbers


def test_dimensions_are_called_by_their_short_names() -> None:
    whole = instrument("ori-2022-2024")
    names = [one.title for one in dimension_list(whole, main_board(desk_of(whole), whole))]
    assert names == ["Input", "Proses", "Output", "Pengaduan"]


def test_a_group_says_its_weight_or_what_it_is_part_of() -> None:
    whole = instrument("ori-2022-2024")
    groups = [
        line for line in main_board(desk_of(whole), whole).lines if isinstance(line, GroupLine)
    ]
    remarks = {group.title: group.remark for group in groups}
    assert remarks["Proses"] == "bobot 32,37"
    assert remarks["Sarana prasarana"] == "bagian dari Input"


def test_a_unit_without_products_shows_what_it_lacks() -> None:
    whole = instrument("ori-2022-2024")
    lines = main_board(desk_of(whole, products=0, respondents=0), whole).lines
    missing = {line.code: line.missing for line in lines if isinstance(line, CellLine)}
    assert missing["P.1"] == "belum ada produk dalam putaran ini"
    assert missing["O.1"] == "belum ada responden"
    assert missing["I.K.1"] == ""


def test_respondents_have_a_row_each_and_a_column_per_question() -> None:
    whole = instrument("ori-2022-2024")
    desk = desk_of(whole)
    line = next(
        line
        for line in main_board(desk, whole).lines
        if isinstance(line, CellLine) and line.code == "O.1"
    )
    board = respondent_board(desk, whole, line)
    assert board.of_respondents
    assert [head.title for head in board.heads][:2] == ["O.1", "O.2"]
    assert [getattr(line, "title", "") for line in board.lines] == [
        "Pengguna layanan",
        "Responden 1",
        "Responden 2",
        "Responden 3",
    ]


def test_the_mean_counts_those_who_answered_and_leaves_out_what_does_not_apply() -> None:
    whole = instrument("ori-2022-2024")
    answers = Answers(desk_of(whole), whole)
    number = next(n.number for n in indicators(whole) if n.code == "O.1")
    cells = [Cell(50 + n, number) for n in range(3)]
    answers.put(cells[0], 5)
    answers.put(cells[1], 2)
    answers.put(cells[2], -2)
    crowd = answers.crowd(cells)
    assert (crowd.mean, crowd.answered, crowd.of) == (Fraction(7, 2), 3, 3)


def test_what_if_changes_nothing() -> None:
    whole = instrument("uu25-14-komponen")
    answers = Answers(desk_of(whole, respondents=0), whole)
    cell = Cell(10, next(n.number for n in indicators(whole) if n.code == "SP02"))
    answers.put(cell, 3)
    assert answers.score_with(cell, 0).value == Decimal("100.00")
    assert answers.score.value == Decimal("0.00")
    assert answers.value(cell) == 3


def test_the_first_answer_begins_a_planned_assessment() -> None:
    whole = instrument("uu25-14-komponen")
    answers = Answers(desk_of(whole), whole)
    answers.begin()
    assert answers.assessment.state == "collecting"
    frozen = replace(answers.assessment, state="final", finalised_on=date(2026, 11, 20))
    answers.assessment = frozen
    answers.begin()
    assert answers.assessment is frozen
    assert not answers.is_open


def options(*scores: str) -> Indicator:
    return Indicator(
        "unit", "options", options=tuple(Option(Fraction(s), f"Pilihan {s}") for s in scores)
    )


def test_digits_choose_by_score_and_scores_that_are_no_digits_by_place() -> None:
    assert [c.key for c in choices(options("0", "3", "5"))] == ["5", "3", "0"]
    assert [c.key for c in choices(options("0", "50", "100"))] == ["1", "2", "3"]
    chosen = choice_of_key(options("0", "50", "100"), "1")
    assert chosen is not None
    assert chosen.score == 100
    assert choice_of_key(options("0", "1"), "Y") is not None
    assert choice_of_key(options("0", "1", "2"), "Y") is None


def test_cells_show_scores_yes_and_no_numbers_and_reasons() -> None:
    yes = Indicator("unit", "yes_no", options=(Option(Fraction(1), "Ada"), Option(Fraction(0), "")))
    number = Indicator("unit", "number", minimum=Fraction(0), maximum=Fraction(100), decimals=2)
    assert text_of(options("0", "3"), None).kind == "none"
    assert text_of(options("0", "3"), 0) == text_of(options("0", "3"), 0)
    assert text_of(options("0", "3"), 0).kind == "zero"
    assert (text_of(yes, 0).text, text_of(yes, 1).text) == ("Ya", "Tidak")
    assert text_of(number, 8750).text == "87,5"
    assert text_of(number, -2).kind == "na"
    assert score_text(Fraction(1, 3)) == "0,33"


def test_a_long_name_takes_two_lines_and_is_cut_only_in_the_second(qapp: object) -> None:
    text = "Sarana khusus kelompok rentan: ram, jalur pemandu, kursi roda, toilet khusus"
    first, second = two_lines(text, "body", 200)
    assert text.startswith(first)
    assert second.endswith("…")
    assert two_lines("Persyaratan", "body", 200) == ("Persyaratan",)

"""Text into lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.fonts import width
from desktop.documents.text import NBSP, Type, body_spans, clean, glued, wrap
from desktop.domain.letter_rules import Span
from tests.documents import samples

TYPE = Type(12, 16)


@pytest.fixture(autouse=True)
def _faces() -> None:
    samples.paper().register()


def shown(text: str, room: float, type_: Type = TYPE) -> list[str]:
    return ["".join(run for run, _ in line.runs) for line in wrap(text, type_, room)]


@given(st.text(max_size=120), st.floats(min_value=40, max_value=400))
def test_no_line_is_wider_than_its_room_and_nothing_is_lost(text: str, room: float) -> None:
    lines = wrap(text, TYPE, room)
    for line in lines:
        wide = sum(width(run, face, TYPE.size) for run, face in line.runs)
        assert wide <= room + 0.02 or sum(len(run) for run, _ in line.runs) <= 1
    typed = "".join(clean(text).replace(NBSP, " ").split())
    drawn = "".join(run for line in lines for run, _ in line.runs)
    assert "".join(drawn.replace(NBSP, " ").split()) == typed


def test_lines_break_at_spaces_and_at_line_feeds() -> None:
    assert shown("satu dua\ntiga", 500) == ["satu dua", "tiga"]
    assert shown("satu dua tiga", width("satu dua", "regular", 12) + 1) == ["satu dua", "tiga"]
    assert shown("", 100) == [""]


def test_a_long_word_is_cut_after_a_sign() -> None:
    assert shown("laman/setda/kabupaten-contoh", 90)[0].endswith("/")


def test_amounts_dates_and_articles_are_not_split() -> None:
    assert glued("30 (tiga puluh) hari, Pasal 21 huruf l").split(" ") == [
        f"30{NBSP}(tiga{NBSP}puluh)",
        "hari,",
        f"Pasal{NBSP}21",
        f"huruf{NBSP}l",
    ]
    assert glued("tanggal 4 Desember 2026") == f"tanggal 4{NBSP}Desember{NBSP}2026"
    assert glued("18 Desember 2026", whole_dates=False) == f"18{NBSP}Desember 2026"
    assert shown(f"x {glued('30 (tiga puluh)')}", 60) == ["x 30 (tiga", "puluh)"]


def test_a_paragraph_has_no_last_line_of_one_word() -> None:
    [span] = body_spans("Rincian disampaikan dalam lampiran surat ini.")
    assert span.text.endswith(f"surat{NBSP}ini.")


def test_bold_keeps_to_its_words() -> None:
    [line] = wrap(body_spans("Hasilnya **79,07** (zona B)."), TYPE, 500)
    assert [face for _, face in line.runs] == ["regular", "bold", "regular"]
    assert [run.strip() for run, _ in line.runs][1] == "79,07"


def test_control_characters_are_not_drawn() -> None:
    assert shown("a\x00b\tc\x1bd\ud800e", 500) == ["a b c d e"]
    [line] = wrap((Span("a\r\nb"),), TYPE, 500)[:1]
    assert line.runs == (("a", "regular"),)

"""Answers as small integers: what can be stored, what is refused, what comes back."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.answer import REASONS, NotApplicable, decode, encode, normalised
from desktop.domain.exact import exact, exact_text, half_up
from desktop.domain.instrument import Band, Indicator, Option
from desktop.domain.problems import Problem
from desktop.wording import scoring
from desktop.wording.problems import gathered

SCALE = Indicator("unit", options=tuple(Option(Fraction(n), f"tingkat {n}") for n in (3, 2, 1, 0)))
YES_NO = Indicator(
    "product",
    "yes_no",
    options=(Option(Fraction(1), "Ada"), Option(Fraction(0), "Tidak ada")),
)
NUMBER = Indicator("unit", "number", minimum=Fraction(20), maximum=Fraction(100), decimals=2)
DAYS = Indicator(
    "unit",
    "count",
    maximum=Fraction(60),
    bands=(Band(Fraction(0), Fraction(5)), Band(Fraction(14), Fraction(0))),
)
SHARE = Indicator("unit", "percentage", decimals=1)
WORDS = Indicator("unit", "text")


def problem_of(indicator: Indicator, answer: object) -> str:
    with pytest.raises(Problem) as caught:
        encode(indicator, answer)
    return caught.value.code


def test_an_option_is_stored_by_its_place() -> None:
    assert [encode(SCALE, score) for score in (3, Decimal(2), Fraction(1), 0.0)] == [0, 1, 2, 3]
    assert decode(SCALE, 1).score == 2
    assert normalised(SCALE, 1) == Fraction(2, 3)


def test_yes_and_no_are_booleans_or_scores() -> None:
    assert [encode(YES_NO, said) for said in (True, False, 1, 0)] == [0, 1, 0, 1]
    assert (normalised(YES_NO, 0), normalised(YES_NO, 1)) == (1, 0)


def test_a_number_is_stored_scaled_by_its_decimals() -> None:
    assert encode(NUMBER, Decimal("72.39")) == 7239
    assert encode(NUMBER, 72.39) == 7239
    assert decode(NUMBER, 7239).number == Decimal("72.39")
    assert normalised(NUMBER, 6000) == Fraction(1, 2)


def test_bands_turn_a_count_into_a_score() -> None:
    assert [normalised(DAYS, days) for days in (0, 13, 14, 60)] == [1, 1, 0, 0]


def test_text_is_never_counted() -> None:
    assert encode(WORDS, "tidak ada loket") == 0
    assert normalised(WORDS, 0) is None


@pytest.mark.parametrize(
    ("indicator", "answer", "code"),
    [
        (SCALE, 4, "answer.not_an_option"),
        (SCALE, 2.5, "answer.not_an_option"),
        (SCALE, True, "answer.not_a_number"),
        (SCALE, "3", "answer.not_a_number"),
        (SCALE, None, "answer.not_a_number"),
        (SCALE, float("nan"), "answer.not_a_number"),
        (SCALE, float("inf"), "answer.not_a_number"),
        (SCALE, Decimal("NaN"), "answer.not_a_number"),
        (SCALE, Decimal("1e999999999"), "answer.not_a_number"),
        (SCALE, [3], "answer.not_a_number"),
        (NUMBER, False, "answer.not_a_number"),
        (NUMBER, Decimal("19.99"), "answer.out_of_range"),
        (NUMBER, 101, "answer.out_of_range"),
        (NUMBER, Decimal("50.001"), "answer.too_precise"),
        (DAYS, Decimal("1.5"), "answer.too_precise"),
        (SHARE, -1, "answer.out_of_range"),
        (WORDS, 3, "answer.not_text"),
        (SCALE, NotApplicable("malas"), "answer.reason_unknown"),
    ],
)
def test_what_cannot_be_stored_is_refused(indicator: Indicator, answer: object, code: str) -> None:
    assert problem_of(indicator, answer) == code


@pytest.mark.parametrize(
    ("indicator", "stored"), [(SCALE, 4), (SCALE, -6), (NUMBER, 1999), (NUMBER, 10_001), (DAYS, 61)]
)
def test_what_cannot_have_been_stored_is_told(indicator: Indicator, stored: int) -> None:
    with pytest.raises(Problem) as caught:
        decode(indicator, stored)
    assert caught.value.code == "answer.not_stored"


def test_reasons_keep_their_integers_for_ever_and_have_words() -> None:
    assert dict(REASONS) == {
        "bukan_kewenangan": -1,
        "tidak_ada_layanan": -2,
        "belum_berjalan": -3,
        "digantikan": -4,
        "alasan_lain": -5,
    }
    assert set(scoring.REASONS) == set(REASONS)
    for reason, stored in REASONS.items():
        assert encode(SCALE, NotApplicable(reason)) == stored
        assert decode(SCALE, stored).reason == reason
        assert normalised(SCALE, stored) is None


@given(st.integers(2_000, 10_000))
def test_stored_numbers_come_back(stored: int) -> None:
    answer = decode(NUMBER, stored)
    assert answer.number is not None
    assert encode(NUMBER, answer.number) == stored


@given(st.fractions())
def test_exact_numbers_are_written_without_loss(value: Fraction) -> None:
    if abs(value.numerator) < 10**18 and value.denominator < 10**18:
        written = exact_text(value)
        assert Fraction(written) == value
        if value >= 0:
            assert exact(written) == value


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-200, max_value=200))
def test_half_up_is_half_away_from_zero(value: Decimal) -> None:
    assert half_up(Fraction(value), 2) == value.quantize(Decimal("0.01"), "ROUND_HALF_UP")


def test_no_other_text_is_a_number() -> None:
    for said in ("", " 1", "1 ", "1,5", "1e3", "0x1", "1/0", "+1", "--1", "١", "1.", ".5", "nan"):
        assert exact(said) is None, said
    for said in (True, None, [1], 10**18, float("nan"), Decimal("sNaN"), Decimal("Infinity")):
        assert exact(said) is None, said


@pytest.mark.parametrize("room", ["instrument", "score", "answer"])
def test_every_problem_of_these_rooms_has_its_sentence(room: str) -> None:
    source = Path(encode.__code__.co_filename).parent
    written = "".join(file.read_text(encoding="utf-8") for file in source.glob("*.py"))
    codes = set(re.findall(rf'"({room}\.[a-z_]+)"', written))
    assert codes
    assert codes <= set(gathered())

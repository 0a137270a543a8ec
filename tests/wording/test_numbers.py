"""Numbers on screen and paper."""

from __future__ import annotations

import random
from decimal import Decimal
from fractions import Fraction

import pytest

from desktop.wording import numbers

ONES = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split()


def spelled(n: int) -> str:
    """Indonesian number words by the grammar's own recursion, to judge the library with."""
    if n < 12:
        return ONES[n]
    if n < 20:
        return f"{ONES[n - 10]} belas"
    for unit, name in ((10**6, "juta"), (10**3, "ribu"), (100, "ratus"), (10, "puluh")):
        if n >= unit:
            count, rest = divmod(n, unit)
            single = count == 1 and unit in (100, 1000)
            head = f"se{name}" if single else f"{spelled(count)} {name}"
            return f"{head} {spelled(rest)}" if rest else head
    raise AssertionError(n)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Decimal("84.1"), "84,10"),
        ("77.995", "78,00"),
        (Fraction(200, 3), "66,67"),
        (Decimal("1204.5"), "1.204,50"),
        (Decimal("-1.2"), "−1,20"),
        (Decimal("-0.004"), "0,00"),
        (0, "0,00"),
        (None, "–"),
    ],
)
def test_a_decimal_is_rounded_half_up_once(value: numbers.Number | None, shown: str) -> None:
    assert numbers.decimal(value) == shown


def test_four_places_and_whole_numbers() -> None:
    assert numbers.decimal(Decimal("-11.85985"), 4) == "−11,8599"
    assert numbers.integer(1204) == "1.204"
    assert numbers.integer(-3) == "−3"


def test_a_difference_carries_its_sign() -> None:
    assert numbers.signed(Decimal("1.07")) == "+1,07"
    assert numbers.signed(Decimal("-1.2")) == "−1,20"
    assert numbers.signed(Decimal("0.001")) == "0,00"
    assert numbers.signed(None) == "–"


def test_english_uses_its_own_marks_and_words(english: None) -> None:
    assert numbers.decimal("1204.5") == "1,204.50"
    assert numbers.amount(30) == "30 (thirty)"
    assert numbers.in_words(999_121) == (
        "nine hundred and ninety-nine thousand one hundred and twenty-one"
    )
    assert numbers.in_words(1_000_005) == "one million and five"


def test_number_words_agree_with_the_grammar_up_to_the_last_million() -> None:
    dice = random.Random(20261123)
    seams = [10**p + d for p in range(2, 9) for d in (-1, 0, 1, 10, 11, 100, 1000)]
    drawn = [dice.randrange(10 ** dice.randint(1, 9)) for _ in range(3000)]
    for number in [*range(2200), *seams, *drawn, 999_999_999]:
        assert numbers.in_words(number) == spelled(number), number


def test_amount_is_digits_and_words() -> None:
    assert numbers.amount(30) == "30 (tiga puluh)"
    assert numbers.amount(0) == "0 (nol)"
    assert numbers.in_words(999_999_999) == (
        "sembilan ratus sembilan puluh sembilan juta sembilan ratus sembilan puluh sembilan ribu "
        "sembilan ratus sembilan puluh sembilan"
    )


@pytest.mark.parametrize(("n", "shown"), [(1, "I"), (4, "IV"), (9, "IX"), (11, "XI"), (12, "XII")])
def test_months_of_letter_numbers_are_roman(n: int, shown: str) -> None:
    assert numbers.roman(n) == shown


def test_no_roman_zero() -> None:
    with pytest.raises(ValueError, match="0"):
        numbers.roman(0)


@pytest.mark.parametrize(
    ("size", "shown"),
    [(0, "0 B"), (512, "512 B"), (1258291, "1,2 MB"), (18 * 2**20, "18 MB"), (10188, "9,9 KB")],
)
def test_file_sizes(size: int, shown: str) -> None:
    assert numbers.file_size(size) == shown


def test_nip_is_grouped_and_anything_else_left_as_typed() -> None:
    assert numbers.nip("197805122003121004") == "19780512 200312 1 004"
    assert numbers.nip("19780512 200312 1 004") == "19780512 200312 1 004"
    assert numbers.nip(" 1978-05 ") == "1978-05"
    assert numbers.nip(None) == ""

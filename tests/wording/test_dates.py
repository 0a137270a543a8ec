"""Dates on screen and paper, and as typed."""

from __future__ import annotations

from datetime import date, time

import pytest

from desktop.wording import dates

MONDAY = date(2026, 11, 23)


def test_a_date_in_its_forms() -> None:
    assert dates.long(MONDAY) == "23 November 2026"
    assert dates.long(date(2026, 8, 5)) == "5 Agustus 2026"
    assert dates.full(MONDAY) == "Senin, 23 November 2026"
    assert dates.short(date(2026, 12, 18)) == "18 Des"
    assert dates.clock(time(9, 5)) == "09.05"


def test_a_period_names_only_what_differs() -> None:
    assert dates.span(date(2026, 10, 5), date(2026, 10, 30)) == "5 sampai dengan 30 Oktober 2026"
    assert (
        dates.span(date(2026, 9, 28), date(2026, 10, 2))
        == "28 September sampai dengan 2 Oktober 2026"
    )
    assert (
        dates.span(date(2026, 12, 28), date(2027, 1, 2))
        == "28 Desember 2026 sampai dengan 2 Januari 2027"
    )
    assert dates.span(MONDAY, MONDAY) == "23 November 2026"
    assert (
        dates.span_in_table(date(2026, 10, 5), date(2026, 10, 30))
        == "5 Oktober s.d. 30 Oktober 2026"
    )


def test_a_date_in_words_for_minutes_of_record() -> None:
    assert dates.in_words(date(2023, 10, 12)) == (
        "dua belas bulan Oktober tahun dua ribu dua puluh tiga"
    )


@pytest.mark.parametrize(
    "typed",
    [
        "13 November 2026",
        "13 Nov 2026",
        "13  nop. 2026",
        "Jumat, 13 November 2026",
        "13\N{NO-BREAK SPACE}November 2026",
        "13/11/2026",
        "13-11-2026",
        "13.11.2026",
        "2026-11-13",
    ],
)
def test_a_date_is_read_in_the_forms_people_type(typed: str) -> None:
    assert dates.parse(typed) == date(2026, 11, 13)


@pytest.mark.parametrize(
    "typed", ["", "13 November", "31/02/2026", "13/11/26", "13 Movember 2026", "2026", "1-2/2026"]
)
def test_what_is_not_one_whole_date_is_none(typed: str) -> None:
    assert dates.parse(typed) is None


def test_every_day_of_a_leap_year_is_read_back() -> None:
    for ordinal in range(date(2028, 1, 1).toordinal(), date(2029, 1, 1).toordinal()):
        day = date.fromordinal(ordinal)
        assert dates.parse(dates.long(day)) == day
        assert dates.parse(dates.full(day)) == day


def test_english_dates(english: None) -> None:
    assert dates.full(MONDAY) == "Monday, 23 November 2026"
    assert dates.span(date(2026, 10, 5), date(2026, 10, 30)) == "5 to 30 October 2026"
    assert dates.clock(time(9, 5)) == "09:05"
    assert dates.in_words(MONDAY) == "twenty-three November two thousand and twenty-six"

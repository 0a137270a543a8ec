"""Working days: counted from the day after, never silently over a year without a table."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.calendar import Holidays, add_working_days, working_days

TABLE = Holidays(
    {date(2026, 12, 24): "Cuti bersama", date(2026, 12, 25): "Natal"}, frozenset({2026})
)
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (date(2026, 11, 23), date(2026, 11, 23), 0),
        (date(2026, 11, 23), date(2026, 11, 24), 1),
        (date(2026, 11, 20), date(2026, 11, 23), 1),
        (date(2026, 12, 23), date(2026, 12, 28), 1),
        (date(2026, 11, 24), date(2026, 11, 23), -1),
    ],
)
def test_the_first_day_does_not_count(start: date, end: date, days: int) -> None:
    assert working_days(start, end, TABLE).days == days


def test_a_year_without_a_table_is_named() -> None:
    assert working_days(date(2026, 12, 1), date(2027, 1, 5), TABLE).missing_years == (2027,)
    assert add_working_days(date(2026, 12, 21), 30, TABLE).missing_years == (2027,)
    assert add_working_days(date(2026, 11, 2), 5, TABLE).missing_years == ()


@given(DAYS, st.integers(1, 60))
def test_a_deadline_falls_on_a_working_day_and_counts_back(start: date, days: int) -> None:
    due = add_working_days(start, days, TABLE).on
    assert TABLE.is_working(due)
    assert working_days(start, due, TABLE).days == days


@given(DAYS, DAYS, DAYS)
def test_spans_add_up(a: date, b: date, c: date) -> None:
    first, second, third = sorted((a, b, c))
    parts = working_days(first, second, TABLE).days + working_days(second, third, TABLE).days
    assert parts == working_days(first, third, TABLE).days


@given(DAYS, DAYS)
def test_a_span_is_what_counting_day_by_day_gives(a: date, b: date) -> None:
    low, high = min(a, b), max(a, b)
    each = (low + timedelta(days=n) for n in range(1, (high - low).days + 1))
    assert working_days(low, high, TABLE).days == sum(map(TABLE.is_working, each))


def test_a_year_typed_wrongly_does_not_keep_anybody_waiting() -> None:
    counted: list[date] = []

    class Slow(Holidays):
        def is_working(self, day: date) -> bool:
            counted.append(day)
            return super().is_working(day)

    table = Slow(TABLE.days, TABLE.years)
    assert working_days(date(2026, 1, 1), date(9026, 1, 1), table).days > 1_000_000
    assert len(counted) < 10


@given(DAYS)
def test_a_week_without_holidays_has_five_working_days(day: date) -> None:
    plain = Holidays({}, frozenset({2026, 2027}))
    assert working_days(day, day + timedelta(days=7), plain).days == 5

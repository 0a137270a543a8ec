"""Days: working days between holidays that come in as an argument, and office time.

Monday to Friday count; holidays (libur nasional) and joint leave (cuti bersama) do not. A year the
table does not cover is never counted silently: the result names it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Holidays:
    """The office's table of days off, by date, with their names; and the years it covers."""

    days: Mapping[date, str]
    years: frozenset[int]

    def is_working(self, day: date) -> bool:
        """Whether offices work on that day."""
        return day.weekday() < 5 and day not in self.days


NO_HOLIDAYS = Holidays({}, frozenset())


@dataclass(frozen=True, slots=True)
class Span:
    """A count of days and the years for which no holiday table was there."""

    days: int
    missing_years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Deadline:
    """A computed day and the years for which no holiday table was there."""

    on: date
    missing_years: tuple[int, ...]


def _missing(first: date, last: date, holidays: Holidays) -> tuple[int, ...]:
    low, high = min(first, last), max(first, last)
    return tuple(y for y in range(low.year, high.year + 1) if y not in holidays.years)


def working_days(start: date, end: date, holidays: Holidays) -> Span:
    """Working days after `start` up to and including `end`; negative when `end` lies before.

    The day of receipt itself does not count (habit of the offices, domain note on deadlines).
    """
    low, high = min(start, end), max(start, end)
    off = sum(low < day <= high and day.weekday() < 5 for day in holidays.days)
    count = _weekdays(low, high) - off
    return Span(count if end >= start else -count, _missing(start, end, holidays))


def _weekdays(low: date, high: date) -> int:
    """Mondays to Fridays after `low` up to `high`, in as many steps however far they lie apart."""
    weeks, rest = divmod((high - low).days, 7)
    return weeks * 5 + sum((low + timedelta(days=n)).weekday() < 5 for n in range(1, rest + 1))


def add_working_days(start: date, days: int, holidays: Holidays) -> Deadline:
    """The day that lies `days` working days after `start`, counted from the next day."""
    day, left = start, days
    while left > 0:
        day += timedelta(days=1)
        left -= holidays.is_working(day)
    return Deadline(day, _missing(start, day, holidays))

"""Dates and times of the day as the reader writes them, and read back from what was typed.

Month names are a table per language, not catalogue entries: a date is formed in one place only.
"""

from __future__ import annotations

import datetime
import re

from desktop.wording import language, numbers

_MONTHS = {
    "id": (
        "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
    ).split(),
    "en": (
        "January February March April May June July August September October November December"
    ).split(),
}
_SHORT = {
    "id": "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split(),
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
}
_DAYS = {
    "id": "Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split(),
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
}
_UNTIL = {"id": ("sampai dengan", "s.d."), "en": ("to", "to")}
_SPOKEN = {"id": "{day} bulan {month} tahun {year}", "en": "{day} {month} {year}"}
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.ASCII)
_FIGURES = re.compile(r"(?P<day>\d{1,2})([-/.])(?P<month>\d{1,2})\2(?P<year>\d{4})", re.ASCII)
_NAMED = re.compile(r"(?P<day>\d{1,2})[ -](?P<month>[a-z]+)\.?[ -](?P<year>\d{4})", re.ASCII)


def month(number: int) -> str:
    """The name of a month, 1 to 12."""
    return _MONTHS[language()][number - 1]


def weekday(day: datetime.date) -> str:
    """The name of the day of the week."""
    return _DAYS[language()][day.weekday()]


def long(day: datetime.date) -> str:
    """ "23 November 2026": no leading zero, the month in words."""
    return f"{day.day} {month(day.month)} {day.year}"


def full(day: datetime.date) -> str:
    """ "Senin, 23 November 2026"."""
    return f"{weekday(day)}, {long(day)}"


def short(day: datetime.date) -> str:
    """ "18 Nov", for narrow columns of the screen."""
    return f"{day.day} {_SHORT[language()][day.month - 1]}"


def span(first: datetime.date, last: datetime.date) -> str:
    """A period in a sentence: "5 sampai dengan 30 Oktober 2026"; one day stands alone."""
    return _span(first, last, _UNTIL[language()][0], shared_month=True)


def span_in_table(first: datetime.date, last: datetime.date) -> str:
    """A period in a table or list: "5 Oktober s.d. 30 Oktober 2026"."""
    return _span(first, last, _UNTIL[language()][1], shared_month=False)


def in_words(day: datetime.date) -> str:
    """ "dua puluh tiga bulan November tahun dua ribu dua puluh enam", for minutes of record."""
    return _SPOKEN[language()].format(
        day=numbers.in_words(day.day), month=month(day.month), year=numbers.in_words(day.year)
    )


def clock(moment: datetime.time) -> str:
    """ "10.42" in Indonesian, "10:42" in English."""
    return f"{moment.hour:02d}{'.' if language() == 'id' else ':'}{moment.minute:02d}"


def parse(text: str) -> datetime.date | None:
    """The date that was typed, or None when the text is not one whole date.

    Read: 13 November 2026, 13 Nov 2026, 13/11/2026, 13-11-2026, 13.11.2026, 2026-11-13, in
    either language and with the weekday before it. A year has four digits: none is guessed.
    """
    typed = " ".join(text.split()).casefold()
    typed = re.sub(r"^[a-z']+, ?", "", typed)
    for pattern in (_ISO, _FIGURES, _NAMED):
        if found := pattern.fullmatch(typed):
            return _date(found["year"], _month_number(found["month"]), found["day"])
    return None


def _span(first: datetime.date, last: datetime.date, until: str, *, shared_month: bool) -> str:
    if first == last:
        return long(last)
    if first.year != last.year:
        return f"{long(first)} {until} {long(last)}"
    if first.month != last.month or not shared_month:
        return f"{first.day} {month(first.month)} {until} {long(last)}"
    return f"{first.day} {until} {long(last)}"


def _month_number(text: str) -> int:
    if text.isdigit():
        return int(text)
    for names in (*_MONTHS.values(), *_SHORT.values()):
        for number, name in enumerate(names, start=1):
            if text == name.casefold():
                return number
    return {"agt": 8, "ags": 8, "agust": 8, "nop": 11, "sept": 9, "pebruari": 2}.get(text, 0)


def _date(year: str, month_number: int, day: str) -> datetime.date | None:
    try:
        return datetime.date(int(year), month_number, int(day))
    except ValueError:
        return None

"""Numbers as the reader writes them. Exact until the last digit; rounded half up, once, when shown.

Indonesian: 1.204,50 and "tiga puluh". English: 1,204.50 and "thirty". The minus is U+2212.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from desktop.wording import language

Number = Decimal | Fraction | int | str

MINUS = "\N{MINUS SIGN}"
DASH = "\N{EN DASH}"

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = ["", "", *"twenty thirty forty fifty sixty seventy eighty ninety".split()]
_SCALES = ((10**9, "billion"), (10**6, "million"), (10**3, "thousand"), (100, "hundred"))
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def decimal(value: Number | None, places: int = 2) -> str:
    """A number with a fixed count of decimals, rounded half up; None is a dash.

    A text is an exact number as the records keep it ("84.1"), never one typed by a person.
    """
    if value is None:
        return DASH
    units = _units(value, places)
    return (MINUS if units < 0 else "") + _digits(abs(units), places)


def signed(value: Number | None, places: int = 2) -> str:
    """A difference with its sign: "+1,07", "−1,20"; nothing before a zero."""
    if value is None:
        return DASH
    units = _units(value, places)
    sign = "" if units == 0 else "+" if units > 0 else MINUS
    return sign + _digits(abs(units), places)


def rounded(value: Number, places: int = 2) -> Decimal:
    """The number that `decimal` prints, for sums that a reader can check."""
    return Decimal(_units(value, places)).scaleb(-places)


def integer(number: int) -> str:
    """A whole number with its thousands marked: "1.204"."""
    return decimal(number, 0)


def in_words(number: int) -> str:
    """A whole number in words (terbilang): "tiga puluh"."""
    if language() == "en":
        return ("minus " if number < 0 else "") + _english(abs(number))
    from lokal.terbilang import terbilang  # late: the package costs a quarter of a second

    return terbilang(number)


def amount(number: int) -> str:
    """An amount as letters write it, digits and words: "30 (tiga puluh)"."""
    return f"{integer(number)} ({in_words(number)})"


def roman(number: int) -> str:
    """A Roman numeral, for the month in a letter's number: 11 -> "XI". From 1 to 3999."""
    if not 0 < number < 4000:
        raise ValueError(number)
    text = ""
    for worth, letters in _ROMAN:
        count, number = divmod(number, worth)
        text += letters * count
    return text


def file_size(size: int) -> str:
    """A size in bytes as people say it: "512 B", "1,2 MB", "18 MB"."""
    amount_of, unit = Fraction(size), "B"
    for larger in ("KB", "MB", "GB"):
        if amount_of < 1000:
            break
        amount_of, unit = amount_of / 1024, larger
    places = 1 if unit != "B" and amount_of < Fraction("9.95") else 0
    return f"{decimal(amount_of, places)} {unit}"


def nip(text: str | None) -> str:
    """A civil servant's number in its groups, "19780512 200312 1 004"; other texts as typed."""
    typed = (text or "").strip()
    digits = re.sub(r"[\s.]", "", typed)
    if not re.fullmatch(r"\d{18}", digits, re.ASCII):
        return typed
    return f"{digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}"


def _units(value: Number, places: int) -> int:
    """The value in units of its last shown place, half away from zero."""
    exact = Fraction(value) * 10**places
    units = (2 * abs(exact.numerator) + exact.denominator) // (2 * exact.denominator)
    return -units if exact < 0 else units


def _digits(units: int, places: int) -> str:
    whole, rest = divmod(units, 10**places)
    point, comma = (".", ",") if language() == "en" else (",", ".")
    text = f"{whole:,}".replace(",", comma)
    return f"{text}{point}{rest:0{places}d}" if places else text


def _english(number: int) -> str:
    for worth, name in _SCALES:
        if number >= worth:
            count, rest = divmod(number, worth)
            joint = "" if not rest else " and " if rest < 100 else " "
            return f"{_english(count)} {name}" + (joint + _english(rest) if rest else "")
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")

"""Exact numbers: read strictly, written back without loss, rounded half up. No binary floats."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from math import lcm

_PLAIN = re.compile(r"-?\d{1,18}(\.\d{1,18})?|\d{1,18}/\d{1,18}")
_LIMIT = 18
"""Digits on either side: more is a typing error, or an attempt to exhaust the machine."""


def exact(value: object) -> Fraction | None:
    """An int, Decimal, Fraction or plain decimal text ("12.22", "1/3") as it stands; else None.

    A bool is no number. A float is read by its shortest decimal form (0.1 is one tenth).
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, Fraction):
        return value
    if isinstance(value, int):
        return Fraction(value) if abs(value) < 10**_LIMIT else None
    if isinstance(value, float):
        value = Decimal(repr(value))
    if isinstance(value, Decimal):
        return _of_decimal(value)
    if isinstance(value, str) and _PLAIN.fullmatch(value) and value.isascii():
        return (
            None if value.partition("/")[2].strip("0") == "" and "/" in value else Fraction(value)
        )
    return None


def exact_text(value: Fraction) -> str:
    """The shortest plain text that `exact` reads back: "12.22" where it ends, else "1/3"."""
    for places in range(_LIMIT + 1):
        scaled = value * 10**places
        if scaled.denominator == 1:
            return f"{Decimal(scaled.numerator).scaleb(-places):f}"
        if 10**_LIMIT % value.denominator:
            break
    return f"{value.numerator}/{value.denominator}"


def half_up(value: Fraction, places: int) -> Decimal:
    """Rounded to that many places, halves away from zero."""
    return rounded(value.numerator, value.denominator, places)


def rounded(numerator: int, denominator: int, places: int) -> Decimal:
    """`half_up` of a ratio of integers (denominator above 0)."""
    units = (2 * abs(numerator) * 10**places + denominator) // (2 * denominator)
    return Decimal(-units if numerator < 0 else units).scaleb(-places)


def as_integers(values: tuple[Fraction, ...]) -> tuple[tuple[int, ...], int]:
    """The same values as integers over their common denominator."""
    common = lcm(*(value.denominator for value in values))
    return tuple(value.numerator * (common // value.denominator) for value in values), common


def _of_decimal(value: Decimal) -> Fraction | None:
    if not value.is_finite():
        return None
    exponent = value.as_tuple().exponent
    small = isinstance(exponent, int) and exponent >= -_LIMIT and value.adjusted() < _LIMIT
    return Fraction(value) if small else None

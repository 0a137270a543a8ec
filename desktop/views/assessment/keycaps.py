"""Which key gives which answer, and how an answer is written in a cell."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from desktop.domain.answer import REASONS, decode, normalised
from desktop.domain.exact import exact_text
from desktop.domain.instrument import Indicator
from desktop.wording import _, numbers, scoring

REASON_KEYS = {str(at): reason for at, reason in enumerate(REASONS, start=1)}
"""X, then 1…5."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One possible answer as the inspector lists it."""

    key: str
    stored: int
    label: str
    score: Fraction


@dataclass(frozen=True, slots=True)
class CellText:
    """What a cell shows; kind: "answered", "zero", "none" (dashed) or "na" (hatched)."""

    text: str
    kind: str


def choices(indicator: Indicator) -> tuple[Choice, ...]:
    """The options, best first, each with its key: its score, or its place where scores are no
    single digits."""
    ranked = sorted(enumerate(indicator.options), key=lambda each: -each[1].score)
    digits = all(o.score.denominator == 1 and 0 <= o.score <= 9 for o in indicator.options)
    made: list[Choice] = []
    for place, (stored, option) in enumerate(ranked, start=1):
        key = str(option.score) if digits else str(place)
        label = option.label or numbers.decimal(option.score)
        made.append(Choice(key, stored, label, option.score))
    return tuple(made)


def choice_of_key(indicator: Indicator, key: str) -> Choice | None:
    """The option of a digit, or of Y (ya) and T (tidak) where there are just two."""
    every = choices(indicator)
    if key in ("Y", "T"):
        if len(every) != 2:
            return None
        return every[0] if key == "Y" else every[1]
    return next((choice for choice in every if choice.key == key), None)


def is_number(indicator: Indicator) -> bool:
    """Whether a number is typed in."""
    return indicator.answer in ("number", "count", "percentage")


def text_of(indicator: Indicator, stored: int | None) -> CellText:
    """A stored answer as its cell shows it."""
    if stored is None:
        return CellText("", "none")
    if stored < 0:
        return CellText(scoring.not_applicable(), "na")
    if indicator.answer == "text":
        return CellText(_("ada"), "answered")
    kind = "zero" if normalised(indicator, stored) == 0 else "answered"
    return CellText(_figure(indicator, stored), kind)


def _figure(indicator: Indicator, stored: int) -> str:
    answer = decode(indicator, stored)
    if answer.number is not None:
        return number_text(answer.number)
    assert answer.score is not None
    if indicator.answer == "yes_no":
        best = max(option.score for option in indicator.options)
        return _("Ya") if answer.score == best else _("Tidak")
    return score_text(answer.score)


def score_text(score: Fraction) -> str:
    """A score in full where it ends, else with two decimals."""
    text = exact_text(score)
    return numbers.decimal(score) if "/" in text else number_text(Decimal(text))


def number_text(number: Decimal) -> str:
    """A number without noughts at its end, with the comma of the language."""
    plain = number.normalize()
    exponent = plain.as_tuple().exponent
    return numbers.decimal(plain, max(0, -exponent if isinstance(exponent, int) else 0))


def said(indicator: Indicator, stored: int | None) -> str:
    """An answer in words, for history and screen readers: "4", "TB", "kosong"."""
    if stored is None:
        return _("kosong")
    return text_of(indicator, stored).text

"""One answer, as a small integer in the file and as a value for the engine.

Stored >= 0: the option's place, or a number scaled by the indicator's declared decimals (a text
answer is 0, its text stands in the note). Stored < 0: the reason why the indicator does not apply.
No entry at all = not yet assessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from desktop.domain.exact import exact, exact_text
from desktop.domain.instrument import Indicator, Option
from desktop.domain.problems import Problem

REASONS = MappingProxyType(
    {
        "bukan_kewenangan": -1,
        "tidak_ada_layanan": -2,
        "belum_berjalan": -3,
        "digantikan": -4,
        "alasan_lain": -5,
    }
)
"""Why an indicator does not apply. The integers are fixed for ever: they stand in office files."""


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """The answer "does not apply", with its reason."""

    reason: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A stored integer, read: exactly one of reason, option and number is set (none for text)."""

    stored: int
    reason: str | None = None
    option: Option | None = None
    number: Decimal | None = None
    score: Fraction | None = None
    """On the indicator's own scale; None for a reason and for text."""


def encode(indicator: Indicator, answer: object) -> int:
    """The integer to store for an option's score, a number, True/False or a NotApplicable.

    Problems: `answer.reason_unknown`, `answer.not_an_option`, `answer.not_a_number`,
    `answer.out_of_range`, `answer.too_precise`, `answer.not_text`. A bool is no number; text is a
    number nowhere; NaN is refused.
    """
    if isinstance(answer, NotApplicable):
        return reason_code(answer.reason)
    if indicator.answer == "text":
        if not isinstance(answer, str):
            raise Problem("answer.not_text", answer=str(answer))
        return 0
    if indicator.answer == "yes_no" and isinstance(answer, bool):
        return _yes(indicator) if answer else 1 - _yes(indicator)
    number = None if isinstance(answer, str) else exact(answer)
    if number is None:
        raise Problem("answer.not_a_number", answer=str(answer)[:60])
    return _of_option(indicator, number) if indicator.options else _of_number(indicator, number)


def decode(indicator: Indicator, stored: int) -> Answer:
    """What a stored integer says. `answer.not_stored` when this indicator cannot hold it."""
    if stored < 0:
        return Answer(stored, reason=reason_of(stored))
    if indicator.answer == "text":
        return Answer(stored)
    if indicator.options:
        if stored >= len(indicator.options):
            raise Problem("answer.not_stored", stored=stored)
        option = indicator.options[stored]
        return Answer(stored, option=option, score=option.score)
    number = Fraction(stored, 10**indicator.decimals)
    if not (indicator.least or 0) <= number <= (indicator.most or 0):
        raise Problem("answer.not_stored", stored=stored)
    shown = Decimal(stored).scaleb(-indicator.decimals)
    return Answer(stored, number=shown, score=_banded(indicator, number))


def normalised(indicator: Indicator, stored: int) -> Fraction | None:
    """The answer between 0 (worst) and 1 (full); None for a reason and for text."""
    score = decode(indicator, stored).score
    if score is None:
        return None
    low, high = indicator.score_bounds
    return (score - low) / (high - low)


def reason_code(reason: str) -> int:
    """The integer of a reason."""
    if reason not in REASONS:
        raise Problem("answer.reason_unknown", reason=reason, reasons=", ".join(REASONS))
    return REASONS[reason]


def reason_of(stored: int) -> str:
    """The reason of an integer."""
    if stored not in _REASON_OF:
        raise Problem("answer.not_stored", stored=stored)
    return _REASON_OF[stored]


_REASON_OF = {code: reason for reason, code in REASONS.items()}


def _yes(indicator: Indicator) -> int:
    return 0 if indicator.options[0].score > indicator.options[1].score else 1


def _of_option(indicator: Indicator, score: Fraction) -> int:
    for place, option in enumerate(indicator.options):
        if option.score == score:
            return place
    scores = ", ".join(exact_text(option.score) for option in indicator.options)
    raise Problem("answer.not_an_option", answer=exact_text(score), options=scores)


def _of_number(indicator: Indicator, number: Fraction) -> int:
    least, most = indicator.least or Fraction(0), indicator.most or Fraction(0)
    if not least <= number <= most:
        raise Problem(
            "answer.out_of_range",
            answer=exact_text(number),
            minimum=exact_text(least),
            maximum=exact_text(most),
        )
    scaled = number * 10**indicator.decimals
    if scaled.denominator != 1:
        raise Problem("answer.too_precise", answer=exact_text(number), decimals=indicator.decimals)
    return scaled.numerator


def _banded(indicator: Indicator, number: Fraction) -> Fraction:
    reached = [band.score for band in indicator.bands if band.minimum <= number]
    return reached[-1] if reached else number

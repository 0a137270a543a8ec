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

from desktop.domain.instrument import Indicator, Option

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
    `answer.out_of_range`, `answer.too_precise`. A bool is no number, NaN is refused.
    """
    raise NotImplementedError


def decode(indicator: Indicator, stored: int) -> Answer:
    """What a stored integer says. Problem when this indicator cannot hold it."""
    raise NotImplementedError


def normalised(indicator: Indicator, stored: int) -> Fraction | None:
    """The answer between 0 (worst) and 1 (full); None for a reason and for text."""
    raise NotImplementedError

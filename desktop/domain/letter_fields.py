"""What a person may edit before a letter is printed; everything else in it comes from facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.letter import Mode

CLASSIFICATIONS = ("Biasa", "Segera", "Sangat Segera", "Penting", "Rahasia")
"""Sifat, as the usual offices list it."""
SECRET = "Rahasia"


def letter_of_classification(classification: str) -> str:
    """{sifat} in a number: how open a letter is, not how urgent. B is seen in use, R by analogy."""
    return "R" if classification == SECRET else "B"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFields:
    """The editable part of a letter or checklist. Texts that are empty are left out or composed."""

    number: str = ""
    """Empty: not given yet; the number's template is printed with room for the pen."""
    classification: str = "Biasa"
    dated: date | None = None
    """None: the day is written by hand."""
    drawn_up: date
    place: str = ""
    subject: str
    addressee: str = ""
    """The title of an office, never a person."""
    attention: str = ""
    addressee_place: str = ""
    basis: str = ""
    """Result: the order the assessment follows from."""
    opening: str = ""
    """Replaces the composed first paragraph."""
    report_to: str = ""
    through: str = ""
    deadline: date | None = None
    """Result: until when the action plan is handed in; None counts from receipt."""
    due_days: int = 30
    """Suggestions: working days from receipt."""
    respectful: bool = False
    """Result: asks an equal or higher office."""
    signatory_id: str | None = None
    """None: the usual one."""
    copies: tuple[str, ...] = ()
    mode: Mode = "wet"
    revision: int = 0
    units: tuple[str, ...] | None = None
    """Suggestions: the assessments chosen; None is all of the round."""
    period: tuple[date, date] | None = None
    """Checklist: what it checks; None is the running half-year."""
    checked_on: date | None = None
    for_second: bool = False
    """Checklist: the second party's copy."""


USED: dict[str, tuple[str, ...]] = {
    "result": tuple(
        (
            "number classification dated place subject addressee attention addressee_place basis "
            "opening report_to through deadline respectful signatory_id copies mode"
        ).split()
    ),
    "suggestion": tuple(
        (
            "number classification dated place subject addressee attention addressee_place "
            "opening due_days signatory_id copies mode units"
        ).split()
    ),
    "checklist": ("number", "place", "period", "checked_on", "for_second"),
}
"""Which fields each kind of paper shows."""


def half_year(day: date) -> tuple[date, date]:
    """The half-year a day lies in."""
    if day.month <= 6:
        return date(day.year, 1, 1), date(day.year, 6, 30)
    return date(day.year, 7, 1), date(day.year, 12, 31)

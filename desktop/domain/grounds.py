"""What a number stands on: the answers to one indicator, as they were given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from desktop.domain.answer import Answer, decode
from desktop.domain.assessment import SheetRecord
from desktop.domain.instrument import Instrument, Node, node
from desktop.domain.score import NodeScore, Sheet, asked


@dataclass(frozen=True, slots=True)
class Ground:
    """One answer, of the unit or of a product."""

    name: str
    """The product; empty = the unit as a whole."""
    short_name: str
    answer: Answer | None
    """None = not yet assessed."""
    note: str


@dataclass(frozen=True, slots=True)
class Heard:
    """What respondents of one role answered, together."""

    role: str
    answered: int
    of: int
    mean: Fraction | None
    """Of their scores, on the indicator's own scale."""
    best: Fraction
    """The score that counts as full."""
    not_applicable: int


@dataclass(frozen=True, slots=True)
class Grounds:
    """All that an indicator's value is made of."""

    node: Node
    score: NodeScore
    answers: tuple[Ground, ...]
    heard: tuple[Heard, ...]


def grounds_of(
    instrument: Instrument,
    score: NodeScore,
    sheets: Sequence[SheetRecord],
    *,
    unit_type: str | None,
    year: int | None,
    kind: str | None,
) -> Grounds:
    """The answers behind a node's score, in the order of the sheets."""
    asking = node(instrument, score.number)
    mine = [
        sheet
        for sheet in sheets
        if asking in asked(instrument, _plain(sheet), unit_type=unit_type, year=year, kind=kind)
    ]
    roles = dict.fromkeys(sheet.role or "" for sheet in mine if sheet.subject == "respondent")
    return Grounds(
        asking,
        score,
        tuple(_ground(asking, sheet) for sheet in mine if sheet.subject != "respondent"),
        tuple(_heard(asking, role, mine) for role in roles),
    )


def _plain(sheet: SheetRecord) -> Sheet:
    return Sheet(sheet.subject, sheet.name, sheet.product_type, sheet.role)  # type: ignore[arg-type]


def _ground(asking: Node, sheet: SheetRecord) -> Ground:
    name = sheet.name if sheet.subject == "product" else ""
    short = sheet.short_name if sheet.subject == "product" else ""
    return Ground(name, short, _answer(asking, sheet), sheet.notes.get(asking.number, ""))


def _answer(asking: Node, sheet: SheetRecord) -> Answer | None:
    stored = sheet.answers.get(asking.number)
    assert asking.indicator is not None
    return None if stored is None else decode(asking.indicator, stored)


def _heard(asking: Node, role: str, sheets: Sequence[SheetRecord]) -> Heard:
    assert asking.indicator is not None
    those = [s for s in sheets if s.subject == "respondent" and (s.role or "") == role]
    given = [answer for sheet in those if (answer := _answer(asking, sheet)) is not None]
    scores = [answer.score for answer in given if answer.score is not None]
    return Heard(
        role=role,
        answered=len(scores),
        of=len(those),
        mean=sum(scores, Fraction(0)) / len(scores) if scores else None,
        best=asking.indicator.score_bounds[1],
        not_applicable=sum(answer.reason is not None for answer in given),
    )

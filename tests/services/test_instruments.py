"""Instruments of an office: kept as they are, and the rules of their own that they bring."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import pytest

from desktop.domain.instrument import Instrument, by_code, indicators
from desktop.domain.problems import Problem
from desktop.office import Office
from desktop.services import agencies, answers, assessments, instruments, rounds, sealing


@dataclass
class Begun:
    """A round of one unit by the evaluator's and users' index."""

    office: Office
    assessment: str

    @property
    def used(self) -> Instrument:
        return self.office.read(instruments.instrument, code="pekppp")

    def answer(self, aspect: str, stored: int) -> None:
        """Answers every indicator of an aspect."""
        desk = self.office.read(assessments.desk, id=self.assessment)
        sheet = next(s for s in desk.sheets if s.subject == "unit")
        cells = tuple((sheet.key, n.number, stored) for n in by_code(self.used, aspect).children)
        self.office.do(answers.save_answers, assessment=self.assessment, cells=cells)

    def kept(self) -> tuple[str | None, str | None, str | None, str]:
        row = self.office.read(assessments.assessment, id=self.assessment)
        return str(row.value), str(row.low), str(row.high), row.state

    def advance(self, state: str, reason: str = "") -> None:
        self.office.do(sealing.advance_assessment, id=self.assessment, state=state, reason=reason)


@pytest.fixture
def begun(office: Office) -> Begun:
    agency = office.do(agencies.add_agency, name="Dinas Contoh", region_code="99.01").id
    unit = office.do(agencies.add_unit, agency=agency, name="Loket", unit_type="LAINNYA").id
    held = office.do(
        rounds.add_round, year=2026, instrument="pekppp", region_code="99.01", name="Uji"
    ).id
    planned = office.do(assessments.plan_assessment, round=held, unit=unit, respondents=2)
    assert planned.id is not None
    return Begun(office, planned.id)


def test_what_was_left_open_counts_as_zero_once_it_is_handed_on(begun: Begun) -> None:
    begun.answer("a", 5)
    assert begun.kept() == ("3.75", "0.90", "5.00", "collecting")
    begun.advance("complete")
    assert begun.kept() == ("0.90", "0.90", "0.90", "complete")
    assert not begun.office.read(sealing.wrong_totals)
    begun.advance("collecting", "ada bukti baru")
    assert begun.kept() == ("3.75", "0.90", "5.00", "collecting")
    assert not begun.office.read(sealing.wrong_totals)


def test_it_is_sealed_with_the_zeros(begun: Begun) -> None:
    begun.answer("a", 5)
    begun.office.do(sealing.finalise_assessment, id=begun.assessment)
    assert begun.kept() == ("0.90", "0.90", "0.90", "final")
    _, score = begun.office.read(assessments.score, id=begun.assessment)
    assert (score.exact, score.closed) == (Fraction("0.9"), True)
    assert not begun.office.read(sealing.broken_seals)
    assert not begun.office.read(sealing.wrong_totals)


def test_nothing_answered_at_all_cannot_be_finalised(begun: Begun) -> None:
    with pytest.raises(Problem) as caught:
        begun.office.do(sealing.finalise_assessment, id=begun.assessment)
    assert caught.value.code == "assessment.incomplete"


def test_every_shipped_instrument_is_in_a_new_office(office: Office) -> None:
    kept = office.read(instruments.instruments)
    assert len(kept) == 6
    assert {each.state for each in kept} == {"published"}
    for each in kept:
        whole = office.read(instruments.instrument, code=each.code)
        assert each.indicator_count == len(indicators(whole))

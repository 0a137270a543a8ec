"""Instruments of an office: kept as they are, and the rules of their own that they bring."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

import pytest

from desktop.domain import instrument_tree as tree
from desktop.domain.instrument import Instrument, by_code, indicators
from desktop.domain.problems import Problem
from desktop.office import Office
from desktop.services import (
    agencies,
    answers,
    assessments,
    history,
    instruments,
    rounds,
    sealing,
)
from desktop.wording.problems import say
from tests.services.conftest import Scene


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


# ---- versions


def changed(office: Office, weight: int = 3, version: str = "1.1") -> Instrument:
    """The 14-component instrument with another weight, as another version."""
    whole = office.read(instruments.instrument, code="uu25-14-komponen")
    return replace(tree.changed(whole, "SP02", weight=Fraction(weight)), version=version)


def states(office: Office) -> dict[str, str]:
    kept = office.read(instruments.instruments)
    return {each.version: each.state for each in kept if each.code == "uu25-14-komponen"}


def refused(office: Office, use_case: Callable[..., Any], **facts: Any) -> Problem:
    with pytest.raises(Problem) as caught:
        office.do(use_case, **facts)
    assert "–" not in say(caught.value)
    return caught.value


def test_a_draft_is_edited_published_and_then_stands(office: Office) -> None:
    key = {"code": "uu25-14-komponen", "version": "1.1"}
    office.do(instruments.keep_draft, instrument=changed(office, 3))
    office.do(instruments.keep_draft, instrument=changed(office, 4))
    assert states(office) == {"1.0": "published", "1.1": "draft"}
    assert office.read(instruments.instrument, code=key["code"]).version == "1.0"
    office.do(instruments.publish, **key)
    assert states(office) == {"1.0": "superseded", "1.1": "published"}
    assert by_code(office.read(instruments.instrument, code=key["code"]), "SP02").weight == 4
    again = refused(office, instruments.keep_draft, instrument=changed(office, 5))
    assert again.code == "instrument.version_taken"
    assert refused(office, instruments.publish, **key).code == "instrument.not_a_draft"
    assert refused(office, instruments.drop_draft, **key).code == "instrument.kept_for_ever"
    office.do(instruments.supersede, **key)
    assert refused(office, instruments.supersede, **key).code == "instrument.not_published"


def test_an_unfinished_draft_is_kept_but_not_published(office: Office) -> None:
    broken = tree.changed(changed(office), "SP02", name="", weight=Fraction(-1))
    office.do(instruments.keep_draft, instrument=replace(broken, zones=()))
    key = {"code": "uu25-14-komponen", "version": "1.1"}
    found = [each.code for each in office.read(instruments.problems, **key)]
    assert found == [
        "instrument.zones_missing",
        "instrument.weight_negative",
        "instrument.nameless",
    ]
    refusal = refused(office, instruments.publish, **key)
    assert [each.code for each in refusal.each()] == found
    assert states(office) == {"1.0": "published", "1.1": "draft"}
    office.do(instruments.drop_draft, **key)
    assert states(office) == {"1.0": "published"}


def test_a_round_takes_no_draft(office: Office) -> None:
    office.do(instruments.keep_draft, instrument=changed(office))
    facts = {"year": 2026, "instrument": "uu25-14-komponen", "region_code": "99.01"}
    assert refused(office, rounds.add_round, version="1.1", **facts).code == "instrument.is_draft"
    held = office.do(rounds.add_round, **facts).id
    assert office.read(rounds.round_of, id=held).instrument_version == "1.0"


def test_an_assessment_stays_on_its_version(scene: Scene) -> None:
    scene.fill(1)
    before = scene.office.read(assessments.assessment, id=scene.assessment)
    scene.office.do(instruments.keep_draft, instrument=changed(scene.office, 50))
    scene.office.do(instruments.publish, code="uu25-14-komponen", version="1.1")
    after = scene.office.read(assessments.assessment, id=scene.assessment)
    assert (after.value, after.instrument_version) == (before.value, "1.0")
    assert scene.instrument.version == "1.0"
    assert not scene.office.read(sealing.wrong_totals)
    entry = next(e for e in scene.office.read(instruments.instruments) if e.state == "superseded")
    assert (entry.used_by, entry.version) == (1, "1.0")
    again = scene.office.do(
        rounds.add_round, year=2025, instrument="uu25-14-komponen", region_code="99.01"
    ).id
    assert scene.office.read(rounds.round_of, id=again).instrument_version == "1.1"  # fmt: skip


def test_a_version_begins_as_a_copy_and_tells_what_was_changed(office: Office) -> None:
    key = {"code": "uu25-14-komponen", "version": "1.0"}
    office.do(instruments.begin_version, **key, as_version="2.0")
    assert office.read(instruments.compare, code=key["code"], before="1.0", after="2.0") == ()
    office.do(instruments.keep_draft, instrument=changed(office, 2, "2.0"))
    (change,) = office.read(instruments.compare, code=key["code"], before="1.0", after="2.0")
    assert (change.place, change.field, change.after) == ("SP02", "weight", 2)
    taken = refused(office, instruments.begin_version, **key, as_version="2.0")
    assert (taken.code, taken.field) == ("instrument.version_taken", "as_version")
    office.do(instruments.begin_version, **key, as_version="1", as_code="kami")
    assert office.read(instruments.instrument, code="kami").name.startswith("Daftar periksa")
    empty = refused(office, instruments.begin_version, **key, as_version=" ")
    assert empty.code == "instrument.version_missing"


def test_the_same_version_twice_is_the_same_or_refused(office: Office) -> None:
    whole = office.read(instruments.instrument, code="ori-2025")
    assert not office.do(instruments.keep_instrument, instrument=whole).touched
    other = replace(whole, name="Lain")
    problem = refused(office, instruments.keep_instrument, instrument=other)
    assert problem.code == "instrument.version_taken"


def test_the_history_tells_each_step(office: Office) -> None:
    office.do(instruments.keep_draft, instrument=changed(office, 3))
    office.do(instruments.keep_draft, instrument=changed(office, 4))
    office.do(instruments.publish, code="uu25-14-komponen", version="1.1")
    told = [each.act for each in office.read(history.entries, kind="instrument", limit=3)]
    assert told == ["instrument.published", "instrument.changed", "instrument.drafted"]

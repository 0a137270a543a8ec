"""Rounds: one key, one way, one release."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.domain.problems import Problem
from desktop.services import letters, rounds, sealing
from tests.services.conftest import Scene


def test_a_round_is_unique_by_year_instrument_track_and_region(scene: Scene) -> None:
    key = {"year": 2026, "instrument": "uu25-14-komponen", "region_code": "99.01"}
    with pytest.raises(Problem) as refused:
        scene.office.do(rounds.add_round, **key)
    assert refused.value.code == "round.exists"
    scene.office.do(rounds.add_round, **key, track="ombudsman")
    assert len(scene.office.read(rounds.rounds)) == 2


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"minimum": "101"}, "round.minimum_wrong"),
        ({"minimum": "NaN"}, "round.minimum_wrong"),
        ({"minimum": "tujuh"}, "round.minimum_wrong"),
        ({"universe": 8, "sample": 10}, "round.sample_too_large"),
        ({"track": "rahasia"}, "round.track_unknown"),
        ({"instrument": "tidak-ada"}, "instrument.unknown"),
        ({"year": 1901}, "round.year_wrong"),
        (
            {"field_start": date(2026, 5, 2), "field_end": date(2026, 5, 1)},
            "round.field_ends_early",
        ),
    ],
)
def test_a_wrong_round_is_refused(scene: Scene, facts: dict[str, object], code: str) -> None:
    good: dict[str, object] = {"year": 2025, "instrument": "ori-2025", "region_code": "99.01"}
    with pytest.raises(Problem) as refused:
        scene.office.do(rounds.add_round, **{**good, **facts})
    assert refused.value.code == code
    assert len(scene.office.read(rounds.rounds)) == 1


def test_a_round_is_not_final_before_every_assessment_is_sealed(scene: Scene) -> None:
    scene.fill()
    scene.office.do(rounds.advance_round, id=scene.round, state="verifying")
    with pytest.raises(Problem) as refused:
        scene.office.do(rounds.advance_round, id=scene.round, state="final")
    assert (refused.value.code, refused.value.facts["count"]) == ("round.not_all_final", 1)
    with pytest.raises(Problem) as refused:
        scene.office.do(rounds.release_round, id=scene.round, on=scene.office.today)
    assert refused.value.code == "round.not_final"


def test_release_opens_the_letter_and_cannot_come_twice(scene: Scene) -> None:
    scene.fill(1)
    scene.office.do(sealing.finalise_assessment, id=scene.assessment)
    with pytest.raises(Problem) as refused:
        scene.office.read(letters.result_facts, assessment_id=scene.assessment)
    assert refused.value.code == "letter.not_released"
    for state in ("verifying", "final"):
        scene.office.do(rounds.advance_round, id=scene.round, state=state)
    scene.office.do(rounds.release_round, id=scene.round, on=scene.office.today, number="7/2026")
    facts = scene.office.read(letters.result_facts, assessment_id=scene.assessment)
    assert facts.assessment.shown_state == "released"
    assert len(facts.findings) == 28
    with pytest.raises(Problem) as refused:
        scene.office.do(rounds.release_round, id=scene.round, on=scene.office.today)
    assert refused.value.code == "round.already_released"


def test_suggestions_may_leave_before_release_and_hold_no_score(scene: Scene) -> None:
    scene.fill(1)
    facts = scene.office.read(letters.suggestion_facts, round=scene.round)
    assert [(g.unit, len(g.findings)) for g in facts.groups] == [("Loket", 28)]
    names = set(type(facts).__dataclass_fields__)
    assert not names & {"value", "zone", "score", "low", "high"}

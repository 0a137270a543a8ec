"""A reopened assessment: only its newest revision counts, and nothing of it leaves half done."""

from __future__ import annotations

import pytest

from desktop.domain.problems import Problem
from desktop.services import (
    actions,
    answers,
    assessments,
    findings,
    letters,
    listing,
    rounds,
    sealing,
)
from tests.services.conftest import Scene


def reopened(scene: Scene) -> str:
    """The next revision, open for answers."""
    made = scene.office.do(sealing.reopen_assessment, id=scene.assessment, reason="Salah unit")
    return str(made.id)


def refusal(scene: Scene, use_case: object, **facts: object) -> str:
    with pytest.raises(Problem) as refused:
        scene.office.do(use_case, **facts)  # type: ignore[arg-type]
    return refused.value.code


@pytest.fixture
def sealed(scene: Scene) -> Scene:
    """Scored with gaps and sealed."""
    scene.fill(1)
    scene.office.do(sealing.finalise_assessment, id=scene.assessment)
    return scene


def test_a_round_is_not_released_while_an_assessment_is_open_again(sealed: Scene) -> None:
    for state in ("verifying", "final"):
        sealed.office.do(rounds.advance_round, id=sealed.round, state=state)
    fresh = reopened(sealed)
    release = {"id": sealed.round, "on": sealed.office.today, "number": "1/2026"}
    assert refusal(sealed, rounds.release_round, **release) == "round.not_all_final"
    sealed.office.do(sealing.finalise_assessment, id=fresh)
    sealed.office.do(rounds.release_round, **release)


def test_a_reopened_unit_counts_once_and_as_open(sealed: Scene) -> None:
    fresh = reopened(sealed)
    held = sealed.office.read(rounds.round_of, id=sealed.round)
    assert (held.unit_count, held.scored_count) == (1, 0)
    sealed.office.do(sealing.finalise_assessment, id=fresh)
    held = sealed.office.read(rounds.round_of, id=sealed.round)
    assert (held.unit_count, held.scored_count) == (1, 1)


def test_findings_of_an_older_revision_stand_in_no_list(sealed: Scene) -> None:
    before = sealed.office.read(findings.findings, round=sealed.round)
    fresh = reopened(sealed)
    after = sealed.office.read(findings.findings, round=sealed.round)
    assert len(after) == len(before) == 28
    assert {f.assessment_id for f in after} == {fresh}
    assert len(sealed.office.read(listing.listing, kind="findings").records) == 28
    assert len(sealed.office.read(findings.findings, assessment=sealed.assessment)) == 28


def test_actions_follow_their_finding_into_the_next_revision(sealed: Scene) -> None:
    found = sealed.office.read(findings.findings, assessment=sealed.assessment)[0]
    made = str(sealed.office.do(actions.plan_action, finding=found.id).id)
    fresh = reopened(sealed)
    again = sealed.office.read(findings.findings, assessment=fresh)[0]
    assert (again.code, again.action_count) == (found.code, 1)
    assert sealed.office.read(actions.action, id=made).finding_id == again.id
    assert sealed.office.read(sealing.broken_seals) == ()


def test_only_the_newest_revision_is_opened_again_and_only_when_sealed(sealed: Scene) -> None:
    fresh = reopened(sealed)
    again = {"id": sealed.assessment, "reason": "Sekali lagi"}
    assert refusal(sealed, sealing.reopen_assessment, **again) == "assessment.superseded"
    step = {"id": sealed.assessment, "state": "collecting", "reason": "Sekali lagi"}
    assert refusal(sealed, sealing.advance_assessment, **step) == "assessment.superseded"
    open_one = {"id": fresh, "reason": "Terlalu dini"}
    assert refusal(sealed, sealing.reopen_assessment, **open_one) == "assessment.step_wrong"
    assert len(sealed.office.read(assessments.assessments)) == 1


def test_an_older_revision_is_neither_delivered_nor_written_about(sealed: Scene) -> None:
    fresh = reopened(sealed)
    sheet, number, _ = scene_cell(sealed, fresh)
    save = {"assessment": fresh, "sheet": sheet, "indicator": number}
    sealed.office.do(answers.save_answer, **save, value=0)
    sealed.office.do(sealing.finalise_assessment, id=fresh)
    for state in ("verifying", "final"):
        sealed.office.do(rounds.advance_round, id=sealed.round, state=state)
    sealed.office.do(rounds.release_round, id=sealed.round, on=sealed.office.today)
    step = {"id": sealed.assessment, "state": "delivered"}
    assert refusal(sealed, sealing.advance_assessment, **step) == "assessment.superseded"
    with pytest.raises(Problem) as refused:
        sealed.office.read(letters.result_facts, assessment_id=sealed.assessment)
    assert refused.value.code == "assessment.superseded"
    assert sealed.office.read(letters.result_facts, assessment_id=fresh).assessment.revision == 2


def scene_cell(scene: Scene, assessment: str) -> tuple[int, int, int | None]:
    """A cell of another revision: its sheets are its own."""
    return Scene(
        scene.office, scene.agency, scene.unit, scene.products, scene.round, assessment
    ).cells()[0]


def test_a_letter_of_suggestions_follows_a_chosen_unit_into_its_next_revision(
    sealed: Scene,
) -> None:
    reopened(sealed)
    facts = sealed.office.read(
        letters.suggestion_facts, round=sealed.round, assessments_of=(sealed.assessment,)
    )
    assert (facts.unit_count, len(facts.groups[0].findings)) == (1, 28)
    with pytest.raises(Problem) as refused:
        sealed.office.read(
            letters.suggestion_facts, round=sealed.round, assessments_of=("S0000000000",)
        )
    assert refused.value.code == "assessment.unknown"

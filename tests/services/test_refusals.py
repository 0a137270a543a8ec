"""What cannot be meant is refused with a Problem, and nothing of it is kept."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from desktop.domain.problems import Problem
from desktop.office import Office
from desktop.services import (
    agencies,
    agreements,
    assessments,
    history,
    meetings,
    offices,
    rounds,
)
from tests.services.conftest import Scene

MEETING = {"title": "Exit meeting", "held_on": date(2026, 11, 20), "region_code": "99.01"}
ROUND = {"year": 2025, "instrument": "ori-2025", "region_code": "99.01"}


def refusal(office: Office, use_case: Any, **facts: object) -> str:
    before = office.read(history.last_seq)
    with pytest.raises(Problem) as refused:
        office.do(use_case, **facts)
    assert office.read(history.last_seq) == before
    return refused.value.code


@pytest.mark.parametrize(
    ("use_case", "facts", "code"),
    [
        (rounds.add_round, {**ROUND, "universe": -1}, "record.count_negative"),
        (rounds.add_round, {**ROUND, "sample": -1}, "record.count_negative"),
        (meetings.keep_meeting, {**MEETING, "state": "perhaps"}, "meeting.state_unknown"),
        (offices.change_profile, {"kind": "kerajaan"}, "office.kind_unknown"),
        (offices.change_profile, {"margin_left": "lebar"}, "office.margin_wrong"),
        (offices.change_profile, {"due_days": "lama"}, "office.due_days_wrong"),
    ],
)
def test_a_wrong_value_is_refused(
    office: Office, use_case: Any, facts: dict[str, object], code: str
) -> None:
    assert refusal(office, use_case, **facts) == code


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"published_value": Decimal(50), "product_count": -1}, "record.count_negative"),
        ({"respondents": -1}, "assessment.respondents_wrong"),
        ({"respondents": 2_000_000_000}, "assessment.respondents_wrong"),
    ],
)
def test_a_unit_is_not_planned_with_impossible_counts(
    scene: Scene, facts: dict[str, object], code: str
) -> None:
    unit = scene.office.do(
        agencies.add_unit, agency=scene.agency, name="Lain", unit_type="LAINNYA"
    ).id
    plan = {"round": scene.round, "unit": unit, **facts}
    assert refusal(scene.office, assessments.plan_assessment, **plan) == code


def test_a_product_is_assessed_once(office: Office, scene: Scene) -> None:
    held = office.do(rounds.add_round, **ROUND).id
    twice = (scene.products[0], scene.products[0])
    made = office.do(assessments.plan_assessment, round=held, unit=scene.unit, products=twice).id
    desk = office.read(assessments.desk, id=str(made))
    assert [s.name for s in desk.sheets if s.subject == "product"] == ["Kartu"]


def test_an_agency_stands_once_in_an_agreement(office: Office, scene: Scene) -> None:
    twice = ({"agency": scene.agency}, {"agency": scene.agency, "role": "representing"})
    facts = {"title": "MoU", "region_code": "99.01", "agencies": twice}
    assert refusal(office, agreements.add_agreement, **facts) == "agreement.agency_twice"


def test_a_stage_has_a_label(office: Office) -> None:
    made = office.do(agreements.add_agreement, title="MoU", region_code="99.01").id
    for stage in ({"plan": "mulai"}, {"label": " "}):
        facts = {"agreement": made, "activity": "Menyerahkan", "stages": (stage,)}
        assert refusal(office, agreements.keep_commitment, **facts) == "commitment.stage_missing"


@pytest.mark.parametrize("name", ["Dinas \ud800", "Dinas \0"])
def test_letters_that_no_file_can_keep_are_refused(office: Office, name: str) -> None:
    facts = {"name": name, "region_code": "99.01"}
    assert refusal(office, agencies.add_agency, **facts) == "record.text_broken"


def test_a_number_that_no_file_can_keep_is_refused(office: Office) -> None:
    facts = {**MEETING, "attendance": 10**30}
    assert refusal(office, meetings.keep_meeting, **facts) == "record.number_too_large"

"""No text of an embargoed round tells a result on its way out."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from decimal import Decimal

import pytest

from desktop.domain.listing import KINDS
from desktop.domain.problems import Problem
from desktop.services import (
    actions,
    agencies,
    answers,
    assessments,
    findings,
    history,
    meetings,
    rounds,
)
from desktop.services.listing import listing
from tests.services.conftest import Scene

TOLD = "Nilainya 61,25, masuk zona kuning"


def listed(scene: Scene) -> str:
    """All lists as one text."""
    found = [scene.office.read(listing, kind=kind) for kind in KINDS]
    return json.dumps([asdict(one) for one in found], default=str, ensure_ascii=False)


@pytest.fixture
def told(scene: Scene) -> Scene:
    """A round under embargo in whose texts somebody has written the result."""
    office = scene.office
    scene.fill(1)
    sheet, number, _ = scene.cells()[0]
    place = {"assessment": scene.assessment, "sheet": sheet, "indicator": number}
    office.do(answers.save_note, **place, text=TOLD)
    found = office.read(findings.findings, assessment=scene.assessment)[1]
    office.do(findings.change_finding, id=found.id, suggestion=TOLD, legal_basis=TOLD)
    office.do(actions.plan_action, finding=found.id, output=TOLD)
    office.do(
        meetings.keep_meeting,
        title="Exit meeting",
        held_on=date(2026, 11, 20),
        region_code="99.01",
        round=scene.round,
        minutes=TOLD,
    )
    return scene


def test_lists_leave_out_what_a_text_tells_of_an_embargoed_result(told: Scene) -> None:
    text = listed(told)
    assert "61,25" not in text
    assert "kuning" in text
    held = told.office.read(rounds.round_of, id=told.round).name
    for kind in ("findings", "actions", "meetings"):
        assert told.office.read(listing, kind=kind).withheld == (held,)


def test_lists_tell_it_after_release(told: Scene) -> None:
    told.fill(0)
    told.release()
    assert "61,25" in listed(told)
    assert told.office.read(listing, kind="meetings").withheld == ()


def test_a_legal_basis_cannot_carry_a_result_into_a_letter(told: Scene) -> None:
    found = told.office.read(findings.findings, assessment=told.assessment)
    for each in found:
        told.office.do(findings.change_finding, id=each.id, note="Belum ada", suggestion="Pasang")
    with pytest.raises(Problem) as refused:
        told.office.draft("suggestion", told.round)
    assert refused.value.code == "letter.embargo_broken"


def test_a_published_value_is_remembered_and_withheld_until_release(scene: Scene) -> None:
    office = scene.office
    unit = office.do(agencies.add_unit, agency=scene.agency, name="Lain", unit_type="LAINNYA").id
    value = {"published_value": Decimal("61.25"), "product_count": 3}
    made = office.do(assessments.plan_assessment, round=scene.round, unit=unit, **value).id
    (entry,) = office.read(history.entries, kind="assessment", subject=made)
    assert entry.after == {"unit": "Lain", "published_value": "61.25", "product_count": 3}
    assert "61.25" not in listed(scene)
    office.do(assessments.drop_assessment, id=made)
    assert "61.25" not in listed(scene)

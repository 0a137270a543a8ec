"""Two people on one office: saving a form writes what was typed in it, and nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.office import Office
from desktop.services import actions, agreements, answers, findings, meetings, rounds
from tests.views.conftest import OpenWindow, Scene


@pytest.fixture
def elsewhere(office_file: Path, stocked: Scene) -> Any:
    """The same file, open beside the window."""
    office = Office.open(office_file, operator="Yusuf")
    yield office
    office.close()


def _kept(office: Office, read: Any, id: str, *names: str) -> tuple[object, ...]:
    found = next(one for one in office.read(read) if one.id == id)
    return tuple(getattr(found, name) for name in names)


def test_an_action_keeps_what_somebody_else_wrote(
    qtbot: QtBot, elsewhere: Office, stocked: Scene, open_window: OpenWindow
) -> None:
    made = str(elsewhere.do(actions.plan_action, agency=stocked.agency, title="Pasang").id)
    page: Any = open_window("action").page()
    elsewhere.do(actions.change_action, id=made, person="Rina")
    page.form.field("output").set_value("Papan di loket")
    page.save()
    qtbot.waitUntil(
        lambda: _kept(elsewhere, actions.actions, made, "output") == ("Papan di loket",)
    )
    assert _kept(elsewhere, actions.actions, made, "person") == ("Rina",)


def test_a_meeting_keeps_what_somebody_else_wrote(
    qtbot: QtBot, elsewhere: Office, stocked: Scene, open_window: OpenWindow
) -> None:
    facts = {"title": "Penutupan", "held_on": date(2026, 11, 26), "region_code": "99.01"}
    made = str(elsewhere.do(meetings.keep_meeting, **facts).id)
    page: Any = open_window("meeting").page()
    elsewhere.do(meetings.keep_meeting, id=made, agencies=(stocked.agency,), place="Aula")
    page.form.field("attendees").set_value("Bupati")
    page.save()
    qtbot.waitUntil(lambda: _kept(elsewhere, meetings.meetings, made, "attendees") == ("Bupati",))
    assert _kept(elsewhere, meetings.meetings, made, "place", "agency_count") == ("Aula", 1)


def test_an_agreement_and_its_promise_keep_what_somebody_else_wrote(
    qtbot: QtBot, elsewhere: Office, stocked: Scene, open_window: OpenWindow
) -> None:
    made = str(elsewhere.do(agreements.add_agreement, title="MoU", region_code="99.01").id)
    promised = str(
        elsewhere.do(agreements.keep_commitment, agreement=made, activity="Menyerahkan").id
    )
    page: Any = open_window("agreement").page()
    page.tree.select(made)
    page._change_agreement()
    elsewhere.do(agreements.change_agreement, id=made, place="Aula", parties=({"name": "Bupati"},))
    page.form.field("scope").set_value("Perizinan")
    page.save()
    qtbot.waitUntil(lambda: _kept(elsewhere, agreements.agreements, made, "scope") != ("",))
    (whole,) = elsewhere.read(agreements.agreements)
    assert (whole.place, [p.name for p in whole.parties]) == ("Aula", ["Bupati"])
    page.load()
    page.tree.select(made)
    page.detail.ledger.select(promised)
    page._change_promise()
    stage = {"label": "2026", "plan": "mulai"}
    elsewhere.do(agreements.keep_commitment, id=promised, target=194, stages=(stage,))
    page.promise_form.field("output").set_value("Berita acara")
    page.save()
    qtbot.waitUntil(lambda: _kept(elsewhere, agreements.commitments, promised, "output") != ("",))
    (promise,) = elsewhere.read(agreements.commitments)
    assert (promise.target, [s.label for s in promise.stages]) == (194, ["2026"])


def test_a_round_keeps_what_somebody_else_wrote(
    qtbot: QtBot, elsewhere: Office, stocked: Scene, open_window: OpenWindow
) -> None:
    page: Any = open_window("round").page()
    elsewhere.do(rounds.change_round, id=stocked.round, basis="SK 1/2026")
    page.form.field("name").set_value("Penilaian Mandiri")
    page.save()
    named = ("Penilaian Mandiri",)
    qtbot.waitUntil(lambda: _kept(elsewhere, rounds.rounds, stocked.round, "name") == named)
    assert _kept(elsewhere, rounds.rounds, stocked.round, "basis") == ("SK 1/2026",)


def test_a_finding_whose_day_has_passed_can_still_be_edited(
    qtbot: QtBot,
    elsewhere: Office,
    stocked: Scene,
    open_window: OpenWindow,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    scene = Scene(
        elsewhere, stocked.agency, stocked.unit, stocked.products, stocked.round, stocked.assessment
    )
    elsewhere.do(answers.save_answers, assessment=scene.assessment, cells=scene.cells(1)[:1])
    (found,) = elsewhere.read(findings.findings)
    elsewhere.do(findings.change_finding, id=found.id, due_on=date(2026, 11, 24))
    monkeypatch.setenv("PATUH_NOW", "2026-11-30")
    page: Any = open_window("action").page()
    page.show_place(assessment=scene.assessment)
    page.finding_form.field("suggestion").set_value("Pasang papan di loket 2")
    page.save()
    said = ("Pasang papan di loket 2",)
    qtbot.waitUntil(lambda: _kept(elsewhere, findings.findings, found.id, "suggestion") == said)

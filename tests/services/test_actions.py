"""Actions from findings, promises and meetings; the register of both."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from desktop.domain.history import HistoryEntry
from desktop.domain.problems import Problem
from desktop.office import Office
from desktop.services import (
    actions,
    agreements,
    answers,
    assessments,
    findings,
    history,
    home,
    instruments,
    meetings,
    sealing,
)
from tests.services.conftest import Scene


def test_an_action_takes_title_and_agency_from_its_finding(scene: Scene) -> None:
    scene.fill(1)
    found = scene.office.read(findings.findings, assessment=scene.assessment)[0]
    scene.office.do(actions.plan_action, finding=found.id, person="Rina")
    made = scene.office.read(actions.actions)[0]
    assert (made.title, made.origin, made.agency_id) == (
        found.suggestion,
        found.code,
        scene.agency,
    )
    again = scene.office.read(findings.findings, assessment=scene.assessment)[0]
    assert again.action_count == 1


def test_the_deadline_counts_the_usual_working_days_from_receipt(scene: Scene) -> None:
    made = scene.office.do(
        actions.plan_action,
        agency=scene.agency,
        title="Pasang papan",
        received_on=date(2026, 10, 2),
    ).id
    assert scene.office.read(actions.action, id=str(made)).due_on == date(2026, 11, 13)


def test_an_action_needs_a_title_and_an_agency(scene: Scene) -> None:
    for facts, code in (
        ({"agency": scene.agency}, "action.title_missing"),
        ({"title": "Pasang"}, "action.agency_missing"),
    ):
        with pytest.raises(Problem) as refused:
            scene.office.do(actions.plan_action, **facts)
        assert refused.value.code == code


def test_an_action_walks_to_its_end_with_two_people(scene: Scene) -> None:
    office = scene.office
    made = str(office.do(actions.plan_action, agency=scene.agency, title="Pasang papan").id)
    office.do(actions.advance_action, id=made, state="running")
    office.do(actions.advance_action, id=made, state="reported", note="Foto papan")
    with pytest.raises(Problem) as refused:
        office.do(actions.advance_action, id=made, state="verified")
    assert refused.value.code == "action.verifier_same"
    office.operator = "Yusuf"
    office.do(actions.advance_action, id=made, state="verified")
    office.do(actions.advance_action, id=made, state="closed")
    kept = office.read(actions.action, id=made)
    assert (kept.state, kept.evidence_note, kept.verified_by) == ("closed", "Foto papan", "Yusuf")


def test_an_action_sent_back_is_neither_reported_nor_verified(scene: Scene) -> None:
    office = scene.office
    made = str(office.do(actions.plan_action, agency=scene.agency, title="Pasang papan").id)
    office.do(actions.advance_action, id=made, state="running", on=date(2026, 11, 2))
    office.do(actions.advance_action, id=made, state="reported", reported_by="Rina")
    office.do(actions.advance_action, id=made, state="verified")
    office.do(actions.advance_action, id=made, state="running", note="Foto tidak terbaca")
    kept = office.read(actions.action, id=made)
    assert (kept.state, kept.started_on) == ("running", date(2026, 11, 2))
    assert (kept.reported_on, kept.reported_by, kept.verified_by) == (None, "", "")
    (told,) = office.read(history.entries, kind="action", subject=made, limit=1)
    assert (told.after["note"], told.before["reported_by"]) == ("Foto tidak terbaca", "Rina")


def test_no_step_is_taken_tomorrow(scene: Scene) -> None:
    made = str(scene.office.do(actions.plan_action, agency=scene.agency, title="Pasang").id)
    with pytest.raises(Problem) as refused:
        scene.office.do(actions.advance_action, id=made, state="running", on=date(2026, 11, 24))
    assert refused.value.code == "action.step_in_future"


def test_dropping_needs_a_reason(scene: Scene) -> None:
    made = str(scene.office.do(actions.plan_action, agency=scene.agency, title="Pasang").id)
    with pytest.raises(Problem) as refused:
        scene.office.do(actions.advance_action, id=made, state="dropped")
    assert refused.value.code == "action.drop_reason_missing"


@pytest.fixture
def promise(office: Office) -> tuple[str, str]:
    """(agreement, commitment): 194 authorities, to begin in 2019, complete in 2020."""
    made = office.do(
        agreements.add_agreement,
        title="Peningkatan kapasitas",
        region_code="62.13",
        universe=42,
        representing=10,
        signed_on=date(2018, 4, 5),
        state="in_force",
        parties=({"name": "Pemerintah Kabupaten"}, {"name": "Ombudsman", "number": "1/2018"}),
    ).id
    promised = office.do(
        agreements.keep_commitment,
        agreement=made,
        activity="Penyerahan ke satu pintu",
        unit="kewenangan",
        target=194,
        stages=({"label": "2019", "plan": "mulai"}, {"label": "2020", "plan": "lengkap"}),
    ).id
    return str(made), str(promised)


def test_a_promise_keeps_what_is_unknown_unknown(office: Office, promise: tuple[str, str]) -> None:
    page = office.read(agreements.agreement_page, id=promise[0])
    made = page.commitments[0]
    assert (made.baseline, made.target, made.standing) == (None, 194, "needs_report")
    assert [s.label for s in made.stages] == ["2019", "2020"]
    assert (page.agreement.universe, page.agreement.unknown_count) == (42, 10)
    assert page.agreement.parties[1].number == "1/2018"


def test_a_report_changes_how_a_promise_stands(office: Office, promise: tuple[str, str]) -> None:
    facts = {"commitment": promise[1], "stage": "2019", "amount": 60, "state": "partly"}
    office.do(agreements.report_followup, **facts)
    made = office.read(agreements.commitments, agreement=promise[0])[0]
    assert (made.standing, made.stages[0].reported, made.stages[1].reported) == (
        "partly",
        "60",
        "",
    )
    with pytest.raises(Problem) as refused:
        office.do(agreements.report_followup, **facts, on=date(2030, 1, 1))
    assert refused.value.code == "followup.in_future"


def test_a_promise_is_not_done_with_one_of_its_stages(
    office: Office, promise: tuple[str, str]
) -> None:
    def standing() -> str:
        return office.read(agreements.commitments, agreement=promise[0])[0].standing

    for stage, shown in (("2019", "partly"), ("2020", "done")):
        facts = {"commitment": promise[1], "stage": stage, "state": "done"}
        office.do(agreements.report_followup, **facts)
        assert standing() == shown
    office.do(agreements.report_followup, commitment=promise[1], state="partly")
    assert standing() == "partly"


def test_history_remembers_parties_agencies_and_stages_as_they_were(
    scene: Scene, promise: tuple[str, str]
) -> None:
    office, made = scene.office, promise[0]

    def told(kind: str, subject: str) -> HistoryEntry:
        return office.read(history.entries, kind=kind, subject=subject, limit=1)[0]

    office.do(
        agreements.change_agreement,
        id=made,
        parties=({"name": "Pemerintah Kabupaten", "number": "5/2018"},),
        agencies=({"agency": scene.agency},),
    )
    entry = told("agreement", made)
    assert [p["number"] for p in entry.before["parties"]] == ["", "1/2018"]  # type: ignore[attr-defined]
    assert (entry.before["agencies"], len(entry.after["agencies"])) == ([], 1)  # type: ignore[arg-type]
    office.do(agreements.change_agreement, id=made, agencies=({"agency": scene.agency},))
    assert told("agreement", made).seq == entry.seq
    office.do(agreements.keep_commitment, id=promise[1], stages=({"label": "2021"},))
    labels = [s["label"] for s in told("commitment", promise[1]).before["stages"]]  # type: ignore[attr-defined]
    assert labels == ["2019", "2020"]


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"title": " "}, "agreement.title_missing"),
        ({"universe": 8, "representing": 10}, "agreement.representing_too_many"),
        ({"state": "in_force"}, "agreement.not_signed"),
        (
            {"signed_on": date(2018, 4, 5), "valid_until": date(2017, 1, 1)},
            "agreement.ends_before_signing",
        ),
        ({"parent": "M0000000000"}, "agreement.unknown"),
        ({"parties": ({"name": " "},)}, "agreement.party_missing"),
    ],
)
def test_a_wrong_agreement_is_refused_whole(
    office: Office, facts: dict[str, object], code: str
) -> None:
    good: dict[str, object] = {"title": "MoU", "region_code": "62.13"}
    with pytest.raises(Problem) as refused:
        office.do(agreements.add_agreement, **{**good, **facts})
    assert refused.value.code == code
    assert office.read(agreements.agreements) == ()


def test_a_meeting_of_an_unreleased_round_is_under_embargo(scene: Scene) -> None:
    made = scene.office.do(
        meetings.keep_meeting,
        title="Exit meeting",
        held_on=date(2026, 11, 26),
        region_code="99.01",
        round=scene.round,
        starts="9.00",
        ends="11:30",
        agencies=(scene.agency,),
    ).id
    kept = scene.office.read(meetings.meeting, id=str(made))
    assert (kept.is_embargoed, kept.starts, kept.ends, kept.agency_count) == (
        True,
        "09.00",
        "11.30",
        1,
    )
    scene.release()
    assert not scene.office.read(meetings.meeting, id=str(made)).is_embargoed


def test_a_meeting_says_its_day_or_that_nobody_knows_it(scene: Scene) -> None:
    office, facts = scene.office, {"title": "Prapertemuan", "region_code": "99.01"}
    with pytest.raises(Problem) as refused:
        office.do(meetings.keep_meeting, **facts)
    assert refused.value.code == "meeting.day_missing"
    unknown = office.do(meetings.keep_meeting, **facts, held_on=None).id
    for day in (date(2026, 11, 2), date(2026, 11, 9)):
        office.do(meetings.keep_meeting, **facts, held_on=day)
    days = [m.held_on for m in office.read(meetings.meetings)]
    assert days == [date(2026, 11, 9), date(2026, 11, 2), None]
    office.do(meetings.keep_meeting, id=unknown, held_on=date(2026, 11, 5))
    assert office.read(meetings.meeting, id=str(unknown)).held_on == date(2026, 11, 5)
    office.do(meetings.keep_meeting, id=unknown, held_on=None)
    assert office.read(meetings.meeting, id=str(unknown)).held_on is None


def test_home_names_what_is_late_and_what_comes_next(scene: Scene) -> None:
    office = scene.office
    for due in (date(2026, 11, 13), date(2026, 11, 24)):
        office.do(actions.plan_action, agency=scene.agency, title=f"Sampai {due}", due_on=due)
    cells = scene.cells()

    office.do(answers.save_answers, assessment=scene.assessment, cells=tuple(cells[:-3]))
    page = office.read(home.home, today=office.today)
    assert (page.open_count, page.late_count) == (2, 1)
    assert [(s.code, s.count) for s in page.steps] == [("fill", 3)]
    assert [z.count for z in page.zones] == [0, 0, 0, 1]


def test_home_asks_to_seal_a_published_value_and_not_to_begin_it(scene: Scene) -> None:
    office = scene.office
    office.do(assessments.drop_assessment, id=scene.assessment)
    plan = {"round": scene.round, "unit": scene.unit, "published_value": Decimal("81.5")}
    made = str(office.do(assessments.plan_assessment, **plan).id)
    assert [s.code for s in office.read(home.home, today=office.today).steps] == ["finalise"]
    office.do(sealing.finalise_assessment, id=made)
    assert [s.code for s in office.read(home.home, today=office.today).steps] == ["release"]


def test_the_library_says_how_often_a_version_is_used(scene: Scene) -> None:
    used = {e.code: e.used_by for e in scene.office.read(instruments.instruments)}
    assert used["uu25-14-komponen"] == 1
    assert used["ori-2025"] == 0

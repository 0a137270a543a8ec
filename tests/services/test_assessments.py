"""From a round to a sealed assessment: what may be answered, when, and what stays."""

from __future__ import annotations

import json
import sqlite3
from decimal import Decimal

import pytest

from desktop.domain.problems import Problem
from desktop.office import Office
from desktop.services import agencies, answers, assessments, findings, history, rounds, sealing
from tests.services.conftest import Scene, set_scene


def test_a_planned_assessment_has_a_sheet_for_the_unit_and_each_product(scene: Scene) -> None:
    desk = scene.office.read(assessments.desk, id=scene.assessment)
    assert [s.subject for s in desk.sheets] == ["unit", "product", "product"]
    assert desk.assessment.applicable == len(scene.cells()) > 0
    assert (desk.assessment.value, desk.assessment.state) == (None, "planned")


def test_the_first_answer_opens_assessment_and_round(scene: Scene) -> None:
    sheet, number, _ = scene.cells()[0]
    scene.office.do(
        answers.save_answer, assessment=scene.assessment, sheet=sheet, indicator=number, value=1
    )
    assert scene.office.read(assessments.assessment, id=scene.assessment).state == "collecting"
    assert scene.office.read(rounds.round_of, id=scene.round).state == "collecting"


def test_totals_are_kept_with_each_answer_and_a_recount_agrees(scene: Scene) -> None:
    for sheet, number, _ in scene.cells()[:7]:
        scene.office.do(
            answers.save_answer, assessment=scene.assessment, sheet=sheet, indicator=number, value=3
        )
    kept = scene.office.read(assessments.assessment, id=scene.assessment)
    assert (kept.answered, kept.value) == (7, Decimal("0.00"))
    assert scene.office.read(sealing.wrong_totals) == ()


def test_an_emptied_cell_is_not_assessed_again(scene: Scene) -> None:
    sheet, number, _ = scene.cells()[0]
    for value in (0, None):
        scene.office.do(
            answers.save_answer,
            assessment=scene.assessment,
            sheet=sheet,
            indicator=number,
            value=value,
        )
    assert scene.office.read(assessments.assessment, id=scene.assessment).answered == 0


@pytest.mark.parametrize("value", [4, 99, -6])
def test_a_value_outside_the_options_is_refused_and_nothing_stored(
    scene: Scene, value: int
) -> None:
    good, bad = scene.cells()[0], scene.cells()[1]
    with pytest.raises(Problem):
        scene.office.do(
            answers.save_answers,
            assessment=scene.assessment,
            cells=(good, (bad[0], bad[1], value)),
        )
    assert scene.office.read(assessments.assessment, id=scene.assessment).answered == 0


def test_an_indicator_is_answered_only_where_it_is_asked(scene: Scene) -> None:
    number = scene.cells()[0][1]
    unit_sheet = scene.office.read(assessments.desk, id=scene.assessment).sheets[0].key
    with pytest.raises(Problem) as refused:
        scene.office.do(
            answers.save_answer,
            assessment=scene.assessment,
            sheet=unit_sheet,
            indicator=number,
            value=0,
        )
    assert refused.value.code == "answer.not_asked"


def test_a_gap_is_a_finding_while_data_are_still_collected(scene: Scene) -> None:
    sheet, number, _ = scene.cells()[0]
    save = {"assessment": scene.assessment, "sheet": sheet, "indicator": number}
    scene.office.do(answers.save_answer, **save, value=2)
    found = scene.office.read(findings.findings, assessment=scene.assessment)
    assert [(f.code, f.suggestion != "", f.is_frozen) for f in found] == [("SP02", True, False)]
    scene.office.do(answers.save_note, **save, text="Papan belum ada.")
    found = scene.office.read(findings.findings, assessment=scene.assessment)
    assert found[0].note == "Papan belum ada."
    scene.office.do(answers.save_answer, **save, value=0)
    assert scene.office.read(findings.findings, assessment=scene.assessment) == ()


def test_indicators_of_weight_zero_make_no_finding(scene: Scene) -> None:
    scene.fill(1)
    codes = {f.code for f in scene.office.read(findings.findings, assessment=scene.assessment)}
    assert codes
    assert not any(code.startswith("W") for code in codes)


def test_an_edited_suggestion_survives_a_new_answer(scene: Scene) -> None:
    sheet, number, _ = scene.cells()[0]
    save = {"assessment": scene.assessment, "sheet": sheet, "indicator": number}
    scene.office.do(answers.save_answer, **save, value=2)
    kept = scene.office.read(findings.findings, assessment=scene.assessment)[0]
    scene.office.do(findings.change_finding, id=kept.id, suggestion="Pasang papan di loket 2.")
    for value in (0, 3):
        scene.office.do(answers.save_answer, **save, value=value)
    again = scene.office.read(findings.findings, assessment=scene.assessment)
    assert [(f.id, f.suggestion) for f in again] == [(kept.id, "Pasang papan di loket 2.")]


def test_an_open_cell_keeps_an_assessment_from_being_sealed(scene: Scene) -> None:
    cells = scene.cells()
    scene.office.do(answers.save_answers, assessment=scene.assessment, cells=tuple(cells[1:]))
    with pytest.raises(Problem) as refused:
        scene.office.do(sealing.finalise_assessment, id=scene.assessment)
    assert (refused.value.code, refused.value.facts["count"]) == ("assessment.incomplete", 1)


def test_a_sealed_assessment_is_frozen_with_its_findings(scene: Scene) -> None:
    scene.fill(1)
    seal = scene.office.do(sealing.finalise_assessment, id=scene.assessment).facts["seal"]
    sheet, number, _ = scene.cells()[0]
    save = {"assessment": scene.assessment, "sheet": sheet, "indicator": number}
    with pytest.raises(Problem) as refused:
        scene.office.do(answers.save_answer, **save, value=0)
    assert refused.value.code == "assessment.frozen"
    found = scene.office.read(findings.findings, assessment=scene.assessment)[0]
    with pytest.raises(Problem) as refused:
        scene.office.do(findings.change_finding, id=found.id, note="lain")
    assert refused.value.code == "finding.frozen"
    assert scene.office.read(assessments.assessment, id=scene.assessment).seal == seal
    assert scene.office.read(sealing.broken_seals) == ()


def test_a_changed_answer_behind_the_programs_back_breaks_the_seal(scene: Scene) -> None:
    scene.fill(1)
    scene.office.do(sealing.finalise_assessment, id=scene.assessment)
    with sqlite3.connect(str(scene.office.path)) as raw:
        raw.execute("UPDATE answer SET value = 0")
    raw.close()
    assert [unit for _, unit in scene.office.read(sealing.broken_seals)] == ["Loket"]


def test_reopening_makes_the_next_revision_and_leaves_the_sealed_one(scene: Scene) -> None:
    scene.fill(1)
    scene.office.do(sealing.finalise_assessment, id=scene.assessment)
    with pytest.raises(Problem) as refused:
        scene.office.do(sealing.advance_assessment, id=scene.assessment, state="collecting")
    assert refused.value.code == "assessment.reason_missing"
    fresh = scene.office.do(
        sealing.advance_assessment, id=scene.assessment, state="collecting", reason="Salah unit"
    ).id
    newest = scene.office.read(assessments.assessments, round=scene.round)
    assert [(a.id, a.revision, a.state) for a in newest] == [(fresh, 2, "collecting")]
    assert scene.office.read(assessments.assessment, id=scene.assessment).state == "final"
    assert scene.office.read(sealing.broken_seals) == ()


def test_the_verifier_is_another_person(office: Office) -> None:
    scene = set_scene(office, needs_verification=True)
    scene.fill()
    office.do(sealing.advance_assessment, id=scene.assessment, state="complete")
    with pytest.raises(Problem) as refused:
        office.do(sealing.advance_assessment, id=scene.assessment, state="verified")
    assert refused.value.code == "assessment.verifier_same"
    with pytest.raises(Problem) as refused:
        office.do(sealing.finalise_assessment, id=scene.assessment)
    assert refused.value.code == "assessment.not_verified"
    office.operator = "Yusuf"
    office.do(sealing.advance_assessment, id=scene.assessment, state="verified")
    office.do(sealing.finalise_assessment, id=scene.assessment)


def test_the_seal_covers_instrument_answers_and_node_values(scene: Scene) -> None:
    scene.fill(1)
    scene.office.do(sealing.finalise_assessment, id=scene.assessment)
    with sqlite3.connect(str(scene.office.path)) as raw:
        (text,) = raw.execute("SELECT document FROM assessment").fetchone()
    raw.close()
    document = json.loads(text)
    assert document["instrument"]["code"] == "uu25-14-komponen"
    assert {n["code"] for n in document["nodes"]} >= {"SD", "MF", "SP01"}
    assert len(document["sheets"]) == 3


def test_a_published_value_stands_instead_of_answers(scene: Scene) -> None:
    unit = scene.office.do(
        agencies.add_unit, agency=scene.agency, name="Terbit", unit_type="LAINNYA"
    ).id
    made = scene.office.do(
        assessments.plan_assessment,
        round=scene.round,
        unit=unit,
        published_value=Decimal("80.995"),
    ).id
    kept = scene.office.read(assessments.assessment, id=str(made))
    assert (kept.value, kept.zone) == (Decimal("81.00"), "HIJAU")


def test_a_unit_is_planned_once_per_round_and_leaves_only_untouched(scene: Scene) -> None:
    with pytest.raises(Problem) as refused:
        scene.office.do(assessments.plan_assessment, round=scene.round, unit=scene.unit)
    assert refused.value.code == "assessment.exists"
    sheet, number, _ = scene.cells()[0]
    scene.office.do(
        answers.save_answer, assessment=scene.assessment, sheet=sheet, indicator=number, value=0
    )
    with pytest.raises(Problem) as refused:
        scene.office.do(assessments.drop_assessment, id=scene.assessment)
    assert refused.value.code == "assessment.already_begun"


def test_history_is_one_chain_and_a_changed_entry_breaks_it(scene: Scene) -> None:
    scene.fill()
    assert scene.office.read(history.broken_links) == ()
    with sqlite3.connect(str(scene.office.path)) as raw:
        raw.execute("UPDATE history SET by = 'Orang Lain' WHERE seq = 3")
    raw.close()
    assert scene.office.read(history.broken_links) == (3,)

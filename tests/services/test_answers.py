"""Saving answers and notes: what history remembers, and what cannot be saved."""

from __future__ import annotations

import pytest

from desktop.domain.problems import Problem
from desktop.services import answers, assessments, history, rounds
from tests.services.conftest import Scene


def place(scene: Scene) -> dict[str, object]:
    sheet, number, _ = scene.cells()[0]
    return {"assessment": scene.assessment, "sheet": sheet, "indicator": number}


def test_history_remembers_what_a_note_said_before(scene: Scene) -> None:
    for text in ("Papan belum ada.", "Papan sudah ada."):
        scene.office.do(answers.save_note, **place(scene), text=text)
    entry = next(e for e in scene.office.read(history.entries) if e.act == "note.saved")
    assert list(entry.before.values()) == ["Papan belum ada."]
    assert list(entry.after.values()) == ["Papan sudah ada."]
    cell = scene.cells()[0]
    notes = ((cell[0], cell[1], "Papan miring."),)
    scene.office.do(answers.save_answers, assessment=scene.assessment, cells=(cell,), notes=notes)
    entry = scene.office.read(history.entries)[0]
    assert "Papan sudah ada." in entry.before.values()


def test_a_note_begins_the_assessment_as_an_answer_does(scene: Scene) -> None:
    scene.office.do(answers.save_note, **place(scene), text="Papan belum ada.")
    assert scene.office.read(assessments.assessment, id=scene.assessment).state == "collecting"
    with pytest.raises(Problem) as refused:
        scene.office.do(assessments.drop_assessment, id=scene.assessment)
    assert refused.value.code == "assessment.already_begun"


def test_the_first_answer_says_that_the_round_has_begun_too(scene: Scene) -> None:
    first = scene.office.do(answers.save_answer, **place(scene), value=0)
    again = scene.office.do(answers.save_answer, **place(scene), value=1)
    assert scene.office.read(rounds.round_of, id=scene.round).state == "collecting"
    assert ("round" in first.touched, "round" in again.touched) == (True, False)


def test_a_cell_named_twice_keeps_the_last_answer(scene: Scene) -> None:
    sheet, number, _ = scene.cells()[0]
    cells = ((sheet, number, 0), (sheet, number, 2))
    scene.office.do(answers.save_answers, assessment=scene.assessment, cells=cells)
    desk = scene.office.read(assessments.desk, id=scene.assessment)
    assert next(s.answers[number] for s in desk.sheets if s.key == sheet) == 2


@pytest.mark.parametrize("indicator", [0, 9999, -1])
def test_a_note_is_refused_where_nothing_is_asked(scene: Scene, indicator: int) -> None:
    with pytest.raises(Problem):
        scene.office.do(
            answers.save_note, **{**place(scene), "indicator": indicator}, text="Catatan"
        )

"""The scoring desk: keys answer and go on, each save is queued, refused ones are put back."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.domain.act import Changes
from desktop.domain.assessment import SheetRecord
from desktop.domain.problems import Problem
from desktop.office import Office
from desktop.services import answers, assessments, findings
from desktop.views.assessment.board import Cell
from desktop.views.assessment.desk import ScoringDesk
from desktop.views.assessment.key_card import KeyCard
from desktop.views.assessment.page import AssessmentPage
from desktop.views.window import MainWindow
from tests.views.conftest import OpenWindow, Scene
from tests.views.keyboard import CTRL, Keyboard

Key = Qt.Key


class Desk:
    """The desk of the small round, with a keyboard."""

    def __init__(self, window: MainWindow, scene: Scene, qtbot: QtBot) -> None:
        page = window.page()
        assert isinstance(page, AssessmentPage)
        self.window, self.page, self.qtbot, self.id = window, page, qtbot, scene.assessment
        self.keys = Keyboard(window)

    @property
    def view(self) -> ScoringDesk:
        return self.page.desk

    @property
    def code(self) -> str:
        """The code of the row under the cursor, and the column."""
        line = self.view.grid.line()
        return f"{getattr(line, 'code', '')}/{self.view.grid.column}"

    def go(self, code: str, column: int = 0) -> None:
        assert self.view.grid.go_to_code(code)
        self.view.grid.go(self.view.grid.row, column)

    def settle(self) -> None:
        """Waits until the file holds what the desk shows."""
        self.qtbot.waitUntil(lambda: not self.view.saving.pending, timeout=20_000)

    def sheets(self) -> tuple[SheetRecord, ...]:
        """What the office holds."""
        return self.page.office.read(assessments.desk, id=self.id).sheets

    def held(self, code: str, column: int = 0) -> int | None:
        """The stored answer of a cell, as the office holds it."""
        number = next(n.number for n in self.nodes() if n.code == code)
        products = [s for s in self.sheets() if s.subject == "product"]
        return products[column].answers.get(number)

    def nodes(self) -> Any:
        return self.view.answers._nodes


@pytest.fixture
def desk(stocked: Scene, open_window: OpenWindow, qtbot: QtBot) -> Desk:
    """The desk of the unit "Loket", opened by Enter from the list."""
    made = Desk(open_window("assessment"), stocked, qtbot)
    made.keys.press(Key.Key_Return)
    assert made.page.is_at_desk()
    return made


def test_a_digit_answers_and_goes_on_to_the_next_cell_then_the_next_row(desk: Desk) -> None:
    assert desk.code == "SP02/0"
    desk.keys.type("3")
    assert desk.code == "SP02/1"
    desk.keys.type("1")
    assert desk.code == "SP03/0"
    desk.settle()
    assert (desk.held("SP02", 0), desk.held("SP02", 1)) == (0, 2)


def test_quick_keys_are_queued_and_kept_in_order(desk: Desk) -> None:
    for value in "0123":
        desk.go("SP02")
        desk.keys.type(value)
    assert desk.view.saving.pending
    desk.settle()
    assert desk.held("SP02") == 0
    turns = desk.view.past.of(Cell(desk.view.grid.table.cell_at(1, 0).sheet, _number(desk)))  # type: ignore[union-attr]
    assert [turn.after for turn in turns] == [0, 1, 2, 3]


def _number(desk: Desk) -> int:
    cell = desk.view.grid.table.cell_at(1, 0)
    assert cell is not None
    return cell.number


def test_the_live_value_changes_at_once_and_is_what_the_file_reckons(desk: Desk) -> None:
    desk.keys.type("32")
    shown = desk.view.strip.value.text()
    desk.settle()
    held = desk.page.office.read(assessments.assessment, id=desk.id)
    assert shown == str(held.value).replace(".", ",")
    assert desk.view.strip.count.first.text() == f"{held.answered} / {held.applicable}"


def test_an_unknown_digit_says_which_keys_there_are_and_stays(desk: Desk) -> None:
    desk.keys.type("7")
    assert desk.view.strip.said() == "Pilihan untuk butir ini: 0, 1, 2, 3."
    assert desk.code == "SP02/0"


def test_y_and_t_answer_yes_and_no(desk: Desk) -> None:
    desk.go("W15a")
    desk.keys.type("yt")
    desk.settle()
    assert (desk.held("W15a", 0), desk.held("W15a", 1)) == (0, 1)


def test_x_and_a_reason_say_what_they_do_to_the_number(desk: Desk) -> None:
    desk.keys.type("32")
    desk.go("SP02")
    desk.keys.type("x")
    assert desk.view.inspector.asks_reason
    assert desk.view.inspector.options.keys() == ("1", "2", "3", "4", "5")
    assert "Nilai sementara menjadi 66,67" in desk.view.inspector.effect.text()
    desk.keys.type("9")
    assert desk.view.inspector.asks_reason
    desk.keys.type("2")
    desk.settle()
    assert desk.held("SP02") == -2
    assert not desk.view.inspector.asks_reason
    assert desk.code == "SP02/1"


def test_esc_leaves_the_reasons_and_changes_nothing(desk: Desk) -> None:
    desk.keys.type("x")
    desk.keys.press(Key.Key_Escape)
    assert not desk.view.inspector.asks_reason
    assert desk.page.is_at_desk()
    assert not desk.view.saving.pending


def test_delete_empties_a_cell_and_stays(desk: Desk) -> None:
    desk.keys.type("3")
    desk.go("SP02")
    desk.keys.press(Key.Key_Delete)
    assert desk.code == "SP02/0"
    desk.settle()
    assert desk.held("SP02") is None


def test_the_dot_repeats_the_last_answer_where_the_indicator_knows_it(desk: Desk) -> None:
    desk.keys.type(".")
    assert desk.view.strip.said() == "Belum ada jawaban untuk diulang."
    desk.keys.type("2..")
    desk.go("W15a")
    desk.keys.type(".")
    assert desk.view.strip.said()
    desk.settle()
    assert [desk.held("SP02", 0), desk.held("SP02", 1), desk.held("SP03", 0)] == [1, 1, 1]
    assert desk.held("W15a") is None


def test_the_equals_sign_fills_the_rest_of_the_row_in_one_save(desk: Desk) -> None:
    desk.keys.type("=")
    assert desk.view.strip.said() == "Nilai dulu satu sel di baris ini."
    desk.keys.type("2=")
    assert desk.code == "SP03/0"
    desk.settle()
    assert (desk.held("SP02", 0), desk.held("SP02", 1)) == (1, 1)


def test_arrows_move_and_the_wanted_column_is_kept(desk: Desk) -> None:
    desk.keys.press(Key.Key_Right, Key.Key_Down, Key.Key_Down)
    assert desk.code == "SP04/1"
    desk.keys.press(Key.Key_Left)
    assert desk.code == "SP04/0"


def test_a_group_row_folds_and_unfolds(desk: Desk) -> None:
    desk.keys.press(Key.Key_Up)
    assert desk.view.inspector.subject is None
    desk.keys.press(Key.Key_Left)
    assert desk.view.grid.isRowHidden(1)
    desk.keys.type("3")
    assert desk.view.strip.said() == "Pindahkan dulu ke sebuah sel."
    desk.keys.press(Key.Key_Down)
    assert desk.view.grid.line().title == "Manufacturing"  # type: ignore[union-attr]
    desk.keys.press(Key.Key_Up, Key.Key_Right)
    assert not desk.view.grid.isRowHidden(1)


def test_tab_goes_to_the_next_cell_that_is_not_assessed(desk: Desk) -> None:
    desk.keys.type("3=")
    desk.go("SP02")
    desk.keys.press(Key.Key_Tab)
    assert desk.code == "SP03/0"
    desk.go("SP05")
    desk.keys.press(Key.Key_Backtab)
    assert desk.code == "SP04/1"


def test_page_keys_walk_the_dimensions(desk: Desk) -> None:
    desk.keys.press(Key.Key_PageDown)
    assert desk.code == "SP01/0"
    here = [item.isChecked() for item in desk.view.dimensions.items]
    assert here == [False, True, False]
    desk.keys.press(Key.Key_PageDown, Key.Key_PageDown)
    assert desk.code == "W15a/0"
    desk.keys.press(Key.Key_PageUp)
    assert desk.code == "SP01/0"


def test_control_and_page_keys_walk_the_units(desk: Desk) -> None:
    desk.keys.press(Key.Key_PageDown, modifier=CTRL)
    assert desk.view.strip.said() == "Ini unit terakhir dalam putaran."
    desk.keys.press(Key.Key_PageUp, modifier=CTRL)
    assert desk.view.strip.said() == "Ini unit pertama dalam putaran."
    assert not desk.view.head.next_button.isEnabled()


def test_g_goes_to_a_code_and_refuses_one_that_is_not_there(desk: Desk) -> None:
    desk.keys.type("g")
    desk.keys.type("sp99")
    desk.keys.press(Key.Key_Return)
    assert desk.view.code_line.words.text() == "Kode “sp99” tidak ada di sini."
    desk.view.code_line.line.clear()
    desk.keys.type("sp07")
    desk.keys.press(Key.Key_Return)
    assert desk.code == "SP07/0"
    assert desk.view.grid.hasFocus()


def test_a_note_is_written_with_c_and_kept_with_control_enter(desk: Desk) -> None:
    desk.keys.type("0")
    desk.go("SP02")
    desk.keys.type("c")
    desk.keys.type("Tidak ada papan.")
    desk.keys.press(Key.Key_Return, modifier=CTRL)
    assert desk.view.grid.hasFocus()
    desk.settle()
    notes = [note for sheet in desk.sheets() for note in sheet.notes.values()]
    assert notes == ["Tidak ada papan."]
    found = desk.page.office.read(findings.findings, assessment=desk.id)
    assert found[0].note == "Tidak ada papan."


def test_the_note_of_one_cell_never_lands_on_another(desk: Desk) -> None:
    desk.keys.type("c")
    desk.keys.type("Untuk Kartu")
    desk.view.grid.go(1, 1)
    desk.settle()
    product = next(s for s in desk.sheets() if s.name == "Kartu")
    assert list(product.notes.values()) == ["Untuk Kartu"]
    assert desk.view.inspector.note.text() == ""


def test_a_gap_shows_its_suggestion_which_is_changed_in_place(desk: Desk) -> None:
    desk.keys.type("0")
    desk.go("SP02")
    part = desk.view.inspector.suggestion
    desk.qtbot.waitUntil(lambda: part.finding() is not None)
    desk.keys.type("s")
    part.text.selectAll()
    desk.keys.type("Pasang papan persyaratan.")
    desk.keys.press(Key.Key_Tab)
    desk.keys.type("30 November 2026")
    desk.keys.press(Key.Key_Return)
    desk.settle()
    found = desk.page.office.read(findings.findings, assessment=desk.id)[0]
    assert found.suggestion == "Pasang papan persyaratan."
    assert str(found.due_on) == "2026-11-30"
    assert desk.view.grid.hasFocus()


def test_a_due_day_in_the_past_is_refused_beside_its_field(desk: Desk) -> None:
    desk.keys.type("0")
    desk.go("SP02")
    part = desk.view.inspector.suggestion
    desk.qtbot.waitUntil(lambda: part.finding() is not None)
    part.due.setText("1 November 2026")
    part.due.editingFinished.emit()
    desk.settle()
    assert part.problem.isVisible()
    part.due.setText("kapan-kapan")
    part.due.editingFinished.emit()
    assert part.problem.words() == "Tulis tanggal seperti 13 November 2026."


def test_a_full_answer_has_no_suggestion(desk: Desk) -> None:
    desk.keys.type("3")
    desk.settle()
    desk.go("SP02")
    assert not desk.view.inspector.suggestion.isVisible()


def test_question_mark_shows_all_keys_and_any_key_closes_them(desk: Desk) -> None:
    desk.keys.type("?")
    card = desk.window.findChild(KeyCard)
    assert card is not None
    assert "tidak berlaku, lalu alasan" in card.accessibleDescription()
    desk.keys.press(Key.Key_Escape)
    assert desk.view.grid.hasFocus()
    assert desk.page.is_at_desk()


def test_the_value_can_be_switched_off(desk: Desk) -> None:
    desk.keys.type("3")
    desk.view.strip.eye.click()
    assert desk.view.strip.caption.text() == "Nilai disembunyikan"
    assert not desk.view.strip.ruler.isVisible()
    assert not desk.view.grid.shows_value
    desk.keys.type("x")
    assert "Nilai sementara" not in desk.view.inspector.effect.text()


# What the file refuses


class Refusing:
    """An office whose writes wait, then hold what they are told."""

    def __init__(self, office: Office) -> None:
        self.waiting: list[Future[Changes]] = []
        self.now, self.operator, self.read = office.now, office.operator, office.read

    def write(self, _use_case: Callable[..., Changes], /, **_facts: Any) -> Future[Changes]:
        future: Future[Changes] = Future()
        self.waiting.append(future)
        return future


@pytest.fixture
def refusing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Refusing:
    made = Refusing(desk.page.office)
    monkeypatch.setattr(desk.view.saving, "_office", made)
    return made


def test_a_refused_save_puts_the_cell_back_with_a_sentence(
    desk: Desk, refusing: Refusing, qtbot: QtBot
) -> None:
    desk.keys.type("3")
    cell = desk.view.grid.table.cell_at(1, 0)
    assert cell is not None
    assert desk.view.answers.value(cell) == 0
    assert desk.view.strip.saved.first.text() == "Menyimpan…"
    refusing.waiting[0].set_exception(Problem("file.disk_full"))
    qtbot.waitUntil(lambda: not desk.view.saving.pending)
    assert desk.view.answers.value(cell) is None
    assert "desk" in desk.window.frame.banners()
    desk.keys.type("2")
    refusing.waiting[1].set_result(Changes(frozenset()))
    qtbot.waitUntil(lambda: "desk" not in desk.window.frame.banners())


def test_an_older_refusal_does_not_undo_a_newer_key(
    desk: Desk, refusing: Refusing, qtbot: QtBot
) -> None:
    for value in "31":
        desk.go("SP02")
        desk.keys.type(value)
    cell = desk.view.grid.table.cell_at(1, 0)
    assert cell is not None
    refusing.waiting[0].set_exception(Problem("file.busy"))
    qtbot.waitUntil(lambda: desk.view.saving.pending == 1)
    assert desk.view.answers.value(cell) == 2
    refusing.waiting[1].set_exception(Problem("file.busy"))
    qtbot.waitUntil(lambda: not desk.view.saving.pending)
    assert desk.view.answers.value(cell) is None


def test_answers_written_elsewhere_are_shown_and_the_cursor_stays(desk: Desk) -> None:
    desk.go("SP07", 1)
    cell = desk.view.grid.cell()
    assert cell is not None
    desk.page.office.do(
        answers.save_answer,
        assessment=desk.id,
        sheet=cell.sheet,
        indicator=cell.number,
        value=1,
    )
    desk.qtbot.waitUntil(lambda: desk.view.answers.value(cell) == 1)
    assert desk.code == "SP07/1"

"""Penilaian from a round without units to its release, by the window alone."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.assessment import Assessment
from desktop.domain.round import Round
from desktop.office import Office
from desktop.services import agencies, answers, assessments, rounds, sealing
from desktop.views.assessment.page import AssessmentPage
from desktop.views.assessment.way import ReleaseDialog
from desktop.views.buttons import Button
from desktop.views.empty import EmptyState
from desktop.views.questions import Dialog
from desktop.views.window import MainWindow
from tests.services.conftest import set_scene
from tests.views.conftest import OpenWindow, Scene
from tests.views.keyboard import CTRL, Keyboard

Key = Qt.Key


class Hands:
    """The page, its window and a keyboard."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        page = window.page()
        assert isinstance(page, AssessmentPage)
        self.window, self.page, self.qtbot = window, page, qtbot
        self.keys = Keyboard(window)

    def wait(self, what: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(what()), timeout=20_000)

    def dialog(self) -> Dialog:
        self.wait(lambda: any(d.isVisible() for d in self.window.findChildren(Dialog)))
        return next(d for d in self.window.findChildren(Dialog) if d.isVisible())

    def type_into(self, dialog: Dialog, text: str, *, enter: bool = False) -> None:
        """Types where the cursor of a question is."""
        focus = dialog.focusWidget()
        QTest.keyClicks(focus, text)
        if enter:
            QTest.keyClick(focus, Key.Key_Return)

    def answer(self, words: str) -> None:
        """Presses a button of the open question."""
        buttons = self.dialog().findChildren(Button)
        next(b for b in buttons if b.text() == words).click()

    def step(self, state: str) -> Button:
        """A button of the desk's head."""
        found = [b for b in self.page.desk.head.steps() if b.objectName() == f"step-{state}"]
        assert found, [b.objectName() for b in self.page.desk.head.steps()]
        return found[0]

    def held(self) -> Round:
        return self.page.office.read(rounds.rounds)[0]

    def assessed(self) -> tuple[Assessment, ...]:
        return self.page.office.read(assessments.assessments)


@pytest.fixture
def hands(stocked: Scene, open_window: OpenWindow, qtbot: QtBot) -> Hands:
    return Hands(open_window("assessment"), qtbot)


def filled(path: Path, **round_facts: object) -> Scene:
    """The small round with every cell answered, in the file; closed again."""
    office = Office.open(path, operator="Siti Rahmah")
    scene = set_scene(office, **round_facts)
    scene.fill(1)
    office.close()
    return scene


# By keys alone


def test_a_small_assessment_is_scored_frozen_and_released_through_the_window(hands: Hands) -> None:
    page, keys = hands.page, hands.keys
    keys.press(Key.Key_Return)
    desk = page.desk
    assert not hands.step("final").isEnabled()
    assert hands.step("final").toolTip() == "52 butir belum dinilai."
    for _row in range(14):
        keys.type("3=")
    for _row in range(12):
        keys.type("y=")
    hands.wait(lambda: not desk.saving.pending)
    assert desk.strip.value.text() == "100,00"
    assert hands.step("final").isEnabled()

    hands.step("final").click()
    assert hands.dialog().title.text() == "Bekukan penilaian Loket?"
    assert hands.dialog().sentence.text().startswith("Nilai 100,00 (Hijau) dan 52 jawaban dikunci.")
    hands.answer("Bekukan")
    hands.wait(lambda: desk.assessment.is_frozen)
    assert desk.strip.caption.text() == "dibekukan 23 November 2026"
    keys.type("1")
    assert desk.strip.said().startswith("Dibekukan 23 November 2026.")

    keys.press(Key.Key_Escape)
    assert not page.is_at_desk()
    for words, state in (("Lanjut ke verifikasi", "verifying"), ("Bekukan putaran", "final")):
        assert page.step_button.text() == words
        page.step_button.click()
        if state == "final":
            hands.answer("Bekukan")
        hands.wait(lambda wanted=state: hands.held().state == wanted)
        hands.wait(lambda wanted=words: page.step_button.text() != wanted)

    assert page.step_button.text() == "Rilis…"
    page.step_button.click()
    dialog = hands.dialog()
    assert isinstance(dialog, ReleaseDialog)
    assert "tidak dapat ditarik kembali" in dialog.sentence.text()
    hands.type_into(dialog, "12/KEP/2026", enter=True)
    hands.wait(lambda: hands.held().is_released)
    assert hands.held().release_number == "12/KEP/2026"
    hands.wait(lambda: not page.step_button.isVisible())
    assert page.overview.way.now() == "Dirilis"
    assert not page.add_button.isVisible()


def test_a_release_in_the_future_is_refused_in_its_dialog(
    office_file: Path, open_window: OpenWindow, qtbot: QtBot
) -> None:
    scene = filled(office_file)
    office = Office.open(office_file, operator="Siti Rahmah")
    office.do(sealing.finalise_assessment, id=scene.assessment)
    for state in ("verifying", "final"):
        office.do(rounds.advance_round, id=scene.round, state=state)
    office.close()
    hands = Hands(open_window("assessment"), qtbot)
    hands.page.step_button.click()
    dialog = hands.dialog()
    assert isinstance(dialog, ReleaseDialog)
    dialog.on.line.setText("1 Desember 2026")
    hands.answer("Rilis")
    assert dialog.isVisible()
    assert not hands.held().is_released
    hands.answer("Batal")


# The assessment's own way


def test_a_round_that_wants_verification_hands_on_and_sends_back_with_a_reason(
    office_file: Path, open_window: OpenWindow, qtbot: QtBot
) -> None:
    filled(office_file, needs_verification=True)
    hands = Hands(open_window("assessment"), qtbot)
    hands.keys.press(Key.Key_Return)
    desk = hands.page.desk
    hands.step("complete").click()
    hands.wait(lambda: desk.assessment.state == "complete")
    hands.keys.type("2")
    assert desk.strip.said().startswith("Sudah diserahkan.")
    hands.step("verified").click()
    hands.wait(lambda: "write" in hands.window.frame.banners())
    assert desk.assessment.state == "complete"

    hands.step("collecting").click()
    hands.answer("Kembalikan")
    hands.type_into(hands.dialog(), "Ada jawaban yang perlu diperiksa.")
    hands.answer("Kembalikan")
    hands.wait(lambda: desk.assessment.state == "collecting")
    hands.keys.type("0")
    hands.wait(lambda: not desk.saving.pending)


def test_a_frozen_assessment_is_opened_again_as_a_revision(
    office_file: Path, open_window: OpenWindow, qtbot: QtBot
) -> None:
    scene = filled(office_file)
    office = Office.open(office_file, operator="Siti Rahmah")
    office.do(sealing.finalise_assessment, id=scene.assessment)
    office.close()
    hands = Hands(open_window("assessment"), qtbot)
    hands.keys.press(Key.Key_Return)
    hands.step("reopen").click()
    hands.type_into(hands.dialog(), "Bukti baru.")
    hands.answer("Buka revisi")
    hands.wait(lambda: hands.page.desk.assessment.revision == 2)
    assert hands.page.desk.answers.is_open
    assert "Revisi 2" in hands.page.desk.head.caption.text()


def test_a_published_value_has_no_cells_and_can_be_frozen(
    office_file: Path, open_window: OpenWindow, qtbot: QtBot
) -> None:
    office = Office.open(office_file, operator="Siti Rahmah")
    scene = set_scene(office)
    unit = office.do(agencies.add_unit, agency=scene.agency, name="Cabang", unit_type="LAINNYA").id
    office.do(
        assessments.plan_assessment, round=scene.round, unit=unit, published_value=Decimal("81.5")
    )
    office.close()
    hands = Hands(open_window("assessment"), qtbot)
    one = next(a for a in hands.assessed() if a.published_value is not None)
    hands.page.show_place(id=one.id)
    assert not hands.page.desk.inspector.isVisible()
    assert hands.page.desk.strip.value.text() == "81,50"
    hands.step("final").click()
    assert hands.dialog().sentence.text().startswith("Nilai terbitan 81,50 dikunci.")
    hands.answer("Bekukan")
    hands.wait(lambda: hands.page.desk.assessment.is_frozen)


def test_the_ombudsmans_own_track_hides_the_value_by_default(
    office_file: Path, open_window: OpenWindow, qtbot: QtBot
) -> None:
    office = Office.open(office_file, operator="Siti Rahmah")
    set_scene(office, track="ombudsman")
    office.close()
    hands = Hands(open_window("assessment"), qtbot)
    hands.keys.press(Key.Key_Return)
    strip = hands.page.desk.strip
    assert not strip.value.isVisible()
    strip.shown_eye.click()
    assert strip.ruler.isVisible()
    hands.keys.press(Key.Key_Escape)
    hands.keys.press(Key.Key_Return)
    assert hands.page.desk.strip.shows_value


# Lists and forms


def test_an_office_without_rounds_shows_the_three_steps(
    office_file: Path, open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window("assessment")
    page = window.page()
    assert isinstance(page, AssessmentPage)
    card = page.faces.currentWidget()
    assert isinstance(card, EmptyState)
    texts = [button.text() for button in card.findChildren(Button)]
    assert texts == ["Buka Instansi", "Pilih instrumen", "Tunjuk tim"]
    last = card.findChildren(Button)[-1]
    assert not last.isEnabled()
    card.findChildren(Button)[1].click()
    assert window.page() is not page


def test_units_are_chosen_by_check_list_with_their_products(
    office_file: Path, open_window: OpenWindow, qtbot: QtBot
) -> None:
    office = Office.open(office_file, operator="Siti Rahmah")
    agency = office.do(agencies.add_agency, name="Dinas Contoh", region_code="99.01").id
    for name in ("Loket A", "Loket B", "Loket C"):
        unit = office.do(agencies.add_unit, agency=agency, name=name, unit_type="LAINNYA").id
        for product in ("Kartu", "Akta") if name != "Loket C" else ():
            office.do(agencies.add_product, unit=unit, name=product)
    office.do(rounds.add_round, year=2026, instrument="uu25-14-komponen", region_code="99.01")
    office.close()
    hands = Hands(open_window("assessment"), qtbot)
    page, keys = hands.page, hands.keys
    card = page.faces.currentWidget()
    assert isinstance(card, EmptyState)
    card.findChildren(Button)[-1].click()
    form = page.overview.units

    keys.press(Key.Key_S, modifier=CTRL)
    assert form.problem.words() == "Centang sekurang-kurangnya satu unit."
    keys.press(Key.Key_Space)
    assert form.count.text() == "1 unit dipilih"
    keys.press(Key.Key_Down, Key.Key_Space)
    for _row in range(2):
        keys.press(Key.Key_Down)
    keys.press(Key.Key_Space)
    chosen = {unit.name: len(products) for unit, products in form.list.chosen_units()}
    assert chosen == {"Loket A": 1, "Loket B": 2}
    form.field("team").line.setText("Tim 1")  # type: ignore[attr-defined]
    keys.press(Key.Key_S, modifier=CTRL)
    hands.wait(lambda: len(hands.assessed()) == 2)
    hands.wait(lambda: page.overview.side.currentWidget() is page.overview.team)
    assert {a.unit_name: (a.product_count, a.team) for a in hands.assessed()} == {
        "Loket A": (1, "Tim 1"),
        "Loket B": (2, "Tim 1"),
    }

    keys.press(Key.Key_N, modifier=CTRL)
    keys.press(Key.Key_Space)
    keys.press(Key.Key_S, modifier=CTRL)
    assert form.problem.words() == "Loket C belum memiliki produk yang dicentang."
    form.published.line.setText("77,25")
    keys.press(Key.Key_S, modifier=CTRL)
    hands.wait(lambda: len(hands.assessed()) == 3)
    assert [a.value for a in hands.assessed() if a.unit_name == "Loket C"] == [Decimal("77.25")]


def test_checked_units_are_not_lost_without_asking(
    stocked: Scene, office_file: Path, open_window: OpenWindow, qtbot: QtBot
) -> None:
    office = Office.open(office_file, operator="Siti Rahmah")
    unit = office.do(
        agencies.add_unit, agency=stocked.agency, name="Cabang", unit_type="LAINNYA"
    ).id
    office.do(agencies.add_product, unit=unit, name="Kartu")
    office.close()
    hands = Hands(open_window("assessment"), qtbot)
    hands.keys.press(Key.Key_N, modifier=CTRL)
    hands.keys.press(Key.Key_Space, Key.Key_Escape)
    assert hands.dialog().sentence.text() == "1 isian berubah: unit yang dicentang."
    hands.answer("Buang")
    hands.wait(hands.page.overview.list.hasFocus)
    assert len(hands.assessed()) == 1


def test_team_and_dates_are_changed_beside_the_list(hands: Hands) -> None:
    form = hands.page.overview.team
    hands.keys.press(Key.Key_F2)
    hands.keys.type("Tim 7")
    hands.keys.press(Key.Key_S, modifier=CTRL)
    hands.wait(lambda: hands.assessed()[0].team == "Tim 7")
    hands.wait(lambda: not form.is_dirty())
    hands.keys.press(Key.Key_Escape)
    assert hands.page.overview.list.hasFocus()


def test_a_unit_without_answers_can_be_taken_out(hands: Hands) -> None:
    hands.page.overview.team.drop_button.click()
    hands.answer("Keluarkan")
    hands.wait(lambda: not hands.assessed())
    hands.wait(lambda: isinstance(hands.page.faces.currentWidget(), EmptyState))


def test_what_keeps_the_round_from_being_final_is_said_with_the_way_there(hands: Hands) -> None:
    page = hands.page
    office = page.office
    office.do(rounds.advance_round, id=hands.held().id, state="collecting")
    office.do(rounds.advance_round, id=hands.held().id, state="verifying")
    hands.wait(lambda: page.step_button.text() == "Bekukan putaran")
    assert not page.step_button.isEnabled()
    tip = "Belum dapat dibekukan: 1 unit belum dibekukan."
    assert page.step_button.toolTip() == tip
    assert page.overview.missing.text() == "1 unit belum dibekukan"
    page.overview.list.select(None, tell=False)
    page.overview.missing_button.click()
    assert page.overview.list.current() is not None


def test_the_rail_comes_with_the_desk_and_goes_with_it(hands: Hands) -> None:
    wide = hands.window.navigation.width()
    hands.keys.press(Key.Key_Return)
    assert hands.window.navigation.width() < wide
    hands.window.go("assessment")
    assert not hands.page.is_at_desk()
    assert hands.window.navigation.width() == wide


def test_coming_back_to_the_page_finds_the_desk_as_it_was(hands: Hands) -> None:
    hands.keys.press(Key.Key_Return)
    hands.page.desk.grid.go_to_code("SP07")
    hands.window.go("round")
    hands.window.go("assessment")
    assert hands.page.is_at_desk()
    assert hands.page.desk.grid.line().code == "SP07"  # type: ignore[union-attr]


def test_respondents_have_a_grid_of_their_own(
    office_file: Path, open_window: OpenWindow, qtbot: QtBot
) -> None:
    office = Office.open(office_file, operator="Siti Rahmah")
    agency = office.do(agencies.add_agency, name="Dinas Contoh", region_code="99.01").id
    unit = office.do(agencies.add_unit, agency=agency, name="Loket", unit_type="LAINNYA").id
    office.do(agencies.add_product, unit=unit, name="Kartu")
    held = office.do(
        rounds.add_round, year=2026, instrument="ori-2022-2024", region_code="99.01"
    ).id
    office.do(assessments.plan_assessment, round=held, unit=unit, respondents=3)
    office.close()
    hands = Hands(open_window("assessment"), qtbot)
    hands.keys.press(Key.Key_Return)
    desk, keys = hands.page.desk, hands.keys
    assert desk.grid.go_to_code("O.1")
    keys.type("5")
    assert desk.strip.said() == "Jawaban diisi per responden: tekan Enter."
    keys.press(Key.Key_Return)
    assert desk.grid.table.board.of_respondents
    assert desk.grid.table.rowCount() == 4
    keys.type("54321054321")
    assert desk.inspector.head.text() == "O.2 · Responden 2"
    keys.press(Key.Key_Escape)
    hands.wait(lambda: not desk.saving.pending)
    assert not desk.grid.table.board.of_respondents
    line = desk.grid.line()
    crowd = desk.answers.crowd(line.crowd)  # type: ignore[union-attr]
    assert (crowd.mean, crowd.answered, crowd.of) == (3, 2, 3)


def test_numbers_are_typed_into_their_cell(
    office_file: Path, open_window: OpenWindow, qtbot: QtBot
) -> None:
    office = Office.open(office_file, operator="Siti Rahmah")
    agency = office.do(agencies.add_agency, name="Dinas Contoh", region_code="99.01").id
    unit = office.do(agencies.add_unit, agency=agency, name="Loket", unit_type="LAINNYA").id
    office.do(agencies.add_product, unit=unit, name="Kartu")
    held = office.do(rounds.add_round, year=2026, instrument="ori-2025", region_code="99.01").id
    office.do(assessments.plan_assessment, round=held, unit=unit, respondents=1)
    office.close()
    hands = Hands(open_window("assessment"), qtbot)
    hands.keys.press(Key.Key_Return)
    desk, keys = hands.page.desk, hands.keys
    assert desk.grid.go_to_code("OUT-01")
    cell = desk.grid.cell()
    assert cell is not None
    keys.type("9")
    keys.type("99")
    keys.press(Key.Key_Return)
    assert desk.number_line.isVisible()
    assert desk.strip.said()
    desk.number_line.clear()
    keys.type("87,5")
    keys.press(Key.Key_Return)
    hands.wait(lambda: not desk.saving.pending)
    assert desk.answers.text(cell).text == "87,5"
    assert desk.grid.hasFocus()
    sheets = hands.page.office.read(assessments.desk, id=desk.assessment.id).sheets
    unit_sheet = next(s for s in sheets if s.subject == "unit")
    assert (
        unit_sheet.answers[cell.number]
        == answers.decode(
            desk.answers.indicator(cell.number), unit_sheet.answers[cell.number]
        ).stored
    )

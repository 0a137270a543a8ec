"""The whole journey by the window alone, from an empty office to the paper in hand."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.assessment import Assessment
from desktop.domain.instrument import node
from desktop.services import agencies, agreements, assessments, letters, offices, rounds
from desktop.views.agency.page import AgencyPage
from desktop.views.agreement.page import AgreementPage
from desktop.views.assessment.page import AssessmentPage
from desktop.views.assessment.way import ReleaseDialog
from desktop.views.letter.page import LetterPage
from desktop.views.questions import Dialog
from desktop.views.round.page import RoundPage
from desktop.views.window import MainWindow
from tests.views.conftest import OpenWindow
from tests.views.keyboard import CTRL, Keyboard

Key = Qt.Key
P = TypeVar("P", bound=QWidget)
pytestmark = [
    pytest.mark.slow,
    pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True),
]
ODD = 'Dinas <Perhubungan> & "Kominfo"'


class Walk:
    """One window, its keyboard, and a few ways to wait."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window, self.keys = qtbot, window, Keyboard(window)

    def page(self, shape: type[P]) -> P:
        """The page in sight."""
        self.qtbot.waitUntil(lambda: isinstance(self.window.page(), shape))
        found = self.window.page()
        assert isinstance(found, shape)
        return found

    def until(self, holds: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(holds()), timeout=10_000)

    def dialog(self, shape: type[Dialog] = Dialog) -> Dialog:
        """The question that stands over the window."""
        self.until(lambda: self._dialogs(shape))
        return self._dialogs(shape)[-1]

    def _dialogs(self, shape: type[Dialog]) -> list[Dialog]:
        return [one for one in self.window.findChildren(shape) if one.isVisible()]

    def agree(self, shape: type[Dialog] = Dialog) -> None:
        """Enter on the question's own verb."""
        asked = self.dialog(shape)
        self.qtbot.keyClick(asked, Key.Key_Return)
        self.until(lambda: asked not in self._dialogs(shape))

    def save_as(self, place: Path) -> None:
        """Answers the file dialog."""
        self.until(lambda: self.window.findChildren(QFileDialog))
        asked = self.window.findChildren(QFileDialog)[-1]
        asked.fileSelected.emit(str(place))
        asked.close()


@pytest.fixture
def walk(qtbot: QtBot, open_window: OpenWindow) -> Walk:
    window = open_window("agency", 1366, 736)
    walk = Walk(qtbot, window)
    assert window.office is not None
    window.office.do(offices.keep_signatory, title="Kepala Perwakilan", name="Contoh Lestari, S.H.")
    return walk


def make_agency(walk: Walk) -> None:
    """Agency, unit and product, typed."""
    page, keys = walk.page(AgencyPage), walk.keys
    keys.press(Key.Key_N, modifier=CTRL)
    keys.type(ODD)
    keys.press(Key.Key_S, modifier=CTRL)
    walk.until(lambda: page.office.read(agencies.agencies))
    walk.until(lambda: keys.focus() is page.form.units.add_unit)
    keys.press(Key.Key_Space)
    card = page.form.units.unit_card
    card.field("unit_type").set_value("LAINNYA")
    card.field("name").set_value("Loket")
    card.submit()
    walk.until(lambda: page.office.read(agencies.units))
    walk.until(lambda: keys.focus() is page.form.units.tree)
    keys.press(Key.Key_Insert)
    keys.type("Uji kendaraan")
    keys.press(Key.Key_Return)
    walk.until(lambda: page.office.read(agencies.units)[0].products)
    keys.press(Key.Key_Escape)


def make_round(walk: Walk) -> None:
    """A round with the 14 components, and the unit in it."""
    walk.window.go("round", new=True)
    page, keys = walk.page(RoundPage), walk.keys
    form = page.form
    form.field("name").set_value("Uji 2026")
    instrument: Any = form.field("instrument")
    instrument.combo.setCurrentIndex(
        instrument.combo.findText("UU 25/2009", Qt.MatchFlag.MatchContains)
    )
    form.field("minimum").set_value(81)
    keys.press(Key.Key_S, modifier=CTRL)
    walk.until(lambda: page.office.read(rounds.rounds))
    units = walk.page(AssessmentPage)
    walk.until(lambda: units.held is not None)
    units.new()
    choice = units.overview.units
    choice.list.setFocus()
    keys.press(Key.Key_Space)
    choice.submit()
    walk.until(lambda: units.office.read(assessments.assessments))


def assessed(walk: Walk) -> Assessment:
    assert walk.window.office is not None
    return walk.window.office.read(assessments.assessments)[0]


def score_by_keys(walk: Walk) -> None:
    """One key per answer until nothing is open; one is below full, one does not apply."""
    page, keys = walk.page(AssessmentPage), walk.keys
    walk.until(lambda: page.overview.list.table.rows)
    page.overview.list.select_first()
    page.overview.list.setFocus()
    keys.press(Key.Key_Return)
    walk.until(page.is_at_desk)
    keys.press(Key.Key_1, Key.Key_X, Key.Key_2)
    total = assessed(walk).applicable
    for _each in range(total - 2):
        keys.press(Key.Key_Y if _asks_yes(page) else Key.Key_3)
    walk.until(lambda: assessed(walk).answered + assessed(walk).not_applicable == total)
    walk.until(lambda: page.desk.head.steps() and page.desk.head.steps()[-1].isEnabled())
    page.desk.head.steps()[-1].click()
    walk.agree()
    walk.until(lambda: assessed(walk).is_frozen)


def _asks_yes(page: AssessmentPage) -> bool:
    cell = page.desk.grid.cell()
    assert cell is not None
    indicator = node(page.instrument(page.held), cell.number).indicator  # type: ignore[arg-type]
    return indicator is not None and indicator.answer == "yes_no"


def release(walk: Walk) -> None:
    """The round's own steps, to the end."""
    page = walk.page(AssessmentPage)
    page.close_desk()

    def state() -> str:
        return page.office.read(rounds.rounds)[0].state

    def offers(step: str) -> bool:
        found = page.next_step()
        return found is not None and found.state == step and page.step_button.isEnabled()

    walk.until(lambda: offers("verifying"))
    page.step_button.click()
    walk.until(lambda: offers("final"))
    page.step_button.click()
    walk.agree()
    walk.until(lambda: offers("released"))
    page.step_button.click()
    walk.agree(ReleaseDialog)
    walk.until(lambda: state() == "released")


def text_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(str(pdf))
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def test_from_an_empty_office_to_the_letter_in_hand(walk: Walk, tmp_path: Path) -> None:
    make_agency(walk)
    make_round(walk)
    score_by_keys(walk)
    release(walk)
    walk.window.go("letter", new="result", assessment=assessed(walk).id)
    page = walk.page(LetterPage)
    walk.until(lambda: page.editor.side.view.image(0) is not None)
    page.editor.form.field("number").set_value("B/1/2026")
    page.editor.side.bar.issue.click()
    walk.agree()
    place = tmp_path / "surat.pdf"
    walk.save_as(place)
    walk.until(lambda: any(one.state == "final" for one in page.office.read(letters.letters)))
    entry = page.office.read(letters.letters)[0]
    assert entry.sha256 == hashlib.sha256(place.read_bytes()).hexdigest()
    text = text_of(place)
    assert ODD in text.replace("\r\n", " ").replace("\n", " ")
    value = str(assessed(walk).value).replace(".", ",")
    assert value in text


def test_from_an_agreement_to_its_checklist(walk: Walk, tmp_path: Path) -> None:
    walk.window.go("agreement")
    page, keys = walk.page(AgreementPage), walk.keys
    keys.press(Key.Key_N, modifier=CTRL)
    form = page.form
    form.field("title").set_value("Peningkatan kualitas pelayanan publik")
    form.field("party0_name").set_value("Ombudsman RI Perwakilan Contoh")
    form.field("party0_number").set_value("11/ORI-MOU/II/2026")
    form.field("party1_name").set_value(ODD)
    form.field("party1_number").set_value("000.4.7.2/06/NK/2026")
    keys.press(Key.Key_S, modifier=CTRL)
    walk.until(lambda: page.office.read(agreements.agreements))
    walk.until(lambda: page.right.currentWidget() is page.detail)
    page.detail.add_promise.click()
    page.promise_form.field("activity").set_value("Menunjuk narahubung")
    page.promise_form.field("output").set_value("Keputusan Bupati")
    page.save()
    walk.until(lambda: page.office.read(agreements.commitments))
    walk.until(page.checklist.isEnabled)
    keys.press(Key.Key_P, modifier=CTRL)
    letter = walk.page(LetterPage)
    walk.until(lambda: letter.editor.side.view.image(0) is not None)
    letter.editor.side.bar.issue.click()
    walk.agree()
    place = tmp_path / "daftar.pdf"
    walk.save_as(place)
    walk.until(lambda: any(one.state == "final" for one in letter.office.read(letters.letters)))
    text = text_of(place).replace("\r\n", " ").replace("\n", " ")
    for words in (ODD, "11/ORI-MOU/II/2026", "000.4.7.2/06/NK/2026", "narahubung", "Terlaksana"):
        assert words in text

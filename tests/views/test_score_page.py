"""Hasil: the parts of a number add up to it, and embargo is said."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.office import Office
from desktop.services import answers, assessments, results, rounds, sealing
from desktop.views import zones
from desktop.views.score.page import ScorePage
from desktop.views.score.why import Why
from tests.views.conftest import OpenWindow, Scene, set_scene


def _filled(office_file: Path, scene: Scene, value: int = 1, *, release: bool = False) -> None:
    office = Office.open(office_file, operator="Siti Rahmah")
    scene.office = office
    scene.release() if release else scene.fill(value)
    office.close()


def _page(window: object) -> ScorePage:
    page = window.page()  # type: ignore[attr-defined]
    assert isinstance(page, ScorePage)
    return page


def test_the_shown_parts_add_up_to_the_value(office_file: Path, stocked: Scene) -> None:
    _filled(office_file, stocked)
    office = Office.open(office_file)
    found = office.read(results.unit_result, assessment_id=stocked.assessment)
    office.close()
    marks = zones.marks(found.instrument.zones)
    tops = Why(found.instrument, found.score, marks).branches()
    assert sum((b.record.contribution for b in tops), Fraction(0)) == found.score.exact
    for branch in tops:
        below = [child.record for child in branch.children]
        if below and branch.record.counted:
            parts = sum((p.contribution for p in below), Fraction(0))
            assert parts == branch.record.contribution


def test_an_unreleased_round_says_so_and_keeps_the_letter_off(
    office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    _filled(office_file, stocked)
    page = _page(open_window("score"))
    assert page.badge.text == "Belum dirilis"
    assert not page.to_letter.isEnabled()
    assert "belum dirilis" in page.to_letter.toolTip()
    assert page.detail.value.text() == "66,67"


def test_a_released_round_opens_the_letter(
    office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    _filled(office_file, stocked, release=True)
    page = _page(open_window("score"))
    assert page.to_letter.isEnabled()
    assert page.detail.value.text() == "100,00"
    assert page.entity.value.text() == "100,00"


def test_without_a_round_the_page_says_what_to_do(open_window: OpenWindow) -> None:
    page = _page(open_window("score"))
    assert not page.detail.isVisible()
    assert page.list.table.rows == []


# --- Years, path, answers --------------------------------------------------------------------


def _earlier(scene: Scene, year: int, value: str, instrument: str) -> None:
    """A sealed published value of the same unit."""
    office = scene.office
    facts = {"year": year, "instrument": instrument, "region_code": "99.01"}
    held = office.do(rounds.add_round, **facts).id
    assessed = office.do(
        assessments.plan_assessment, round=held, unit=scene.unit, published_value=Decimal(value)
    ).id
    office.do(sealing.finalise_assessment, id=assessed)


def _with_years(office_file: Path, scene: Scene, *earlier: tuple[int, str, str]) -> None:
    office = Office.open(office_file, operator="Siti Rahmah")
    scene.office = office
    scene.fill(1)
    for year, value, instrument in earlier:
        _earlier(scene, year, value, instrument)
    office.close()


SAME = "uu25-14-komponen"


def _cells(page: ScorePage) -> list[str]:
    """The first row of the list, as it is read."""
    table = page.list.table
    return [str(table.index(0, at).data()) for at in range(table.columnCount())]


def test_without_an_earlier_year_there_is_no_column_and_the_page_says_so(
    office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    _filled(office_file, stocked)
    page = _page(open_window("score"))
    assert [column.key for column in page.list.table.columns] == ["unit_name", "value", "zone"]
    assert page.detail.years.chart.isHidden()
    assert "Baru satu tahun" in page.detail.years.caption.text()


def test_the_change_to_the_year_before_stands_in_the_list(
    office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    _with_years(office_file, stocked, (2024, "70.25", SAME))
    page = _page(open_window("score"))
    column = page.list.table.columns[-1]
    assert column.title == "± 2024"
    assert _cells(page)[-1] == "−3,58"
    assert not page.detail.years.chart.isHidden()
    assert page.detail.years.chart.accessibleName() == "2024: 70,25; 2026: 66,67"
    assert page.detail.years.caption.text() == "Semua tahun memakai UU 25/2009."


def test_another_method_is_marked_and_never_shown_as_a_plain_change(
    office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    _with_years(office_file, stocked, (2021, "68.40", "ori-2015-2021"), (2025, "60", SAME))
    page = _page(open_window("score"))
    assert _cells(page)[-1] == "+6,67"
    caption = page.detail.years.caption.text()
    assert caption.startswith("2021 memakai ORI 2015–2021; isinya belum dipadankan.")
    assert caption.endswith("Sejak 2025 instrumennya sama.")


def test_only_another_method_shows_the_sign_alone(
    office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    _with_years(office_file, stocked, (2021, "68.40", "ori-2015-2021"))
    page = _page(open_window("score"))
    assert _cells(page)[-1] == "≠"
    tip = page.list.table.columns[-1].tip
    assert tip is not None
    assert "tidak dapat dipisahkan" in tip(page.list.table.rows[0])


def test_the_path_lists_answers_from_and_to_and_what_comes_of_them(
    office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    _filled(office_file, stocked)
    office = Office.open(office_file)
    path = office.read(results.unit_result, assessment_id=stocked.assessment).path
    office.close()
    page = _page(open_window("score"))
    rows = page.detail.path.texts()
    assert path is not None
    assert page.detail.path.title.text() == "Jalur termurah ke Hijau"
    assert rows[0][0] == "1"
    assert rows[0][2] == "Kartu: 2 ke 3"
    assert rows[-1][-1].replace(",", ".") == str(path.value)


def test_the_best_zone_has_no_path(
    office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    _filled(office_file, stocked, 0)
    page = _page(open_window("score"))
    assert page.detail.path.isHidden()


def test_enter_opens_the_answers_behind_an_indicator_and_escape_shuts_them(
    office_file: Path, stocked: Scene, open_window: OpenWindow, qtbot: QtBot
) -> None:
    _filled(office_file, stocked)
    office = Office.open(office_file, operator="Siti Rahmah")
    sheet, number, _value = stocked_cell(office, stocked)
    note = ((sheet, number, "Papan belum dipasang."),)
    office.do(answers.save_answers, assessment=stocked.assessment, cells=(), notes=note)
    office.close()
    window = open_window("score")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    detail = _page(window).detail
    detail.tree.setFocus(Qt.FocusReason.TabFocusReason)
    assert detail.tree.select("SP02")
    QTest.keyClick(detail.tree, Qt.Key.Key_Return)
    assert detail.card_is_open()
    assert detail.card.title.text() == "SP02  Persyaratan"
    lines = detail.card.list.table.rows
    assert [(line.who, line.score) for line in lines] == [("Kartu", "2"), ("Akta", "2")]
    assert [line.words.second for line in lines] == ["Papan belum dipasang.", ""]
    QTest.keyClick(detail.tree, Qt.Key.Key_Down)
    assert detail.card.title.text().startswith("SP0")
    assert detail.card.title.text() != "SP02  Persyaratan"
    QTest.keyClick(detail.tree, Qt.Key.Key_Escape)
    assert not detail.card_is_open()
    assert QApplication.focusWidget() is detail.tree


def stocked_cell(office: Office, scene: Scene) -> tuple[int, int, int]:
    """The first product's answer to SP02."""
    desk = office.read(assessments.desk, id=scene.assessment)
    sheet = next(s for s in desk.sheets if s.subject == "product")
    number = min(sheet.answers)
    return sheet.key, number, sheet.answers[number]


def test_enter_folds_a_dimension(
    office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    _filled(office_file, stocked)
    tree = _page(open_window("score")).detail.tree
    top = tree.tree.index(0, 0)
    tree.setCurrentIndex(top)
    was = tree.isExpanded(top)
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert tree.isExpanded(top) != was


def test_on_the_ombudsmans_track_nobody_is_led_while_scores_are_given(
    office_file: Path, open_window: OpenWindow
) -> None:
    office = Office.open(office_file, operator="Siti Rahmah")
    scene = set_scene(office, track="ombudsman")
    scene.fill(1)
    office.close()
    page = _page(open_window("score"))
    assert page.detail.path.isHidden()
    assert page.detail.value.text() == "66,67"

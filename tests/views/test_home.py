"""Beranda: what is due, the zones, the next step; an empty office shows the way."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.office import Office
from desktop.services import actions, answers
from desktop.views.empty import EmptyState
from desktop.views.home.page import HomePage
from tests.views.conftest import OpenWindow, Scene


def _home(window: object) -> HomePage:
    page = window.page()  # type: ignore[attr-defined]
    assert isinstance(page, HomePage)
    return page


def test_an_empty_office_shows_the_first_steps(open_window: OpenWindow) -> None:
    page = _home(open_window())
    assert page.findChild(EmptyState) is not None
    assert not page.list.isVisible()


def test_what_is_late_stands_first_and_enter_opens_it(
    qtbot: QtBot, office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    office = Office.open(office_file, operator="Siti Rahmah")
    for title, due in (("Nanti", date(2026, 12, 4)), ("Lewat", date(2026, 11, 13))):
        office.do(actions.plan_action, agency=stocked.agency, title=title, due_on=due)
    office.close()
    page = _home(open_window())
    groups = [r.title for r in page.list.table.rows if hasattr(r, "tone")]
    assert groups == ["Terlambat", "Bulan ini"]
    assert page.see_all.text() == "Lihat semua 2"
    page.list.select_first()
    assert page.list.current().action.title == "Lewat"
    went: list[str] = []
    page.shell.go = lambda key, **_place: went.append(key)  # type: ignore[method-assign]
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert went == ["action"]


def test_the_next_step_names_the_open_cells(
    office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    office = Office.open(office_file, operator="Siti Rahmah")
    stocked.office = office
    cells = stocked.cells()
    office.do(answers.save_answers, assessment=stocked.assessment, cells=tuple(cells[:-4]))
    office.close()
    page = _home(open_window())
    from desktop.views.cards import StepRow

    assert [row.text() for row in page.findChildren(StepRow)] == ["Lengkapi 4 jawaban Loket"]
    assert page.go_on.isVisible()


def test_the_foot_names_the_file_and_the_holidays(
    office_file: Path, open_window: OpenWindow
) -> None:
    page = _home(open_window())
    assert page.health.words.text() == str(office_file)
    assert page.health.holidays.text() == "Hari libur 2026 lengkap"

"""Tindak lanjut: from a finding to a closed action, by the page alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.office import Office
from desktop.services import actions, findings
from desktop.views.action.page import ActionPage
from tests.views.conftest import OpenWindow, Scene


def _page(window: object) -> ActionPage:
    page = window.page()  # type: ignore[attr-defined]
    assert isinstance(page, ActionPage)
    return page


def _with_findings(office_file: Path, scene: Scene) -> None:
    office = Office.open(office_file, operator="Siti Rahmah")
    scene.office = office
    scene.fill(1)
    office.close()


def test_a_finding_becomes_an_action(
    qtbot: QtBot, office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    _with_findings(office_file, stocked)
    window = open_window("action")
    page = _page(window)
    assert page.plans.list.table.rows == []
    page.swap.click()
    assert len(page.findings.list.table.rows) == 28
    page.finding_form.plan.click()
    page.draft.field("person").set_value("Rina")
    qtbot.keyClick(page.draft, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    page.draft.submit()
    qtbot.waitUntil(lambda: len(page.plans.list.table.rows) == 1)
    made = page.office.read(actions.actions)[0]
    assert (made.person, made.origin) == ("Rina", "SP02")
    qtbot.waitUntil(lambda: page.lists.currentWidget() is page.plans)


def test_a_suggestion_is_edited_where_it_stands(
    qtbot: QtBot, office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    _with_findings(office_file, stocked)
    page = _page(open_window("action"))
    page.swap.click()
    page.finding_form.field("suggestion").set_value("Pasang papan di loket 2.")
    page.save()
    qtbot.waitUntil(
        lambda: page.office.read(findings.findings)[0].suggestion == "Pasang papan di loket 2."
    )


def test_an_action_walks_through_its_stages(
    qtbot: QtBot, office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    office = Office.open(office_file, operator="Siti Rahmah")
    due = date(2026, 11, 13)
    made = office.do(actions.plan_action, agency=stocked.agency, title="Pasang", due_on=due).id
    office.close()
    page = _page(open_window("action"))

    def state() -> str:
        return page.office.read(actions.action, id=str(made)).state

    assert page.plans.board["late"].count == 1
    page.form.buttons.step.click()
    qtbot.waitUntil(lambda: state() == "running")
    qtbot.waitUntil(lambda: page.form.buttons.step.text() == "Catat bukti…")
    page.form.buttons.step.click()
    page.form.note_field.set_value("Foto papan")
    page.form.note.submit()
    qtbot.waitUntil(lambda: state() == "reported")
    qtbot.waitUntil(lambda: page.form.buttons.step.text() == "Verifikasi")
    page.form.buttons.step.click()
    qtbot.wait(100)
    assert state() == "reported"  # the one who reported cannot verify
    page.office.operator = "Yusuf"
    page.form.buttons.step.click()
    qtbot.waitUntil(lambda: state() == "verified")
    qtbot.waitUntil(lambda: page.form.buttons.step.text() == "Tutup tindakan")
    page.form.buttons.step.click()
    qtbot.waitUntil(lambda: state() == "closed")


def test_a_wrong_date_is_said_beside_its_field(
    qtbot: QtBot, office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    office = Office.open(office_file, operator="Siti Rahmah")
    due = date(2026, 11, 13)
    office.do(actions.plan_action, agency=stocked.agency, title="Pasang", due_on=due)
    office.close()
    page = _page(open_window("action"))
    page.form.field("extended_to").set_value(date(2026, 9, 30))
    page.save()
    field = page.form.field("extended_to")
    qtbot.waitUntil(lambda: "13 November 2026" in field._below._words.text())
    assert page.office.read(actions.actions)[0].extended_to is None
    page.form.drop()


def test_the_board_filters_the_list(
    office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    office = Office.open(office_file, operator="Siti Rahmah")
    for title, due in (("Lewat", date(2026, 11, 13)), ("Nanti", date(2026, 11, 25))):
        office.do(actions.plan_action, agency=stocked.agency, title=title, due_on=due)
    office.close()
    page = _page(open_window("action"))
    page.plans.board["late"].click()
    assert [i.action.title for i in page.plans.list.table.rows] == ["Lewat"]
    page.plans.clear()
    assert len(page.plans.list.table.rows) == 2

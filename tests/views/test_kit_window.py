"""The window: starts in steps, shows pages on demand, keeps them fresh, loses no work."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import computer
from desktop.__main__ import load_office
from desktop.services import offices
from desktop.views import theme
from desktop.views.buttons import Button
from desktop.views.entries import ENTRIES, Entry
from desktop.views.questions import Dialog
from desktop.views.window import MainWindow
from tests.views.conftest import OpenWindow
from tests.views.kit_page import HolidayPage, PlainPage, refuse

PLAIN = ("agency", "settings", "round", "welcome")


@pytest.fixture(autouse=True)
def _own_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    home = Entry("home", "Beranda", "home", "tests.views.kit_page:HolidayPage")
    monkeypatch.setitem(ENTRIES, "home", home)
    for key in PLAIN:
        entry = Entry(key, key.title(), "home", "tests.views.kit_page:PlainPage")
        monkeypatch.setitem(ENTRIES, key, entry)


@pytest.fixture
def window(open_window: OpenWindow, qtbot: QtBot) -> MainWindow:
    opened = open_window("home")
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    return opened


@pytest.fixture
def page(window: MainWindow) -> HolidayPage:
    shown = window.page()
    assert isinstance(shown, HolidayPage)
    return shown


def key(window: MainWindow, which: Qt.Key, *, ctrl: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(window.focusWidget() or window, which, modifier)


def dialog_of(window: MainWindow) -> Dialog:
    found = [d for d in window.findChildren(Dialog) if d.isVisible()]
    assert len(found) == 1
    return found[0]


def press(dialog: Dialog, text: str) -> None:
    next(b for b in dialog.findChildren(Button) if b.text() == text).click()


def test_the_page_is_filled_after_the_first_paint(page: HolidayPage, window: MainWindow) -> None:
    assert page.loads == 1
    assert page.list.table.rowCount() > 10
    assert window.windowTitle() == "kantor.patuh – Patuh"
    assert window.navigation.items["home"].isChecked()


def test_keys_go_from_page_to_page(window: MainWindow, page: HolidayPage) -> None:
    key(window, Qt.Key.Key_2, ctrl=True)
    assert isinstance(window.page(), PlainPage)
    assert window.navigation.items["agency"].isChecked()
    key(window, Qt.Key.Key_Comma, ctrl=True)
    assert window.navigation.items["settings"].isChecked()
    key(window, Qt.Key.Key_1, ctrl=True)
    assert window.page() is page
    assert page.loads == 1


def test_the_navigation_goes_too(window: MainWindow) -> None:
    QTest.mouseClick(window.navigation.items["agency"], Qt.MouseButton.LeftButton)
    assert isinstance(window.page(), PlainPage)


def test_a_place_reaches_its_page(window: MainWindow, page: HolidayPage) -> None:
    window.go("home", id="A1")
    assert page.place == {"id": "A1"}


def test_a_save_shows_where_one_looks(window: MainWindow, page: HolidayPage, qtbot: QtBot) -> None:
    page.new()
    page.form.field("name").set_value("Cuti bersama Natal")
    key(window, Qt.Key.Key_S, ctrl=True)
    qtbot.waitUntil(window._toast.isVisible)
    assert window._toast.text() == "Hari libur tersimpan."
    assert not page.form.is_dirty()
    assert page.loads == 2
    chosen = page.list.current()
    assert chosen is not None
    assert chosen.day == date(2026, 12, 24)


def test_a_refusal_goes_to_its_field_or_into_a_banner(
    window: MainWindow, page: HolidayPage, qtbot: QtBot
) -> None:
    page.write(refuse, form=page.form, field="name")
    below = page.form.field("name")._below
    qtbot.waitUntil(lambda: bool(below.words()))
    assert not window.frame.banners()
    page.write(refuse, form=page.form, field="elsewhere")
    qtbot.waitUntil(lambda: "write" in window.frame.banners())
    assert window.frame.banners()["write"].kind == "danger"
    window.go("agency")
    assert not window.frame.banners()


def test_our_own_fault_is_reported(window: MainWindow, page: HolidayPage, qtbot: QtBot) -> None:
    def broken(db: object, act: object) -> Any:
        raise LookupError("oops")

    page.write(broken)
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(Dialog)))
    dialog = dialog_of(window)
    assert dialog.title.text() == "Patuh mengalami gangguan"
    press(dialog, "Tutup")


def test_a_hidden_page_is_read_again_when_it_is_shown(
    window: MainWindow, page: HolidayPage, qtbot: QtBot
) -> None:
    window.go("agency")
    assert window.office is not None
    window.office.do(offices.keep_holiday, day=date(2026, 12, 24), name="Cuti bersama")
    qtbot.waitUntil(lambda: page.is_stale)
    assert page.loads == 1
    with qtbot.waitSignal(window.filled):
        window.go("home")
    assert page.loads == 2


def test_f5_reads_again_and_f6_walks(window: MainWindow, page: HolidayPage) -> None:
    key(window, Qt.Key.Key_F5)
    assert page.loads == 2
    assert page.list.hasFocus()
    walked = []
    for _step in range(4):
        key(window, Qt.Key.Key_F6)
        walked.append(window.focusWidget())
    assert walked[0] is page.filter
    assert page.form.isAncestorOf(walked[1])
    assert walked[2] is window.navigation.items["home"]
    assert isinstance(walked[3], Button)


def test_page_keys_reach_the_page(window: MainWindow, page: HolidayPage) -> None:
    key(window, Qt.Key.Key_F, ctrl=True)
    assert page.filter.hasFocus()
    key(window, Qt.Key.Key_N, ctrl=True)
    assert page.form.is_new()
    page.form.drop()
    key(window, Qt.Key.Key_F2)
    assert page.form.field("name").editor.hasFocus()


def test_a_question_mark_shows_keys_outside_of_fields(
    window: MainWindow, page: HolidayPage
) -> None:
    page.filter.setFocus()
    QTest.keyClicks(page.filter, "?")
    assert page.filter.text() == "?"
    page.list.setFocus()
    QTest.keyClicks(page.list, "?")
    press(dialog_of(window), "Tutup")


def test_leaving_a_page_with_changes_asks(window: MainWindow, page: HolidayPage) -> None:
    page.form.field("name").set_value("x")
    window.go("agency")
    press(dialog_of(window), "Kembali")
    assert window.page() is page
    assert window.navigation.items["home"].isChecked()
    window.go("agency")
    press(dialog_of(window), "Buang")
    assert isinstance(window.page(), PlainPage)


def test_closing_with_changes_asks(window: MainWindow, page: HolidayPage) -> None:
    page.form.field("name").set_value("x")
    window.close()
    assert window.isVisible()
    press(dialog_of(window), "Buang")
    assert not window.isVisible()
    assert window.office is None


def test_a_narrow_window_has_a_rail_and_narrow_forms(
    window: MainWindow, page: HolidayPage, qtbot: QtBot
) -> None:
    assert window.navigation.width() == theme.NAV_WIDE
    assert page.form.width() == 420
    window.resize(911, 488)
    qtbot.waitUntil(lambda: window.navigation.width() == theme.NAV_RAIL)
    assert page.form.width() == 320
    assert window.navigation.items["agency"].toolTip() == "Instansi  Ctrl+2"


def test_a_new_operator_is_remembered(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PATUH_OPERATOR")
    window.keep_operator("Rina")
    assert computer.load().operator == "Rina"
    assert window.office is not None
    assert window.office.operator == "Rina"
    assert window.navigation.person.text() == "Rina"


def test_the_office_is_remembered(window: MainWindow) -> None:
    assert window.office is not None
    assert window.office.path is not None
    assert computer.load().last == str(window.office.path.resolve())


def test_another_office_takes_the_place(
    window: MainWindow, page: HolidayPage, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.filled):
        window.create_office(str(tmp_path / "lain.patuh"), name="Lain", region="62.13")
    assert window.windowTitle() == "lain.patuh – Patuh"
    assert window.page() is not page
    window.open_address(str(tmp_path / "tiada.patuh"))
    assert window.windowTitle() == "lain.patuh – Patuh"
    assert window.frame.banners()["open"].kind == "danger"


@pytest.fixture
def first_start(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> Iterator[MainWindow]:
    monkeypatch.setenv("PATUH_CONFIG_DIR", str(tmp_path / "empty"))
    theme.dress(qapp)
    window = MainWindow(load_office)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.filled):
        window.show()
    yield window
    window.close()


def test_without_an_office_the_welcome_page_stands_alone(first_start: MainWindow) -> None:
    assert first_start.page() is not None
    assert not first_start.navigation.isVisible()
    assert first_start.windowTitle() == "Mulai – Patuh"


def test_the_operator_is_asked_once(first_start: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    first_start.create_office(str(tmp_path / "baru.patuh"), name="Kantor", region="62.13")
    assert first_start.navigation.isVisible()
    dialog = dialog_of(first_start)
    QTest.keyClicks(dialog.focusWidget(), "Siti Rahmah")
    press(dialog, "Simpan nama")
    assert computer.load().operator == "Siti Rahmah"


def test_a_round_menu_offers_a_new_round(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.navigation.switcher.text() == "Belum ada putaran"
    window.navigation.round_wanted.emit(None)
    assert isinstance(window.page(), PlainPage)
    assert window.page() is not None

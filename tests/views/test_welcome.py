"""Selamat datang: a new office file, one that exists, the demo, and files that cannot be opened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import computer
from desktop.__main__ import load_office
from desktop.office import Office
from desktop.services import agencies, history
from desktop.views import theme
from desktop.views.agency.page import AgencyPage
from desktop.views.welcome import birth, demo
from desktop.views.welcome.birth import file_name
from desktop.views.welcome.page import WelcomePage
from desktop.views.welcome.recent import name_and_folder, when
from desktop.views.window import MainWindow
from tests.views.keyboard import CTRL, Keyboard

Key = Qt.Key
Welcome = Callable[..., MainWindow]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The documents of someone who has never opened an office here."""
    documents = tmp_path / "Dokumen"
    documents.mkdir()
    monkeypatch.setenv("PATUH_NOW", "2026-11-23T09:00+07:00")
    monkeypatch.setenv("PATUH_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.setattr(birth, "documents", lambda: documents)
    monkeypatch.setattr(demo, "documents", lambda: documents)
    return documents


@pytest.fixture
def welcome(qtbot: QtBot, folder: Path) -> Iterator[Welcome]:
    """Opens the window without an office and waits for the welcome page."""
    opened: list[MainWindow] = []

    def open_window(**more: object) -> MainWindow:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.dress(app)
        window = MainWindow(load_office, "", **more)  # type: ignore[arg-type]
        opened.append(window)
        qtbot.addWidget(window)
        with qtbot.waitSignal(window.filled, timeout=10_000):
            window.show()
        return window

    yield open_window
    for window in opened:
        window.close()


def page_of(window: MainWindow) -> WelcomePage:
    page = window.page()
    assert isinstance(page, WelcomePage)
    return page


def banner(window: MainWindow) -> str:
    return window.frame.banners()["open"].text()


def below(field: object) -> str:
    return field._below.words()  # type: ignore[attr-defined]


def test_office_file_is_made_by_keyboard_and_agencies_are_there(
    welcome: Welcome, folder: Path, qtbot: QtBot
) -> None:
    window = welcome()
    keys, card = Keyboard(window), page_of(window).card
    keys.press(Key.Key_Return)
    keys.type("Sekretariat Daerah Barito Timur")
    keys.press(Key.Key_Tab)
    keys.press(Key.Key_Down)
    assert card.kind.value() == "regency"
    keys.press(Key.Key_Tab)
    keys.type("Kabupaten Barito Timur")
    keys.press(Key.Key_Tab)
    assert card.copy.value()
    assert below(card.copy) == "42 instansi; setelah disalin boleh diubah"
    card.person.line.setFocus()
    keys.type("Budi Santoso")
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: window.office is not None)
    assert window.office is not None
    assert window.office.path == folder / "Sekretariat Daerah Barito Timur.patuh"
    assert len(window.office.read(agencies.agencies, region="62.13")) == 42
    assert {one.by for one in window.office.read(history.entries)} == {"Budi Santoso"}
    assert computer.load().operator == "Budi Santoso"

    window.go("agency")
    shown = window.page()
    assert isinstance(shown, AgencyPage)
    keys.press(Key.Key_N, modifier=CTRL)
    assert shown.form.is_new()
    shown.form.drop()


def test_what_is_missing_is_said_beside_its_field(welcome: Welcome, folder: Path) -> None:
    window = welcome()
    page = page_of(window)
    page.new()
    page.card.submit()
    for field in (page.card.name, page.card.kind, page.card.region, page.card.person):
        assert "belum diisi" in below(field)
    page.card.name.set_value("Kantor")
    (folder / "Kantor.patuh").write_bytes(b"")
    page.card.submit()
    assert "Sudah ada berkas" in below(page.card.place)
    page.card.take_place(str(folder / "tidak ada" / "Kantor.patuh"))
    page.card.submit()
    assert "Folder ini tidak ada" in below(page.card.place)
    assert window.office is None


def test_place_follows_the_name_until_it_is_chosen(welcome: Welcome, folder: Path) -> None:
    page = page_of(welcome())
    page.new()
    page.card.name.set_value("Kantor: Satu/Dua")
    assert page.card.place.value() == str(folder / "Kantor SatuDua.patuh")
    page.card.take_place(str(folder / "lain.patuh"))
    page.card.name.set_value("Kantor Tiga")
    assert page.card.place.value() == str(folder / "lain.patuh")


def test_list_can_be_copied_only_where_there_is_one(welcome: Welcome) -> None:
    card = page_of(welcome()).card
    card.begin(operator="Siti")
    assert card.copy.is_locked()
    card.region.set_value("62.13")
    assert not card.copy.is_locked()
    assert card.copy.value()
    card.region.set_value("62.01")
    assert card.copy.is_locked()
    assert not card.copy.value()


def test_escape_goes_back_to_the_cards(welcome: Welcome) -> None:
    window = welcome()
    page, keys = page_of(window), Keyboard(window)
    page.new()
    keys.press(Key.Key_Escape)
    assert page.views.currentIndex() == 0


def test_operator_is_asked_once(welcome: Welcome, monkeypatch: pytest.MonkeyPatch) -> None:
    computer.save(computer.load()._replace(operator="Siti Rahmah"))
    page = page_of(welcome())
    page.new()
    assert page.card.person.isHidden()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "tidak ditemukan"),
        (b"bukan basis data", "bukan berkas kantor"),
        (b"", "bukan berkas kantor"),
        (b"SQLite format 3\0" + b"x" * 2000, ""),
    ],
    ids=["missing", "foreign", "empty", "damaged"],
)
def test_file_that_cannot_be_opened_is_said(
    welcome: Welcome, folder: Path, content: bytes | None, said: str
) -> None:
    window = welcome()
    file = folder / "lama.patuh"
    if content is not None:
        file.write_bytes(content)
    window.open_address(str(file))
    assert said in banner(window)
    assert "(kode" not in banner(window)
    assert window.office is None
    assert page_of(window).isVisible()


def test_file_of_another_version_is_said(welcome: Welcome, folder: Path) -> None:
    import sqlite3

    file = folder / "lain.patuh"
    Office.create(file, name="Kantor", region="99.01").close()
    with sqlite3.connect(file) as db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
    db.close()
    window = welcome()
    window.open_address(str(file))
    assert "versi program yang lain" in banner(window)


def test_files_opened_before_are_offered(welcome: Welcome, folder: Path, qtbot: QtBot) -> None:
    file = folder / "Kantor.patuh"
    Office.create(file, name="Kantor", region="99.01").close()
    from datetime import datetime

    computer.save(computer.load().with_opened(str(file), datetime(2026, 11, 12, 8)))
    window = welcome()
    row = page_of(window).recent.rows[0]
    assert row.text() == "Kantor.patuh"
    row.click()
    qtbot.waitUntil(lambda: window.office is not None)


def test_demo_is_built_beside_the_window_then_opened(
    welcome: Welcome, folder: Path, qtbot: QtBot
) -> None:
    told: list[int] = []

    def make(place: Path, progress: Callable[..., object]) -> Path:
        place.mkdir()
        progress(1, 2, "")
        told.append(1)
        file = place / "Contoh.patuh"
        Office.create(file, name="Perwakilan Contoh", region="99", kind="ombudsman").close()
        return file

    window = welcome(make_demo=make)
    page_of(window).third.click()
    qtbot.waitUntil(lambda: window.office is not None, timeout=10_000)
    assert window.office is not None
    assert window.office.profile.name == "Perwakilan Contoh"
    assert told == [1]
    assert (folder / "Patuh - Kabupaten Contoh" / "Contoh.patuh").exists()


def test_demo_that_is_there_is_opened_as_it_is(
    welcome: Welcome, folder: Path, qtbot: QtBot
) -> None:
    place = folder / "Patuh - Kabupaten Contoh"
    place.mkdir()
    Office.create(place / "Contoh.patuh", name="Kantor", region="99").close()

    def never(_place: Path, _progress: object) -> Path:
        raise AssertionError("built twice")

    window = welcome(make_demo=never)
    page_of(window).third.click()
    qtbot.waitUntil(lambda: window.office is not None)


def test_without_a_builder_there_is_no_demo(welcome: Welcome) -> None:
    assert page_of(welcome()).third.isHidden()


def test_times_are_said_as_people_say_them() -> None:
    today = date(2026, 11, 23)
    assert when("2026-11-23T09:10", today) == "hari ini 09.10"
    assert when("2026-11-22T15:20", today) == "kemarin 15.20"
    assert when("2026-11-12T08:00", today) == "12 November 2026"
    assert when("", today) == ""


def test_places_are_said_whatever_their_slashes() -> None:
    assert name_and_folder("D:\\Patuh\\Kantor.patuh") == ("Kantor.patuh", "D:\\Patuh")
    assert name_and_folder("/home/a/Kantor.patuh") == ("Kantor.patuh", "/home/a")
    assert name_and_folder("postgresql://a@b/kantor") == ("kantor", "di peladen")


def test_file_names_hold_nothing_that_a_system_refuses() -> None:
    assert file_name('Dinas <X> "Y" & Z?') == "Dinas X Y & Z.patuh"
    assert file_name("  . ") == "Kantor.patuh"

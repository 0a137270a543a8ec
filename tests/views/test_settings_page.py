"""Pengaturan: what travels with the office file, and what stays on this computer."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop import computer
from desktop.domain.profile import Holiday, OfficeProfile, Signatory
from desktop.services import offices
from desktop.views.settings.appearance import AppearancePane
from desktop.views.settings.holidays import HolidayPane
from desktop.views.settings.instruments import InstrumentPane
from desktop.views.settings.letterhead import LetterheadPane
from desktop.views.settings.logo import LARGEST, Logo
from desktop.views.settings.numbering import NumberingPane, example_number
from desktop.views.settings.page import SettingsPage
from desktop.views.settings.panes import Pane
from desktop.views.settings.person import PersonPane
from desktop.views.settings.signatories import SignatoryPane, block_lines
from tests.views.conftest import OpenWindow
from tests.views.keyboard import CTRL, Keyboard

Key = Qt.Key


@pytest.fixture
def page(open_window: OpenWindow) -> SettingsPage:
    shown = open_window("settings").page()
    assert isinstance(shown, SettingsPage)
    return shown


P = TypeVar("P", bound=Pane)


def group(page: SettingsPage, kind: type[P]) -> P:
    page.choose(kind.key)
    pane = page.pane()
    assert isinstance(pane, kind)
    return pane


def profile(page: SettingsPage) -> OfficeProfile:
    return page.office.profile


def signatories(page: SettingsPage) -> tuple[Signatory, ...]:
    return page.office.read(offices.signatories)


def days(page: SettingsPage) -> dict[date, Holiday]:
    return {one.day: one for one in page.office.read(offices.holiday_list)}


def below(field: object) -> str:
    return field._below.words()  # type: ignore[attr-defined]


# Letterhead and paper


def test_letterhead_is_changed_by_keyboard(page: SettingsPage, qtbot: QtBot) -> None:
    keys = Keyboard(page.window())  # type: ignore[arg-type]
    keys.press(Key.Key_F2)
    keys.press(Key.Key_A, modifier=CTRL)
    keys.type("PEMERINTAH KABUPATEN CONTOH")
    keys.press(Key.Key_Tab)
    keys.press(Key.Key_A, modifier=CTRL)
    keys.type("SEKRETARIAT DAERAH")
    keys.press(Key.Key_S, modifier=CTRL)
    qtbot.waitUntil(lambda: profile(page).head_line == "PEMERINTAH KABUPATEN CONTOH")
    assert profile(page).office_line == "SEKRETARIAT DAERAH"
    qtbot.waitUntil(lambda: not group(page, LetterheadPane).form.is_dirty())


def test_first_page_is_drawn_with_the_draft(page: SettingsPage, qtbot: QtBot) -> None:
    pane = group(page, LetterheadPane)
    qtbot.waitUntil(lambda: pane.preview.sheet._image is not None, timeout=20_000)
    before = pane.preview.sheet._image
    pane.form.field("head_line").set_value("PEMERINTAH KABUPATEN LAIN")
    qtbot.waitUntil(lambda: pane.preview.sheet._image != before, timeout=10_000)
    pane.form.drop()


def test_margin_out_of_bounds_is_said_beside_its_field(page: SettingsPage, qtbot: QtBot) -> None:
    form = group(page, LetterheadPane).form
    form.field("margin_left").set_value(3)
    page.save()
    qtbot.waitUntil(lambda: "8 sampai 60" in below(form.field("margin_left")))
    assert profile(page).margin_left == 30
    form.drop()


def picture(folder: Path, name: str = "lambang.png") -> Path:
    from PIL import Image

    place = folder / name
    Image.new("RGB", (60, 80), "navy").save(place)
    return place


def test_logo_is_kept_shown_and_removed(page: SettingsPage, tmp_path: Path, qtbot: QtBot) -> None:
    form = group(page, LetterheadPane).form
    logo = form.field("logo")
    file = picture(tmp_path)
    logo.take(file)  # type: ignore[attr-defined]
    assert logo.line.text() == "lambang.png"  # type: ignore[attr-defined]
    page.save()
    qtbot.waitUntil(lambda: profile(page).logo == file.read_bytes())
    assert profile(page).logo_name == "lambang.png"
    qtbot.waitUntil(lambda: not form.is_dirty())
    logo.remove()  # type: ignore[attr-defined]
    page.save()
    qtbot.waitUntil(lambda: profile(page).logo is None)


def test_what_is_no_picture_is_refused_as_logo(page: SettingsPage, tmp_path: Path) -> None:
    logo = group(page, LetterheadPane).form.field("logo")
    file = tmp_path / "lambang.png"
    file.write_text("bukan gambar", encoding="utf-8")
    logo.take(file)  # type: ignore[attr-defined]
    assert below(logo)
    assert logo.value() is None
    large = tmp_path / "besar.png"
    large.write_bytes(b"\0" * (LARGEST + 1))
    logo.take(large)  # type: ignore[attr-defined]
    assert "2 MB" in below(logo)
    logo.take(tmp_path / "tidak-ada.png")  # type: ignore[attr-defined]
    assert "tidak dapat dibaca" in below(logo)


def test_jpeg_is_taken_as_logo(page: SettingsPage, tmp_path: Path) -> None:
    form = group(page, LetterheadPane).form
    form.field("logo").take(picture(tmp_path, "lambang.jpg"))  # type: ignore[attr-defined]
    assert isinstance(form.field("logo").value(), Logo)
    form.drop()


# Signatories


def test_first_signatory_becomes_the_usual_one(page: SettingsPage, qtbot: QtBot) -> None:
    pane = group(page, SignatoryPane)
    page.new()
    keys = Keyboard(page.window())  # type: ignore[arg-type]
    keys.type("Kepala Perwakilan")
    pane.form.field("name").set_value("Drs. Ahmad Contoh")
    keys.press(Key.Key_S, modifier=CTRL)
    qtbot.waitUntil(lambda: len(signatories(page)) == 1)
    made = signatories(page)[0]
    assert (made.title, made.name) == ("Kepala Perwakilan", "Drs. Ahmad Contoh")
    assert made.is_default
    qtbot.waitUntil(lambda: pane.form.field("is_default").is_locked())


def test_signing_for_another_asks_for_whom(page: SettingsPage, qtbot: QtBot) -> None:
    form = group(page, SignatoryPane).form
    page.new()
    form.field("title").set_value("Asisten Pencegahan")
    assert form.field("on_behalf_of").isHidden()
    form.field("form").set_value("an")
    assert not form.field("on_behalf_of").isHidden()
    page.save()
    assert "belum diisi" in below(form.field("on_behalf_of"))
    form.field("on_behalf_of").set_value("Kepala Perwakilan")
    form.field("nip").set_value("1978")
    page.save()
    qtbot.waitUntil(lambda: below(form.field("nip")).startswith("NIP terdiri"))
    form.field("nip").set_value("197805122003121004")
    page.save()
    qtbot.waitUntil(lambda: len(signatories(page)) == 1)
    assert form.block.words.text().startswith("a.n. Kepala Perwakilan\nAsisten Pencegahan,")


def test_signatory_is_dropped_and_brought_back(page: SettingsPage, qtbot: QtBot) -> None:
    page.office.do(offices.keep_signatory, title="Kepala")
    page.office.do(offices.keep_signatory, title="Sekretaris", name="Rina")
    pane = group(page, SignatoryPane)
    qtbot.waitUntil(lambda: len(pane.list.table.rows) == 2)
    pane.list.select(signatories(page)[1].id)
    qtbot.keyClick(pane.list, Key.Key_Delete)
    qtbot.waitUntil(lambda: [one.title for one in signatories(page)] == ["Kepala"])
    toast = page.window()._toast  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: "Sekretaris" in toast.text())
    toast.undo.click()
    qtbot.waitUntil(lambda: [one.name for one in signatories(page)] == ["", "Rina"])


def test_block_reads_as_the_paper_will() -> None:
    values = {
        "form": "ub",
        "title": "Kepala Bagian Organisasi",
        "on_behalf_of": "Bupati Contoh",
        "between": "Sekretaris Daerah",
        "name": "RINA",
        "rank": "Pembina",
        "nip": "197805122003121004",
    }
    assert block_lines(values) == [
        "a.n. Bupati Contoh",
        "Sekretaris Daerah",
        "u.b.",
        "Kepala Bagian Organisasi,",
        "",
        "RINA",
        "Pembina",
        "NIP 19780512 200312 1 004",
    ]
    assert block_lines({**values, "form": "plt", "rank": "", "nip": ""})[0] == (
        "Plt. Kepala Bagian Organisasi,"
    )


# Numbers and due dates


def test_example_follows_the_template(page: SettingsPage, qtbot: QtBot) -> None:
    form = group(page, NumberingPane).form
    template = form.field("number_template")
    template.set_value("{urut}/{kode}/{bulan_romawi}/{tahun}")
    form.field("archive_code").set_value("000.7")
    assert below(template) == "Contoh: 014/000.7/XI/2026"
    form.field("due_days").set_value(14)
    page.save()
    qtbot.waitUntil(lambda: profile(page).due_days == 14)
    assert profile(page).number_template == "{urut}/{kode}/{bulan_romawi}/{tahun}"


def test_unknown_token_is_said_beside_the_template(page: SettingsPage, qtbot: QtBot) -> None:
    form = group(page, NumberingPane).form
    form.field("number_template").set_value("{nomor}/{tahun}")
    page.save()
    qtbot.waitUntil(lambda: "{nomor}" in below(form.field("number_template")))
    form.drop()


def test_example_leaves_unknown_tokens_as_typed() -> None:
    made = example_number("{sifat}/{apa}/{tahun}", {}, date(2026, 11, 23))
    assert made == "B/{apa}/2026"


# Days off


def test_day_off_is_added_changed_and_removed(page: SettingsPage, qtbot: QtBot) -> None:
    pane = group(page, HolidayPane)
    assert "2026, 2027" in pane.covered.text()
    page.new()
    keys = Keyboard(page.window())  # type: ignore[arg-type]
    keys.type("10 Desember 2026")
    keys.press(Key.Key_Tab)
    pane.card.field("name").set_value("Hari jadi kabupaten")
    keys.press(Key.Key_Return)
    day = date(2026, 12, 10)
    qtbot.waitUntil(lambda: day in days(page))
    qtbot.waitUntil(lambda: pane.list.chosen_id() == day)
    qtbot.keyClick(pane.list, Key.Key_Return)
    pane.card.field("name").set_value("Hari jadi ke-70")
    pane.card.submit()
    qtbot.waitUntil(lambda: days(page)[day].name == "Hari jadi ke-70")
    qtbot.waitUntil(lambda: not pane.card.is_open())
    qtbot.keyClick(pane.list, Key.Key_Delete)
    qtbot.waitUntil(lambda: day not in days(page))


def test_day_off_without_a_name_is_refused(page: SettingsPage) -> None:
    pane = group(page, HolidayPane)
    page.new()
    pane.card.submit()
    assert below(pane.card.field("day"))
    assert below(pane.card.field("name"))
    pane.card.leave()
    assert not pane.card.is_open()


# Instruments


def test_instruments_are_shown_with_zones_and_sources(page: SettingsPage) -> None:
    pane = group(page, InstrumentPane)
    assert len(pane.list.table.rows) >= 4
    pane.list.select(("ori-2022-2024", "1.0"))
    from desktop.views.chips import ZoneChip
    from desktop.views.labels import Label

    inner = pane.view.paper.widget()
    assert inner is not None
    words = [one.text() for one in inner.findChildren(Label)]
    assert len(inner.findChildren(ZoneChip)) == 5
    assert "UU 25/2009" in words
    assert "mulai 88,00" in words
    assert "Belum dipakai dalam putaran mana pun." in words


# This computer


def test_language_is_kept_on_this_computer(page: SettingsPage) -> None:
    form = group(page, AppearancePane).form
    form.field("language").set_value("en")
    page.save()
    assert computer.load().language == "en"
    banners = page.window().frame.banners()  # type: ignore[attr-defined]
    assert "dibuka kembali" in banners["language"].text()
    form.field("language").set_value("id")
    page.save()
    assert "language" not in page.window().frame.banners()  # type: ignore[attr-defined]


def test_operator_is_kept_and_used_at_once(
    page: SettingsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PATUH_OPERATOR")
    form = group(page, PersonPane).form
    form.field("operator").set_value("")
    page.save()
    assert "belum diisi" in below(form.field("operator"))
    form.field("operator").set_value("Budi Santoso")
    page.save()
    assert computer.load().operator == "Budi Santoso"
    assert page.office.operator == "Budi Santoso"


# The page


def test_groups_are_walked_with_arrows(page: SettingsPage) -> None:
    keys = Keyboard(page.window())  # type: ignore[arg-type]
    assert keys.focus() is page.items[LetterheadPane.key]
    keys.press(Key.Key_Down)
    assert page.pane().key == SignatoryPane.key
    keys.press(Key.Key_Down)
    assert page.pane().key == NumberingPane.key
    keys.press(Key.Key_Up)
    assert page.pane().key == SignatoryPane.key


def test_draft_is_not_lost_by_choosing_another_group(page: SettingsPage) -> None:
    form = group(page, LetterheadPane).form
    form.field("head_line").set_value("LAIN")
    page.choose(PersonPane.key)
    assert page.pane().key == LetterheadPane.key
    assert page.items[LetterheadPane.key].isChecked()
    form.drop()
    page.choose(PersonPane.key)
    assert page.pane().key == PersonPane.key


def test_narrow_window_leaves_the_preview_out(open_window: OpenWindow) -> None:
    shown = open_window("settings", 911, 512).page()
    assert isinstance(shown, SettingsPage)
    pane = group(shown, LetterheadPane)
    assert pane.preview.isHidden()
    assert pane.form.width() > 500

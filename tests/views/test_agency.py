"""Instansi: list, form, units and products, look-alikes, renames, a workbook."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.domain.agency import Agency, Unit
from desktop.domain.problems import Problem
from desktop.office import Office
from desktop.services import agencies, agreements
from desktop.views.agency.history import HistoryPopup, act_words, change_lines
from desktop.views.agency.page import AgencyPage
from desktop.views.labels import Wrapped
from desktop.views.window import MainWindow
from tests.views.conftest import OpenWindow
from tests.views.keyboard import CTRL, Keyboard

Key = Qt.Key
REGION = "99.01"


@pytest.fixture
def page(qtbot: QtBot, office_file: Path, open_window: OpenWindow) -> AgencyPage:
    """The page over Disdukcapil with a unit and Dinas Perhubungan without."""
    office = Office.open(office_file, operator="Siti Rahmah")
    made = office.do(
        agencies.add_agency,
        name="Dinas Kependudukan dan Pencatatan Sipil",
        short_name="Disdukcapil",
        region_code=REGION,
    )
    office.do(
        agencies.add_agency, name="Dinas Perhubungan", region_code=REGION, short_name="Dishub"
    )
    office.do(agencies.add_unit, agency=made.id, name="Loket utama", unit_type="DISDUKCAPIL")
    office.close()
    shown = page_of(open_window("agency"))
    qtbot.waitUntil(lambda: shown.list.current() is not None)
    return shown


def page_of(window: MainWindow) -> AgencyPage:
    shown = window.page()
    assert isinstance(shown, AgencyPage)
    return shown


def kept(page: AgencyPage) -> dict[str, Agency]:
    """What the office holds, by name."""
    return {one.name: one for one in page.office.read(agencies.agencies)}


def units(page: AgencyPage, short_name: str) -> tuple[Unit, ...]:
    id = next(one.id for one in kept(page).values() if one.short_name == short_name)
    return page.office.read(agencies.units, agency=id)


def choose(page: AgencyPage, name: str) -> None:
    assert page.list.select(kept(page)[name].id)


def test_agency_unit_and_product_by_keyboard_alone(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window("agency")
    page, keys = page_of(window), Keyboard(window)
    keys.press(Key.Key_N, modifier=CTRL)
    keys.type("Dinas Kesehatan")
    keys.press(Key.Key_Tab)
    keys.type("Dinkes")
    keys.press(Key.Key_S, modifier=CTRL)
    qtbot.waitUntil(lambda: "Dinas Kesehatan" in kept(page))
    qtbot.waitUntil(lambda: keys.focus() is page.form.units.add_unit)

    keys.press(Key.Key_Space)
    card = page.form.units.unit_card
    assert card.field("unit_type").value() == "DINAS_KESEHATAN"
    assert card.field("name").value() == "Dinas Kesehatan"
    keys.press(Key.Key_A, modifier=CTRL)
    keys.type("Loket perizinan")
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: [one.name for one in units(page, "Dinkes")] == ["Loket perizinan"])
    qtbot.waitUntil(lambda: keys.focus() is page.form.units.tree)

    keys.press(Key.Key_Insert)
    assert keys.focus() is page.form.units.product_card.field("name").editor
    keys.type("Izin praktik dokter")
    keys.press(Key.Key_Tab)
    keys.type("SIP")
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: bool(units(page, "Dinkes")[0].products))
    product = units(page, "Dinkes")[0].products[0]
    assert (product.name, product.short_name) == ("Izin praktik dokter", "SIP")
    again = page.form.units.product_card
    qtbot.waitUntil(lambda: again.is_open() and again.field("name").value() == "")
    keys.press(Key.Key_Escape)
    assert keys.focus() is page.form.units.tree
    keys.press(Key.Key_Escape)
    assert keys.focus() is page.list


def test_first_agency_is_shown_and_enter_opens_its_form(page: AgencyPage, qtbot: QtBot) -> None:
    assert page.form.head.title.text() == "Disdukcapil"
    qtbot.keyClick(page.list, Key.Key_Return)
    assert page.window().focusWidget() is page.form.field("name").editor


def test_change_is_saved_and_told(page: AgencyPage, qtbot: QtBot) -> None:
    page.form.field("head_name").set_value("Budi Santoso")
    page.form.field("complaint_box").set_value("yes")
    page.form.field("valid_from").set_value(date(2017, 1, 3))
    page.save()
    name = "Dinas Kependudukan dan Pencatatan Sipil"
    qtbot.waitUntil(lambda: kept(page)[name].head_name == "Budi Santoso")
    saved = kept(page)[name]
    assert (saved.complaint_box, saved.valid_from) == ("yes", date(2017, 1, 3))
    qtbot.waitUntil(lambda: not page.form.is_dirty())


def test_wrong_phone_is_said_beside_its_field(page: AgencyPage) -> None:
    phone = page.form.field("complaint_phone")
    phone.set_value("0812-0000-00X")
    page.save()
    assert "Hapus huruf X." in below(phone)
    assert page.window().focusWidget() is phone.editor
    assert not kept(page)["Dinas Kependudukan dan Pencatatan Sipil"].complaint_phone
    page.form.drop()


def test_problem_of_the_office_is_said_beside_its_field(page: AgencyPage, qtbot: QtBot) -> None:
    page.form.field("valid_from").set_value(date(2020, 1, 1))
    page.form.field("valid_to").set_value(date(2019, 1, 1))
    page.save()
    field = page.form.field("valid_to")
    qtbot.waitUntil(lambda: "sebelum" in below(field))
    page.form.drop()


def below(field: object) -> str:
    return field._below.words()  # type: ignore[attr-defined]


def test_look_alike_can_be_used_instead(page: AgencyPage, qtbot: QtBot) -> None:
    page.new()
    page.form.field("name").set_value("Dishub")
    page.save()
    notice = page.form.twins
    assert notice.words.text() == (
        "Dishub tampak sama dengan Dinas Perhubungan yang sudah ada. Gunakan yang ada?"
    )
    notice.use.click()
    assert page.form.shown == kept(page)["Dinas Perhubungan"]
    assert not page.form.is_new()
    assert "Dishub" not in kept(page)


def test_look_alike_can_be_kept_all_the_same(page: AgencyPage, qtbot: QtBot) -> None:
    page.new()
    page.form.field("name").set_value("Dishub")
    page.save()
    page.form.twins.keep.click()
    qtbot.waitUntil(lambda: "Dishub" in kept(page))
    qtbot.waitUntil(lambda: page.form.shown == kept(page)["Dishub"])


def test_new_name_by_a_regulation_keeps_the_old_one(page: AgencyPage, qtbot: QtBot) -> None:
    old = "Dinas Kependudukan dan Pencatatan Sipil"
    page.form.start_rename()
    rename = page.form.rename
    rename.field("new_name").set_value("Dinas Dukcapil")
    rename.submit()
    assert "belum diisi" in below(rename.field("on"))
    rename.field("on").set_value(date(2026, 6, 1))
    rename.submit()
    qtbot.waitUntil(lambda: "Dinas Dukcapil" in kept(page))
    qtbot.waitUntil(lambda: page.form.shown == kept(page)["Dinas Dukcapil"])
    assert kept(page)[old].valid_to == date(2026, 5, 31)
    assert old not in names(page)
    page.browser.standing.choose("ended")
    qtbot.waitUntil(lambda: names(page) == [old])


def names(page: AgencyPage) -> list[str]:
    """What the list shows."""
    return [one.name for one in page.list.table.rows]


def test_filter_narrows_and_is_taken_back(page: AgencyPage, qtbot: QtBot) -> None:
    page.find()
    Keyboard(page.window()).type("hubung")  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: names(page) == ["Dinas Perhubungan"])
    page.browser.filter.setText("tidak ada")
    qtbot.waitUntil(lambda: names(page) == [])
    page.browser.clear()
    assert len(names(page)) == 2


def test_draft_is_not_lost_by_choosing_another(page: AgencyPage, qtbot: QtBot) -> None:
    page.form.field("head_name").set_value("Budi")
    choose(page, "Dinas Perhubungan")
    assert page.form.field("head_name").value() == "Budi"
    assert page.form.head.title.text() == "Disdukcapil"
    page.form.drop()


def test_dropping_a_new_agency_goes_back_to_the_one_before(page: AgencyPage) -> None:
    choose(page, "Dinas Perhubungan")
    page.new()
    page.form.field("name").set_value("Dinas X")
    page.form.drop()
    assert page.list.chosen_id() == kept(page)["Dinas Perhubungan"].id
    assert page.form.head.title.text() == "Dishub"


def test_unit_is_renamed_with_f2(page: AgencyPage, qtbot: QtBot) -> None:
    tree = page.form.units.tree
    keys = Keyboard(page.window())  # type: ignore[arg-type]
    tree.select_first()
    tree.setFocus()
    keys.press(Key.Key_F2)
    page.form.units.unit_card.field("name").set_value("Loket keliling")
    page.form.units.unit_card.submit()
    qtbot.waitUntil(lambda: units(page, "Disdukcapil")[0].name == "Loket keliling")


def test_usual_products_are_offered(page: AgencyPage, qtbot: QtBot) -> None:
    page.form.units.start_product()
    offered = page.form.units.product_card.field("name").texts()  # type: ignore[attr-defined]
    assert "Kartu Keluarga (KK)" in offered
    page.form.units.product_card.field("name").set_value("Kartu Keluarga (KK)")
    page.form.units.product_card.submit()
    qtbot.waitUntil(lambda: bool(units(page, "Disdukcapil")[0].products))
    qtbot.waitUntil(
        lambda: "Kartu Keluarga (KK)" not in page.form.units.product_card.field("name").texts()  # type: ignore[attr-defined]
    )


def test_same_product_twice_is_refused_in_the_card(page: AgencyPage, qtbot: QtBot) -> None:
    for _again in range(2):
        page.form.units.start_product()
        page.form.units.product_card.field("name").set_value("Akta Kelahiran")
        page.form.units.product_card.submit()
        qtbot.waitUntil(page.form.units.product_card.verb.isEnabled)
    qtbot.waitUntil(lambda: bool(below(page.form.units.product_card.field("name"))))
    assert len(units(page, "Disdukcapil")[0].products) == 1


def test_counts_of_the_agreement_stand_below(page: AgencyPage, qtbot: QtBot) -> None:
    assert page.browser.counts.total.text() == "2 instansi"
    named = [{"agency": one.id, "role": "named"} for one in kept(page).values()]
    facts = {"universe": 42, "representing": 10, "state": "in_force"}
    page.office.do(
        agreements.add_agreement,
        title="Nota kesepakatan",
        region_code=REGION,
        signed_on=date(2018, 4, 5),
        agencies=named,
        **facts,
    )
    qtbot.waitUntil(lambda: page.browser.counts.total.text() == "42 OPD")
    parts = page.browser.counts.parts.text().replace("\N{NO-BREAK SPACE}", " ").split("    ")
    assert parts == ["10 ditetapkan mewakili", "2 disebut namanya", "8 belum diketahui"]


def test_history_speaks_in_words(page: AgencyPage, qtbot: QtBot) -> None:
    page.form.field("complaint_phone").set_value("0812 0000")
    page.save()
    qtbot.waitUntil(lambda: not page.form.is_dirty())
    page.show_history()
    popup = page.findChild(HistoryPopup)
    assert popup is not None
    said = [one.text() for one in popup.findChildren(Wrapped)]
    assert "Nomor pengaduan: belum diisi → 0812 0000" in said
    assert "Unit layanan ditambahkan: Loket utama" in said
    assert "23 November 2026, 09.00 oleh Siti Rahmah" in said
    popup.close()


def test_every_act_has_words(page: AgencyPage) -> None:
    from desktop.services import history

    for entry in page.office.read(history.entries, limit=20):
        assert entry.kind not in ("agency", "unit", "product") or act_words(entry) != entry.act
        assert all(": " in line for line in change_lines(entry))


def test_another_region_and_its_shipped_list(
    tmp_path: Path, open_window: OpenWindow, qtbot: QtBot
) -> None:
    file = tmp_path / "kalteng.patuh"
    Office.create(file, name="Perwakilan", region="62", kind="ombudsman").close()
    window = open_window("home")
    window.open_address(str(file))
    window.go("agency")
    page = page_of(window)
    page.choose_region("62.13")
    copy = page.list._empty.findChildren(type(page.form.units.add_unit))[0]  # type: ignore[union-attr]
    assert copy.text() == "Salin daftar bawaan"
    copy.click()
    qtbot.waitUntil(lambda: len(names(page)) == 42)
    window.go("home")
    window.open_address(str(file))
    window.go("agency")
    assert page_of(window).region_code == "62.13"


def test_workbook_is_tried_then_imported(
    page: AgencyPage, tmp_path: Path, qtbot: QtBot, wait_for_trial: Callable[[AgencyPage], None]
) -> None:
    page.importer.try_file(str(workbook(tmp_path, ["Dinas Sosial", "Dinas Pariwisata"])))
    wait_for_trial(page)
    assert "Dinas Sosial" not in kept(page)
    panel = page.importer.panel
    assert panel.take.isVisible()
    panel.take.click()
    qtbot.waitUntil(lambda: "Dinas Sosial" in kept(page))
    qtbot.waitUntil(lambda: page.side.currentWidget() is page.form)
    assert "Dinas Pariwisata" in names(page)


def test_workbook_with_problems_is_refused_with_all_of_them(
    page: AgencyPage, tmp_path: Path, wait_for_trial: Callable[[AgencyPage], None]
) -> None:
    file = workbook(tmp_path, ["Dinas Sosial", "Dinas Sosial"])
    page.importer.try_file(str(file))
    wait_for_trial(page)
    said = " ".join(one.text() for one in page.importer.panel.findChildren(Wrapped))
    assert "baris 3" in said
    assert not page.importer.panel.take.isVisible()
    assert "Dinas Sosial" not in kept(page)


def test_what_is_no_workbook_is_refused(
    page: AgencyPage, tmp_path: Path, wait_for_trial: Callable[[AgencyPage], None]
) -> None:
    file = tmp_path / "bukan.xlsx"
    file.write_text("bukan buku kerja", encoding="utf-8")
    page.importer.try_file(str(file))
    wait_for_trial(page)
    assert isinstance(page.importer.panel._trial.problems[0], Problem)


@pytest.fixture
def wait_for_trial(qtbot: QtBot) -> Callable[[AgencyPage], None]:
    """Waits until the panel shows what a workbook would do."""

    def wait(page: AgencyPage) -> None:
        qtbot.waitUntil(lambda: page.side.currentWidget() is page.importer.panel, timeout=10_000)

    return wait


def workbook(folder: Path, names: list[str]) -> Path:
    """A workbook as an office keeps it."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "OPD"
    sheet.append(["Nama OPD", "Jenis"])
    for name in names:
        sheet.append([name, "Dinas"])
    place = folder / "daftar.xlsx"
    book.save(place)
    return place

"""Instrumen: published versions stay, drafts are worked on by keys, a trial gives a number."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.domain.instrument import by_code, codes
from desktop.services import instruments
from desktop.views.instrument.page import InstrumentPage
from tests.views.conftest import OpenWindow

CODE = "uu25-14-komponen"
Key = Qt.Key


@pytest.fixture
def page(open_window: OpenWindow) -> InstrumentPage:
    found = open_window("instrument").page()
    assert isinstance(found, InstrumentPage)
    found.show_place(code=CODE, version="1.0")
    return found


@pytest.fixture
def draft(page: InstrumentPage, qtbot: QtBot) -> InstrumentPage:
    """A draft 1.1 that was begun through the page."""
    page.new()
    page.version.field("as_version").set_value("1.1")
    page.version.submit()
    qtbot.waitUntil(lambda: page.instrument is not None and page.instrument.version == "1.1")
    return page


def stored(page: InstrumentPage):
    return page.office.read(instruments.instrument, code=CODE, version="1.1")


def test_a_published_version_cannot_be_changed(page: InstrumentPage, qtbot: QtBot) -> None:
    before = page.office.read(instruments.instruments)
    page.tree.setFocus()
    qtbot.keyClick(page.tree, Key.Key_Insert)
    assert page.form.field("name").is_locked()
    assert not page.publish.isVisible()
    assert page.office.read(instruments.instruments) == before


def test_an_item_is_added_edited_moved_and_removed_by_keys(
    draft: InstrumentPage, qtbot: QtBot
) -> None:
    page = draft
    page.tree.select(by_code(stored(page), "SD").number)
    qtbot.keyClick(page.tree, Key.Key_Insert)
    qtbot.waitUntil(lambda: "BARU-1" in codes(stored(page)))
    qtbot.waitUntil(lambda: page.form.field("code").value() == "BARU-1")
    page.form.field("code").set_value("SP15")
    page.form.field("name").set_value("Maklumat")
    page.form.field("weight").set_value("1,5")
    page.save()
    qtbot.waitUntil(lambda: "SP15" in codes(stored(page)))
    assert str(by_code(stored(page), "SP15").weight) == "3/2"
    place = [n.code for n in by_code(stored(page), "SD").children].index("SP15")
    qtbot.waitUntil(lambda: page.tree.row() is not None and page.tree.row().node.code == "SP15")  # type: ignore[union-attr]
    qtbot.keyClick(page.tree, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(
        lambda: [n.code for n in by_code(stored(page), "SD").children].index("SP15") == place - 1
    )
    qtbot.waitUntil(lambda: page.tree.row() is not None and page.tree.row().node.code == "SP15")  # type: ignore[union-attr]
    qtbot.keyClick(page.tree, Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "SP15" not in codes(stored(page)))


def test_a_weight_that_is_no_number_is_said_beside_it(draft: InstrumentPage) -> None:
    draft.tree.select(by_code(stored(draft), "SP02").number)
    draft.form.field("weight").set_value("dua")
    draft.save()
    assert "dua" in draft.form.field("weight")._below._words.text()
    assert by_code(stored(draft), "SP02").weight == 1
    draft.form.drop()


def test_a_full_trial_gives_the_top_and_keeps_nothing(draft: InstrumentPage) -> None:
    draft._fill_trial()
    assert draft.foot.value.text() == "100,00"
    before = stored(draft)
    draft._clear_trial()
    assert draft.foot.value.text() == "–"
    assert stored(draft) is before


def test_a_draft_is_published_through_the_page(draft: InstrumentPage, qtbot: QtBot) -> None:
    from desktop.views.questions import Dialog

    draft.publish.click()
    asked = next(d for d in draft.window().findChildren(Dialog) if d.isVisible())
    qtbot.keyClick(asked, Key.Key_Return)
    qtbot.waitUntil(lambda: not draft.publish.isVisible())
    states = {
        e.version: e.state for e in draft.office.read(instruments.instruments) if e.code == CODE
    }
    assert states == {"1.0": "superseded", "1.1": "published"}

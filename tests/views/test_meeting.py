"""Rapat: planned, held, agreed; and nowhere a score."""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.meeting import Meeting
from desktop.office import Office
from desktop.services import actions, meetings
from desktop.views.checklists import CheckListField
from desktop.views.chips import Shape, ZoneChip
from desktop.views.columns import Group, words_of
from desktop.views.meeting.page import MeetingPage
from desktop.views.questions import Dialog
from desktop.views.ruler import ZoneBar, ZoneRuler
from tests.views.conftest import OpenWindow, Scene

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
SCORE = re.compile(r"\d,\d\d|\b(zona|nilai|hijau|kuning|merah|peringkat)\b", re.IGNORECASE)


def _page(qtbot: QtBot, window: Any) -> MeetingPage:
    page = window.page()
    assert isinstance(page, MeetingPage)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return page


def _meet(office_file: Path, *held: dict[str, Any]) -> list[str]:
    """Meetings kept before the window is opened."""
    office = Office.open(office_file, operator="Siti Rahmah")
    facts: dict[str, Any] = {"region_code": "99.01", "kind": "exit"}
    made = [str(office.do(meetings.keep_meeting, **{**facts, **one}).id) for one in held]
    office.close()
    return made


def _type(qtbot: QtBot, form: Any, field: str, text: str) -> None:
    form.field(field).focus()
    where = QApplication.focusWidget()
    assert where is not None
    qtbot.keyClicks(where, text)


def _below(form: Any, field: str) -> str:
    return form.field(field)._below.words()


def _every(page: MeetingPage) -> tuple[Meeting, ...]:
    return page.office.read(meetings.meetings)


def test_a_meeting_is_planned_by_typing(
    qtbot: QtBot, office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    page = _page(qtbot, open_window("meeting"))
    assert page.list.table.rows == []
    qtbot.keyClick(page.window(), KEY.Key_N, CTRL)
    assert page.form.field("kind").editor.hasFocus()
    qtbot.keyClicks(page.form.field("kind").editor, "exit")
    held = page.form.field("round").value()
    assert held == stocked.round
    assert page.form.field("title").value().startswith("Exit meeting ")  # suggested
    _type(qtbot, page.form, "held_on", "26-11-2026")
    _type(qtbot, page.form, "starts", "9:00")
    _type(qtbot, page.form, "place", "Ruang rapat Sekda")
    field = page.form.field("agencies")
    assert isinstance(field, CheckListField)
    field.focus()
    field.list.select_first()
    qtbot.keyClick(field.list, KEY.Key_Space)
    qtbot.keyClick(page.window(), KEY.Key_S, CTRL)
    qtbot.waitUntil(lambda: len(_every(page)) == 1)
    made = _every(page)[0]
    assert (made.kind, made.held_on, made.starts) == ("exit", date(2026, 11, 26), "09.00")
    assert (made.round_id, made.agency_count, made.state) == (stocked.round, 1, "planned")
    qtbot.waitUntil(lambda: page.list.chosen_id() == made.id)
    assert not page.form.is_dirty()
    assert page.form.embargo.isVisible()


def test_what_comes_stands_before_what_is_past(
    qtbot: QtBot, office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    days = {"lama": (2025, 9, 18), "nanti": (2026, 12, 4), "dekat": (2026, 11, 26)}
    _meet(office_file, *({"title": t, "held_on": date(*d)} for t, d in days.items()))
    page = _page(qtbot, open_window("meeting"))
    rows = [row.title for row in page.list.table.rows]
    assert rows == ["Akan datang", "dekat", "nanti", "Sudah berlangsung", "lama"]
    assert [row.count for row in page.list.table.rows if isinstance(row, Group)] == [2, 1]
    day, state = page.list.table.columns[0], page.list.table.columns[-1]
    near, past = page.list.table.rows[1], page.list.table.rows[4]
    assert words_of(day, near) == "Kamis, 26 November 2026, 3 hari kerja lagi"
    assert words_of(state, past) == "Belum dicatat"  # planned, but its day is over


def test_a_day_that_nobody_recorded_is_said_and_never_made_up(
    qtbot: QtBot, office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    days = {"lama": date(2025, 9, 18), "entah": None}
    _meet(office_file, *({"title": t, "held_on": day} for t, day in days.items()))
    page = _page(qtbot, open_window("meeting"))
    rows = [row.title for row in page.list.table.rows]
    assert rows == ["Sudah berlangsung", "lama", "Tanggal belum tercatat", "entah"]
    day, state = page.list.table.columns[0], page.list.table.columns[-1]
    undated = page.list.table.rows[-1]
    assert words_of(day, undated) == "Tanggal belum tercatat"
    assert words_of(state, undated) == "Direncanakan"
    page.list.select(undated.id)
    assert page.form.field("held_on").value() is None
    _type(qtbot, page.form, "place", "Aula")
    qtbot.keyClick(page.window(), KEY.Key_S, CTRL)
    qtbot.waitUntil(lambda: [m.place for m in _every(page)] == ["", "Aula"])
    assert _every(page)[-1].held_on is None


def test_filter_and_kind_narrow_the_list(
    qtbot: QtBot, office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    day = date(2026, 11, 5)
    _meet(
        office_file,
        {"title": "Penutupan", "held_on": day, "attendees": "Bupati"},
        {"title": "Pembukaan", "held_on": day, "kind": "entry"},
    )
    page = _page(qtbot, open_window("meeting"))
    page.find()
    qtbot.keyClicks(page.filter, "bupati")

    def shown() -> list[str]:
        return [row.title for row in page.list.table.rows if isinstance(row, Meeting)]

    qtbot.waitUntil(lambda: shown() == ["Penutupan"])
    qtbot.keyClick(page.filter, KEY.Key_Escape)
    page.kind.choose("entry")
    assert shown() == ["Pembukaan"]
    assert page.form.field("title").value() == "Pembukaan"


def test_problems_stand_beside_their_fields(
    qtbot: QtBot, office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    _meet(office_file, {"title": "Penutupan", "held_on": date(2026, 11, 5)})
    page = _page(qtbot, open_window("meeting"))
    page.form.field("starts").set_value("25.00")
    page.save()
    assert "misalnya 09.30" in _below(page.form, "starts")
    page.form.field("starts").set_value("10.00")
    page.form.field("ends").set_value("09.00")
    page.save()
    qtbot.waitUntil(lambda: "sebelum dimulai" in _below(page.form, "ends"))
    page.form.field("ends").set_value("11.30")
    page.form.field("attendance").set_value(-2)
    page.save()
    qtbot.waitUntil(lambda: "kurang dari nol" in _below(page.form, "attendance"))
    page.form.field("attendance").set_value(18)
    page.save()
    qtbot.waitUntil(lambda: _every(page)[0].attendance == 18)
    assert (_every(page)[0].starts, _every(page)[0].ends) == ("10.00", "11.30")


def test_a_round_can_be_taken_away_again(
    qtbot: QtBot, office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    _meet(office_file, {"title": "A", "held_on": date(2026, 11, 5), "round": stocked.round})
    page = _page(qtbot, open_window("meeting"))
    page.form.field("round").set_value(None)
    page.save()
    qtbot.waitUntil(lambda: _every(page)[0].round_id is None)
    qtbot.waitUntil(lambda: not page.form.embargo.isVisible())


def test_under_embargo_the_way_leads_to_a_suggestion_letter(
    qtbot: QtBot,
    office_file: Path,
    stocked: Scene,
    open_window: OpenWindow,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    facts = {"title": "Penutupan", "held_on": date(2026, 11, 26), "round": stocked.round}
    (made,) = _meet(office_file, facts)
    page = _page(qtbot, open_window("meeting"))
    assert "hanya menyampaikan catatan dan saran" in page.form.embargo.text()
    gone: list[tuple[str, dict[str, Any]]] = []
    monkeypatch.setattr(page.shell, "go", lambda key, **place: gone.append((key, place)))
    button = page.form.embargo.findChild(QAbstractButton)
    assert isinstance(button, QAbstractButton)
    button.click()
    assert gone == [("letter", {"new": "suggestion", "round": stocked.round, "meeting": made})]


def test_what_was_agreed_becomes_actions(
    qtbot: QtBot, office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    (made,) = _meet(office_file, {"title": "Penutupan", "held_on": date(2026, 11, 5)})
    page = _page(qtbot, open_window("meeting"))
    agreed = page.form.agreed
    qtbot.keyClick(page.window(), KEY.Key_K, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(agreed.card.is_open)
    agreed.card.submit()
    assert "belum diisi" in agreed.card.field("title")._below.words()
    _type(qtbot, agreed.card, "title", "Satukan papan informasi")
    _type(qtbot, agreed.card, "due_on", "30 November 2026")
    qtbot.keyClick(agreed.card, KEY.Key_Return)
    qtbot.waitUntil(lambda: len(page.office.read(actions.actions)) == 1)
    action = page.office.read(actions.actions)[0]
    assert (action.meeting_id, action.due_on) == (made, date(2026, 11, 30))
    assert action.agency_id == stocked.agency  # the only one there is

    def names() -> list[str]:
        return [row.accessibleName() for row in agreed.list.findChildren(QWidget)]

    qtbot.waitUntil(lambda: "Satukan papan informasi" in names())
    assert not page.form.is_dirty()


def test_a_draft_is_not_lost_without_a_question(
    qtbot: QtBot, office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    first, other = _meet(
        office_file,
        {"title": "A", "held_on": date(2026, 11, 6)},
        {"title": "B", "held_on": date(2026, 11, 5)},
    )
    page = _page(qtbot, open_window("meeting"))
    assert page.list.chosen_id() == first
    page.form.field("place").set_value("Aula")
    page.list.select(other)
    asked = next(d for d in page.window().findChildren(Dialog) if d.isVisible())
    asked.reject()
    qtbot.waitUntil(lambda: page.list.chosen_id() == first)
    assert page.form.field("place").value() == "Aula"
    qtbot.keyClick(page.form, KEY.Key_Escape)
    assert page.list.hasFocus()
    page.form.drop()
    assert page.form.field("place").value() == ""


def test_a_new_draft_thrown_away_gives_back_the_meeting_before(
    qtbot: QtBot, office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    _meet(office_file, {"title": "A", "held_on": date(2026, 11, 6)})
    page = _page(qtbot, open_window("meeting"))
    page.new()
    assert page.form.is_new()
    assert not page.form.agreed.add.isVisible()
    page.form.drop()
    assert page.form.field("title").value() == "A"
    assert len(_every(page)) == 1


def test_no_score_has_a_place_on_this_page(
    qtbot: QtBot, office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    office = Office.open(office_file, operator="Siti Rahmah")
    stocked.office = office
    stocked.fill(1)
    office.close()
    _meet(
        office_file,
        {"title": "Penutupan", "held_on": date(2026, 11, 26), "round": stocked.round},
    )
    page = _page(qtbot, open_window("meeting"))
    page.form.agreed.start()
    for sign in (ZoneChip, Shape, ZoneRuler, ZoneBar):
        assert page.findChildren(sign) == []
    said = [w.text() for w in page.findChildren(QLabel) + page.findChildren(QAbstractButton)]
    said += [w.text() for w in page.findChildren(QLineEdit)]
    said += [w.accessibleName() for w in page.findChildren(QWidget)]
    said += [
        words_of(column, row)
        for row in page.list.table.rows
        for column in page.list.table.columns
        if isinstance(row, Meeting)
    ]
    assert [text for text in said if SCORE.search(text)] == []
    assert not {f.name for f in fields(Meeting)} & {"score", "value", "zone", "rank"}

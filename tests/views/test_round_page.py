"""Putaran: a round is made, warned about, changed, and fixed once released."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.domain.round import Round
from desktop.services import rounds
from desktop.views.assessment.page import AssessmentPage
from desktop.views.round.page import RoundPage
from desktop.views.window import MainWindow
from tests.views.conftest import OpenWindow, Scene
from tests.views.keyboard import CTRL, Keyboard

Key = Qt.Key


class Hands:
    """The page, its window and a keyboard."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        page = window.page()
        assert isinstance(page, RoundPage)
        self.window, self.page, self.qtbot = window, page, qtbot
        self.keys = Keyboard(window)

    def choose(self, field: str, value: object) -> None:
        self.page.form.field(field).set_value(value)

    def wait(self, what: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(what()), timeout=10_000)

    def held(self) -> tuple[Round, ...]:
        return self.page.office.read(rounds.rounds)


@pytest.fixture
def empty(open_window: OpenWindow, qtbot: QtBot) -> Hands:
    """An office without rounds: the form of a new one is open."""
    return Hands(open_window("round"), qtbot)


@pytest.fixture
def hands(stocked: Scene, open_window: OpenWindow, qtbot: QtBot) -> Hands:
    return Hands(open_window("round"), qtbot)


def test_a_new_round_becomes_the_one_in_force_and_leads_to_its_units(empty: Hands) -> None:
    form = empty.page.form
    assert form.is_new()
    assert form.field("region_code").value() == "99.01"
    empty.choose("instrument", "ori-2022-2024@1.0")
    form.field("minimum").line.setText("78")  # type: ignore[attr-defined]
    form.field("needs_verification").set_value(True)
    empty.keys.press(Key.Key_S, modifier=CTRL)
    empty.wait(empty.held)
    held = empty.held()[0]
    assert (held.year, held.track, str(held.minimum)) == (2026, "internal", "78")
    assert held.needs_verification
    empty.wait(lambda: isinstance(empty.window.page(), AssessmentPage))
    assert empty.window.round_id == held.id


def test_a_year_outside_the_instruments_validity_is_a_warning_no_refusal(empty: Hands) -> None:
    form = empty.page.form
    empty.choose("instrument", "ori-2022-2024@1.0")
    assert "berlaku 2022–2024; tahun 2026 di luar masa itu" in form.warning.text()
    assert form.warning.isVisible()
    form.field("year").line.setText("2023")  # type: ignore[attr-defined]
    assert not form.warning.isVisible()
    form.drop()


def test_a_round_without_an_instrument_is_refused_beside_the_field(empty: Hands) -> None:
    empty.keys.press(Key.Key_S, modifier=CTRL)
    below = empty.page.form.field("instrument")._below
    assert below.words() == "Instrumen belum diisi."
    assert not empty.held()
    empty.page.form.drop()


def test_a_sample_larger_than_its_universe_is_refused_beside_the_field(hands: Hands) -> None:
    form = hands.page.form
    form.field("universe").line.setText("10")  # type: ignore[attr-defined]
    form.field("sample").line.setText("12")  # type: ignore[attr-defined]
    hands.keys.press(Key.Key_S, modifier=CTRL)
    hands.wait(form.field("sample")._below.words)
    assert hands.held()[0].sample is None
    form.drop()


def test_name_and_dates_are_changed_but_the_key_is_fixed(hands: Hands) -> None:
    form = hands.page.form
    for name in ("year", "instrument", "region_code", "track"):
        assert form.field(name).is_locked()
    hands.keys.press(Key.Key_F2)
    form.field("name").line.setText("Penilaian Mandiri")  # type: ignore[attr-defined]
    form.field("field_end").line.setText("30 November 2026")  # type: ignore[attr-defined]
    hands.keys.press(Key.Key_S, modifier=CTRL)
    hands.wait(lambda: hands.held()[0].name == "Penilaian Mandiri")
    assert str(hands.held()[0].field_end) == "2026-11-30"


def test_enter_opens_the_rounds_units(hands: Hands) -> None:
    hands.page.list.setFocus()
    hands.keys.press(Key.Key_Return)
    assert isinstance(hands.window.page(), AssessmentPage)


def test_a_released_round_is_fixed(
    stocked: Scene, open_window: OpenWindow, qtbot: QtBot, office_file: object
) -> None:
    from desktop.office import Office

    stocked.office = Office.open(office_file, operator="Siti Rahmah")  # type: ignore[arg-type]
    stocked.release()
    stocked.office.close()
    hands = Hands(open_window("round"), qtbot)
    assert hands.page.form.field("name").is_locked()
    assert hands.page.form.head.remark.text() == "Putaran sudah dirilis: isiannya tetap."


def test_a_twin_of_a_round_is_refused(hands: Hands) -> None:
    form = hands.page.form
    hands.keys.press(Key.Key_N, modifier=CTRL)
    hands.choose("instrument", "uu25-14-komponen@1.0")
    hands.keys.press(Key.Key_S, modifier=CTRL)
    hands.wait(form.field("year")._below.words)
    assert len(hands.held()) == 1
    form.drop()

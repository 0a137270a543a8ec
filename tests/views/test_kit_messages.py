"""Messages and work beside the window."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.problems import Problem
from desktop.views import messages, theme
from desktop.views.buttons import Button
from desktop.views.empty import EmptyState, NextStep
from desktop.views.jobs import Deliveries, Jobs, Progress
from desktop.views.messages import Banner, ProgressCard, Toast
from desktop.views.questions import confirm
from desktop.views.speech import table


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.apply(qapp)


@pytest.fixture
def home(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(800, 600)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_toast_can_be_undone_and_goes_away(
    home: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "TOAST_TIME", 30)
    undone: list[bool] = []
    toast = Toast(home)
    toast.say("Tindakan ditutup.", "Urungkan", lambda: undone.append(True))
    assert toast.isVisible()
    assert toast.geometry().center().x() in (399, 400)
    QTest.mouseClick(toast.undo, Qt.MouseButton.LeftButton)
    assert undone == [True]
    assert not toast.isVisible()
    toast.say("Tersimpan.")
    assert not toast.undo.isVisible()
    qtbot.waitUntil(lambda: not toast.isVisible(), timeout=2000)


def test_a_banner_has_one_sentence_and_one_action(home: QWidget) -> None:
    pressed: list[bool] = []
    banner = Banner(
        "danger", "Cadangan gagal: <E:\\>", "Pilih folder", lambda: pressed.append(True)
    )
    assert banner.text() == "Cadangan gagal: <E:\\>"
    assert banner.minimumHeight() == 40
    banner.findChildren(Button)[0].click()
    assert pressed == [True]
    banner.deleteLater()


def test_progress_is_patient(home: QWidget, qtbot: QtBot) -> None:
    card = ProgressCard(home, "Mencetak 12 surat")
    assert not card.isVisible()
    qtbot.waitUntil(card.isVisible, timeout=2000)
    with qtbot.waitSignal(card.cancelled):
        QTest.mouseClick(card.stop, Qt.MouseButton.LeftButton)
    assert card.stop.text() == "Membatalkan…"
    assert not card.stop.isEnabled()


@pytest.fixture
def jobs(home: QWidget) -> Any:
    made = Jobs(home, lambda error: pytest.fail(str(error)))
    yield made
    made.close()


def test_long_work_runs_beside_the_window(jobs: Jobs, qtbot: QtBot) -> None:
    got: list[tuple[int, bool]] = []
    here = threading.current_thread()

    def work(progress: Progress[Any]) -> int:
        for step in range(3):
            progress(step, 3, "surat")
        return 1 if threading.current_thread() is here else 2

    jobs.start("Mencetak", work, then=lambda r: got.append((r, threading.current_thread() is here)))
    qtbot.waitUntil(lambda: bool(got))
    assert got == [(2, True)]


def test_long_work_stops_when_it_is_cancelled(jobs: Jobs, home: QWidget, qtbot: QtBot) -> None:
    started, go_on = threading.Event(), threading.Event()
    ended: list[str] = []

    def work(progress: Progress[Any]) -> None:
        started.set()
        go_on.wait(5)
        progress(1, 2)
        ended.append("not stopped")

    jobs.start("Mencetak", work, then=lambda _r: ended.append("done"))
    assert started.wait(5)
    home.findChildren(ProgressCard)[0].cancelled.emit()
    go_on.set()
    qtbot.waitUntil(lambda: not home.findChildren(ProgressCard))
    assert ended == []


def test_a_fault_of_long_work_is_told(home: QWidget, qtbot: QtBot) -> None:
    told: list[BaseException] = []
    jobs = Jobs(home, told.append)

    def work(progress: Progress[Any]) -> None:
        raise Problem("file.disk_full")

    jobs.start("Mencetak", work, then=lambda _r: None)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], Problem)
    jobs.close()


def test_a_result_whose_receiver_is_gone_is_dropped(home: QWidget, qtbot: QtBot) -> None:
    deliveries = Deliveries(home)
    got: list[int] = []
    gone, here = QObject(), QObject(home)
    futures: list[Future[int]] = [Future(), Future()]
    for future, owner in zip(futures, (gone, here), strict=True):
        deliveries.await_result(future, owner, got.append, lambda error: got.append(-1))
    gone.deleteLater()
    qtbot.wait(1)
    for number, future in enumerate(futures):
        future.set_result(number)
    qtbot.waitUntil(lambda: bool(got))
    assert got == [1]


def test_a_question_is_answered_by_its_verb(home: QWidget, qtbot: QtBot) -> None:
    done: list[str] = []
    question = ("Bekukan penilaian Disdukcapil?", "Nilai 86,44 (B) dan 86 jawaban dikunci.")
    for text in ("Batal", "Bekukan"):
        dialog = confirm(home, *question, "Bekukan", lambda: done.append("frozen"))
        next(b for b in dialog.findChildren(Button) if b.text() == text).click()
    assert done == ["frozen"]


def test_the_next_step_is_the_only_primary_one(home: QWidget) -> None:
    steps = (
        NextStep("Daftar instansi", "42 tersimpan", done=True),
        NextStep("Pilih instrumen", "ORI 2022–2024", "Pilih instrumen"),
        NextStep("Tunjuk tim", "Setelah instrumen dipilih", "Tunjuk tim", off="Pilih instrumen."),
        NextStep("Mulai", "", "Mulai"),
    )
    page = EmptyState("Belum ada putaran", "Tiga langkah.", steps)
    kinds = {b.text(): (b.property("k"), b.isEnabled()) for b in page.findChildren(Button)}
    assert kinds == {
        "Pilih instrumen": ("primary", True),
        "Tunjuk tim": ("plain", False),
        "Mulai": ("plain", True),
    }
    page.deleteLater()


def test_qt_speaks_indonesian_too(home: QWidget) -> None:
    box = QDialogButtonBox(
        QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
    )
    texts = {button.text().replace("&", "") for button in box.buttons()}
    box.deleteLater()
    assert texts == {"Oke", "Batal"}


def test_the_table_of_qt_words_keeps_its_placeholders() -> None:
    for source, text in table().items():
        assert source.count("%1") == text.count("%1"), source
        assert source.count("&") >= text.count("&"), source

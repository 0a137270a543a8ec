"""The preview shows the newest letter only, draws what is in sight, and never blocks."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.problems import Problem
from desktop.views.letter.paper import PaperView
from desktop.views.letter.preview import Preview


class Picture(NamedTuple):
    width: int
    height: int
    stride: int
    data: bytes


@dataclass(frozen=True)
class Said:
    """A content that is its own text."""

    text: str
    stamp: str | None = None


class FakePaper:
    """Twelve upright pages; waits at the gate before each paper."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.made: list[str] = []
        self.drawn: list[int] = []

    def letter(self, content: Said) -> bytes:
        self.gate.wait(5)
        self.made.append(content.text)
        return f"{content.text}|{content.stamp}".encode()

    def page_sizes(self, _pdf: bytes) -> tuple[tuple[float, float], ...]:
        return ((595.0, 842.0),) * 12

    def page_image(self, _pdf: bytes, page: int, scale: float) -> Picture:
        self.drawn.append(page)
        wide, high = round(595 * scale), round(842 * scale)
        return Picture(wide, high, wide * 4, bytes(wide * high * 4))

    def text_boxes(self, _pdf: bytes, _page: int, _text: str) -> tuple[Any, ...]:
        return ((10.0, 20.0, 30.0, 12.0),)


@pytest.fixture
def preview(qtbot: QtBot) -> Iterator[Preview]:
    home = QWidget()
    qtbot.addWidget(home)
    view = PaperView()
    view.setParent(home)
    view.resize(746, 600)
    home.resize(746, 600)
    home.show()
    faults: list[BaseException] = []
    yield Preview(view, faults.append)
    assert faults == []


def _ask(preview: Preview, paper: FakePaper, text: str, *, now: bool = True) -> None:
    preview.ask(paper, lambda: Said(text), stamped=True, now=now)  # type: ignore[arg-type,return-value]


def _settled(qtbot: QtBot, preview: Preview) -> None:
    qtbot.waitUntil(lambda: preview.last is not None and preview.is_settled(), timeout=10_000)


def test_typing_makes_one_paper_of_the_last_words(qtbot: QtBot, preview: Preview) -> None:
    paper = FakePaper()
    paper.gate.set()
    for text in ("S", "Su", "Surat"):
        _ask(preview, paper, text, now=False)
    _settled(qtbot, preview)
    assert paper.made == ["Surat"]


def test_while_one_is_made_only_the_newest_waits(qtbot: QtBot, preview: Preview) -> None:
    paper = FakePaper()
    _ask(preview, paper, "satu")
    qtbot.wait(50)
    _ask(preview, paper, "dua")
    qtbot.wait(50)
    _ask(preview, paper, "tiga")
    qtbot.wait(50)
    paper.gate.set()
    qtbot.waitUntil(lambda: paper.made == ["satu", "tiga"], timeout=10_000)
    _settled(qtbot, preview)
    assert preview.last is not None
    assert preview.last.pdf == b"tiga|DRAF"


def test_what_comes_after_the_letter_was_left_is_dropped(qtbot: QtBot, preview: Preview) -> None:
    paper = FakePaper()
    _ask(preview, paper, "satu")
    qtbot.wait(50)
    preview.clear("Pilih unit")
    paper.gate.set()
    qtbot.waitUntil(lambda: paper.made == ["satu"], timeout=10_000)
    qtbot.wait(50)
    assert preview.last is None
    assert preview.parent().page_count() == 0  # type: ignore[union-attr]


def test_only_pages_in_sight_are_drawn(qtbot: QtBot, preview: Preview) -> None:
    paper = FakePaper()
    paper.gate.set()
    _ask(preview, paper, "satu")
    _settled(qtbot, preview)
    view = preview.parent()
    assert isinstance(view, PaperView)
    qtbot.waitUntil(lambda: not view.missing())
    assert set(paper.drawn) == {0, 1}
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: 11 in paper.drawn)
    assert 5 not in paper.drawn
    assert view.page() == 11


def test_a_problem_greys_the_last_paper(qtbot: QtBot, preview: Preview) -> None:
    paper = FakePaper()
    paper.gate.set()
    _ask(preview, paper, "satu")
    _settled(qtbot, preview)
    view = preview.parent()
    assert isinstance(view, PaperView)

    def refuse() -> Any:
        raise Problem("letter.embargo_broken", words=("zona",))

    with qtbot.waitSignal(preview.refused):
        preview.ask(paper, refuse, stamped=True, now=True)
    assert view.is_stale()
    assert view.page_count() == 12
    _ask(preview, paper, "dua")
    qtbot.waitUntil(lambda: not view.is_stale())


def test_larger_paper_is_drawn_sharper_and_keeps_its_middle(qtbot: QtBot, preview: Preview) -> None:
    paper = FakePaper()
    paper.gate.set()
    _ask(preview, paper, "satu")
    _settled(qtbot, preview)
    view = preview.parent()
    assert isinstance(view, PaperView)
    before = view.scale()
    view.verticalScrollBar().setValue(2000)
    page = view.page()
    view.zoom(1)
    assert view.scale() == pytest.approx(before * 1.25)
    assert view.page() == page
    qtbot.waitUntil(lambda: not view.missing())
    view.zoom(0)
    assert view.scale() == pytest.approx(before)

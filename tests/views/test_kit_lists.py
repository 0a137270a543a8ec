"""Lists and trees: what is chosen stays chosen, keys move among records only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.views import theme
from desktop.views.cells import KINDS, Days, Kind, Share, Stages, Tag, TwoLine, register
from desktop.views.columns import Column, Group, widths
from desktop.views.empty import filtered_out
from desktop.views.tables import RecordList
from desktop.views.trees import Branch, RecordTreeView
from desktop.views.zones import mark, marks, not_scored


@dataclass(frozen=True, slots=True)
class Unit:
    id: str
    name: str
    value: Decimal | None = None


A, B, C = Unit("A1", "Dinkes", Decimal("86.44")), Unit("B2", "RSUD"), Unit("C3", "Dishub")
COLUMNS = (
    Column[Unit]("name", "Unit", "two_line", stretch=1, value=lambda u: TwoLine(u.name, u.id)),
    Column[Unit]("value", "Nilai", "number", 60),
)


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.apply(qapp)


@pytest.fixture
def units(qtbot: QtBot) -> RecordList:
    view = RecordList(COLUMNS, name="Unit")
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    qtbot.waitExposed(view)
    view.show_records([Group("Terlambat", 1, "danger"), A, Group("Bulan ini", 2), B, C])
    return view


def heard(view: RecordList | RecordTreeView) -> list[Any]:
    told: list[Any] = []
    view.chosen.connect(told.append)
    return told


def test_arrow_keys_step_over_headings(units: RecordList) -> None:
    told = heard(units)
    units.setFocus()
    for _step in range(2):
        QTest.keyClick(units, Qt.Key.Key_Down)
    assert told == [A, B]
    QTest.keyClick(units, Qt.Key.Key_Up)
    assert units.current() == A
    QTest.keyClick(units, Qt.Key.Key_Up)
    assert units.current() == A


def test_enter_and_double_click_open(units: RecordList, qtbot: QtBot) -> None:
    units.select("B2")
    with qtbot.waitSignal(units.opened) as opened:
        QTest.keyClick(units, Qt.Key.Key_Return)
    assert opened.args == [B]


def test_the_chosen_record_survives_a_refresh_and_is_not_told_twice(units: RecordList) -> None:
    units.select("C3")
    told = heard(units)
    units.show_records([C, A])
    assert units.current() == C
    assert told == []


def test_a_record_that_is_gone_is_told_once(units: RecordList) -> None:
    units.select("C3")
    told = heard(units)
    units.show_records([A, B])
    assert units.current() is None
    assert told == [None]


def test_choosing_silently_tells_nobody(units: RecordList) -> None:
    told = heard(units)
    assert units.select("B2", tell=False)
    assert not units.select("X9", tell=False)
    assert told == []


def test_letters_do_not_search(units: RecordList) -> None:
    units.select("A1")
    QTest.keyClick(units, Qt.Key.Key_R)
    assert units.current() == A


def test_cells_say_what_they_show(units: RecordList) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    assert units.table.index(1, 1).data(role) == "Nilai: 86,44"
    assert units.table.index(3, 1).data(role) == "Nilai: –"
    assert units.table.index(1, 0).data(role) == "Unit: Dinkes, A1"


def test_an_empty_list_says_why_and_what_to_do(units: RecordList, qtbot: QtBot) -> None:
    cleared: list[bool] = []
    units.set_empty(filtered_out(lambda: cleared.append(True), "puskesmas"))
    units.show_records([])
    assert units._empty is not None
    assert units._empty.isVisible()
    assert "puskesmas" in units._empty.accessibleName()
    units.show_records([A])
    assert not units._empty.isVisible()


def test_long_lists_are_fetched_page_by_page(qtbot: QtBot) -> None:
    pages = [[Unit(f"U{n}", f"Unit {n}") for n in range(at, at + 50)] for at in range(0, 150, 50)]
    asked: list[int] = []

    def more() -> Sequence[Unit]:
        asked.append(len(asked))
        return pages[len(asked)] if len(asked) < len(pages) else ()

    view = RecordList(COLUMNS, name="Unit")
    qtbot.addWidget(view)
    view.show_records(pages[0], more)
    root = view.rootIndex()
    while view.table.canFetchMore(root):
        view.table.fetchMore(root)
    assert view.table.rowCount() == 150
    assert len(asked) == 3


def test_columns_share_what_is_left_and_some_go_when_it_is_narrow() -> None:
    columns = (
        Column[Any]("a", "A", stretch=2),
        Column[Any]("b", "B", width=100, drop_below=400),
        Column[Any]("c", "C", stretch=1),
    )
    assert widths(columns, 700) == (400, 100, 200)
    assert sum(widths(columns, 701)) == 701
    assert widths(columns, 390) == (260, 0, 130)
    assert widths((Column[Any]("a", "A", stretch=1), Column[Any]("b", "B", width=200)), 290) == (
        90,
        200,
    )


def test_every_kind_draws_and_speaks(qtbot: QtBot) -> None:
    values = {
        "text": "Dinas",
        "two_line": TwoLine("Dinas", "Dinkes"),
        "number": 1204,
        "zone": mark("B", "Kualitas Tinggi", 1, 5),
        "days": Days("Lewat 6 hari", "late"),
        "stages": Stages(2, 5, "Dikerjakan"),
        "badge": Tag("Selesai", "ok"),
        "bar": Share(0.5, 0.8, "27,31"),
        "icon": None,
    }
    columns = [Column[Any](k, k, k, width=90, value=lambda _u, v=v: v) for k, v in values.items()]
    view = RecordList(columns, name="Semua", state_of=lambda _u: "locked")
    qtbot.addWidget(view)
    view.resize(900, 200)
    view.show_records([A])
    assert not view.grab().isNull()
    said = [view.table.index(0, at).data() for at in range(len(columns))]
    assert said[:6] == [
        "Dinas",
        "Dinas, Dinkes",
        "1.204",
        "B  Kualitas tinggi",
        "Lewat 6 hari",
        "Dikerjakan, 2 / 5",
    ]


def test_a_room_may_add_a_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KINDS, "own", KINDS["text"])
    register("own", Kind(lambda *_drawn: None, lambda _value: "sel", right=True))
    assert Column[Any]("x", "X", "own").is_right


@dataclass(frozen=True, slots=True)
class NamedZone:
    code: str
    name: str


def test_rank_decides_the_shape_and_the_instrument_the_words() -> None:
    five = [NamedZone(c, f"Kualitas {c}") for c in "ABCDE"]
    shapes = [m.shape for m in marks(five).values()]
    assert shapes == ["disc", "ring", "triangle", "frame", "block"]
    three = marks([NamedZone(c, c.title()) for c in ("HIJAU", "KUNING", "MERAH")])
    assert [(m.shape, m.tone, m.long) for m in three.values()] == [
        ("disc", "a", "Hijau"),
        ("triangle", "c", "Kuning"),
        ("block", "d", "Merah"),
    ]
    assert mark("SB", "Sangat Baik (opini Kualitas Tertinggi)", 0, 5).long == "SB  Sangat baik"
    assert not_scored().long == "Belum dinilai"


@pytest.fixture
def tree(qtbot: QtBot) -> RecordTreeView:
    view = RecordTreeView(COLUMNS, name="Pohon")
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    view.show_branches([Branch(A, (Branch(B), Branch(C)))])
    return view


def test_a_tree_is_open_at_first_and_keeps_what_was_shut(tree: RecordTreeView) -> None:
    top = tree.tree.index(0, 0)
    assert tree.isExpanded(top)
    tree.setExpanded(top, False)
    tree.show_branches([Branch(A, (Branch(B), Branch(C)))])
    assert not tree.isExpanded(tree.tree.index(0, 0))


def test_a_tree_keeps_the_chosen_record(tree: RecordTreeView) -> None:
    told = heard(tree)
    assert tree.select("C3")
    tree.show_branches([Branch(C), Branch(A, (Branch(B),))])
    assert tree.current() == C
    assert told == [C]
    assert not tree.grab().isNull()

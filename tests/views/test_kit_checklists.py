"""The field of many records to tick."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.views.checklists import CheckListField, Mark

KEY = Qt.Key
MANY = [(f"A{n}", f"Dinas {n}") for n in range(1, 10)]


def _field(qtbot: QtBot, **more: object) -> CheckListField:
    field = CheckListField("agencies", "Instansi", nothing="Belum ada instansi.", **more)  # type: ignore[arg-type]
    qtbot.addWidget(field)
    field.set_choices(MANY)
    field.fill(())
    field.show()
    return field


def test_space_ticks_and_unticks_and_the_filter_stands_above(qtbot: QtBot) -> None:
    field = _field(qtbot)
    field.list.select_first()
    qtbot.keyClick(field.list, KEY.Key_Space)
    qtbot.keyClick(field.list, KEY.Key_Down)
    qtbot.keyClick(field.list, KEY.Key_Return)
    assert field.value() == (("A1", "yes"), ("A2", "yes"))
    assert field.is_changed()
    qtbot.keyClick(field.list, KEY.Key_Space)
    assert field.value() == (("A1", "yes"),)
    field.revert()
    assert field.value() == ()


def test_what_is_ticked_comes_first_when_shown_but_keeps_its_place_while_ticking(
    qtbot: QtBot,
) -> None:
    field = _field(qtbot)
    field.fill((("A7", "yes"),))
    assert field.list.table.rows[0].id == "A7"
    field.list.select("A5")
    qtbot.keyClick(field.list, KEY.Key_Space)
    assert [row.id for row in field.list.table.rows][:3] == ["A7", "A1", "A2"]
    assert field.list.chosen_id() == "A5"


def test_marks_go_round_by_click(qtbot: QtBot) -> None:
    field = _field(qtbot, marks=(Mark("named", "Disebut"), Mark("representing", "Mewakili")))
    seen: list[object] = []
    for _turn in range(3):
        box = field.list.visualRect(field.list.table.index(0, 1))
        qtbot.mouseClick(field.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
        seen.append(field.value())
    assert seen == [(("A1", "named"),), (("A1", "representing"),), ()]


def test_the_filter_narrows_the_list_and_keeps_what_is_ticked(qtbot: QtBot) -> None:
    field = _field(qtbot)
    field.fill((("A7", "yes"),))
    assert field.filter.isVisible()
    field.filter.setText("dinas 3")
    qtbot.waitUntil(lambda: [row.id for row in field.list.table.rows] == ["A3"])
    assert field.value() == (("A7", "yes"),)


def test_other_choices_keep_what_is_ticked(qtbot: QtBot) -> None:
    field = _field(qtbot)
    field.fill((("A7", "yes"),))
    field.set_choices([("B1", "Dinas lain")])
    assert [row.id for row in field.list.table.rows] == ["A7", "B1"]
    field.fill(())
    assert [row.id for row in field.list.table.rows] == ["B1"]
    assert not field.filter.isVisible()


def test_no_choices_are_said(qtbot: QtBot) -> None:
    field = _field(qtbot)
    field.set_choices([])
    assert field.empty.isVisible()
    assert not field.list.isVisible()

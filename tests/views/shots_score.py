"""Pictures of Hasil."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.services import rounds


def shots(window: Any, office: Any) -> Iterator[tuple[str, QWidget]]:
    """A round under embargo, a released one after a change of method, the oldest; the years and
    the path of one unit, and the answers behind an indicator."""
    window.go("score")
    kept = window.round_id
    for each in office.read(rounds.rounds, region="99.01"):
        window.choose_round(each.id)
        yield f"score-{each.year}-{each.state}", window
    newest = next(iter(office.read(rounds.rounds, region="99.01")))
    window.choose_round(newest.id)
    yield from _one_unit(window)
    window.choose_round(kept)


def _one_unit(window: Any) -> Iterator[tuple[str, QWidget]]:
    page = window.page()
    desk = next(u for u in page.list.table.rows if u.unit_short == "Disdukcapil")
    page.list.select(desk.id)
    yield "score-path", window
    page.detail.path.setFocus(Qt.FocusReason.TabFocusReason)
    yield "score-path-focused", window
    page.detail.tree.setFocus(Qt.FocusReason.TabFocusReason)
    page.detail.tree.select("P.4")
    QTest.keyClick(page.detail.tree, Qt.Key.Key_Return)
    yield "score-answers", window
    QTest.keyClick(page.detail.tree, Qt.Key.Key_Escape)

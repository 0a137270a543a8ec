"""Pictures of Penilaian: the units of a round, the desk in its states, dialogs, empty."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.services.agencies import add_product, add_unit
from desktop.services.assessments import assessments
from desktop.services.rounds import rounds
from desktop.views.assessment.key_card import KeyCard
from desktop.views.assessment.way import ReleaseDialog
from desktop.views.buttons import Button
from desktop.views.questions import Dialog


def shots(window: Any, office: Any) -> Iterator[tuple[str, QWidget]]:
    """The states of the page, in the order of the work."""
    every = office.read(assessments)
    now = next(a for a in every if a.year == 2026 and a.unit_short == "Disdukcapil")
    window.choose_round(now.round_id)
    window.go("assessment", id=now.round_id)
    page = window.page()
    yield "assessment-units", window
    _more_units(office, now.agency_id)
    page.new()
    page.overview.units.list.select_first()
    QTest.keyClick(page.overview.units.list, Qt.Key.Key_Space)
    yield "assessment-add-units", window
    page.overview.units.drop()
    yield from _desk(window, page, now.id)
    complete = next(a for a in every if a.year == 2026 and a.unit_short == "DPMPTSP")
    window.go("assessment", id=complete.id)
    page.desk.head.steps()[-1].click()
    yield "desk-freeze", _dialog(window)
    _dialog(window).reject()
    yield from _others(window, office, page, every)


def _more_units(office: Any, agency: str) -> None:
    """Two units that are not in the round yet."""
    for name in ("Loket pasar", "Loket mal pelayanan publik"):
        unit = office.do(add_unit, agency=agency, name=name, unit_type="DISDUKCAPIL").id
        for product in ("Kartu Keluarga", "KTP elektronik"):
            office.do(add_product, unit=unit, name=product)


def _desk(window: Any, page: Any, id: str) -> Iterator[tuple[str, QWidget]]:
    window.go("assessment", id=id)
    desk = page.desk
    desk.grid.go_to_code("P.5")
    desk.grid.go(desk.grid.row, 3)
    yield "desk", window
    QTest.keyClick(desk.grid, Qt.Key.Key_X)
    yield "desk-not-applicable", window
    QTest.keyClick(desk.grid, Qt.Key.Key_Escape)
    page.show_keys()
    yield "desk-keys", window
    window.findChild(KeyCard).close_card()
    desk.keys.press("G")
    yield "desk-code", window
    desk.code_line.shut()
    desk.keys.press("7")
    yield "desk-message", window
    desk.grid.go_to_code("O.1")
    yield "desk-mean", window
    desk.keys.enter()
    yield "desk-respondents", window
    desk.leave_respondents()
    desk.strip.eye.click()
    yield "desk-value-off", window
    desk.strip.shown_eye.click()


def _others(window: Any, office: Any, page: Any, every: Any) -> Iterator[tuple[str, QWidget]]:
    frozen = next(a for a in every if a.is_frozen and a.published_value is None)
    window.go("assessment", id=frozen.id)
    page.desk.keys.press("4")
    yield "desk-frozen", window
    page.desk.head.steps()[-1].click()
    dialog = _dialog(window)
    dialog.findChildren(Button)[-1].click()
    yield "desk-reopen", dialog
    dialog.reject()
    ReleaseDialog(page, page.held, office.today, lambda _on, _number: None).open()
    yield "round-release", _dialog(window)
    _dialog(window).reject()
    published = next(a for a in every if a.published_value is not None)
    window.go("assessment", id=published.id)
    yield "desk-published", window
    bare = next(a for a in every if a.product_count == 0 and a.published_value is None)
    window.go("assessment", id=bare.id)
    yield "desk-no-products", window
    empty = next(r for r in office.read(rounds) if not r.unit_count)
    window.choose_round(empty.id)
    window.go("assessment", id=empty.id)
    yield "assessment-no-units", window


def _dialog(window: Any) -> Dialog:
    return next(d for d in window.findChildren(Dialog) if d.isVisible())

"""Hasil: the parts of a number add up to it, and embargo is said."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from desktop.office import Office
from desktop.services import results
from desktop.views import zones
from desktop.views.score.page import ScorePage
from desktop.views.score.why import Why
from tests.views.conftest import OpenWindow, Scene


def _filled(office_file: Path, scene: Scene, value: int = 1, *, release: bool = False) -> None:
    office = Office.open(office_file, operator="Siti Rahmah")
    scene.office = office
    scene.release() if release else scene.fill(value)
    office.close()


def _page(window: object) -> ScorePage:
    page = window.page()  # type: ignore[attr-defined]
    assert isinstance(page, ScorePage)
    return page


def test_the_shown_parts_add_up_to_the_value(office_file: Path, stocked: Scene) -> None:
    _filled(office_file, stocked)
    office = Office.open(office_file)
    found = office.read(results.unit_result, assessment_id=stocked.assessment)
    office.close()
    marks = zones.marks(found.instrument.zones)
    tops = Why(found.instrument, found.score, marks).branches()
    assert sum((b.record.contribution for b in tops), Fraction(0)) == found.score.exact
    for branch in tops:
        below = [child.record for child in branch.children]
        if below and branch.record.counted:
            parts = sum((p.contribution for p in below), Fraction(0))
            assert parts == branch.record.contribution


def test_an_unreleased_round_says_so_and_keeps_the_letter_off(
    office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    _filled(office_file, stocked)
    page = _page(open_window("score"))
    assert page.badge.text == "Belum dirilis"
    assert not page.to_letter.isEnabled()
    assert "belum dirilis" in page.to_letter.toolTip()
    assert page.detail.value.text() == "66,67"


def test_a_released_round_opens_the_letter(
    office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    _filled(office_file, stocked, release=True)
    page = _page(open_window("score"))
    assert page.to_letter.isEnabled()
    assert page.detail.value.text() == "100,00"
    assert page.entity.value.text() == "100,00"


def test_without_a_round_the_page_says_what_to_do(open_window: OpenWindow) -> None:
    page = _page(open_window("score"))
    assert not page.detail.isVisible()
    assert page.list.table.rows == []

"""Pictures of Instansi."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.problems import Problem
from desktop.services import agencies
from desktop.views.agency.history import HistoryPopup
from desktop.views.agency.workbook import Trial


def shots(window: Any, office: Any) -> Iterator[tuple[str, QWidget]]:
    """List and form, cards, a problem, the look-alike, an import, empty lists, the history."""
    window.go("agency")
    page = window.page()
    found = office.read(agencies.agencies, region=page.region_code, text="Disdukcapil")
    page.browser.show_agency(found[0].id if found else None)
    yield "agency", window
    yield from _cards(window, page)
    yield from _drafts(window, page)
    yield from _imports(window, page)
    yield from _nothing(window, page)
    page.show_history()
    yield (
        "agency-history",
        next(one for one in QApplication.topLevelWidgets() if isinstance(one, HistoryPopup)),
    )
    QApplication.activePopupWidget().close()


def _cards(window: Any, page: Any) -> Iterator[tuple[str, QWidget]]:
    units = page.form.units
    units.tree.select_first()
    units.start_product()
    yield "agency-product", window
    units.product_card.leave()
    units.start_unit()
    yield "agency-unit", window
    units.unit_card.leave()
    page.form.start_rename()
    yield "agency-rename", window
    page.form.rename.leave()


def _drafts(window: Any, page: Any) -> Iterator[tuple[str, QWidget]]:
    page.form.field("complaint_phone").set_value("0812-0000-00X")
    page.save()
    yield "agency-problem", window
    page.form.drop()
    page.new()
    yield "agency-new", window
    page.form.field("name").set_value("Dishub")
    page.save()
    yield "agency-twin", window
    page.form.drop()


def _imports(window: Any, page: Any) -> Iterator[tuple[str, QWidget]]:
    place = {"sheet": "Instansi", "column": "Nomor pengaduan"}
    wrong = tuple(Problem("workbook.not_text", value="812", row=row, **place) for row in (4, 9, 14))
    page.importer.show_trial(Trial("Daftar OPD 2026.xlsx", problems=wrong))
    yield "agency-import", window
    page.importer.panel.left.emit()


def _nothing(window: Any, page: Any) -> Iterator[tuple[str, QWidget]]:
    page.browser.filter.setText("tidak ada yang begini")
    yield "agency-filtered", window
    page.browser.clear()
    region = page.region_code
    page.choose_region("99")
    yield "agency-empty", window
    page.choose_region(region)

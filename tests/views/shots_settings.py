"""Pictures of Pengaturan."""

from __future__ import annotations

from collections.abc import Iterator
from time import monotonic
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from desktop.views.settings.page import OF_COMPUTER, OF_FILE


def shots(window: Any, office: Any) -> Iterator[tuple[str, QWidget]]:
    """Every group; a changed letterhead, a signatory on behalf of another, a day off."""
    window.go("settings")
    page = window.page()
    wait_for(lambda: page.pane().preview.isHidden() or page.pane().preview.sheet._image)
    for kind in (*OF_FILE, *OF_COMPUTER):
        page.choose(kind.key)
        yield f"settings-{kind.key}", window
    yield from _drafts(window, page)
    page.choose(OF_FILE[0].key)


def _drafts(window: Any, page: Any) -> Iterator[tuple[str, QWidget]]:
    page.choose("letterhead")
    page.pane().form.field("margin_left").set_value(3)
    page.pane().form.field("head_line").set_value("PEMERINTAH PROVINSI CONTOH")
    page.save()
    yield "settings-letterhead-problem", window
    page.pane().form.drop()
    page.choose("signatories")
    page.new()
    page.pane().form.field("form").set_value("ub")
    page.save()
    yield "settings-signatories-new", window
    page.pane().form.drop()
    page.choose("holidays")
    page.new()
    yield "settings-holidays-new", window
    page.pane().card.leave()


def wait_for(is_there: Any, seconds: float = 10) -> None:
    """Lets the window work until something is there."""
    until = monotonic() + seconds
    while not is_there() and monotonic() < until:
        QApplication.processEvents()

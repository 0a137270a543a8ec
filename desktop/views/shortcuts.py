"""The keys of the window, bound after the first paint."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from desktop.views.entries import PAGES
from desktop.views.pages import Page

if TYPE_CHECKING:
    from desktop.views.window import MainWindow

_ON_PAGE: dict[str, Callable[[Page], object]] = {
    "Ctrl+F": lambda page: page.find(),
    "Ctrl+N": lambda page: page.new(),
    "Ctrl+S": lambda page: page.save(),
    "Ctrl+P": lambda page: page.print_out(),
    "F2": lambda page: page.edit(),
}


def bind(window: MainWindow) -> None:
    """Global keys (look.md, section 5)."""
    keys: dict[str, Callable[[], object]] = {
        "Ctrl+,": lambda: window.go("settings"),
        "F5": window.reload,
        "F6": lambda: window.next_pane(1),
        "Shift+F6": lambda: window.next_pane(-1),
        "F1": window.show_help,
        "?": window.show_help,
    }
    for at, entry in enumerate(PAGES, start=1):
        keys[f"Ctrl+{at}"] = lambda key=entry.key: window.go(key)
    for text, command in _ON_PAGE.items():
        keys[text] = lambda command=command: _on_page(window, command)
    for text, does in keys.items():
        QShortcut(QKeySequence(text), window).activated.connect(does)


def _on_page(window: MainWindow, command: Callable[[Page], object]) -> None:
    page = window.page()
    if page is not None:
        command(page)

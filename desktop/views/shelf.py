"""The pages that were shown: made at the first showing, filled when stale, dropped together."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from desktop.domain.problems import Problem
from desktop.views.entries import ENTRIES

if TYPE_CHECKING:
    from desktop.domain.act import Changes
    from desktop.office import Office
    from desktop.views.pages import Page, Shell


class Shelf:
    """Pages by key in one stack. `filled(key)` is called each time a page was loaded."""

    def __init__(self, stack: QStackedWidget, filled: Callable[[str], object]) -> None:
        self._stack, self._filled = stack, filled
        self._pages: dict[str, Page] = {}
        self._now = ""

    def page(self) -> Page | None:
        """The page in sight."""
        return self._pages.get(self._now)

    def has(self, key: str) -> bool:
        """Whether a page was shown before."""
        return key in self._pages

    def put(self, key: str, office: Office | None, shell: Shell) -> Page:
        """Brings a page into sight, without filling it."""
        if key not in self._pages:
            made = ENTRIES[key].build(office, shell)
            made.setObjectName(key)
            self._pages[key] = made
            self._stack.addWidget(made)
        self._now = key
        self._stack.setCurrentWidget(self._pages[key])
        return self._pages[key]

    def fill(self, page: Page | None = None) -> None:
        """Reads a page (or the one in sight) anew."""
        page = page or self.page()
        if page is None:
            return
        page.is_stale = False
        try:
            page.load()
        except Problem as problem:
            page.show_problem(problem)
        self._filled(page.objectName())

    def hear(self, changes: Changes) -> None:
        """Pages that listen to what was touched: the one in sight now, the others when shown."""
        for page in self._pages.values():
            if changes.touched & page.listens_to:
                page.is_stale = True
        self._fill_if_stale()

    def mark_all(self) -> None:
        """Everything is to be read anew, e.g. for another round."""
        for page in self._pages.values():
            page.is_stale = True
        self._fill_if_stale()

    def drop_all(self) -> None:
        """Lets go of all pages."""
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages, self._now = {}, ""

    def _fill_if_stale(self) -> None:
        page = self.page()
        if page is not None and page.is_stale:
            self.fill(page)

"""The right half: what is wrong with the letter, the paper on its desk, and the bar below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.letter.bar import PaperBar
from desktop.views.letter.paper import PaperView
from desktop.views.letter.preview import Compose, Made, Preview
from desktop.views.letter.words import page_words
from desktop.views.messages import Banner
from desktop.wording import _

ZOOMS = {"Ctrl++": 1, "Ctrl+=": 1, "Ctrl+-": -1, "Ctrl+0": 0}


class PaperSide(QWidget):
    """The paper of the letter in hand."""

    def __init__(self, fault: Callable[[BaseException], object]) -> None:
        super().__init__()
        self.view, self.bar = PaperView(), PaperBar()
        self.preview = Preview(self.view, fault)
        self._banners = QWidget()
        self._banners.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._banners.setProperty("g", "desk")
        self._notes = QVBoxLayout(self._banners)
        self._notes.setContentsMargins(24, 12, 24, 0)
        self._notes.setSpacing(8)
        self._banners.hide()
        self.notes: tuple[tuple[str, str], ...] = ()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._banners)
        box.addWidget(self.view, 1)
        box.addWidget(self.bar)
        self.view.page_shown.connect(lambda _page: self._show_page())
        self.preview.made.connect(self._on_made)
        self.bar.zoomed.connect(self.zoom)
        for keys, step in ZOOMS.items():
            self._bind(keys, step)

    def order_keys(self) -> None:
        """Tab goes from the paper to the bar, from left to right."""
        parts = [self.view, *self.bar.parts()]
        for first, second in pairwise(parts):
            QWidget.setTabOrder(first, second)

    def _bind(self, keys: str, step: int) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(lambda: self.zoom(step))

    def show_notes(
        self,
        notes: Sequence[tuple[str, str]],
        action: str = "",
        on: Callable[[], object] | None = None,
    ) -> None:
        """Sentences above the paper (kind, sentence); the last may have an action."""
        if tuple(notes) == self.notes:
            return
        self.notes = tuple(notes)
        for banner in self._banners.findChildren(Banner):
            self._notes.removeWidget(banner)
            banner.deleteLater()
        for at, (kind, sentence) in enumerate(notes):
            last = at == len(notes) - 1
            self._notes.addWidget(Banner(kind, sentence, action if last else "", on))
        self._banners.setVisible(bool(notes))

    def ask(self, paper: Any, compose: Compose, *, stamped: bool, now: bool, sought: str) -> None:
        """Another paper, after a rest or now."""
        self.preview.ask(paper, compose, stamped=stamped, now=now, sought=sought)

    def show_nothing(self, words: str) -> None:
        """No paper, and why."""
        self.preview.clear(words)
        self.bar.show_words("")
        self.bar.set_off(words or _("Belum ada surat."))

    def zoom(self, step: int) -> None:
        """Larger, smaller, or fitted to the width."""
        if not step or self.view.can_zoom(step):
            self.view.zoom(step)
        self.bar.larger.setEnabled(self.view.can_zoom(1))
        self.bar.smaller.setEnabled(self.view.can_zoom(-1))

    def _on_made(self, _made: Made) -> None:
        self.bar.set_off("")
        self._show_page()

    def _show_page(self) -> None:
        made = self.preview.last
        content = made.content if made else None
        words = page_words(max(0, self.view.page()), self.view.page_count(), content)
        self.bar.show_words(words)
        self.view.setAccessibleDescription(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bar.fit(self.width())

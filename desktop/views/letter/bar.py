"""The bar of 56 px below the paper: which page, larger and smaller, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.buttons import Button, IconButton
from desktop.views.labels import Elided
from desktop.views.theme import FOOT
from desktop.wording import _

NARROW, ROOMY = 640, 800
"""Below the first width file and printer are icons; the zoom of a draft needs the second."""


class PaperBar(QWidget):
    """For a draft: keep, save, print, issue. For an issued letter: save and print."""

    kept = Signal()
    saved = Signal()
    printed = Signal()
    issued = Signal()
    zoomed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("g", "foot")
        self.setFixedHeight(FOOT)
        self.words = Elided("", "body", "text2")
        self.smaller = IconButton("none", _("Perkecil"), on=lambda: self.zoomed.emit(-1))
        self.larger = IconButton("add", _("Perbesar"), on=lambda: self.zoomed.emit(1))
        self.keep = Button(_("Simpan rancangan"), on=self.kept.emit)
        self.issue = Button(_("Terbitkan…"), "primary", on=self.issued.emit)
        self.save = Button(_("Simpan PDF…"), icon="pdf", on=self.saved.emit)
        self.print = Button(_("Cetak…"), icon="print", on=self.printed.emit)
        self.save_icon = IconButton("pdf", _("Simpan PDF…"), on=self.saved.emit)
        self.print_icon = IconButton("print", _("Cetak…"), on=self.printed.emit)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(20, 0, 28, 0)
        self._line.setSpacing(8)
        self._line.addWidget(self.words, 1)
        for part in self.parts():
            self._line.addWidget(part)

    def parts(self) -> tuple[Button, ...]:
        """The buttons from left to right."""
        zoom, file = (self.smaller, self.larger), (self.save, self.save_icon)
        return (*zoom, self.keep, *file, self.print, self.print_icon, self.issue)

    def show_words(self, words: str) -> None:
        """Which page, of how many, on which paper."""
        self.words.setText(words)

    def show_draft(self, is_draft: bool) -> None:
        """The buttons of a draft, or of an issued letter."""
        self.keep.setVisible(is_draft)
        self.issue.setVisible(is_draft)
        tip = _("Selama belum terbit, setiap halaman bertanda DRAF atau CONTOH.")
        for button in (self.save, self.print):
            button.setToolTip(tip if is_draft else "")
        self.fit(self.width())

    def set_off(self, reason: str) -> None:
        """Without a paper nothing can be saved or printed."""
        for button in (self.keep, self.save, self.save_icon, self.print, self.print_icon):
            button.set_off(reason)
        self.issue.set_off(reason)

    def fit(self, width: int) -> None:
        """Icons instead of words in a narrow window."""
        narrow = width < NARROW
        for wide, icon in ((self.save, self.save_icon), (self.print, self.print_icon)):
            wide.setVisible(not narrow)
            icon.setVisible(narrow)
        for zoom in (self.smaller, self.larger):
            zoom.setVisible(width >= (ROOMY if self.keep.isVisibleTo(self) else NARROW))
        self._line.setContentsMargins(16 if narrow else 20, 0, 16 if narrow else 28, 0)

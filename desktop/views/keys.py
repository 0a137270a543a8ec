"""Keys: which exist, what they do, and the card that shows them (`?`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.chips import Keycap
from desktop.views.entries import ENTRIES
from desktop.views.labels import Label, Wrapped
from desktop.views.questions import Answer, Dialog
from desktop.wording import _

if TYPE_CHECKING:
    from desktop.views.pages import Page

_CAPS, _WORDS = 124, 150


@dataclass(frozen=True, slots=True)
class Key:
    """A key and what it does; several keys are separated by a space ("0 5")."""

    keys: str
    does: str


def alt_of(text: str) -> str:
    """The key of a button by the mark in its text, which each language sets for itself: "Alt+J"."""
    return QKeySequence.mnemonic(text).toString()


def everywhere() -> tuple[Key, ...]:
    """The keys that work on every page."""
    return (
        Key("Ctrl+1 Ctrl+8", _("pindah halaman")),
        Key("Ctrl+,", _("pengaturan")),
        Key("Ctrl+F", _("saring daftar ini")),
        Key("Ctrl+N", _("tambah baru")),
        Key("F2", _("ubah yang dipilih")),
        Key("Ctrl+S", _("simpan isian")),
        Key("Esc", _("keluar dari isian, lalu ke daftar")),
        Key("F5", _("muat ulang")),
        Key("F6 Shift+F6", _("pindah bagian")),
        Key("Ctrl+P", _("cetak")),
        Key("F1", _("bantuan")),
        Key("?", _("tombol halaman ini")),
    )


def show_page_keys(parent: QWidget, page: Page) -> Dialog:
    """F1 and `?`: what a page is for, its own keys, and the keys of all pages."""
    title = _("Bantuan: {page}").format(page=_(ENTRIES[page.objectName()].title))
    return show_keys(parent, title, _(page.help_text) if page.help_text else "", page.keys())


def show_keys(parent: QWidget, title: str, help_text: str, own: Sequence[Key]) -> Dialog:
    """The card of keys: those of the page first, then those that work everywhere."""
    dialog = Dialog(parent, title, help_text, width=640)
    grid = QWidget()
    lay = QGridLayout(grid)
    lay.setContentsMargins(0, 0, 0, 0)
    lay.setHorizontalSpacing(28)
    lay.setVerticalSpacing(7)
    if own:
        _add_column(lay, 0, _("Halaman ini"), own)
    _add_column(lay, 1 if own else 0, _("Di semua halaman"), everywhere())
    dialog.put(grid)
    dialog.finish((Answer(_("Tutup"), None, "primary", safe=True),))
    dialog.open()
    return dialog


def _one_by_one(keys: Sequence[Key]) -> QWidget:
    column = QWidget()
    lay = QVBoxLayout(column)
    lay.setContentsMargins(0, 0, 0, 0)
    lay.setSpacing(7)
    for key in keys:
        lay.addWidget(_key_row(key))
    lay.addStretch(1)
    return column


def _add_column(lay: QGridLayout, column: int, title: str, keys: Sequence[Key]) -> None:
    lay.addWidget(Label(title, "caption-strong", "text2"), 0, column)
    lay.addWidget(_one_by_one(keys), 1, column)


def _key_row(key: Key) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(4)
    caps = QWidget()
    caps.setFixedWidth(_CAPS)
    inner = QHBoxLayout(caps)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.setSpacing(4)
    for text in key.keys.split(" "):
        inner.addWidget(Keycap(text))
    inner.addStretch(1)
    line.addWidget(caps, 0, Qt.AlignmentFlag.AlignTop)
    words = Wrapped(key.does)
    words.fit(_WORDS)
    line.addWidget(words, 0, Qt.AlignmentFlag.AlignTop)
    return row

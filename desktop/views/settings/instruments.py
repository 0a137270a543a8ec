"""Instrumen: the versions this office holds, read only: status, zones, sources, where used."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.library import InstrumentEntry
from desktop.services import instruments, rounds
from desktop.views.buttons import Button
from desktop.views.cells import Tag, TwoLine
from desktop.views.columns import Column
from desktop.views.empty import EmptyList
from desktop.views.pages import Page
from desktop.views.settings.instrument import InstrumentView
from desktop.views.settings.panes import Pane
from desktop.views.strips import section
from desktop.views.tables import RecordList
from desktop.wording import N_, _


def columns() -> tuple[Column[InstrumentEntry], ...]:
    """Short name and version | status."""
    return (
        Column("short_name", _("Instrumen"), "two_line", stretch=1, value=_name),
        Column("status", _("Status"), "badge", width=84, value=_status),
    )


def _name(entry: InstrumentEntry) -> TwoLine:
    return TwoLine(entry.short_name or entry.name, _("versi {n}").format(n=entry.version))


def _status(entry: InstrumentEntry) -> Tag:
    if entry.state == "superseded":
        return Tag(_("Diganti"))
    return Tag(_("Resmi"), "ok") if entry.status == "official" else Tag(_("Draf"), "warn")


class InstrumentPane(Pane):
    """List left, the version in question right."""

    key: ClassVar[str] = "instruments"
    title: ClassVar[str] = N_("Instrumen")

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.list = RecordList(
            columns(), name=_("Daftar instrumen"), id_of=lambda e: (e.code, e.version)
        )
        self.view = InstrumentView()
        self.left = QWidget()
        box = QVBoxLayout(self.left)
        box.setContentsMargins(20, 6, 16, 8)
        box.setSpacing(6)
        head = section(_(self.title))
        layout = head.layout()
        assert layout is not None
        layout.setContentsMargins(8, 0, 0, 0)
        box.addWidget(head)
        box.addWidget(self.list, 1)
        self.open = Button(_("Buka pohon dan penyunting"), icon="instrument", on=self._open)
        box.addWidget(self.open)
        self.lay.addWidget(self.left)
        self.lay.addWidget(self.view, 1)
        self.list.chosen.connect(self.show_record)
        self.list.opened.connect(lambda _entry: self.view.paper.setFocus())

    def load(self) -> None:
        sentence = _("Instrumen bawaan disalin ketika berkas kantor dibuat.")
        self.list.set_empty(EmptyList(_("Belum ada instrumen"), sentence))
        self.list.show_records(self.office.read(instruments.instruments))
        if self.list.current() is None:
            self.list.select_first()

    def show_record(self, entry: InstrumentEntry | None) -> None:
        """The chosen version, whole."""
        if entry is None:
            return
        whole = self.office.read(instruments.instrument, code=entry.code, version=entry.version)
        names = [
            one.name
            for one in self.office.read(rounds.rounds)
            if (one.instrument_code, one.instrument_version) == (entry.code, entry.version)
        ]
        self.view.show_instrument(whole, entry, names)

    def _open(self) -> None:
        entry = self.list.current()
        if entry is not None:
            self.page.shell.go("instrument", code=entry.code, version=entry.version)

    def edit(self) -> None:
        self.view.paper.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def parts(self) -> tuple[QWidget, ...]:
        return (self.list, self.view.paper)

    def fit(self, window_width: int) -> None:
        self.left.setFixedWidth(344 if window_width >= 1200 else 264)

"""Beranda."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from desktop.domain.home import DueAction, Home, NextStep
from desktop.services import home as query
from desktop.views.buttons import Button
from desktop.views.empty import EmptyList, EmptyState
from desktop.views.empty import NextStep as EmptyStep
from desktop.views.forms import Scroll
from desktop.views.home.columns import columns, grouped
from desktop.views.home.health import HealthLine
from desktop.views.home.round_card import RoundCard
from desktop.views.keys import Key
from desktop.views.pages import Page, Shell
from desktop.views.strips import section
from desktop.views.tables import RecordList
from desktop.wording import N_, _, counted, dates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.office import Office


class HomePage(Page):
    """What is due, the zones of the round, the next steps, and the health of the file."""

    listens_to: ClassVar[frozenset[str]] = frozenset(
        {"action", "assessment", "round", "agreement", "agency", "office", "finding"}
    )
    help_text = N_("Yang jatuh tempo, keadaan putaran, dan langkah berikutnya dari seluruh kantor.")

    def __init__(self, office: Office | None, shell: Shell) -> None:
        super().__init__(office, shell)
        self._step: NextStep | None = None
        self.go_on = Button(_("Lanjutkan menilai"), "primary", icon="assessment", on=self._continue)
        self.head.add(self.go_on)
        left = self.column(right=16)
        self.see_all = Button("", "quiet", on=lambda: self.shell.go("action"))
        self.due_head = section(_("Jatuh tempo"), action=self.see_all)
        self.due_head.setContentsMargins(8, 0, 0, 0)
        left.addWidget(self.due_head)
        self.list = RecordList(
            columns(),
            name=_("Jatuh tempo"),
            id_of=lambda d: d.action.id,
            state_of=lambda d: "late" if d.due.group == "late" else "",
            row_height=50,
        )
        self.list.horizontalHeader().hide()
        self.list.opened.connect(self._open)
        left.addWidget(self.list, 1)
        self.round_card = RoundCard(self._take_step)
        self.side = Scroll(self.round_card)
        self.add_side(self.side, 420, narrow=340)
        self.health = HealthLine(self.office)
        self.add_foot(self.health)
        self.start: EmptyState | None = None
        self.parts = (self.list, self.due_head, self.side)

    def load(self) -> None:
        home = self.office.read(query.home, today=self.office.today, round=self.shell.round_id)
        self._show_head(home)
        self.list.show_records(grouped(home.due))
        self.see_all.setText(counted("Lihat semua {n}", "Lihat semua {n}", home.open_count))
        self.see_all.setVisible(home.open_count > 0)
        self.list.set_empty(
            EmptyList(
                _("Tidak ada yang jatuh tempo"),
                _("Tindakan dari temuan, janji, dan rapat akan tampil di sini menurut tanggalnya."),
            )
        )
        self.round_card.show_home(home)
        self.shell.show_count("action", home.late_count, late=True)
        self.health.show_home(home)
        self._show_start(home)

    def _show_head(self, home: Home) -> None:
        caption = dates.full(self.office.today)
        if home.working_days_left is not None:
            left = counted(
                "{n} hari kerja lagi sampai batas pengambilan data",
                "{n} hari kerja lagi sampai batas pengambilan data",
                home.working_days_left,
            )
            caption = f"{caption} · {left}"
        self.head.show_words(_("Beranda"), caption)
        steps = [s for s in home.steps if s.page == "assessment" and s.code in ("fill", "begin")]
        self._step = steps[0] if steps else None
        self.go_on.setVisible(self._step is not None)

    def _show_start(self, home: Home) -> None:
        """An office in which nothing was done yet shows the way instead of empty lists."""
        empty = not home.due and home.round is None
        for part in self.parts:
            part.setVisible(not empty)
        if self.start is not None:
            self.start.deleteLater()
            self.start = None
        if empty:
            self.start = EmptyState(
                _("Kantor ini masih kosong"),
                _("Tiga langkah berikut cukup untuk mulai."),
                self._first_steps(home),
            )
            self.body.addWidget(self.start, 1)

    def _first_steps(self, home: Home) -> list[EmptyStep]:
        have = home.agency_count
        kept = counted("{n} instansi tersimpan", "{n} instansi tersimpan", have)
        return [
            EmptyStep(
                _("Daftar instansi"),
                kept if have else _("Tambah satu per satu atau impor dari Excel"),
                _("Buka instansi"),
                lambda: self.shell.go("agency"),
                done=have > 0,
            ),
            EmptyStep(
                _("Putaran penilaian"),
                _("Pilih instrumen, lalu unit dan produk"),
                _("Buat putaran"),
                lambda: self.shell.go("round", new=True),
                off="" if have else _("Isi daftar instansi dahulu."),
            ),
            EmptyStep(
                _("Kop surat dan penanda tangan"),
                _("Dipakai oleh semua surat kantor ini"),
                _("Buka pengaturan"),
                lambda: self.shell.go("settings"),
            ),
        ]

    def _continue(self) -> None:
        if self._step is not None:
            self._take_step(self._step)

    def _take_step(self, step: NextStep) -> None:
        self.shell.go(step.page, id=step.place)

    def _open(self, item: DueAction) -> None:
        self.shell.go("action", id=item.action.id)

    def panes(self) -> Sequence[QWidget]:
        return (self.list, self.round_card)

    def keys(self) -> tuple[Key, ...]:
        return (Key("Enter", _("buka tindakan")),)

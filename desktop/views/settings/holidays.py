"""Hari libur: the table that working days are counted by, year by year."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.act import Changes
from desktop.domain.profile import Holiday
from desktop.services import offices
from desktop.views.buttons import Button
from desktop.views.cells import Tag
from desktop.views.columns import Column
from desktop.views.dated import DateField
from desktop.views.editors import Combo
from desktop.views.empty import EmptyList
from desktop.views.insets import Inset
from desktop.views.kinds import ChoiceField, TextField
from desktop.views.labels import Wrapped
from desktop.views.pages import Page
from desktop.views.settings.panes import Pane
from desktop.views.strips import section
from desktop.views.tables import RecordList
from desktop.wording import N_, _, counted, dates

_KINDS = {"libur": N_("Libur nasional"), "cuti bersama": N_("Cuti bersama")}


def columns() -> tuple[Column[Holiday], ...]:
    """Date | weekday | what | kind | decree."""
    return (
        Column("day", _("Tanggal"), width=150, value=lambda h: dates.long(h.day)),
        Column("weekday", _("Hari"), width=98, ink="text2", value=lambda h: dates.weekday(h.day)),
        Column("name", _("Nama hari"), stretch=3, least=170),
        Column("kind", _("Macam"), "badge", width=126, value=_kind),
        Column("source", _("Dasar"), stretch=2, least=120, ink="text2", drop_below=760),
    )


def _kind(holiday: Holiday) -> Tag:
    tone = "neutral" if holiday.kind == "libur" else "accent"
    return Tag(_(_KINDS[holiday.kind]) if holiday.kind in _KINDS else holiday.kind, tone)


class HolidayList(RecordList):
    """Del takes the chosen day off the table."""

    def __init__(self, pane: HolidayPane) -> None:
        super().__init__(columns(), name=_("Hari libur"), id_of=lambda h: h.day, row_height=36)
        self._pane = pane

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self._pane.drop_chosen()
            return
        super().keyPressEvent(event)


class HolidayPane(Pane):
    """The years, the table, and a card to add or rename a day."""

    key: ClassVar[str] = "holidays"
    title: ClassVar[str] = N_("Hari libur")

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.year = Combo()
        self.year.setAccessibleName(_("Tahun"))
        self.year.setFixedWidth(104)
        self.list = HolidayList(self)
        self.covered = Wrapped("", "caption", "text2")
        self.card = _card()
        self._build()
        self.year.activated.connect(lambda _at: self.show_year())
        self.list.opened.connect(self.start_change)
        self.card.kept.connect(self.keep)
        self.card.left.connect(self.list.setFocus)

    def _build(self) -> None:
        self.remove = Button(_("Hapus dari daftar"), "quiet", on=self.drop_chosen)
        actions = QWidget()
        line = QHBoxLayout(actions)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        add = Button(_("Tambah hari libur"), icon="add", on=self.new)
        for part in (self.year, self.remove, add):
            line.addWidget(part)
        head = section(_(self.title), "", actions)
        layout = head.layout()
        assert layout is not None
        layout.setContentsMargins(8, 0, 0, 0)
        self.covered.setContentsMargins(8, 0, 0, 0)
        side = QWidget()
        box = QVBoxLayout(side)
        box.setContentsMargins(20, 6, 28, 12)
        box.setSpacing(6)
        for part in (head, self.covered, self.card):
            box.addWidget(part)
        box.addWidget(self.list, 1)
        self.lay.addWidget(side)

    def load(self) -> None:
        every = self.office.read(offices.holiday_list)
        years = sorted({one.day.year for one in every} | {self.office.today.year})
        kept = self.year.currentData() or self.office.today.year
        self.year.show_choices([(year, str(year)) for year in years])
        self.year.choose(kept if kept in years else years[-1])
        self._say_covered(sorted({one.day.year for one in every}))
        self.show_year()

    def _say_covered(self, years: list[int]) -> None:
        named = ", ".join(map(str, years)) or _("belum ada")
        words = _("Tahun yang tercatat: {years}. Tahun lain dihitung tanpa hari libur.")
        self.covered.setText(words.format(years=named))
        self.covered.set_tone("text2" if self.office.today.year in years else "warn")

    def show_year(self) -> None:
        """The days off of the chosen year."""
        year = self.year.currentData()
        every = self.office.read(offices.holiday_list)
        title = _("Belum ada hari libur {year}").format(year=year)
        sentence = _("Hari kerja tahun ini dihitung Senin sampai Jumat saja.")
        self.list.set_empty(EmptyList(title, sentence, _("Tambah hari libur"), self.new))
        shown = [one for one in every if one.day.year == year]
        self.list.show_records(shown)
        self.remove.set_off("" if shown else _("Belum ada hari libur pada tahun ini."))
        self.list.setAccessibleDescription(counted("{n} hari", "{n} hari", len(shown)))

    def new(self) -> None:
        self.card.field("day").lock("")
        self.card.start(_("Hari libur baru"), {"kind": "libur"}, verb=_("Tambah hari libur"))

    def start_change(self, holiday: Holiday) -> None:
        """Another name, kind or decree of a day."""
        values = {name: getattr(holiday, name) for name in ("day", "name", "kind", "source")}
        self.card.field("day").lock(_("Hapus lalu tambah lagi untuk mengganti tanggal."))
        self.card.start(_("Ubah hari libur"), values, verb=_("Simpan hari libur"))

    def keep(self, values: dict[str, Any]) -> None:
        """Writes the card's draft."""

        def finish(_changes: Changes) -> None:
            self.card.shut()
            self.load()
            self.year.choose(values["day"].year)
            self.show_year()
            self.list.select(values["day"])
            self.list.setFocus()

        said = _("Hari libur tersimpan.")
        failed = self.card.show_problem
        self.page.write(offices.keep_holiday, then=finish, failed=failed, said=said, **values)

    def drop_chosen(self) -> None:
        """Takes the chosen day off the table; the toast can bring it back."""
        gone = self.list.current()
        if gone is None:
            return
        again = {name: getattr(gone, name) for name in ("day", "name", "kind", "source")}

        def say(_changes: Changes) -> None:
            words = _("{day} dihapus dari daftar.").format(day=dates.long(gone.day))
            self.page.shell.toast(words, _("Urungkan"), lambda: self.keep(again))

        self.page.write(offices.drop_holiday, then=say, day=gone.day)

    def edit(self) -> None:
        record = self.list.current()
        if record is not None:
            self.start_change(record)

    def seek(self) -> None:
        self.year.setFocus()

    def parts(self) -> tuple[QWidget, ...]:
        return (self.list, self.card) if self.card.is_open() else (self.list,)


def _card() -> Inset:
    card = Inset(_("Tambah hari libur"))
    kinds = [(key, _(word)) for key, word in _KINDS.items()]
    card.row(
        DateField("day", _("Tanggal"), required=True),
        TextField("name", _("Nama hari"), required=True),
        stretch=(1, 2),
    )
    card.row(
        ChoiceField("kind", _("Macam"), kinds, required=True).unmarked(),
        TextField("source", _("Dasar"), placeholder=_("Nomor keputusan bersama")),
        stretch=(1, 2),
    )
    return card

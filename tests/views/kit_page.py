"""A small page on the office's holidays, to prove the kit with: list, filter, form."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain.act import Act, Changes
from desktop.domain.problems import Problem
from desktop.services import offices
from desktop.views.buttons import Button
from desktop.views.columns import Column
from desktop.views.dated import DateField
from desktop.views.filters import FilterLine, FilterRow
from desktop.views.forms import Form
from desktop.views.keys import Key
from desktop.views.kinds import TextField
from desktop.views.pages import Page
from desktop.views.tables import RecordList


def refuse(db: object, act: Act, **facts: object) -> Changes:
    """A use case that always finds something wrong, at the field it is given."""
    raise Problem("office.name_missing", **facts)


class HolidayPage(Page):
    """Lists holidays; its form keeps one."""

    listens_to = frozenset({"office"})

    def __init__(self, office: Any, shell: Any) -> None:
        super().__init__(office, shell)
        self.loads = 0
        self.place: dict[str, Any] = {}
        self.head.show_words("Hari libur", "daftar")
        self.head.add(Button("Tambah", "primary", icon="add", on=self.new))
        left = self.column()
        self.filter = FilterLine("Saring…")
        left.addWidget(FilterRow(self.filter))
        columns = (
            Column[Any]("day", "Tanggal", width=160, value=lambda h: h.day),
            Column[Any]("name", "Nama", stretch=1),
        )
        self.list = RecordList(columns, name="Hari libur", id_of=lambda h: h.day)
        left.addWidget(self.list, 1)
        self.form = Form("Hari libur")
        self.form.row(TextField("name", "Nama", required=True), DateField("day", "Tanggal"))
        self.form.saving.connect(self.keep)
        self.form.left.connect(self.list.setFocus)
        self.add_side(self.form, 420, narrow=320)

    def load(self) -> None:
        self.loads += 1
        self.list.show_records(self.office.read(offices.holiday_list))

    def show_place(self, **place: Any) -> None:
        self.place = place

    def keep(self, values: dict[str, Any]) -> None:
        self.write(
            offices.keep_holiday,
            form=self.form,
            said="Hari libur tersimpan.",
            then=lambda _changes: self.list.select(values["day"]),
            **values,
        )

    def new(self) -> None:
        self.form.start({"day": date(2026, 12, 24)}, title="Hari libur baru")

    def find(self) -> None:
        self.filter.setFocus()

    def keys(self) -> tuple[Key, ...]:
        return (Key("Enter", "buka isian"),)

    def panes(self) -> Sequence[QWidget]:
        return (self.list, self.filter, self.form)


class PlainPage(Page):
    """A page with nothing on it."""

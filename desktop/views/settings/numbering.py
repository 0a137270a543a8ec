"""Penomoran dan tenggat: how letters are numbered, where they are dated, when things are due."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.domain.profile import TIME_ZONES
from desktop.services import offices
from desktop.views.kinds import ChoiceField, NumberField, TextField
from desktop.views.labels import Label, Wrapped
from desktop.views.pages import Page
from desktop.views.settings.panes import Pane, file_form
from desktop.wording import N_, _, numbers

FIELDS = "name place time_zone number_template archive_code unit_code coordinator due_days".split()
TOKENS = (
    ("{urut}", N_("nomor urut, diisi saat surat dinomori")),
    ("{kode}", N_("kode klasifikasi arsip")),
    ("{unit}", N_("kode unit pembuat surat")),
    ("{sifat}", N_("sifat surat: B biasa, R rahasia")),
    ("{bulan_romawi}", N_("bulan dengan angka Romawi")),
    ("{tahun}", N_("tahun empat angka")),
)


def example_number(template: str, facts: Mapping[str, Any], today: date) -> str:
    """A number as the template would make it; an unknown token stays as typed."""
    filled = {
        "urut": "014",
        "sifat": "B",
        "kode": facts.get("archive_code") or "000.8",
        "unit": facts.get("unit_code") or "UNIT",
        "bulan_romawi": numbers.roman(today.month),
        "tahun": str(today.year),
    }
    return re.sub(r"\{(\w+)\}", lambda found: filled.get(found[1], found[0]), template)


class NumberingPane(Pane):
    """One form; the example follows what is typed."""

    key: ClassVar[str] = "numbering"
    title: ClassVar[str] = N_("Penomoran dan tenggat")

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.form = file_form(_(self.title))
        self._add_fields()
        self.form.fill({})
        self.lay.addWidget(self.form, 1)
        self.form.saving.connect(self.keep)
        self.form.edited.connect(self.show_example)
        self.form.dropped.connect(self.show_example)

    def _add_fields(self) -> None:
        form = self.form
        zones = [(zone, f"{zone.split('/')[1]} ({word})") for zone, word in TIME_ZONES.items()]
        place_hint = _("Dicetak di depan tanggal surat")
        coordinator_hint = _("Tempat rencana aksi diserahkan; boleh dikosongkan")
        form.add(TextField("name", _("Nama kantor"), required=True))
        form.row(
            TextField("place", _("Tempat surat"), hint=place_hint),
            ChoiceField("time_zone", _("Zona waktu"), zones, required=True).unmarked(),
        )
        form.add(TextField("number_template", _("Pola nomor surat"), required=True))
        form.add(_token_table())
        form.row(
            TextField("archive_code", _("Kode klasifikasi arsip")),
            TextField("unit_code", _("Kode unit pembuat surat")),
        )
        form.row(
            TextField("coordinator", _("Unit pengelola"), hint=coordinator_hint),
            NumberField(
                "due_days",
                _("Tenggat saran (hari kerja)"),
                required=True,
                hint=_("1 sampai 365; bukan angka dari undang-undang"),
            ),
            stretch=(3, 2),
        )

    def load(self) -> None:
        if not self.form.is_dirty():
            profile = self.office.profile
            self.form.fill({name: getattr(profile, name) for name in FIELDS})
        self.show_example()

    def show_example(self) -> None:
        """What the next number would look like."""
        values = self.form.values()
        example = example_number(values["number_template"], values, self.office.today)
        self.form.field("number_template").set_hint(_("Contoh: {number}").format(number=example))

    def keep(self, _values: dict[str, Any]) -> None:
        """Writes what was changed."""
        said = _("Penomoran dan tenggat tersimpan.")
        changed = self.form.changes()
        self.page.write(offices.change_profile, form=self.form, said=said, **changed)

    def parts(self) -> tuple[QWidget, ...]:
        return (self.form,)


def _token_table() -> QWidget:
    """Each token and what it becomes, in two columns."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 4)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(3, 1)
    for at, (token, meaning) in enumerate(TOKENS):
        row, column = at % 3, 2 * (at // 3)
        name = Label(token, "caption-strong", "text2")
        grid.addWidget(name, row, column, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Wrapped(_(meaning), "caption"), row, column + 1)
    return made

"""The side form of an agency: its facts, and below them its units and products."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QMenu

from desktop.domain.agency import Agency, Unit
from desktop.domain.region import UnitType
from desktop.views.agency import words
from desktop.views.agency.twins import TwinNotice
from desktop.views.agency.units import UnitSection
from desktop.views.buttons import IconButton
from desktop.views.dated import DateField
from desktop.views.forms import Form
from desktop.views.insets import Inset
from desktop.views.kinds import ChoiceField, PhoneField, TextField
from desktop.wording import _

FIELDS = (
    "name short_name kind head_name head_title address complaint_phone complaint_box valid_from "
    "valid_to"
).split()


class AgencyForm(Form):
    """One agency. The page listens and writes."""

    def __init__(self) -> None:
        super().__init__(_("Instansi"), margins=(24, 16, 14, 16))
        self.shown: Agency | None = None
        self.history = IconButton("history", _("Riwayat instansi ini"))
        self.more = IconButton("more", _("Perintah lain"), on=self.open_menu)
        self.menu = QMenu(self)
        self.rename_command = self.menu.addAction(_("Ubah nama karena Perda baru…"))
        self.head.add_button(self.history)
        self.head.add_button(self.more)
        self.twins = TwinNotice()
        self.rename = _rename_inset()
        self.add(self.rename)
        self.add(self.twins)
        self._add_fields()
        self.units = UnitSection()
        self.add(self.units)
        self.fill({})
        self.units.moved.connect(lambda: QTimer.singleShot(0, self, self._reach_card))
        self.rename_command.triggered.connect(self.start_rename)

    def _add_fields(self) -> None:
        name = TextField("name", _("Nama resmi"), required=True)
        kind = ChoiceField("kind", _("Jenis"), words.kind_choices(), required=True).unmarked()
        head_hint = _("Nama saja; gelar di sebelah.")
        phone = PhoneField("complaint_phone", _("Nomor pengaduan"))
        unknown = _("Belum diketahui")
        choices = words.box_choices()
        box = ChoiceField("complaint_box", _("Kotak pengaduan"), choices, placeholder=unknown)
        since = DateField(
            "valid_from", _("Berlaku sejak"), hint=_("Tanggal Perda perangkat daerah")
        )
        until = DateField("valid_to", _("Berlaku sampai"), hint=_("Kosong: masih berlaku"))
        self.add(name)
        self.row(TextField("short_name", _("Singkatan")), kind)
        self.row(
            TextField("head_name", _("Kepala"), hint=head_hint), TextField("head_title", _("Gelar"))
        )
        self.add(TextField("address", _("Alamat")))
        self.row(phone, box)
        self.row(since, until)

    def show_agency(self, agency: Agency, units: Sequence[Unit]) -> None:
        """A saved agency and its units."""
        self.shown = agency
        values = {name: getattr(agency, name) for name in FIELDS}
        values["complaint_box"] = words.box_choice(agency.complaint_box)
        title = agency.short_name or agency.name
        self.fill(values, title=title, subject=title)
        self._show_standing(agency)
        self.show_units(units)

    def show_units(self, units: Sequence[Unit]) -> None:
        """Other units of the same agency; the draft stays."""
        if self.shown is not None:
            self.units.show_units(self.shown, units)

    def start_agency(self, values: dict[str, Any]) -> None:
        """An empty draft."""
        self.shown = None
        self._leave_insets()
        self.head.badge.show_text("")
        self.head.show_remark("")
        self._show_buttons(alive=False)
        self.units.show_none()
        self.start(values, title=_("Instansi baru"))
        self.area.verticalScrollBar().setValue(0)

    def ask_twin(self, name: str, twin: Agency) -> None:
        """Asks, in sight, whether the draft is an agency that is kept."""
        self.area.verticalScrollBar().setValue(0)
        self.twins.ask(name, twin)

    def facts(self) -> dict[str, Any]:
        """What is to be written: all of a new agency, else what was changed."""
        facts = self.values() if self.shown is None else self.changes()
        if "complaint_box" in facts:
            facts["complaint_box"] = facts["complaint_box"] or "unknown"
        return facts

    def show_types(self, types: Sequence[UnitType]) -> None:
        """The kinds of units that can be chosen."""
        self.units.show_types(types)

    def open_menu(self) -> None:
        """What is done seldom."""
        self.menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 2)))

    def start_rename(self) -> None:
        """Opens the draft of a new name by a new regulation."""
        if self.shown is None:
            return
        remark = _("Nama lama tetap tersimpan sampai sehari sebelum tanggal ini; unit ikut pindah.")
        values = {"new_name": self.shown.name, "new_short_name": self.shown.short_name}
        self.rename.start(_("Nama baru karena Perda"), values, remark=remark)
        self.area.verticalScrollBar().setValue(0)

    def _reach_card(self) -> None:
        """Scrolls until the open card of a unit or product is seen whole."""
        self.area.ensureWidgetVisible(self.units.inset, 0, 12)

    def _show_standing(self, agency: Agency) -> None:
        self._leave_insets()
        active = agency.is_active
        self.head.badge.show_text(
            _("Aktif") if active else _("Berakhir"), "ok" if active else "neutral"
        )
        self.head.show_remark(_("Data buatan untuk contoh") if agency.source == "sample" else "")
        self._show_buttons(alive=True)
        self.rename_command.setEnabled(active)

    def _show_buttons(self, *, alive: bool) -> None:
        self.history.setVisible(alive)
        self.more.setVisible(alive)

    def _leave_insets(self) -> None:
        self.twins.hide()
        if self.rename.is_open():
            self.rename.shut()


def _rename_inset() -> Inset:
    inset = Inset(_("Simpan nama baru"))
    inset.row(TextField("new_name", _("Nama resmi yang baru"), required=True))
    inset.row(
        TextField("new_short_name", _("Singkatan")),
        DateField("on", _("Berlaku sejak"), required=True),
    )
    return inset

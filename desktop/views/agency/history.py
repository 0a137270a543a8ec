"""What was done to an agency and its units, newest first, under the clock icon."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, tzinfo

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.domain.history import HistoryEntry
from desktop.views.agency import words
from desktop.views.forms import Scroll
from desktop.views.labels import Label, Wrapped
from desktop.wording import N_, _, dates

WIDTH, TALLEST = 400, 440
_ACTS = {
    "agency.added": N_("Instansi ditambahkan"),
    "agency.changed": N_("Isian diubah"),
    "agency.renamed": N_("Nama berganti karena Perda baru"),
    "agency.list_copied": N_("Disalin dari daftar bawaan"),
    "unit.added": N_("Unit layanan ditambahkan: {name}"),
    "unit.changed": N_("Unit layanan diubah: {name}"),
    "product.added": N_("Produk ditambahkan: {name}"),
    "product.changed": N_("Produk diubah: {name}"),
}
_FIELDS = {
    "name": N_("Nama resmi"),
    "short_name": N_("Singkatan"),
    "kind": N_("Jenis"),
    "head_name": N_("Kepala"),
    "head_title": N_("Gelar"),
    "address": N_("Alamat"),
    "complaint_phone": N_("Nomor pengaduan"),
    "complaint_box": N_("Kotak pengaduan"),
    "valid_from": N_("Berlaku sejak"),
    "valid_to": N_("Berlaku sampai"),
}


def act_words(entry: HistoryEntry) -> str:
    """What was done, as a line."""
    name = entry.after.get("name") or entry.before.get("name") or ""
    return _(_ACTS[entry.act]).format(name=name) if entry.act in _ACTS else entry.act


def change_lines(entry: HistoryEntry) -> list[str]:
    """Each changed fact of an agency, before and after."""
    if entry.act != "agency.changed":
        return []
    return [
        f"{_(_FIELDS[name])}: {_said(name, entry.before.get(name))} → {_said(name, value)}"
        for name, value in entry.after.items()
        if name in _FIELDS
    ]


def _said(name: str, value: object) -> str:
    if value in (None, ""):
        return _("belum diisi")
    if name in ("valid_from", "valid_to"):
        return dates.long(date.fromisoformat(str(value)))
    if name == "kind":
        return words.kind_word(str(value))
    if name == "complaint_box":
        return words.box_word(str(value))
    return str(value)


class HistoryPopup(QFrame):
    """The entries as a card under a button; arrows scroll, Esc shuts it."""

    def __init__(
        self, parent: QWidget, entries: Sequence[HistoryEntry], zone: tzinfo | None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("g", "card")
        self.setAccessibleName(_("Riwayat instansi ini"))
        self._inner = QWidget()
        self._inner.setProperty("g", "clear")
        self._lines = QVBoxLayout(self._inner)
        self._lines.setContentsMargins(18, 14, 18, 14)
        self._lines.setSpacing(2)
        self._lines.addWidget(Label(_("Riwayat"), "head"))
        for entry in entries:
            self._add_entry(entry, zone)
        if not entries:
            self._lines.addWidget(Wrapped(_("Belum ada perubahan yang tercatat."), "body", "text2"))
        self._lines.addStretch(1)
        self._scroll = Scroll(self._inner)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.addWidget(self._scroll)
        self.setFixedWidth(WIDTH)

    def _add_entry(self, entry: HistoryEntry, zone: tzinfo | None) -> None:
        at = entry.at.astimezone(zone)
        self._lines.addSpacing(9)
        self._lines.addWidget(Wrapped(act_words(entry), "strong"))
        for line in change_lines(entry):
            self._lines.addWidget(Wrapped(line, "body", "text2"))
        when = _("{date}, {clock} oleh {name}").format(
            date=dates.long(at.date()), clock=dates.clock(at.time()), name=entry.by
        )
        self._lines.addWidget(Wrapped(when, "caption"))

    def open_below(self, button: QWidget) -> None:
        """Shows the card under a button, its right edges in line."""
        self._inner.resize(WIDTH - 2, 10)
        self._lines.activate()
        self.setFixedHeight(min(TALLEST, self._lines.totalHeightForWidth(WIDTH - 2) + 4))
        corner = QPoint(button.width() - WIDTH, button.height() + 4)
        self.move(button.mapToGlobal(corner))
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self._scroll.verticalScrollBar()
        steps = {Qt.Key.Key_Down: 40, Qt.Key.Key_Up: -40, Qt.Key.Key_PageDown: 300}
        steps |= {Qt.Key.Key_PageUp: -300}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + step)

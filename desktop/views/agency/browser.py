"""The list of agencies with its filters above and its counts below."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services import agencies
from desktop.views.agency import columns, words
from desktop.views.agency.counts import CountLine
from desktop.views.editors import Combo
from desktop.views.empty import filtered_out
from desktop.views.filters import FilterLine, FilterRow
from desktop.views.tables import RecordList
from desktop.wording import _

if TYPE_CHECKING:
    from desktop.office import Office


class AgencyBrowser(QWidget):
    """Reads the agencies of one region. `nothing` makes what stands there when it has none."""

    filtered = Signal()
    """Some filter was changed."""

    def __init__(self, nothing: Callable[[], QWidget]) -> None:
        super().__init__()
        self._nothing = nothing
        self.filter = FilterLine(_("Saring nama, singkatan…"))
        self.kind, self.standing = Combo(), Combo()
        self.list = RecordList(columns.of_agencies(), name=_("Daftar instansi"))
        self.counts = CountLine()
        self._fill_combos()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(FilterRow(self.filter, self.kind, self.standing))
        box.addSpacing(6)
        box.addWidget(self.list, 1)
        box.addWidget(self.counts)
        self.filter.typed.connect(lambda _text: self.filtered.emit())
        self.filter.left.connect(self.list.setFocus)
        self.kind.currentIndexChanged.connect(lambda _at: self.filtered.emit())
        self.standing.currentIndexChanged.connect(lambda _at: self.filtered.emit())

    def _fill_combos(self) -> None:
        self.kind.setAccessibleName(_("Jenis"))
        self.kind.show_choices([("", _("Semua jenis")), *words.kind_choices()])
        self.kind.setFixedWidth(132)
        self.standing.setAccessibleName(_("Keberlakuan"))
        choices = (("active", _("Aktif")), ("ended", _("Berakhir")), ("all", _("Semua")))
        self.standing.show_choices(choices)
        self.standing.setFixedWidth(104)

    def read(self, office: Office, region: str) -> None:
        """The agencies of a region by the filters; the chosen one stays."""
        rows = office.read(
            agencies.agencies,
            region=region,
            kind=self.kind.currentData() or None,
            active={"active": True, "ended": False}.get(self.standing.currentData()),
            text=self.filter.text(),
        )
        if not rows:
            typed = self.filter.text().strip()
            hidden = self.is_filtered()
            self.list.set_empty(filtered_out(self.clear, typed) if hidden else self._nothing())
        self.list.show_records(rows)

    def count(self, office: Office, region: str) -> None:
        """Below the list: how many it holds, or what the region's agreement counts."""
        from desktop.services.agreements import agreements
        from desktop.views.agency.regions import counting_agreement

        made = office.read(agreements, region=region)
        self.counts.show_counts(len(self.list.table.rows), counting_agreement(made))

    def is_filtered(self) -> bool:
        """Whether agencies of the region may be out of sight."""
        filtered = bool(self.filter.text() or self.kind.currentData())
        return filtered or self.standing.currentData() != "active"

    def clear(self) -> None:
        """All agencies that exist."""
        for combo in (self.kind, self.standing):
            combo.blockSignals(True)
            combo.setCurrentIndex(0)
            combo.blockSignals(False)
        self.filter.clear()

    def show_agency(self, wanted: str | None) -> None:
        """Chooses an agency, if need be without the filters."""
        if wanted is not None and not self.list.select(wanted):
            self.clear()
            self.standing.choose("all")
            self.list.select(wanted)

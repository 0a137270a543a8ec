"""The agencies an agreement covers: how many there are, who represents them, who is named."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.agreement import AgreementPage
from desktop.views.agreement.columns import Covered, covered_columns
from desktop.views.agreement.facts import FactLine
from desktop.views.agreement.words import unknown
from desktop.views.buttons import Button
from desktop.views.empty import EmptyList
from desktop.views.labels import Wrapped
from desktop.views.tables import RecordList
from desktop.wording import _, numbers


class CoverageView(QWidget):
    """Counts and list; Enter opens an agency, Esc goes back to the tree."""

    left = Signal()

    def __init__(self, *, change: Callable[[], object]) -> None:
        super().__init__()
        self._change = change
        self.title = Wrapped(_("Wakil OPD untuk tindak lanjut"), "head")
        self.agreement = Wrapped("", "body", "text2")
        self.counts = FactLine(
            _("Perangkat daerah"), _("Mewakili"), _("Disebut namanya"), _("Belum diketahui")
        )
        self.change = Button(_("&Ubah"), "quiet", icon="edit", on=change)
        self.list = RecordList(covered_columns(), name=_("Perangkat daerah yang dicakup"))
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)
        self.title.setContentsMargins(0, 5, 0, 0)
        words = QVBoxLayout()
        words.setContentsMargins(8, 0, 0, 0)
        words.setSpacing(0)
        words.addLayout(head)
        words.addWidget(self.agreement)
        words.addSpacing(12)
        words.addWidget(self.counts)
        words.addSpacing(12)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 0, 28, 12)
        box.setSpacing(0)
        box.addLayout(words)
        box.addWidget(self.list, 1)

    def show_page(self, page: AgreementPage) -> None:
        """The agencies of an agreement."""
        agreement = page.agreement
        self.agreement.setText(agreement.title)
        counts = (
            agreement.universe,
            agreement.representing,
            agreement.named,
            agreement.unknown_count,
        )
        self.counts.show_values([unknown("" if n is None else numbers.integer(n)) for n in counts])
        self.list.show_records([Covered(*one) for one in page.agencies])
        self.list.set_empty(
            EmptyList(
                _("Belum ada perangkat daerah"),
                _("Pilih perangkat daerah yang disebut atau mewakili dalam isian perjanjian."),
                _("Ubah perjanjian"),
                self._change,
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

"""The line below the list: how many, and how many of them the region's agreement speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.labels import Label, Wrapped
from desktop.views.theme import BLEED
from desktop.wording import counted

if TYPE_CHECKING:
    from desktop.domain.agreement import Agreement

TIED = "\N{NO-BREAK SPACE}"


class CountLine(QWidget):
    """ "42 OPD", 10 appointed, 8 named, 2 not known; without an agreement just the count."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(38)
        self.total = Label("", "strong")
        self.parts = Wrapped("", "body", "text2")
        line = QHBoxLayout(self)
        line.setContentsMargins(BLEED, 0, 0, 0)
        line.setSpacing(14)
        line.addWidget(self.total)
        line.addWidget(self.parts, 1, Qt.AlignmentFlag.AlignVCenter)

    def show_counts(self, listed: int, agreement: Agreement | None) -> None:
        """The counts of the agreement that covers the region, else of the list."""
        if agreement is None or agreement.universe is None:
            self.total.setText(counted("{n} instansi", "{n} instansi", listed))
            self.parts.setText("")
            return
        self.total.setText(counted("{n} OPD", "{n} OPD", agreement.universe))
        kept_together = (part.replace(" ", TIED) for part in _parts(agreement))
        self.parts.setText("    ".join(kept_together))


def _parts(agreement: Agreement) -> list[str]:
    made: list[str] = []
    if agreement.representing is not None:
        appointed = agreement.representing
        made.append(counted("{n} ditetapkan mewakili", "{n} ditetapkan mewakili", appointed))
    made.append(counted("{n} disebut namanya", "{n} disebut namanya", agreement.named))
    unknown = agreement.unknown_count
    if unknown:
        made.append(counted("{n} belum diketahui", "{n} belum diketahui", unknown))
    return made

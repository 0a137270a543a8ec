"""The office files that were open before on this computer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.computer import Recent
from desktop.views.cards import RecentRow
from desktop.views.labels import Label
from desktop.wording import _, dates

SHOWN = 4


def name_and_folder(address: str) -> tuple[str, str]:
    """The file's name and its folder, whichever slashes it has; a server stands as it is."""
    if address.startswith("postgresql"):
        return address.rsplit("/", 1)[-1], _("di peladen")
    at = max(address.rfind("/"), address.rfind("\\"))
    return address[at + 1 :], address[:at] if at > 0 else ""


def when(opened: str, today: date) -> str:
    """ "hari ini 09.10", "kemarin 15.20", else the date."""
    try:
        at = datetime.fromisoformat(opened)
    except ValueError:
        return ""
    clock = dates.clock(at.time())
    if at.date() == today:
        return _("hari ini {clock}").format(clock=clock)
    if at.date() == today - timedelta(days=1):
        return _("kemarin {clock}").format(clock=clock)
    return dates.long(at.date())


class RecentFiles(QWidget):
    """A caption and a row per file; nothing at all on a fresh computer."""

    def __init__(self, open_address: Callable[[str], object]) -> None:
        super().__init__()
        self._open = open_address
        self.rows: list[RecentRow] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 6, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(Label(_("Terakhir dibuka"), "caption-strong", "text2"))
        self._box.addSpacing(2)

    def show_files(self, files: Sequence[Recent]) -> None:
        """Other files, the newest first."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [self._row(one) for one in files[:SHOWN]]
        for row in self.rows:
            self._box.addWidget(row)
        self.setVisible(bool(self.rows))

    def _row(self, file: Recent) -> RecentRow:
        name, folder = name_and_folder(file.address)
        today = datetime.now().astimezone().date()
        return RecentRow(name, folder, when(file.opened, today), lambda: self._open(file.address))

"""Builds the demo office beside the window and opens it; one that was built before is opened."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths

from desktop.domain.problems import Problem
from desktop.views.pages import Shell
from desktop.wording import _
from desktop.wording.problems import say


def documents() -> Path:
    """The user's folder of documents."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    found = Path(QStandardPaths.writableLocation(place) or ".")
    return found if found.is_absolute() and found.is_dir() else Path.home()


class DemoBuilder:
    """The third way in. Without someone who can build a demo it does not exist."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._is_busy = False

    def can_build(self) -> bool:
        """Whether the window was given a builder."""
        return self._shell.make_demo is not None

    def start(self) -> None:
        """Opens the demo, building it first when it is not there."""
        make = self._shell.make_demo
        if make is None or self._is_busy:
            return
        folder = documents() / _("Patuh - Kabupaten Contoh")
        built = sorted(folder.glob("*.patuh"))
        if built:
            self._shell.open_address(str(built[0]))
            return
        self._is_busy = True
        title = _("Membangun kantor contoh")
        self._shell.jobs.start(
            title,
            lambda progress: make(folder, progress),
            then=self._open,
            failed=self._refuse,
            can_cancel=False,
        )

    def _open(self, file: Any) -> None:
        self._is_busy = False
        self._shell.open_address(str(file))

    def _refuse(self, fault: BaseException) -> None:
        self._is_busy = False
        if isinstance(fault, Problem):
            self._shell.banner("open", "danger", say(fault))
        elif isinstance(fault, OSError):
            words = _("Folder {folder} tidak dapat ditulisi. Periksa hak akses folder Dokumen.")
            self._shell.banner("open", "danger", words.format(folder=documents()))
        else:
            self._shell.fault(fault)

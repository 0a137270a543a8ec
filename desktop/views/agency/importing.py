"""The course of an import: a file is asked for, tried beside the window, then taken in whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.domain.act import Changes
from desktop.domain.intake import Register
from desktop.domain.problems import Problem
from desktop.services.intake import take_in
from desktop.views.agency.workbook import ImportPanel, Trial, amounts, rehearse
from desktop.views.files import ask_open
from desktop.views.pages import Page
from desktop.wording import _


class Importer:
    """Leads a page through an import. `shown` brings the panel into sight, `ended` takes it away
    again."""

    def __init__(
        self, page: Page, shown: Callable[[], object], ended: Callable[[], object]
    ) -> None:
        self._page, self._shown, self._ended = page, shown, ended
        self.panel = ImportPanel()
        self.panel.wanted.connect(self.take)
        self.panel.again.connect(self.choose)
        self.panel.left.connect(ended)

    def choose(self) -> None:
        """Asks for a workbook."""
        kinds = _("Buku kerja Excel (*.xlsx)")
        ask_open(self._page, _("Impor dari Excel"), kinds, self.try_file)

    def try_file(self, path: str) -> None:
        """Tries a workbook beside the window, once the form may be left."""

        def start() -> None:
            self._page.shell.jobs.start(
                _("Memeriksa {file}").format(file=Path(path).name),
                lambda _progress: rehearse(self._page.office, Path(path)),
                then=self.show_trial,
                can_cancel=False,
            )

        self._page.may_leave(start)

    def show_trial(self, trial: Trial) -> None:
        """What the workbook would do."""
        self.panel.set_busy(False)
        self._shown()
        self.panel.show_trial(trial)

    def take(self, register: Register) -> None:
        """Takes the whole workbook in."""

        def finish(_changes: Changes) -> None:
            self._ended()

        def refuse(problem: Problem) -> None:
            self.show_trial(Trial("", problems=problem.each()))

        said = _("Diimpor: {what}.").format(what=amounts(register))
        self._page.write(take_in, then=finish, failed=refuse, said=said, register=register)

"""Tampilan dan bahasa: how the window speaks, on this computer."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from desktop import computer
from desktop.views.kinds import ChoiceField
from desktop.views.pages import Page
from desktop.views.settings.panes import Pane, computer_form
from desktop.wording import N_, _, language

LANGUAGES = (("id", "Bahasa Indonesia"), ("en", "English"))
"""Each language by its own name: that is how one finds it."""


class AppearancePane(Pane):
    """The language; paper stays Indonesian."""

    key: ClassVar[str] = "appearance"
    title: ClassVar[str] = N_("Tampilan dan bahasa")

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.form = computer_form(_(self.title))
        hint = _("Surat dan berkas cetak selalu berbahasa Indonesia.")
        field = ChoiceField("language", _("Bahasa"), LANGUAGES, required=True, hint=hint)
        self.form.add(field.unmarked())
        self.form.fill({})
        self.form.saving.connect(self.keep)
        self.lay.addWidget(self.form, 1)

    def load(self) -> None:
        if self.form.is_dirty():
            return
        stored = computer.load().language
        self.form.fill({"language": stored})
        self._say_restart(stored)

    def keep(self, values: dict[str, Any]) -> None:
        """Keeps the choice on this computer; the window speaks it from the next start on."""
        try:
            computer.save(computer.load()._replace(language=values["language"]))
        except OSError:
            refused = _("Pengaturan komputer ini tidak dapat disimpan.")
            self.form.field("language").show_problem(refused)
            return
        self.form.settle()
        self._say_restart(values["language"])

    def _say_restart(self, stored: str) -> None:
        key = "language"
        if stored == language():
            self.page.shell.clear_banner(key)
            return
        words = _("Bahasa berganti setelah Patuh ditutup dan dibuka kembali.")
        self.page.shell.banner(key, "info", words)

    def parts(self) -> tuple[QWidget, ...]:
        return (self.form,)

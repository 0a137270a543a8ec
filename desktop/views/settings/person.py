"""Operator: who works on this computer; the name that history keeps."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from desktop.views.kinds import TextField
from desktop.views.pages import Page
from desktop.views.settings.panes import Pane, computer_form
from desktop.wording import N_, _


class PersonPane(Pane):
    """One name."""

    key: ClassVar[str] = "person"
    title: ClassVar[str] = N_("Operator")

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.form = computer_form(_(self.title))
        hint = _("Tercatat pada setiap perubahan di riwayat, mulai dari perubahan berikutnya.")
        self.form.add(TextField("operator", _("Nama"), required=True, hint=hint, longest=80))
        self.form.fill({})
        self.form.saving.connect(self.keep)
        self.lay.addWidget(self.form, 1)

    def load(self) -> None:
        if not self.form.is_dirty():
            self.form.fill({"operator": self.office.operator})

    def keep(self, values: dict[str, Any]) -> None:
        """Keeps the name on this computer."""
        try:
            self.page.shell.keep_operator(values["operator"])
        except OSError:
            refused = _("Pengaturan komputer ini tidak dapat disimpan.")
            self.form.field("operator").show_problem(refused)
            return
        self.form.settle()
        self.page.shell.toast(_("Nama operator tersimpan."))

    def parts(self) -> tuple[QWidget, ...]:
        return (self.form,)

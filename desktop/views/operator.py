"""Asks who works on this computer, once; later from the person at the foot of the navigation."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.views.kinds import TextField
from desktop.views.questions import Answer, Dialog
from desktop.wording import _


def ask_operator(parent: QWidget, now: str, then: Callable[[str], object]) -> Dialog:
    """A small dialog with one field; an empty name changes nothing."""
    title = _("Siapa yang bekerja di komputer ini?")
    sentence = _("Nama ini tercatat pada setiap perubahan di riwayat.")
    dialog = Dialog(parent, title, sentence)
    field = TextField("operator", _("Nama"))
    field.fill(now)
    dialog.put(field)

    def keep() -> None:
        if field.value():
            then(field.value())

    dialog.finish((Answer(_("Nanti saja"), safe=True), Answer(_("Simpan nama"), keep, "primary")))
    dialog.open()
    field.focus()
    return dialog

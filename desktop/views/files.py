"""Asking for files and folders. Nothing blocks: the answer comes by callback."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.wording import _

Take = Callable[[str], object]


def ask_open(parent: QWidget, title: str, kinds: str, take: Take, folder: str = "") -> QFileDialog:
    """A file that exists."""
    dialog = _dialog(parent, title, kinds, folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _open(dialog, take)


def ask_office(parent: QWidget, take: Take) -> QFileDialog:
    """An office file that exists."""
    return ask_open(parent, _("Buka berkas kantor"), _("Berkas kantor (*.patuh)"), take)


def ask_save(
    parent: QWidget, title: str, kinds: str, name: str, suffix: str, take: Take
) -> QFileDialog:
    """A file to be written; a name without an ending gets `suffix`."""
    dialog = _dialog(parent, title, kinds, "")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(name)
    return _open(dialog, take)


def ask_folder(parent: QWidget, title: str, take: Take) -> QFileDialog:
    """A folder."""
    dialog = _dialog(parent, title, "", "")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _open(dialog, take)


def _dialog(parent: QWidget, title: str, kinds: str, folder: str) -> QFileDialog:
    dialog = QFileDialog(parent.window(), title, folder, kinds)
    dialog.setWindowModality(dialog.windowModality().WindowModal)
    return dialog


def _open(dialog: QFileDialog, take: Take) -> QFileDialog:
    dialog.fileSelected.connect(take)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog

"""The field of the office's emblem: a picture file that is chosen, checked and kept as bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from desktop.domain.problems import Problem
from desktop.views.buttons import Button
from desktop.views.fields import Field
from desktop.views.files import ask_open
from desktop.wording import _, numbers
from desktop.wording.problems import say

LARGEST = 2 * 1024 * 1024
Check = Callable[[bytes], Problem | None]


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture and the name of its file."""

    name: str
    data: bytes


class LogoField(Field):
    """Value: Logo or None. A file that cannot be printed is refused and the old one stays."""

    def __init__(self, name: str, label: str, *, check: Check) -> None:
        self._logo: Logo | None = None
        self._check = check
        self.line = QLineEdit()
        self.line.setReadOnly(True)
        self.line.setPlaceholderText(_("Tanpa lambang"))
        self.choose_button = Button(_("Ganti…"), on=self.choose)
        self.remove_button = Button(_("Hapus"), "quiet", on=self.remove)
        super().__init__(name, label, self.line, hint=_("PNG atau JPEG, paling besar 2 MB"))

    def _place_editor(self, box: QVBoxLayout) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self.line, self.choose_button, self.remove_button):
            row.addWidget(part, 1 if part is self.line else 0)
        box.addLayout(row)

    def value(self) -> Any:
        return self._logo

    def set_value(self, value: Any) -> None:
        self._logo = value
        self.line.setText(value.name if value else "")
        self.choose_button.setText(_("Ganti…") if value else _("Pilih…"))
        self.remove_button.setVisible(value is not None)

    def choose(self) -> None:
        """Asks for a picture file."""
        kinds = _("Gambar (*.png *.jpg *.jpeg)")
        ask_open(self, _("Pilih lambang"), kinds, lambda path: self.take(Path(path)))

    def take(self, path: Path) -> None:
        """Takes a file, or says why not."""
        sentence, data = _read(path)
        problem = self._check(data) if not sentence else None
        if sentence or problem is not None:
            self.show_problem(sentence or (say(problem) if problem else ""))
            return
        self.set_value(Logo(path.name, data))
        self._on_edit()

    def remove(self) -> None:
        """No emblem."""
        self.set_value(None)
        self._on_edit()
        self.choose_button.setFocus()


def _read(path: Path) -> tuple[str, bytes]:
    """(why not, bytes)."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            sentence = _("Gambar ini {size}. Pilih gambar yang paling besar 2 MB.")
            return sentence.format(size=numbers.file_size(size)), b""
        return "", path.read_bytes()
    except OSError:
        return _("Berkas {name} tidak dapat dibaca. Pilih berkas lain.").format(name=path.name), b""

"""The kinds of fields: line, several lines, choice, date, number, phone, yes or no, fixed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout

from desktop.views.editors import CheckBox, Combo
from desktop.views.fields import Field
from desktop.views.labels import Label
from desktop.wording import _, numbers

Choices = Sequence[tuple[Any, str]]
SEARCHABLE_FROM = 12
"""A choice with more entries than this can be searched by typing."""


class TextField(Field):
    """One line of text. Spaces at the ends do not count."""

    def __init__(
        self,
        name: str,
        label: str,
        *,
        required: bool = False,
        hint: str = "",
        placeholder: str | None = None,
        longest: int = 500,
    ) -> None:
        line = QLineEdit()
        line.setMaxLength(longest)
        line.setPlaceholderText(_("Belum diisi") if placeholder is None else placeholder)
        self.line = line
        super().__init__(name, label, line, required=required, hint=hint)
        line.textChanged.connect(self._on_edit)

    def value(self) -> Any:
        return self.line.text().strip()

    def set_value(self, value: Any) -> None:
        self.line.setText("" if value is None else str(value))
        self.line.setCursorPosition(0)

    def _set_read_only(self, locked: bool) -> None:
        self.line.setReadOnly(locked)


class PhoneField(TextField):
    """A telephone number: digits, spaces and a plus."""

    def trouble_typed(self) -> str:
        wrong = re.findall(r"[^\d +()\-./]", self.line.text())
        if not wrong:
            return ""
        source = _("Nomor telepon hanya boleh berisi angka, spasi, dan tanda +. Hapus {what}.")
        one = wrong[0]
        what = _("huruf {sign}") if one.isalpha() else _("tanda {sign}")
        return source.format(what=what.format(sign=one))

    def trouble(self) -> str:
        return super().trouble() or self.trouble_typed()


class NumberField(TextField):
    """A number with a decimal comma; a whole one without `decimals`. A dot is refused: "1.234"
    could be two numbers. Value: int, Decimal or None."""

    def __init__(
        self,
        name: str,
        label: str,
        *,
        required: bool = False,
        hint: str = "",
        decimals: int = 0,
        placeholder: str | None = None,
    ) -> None:
        self._decimals = decimals
        super().__init__(name, label, required=required, hint=hint, placeholder=placeholder)

    def value(self) -> Any:
        text = self.line.text().replace(" ", "").replace("−", "-")
        if not text or self.trouble_typed():
            return None
        return int(text) if not self._decimals else Decimal(text.replace(",", "."))

    def set_value(self, value: Any) -> None:
        if isinstance(value, Decimal):
            text = numbers.decimal(value, self._decimals).replace(".", ",")
        else:
            text = "" if value is None else str(value)
        super().set_value(text)

    def trouble_typed(self) -> str:
        text = self.line.text().replace(" ", "").replace("−", "-")
        whole, part = r"-?\d+", rf"-?\d+(,\d{{1,{self._decimals}}})?"
        if not text or re.fullmatch(part if self._decimals else whole, text, re.ASCII):
            return ""
        if self._decimals:
            return _("Isi angka dengan koma sebagai tanda desimal, misalnya 12,5.")
        return _("Isi bilangan bulat tanpa titik, misalnya 1200.")

    def trouble(self) -> str:
        return self.trouble_typed() or super().trouble()


class NoteField(Field):
    """Several lines of text."""

    def __init__(
        self, name: str, label: str, *, required: bool = False, hint: str = "", lines: int = 3
    ) -> None:
        self.note = _Note()
        self.note.setTabChangesFocus(True)
        self.note.setPlaceholderText(_("Belum diisi"))
        super().__init__(name, label, self.note, required=required, hint=hint)
        self.note.setFixedHeight(lines * 19 + 19)
        self.note.textChanged.connect(self._on_edit)

    def value(self) -> Any:
        return self.note.toPlainText().strip()

    def set_value(self, value: Any) -> None:
        self.note.setPlainText("" if value is None else str(value))

    def _set_read_only(self, locked: bool) -> None:
        self.note.setReadOnly(locked)


class _Note(QPlainTextEdit):
    """Esc and Ctrl+S go on to the form."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)


class ChoiceField(Field):
    """One of several; more than a dozen can be searched by typing. Value: the choice's key."""

    def __init__(
        self,
        name: str,
        label: str,
        choices: Choices = (),
        *,
        required: bool = False,
        hint: str = "",
        placeholder: str | None = None,
    ) -> None:
        self.combo = Combo(_("Belum dipilih") if placeholder is None else placeholder)
        super().__init__(name, label, self.combo, required=required, hint=hint)
        self.set_choices(choices)
        self.combo.currentIndexChanged.connect(self._on_edit)

    def set_choices(self, choices: Choices) -> None:
        """Other choices; the present value stays if it is among them."""
        kept = self.value()
        optional = [] if self.required else [(None, self.combo.nothing)]
        self.combo.blockSignals(True)
        self.combo.show_choices([*optional, *choices], searchable=len(choices) > SEARCHABLE_FROM)
        self.combo.blockSignals(False)
        self.set_value(kept)

    def value(self) -> Any:
        return self.combo.currentData()

    def set_value(self, value: Any) -> None:
        self.combo.choose(value)


class CheckField(Field):
    """Yes or no, as one sentence with a box. Value: bool."""

    def __init__(self, name: str, label: str, *, hint: str = "") -> None:
        self.box = CheckBox(label)
        super().__init__(name, label, self.box, hint=hint)
        self.caption.hide()
        self.box.toggled.connect(self._on_edit)

    def value(self) -> Any:
        return self.box.isChecked()

    def set_value(self, value: Any) -> None:
        self.box.setChecked(bool(value))


class FixedField(Field):
    """A value that is only shown, with the reason why it cannot be changed."""

    def __init__(self, name: str, label: str, *, reason: str = "") -> None:
        self._value: Any = None
        self.line = QLineEdit()
        self.line.setReadOnly(True)
        self.line.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        super().__init__(name, label, self.line)
        self.lock(reason or " ")

    def value(self) -> Any:
        return self._value

    def set_value(self, value: Any) -> None:
        self._value = value
        self.line.setText("" if value is None else str(value))
        self.line.setCursorPosition(0)

    def _set_read_only(self, locked: bool) -> None:
        """It always is."""


class WithButton(TextField):
    """A line with a button beside it, e.g. a file that is chosen."""

    def __init__(self, name: str, label: str, button: Any, **more: Any) -> None:
        self._button = button
        super().__init__(name, label, **more)

    def _place_editor(self, box: QVBoxLayout) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.editor, 1)
        row.addWidget(self._button)
        box.addLayout(row)


def heading(text: str) -> Label:
    """A heading between the fields of a form."""
    return Label(text, "strong")

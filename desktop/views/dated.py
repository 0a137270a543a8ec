"""The field of a date, and the rule that a date which does not exist is said, not guessed."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Any

from desktop.views.editors import DateLine
from desktop.views.fields import Field
from desktop.wording import _, dates


class DateField(Field):
    """A date in words. Value: date or None."""

    def __init__(self, name: str, label: str, *, required: bool = False, hint: str = "") -> None:
        self.line = DateLine()
        super().__init__(name, label, self.line, required=required, hint=hint)
        self.line.textChanged.connect(self._on_edit)
        self.line.editingFinished.connect(self._say_trouble)
        self.line.picked.connect(self._on_edit)

    def value(self) -> Any:
        return self.line.day()

    def set_value(self, value: Any) -> None:
        self.line.show_day(value)

    def trouble_typed(self) -> str:
        text = self.line.text().strip()
        if not text or self.line.day() is not None:
            return ""
        return _missing_day(text) or _("Tulis tanggal seperti {example}.").format(
            example=dates.long(date(2026, 11, 13))
        )

    def trouble(self) -> str:
        return self.trouble_typed() or super().trouble()

    def _say_trouble(self) -> None:
        if self.trouble_typed():
            self.show_problem(self.trouble_typed())

    def _set_read_only(self, locked: bool) -> None:
        self.line.setReadOnly(locked)
        for button in self.line.actions():
            button.setVisible(not locked)


def _missing_day(text: str) -> str:
    """ "31 Februari 2026" -> when that February ends; empty if the text is no date at all."""
    found = re.fullmatch(r"(\d{1,2})([ /.-])(.+?)\2(\d{4})", text.strip())
    first = dates.parse(re.sub(r"^\d{1,2}", "1", text.strip())) if found else None
    if first is None:
        return ""
    last = calendar.monthrange(first.year, first.month)[1]
    return _("Tanggal ini tidak ada. {month} {year} berakhir pada tanggal {last}.").format(
        month=dates.month(first.month), year=first.year, last=last
    )

"""The field of a clock time."""

from __future__ import annotations

from typing import Any

from desktop.domain.meeting import check_time
from desktop.domain.problems import Problem
from desktop.views.kinds import TextField
from desktop.wording import _
from desktop.wording.problems import say


class ClockField(TextField):
    """Hours and minutes; "9:5" is said, not guessed. Value: "09.30" or ""."""

    def __init__(self, name: str, label: str) -> None:
        super().__init__(name, label, placeholder=_("misalnya 09.30"), longest=5)
        self.line.editingFinished.connect(self._settle)

    def value(self) -> Any:
        try:
            return check_time(self.line.text(), self.name)
        except Problem:
            return self.line.text().strip()

    def trouble_typed(self) -> str:
        try:
            check_time(self.line.text(), self.name)
        except Problem as problem:
            return say(problem)
        return ""

    def trouble(self) -> str:
        return self.trouble_typed() or super().trouble()

    def _settle(self) -> None:
        """What was typed in the usual form; what is no time is said."""
        if self.trouble_typed():
            self.show_problem(self.trouble_typed())
        elif self.value() != self.line.text():
            self.line.setText(self.value())

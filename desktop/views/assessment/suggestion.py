"""The finding of a cell below full: suggestion (saran perbaikan) and due day, edited in place."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.finding import Finding
from desktop.domain.problems import Problem
from desktop.views.assessment.writing import Writing
from desktop.views.chips import Keycap
from desktop.views.editors import DateLine
from desktop.views.fields import Below
from desktop.views.labels import Label, set_property
from desktop.wording import _, dates
from desktop.wording.problems import say


class DueLine(DateLine):
    """A date line that gives back the grid on Enter and Esc."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.editingFinished.emit()
            self.left.emit()
            return
        super().keyPressEvent(event)


class SuggestionPart(QWidget):
    """Shown only where the answer makes a finding. `changed` carries the changed fields."""

    changed = Signal(str, object)
    """The finding's id and what to change."""
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._finding: Finding | None = None
        self.text = Writing(_("Saran perbaikan"), lines=2)
        self.due = DueLine()
        self.due.setAccessibleName(_("Batas waktu saran"))
        self.due.setPlaceholderText(_("Batas waktu"))
        self.due.setFixedWidth(168)
        self.caption = Label(_("Saran perbaikan"), "caption-strong", "text2")
        self.problem = Below()
        self._build()
        self.text.kept.connect(lambda text: self._tell("suggestion", text))
        self.text.left.connect(self.left)
        self.due.left.connect(self.left)
        self.due.editingFinished.connect(self._keep_due)
        self.due.picked.connect(self._keep_due)
        self.hide()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.caption)
        head.addStretch(1)
        head.addWidget(self.due)
        head.addWidget(Keycap("S"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(head)
        box.addWidget(self.text)
        box.addWidget(self.problem)
        self.problem.show_words("", bad=False)

    def show_finding(self, finding: Finding | None) -> None:
        """The finding of the cell in question; None hides the part."""
        same = finding is not None and self._finding is not None and finding.id == self._finding.id
        if not same:
            self.keep()
        self._finding = finding
        self.setVisible(finding is not None)
        if finding is None:
            return
        locked = finding.is_frozen
        self.text.setReadOnly(locked)
        self.due.setReadOnly(locked)
        set_property(self.text, "locked", locked)
        set_property(self.due, "locked", locked)
        self.text.show_text(finding.suggestion)
        if not self.due.hasFocus():
            self.due.show_day(finding.due_on)
        if not same:
            self._show_trouble("")

    def fit(self, *, narrow: bool) -> None:
        """A shorter caption where the date would not fit beside it."""
        self.caption.setText(_("Saran") if narrow else _("Saran perbaikan"))

    def keep(self) -> None:
        """Writes what is still being typed."""
        self.text.keep()

    def finding(self) -> Finding | None:
        """The finding in sight."""
        return self._finding

    def show_problem(self, problem: Problem) -> None:
        """A refused change, beside its field."""
        self._show_trouble(say(problem), in_date=problem.field == "due_on")

    def _show_trouble(self, sentence: str, *, in_date: bool = False) -> None:
        set_property(self.due, "bad", in_date and bool(sentence))
        set_property(self.text, "bad", not in_date and bool(sentence))
        self.problem.show_words(sentence, bad=bool(sentence))

    def _tell(self, field: str, value: Any) -> None:
        if self._finding is not None:
            self._show_trouble("")
            self.changed.emit(self._finding.id, {field: value})

    def _keep_due(self) -> None:
        if self._finding is None or self.due.isReadOnly():
            return
        text, day = self.due.text().strip(), self.due.day()
        if text and day is None:
            example = dates.long(date(2026, 11, 13))
            words = _("Tulis tanggal seperti {example}.").format(example=example)
            self._show_trouble(words, in_date=True)
        elif day != self._finding.due_on:
            self._tell("due_on", day)

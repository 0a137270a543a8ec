"""The stages of a promise as rows: when, what is due then, and how many if that was said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.views.fields import Field
from desktop.views.labels import Label, set_property
from desktop.wording import _

_COLUMNS = (("label", 108), ("plan", 0), ("target", 88))


class StageEntry(NamedTuple):
    """One stage as it is typed."""

    label: str
    plan: str
    target: int | None


class StagesField(Field):
    """Rows of three lines; a free row stands always below. Value: tuple of StageEntry."""

    def __init__(self, name: str, label: str, *, hint: str = "") -> None:
        self._rows: list[_Row] = []
        self._grid = QWidget()
        self._lay = QGridLayout(self._grid)
        self._lay.setContentsMargins(0, 0, 0, 0)
        self._lay.setHorizontalSpacing(8)
        self._lay.setVerticalSpacing(6)
        self._lay.setColumnStretch(1, 1)
        for at, text in enumerate((_("Waktu"), _("Yang direncanakan"), _("Target"))):
            self._lay.addWidget(Label(text, "caption"), 0, at)
        super().__init__(name, label, self._grid, hint=hint)
        self._keep_free_row()

    def _place_editor(self, box: QVBoxLayout) -> None:
        box.addWidget(self._grid)

    def value(self) -> Any:
        return tuple(row.entry() for row in self._rows if not row.is_free())

    def set_value(self, value: Any) -> None:
        entries = tuple(value or ())
        while len(self._rows) > len(entries) + 1:
            self._rows.pop().remove()
        while len(self._rows) < len(entries) + 1:
            self._add_row()
        for row, entry in zip(self._rows, (*entries, None), strict=True):
            row.show_entry(entry)

    def trouble_typed(self) -> str:
        wrong = self._wrong()
        return wrong[1] if wrong else ""

    def trouble(self) -> str:
        return self.trouble_typed() or super().trouble()

    def show_problem(self, sentence: str) -> None:
        wrong = self._wrong() if sentence else None
        for row in self._rows:
            for line in row.lines:
                set_property(line, "bad", wrong is not None and line is wrong[0])
        super().show_problem(sentence)

    def focus(self) -> None:
        wrong = self._wrong()
        (wrong[0] if wrong else self._rows[0].lines[0]).setFocus()

    def _set_read_only(self, locked: bool) -> None:
        for row in self._rows:
            for line in row.lines:
                line.setReadOnly(locked)

    def _wrong(self) -> tuple[QLineEdit, str] | None:
        """The first line that is no value, and why."""
        seen: set[str] = set()
        for row in self._rows:
            if row.is_free():
                continue
            label, _plan, target = row.lines
            entry = row.entry()
            if not entry.label:
                return label, _("Isi waktu tahap ini, misalnya 2027 atau Triwulan I.")
            if entry.label in seen:
                return label, _("Tahap {label} tertulis dua kali.").format(label=entry.label)
            if target.text().strip() and entry.target is None:
                return target, _("Isi bilangan bulat tanpa titik, misalnya 1200.")
            seen.add(entry.label)
        return None

    def _add_row(self) -> None:
        row = _Row(self._edited)
        self._rows.append(row)
        for at, line in enumerate(row.lines):
            self._lay.addWidget(line, len(self._rows), at)

    def _keep_free_row(self) -> None:
        if not self._rows or not self._rows[-1].is_free():
            self._add_row()

    def _edited(self) -> None:
        self._keep_free_row()
        self._on_edit()


class _Row:
    """Three lines of one stage."""

    def __init__(self, on: Callable[[], object]) -> None:
        self.lines = tuple(QLineEdit() for _column in _COLUMNS)
        names = (_("Waktu tahap"), _("Yang direncanakan"), _("Target tahap"))
        for line, name, (_key, width) in zip(self.lines, names, _COLUMNS, strict=True):
            line.setAccessibleName(name)
            line.textEdited.connect(lambda _text: on())
            if width:
                line.setFixedWidth(width)

    def show_entry(self, entry: StageEntry | None) -> None:
        """A stage, or an empty row."""
        target = "" if entry is None or entry.target is None else str(entry.target)
        texts = ("", "", "") if entry is None else (entry.label, entry.plan, target)
        for line, text in zip(self.lines, texts, strict=True):
            line.setText(text)
            line.setCursorPosition(0)

    def entry(self) -> StageEntry:
        """The stage as it is typed; a target that is no number is None."""
        label, plan, target = (line.text().strip() for line in self.lines)
        return StageEntry(label, plan, int(target) if target.isdecimal() else None)

    def is_free(self) -> bool:
        """Whether nothing is typed in it."""
        return not any(line.text().strip() for line in self.lines)

    def remove(self) -> None:
        """Takes the row away."""
        for line in self.lines:
            line.deleteLater()

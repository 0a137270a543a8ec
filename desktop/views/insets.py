"""A small draft inside a page: a few fields with Batal and one verb. Enter keeps it, Esc leaves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.problems import Problem
from desktop.views.buttons import ENTER, Button
from desktop.views.fields import Below, Field
from desktop.views.labels import Wrapped
from desktop.wording import _
from desktop.wording.problems import say


class Inset(QWidget):
    """A card with a title, fields and two buttons; hidden until it is opened.

    `kept` carries the values; whoever listens writes them and calls `shut` or `show_problem`.
    """

    kept = Signal(dict)
    left = Signal()
    """Batal or Esc: the card is shut already."""

    def __init__(self, verb: str, *, kind: str = "plain") -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("g", "card")
        self._fields: dict[str, Field] = {}
        self.title, self.remark = Wrapped("", "strong"), Wrapped("", "caption", "text2")
        self.problem = Below()
        self.verb = Button(verb, kind, on=self.submit)
        self.cancel = Button(_("Batal"), "quiet", on=self.leave)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(16, 14, 16, 14)
        self.box.setSpacing(11)
        for part in (self.title, self.remark, self.problem):
            self.box.addWidget(part)
        self._add_buttons()
        self.hide()

    def _add_buttons(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addStretch(1)
        line.addWidget(self.cancel)
        line.addWidget(self.verb)
        self.box.addLayout(line)

    def row(self, *fields: Field, stretch: Sequence[int] = ()) -> None:
        """Fields side by side, above the buttons."""
        line = QHBoxLayout()
        line.setSpacing(16)
        for at, field in enumerate(fields):
            line.addWidget(field, stretch[at] if stretch else 1)
            self._fields[field.name] = field
            field.changed.connect(lambda field=field: field.caption.set_role("caption"))
        self.box.insertLayout(self.box.count() - 2, line)

    def field(self, name: str) -> Field:
        """A field by its name."""
        return self._fields[name]

    def is_open(self) -> bool:
        """Whether a draft is under way."""
        return not self.isHidden()

    def start(
        self,
        title: str,
        values: Mapping[str, Any] | None = None,
        *,
        verb: str = "",
        remark: str = "",
    ) -> None:
        """Opens the card with these values, the cursor in its first field."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.setAccessibleName(title or self.accessibleName())
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))
        self.problem.show_words("", bad=False)
        if verb:
            self.verb.setText(verb)
        self.set_busy(False)
        for name, field in self._fields.items():
            field.fill((values or {}).get(name))
        self.show()
        self.focus_first()

    def values(self) -> dict[str, Any]:
        """What is typed now."""
        return {name: field.value() for name, field in self._fields.items()}

    def submit(self) -> None:
        """Shows what is wrong here, else asks to keep the draft."""
        if not self.verb.isEnabled():
            return
        wrong = [(field, field.trouble()) for field in self._fields.values() if field.trouble()]
        for field, sentence in wrong:
            field.show_problem(sentence)
        if wrong:
            wrong[0][0].focus()
            return
        self.set_busy(True)
        self.kept.emit(self.values())

    def leave(self) -> None:
        """Throws the draft away."""
        self.shut()
        self.left.emit()

    def shut(self) -> None:
        """Hides the card."""
        self.set_busy(False)
        self.hide()

    def set_busy(self, busy: bool) -> None:
        """While the draft is written it cannot be kept again."""
        self.verb.set_off(_("Sedang disimpan.") if busy else "")

    def show_problem(self, problem: Problem) -> None:
        """Problems beside their fields; those without a field in a line of their own."""
        self.set_busy(False)
        rest: list[str] = []
        placed: list[Field] = []
        for one in problem.each():
            field = self._fields.get(one.field or "")
            if field is None:
                rest.append(say(one))
            else:
                field.show_problem(say(one))
                placed.append(field)
        self.problem.show_words("\n".join(rest), bad=True)
        if placed:
            placed[0].focus()

    def focus_first(self) -> None:
        """The cursor into the first field."""
        for field in self._fields.values():
            if field.isVisibleTo(self) and not field.is_locked():
                field.focus()
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in ENTER:
            self.submit()
        else:
            super().keyPressEvent(event)

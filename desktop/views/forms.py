"""Forms: a draft that is saved or dropped as a whole, with problems beside their fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.problems import Problem
from desktop.views.buttons import Button
from desktop.views.chips import Badge
from desktop.views.fields import Field
from desktop.views.labels import Elided, Label, Wrapped
from desktop.views.questions import ask_leave
from desktop.views.theme import FOOT, colour
from desktop.wording import _, counted
from desktop.wording.problems import say

Nothing = Callable[[], object]


class Form(QWidget):
    """A side form: head, fields in rows, and the bar of 56 px with Batal and Simpan.

    `saving` carries all values when the draft is to be saved; the page writes them (with
    `Page.write(..., form=form)`) and the form settles or shows the problem by itself.
    """

    saving = Signal(dict)
    dropped = Signal()
    """The draft was thrown away (Batal or Buang)."""
    left = Signal()
    """Esc: back to the list. The draft stays."""
    edited = Signal()
    """Some field was changed by hand."""

    def __init__(
        self,
        name: str,
        *,
        save: str = "",
        ground: str = "side",
        margins: tuple[int, int, int, int] = (24, 16, 24, 16),
    ) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("g", ground)
        self.setAccessibleName(name)
        self._subject = name
        self._fields: dict[str, Field] = {}
        self._after: Nothing | None = None
        self._is_new = self._busy = False
        self.head = FormHead(name)
        self.foot = FootBar(save or _("Simpan"))
        self._build(margins)
        self.foot.save.clicked.connect(self.submit)
        self.foot.cancel.clicked.connect(self.drop)
        self._show_state()

    def _build(self, margins: tuple[int, int, int, int]) -> None:
        inner = QWidget()
        inner.setProperty("g", "clear")
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(*margins)
        self.body.setSpacing(11)
        self.body.addWidget(self.head)
        self._end = self.body.count()
        self.body.addStretch(1)
        self.area = Scroll(inner)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.area, 1)
        box.addWidget(self.foot)

    # Building

    def row(self, *fields: Field, stretch: Sequence[int] = ()) -> None:
        """Fields side by side with a gap of 16, each starting at the top."""
        line = QHBoxLayout()
        line.setSpacing(16)
        for at, field in enumerate(fields):
            line.addWidget(field, stretch[at] if stretch else 1)
            self._fields[field.name] = field
            field.changed.connect(self._on_change)
        self.body.insertLayout(self.body.count() - 1, line)

    def add(self, part: QWidget, *, stretch: int = 0) -> None:
        """Any widget below what is there: a heading, a tree, stages. A Field joins the draft."""
        if isinstance(part, Field):
            self.row(part)
        else:
            self.body.insertWidget(self.body.count() - 1, part, stretch)

    def field(self, name: str) -> Field:
        """A field by its name."""
        return self._fields[name]

    # The draft

    def fill(self, values: Mapping[str, Any], *, title: str = "", subject: str = "") -> None:
        """Shows a saved record: nothing is changed. Names that are missing are emptied."""
        self._is_new = False
        self._after = None
        self._subject = subject or title or self._subject
        if title:
            self.head.show_title(title)
        for name, field in self._fields.items():
            field.fill(values.get(name))
        self._show_state()

    def start(self, values: Mapping[str, Any] | None = None, *, title: str = "") -> None:
        """An empty draft of a new record, with suggested values."""
        self.fill(values or {}, title=title)
        self._is_new = True
        self._show_state()
        self.focus_first()

    def values(self) -> dict[str, Any]:
        """All values as they are typed now."""
        return {name: field.value() for name, field in self._fields.items()}

    def changes(self) -> dict[str, Any]:
        """Only the values that differ from what was saved."""
        return {n: f.value() for n, f in self._fields.items() if f.is_changed()}

    def drafted(self) -> dict[str, Any]:
        """What is to be written: all of a new record, else what was changed, so that what somebody
        else wrote meanwhile stays."""
        return self.values() if self._is_new else self.changes()

    def is_dirty(self) -> bool:
        """Whether something would be lost by leaving."""
        return any(field.is_changed() for field in self._fields.values())

    def is_new(self) -> bool:
        """Whether the draft is of a record that was never saved."""
        return self._is_new

    def submit(self) -> None:
        """Simpan: shows what is wrong here, else asks the page to save."""
        if self._busy or not (self._is_new or self.is_dirty()):
            return
        wrong = [(field, field.trouble()) for field in self._fields.values() if field.trouble()]
        for field, sentence in wrong:
            field.show_problem(sentence)
        if wrong:
            self._reach(wrong[0][0])
            self._after = None
            return
        self.saving.emit(self.values())

    def settle(self) -> None:
        """The draft was saved: nothing is changed any more. Then goes where `leave` led."""
        self.mark_saved()
        self.go_on()

    def mark_saved(self) -> None:
        """The draft was saved: nothing is changed any more."""
        self._is_new = False
        for field in self._fields.values():
            field.settle()
            field.show_problem("")
        self.set_busy(False)

    def go_on(self) -> None:
        """Goes where `leave` was to lead when Simpan was chosen."""
        after, self._after = self._after, None
        if after is not None:
            after()

    def drop(self) -> None:
        """Batal: back to what was saved."""
        for field in self._fields.values():
            field.revert()
        self._is_new = False
        self._show_state()
        self.dropped.emit()

    def leave(self, then: Nothing, back: Nothing | None = None) -> None:
        """Goes on at once when nothing is changed; else asks Simpan, Buang or Kembali."""
        if not self.is_dirty():
            then()
            return

        def save() -> None:
            self._after = then
            self.submit()

        def drop() -> None:
            self.drop()
            then()

        ask_leave(self, self._subject, self.changed_names(), save=save, drop=drop, back=back)

    def changed_names(self) -> list[str]:
        """What would be lost, by name."""
        return [f.label.lower() for f in self._fields.values() if f.is_changed()]

    def show_problem(self, problem: Problem) -> bool:
        """Shows problems beside their fields and goes to the first; False if none has one here."""
        self.set_busy(False)
        self._after = None
        placed = [(self._fields[p.field], p) for p in problem.each() if p.field in self._fields]
        for field, one in placed:
            field.show_problem(say(one))
        if placed:
            self._reach(placed[0][0])
        return bool(placed)

    def set_busy(self, busy: bool) -> None:
        """While a save is under way it cannot be asked for again."""
        self._busy = busy
        self._show_state()

    def lock(self, reason: str) -> None:
        """All fields fixed (a frozen record), reason below the head; "" unlocks."""
        for field in self._fields.values():
            field.lock(" " if reason else "")
        self.head.show_remark(reason)
        self.foot.setVisible(not reason)

    def focus_first(self) -> None:
        """The cursor into the first field that can be changed."""
        for field in self._fields.values():
            if field.isVisibleTo(self) and not field.is_locked():
                field.focus()
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _reach(self, field: Field) -> None:
        field.focus()
        # the sentence below it takes its room only when the layout has run
        QTimer.singleShot(0, field, lambda: self.area.ensureWidgetVisible(field, 0, 40))

    def _on_change(self) -> None:
        self._show_state()
        self.edited.emit()

    def _show_state(self) -> None:
        count = sum(field.is_changed() for field in self._fields.values())
        self.foot.show_count(count, new=self._is_new, busy=self._busy)


class FormHead(QWidget):
    """The head of a form: title 12/600, a badge, icon buttons at the right, a caption below."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = Elided(title, "head")
        self.badge = Badge()
        self.badge.hide()
        self.remark = Wrapped("", "caption", "text2")
        self.remark.hide()
        self._line = QHBoxLayout()
        self._line.setSpacing(8)
        self._line.addWidget(self.title, 1)
        self._line.addWidget(self.badge)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addLayout(self._line)
        box.addWidget(self.remark)

    def show_title(self, title: str) -> None:
        """Another title."""
        self.title.setText(title)

    def show_remark(self, remark: str) -> None:
        """A caption under the title; nothing hides it."""
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))

    def add_button(self, button: QWidget) -> None:
        """A button at the right end."""
        self._line.addWidget(button)


class FootBar(QWidget):
    """The bar below a form: dirty dot and count, Batal, Simpan."""

    def __init__(self, save: str) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("g", "foot")
        self.setFixedHeight(FOOT)
        self.dot = _Dot()
        self.words = Label("", "caption", "text2")
        self.cancel = Button(_("Batal"))
        self.save = Button(save, "primary")
        line = QHBoxLayout(self)
        line.setContentsMargins(19, 0, 20, 0)
        line.setSpacing(8)
        line.addWidget(self.dot)
        line.addWidget(self.words)
        line.addStretch(1)
        line.addWidget(self.cancel)
        line.addWidget(self.save)

    def show_count(self, count: int, *, new: bool, busy: bool) -> None:
        """How many fields are changed; without changes there is nothing to save."""
        text = counted("{n} isian berubah", "{n} isian berubah", count) if count else ""
        if new:
            text = _("Belum disimpan")
        self.words.setText(_("Menyimpan…") if busy else text)
        self.dot.setVisible(bool(text) and not busy)
        idle = not count and not new
        reason = _("Belum ada perubahan.") if idle else ""
        self.cancel.set_off(reason)
        self.save.set_off(_("Sedang disimpan.") if busy else reason)


class _Dot(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(QSize(10, 10))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("warn"))
        painter.drawEllipse(1, 1, 8, 8)


class Scroll(QScrollArea):
    """A column that scrolls upright only; its content keeps the width of the view."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        self.setWidget(inner)

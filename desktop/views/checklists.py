"""A field of many records to tick: a filter, rows with a box, and what each tick means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views import cells, icons, paint
from desktop.views.cells import Look, Tag
from desktop.views.columns import Column
from desktop.views.fields import Field
from desktop.views.filters import FilterLine
from desktop.views.labels import Wrapped
from desktop.views.tables import RecordList
from desktop.views.theme import ROW_TREE, colour
from desktop.wording import _, counted

ROWS = 6
"""So many rows are seen at once; where there are more, a filter stands above them."""


class Mark(NamedTuple):
    """What a tick can mean: its key, the word of its badge, the badge's tone."""

    key: str
    word: str = ""
    tone: str = "neutral"


YES = (Mark("yes"),)
"""The marks of a plain yes or no."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A row: the record's id and name, and the mark it has ("" for none)."""

    id: str
    name: str
    mark: str = ""


class CheckListField(Field):
    """Which of many. Value: tuple of (id, mark key), sorted by id.

    Space, Enter and a click go from no mark through `marks` and back to none.
    """

    def __init__(
        self,
        name: str,
        label: str,
        *,
        marks: Sequence[Mark] = YES,
        hint: str = "",
        nothing: str = "",
    ) -> None:
        self._marks = {mark.key: mark for mark in marks}
        self._known: dict[str, str] = {}
        self._choices: dict[str, str] = {}
        self._chosen: dict[str, str] = {}
        self._order: list[str] = []
        self.filter = FilterLine(_("Saring daftar ini…"))
        self.list = _TickList(_columns(self._marks), label)
        self.empty = Wrapped(nothing, "body", "text2")
        self._card = _Card(self.list)
        super().__init__(name, label, _column(self.filter, self.empty, self._card), hint=hint)
        self.filter.typed.connect(lambda _text: self._show())
        self.filter.left.connect(self.list.setFocus)
        self.list.clicked.connect(lambda _index: self._turn())
        self.list.opened.connect(lambda _tick: self._turn())
        self.list.above = self.filter
        self._show()

    # What forms use

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Other records as (id, name). One that is marked stays, even if it is not among them."""
        self._choices = dict(choices)
        self._known |= self._choices
        self._arrange()

    def value(self) -> Any:
        return tuple(sorted(self._chosen.items()))

    def set_value(self, value: Any) -> None:
        self._chosen = dict(value or ())
        self.filter.clear()
        self._arrange()

    def focus(self) -> None:
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _set_read_only(self, locked: bool) -> None:
        self.list.setEnabled(not locked)

    # How it behaves

    def _arrange(self) -> None:
        """What is marked comes first; while ticking, rows keep their place."""
        marked = sorted((id for id in self._chosen if id in self._known), key=self._name)
        self._order = [*marked, *(id for id in self._choices if id not in self._chosen)]
        self._show()

    def _name(self, id: str) -> str:
        return self._known[id].casefold()

    def _show(self) -> None:
        text = self.filter.text().strip().casefold()
        ticks = [Tick(id, self._known[id], self._chosen.get(id, "")) for id in self._order]
        self.list.show_records([tick for tick in ticks if text in tick.name.casefold()])
        self.list.setFixedHeight(max(1, min(len(ticks), ROWS)) * ROW_TREE + 1)
        self._card.setVisible(bool(ticks))
        self.empty.setVisible(not ticks and bool(self.empty.text()))
        self.filter.setVisible(len(ticks) > ROWS)
        count = len(self._chosen)
        self._wajib.setText(counted("{n} dipilih", "{n} dipilih", count) if ticks else "")

    def _turn(self) -> None:
        tick = self.list.current()
        if not isinstance(tick, Tick):
            return
        steps = ["", *self._marks]
        at = steps.index(tick.mark) if tick.mark in steps else 0
        now = steps[(at + 1) % len(steps)]
        self._chosen.pop(tick.id, None)
        if now:
            self._chosen[tick.id] = now
        self._show()
        self._on_edit()


class _TickList(RecordList):
    """Space ticks; Up on the first row goes to the filter."""

    above: FilterLine

    def __init__(self, columns: Sequence[Column[Any]], name: str) -> None:
        super().__init__(columns, name=name, row_height=ROW_TREE)
        self.horizontalHeader().hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            if (tick := self.current()) is not None:
                self.opened.emit(tick)
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.above.setFocus(Qt.FocusReason.BacktabFocusReason)
        else:
            super().keyPressEvent(event)


def _column(*parts: QWidget) -> QWidget:
    column = QWidget()
    box = QVBoxLayout(column)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(6)
    for part in parts:
        box.addWidget(part)
    return column


class _Card(QWidget):
    """The list on the ground of a field."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("g", "card")
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 4, 1, 4)
        box.addWidget(inner)


def _columns(marks: Mapping[str, Mark]) -> tuple[Column[Tick], ...]:
    made: list[Column[Tick]] = [
        Column("mark", _("Pilihan"), "tick", width=32, value=lambda tick: bool(tick.mark)),
        Column("name", _("Nama"), stretch=1, least=80),
    ]
    if any(mark.word for mark in marks.values()):
        widest = max(paint.badge_width(mark.word) for mark in marks.values())
        made.append(
            Column(
                "tag", _("Peran"), "badge", width=widest + 16, value=lambda t: _tag(marks, t.mark)
            )
        )
    return tuple(made)


def _tag(marks: Mapping[str, Mark], key: str) -> Tag:
    mark = marks.get(key)
    return Tag(mark.word, mark.tone) if mark else Tag("")


def _paint_tick(painter: QPainter, box: QRectF, value: bool, look: Look) -> None:
    side = QRectF(box.x() - 1, box.center().y() - 9, 18, 18)
    fill, edge = ("accent", "accent") if value else ("surface", "field")
    paint.rounded(painter, side, 4, colour(fill), colour(edge))
    if value:
        icons.draw(painter, "done", side.adjusted(3, 3, -3, -3), "on_accent")


cells.register("tick", cells.Kind(_paint_tick, lambda value: _("dipilih") if value else "–"))

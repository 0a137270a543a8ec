"""Facts of an agreement: captions over values that wrap and are never cut."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.views import paint
from desktop.views.labels import Label, Wrapped


class WrappedFact(QWidget):
    """A caption and a value under it, in as many lines as it needs."""

    def __init__(self, caption: str) -> None:
        super().__init__()
        self._caption = caption
        self.value = Wrapped("", "body")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(1)
        box.addWidget(Label(caption, "caption", "text2"))
        box.addWidget(self.value)
        box.addStretch(1)

    def show_value(self, value: str) -> None:
        """Another value; nothing hides the fact."""
        self.value.setText(value)
        self.setVisible(bool(value))

    def wanted(self) -> int:
        """The width in which the value needs one line."""
        text = max(self.value.text().split("\n"), key=len)
        return round(max(paint.width_of(text), paint.width_of(self._caption, "caption")))


class FactLine(QWidget):
    """Facts side by side, each as wide as its value asks; two and two where room is short."""

    GAP = 16

    def __init__(self, *captions: str) -> None:
        super().__init__()
        self.facts = [WrappedFact(caption) for caption in captions]
        self._per_row = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(self.GAP)
        self._grid.setVerticalSpacing(6)
        self._place(len(self.facts))

    def show_values(self, values: Sequence[str]) -> None:
        """The values in the order of the captions."""
        for fact, value in zip(self.facts, values, strict=True):
            fact.show_value(value)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Short values keep one line; the long ones share what is left."""
        wanted = [fact.wanted() + 4 for fact in self.facts]
        room = self.width() - self.GAP * (len(wanted) - 1)
        self._place(len(wanted) if sum(wanted) <= room * 1.3 else 2)
        if self._per_row < len(wanted):
            return
        for at, width in enumerate(shares(wanted, room)):
            self._grid.setColumnStretch(at, width)

    def _place(self, per_row: int) -> None:
        if per_row == self._per_row:
            return
        self._per_row = per_row
        for at, fact in enumerate(self.facts):
            self._grid.addWidget(fact, at // per_row, at % per_row)
            self._grid.setColumnStretch(at, 1 if at < per_row else 0)


def shares(wanted: Sequence[int], room: int) -> list[int]:
    """What each gets of `room`: all it wants where it wants less than an equal share."""
    made = [0] * len(wanted)
    for left, at in zip(
        range(len(wanted), 0, -1), sorted(range(len(wanted)), key=wanted.__getitem__), strict=True
    ):
        made[at] = min(wanted[at], max(1, room // left))
        room -= made[at]
    return made

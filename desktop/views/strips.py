"""Strips and headings of a page: the line at the foot, a section head, a fact."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.labels import Elided, Label
from desktop.views.theme import SIDE


class FootLine(QWidget):
    """The line of 36 px at the foot of a page (health, totals): signs and words left and right."""

    def __init__(self, height: int = 36) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("g", "foot")
        self.setFixedHeight(height)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(SIDE, 0, SIDE, 0)
        self._line.setSpacing(14)
        self._line.addStretch(1)
        self._lefts = 0

    def left(self, part: QWidget) -> None:
        """The next part at the left."""
        self._line.insertWidget(self._lefts, part)
        self._lefts += 1

    def right(self, part: QWidget) -> None:
        """The next part at the right."""
        self._line.addWidget(part)


def section(title: str, remark: str = "", action: QWidget | None = None) -> QWidget:
    """A section head (12/600) with a remark or an action at the right."""
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(Label(title, "head"))
    line.addStretch(1)
    if remark:
        line.addWidget(Label(remark, "body", "text2"))
    if action is not None:
        line.addWidget(action)
    made.setFixedHeight(32)
    return made


class Fact(QWidget):
    """A caption and a value under it (Ditandatangani / 5 April 2018)."""

    def __init__(self, caption: str, value: str = "") -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(1)
        box.addWidget(Label(caption, "caption", "text2"))
        self.value = Elided(value, "body")
        box.addWidget(self.value)


def fact(caption: str, value: str) -> Fact:
    """A caption and a value under it; `.value.setText` changes it."""
    return Fact(caption, value)

"""The desk's widgets and how they lie: head, dimensions, grid, inspector, strip."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.views.assessment.desk_head import DeskHead
from desktop.views.assessment.dimension_list import DimensionList
from desktop.views.assessment.grid import Grid
from desktop.views.assessment.inspector import Inspector
from desktop.views.assessment.lines import CodeLine, NumberLine
from desktop.views.assessment.strip import Strip
from desktop.views.buttons import Button
from desktop.views.chips import Keycap
from desktop.views.empty import EmptyList
from desktop.wording import _

SHORT = 600
"""Below this height of the window article, note and history give way (look.md, section 3)."""


class DeskParts(QWidget):
    """Everything in sight of the desk; `on_key` gets the grid's keys, `leave` the crumb's."""

    def __init__(self, on_key: Callable[[QKeyEvent], bool], leave: Callable[[], object]) -> None:
        super().__init__()
        self.head, self.strip, self.inspector = DeskHead(), Strip(), Inspector()
        self.dimensions = DimensionList()
        self.grid = Grid(on_key)
        self.grid.setAccessibleName(_("Butir penilaian"))
        self.number_line = NumberLine(self.grid.viewport())
        self.code_line = CodeLine(self.grid)
        self.crumb = _crumb(leave)
        self.places = QStackedWidget()
        self._card: EmptyList | None = None
        self._build()

    def _build(self) -> None:
        column = QWidget()
        box = QVBoxLayout(column)
        box.setContentsMargins(8, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.crumb)
        box.addWidget(self.grid, 1)
        box.addWidget(self.grid.sideways)
        self.places.addWidget(column)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.dimensions)
        middle.addWidget(self.places, 1)
        middle.addWidget(self.inspector)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.head)
        outer.addLayout(middle, 1)
        outer.addWidget(self.strip)

    def show_card(self, card: EmptyList | None) -> None:
        """A card instead of grid and inspector; None brings them back."""
        if self._card is not None:
            self.places.removeWidget(self._card)
            self._card.deleteLater()
        self._card = card
        if card is not None:
            card.setContentsMargins(20, 8, 20, 8)
            self.places.addWidget(card)
        self.places.setCurrentIndex(0 if card is None else 1)
        self.inspector.setVisible(card is None)

    def fit(self, window_width: int, window_height: int) -> None:
        """What gives way in small windows, in the order of look.md."""
        narrow, low = window_width < 1200, window_height < SHORT
        self.dimensions.setVisible(not narrow)
        self.inspector.fit(narrow=narrow, low=low)
        self.head.fit(narrow=narrow)
        self.grid.show_narrow(narrow)
        self.strip.fit(narrow=narrow, low=low)


def _crumb(leave: Callable[[], object]) -> QWidget:
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 4, 12, 2)
    line.setSpacing(8)
    line.addWidget(Button(_("Kembali ke semua butir"), "quiet", icon="left", on=leave))
    line.addWidget(Keycap("Esc"))
    line.addStretch(1)
    made.hide()
    return made

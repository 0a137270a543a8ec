"""The grid as a view: rows, widths, spans, folding and sideways scrolling, without a cursor.

Only visible rows are painted; the first two columns stay while products scroll. Where the columns
do not fit, the model shows a window of them, moved by a scroll bar of our own.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QScrollBar, QTableView

from desktop.views import paint
from desktop.views.assessment.board import CellLine, GroupLine, Line
from desktop.views.assessment.grid_rows import GridHead, GridRows
from desktop.views.assessment.grid_table import FIRST, GridTable
from desktop.views.zones import ZoneMark

ROW, GROUP = 40, 34
WITHOUT_SCROLLING = 5
"""So many products never scroll: their columns get narrower first."""
COLUMN, COLUMN_NARROW, COLUMN_WIDE = 64, 46, 104
TITLE_LEAST, TITLE_LEAST_NARROW, TITLE_OF_PERSON = 240, 190, 116


class GridView(QTableView):
    """Rows and columns of a board."""

    toggled = Signal(int)
    """A group was folded or unfolded."""

    def __init__(self) -> None:
        super().__init__()
        self.table = GridTable(self)
        self.row, self.column = -1, 0
        self.hovered: tuple[int, int] = (-1, -1)
        self.folded: set[int] = set()
        self.shows_value = True
        self.is_narrow = False
        self.marks: dict[str, ZoneMark] = {}
        self._head = GridHead(self)
        self.sideways = QScrollBar(Qt.Orientation.Horizontal)
        self.sideways.valueChanged.connect(self.scroll_to_column)
        self._dress()

    def _dress(self) -> None:
        self.setModel(self.table)
        self.setHorizontalHeader(self._head)
        self.setItemDelegate(GridRows(self, self))
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(20)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(ROW // 2)
        self.sideways.hide()

    def is_frozen(self) -> bool:
        """Whether no cell can be changed."""
        return self.table.answers is not None and not self.table.answers.is_open

    def has_ring(self) -> bool:
        """Whether keys go to the grid."""
        return self.hasFocus()

    def refresh(self) -> None:
        """Draws anew what is in sight."""
        self.viewport().update()

    def refresh_rows(self, *rows: int) -> None:
        """Draws some rows anew: what a key changes, not the whole grid."""
        width = self.viewport().width()
        for row in rows:
            if row >= 0 and not self.isRowHidden(row):
                top = self.rowViewportPosition(row)
                self.viewport().update(QRect(0, top, width, self.rowHeight(row)))

    def refresh_groups(self) -> None:
        """Draws the group rows anew: their sums follow every answer."""
        lines = enumerate(self.table.board.lines)
        self.refresh_rows(*(row for row, line in lines if isinstance(line, GroupLine)))

    # Folding

    def fold(self, number: int, folded: bool) -> None:
        """Hides or shows the rows below a group."""
        if folded:
            self.folded.add(number)
        else:
            self.folded.discard(number)
        for row, line in enumerate(self.table.board.lines):
            self.setRowHidden(row, any(above in self.folded for above in line.above))
        self.refresh()
        self.toggled.emit(number)

    def unfold_above(self, line: Line) -> None:
        for number in line.above:
            if number in self.folded:
                self.fold(number, False)

    # Widths

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def show_narrow(self, narrow: bool) -> None:
        """Narrow windows have columns of 46 px."""
        if narrow != self.is_narrow:
            self.is_narrow = narrow
            self.lay_out()

    def lay_out(self) -> None:
        width = self.viewport().width()
        count = len(self.table.board.heads)
        if not count:
            return
        code, column = self._code_width(), self._column_width(width)
        room = max(1, min(count, (width - code - self._title_least()) // column))
        self.table.show_window(self.table.offset, room)
        self.setColumnWidth(0, code)
        self.setColumnWidth(1, width - code - room * column)
        for at in range(FIRST, FIRST + room):
            self.setColumnWidth(at, column)
        self._span()
        self._head.fit()
        self.updateGeometries()
        self._show_sideways(count, room)

    def _title_least(self) -> int:
        if self.table.board.of_respondents:
            return TITLE_OF_PERSON
        return TITLE_LEAST_NARROW if self.is_narrow else TITLE_LEAST

    def _code_width(self) -> int:
        lines = self.table.board.lines
        codes = {line.code for line in lines if isinstance(line, CellLine)}
        widest = max((paint.width_of(code, "strong") for code in codes), default=0)
        return max(48, round(widest) + 18)

    def _column_width(self, width: int) -> int:
        if self.is_narrow:
            return COLUMN_NARROW
        heads = self.table.board.heads
        if self.table.board.of_respondents:
            fits = (width - self._code_width() - TITLE_OF_PERSON) // len(heads)
            return max(COLUMN_NARROW, min(COLUMN, fits))
        count, room = len(heads), width - self._code_width()
        if count <= WITHOUT_SCROLLING and count * COLUMN > room - self._title_least():
            return max(COLUMN_NARROW, (room - self._title_least()) // count)
        wanted = max(paint.width_of(head.title, "caption-strong") + 10 for head in heads)
        return max(COLUMN, min(round(wanted), COLUMN_WIDE, (room - 310) // count))

    def _span(self) -> None:
        self.clearSpans()
        columns = self.table.columnCount()
        for row, line in enumerate(self.table.board.lines):
            is_group = isinstance(line, GroupLine)
            self.setRowHeight(row, GROUP if is_group else ROW)
            if is_group:
                self.setSpan(row, 0, 1, columns)
            elif line.spans and columns > FIRST + 1:
                self.setSpan(row, FIRST, 1, columns - FIRST)
            self.setRowHidden(row, any(above in self.folded for above in line.above))

    def _show_sideways(self, count: int, room: int) -> None:
        self.sideways.setVisible(count > room)
        self.sideways.setRange(0, count - room)
        self.sideways.setPageStep(room)
        self.sideways.setValue(self.table.offset)

    def scroll_to_column(self, offset: int) -> None:
        place = self.verticalScrollBar().value()
        if self.table.show_window(offset, self.table.room):
            self.lay_out()
            self.verticalScrollBar().setValue(place)
            self.refresh()

    def bring_column_in(self, column: int) -> None:
        offset, room = self.table.offset, self.table.room
        if column < offset:
            self.scroll_to_column(column)
        elif column >= offset + room:
            self.scroll_to_column(column - room + 1)

    # Qt

    def keyboardSearch(self, search: str) -> None:
        """Letters answer; nothing is searched by typing."""

    def moveCursor(self, action: Any, modifiers: Any) -> QModelIndex:
        return self.currentIndex()

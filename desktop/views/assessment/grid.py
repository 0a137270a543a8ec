"""The grid of the desk: a cursor over cells, kept by row and column of the board.

Keys that answer belong to the desk (`on_key`); moving and folding belong here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QToolTip

from desktop.views.assessment.answers import Answers
from desktop.views.assessment.board import Board, Cell, CellLine, GroupLine, Line
from desktop.views.assessment.grid_table import FIRST
from desktop.views.assessment.grid_view import ROW, GridView
from desktop.views.labels import safe_tip

_MOVES = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class Grid(GridView):
    """The cells of a board under one cursor."""

    moved = Signal()
    """The cursor stands elsewhere."""
    entered = Signal()
    """Enter, or a double click."""

    def __init__(self, on_key: Callable[[QKeyEvent], bool]) -> None:
        super().__init__()
        self._wanted = 0
        self._drawn_row = -1
        self._on_key = on_key

    # What is shown

    def show_board(self, board: Board, answers: Answers) -> None:
        """Another board; the cursor goes to its first cell."""
        self.row, self.column, self._wanted = -1, 0, 0
        self.folded = set()
        self.table.show(board, answers)
        self.verticalScrollBar().setValue(0)
        self.lay_out()
        self._head.locked = not answers.is_open

    def line(self) -> Line | None:
        """The row under the cursor."""
        return self.table.line(self.row)

    def cell(self) -> Cell | None:
        """The cell under the cursor; None on a group or a mean."""
        return self.table.cell_at(self.row, self.column)

    # The cursor

    def go(self, row: int, column: int, *, keep: bool = False) -> None:
        """Puts the cursor on a row and column; `keep`: the wanted column stays as it was."""
        line = self.table.line(row)
        if line is None:
            return
        self.unfold_above(line)
        self.row, self.column = row, self._nearest(line, column)
        if not keep:
            self._wanted = self.column
        if isinstance(line, CellLine) and not line.spans:
            self.bring_column_in(self.column)
        self._tell_place()

    def _tell_place(self) -> None:
        spans = not isinstance(line := self.line(), CellLine) or line.spans
        at = 0 if isinstance(line, GroupLine) else FIRST
        at += 0 if spans else self.column - self.table.offset
        index = self.table.index(self.row, at)
        self.selectionModel().setCurrentIndex(index, self.selectionModel().SelectionFlag.NoUpdate)
        self._bring_row_in()
        self.refresh_rows(self._drawn_row, self.row)
        self._drawn_row = self.row
        self.moved.emit()

    def _bring_row_in(self) -> None:
        """The row in sight, with one more above and below it."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top = self.rowViewportPosition(self.row) + bar.value()
        low = top + self.rowHeight(self.row)
        if top - ROW < bar.value():
            bar.setValue(top - ROW)
        elif low + ROW > bar.value() + height:
            bar.setValue(low + ROW - height)

    def _nearest(self, line: Line, column: int) -> int:
        stops = line.stops if isinstance(line, CellLine) else ()
        return min(stops, key=lambda stop: abs(stop - column), default=0)

    def go_to_cell(self, cell: Cell) -> bool:
        """Puts the cursor on a cell, or on the mean behind which it lies."""
        for row, line in enumerate(self.table.board.lines):
            if isinstance(line, CellLine):
                if cell in line.cells:
                    self.go(row, line.cells.index(cell))
                    return True
                if cell in line.crowd:
                    self.go(row, 0)
                    return True
        return False

    def go_to_code(self, code: str) -> bool:
        """Puts the cursor on the indicator (or group) of that code."""
        for row, line in enumerate(self.table.board.lines):
            if isinstance(line, CellLine) and line.code.casefold() == code.casefold():
                self.go(row, self._wanted, keep=True)
                return True
        return False

    def go_on(self) -> None:
        """The next cell in the row, then the first of the next row; stays at the end."""
        line = self.line()
        if isinstance(line, CellLine):
            right = [stop for stop in line.stops if stop > self.column]
            if right:
                self.go(self.row, right[0])
                return
        for row in range(self.row + 1, len(self.table.board.lines)):
            line = self.table.line(row)
            if isinstance(line, CellLine) and line.stops and not self.isRowHidden(row):
                self.go(row, line.stops[0])
                return
        self._tell_place()

    def go_open(self, step: int) -> bool:
        """The next (1) or previous (-1) cell that nobody has answered; False if there is none."""
        answers = self.table.answers
        if answers is None:
            return False
        places = [
            (row, column)
            for row, column, cell in self._stops()
            if any(answers.value(one) is None for one in cell)
        ]
        here = (self.row, self.column)
        after = [p for p in places if (p > here if step > 0 else p < here)]
        found = (after or places)[0 if step > 0 else -1] if places else None
        if found is None or found == here:
            return False
        self.go(*found)
        return True

    def _stops(self) -> list[tuple[int, int, tuple[Cell, ...]]]:
        found: list[tuple[int, int, tuple[Cell, ...]]] = []
        for row, line in enumerate(self.table.board.lines):
            if isinstance(line, CellLine):
                if line.crowd:
                    found.append((row, 0, line.crowd))
                found += [(row, at, (cell,)) for at, cell in enumerate(line.cells) if cell]
        return found

    def go_dimension(self, number: int) -> None:
        """The first row of a dimension."""
        for row, line in enumerate(self.table.board.lines):
            if line.dimension == number and isinstance(line, CellLine) and line.stops:
                self.go(row, self._wanted, keep=True)
                top = max(0, row - 1)
                self.scrollTo(self.table.index(top, 0), QAbstractItemView.ScrollHint.PositionAtTop)
                return

    def rest_of_row(self) -> tuple[Cell, ...]:
        """The cells from the cursor to the end of its row."""
        line = self.line()
        if not isinstance(line, CellLine):
            return ()
        return tuple(cell for cell in line.cells[self.column :] if cell is not None)

    # Keys and pointer

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and self._is_ours(event):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and self._on_key(event):
                return True
        return super().event(event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        """Tab and `?` go elsewhere in other views; here they belong to the desk."""
        return event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) or event.text() == "?"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._on_key(event):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif event.key() in _MOVES and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._move(*_MOVES[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._move_to_edge(first=event.key() == Qt.Key.Key_Home)
        else:
            event.ignore()

    def _enter(self) -> None:
        line = self.line()
        if isinstance(line, GroupLine):
            self.fold(line.number, line.number not in self.folded)
        else:
            self.entered.emit()

    def _move(self, down: int, right: int) -> None:
        line = self.line()
        if right:
            if isinstance(line, GroupLine):
                self.fold(line.number, right < 0)
                return
            stops = line.stops if line is not None else ()
            beyond = [s for s in stops if (s > self.column if right > 0 else s < self.column)]
            if beyond:
                self.go(self.row, min(beyond) if right > 0 else max(beyond))
            return
        row = self.row + down
        while self.table.line(row) is not None and self._is_passed(row):
            row += down
        if self.table.line(row) is not None:
            self.go(row, self._wanted, keep=True)

    def _is_passed(self, row: int) -> bool:
        line = self.table.line(row)
        return self.isRowHidden(row) or (isinstance(line, CellLine) and not line.stops)

    def _move_to_edge(self, *, first: bool) -> None:
        line = self.line()
        stops = line.stops if isinstance(line, CellLine) else ()
        if stops:
            self.go(self.row, stops[0] if first else stops[-1])

    def _place_of(self, event: QMouseEvent) -> tuple[int, int]:
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return -1, -1
        line = self.table.line(index.row())
        if index.column() < FIRST or isinstance(line, GroupLine):
            return index.row(), -1
        spans = isinstance(line, CellLine) and line.spans
        return index.row(), 0 if spans else index.column() - FIRST + self.table.offset

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row, column = self._place_of(event)
        line = self.table.line(row)
        if line is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self.go(row, self.column if column < 0 else column)
        if isinstance(line, GroupLine) and event.position().x() < 30 + 14 * line.level:
            self.fold(line.number, line.number not in self.folded)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._place_of(event)[0] == self.row:
            self._enter()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._place_of(event)
        if place != self.hovered:
            self.hovered = place
            self.refresh()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.hovered = (-1, -1)
            self.refresh()
        if event.type() == QEvent.Type.ToolTip:
            return self._show_tip(event)
        return super().viewportEvent(event)

    def _show_tip(self, event: Any) -> bool:
        index = self.indexAt(event.pos())
        line = self.table.line(index.row()) if index.isValid() else None
        text = line.title if isinstance(line, CellLine) and index.column() == 1 else ""
        QToolTip.showText(event.globalPos(), safe_tip(text), self)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.refresh()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.row >= 0:
            self._bring_row_in()

    # Where things are, for the editor of numbers

    def cell_rect(self) -> QRect:
        """The field of the cursor within the viewport."""
        line = self.line()
        spans = isinstance(line, CellLine) and line.spans
        at = FIRST if spans else FIRST + self.column - self.table.offset
        rect = self.visualRect(self.table.index(self.row, at))
        return rect.adjusted(0, 0, self.columnWidth(FIRST) - rect.width(), -1)

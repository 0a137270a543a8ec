"""The grid's model: rows of a board under a window of its columns. Reads no database."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.domain.answer import decode
from desktop.views.assessment.answers import Answers
from desktop.views.assessment.board import Board, Cell, CellLine, GroupLine, Line
from desktop.wording import _, numbers, scoring

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
FIRST = 2
"""Columns before the cells: code and title."""
LINE = Qt.ItemDataRole.UserRole + 1
_EMPTY = Board((), (), "")


class GridTable(QAbstractTableModel):
    """Only `room` of the board's columns are shown, from `offset` on: the rest is scrolled."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.board = _EMPTY
        self.answers: Answers | None = None
        self.offset = 0
        self.room = 0

    def show(self, board: Board, answers: Answers) -> None:
        """Another board."""
        self.beginResetModel()
        self.board, self.answers = board, answers
        self.offset, self.room = 0, len(board.heads)
        self.endResetModel()

    def show_window(self, offset: int, room: int) -> bool:
        """Other columns of the board; whether that changed anything."""
        room = max(1, min(room, len(self.board.heads)))
        offset = max(0, min(offset, len(self.board.heads) - room))
        if (offset, room) == (self.offset, self.room):
            return False
        self.beginResetModel()
        self.offset, self.room = offset, room
        self.endResetModel()
        return True

    def line(self, row: int) -> Line | None:
        """The line of a row."""
        return self.board.lines[row] if 0 <= row < len(self.board.lines) else None

    def cell_at(self, row: int, column: int) -> Cell | None:
        """The cell in a column of the board; None for groups, means and what is not asked."""
        line = self.line(row)
        if not isinstance(line, CellLine) or not 0 <= column < len(line.cells):
            return None
        return line.cells[column]

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.board.lines)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else FIRST + self.room

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(line, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line, index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if section < FIRST:
            shown = role == Qt.ItemDataRole.DisplayRole and section == 1
            return self.board.caption if shown else None
        head = self.board.heads[self.offset + section - FIRST]
        if role == Qt.ItemDataRole.DisplayRole:
            return head.title
        return head.tip if role == Qt.ItemDataRole.ToolTipRole else None

    # In words

    def _text(self, line: Line, column: int) -> str:
        if isinstance(line, GroupLine):
            return line.title if column == 0 else ""
        if column < FIRST:
            return (line.code, line.title)[column]
        cell = self._cell(line, column)
        if cell is None or self.answers is None:
            return ""
        return self.answers.text(cell).text

    def _cell(self, line: CellLine, column: int) -> Cell | None:
        at = 0 if line.spans else self.offset + column - FIRST
        return line.cells[at] if at < len(line.cells) else None

    def _spoken(self, line: Line, column: int) -> str:
        assert self.answers is not None
        if isinstance(line, GroupLine):
            node = self.answers.score.nodes[line.number] if self.answers.score.nodes else None
            count = f", {node.answered} / {node.applicable}" if node else ""
            return f"{line.title}, {line.remark}{count}"
        if column < FIRST:
            return f"{line.code} {line.title}"
        return ", ".join(part for part in self._parts(line, column) if part)

    def _parts(self, line: CellLine, column: int) -> Sequence[str]:
        assert self.answers is not None
        name = f"{line.code} {line.title}"
        if line.missing:
            return (name, line.missing)
        if line.crowd:
            crowd = self.answers.crowd(line.crowd)
            mean = numbers.decimal(crowd.mean, 1)
            words = _("rata-rata {mean} dari {n} responden")
            return (name, words.format(mean=mean, n=crowd.answered))
        head = "" if line.spans else self.board.heads[self.offset + column - FIRST].tip
        cell = self._cell(line, column)
        if cell is None:
            return (name, head, _("tidak ditanyakan"))
        return (name, head, spoken_answer(self.answers, cell))


def spoken_answer(answers: Answers, cell: Cell) -> str:
    """An answer as a screen reader says it."""
    value = answers.value(cell)
    if value is None:
        return scoring.not_assessed()
    indicator = answers.indicator(cell.number)
    if value < 0:
        why = scoring.reason(decode(indicator, value).reason or "")
        return _("tidak berlaku: {reason}").format(reason=why)
    return _("nilai {value}").format(value=answers.text(cell).text)

"""Lists: one table model over records and columns, one view. Neither reads a database."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from operator import attrgetter
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.views import paint
from desktop.views.clickable import by_keyboard
from desktop.views.columns import Column, Group, widths, words_of
from desktop.views.delegate import COLUMN, ITEM, STATE, Delegate
from desktop.views.heads import Head
from desktop.views.theme import HEAD, ROW, ROW_GROUP, ROW_TWO_LINES

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class RecordTable(QAbstractTableModel):
    """Rows of frozen records (and Groups between them) under columns."""

    def __init__(
        self,
        columns: Sequence[Column[Any]],
        *,
        id_of: Callable[[Any], Hashable] = attrgetter("id"),
        state_of: Callable[[Any], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: list[Any] = []
        self._id_of, self._state_of = id_of, state_of
        self._more: Callable[[], Sequence[Any]] | None = None

    def show(self, rows: Sequence[Any], more: Callable[[], Sequence[Any]] | None = None) -> None:
        """Other rows. `more` fetches the next page of a long list; an empty page ends it."""
        self.beginResetModel()
        self.rows, self._more = list(rows), more
        self.endResetModel()

    def show_columns(self, columns: Sequence[Column[Any]]) -> None:
        """Other columns over the same rows."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self.endResetModel()

    def id_at(self, row: int) -> Hashable | None:
        """The id of a row's record; None for a group."""
        item = self.rows[row]
        return None if isinstance(item, Group) else self._id_of(item)

    def row_of(self, wanted: Hashable) -> int | None:
        """The row of a record by its id."""
        for row in range(len(self.rows)):
            if self.id_at(row) == wanted:
                return row
        return None

    def is_record(self, row: int) -> bool:
        """Whether a row is a record and not a heading."""
        return 0 <= row < len(self.rows) and not isinstance(self.rows[row], Group)

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def canFetchMore(self, parent: AnyIndex) -> bool:
        return self._more is not None

    def fetchMore(self, parent: AnyIndex) -> None:
        page = self._more() if self._more is not None else ()
        if not page:
            self._more = None
            return
        first = len(self.rows)
        self.beginInsertRows(QModelIndex(), first, first + len(page) - 1)
        self.rows.extend(page)
        self.endInsertRows()

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid() or not self.is_record(index.row()):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item, column = self.rows[index.row()], self.columns[index.column()]
        if role == ITEM:
            return item
        if isinstance(item, Group):
            return item.title if role == Qt.ItemDataRole.DisplayRole else None
        if role == COLUMN:
            return column
        if role == STATE:
            return self._state_of(item) if self._state_of is not None else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return words_of(column, item)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {words_of(column, item)}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == COLUMN:
            return self.columns[section]
        return self.columns[section].title if role == Qt.ItemDataRole.DisplayRole else None


class _Viewport(QWidget):
    """As Qt makes it; but for one that Qt made, PySide first makes all classes of widgets, in
    search of the one it is: a twelfth of the floor of a start."""

    def __init__(self) -> None:
        super().__init__()
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)


class RecordList(QTableView):
    """A list of records: keys, Enter opens, the chosen record is kept by its id."""

    chosen = Signal(object)
    """The record that is chosen now, or None."""
    opened = Signal(object)
    """Enter or double click on a record."""

    paints_rows = False

    def __init__(
        self,
        columns: Sequence[Column[Any]],
        *,
        name: str,
        id_of: Callable[[Any], Hashable] = attrgetter("id"),
        state_of: Callable[[Any], str] | None = None,
        row_height: int = 0,
        ground: str = "page",
    ) -> None:
        super().__init__()
        self.hovered = -1
        self._ringed = False
        self._empty: QWidget | None = None
        self._quiet = False
        self._told: Hashable | None = None
        self.setAccessibleName(name)
        if ground != "page":
            self.setProperty("g", ground)
        self.table = RecordTable(columns, id_of=id_of, state_of=state_of, parent=self)
        self._row_height = row_height or _height(columns)
        self._dress()
        self.setModel(self.table)
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.doubleClicked.connect(lambda _index: self._open())

    def _dress(self) -> None:
        self.setViewport(_Viewport())
        self.setItemDelegate(Delegate(self))
        self.setHorizontalHeader(Head(self))
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(20)
        self.verticalHeader().setDefaultSectionSize(self._row_height)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.verticalScrollBar().setSingleStep(self._row_height // 2)

    # What pages use

    def show_records(
        self, rows: Sequence[Any], more: Callable[[], Sequence[Any]] | None = None
    ) -> None:
        """Other records (and Groups); place and chosen record stay if they are still there."""
        kept, place = self.chosen_id(), self.verticalScrollBar().value()
        self._quiet = True
        self.table.show(rows, more)
        self._lay_out()
        self._span_groups()
        found = None if kept is None else self.table.row_of(kept)
        if found is not None:
            self.setCurrentIndex(self.table.index(found, 0))
        self._quiet = False
        self.verticalScrollBar().setValue(place)
        self._show_empty()
        if kept is not None and found is None:
            self._told = None
            self.chosen.emit(None)

    def current(self) -> Any | None:
        """The chosen record, or None."""
        row = self.currentIndex().row()
        return self.table.rows[row] if self.table.is_record(row) else None

    def chosen_id(self) -> Hashable | None:
        """The chosen record's id, or None."""
        row = self.currentIndex().row()
        return self.table.id_at(row) if self.table.is_record(row) else None

    def select(self, wanted: Hashable | None, *, tell: bool = True) -> bool:
        """Chooses a record by id (None: none) and scrolls to it; False if it is not here."""
        self._quiet = not tell
        row = None if wanted is None else self.table.row_of(wanted)
        if row is None:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        else:
            self.setCurrentIndex(self.table.index(row, 0))
        self._quiet = False
        self._told = self.chosen_id()
        return row is not None

    def select_first(self) -> None:
        """Chooses the first record, if there is one."""
        for row in range(len(self.table.rows)):
            if self.table.is_record(row):
                self.setCurrentIndex(self.table.index(row, 0))
                return

    def set_empty(self, widget: QWidget) -> None:
        """What stands in the list's place while it is empty."""
        if self._empty is not None:
            self._empty.hide()
            self._empty.deleteLater()
        self._empty = widget
        widget.setParent(self)
        self._show_empty()

    # How it behaves

    def keyboardSearch(self, search: str) -> None:
        """Letters belong to the page's keys, not to a search by typing."""

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        index = super().moveCursor(action, modifiers)
        back = action in (
            QAbstractItemView.CursorAction.MoveUp,
            QAbstractItemView.CursorAction.MovePageUp,
            QAbstractItemView.CursorAction.MoveEnd,
        )
        row = index.row()
        while 0 <= row < len(self.table.rows) and not self.table.is_record(row):
            row += -1 if back else 1
        inside = 0 <= row < len(self.table.rows)
        return self.table.index(row, 0) if inside else self.currentIndex()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._ringed = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
            return
        if event.key() in _STEPS and not self.currentIndex().isValid():
            self.select_first()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._ringed = False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(round(event.position().y())))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._quiet = True  # Qt makes the first row current without choosing it
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            self.setCurrentIndex(QModelIndex())
        self._quiet = False
        self._ringed = by_keyboard(event)
        if not self.currentIndex().isValid() and by_keyboard(event):
            self.select_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        self._show_empty()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        index = self.currentIndex()
        if not (self._ringed and self.hasFocus() and index.isValid()):
            return
        area = self.visualRect(index)
        painter = QPainter(self.viewport())
        box = QRectF(0, area.y(), self.viewport().width(), area.height() - 1)
        paint.ring(painter, box, 4)

    def sizeHint(self) -> QSize:
        return QSize(320, 240)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, HEAD + self._row_height)

    def _hover(self, row: int) -> None:
        row = row if self.table.is_record(row) else -1
        if row != self.hovered:
            self.hovered = row
            self.viewport().update()

    def _open(self) -> None:
        record = self.current()
        if record is not None:
            self.opened.emit(record)

    def _tell(self, index: QModelIndex, _before: QModelIndex) -> None:
        if self._quiet:
            return
        now = self.chosen_id()
        if now != self._told:
            self._told = now
            self.chosen.emit(self.current())

    def _lay_out(self) -> None:
        room = self.viewport().width()
        for at, width in enumerate(widths(self.table.columns, room)):
            self.setColumnHidden(at, width == 0)
            if width:
                self.setColumnWidth(at, width)

    def _span_groups(self) -> None:
        self.clearSpans()
        for row, item in enumerate(self.table.rows):
            if isinstance(item, Group):
                self.setSpan(row, 0, 1, max(2, len(self.table.columns)))
                self.setRowHeight(row, ROW_GROUP)
            elif self.rowHeight(row) != self._row_height:
                self.setRowHeight(row, self._row_height)

    def _show_empty(self) -> None:
        if self._empty is None:
            return
        empty = not self.table.rows
        self._empty.setVisible(empty)
        self.horizontalHeader().setVisible(not empty)
        if empty:
            self._empty.setGeometry(self.rect())
            self._empty.raise_()


def _height(columns: Sequence[Column[Any]]) -> int:
    return ROW_TWO_LINES if any(column.kind == "two_line" for column in columns) else ROW

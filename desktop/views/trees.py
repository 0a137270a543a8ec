"""Trees of records: units and products, agreements and their children, the parts of a number."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
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
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTreeView, QWidget

from desktop.views import icons, paint
from desktop.views.clickable import by_keyboard
from desktop.views.columns import Column, widths, words_of
from desktop.views.delegate import COLUMN, ITEM, STATE, Delegate
from desktop.views.heads import Head
from desktop.views.theme import HEAD, ROW_TREE, ROW_TWO_LINES, colour

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Branch:
    """A record and what hangs under it."""

    record: Any
    children: tuple[Branch, ...] = ()


@dataclass(slots=True)
class _Node:
    record: Any
    parent: int
    row: int
    children: list[int]


class RecordTree(QAbstractItemModel):
    """Branches of frozen records under columns."""

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
        self._id_of, self._state_of = id_of, state_of
        self._nodes: list[_Node] = []
        self._tops: list[int] = []

    def show(self, branches: Sequence[Branch]) -> None:
        """Other branches."""
        self.beginResetModel()
        self._nodes = []
        self._tops = [self._grow(branch, -1, row) for row, branch in enumerate(branches)]
        self.endResetModel()

    def _grow(self, branch: Branch, parent: int, row: int) -> int:
        at = len(self._nodes)
        node = _Node(branch.record, parent, row, [])
        self._nodes.append(node)
        node.children = [self._grow(one, at, place) for place, one in enumerate(branch.children)]
        return at

    def id_at(self, index: AnyIndex) -> Hashable | None:
        """The id of a row's record."""
        return self._id_of(self._nodes[index.internalId()].record) if index.isValid() else None

    def index_of(self, wanted: Hashable) -> QModelIndex:
        """Where a record stands; an invalid index if it is not here."""
        for at, node in enumerate(self._nodes):
            if self._id_of(node.record) == wanted:
                return self.createIndex(node.row, 0, at)
        return QModelIndex()

    def every_index(self) -> list[QModelIndex]:
        """All rows that have children."""
        return [self.createIndex(n.row, 0, at) for at, n in enumerate(self._nodes) if n.children]

    def index(self, row: int, column: int, parent: AnyIndex = _ROOT) -> QModelIndex:
        siblings = self._nodes[parent.internalId()].children if parent.isValid() else self._tops
        if not (0 <= row < len(siblings) and 0 <= column < len(self.columns)):
            return QModelIndex()
        return self.createIndex(row, column, siblings[row])

    def parent(self, index: AnyIndex = _ROOT) -> Any:
        if not index.isValid():
            return QModelIndex()
        above = self._nodes[index.internalId()].parent
        return QModelIndex() if above < 0 else self.createIndex(self._nodes[above].row, 0, above)

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        if not parent.isValid():
            return len(self._tops)
        return len(self._nodes[parent.internalId()].children) if parent.column() == 0 else 0

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        return len(self.columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        record = self._nodes[index.internalId()].record
        column = self.columns[index.column()]
        if role == ITEM:
            return record
        if role == COLUMN:
            return column
        if role == STATE:
            return self._state_of(record) if self._state_of is not None else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return words_of(column, record)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {words_of(column, record)}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == COLUMN:
            return self.columns[section]
        return self.columns[section].title if role == Qt.ItemDataRole.DisplayRole else None


class RecordTreeView(QTreeView):
    """A tree of records: chevrons, hairlines, the chosen record and open branches are kept."""

    chosen = Signal(object)
    """The record that is chosen now, or None."""
    opened = Signal(object)
    """Enter or double click on a record."""

    paints_rows = True

    def __init__(
        self,
        columns: Sequence[Column[Any]],
        *,
        name: str,
        id_of: Callable[[Any], Hashable] = attrgetter("id"),
        state_of: Callable[[Any], str] | None = None,
        row_height: int = 0,
        ground: str = "page",
        indent: int = 20,
    ) -> None:
        super().__init__()
        self.hovered = -1
        self._hovered_index = QPersistentModelIndex()
        self._ringed = self._quiet = False
        self._told: Hashable | None = None
        self._empty: QWidget | None = None
        self._shown_once = False
        self.setAccessibleName(name)
        if ground != "page":
            self.setProperty("g", ground)
        two_lines = any(column.kind == "two_line" for column in columns)
        self.row_height = row_height or (ROW_TWO_LINES if two_lines else ROW_TREE)
        self.tree = RecordTree(columns, id_of=id_of, state_of=state_of, parent=self)
        self._dress(indent)
        self.setModel(self.tree)
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.doubleClicked.connect(lambda _index: self._open())

    def _dress(self, indent: int) -> None:
        self.setItemDelegate(_TreeDelegate(self.row_height, self))
        head = Head(self)
        head.setStretchLastSection(False)
        self.setHeader(head)
        self.setIndentation(indent)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    # What pages use

    def show_branches(self, branches: Sequence[Branch]) -> None:
        """Other branches; all open the first time, later as they were; the choice is kept."""
        kept, place = self.chosen_id(), self.verticalScrollBar().value()
        shut = {self.tree.id_at(i) for i in self.tree.every_index() if not self.isExpanded(i)}
        self._quiet = True
        self.tree.show(branches)
        self._lay_out()
        for index in self.tree.every_index():
            self.setExpanded(index, self.tree.id_at(index) not in shut)
        found = QModelIndex() if kept is None else self.tree.index_of(kept)
        if found.isValid():
            self.setCurrentIndex(found)
        self._quiet = False
        self.verticalScrollBar().setValue(place)
        self._show_empty()
        if kept is not None and not found.isValid():
            self._told = None
            self.chosen.emit(None)

    def current(self) -> Any | None:
        """The chosen record, or None."""
        index = self.currentIndex()
        return index.data(ITEM) if index.isValid() else None

    def chosen_id(self) -> Hashable | None:
        """The chosen record's id, or None."""
        return self.tree.id_at(self.currentIndex())

    def select(self, wanted: Hashable | None, *, tell: bool = True) -> bool:
        """Chooses a record by id (None: none) and scrolls to it; False if it is not here."""
        self._quiet = not tell
        index = QModelIndex() if wanted is None else self.tree.index_of(wanted)
        self.setCurrentIndex(index)
        if not index.isValid():
            self.clearSelection()
        self._quiet = False
        self._told = self.chosen_id()
        return index.isValid()

    def select_first(self) -> None:
        """Chooses the first record, if there is one."""
        self.setCurrentIndex(self.tree.index(0, 0))

    def set_empty(self, widget: QWidget) -> None:
        """What stands in the tree's place while it is empty."""
        if self._empty is not None:
            self._empty.hide()
            self._empty.deleteLater()
        self._empty = widget
        widget.setParent(self)
        self._show_empty()

    # How it behaves

    def keyboardSearch(self, search: str) -> None:
        """Letters belong to the page's keys, not to a search by typing."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._ringed = True
        if event.key() in _ENTER:
            self._open()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._ringed = False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(QModelIndex())
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._quiet = True  # Qt makes the first row current without choosing it
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            self.setCurrentIndex(QModelIndex())
        self._quiet = False
        self._ringed = by_keyboard(event)
        if by_keyboard(event) and not self.currentIndex().isValid():
            self.select_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        self._show_empty()

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        box = QRectF(option.rect)
        chosen = self.selectionModel().isRowSelected(index.row(), index.parent())
        hovered = self._hovered_index.isValid() and self._hovered_index == index.sibling(
            index.row(), 0
        )
        if chosen or hovered:
            painter.fillRect(box, colour("soft" if chosen else "hover"))
        super().drawRow(painter, option, index)
        paint.hairline(painter, 0, box.bottom() - 1, self.viewport().width())
        if chosen:
            bar = QRectF(0, box.y(), 3, box.height() - 1)
            painter.fillRect(bar, colour("accent"))

    def drawBranches(self, painter: QPainter, rect: QRect, index: AnyIndex) -> None:
        if self.tree.rowCount(index) == 0:
            return
        name = "down" if self.isExpanded(index) else "right"
        side = QRectF(rect.right() - 15, rect.center().y() - 6, 14, 14)
        icons.draw(painter, name, side, "text2")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        index = self.currentIndex()
        if self._ringed and self.hasFocus() and index.isValid():
            area = self.visualRect(index)
            box = QRectF(0, area.y(), self.viewport().width(), area.height() - 1)
            paint.ring(QPainter(self.viewport()), box, 4)

    def sizeHint(self) -> QSize:
        return QSize(320, 240)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, HEAD + self.row_height)

    def _hover(self, index: QModelIndex) -> None:
        if index.row() == self.hovered and self._hovered_index == index.siblingAtColumn(0):
            return
        self.hovered = index.row()
        self._hovered_index = QPersistentModelIndex(index.siblingAtColumn(0))
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
        for at, width in enumerate(widths(self.tree.columns, self.viewport().width())):
            self.setColumnHidden(at, width == 0)
            if width:
                self.setColumnWidth(at, width)

    def _show_empty(self) -> None:
        if self._empty is None:
            return
        empty = self.tree.rowCount() == 0
        self._empty.setVisible(empty)
        self.header().setVisible(not empty)
        if empty:
            self._empty.setGeometry(self.rect())
            self._empty.raise_()


class _TreeDelegate(Delegate):
    """The same delegate with the tree's row height."""

    def __init__(self, height: int, parent: QObject) -> None:
        super().__init__(parent)
        self._height = height

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(40, self._height)

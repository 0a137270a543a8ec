"""The one delegate of all lists and trees: draws row ground, hairline and the cell's kind."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from desktop.views import paint
from desktop.views.cells import KINDS, Look
from desktop.views.columns import Column, Group, value_of
from desktop.views.labels import safe_tip
from desktop.views.theme import colour

ITEM = Qt.ItemDataRole.UserRole + 1
"""The record (or Group) of a row."""
COLUMN = Qt.ItemDataRole.UserRole + 2
"""The Column of a cell: kind, alignment, role."""
STATE = Qt.ItemDataRole.UserRole + 3
"""The row's state: "", "late" or "locked"."""

AnyIndex = QModelIndex | QPersistentModelIndex


@runtime_checkable
class HoverView(Protocol):
    """A view that knows which row the pointer is on, and whether it draws rows itself."""

    hovered: int
    paints_rows: bool


class Delegate(QStyledItemDelegate):
    """Draws every cell by its column's kind. Views differ only in model and columns."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        item = index.data(ITEM)
        painter.save()
        if isinstance(item, Group):
            self._paint_group(painter, QRectF(option.rect), item)
        else:
            look = self._look(option, index)
            box = QRectF(option.rect)
            if not _paints_rows(option):
                paint_row(painter, box, look, first=index.column() == 0)
            self._paint_cell(painter, box, index, item, look)
        painter.restore()

    def _look(self, option: QStyleOptionViewItem, index: AnyIndex) -> Look:
        column: Column[object] = index.data(COLUMN)
        state = index.data(STATE)
        view = option.widget
        hovered = isinstance(view, HoverView) and view.hovered == index.row()
        return Look(
            role=column.role,
            ink=column.ink,
            right=column.is_right,
            chosen=bool(option.state & QStyle.StateFlag.State_Selected),
            hovered=hovered and not _paints_rows(option),
            late=state == "late" and index.column() == 0,
            locked=state == "locked",
        )

    def _paint_cell(
        self, painter: QPainter, box: QRectF, index: AnyIndex, item: object, look: Look
    ) -> None:
        column: Column[object] = index.data(COLUMN)
        kind = KINDS[column.kind]
        inner = box.adjusted(column.pad, 0, -column.pad, -1)
        kind.paint(painter, inner, value_of(column, item), look)

    def _paint_group(self, painter: QPainter, box: QRectF, group: Group) -> None:
        ink = group.tone or "text2"
        width = paint.width_of(group.title, "caption-strong")
        middle = box.adjusted(8, 6, 0, 0)
        paint.write(painter, middle, group.title, "caption-strong", ink)
        if group.count is not None:
            count = middle.adjusted(width + 20, 0, 0, 0)
            paint.write(painter, count, str(group.count), "caption", "text2")
        paint.hairline(painter, box.x(), box.bottom() - 1, box.width())

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(40, 32)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: AnyIndex,
    ) -> bool:
        """Shows the whole text where a name was cut, or the column's own remark."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return False
        QToolTip.showText(event.globalPos(), safe_tip(self._tip(option, index)), view)
        return True

    def _tip(self, option: QStyleOptionViewItem, index: AnyIndex) -> str:
        column: Column[object] | None = index.data(COLUMN)
        item = index.data(ITEM)
        if column is None or isinstance(item, Group):
            return ""
        if column.tip is not None:
            return column.tip(item)
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        if column.kind == "icon":
            return words
        room = option.rect.width() - 2 * column.pad
        longest = max(words.split(", ") if column.kind == "two_line" else [words], key=len)
        cut = paint.width_of(longest, column.role) > room and column.kind in ("text", "two_line")
        return words if cut else ""


def _paints_rows(option: QStyleOptionViewItem) -> bool:
    view = option.widget
    return isinstance(view, HoverView) and view.paints_rows


def paint_row(painter: QPainter, box: QRectF, look: Look, *, first: bool) -> None:
    """The ground of a row, its hairline, and the bar of the chosen one at the left."""
    if look.chosen:
        painter.fillRect(box, colour("soft"))
    elif look.hovered:
        painter.fillRect(box, colour("hover"))
    paint.hairline(painter, box.x(), box.bottom() - 1, box.width())
    if look.chosen and first:
        painter.fillRect(QRectF(box.x(), box.y(), 3, box.height() - 1), colour("accent"))

"""The grid's delegate and head: they ask the grid where the cursor is and draw by grid_paint."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.views import paint
from desktop.views.assessment.answers import Answers, Crowd
from desktop.views.assessment.board import CellLine, GroupLine
from desktop.views.assessment.grid_paint import (
    CODE_PAD,
    CellLook,
    GroupText,
    cell_box,
    paint_cell,
    paint_crowd,
    paint_group,
    paint_title,
    two_lines,
)
from desktop.views.assessment.grid_table import FIRST, GridTable
from desktop.views.theme import colour
from desktop.views.zones import ZoneMark
from desktop.wording import _, counted, numbers

AnyIndex = QModelIndex | QPersistentModelIndex
HEAD, HEAD_TALL = 34, 46


class Place(Protocol):
    """What the delegate asks of its grid."""

    table: GridTable
    row: int
    column: int
    hovered: tuple[int, int]
    folded: set[int]
    shows_value: bool
    marks: dict[str, ZoneMark]

    def has_ring(self) -> bool: ...
    def is_frozen(self) -> bool: ...


class GridRows(QStyledItemDelegate):
    """Draws group rows, codes, names, cells and means."""

    def __init__(self, grid: QWidget, place: Place) -> None:
        super().__init__(grid)
        self._place = place

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        place, row, column = self._place, index.row(), index.column()
        line, answers = place.table.line(row), place.table.answers
        if line is None or answers is None:
            return
        box, here = QRectF(option.rect), row == place.row
        painter.save()
        if isinstance(line, GroupLine):
            text = group_text(line, answers, place)
            paint_group(painter, box, text, current=here, ringed=here and place.has_ring())
        else:
            _ground(painter, box, here=here, first=column == 0)
            if column == 0:
                code = box.adjusted(CODE_PAD, 0, 0, -1)
                paint.write(painter, code, line.code, "strong", "text2")
            elif column == 1:
                inner = box.adjusted(8, 0, -6, -1)
                paint_title(painter, inner, line.title, "strong" if here else "body")
            else:
                self._paint_cell(painter, box, line, answers, row, column - FIRST)
        painter.restore()

    def _paint_cell(
        self, painter: QPainter, box: QRectF, line: CellLine, answers: Answers, row: int, at: int
    ) -> None:
        place, here = self._place, row == self._place.row
        spans = line.spans
        column = 0 if spans else at + place.table.offset
        field = QRectF(box.x(), box.y(), self._field_width(box, spans=spans), box.height() - 1)
        look = CellLook(
            current=here and (spans or column == place.column),
            in_row=here,
            hovered=place.hovered == (row, column),
            frozen=place.is_frozen(),
        )
        inner = cell_box(field)
        if line.missing:
            paint.write(painter, box.adjusted(8, 0, -6, -1), line.missing, "caption", "text2")
            return
        if line.crowd:
            crowd = answers.crowd(line.crowd)
            paint_crowd(painter, inner, crowd, look)
            rest = box.adjusted(field.width() + 6, 0, -6, -1)
            _paint_people(painter, rest, crowd, here=here)
            return
        cell = line.cells[column] if column < len(line.cells) else None
        if cell is None:
            return
        paint_cell(painter, inner, answers.text(cell), look)
        if line.shared:
            words = _("satu jawaban untuk unit")
            rest = box.adjusted(field.width() - 2, 0, -6, -1)
            if rest.width() > paint.width_of(words, "caption"):
                paint.write(painter, rest, words, "caption", "text2")

    def _field_width(self, box: QRectF, *, spans: bool) -> float:
        room = self._place.table.room
        return box.width() / room if spans and room else box.width()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(40, 40)


def _ground(painter: QPainter, box: QRectF, *, here: bool, first: bool) -> None:
    if here:
        painter.fillRect(box, colour("soft"))
    paint.hairline(painter, box.x(), box.bottom() - 1, box.width())
    if here and first:
        painter.fillRect(QRectF(box.x(), box.y(), 3, box.height() - 1), colour("accent"))


def _paint_people(painter: QPainter, box: QRectF, crowd: Crowd, *, here: bool) -> None:
    words = _("{n} dari {of} responden").format(n=crowd.answered, of=crowd.of)
    if crowd.answered == crowd.of:
        words = counted("{n} responden", "{n} responden", crowd.of)
    wide = paint.width_of(words, "caption")
    if box.width() >= wide:
        paint.write(painter, box, words, "caption", "text2")
    cap = paint.width_of("Enter", "caption") + 14
    if here and box.width() > wide + cap + 12:
        paint.keycap(painter, QRectF(box.x() + wide + 10, box.center().y() - 9, cap, 18), "Enter")


def group_text(line: GroupLine, answers: Answers, place: Place) -> GroupText:
    """The texts of a group row from the live score."""
    nodes = answers.score.nodes
    folded = line.number in place.folded
    if not nodes:
        return GroupText(line.title, line.remark, line.level, folded, "")
    score = nodes[line.number]
    value, mark = "", None
    if place.shows_value and score.value is not None and score.zone is not None:
        value, mark = numbers.decimal(score.value), place.marks.get(score.zone.code)
    count = f"{score.answered}/{score.applicable}"
    return GroupText(line.title, line.remark, line.level, folded, count, value, mark)


class GridHead(QHeaderView):
    """Names over the columns, centred, in one or two lines."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(0)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.locked = False
        self.fit()

    def fit(self) -> None:
        """Two lines where some name needs them."""
        model = self.model()
        count = model.columnCount() if model is not None else 0
        horizontal = Qt.Orientation.Horizontal
        tall = any(
            len(two_lines(model.headerData(at, horizontal) or "", "caption-strong", self._room(at)))
            > 1
            for at in range(FIRST, count)
        )
        self.setFixedHeight(HEAD_TALL if tall else HEAD)

    def _room(self, section: int) -> int:
        return self.sectionSize(section) - 6

    def sizeHint(self) -> QSize:
        return QSize(0, self.height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        box = QRectF(rect)
        paint.hairline(painter, box.x(), box.bottom(), box.width() + 1)
        text = self.model().headerData(section, Qt.Orientation.Horizontal) or ""
        if section < FIRST:
            inner = box.adjusted(8, 0, 0, 0)
            paint.write(painter, inner, text, "caption-strong", "text2")
            return
        lines = two_lines(text, "caption-strong", self._room(section))
        top = box.center().y() - 8 * len(lines)
        for at, one in enumerate(lines):
            line = QRectF(box.x() + 3, top + 16 * at, box.width() - 6, 16)
            middle = Qt.AlignmentFlag.AlignHCenter
            paint.write(painter, line, one, "caption-strong", "text2", middle)

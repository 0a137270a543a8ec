"""The head of lists and trees."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.views import paint
from desktop.views.columns import Column
from desktop.views.delegate import COLUMN
from desktop.views.theme import HEAD


class Head(QHeaderView):
    """The head of a list: captions in 9 pt on the list's own ground, a hairline below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(0)
        self.setFixedHeight(HEAD)

    def sizeHint(self) -> QSize:
        return QSize(0, HEAD)

    def paintSection(self, painter: QPainter, rect: Any, section: int) -> None:
        model = self.model()
        horizontal = Qt.Orientation.Horizontal
        column: Column[Any] | None = model.headerData(section, horizontal, COLUMN)
        box = QRectF(rect)
        paint.hairline(painter, box.x(), box.bottom() - 1, box.width())
        if column is None:
            return
        fits = paint.width_of(column.title, "caption-strong") <= box.width() - 2 * column.pad
        pad = column.pad if fits else min(3, column.pad)
        right = column.is_right
        align = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        if column.align == "center":
            align = Qt.AlignmentFlag.AlignHCenter
        inner = box.adjusted(pad, 0, -pad, 0)
        paint.write(painter, inner, column.title, "caption-strong", "text3", align)

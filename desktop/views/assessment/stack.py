"""Parts under each other in a column that scrolls, each as high as its width needs, no more.

Qt's layouts keep heights of texts that are gone; in the inspector, whose texts change with every
key, that squeezes what lies below. Here the heights are asked anew at every change.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views.labels import Label


class Prose(Label):
    """A text of several lines; its height follows its width, and nothing else."""

    def __init__(self, role: str = "body", tone: str = "") -> None:
        super().__init__("", role, tone)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.fontMetrics().height())


class Stack(QWidget):
    """The column: parts with the gap above each; hidden parts take no room."""

    def __init__(self, left: int, top: int, right: int, bottom: int) -> None:
        super().__init__()
        self._margins = (left, top, right, bottom)
        self._parts: list[tuple[QWidget, int]] = []

    def put(self, part: QWidget, gap: int = 0) -> None:
        """The next part."""
        part.setParent(self)
        self._parts.append((part, gap))

    def arrange(self) -> None:
        """Places all parts in sight and takes the height they need."""
        left, y, right, bottom = self._margins
        width = self.width() - left - right
        for part, gap in self._parts:
            if part.isHidden():
                continue
            y += gap
            height = _height(part, width)
            part.setGeometry(left, y, width, height)
            y += height
        self.setMinimumHeight(y + bottom)

    def event(self, event: QEvent) -> bool:
        """A part asks for another height: all are placed anew."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()


def _height(part: QWidget, width: int) -> int:
    part.ensurePolished()
    wanted = part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()
    return max(part.minimumHeight(), min(part.maximumHeight(), wanted))

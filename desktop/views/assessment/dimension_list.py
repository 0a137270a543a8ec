"""The dimension column: each dimension with its progress; a click or PgUp/PgDn jumps there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.score import UnitScore
from desktop.views import paint
from desktop.views.assessment.board import Dimension
from desktop.views.assessment.options import KeyLine, OptionText
from desktop.views.cards import Clickable
from desktop.views.forms import Scroll
from desktop.views.labels import Label
from desktop.views.theme import colour
from desktop.wording import _

WIDTH = 188


class DimensionItem(Clickable):
    """Name, x/y and a bar of 4 px; the present one stands on soft ground."""

    def __init__(self, dimension: Dimension) -> None:
        super().__init__(dimension.title, 40)
        self.number = dimension.number
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setToolTip(dimension.title)
        self._done, self._of = 0, 0

    def show_part(self, done: int, of: int) -> None:
        """How much of it is answered."""
        if (done, of) != (self._done, self._of):
            self._done, self._of = done, of
            self.setAccessibleName(f"{self.text()}, {done} / {of}")
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        here = self.isChecked()
        box = QRectF(self.rect()).adjusted(8, 0, -8, 0)
        if here or self.underMouse():
            paint.rounded(painter, box, 6, colour("soft" if here else "hover"))
        inner = box.adjusted(12, 0, -12, 0)
        count = f"{self._done}/{self._of}"
        wide = paint.width_of(count) + 6
        words = QRectF(inner.x(), 4, inner.width() - wide, 24)
        role, ink = ("strong", "accent_text") if here else ("body", "text")
        paint.write(painter, words, self.text(), role, ink)
        right = Qt.AlignmentFlag.AlignRight
        numbers = QRectF(inner.right() - wide, 4, wide, 24)
        paint.write(painter, numbers, count, "body", "accent_text" if here else "text2", right)
        share = self._done / self._of if self._of else 0.0
        done = bool(self._of) and self._done >= self._of
        bar = QRectF(inner.x(), 30, inner.width(), 4)
        ground = "soft_line" if here else "line"
        paint.bar(painter, bar, share, ink="ok" if done else "accent", ground=ground)


class DimensionList(QWidget):
    """All dimensions, and at the foot the key that shows all keys."""

    wanted = Signal(int)
    keys_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("g", "sunken")
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(_("Dimensi"))
        self.items: list[DimensionItem] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.more = KeyLine(large=False)
        self.more.show_keys(OptionText("?", _("semua tombol")))
        self.more.picked.connect(self.keys_wanted)
        self._build()

    def _build(self) -> None:
        inner = QWidget()
        inner.setProperty("g", "clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._list)
        column.addStretch(1)
        caption = Label(_("Dimensi"), "caption-strong", "text2")
        caption.setContentsMargins(20, 0, 0, 0)
        self.more.setContentsMargins(0, 0, 0, 0)
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 0, 8, 0)
        foot.addWidget(self.more)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 10, 0, 8)
        box.setSpacing(6)
        box.addWidget(caption)
        box.addWidget(Scroll(inner), 1)
        box.addLayout(foot)

    def show_dimensions(self, dimensions: Sequence[Dimension]) -> None:
        """The dimensions of another instrument."""
        for item in self.items:
            self._list.removeWidget(item)
            item.hide()
            item.deleteLater()
        self.items = [DimensionItem(dimension) for dimension in dimensions]
        for item in self.items:
            self._list.addWidget(item)
            item.clicked.connect(lambda _on=False, number=item.number: self._want(number))

    def show_score(self, score: UnitScore) -> None:
        """The progress of each."""
        for item in self.items:
            if score.nodes:
                node = score.nodes[item.number]
                item.show_part(node.answered, node.applicable)

    def show_here(self, number: int) -> None:
        """Which one the cursor is in."""
        for item in self.items:
            item.setChecked(item.number == number)

    def _want(self, number: int) -> None:
        self.show_here(number)
        self.wanted.emit(number)

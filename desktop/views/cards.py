"""Rows and cards that can be clicked: next steps, due counts, the welcome cards, side groups."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from desktop.views import icons, paint
from desktop.views.clickable import Clickable
from desktop.views.labels import safe_tip


class WideRow(Clickable):
    """A clickable row that takes all the width there is."""

    def __init__(self, name: str, height: int, on: Callable[[], object] | None = None) -> None:
        super().__init__(name, height, on)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class StepRow(WideRow):
    """A numbered next step, 30 px: circle, sentence, remark, chevron."""

    def __init__(
        self, number: int, text: str, remark: str = "", on: Callable[[], object] | None = None
    ) -> None:
        super().__init__(text, 30, on)
        self._number, self._remark = number, remark

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_ground(painter, 5)
        paint.numeral(painter, QRectF(0, 5, 20, 20), self._number)
        right = paint.width_of(self._remark) + 8
        words = QRectF(30, 0, self.width() - 30 - right - 24, 30)
        paint.write(painter, words, self.text())
        remark = QRectF(self.width() - 24 - right, 0, right, 30)
        paint.write(painter, remark, self._remark, "body", "text2", paint.RIGHT)
        icons.draw(painter, "right", QRectF(self.width() - 18, 8, 14, 14), "text2")


class LinkRow(WideRow):
    """A record that is kept elsewhere, 30 px: icon, name, remark, chevron; a click goes there."""

    def __init__(
        self, icon: str, text: str, remark: str = "", on: Callable[[], object] | None = None
    ) -> None:
        super().__init__(text, 30, on)
        self._icon, self._remark = icon, remark
        self.setAccessibleDescription(remark)
        self.setToolTip(safe_tip(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_ground(painter, 5)
        icons.draw(painter, self._icon, QRectF(1, 7, 16, 16), "text2")
        right = paint.width_of(self._remark, "caption") + 8
        words = QRectF(26, 0, self.width() - 26 - right - 26, 30)
        paint.write(painter, words, self.text())
        remark = QRectF(self.width() - 24 - right, 0, right, 30)
        paint.write(painter, remark, self._remark, "caption", "text2", paint.RIGHT)
        icons.draw(painter, "right", QRectF(self.width() - 20, 8, 14, 14), "text2")


class CountButton(WideRow):
    """A count that filters, 60 px: number 16 pt and word; one of a group is chosen."""

    def __init__(self, word: str, count: int = 0, *, late: bool = False) -> None:
        super().__init__(word, 60)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self._late = late
        self.show_count(count)

    def show_count(self, count: int) -> None:
        """Another count."""
        self.count = count
        self.setAccessibleName(f"{self.text()}: {count}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(118, 60)

    def minimumSizeHint(self) -> QSize:
        return QSize(72, 60)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_ground(painter, 8, "surface", "line")
        late = self._late and self.count > 0
        chosen = self.isChecked()
        width = self.width() - 22
        ink = "danger" if late else "text"
        paint.write(painter, QRectF(14, 6, width, 30), str(self.count), "title", ink)
        role = "caption-strong" if chosen else "caption"
        word = QRectF(14, 34, width, 20)
        paint.write(painter, word, self.text(), role, "accent_text" if chosen else "text2")


class Card(WideRow):
    """A welcome card, 78 px: icon, head, sentence, chevron; `first` stands on soft ground."""

    def __init__(
        self,
        icon: str,
        head: str,
        sentence: str,
        on: Callable[[], object] | None = None,
        *,
        first: bool = False,
    ) -> None:
        super().__init__(head, 78, on)
        self._icon, self._sentence, self._first = icon, sentence, first
        self.setAccessibleDescription(sentence)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground, edge = ("soft", "soft_line") if self._first else ("surface", "line")
        self.paint_ground(painter, 10, ground, edge)
        icons.draw(painter, self._icon, QRectF(22, 27, 24, 24), "accent_text")
        room = self.width() - 66 - 48
        paint.write(painter, QRectF(66, 14, room, 26), self.text(), "head")
        paint.write(painter, QRectF(66, 40, room, 22), self._sentence, "body", "text2")
        icons.draw(painter, "right", QRectF(self.width() - 33, 31, 16, 16), "text2")


class GroupItem(WideRow):
    """An item of a side list of groups (Pengaturan), 36 px; one is chosen."""

    def __init__(self, text: str, on: Callable[[], object] | None = None) -> None:
        super().__init__(text, 36, on)
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_ground(painter, 6)
        role, ink = ("strong", "accent_text") if self.isChecked() else ("body", "text")
        paint.write(painter, QRectF(12, 0, self.width() - 20, 36), self.text(), role, ink)


class RecentRow(WideRow):
    """A file that was open before, 47 px: icon, name, folder, when."""

    def __init__(
        self, name: str, folder: str, when: str, on: Callable[[], object] | None = None
    ) -> None:
        super().__init__(name, 47, on)
        self._folder, self._when = folder, when

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_ground(painter, 6)
        icons.draw(painter, "file", QRectF(2, 14, 18, 18), "text2")
        right = paint.width_of(self._when, "caption") + 6
        room = self.width() - 32 - right - 8
        paint.write(painter, QRectF(32, 4, room, 20), self.text(), "strong")
        paint.write(painter, QRectF(32, 22, room, 18), self._folder, "caption", "text3")
        box = QRectF(self.width() - right, 0, right, 47)
        paint.write(painter, box, self._when, "caption", "text2", paint.RIGHT)

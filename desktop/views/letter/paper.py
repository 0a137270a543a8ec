"""The PDF's own pages on the desk: fitted to the width, scrolled, larger and smaller."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from desktop.views import paint
from desktop.views.clickable import by_keyboard
from desktop.views.theme import colour
from desktop.wording import _

EDGE, GAP = 24, 18
"""Least desk at the sides; desk above, between and below the pages."""
PORTRAIT, SHARE, WIDEST = 584, 0.783, 1000
"""Width of an upright page: the picture's, its share of a wider desk, and its limit."""
STEPS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
SHADOW = 6


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on a page in points from its upper left corner: what the focused field says."""

    page: int
    x: float
    y: float
    width: float
    height: float


class PaperView(QAbstractScrollArea):
    """Pages by size and picture. `wanted` asks for pictures of the pages in sight."""

    wanted = Signal()
    page_shown = Signal(int)
    """The page (from 0) that fills most of the view."""
    left = Signal()
    """Esc."""

    def __init__(self) -> None:
        super().__init__()
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._images: dict[int, QImage] = {}
        self._marks: tuple[Mark, ...] = ()
        self._words, self._zoom, self._page = "", STEPS.index(1.0), -1
        self._stale = self._ringed = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Pratinjau surat"))
        self.verticalScrollBar().setSingleStep(40)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._on_scroll)

    # What is shown

    def show_pages(
        self, sizes: Sequence[tuple[float, float]], images: Mapping[int, QImage]
    ) -> None:
        """Another document: sizes in points, pictures of the pages in sight. The place is kept."""
        if len(sizes) != len(self._sizes) or not sizes:
            self._page = -1
        self._sizes, self._images = tuple(sizes), dict(images)
        self._stale = False
        self._lay_out()
        self._on_scroll()

    def put(self, images: Mapping[int, QImage]) -> None:
        """Pictures that were asked for."""
        self._images.update(images)
        self.viewport().update()

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """What is marked on the paper; only on the screen, never printed."""
        self._marks = tuple(marks)
        self.viewport().update()

    def show_words(self, words: str) -> None:
        """No paper, but why there is none."""
        self._words = words
        self.show_pages((), {})

    def grey(self) -> None:
        """What is shown is not what the fields say now."""
        self._stale = True
        self.viewport().update()

    def to_top(self) -> None:
        """The first page from its upper edge."""
        self.verticalScrollBar().setValue(0)

    # Measures

    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    def page(self) -> int:
        """The page (from 0) that is looked at; -1 without pages."""
        return self._page

    def is_stale(self) -> bool:
        """Whether the paper is shown greyed."""
        return self._stale

    def image(self, page: int) -> QImage | None:
        """The picture of a page, once it is there."""
        return self._images.get(page)

    def scale(self) -> float:
        """Logical pixels per point."""
        if not self._sizes:
            return 1.0
        widest = max(wide for wide, _high in self._sizes)
        upright = all(wide < high for wide, high in self._sizes)
        # with or without its scroll bar the desk counts as one width, or the two would take turns
        desk = self.width() - self.verticalScrollBar().sizeHint().width()
        room = desk - 2 * EDGE
        least = min(WIDEST, max(PORTRAIT, SHARE * desk))
        fitted = min(room, least) if upright else room
        return max(80, fitted) * STEPS[self._zoom] / widest

    def pixel_scale(self) -> float:
        """Screen pixels per point."""
        return self.scale() * self.devicePixelRatioF()

    def pages_in_sight(self) -> tuple[int, ...]:
        """The pages of which something can be seen, and the one after."""
        top = self.verticalScrollBar().value()
        low = top + self.viewport().height() * 2
        boxes = self._boxes()
        return tuple(n for n, box in enumerate(boxes) if box.bottom() > top and box.top() < low)

    def missing(self) -> tuple[int, ...]:
        """The pages in sight without a sharp picture."""
        return tuple(n for n in self.pages_in_sight() if not self._is_sharp(n))

    def _is_sharp(self, page: int) -> bool:
        image = self._images.get(page)
        wide = self._sizes[page][0] * self.pixel_scale()
        return image is not None and abs(image.width() - wide) < 2

    def _boxes(self) -> list[QRectF]:
        """Each page from the upper left corner of the whole desk, on whole screen pixels."""
        scale, ratio, y = self.scale(), self.devicePixelRatioF(), float(GAP)
        room = max(self.viewport().width(), self._width() + 2 * EDGE)
        found: list[QRectF] = []
        for wide, high in self._sizes:
            x = round((room - wide * scale) / 2 * ratio) / ratio
            found.append(QRectF(x, y, wide * scale, high * scale))
            y = round((y + high * scale + GAP) * ratio) / ratio
        return found

    def _width(self) -> float:
        return max((wide for wide, _high in self._sizes), default=0.0) * self.scale()

    # Scrolling and size

    def zoom(self, step: int) -> None:
        """Larger, smaller; 0 fits the width again."""
        at = self._zoom + step if step else STEPS.index(1.0)
        kept = self._middle()
        self._zoom = min(max(at, 0), len(STEPS) - 1)
        self._lay_out()
        self._go_to(kept)
        self._on_scroll()

    def can_zoom(self, step: int) -> bool:
        """Whether there is a next step."""
        return 0 <= self._zoom + step < len(STEPS)

    def _middle(self) -> float:
        bar = self.verticalScrollBar()
        whole = bar.maximum() + bar.pageStep()
        return (bar.value() + bar.pageStep() / 2) / whole if whole else 0.0

    def _go_to(self, middle: float) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(round(middle * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))

    def _lay_out(self) -> None:
        boxes, room = self._boxes(), self.viewport().size()
        high = round(boxes[-1].bottom()) + GAP if boxes else 0
        wide = round(self._width()) + 2 * EDGE if boxes else 0
        for bar, whole, seen in (
            (self.verticalScrollBar(), high, room.height()),
            (self.horizontalScrollBar(), wide, room.width()),
        ):
            bar.setPageStep(max(1, seen))
            bar.setRange(0, max(0, whole - seen))
        self.viewport().update()

    def _on_scroll(self) -> None:
        self.viewport().update()
        if not self._sizes:
            return
        middle = self.verticalScrollBar().value() + self.viewport().height() / 3
        boxes = self._boxes()
        now = next((n for n, box in enumerate(boxes) if box.bottom() > middle), len(boxes) - 1)
        if now != self._page:
            self._page = now
            self.page_shown.emit(now)
        if self.missing():
            self.wanted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        self._on_scroll()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            step = 1 if event.angleDelta().y() > 0 else -1
            self.zoom(step if self.can_zoom(step) else 0)
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        key = Qt.Key(event.key())
        if key in ends:
            bar.setValue(ends[key])
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ringed = by_keyboard(event)
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ringed = False
        super().focusOutEvent(event)
        self.viewport().update()

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 160)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        room = QRectF(self.viewport().rect())
        painter.fillRect(room, colour("desk"))
        if not self._sizes:
            middle = Qt.AlignmentFlag.AlignHCenter
            paint.write(painter, room, self._words, "body", "text2", middle)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shift = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        for number, box in enumerate(self._boxes()):
            moved = box.translated(-shift)
            if moved.intersects(room):
                self._paint_page(painter, number, moved)
        if self._ringed:
            paint.ring(painter, room, 0)

    def _paint_page(self, painter: QPainter, number: int, box: QRectF) -> None:
        for step in range(SHADOW, 0, -1):
            shade = QColor(colour("field"))
            shade.setAlphaF(0.035)
            paint.rounded(painter, box.adjusted(-step, -step + 2, step, step + 2), step, shade)
        painter.fillRect(box, colour("paper"))
        image = self._images.get(number)
        if image is not None:
            painter.drawImage(self._target(image, number, box), image)
        self._paint_marks(painter, number, box)
        if self._stale:
            veil = QColor(colour("desk"))
            veil.setAlphaF(0.6)
            painter.fillRect(box, veil)

    def _target(self, image: QImage, number: int, box: QRectF) -> QRectF:
        """A sharp picture pixel by pixel, one of another scale stretched over the page."""
        if not self._is_sharp(number):
            return box
        ratio = self.devicePixelRatioF()
        return QRectF(box.x(), box.y(), image.width() / ratio, image.height() / ratio)

    def _paint_marks(self, painter: QPainter, number: int, box: QRectF) -> None:
        scale = self.scale()
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for mark in self._marks:
            if mark.page == number:
                x, y = box.x() + mark.x * scale, box.y() + mark.y * scale
                area = QRectF(x, y, mark.width * scale, mark.height * scale)
                painter.fillRect(area.adjusted(-3, -2, 3, 2), colour("marked"))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

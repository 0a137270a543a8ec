"""The first page as it would be printed, with the print limits as dashed lines."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.letter import Margins, SuggestionLetter
from desktop.views import paint
from desktop.views.jobs import Deliveries
from desktop.views.labels import Label
from desktop.views.theme import colour
from desktop.wording import _

WIDTH, SIDE = 430, 23
PER_MM = 72 / 25.4
KOP_TOP = 11
"""Millimetres, a little above the letterhead; the upper margin counts from page 2 on."""
OUTSIDE = 2
"""Pixels between the text and a dashed line."""


class PaperPreview(QWidget):
    """A desk 430 wide. The page is made beside the window; the newest draft wins."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("g", "desk")
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(_("Pratinjau kop surat"))
        self.sheet = _Sheet()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="preview")
        self._deliveries = Deliveries(self)
        self._wanted: SuggestionLetter | None = None
        self._is_busy = False
        head = QHBoxLayout()
        head.addWidget(Label(_("Pratinjau"), "caption-strong", "text2"))
        head.addStretch(1)
        head.addWidget(Label(_("garis putus: batas cetak"), "caption", "text2"))
        box = QVBoxLayout(self)
        box.setContentsMargins(SIDE, 14, SIDE, 0)
        box.setSpacing(18)
        box.addLayout(head)
        box.addWidget(self.sheet, 1)

    def show_letter(self, paper: Any, letter: SuggestionLetter) -> None:
        """Another letter; while one is being made the newest waits."""
        self._wanted = letter
        if not self._is_busy:
            self._make(paper)

    def _make(self, paper: Any) -> None:
        letter, self._wanted = self._wanted, None
        if letter is None:
            return
        self._is_busy = True
        ratio = self.devicePixelRatioF() * 2
        future = self._pool.submit(_first_page, paper, letter, ratio)

        def show(made: tuple[QImage, QSizeF]) -> None:
            self._is_busy = False
            self.sheet.show_page(*made, letter.style.margins)
            self._make(paper)

        def fail(_error: BaseException) -> None:
            self._is_busy = False
            self._make(paper)

        self._deliveries.await_result(future, self, show, fail)


def _first_page(paper: Any, letter: SuggestionLetter, ratio: float) -> tuple[QImage, QSizeF]:
    pdf = paper.suggestion_letter(letter)
    wide, high = paper.page_sizes(pdf)[0]
    picture = paper.page_image(pdf, 0, (WIDTH - 2 * SIDE) / wide * ratio)
    image = QImage(
        picture.data, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32
    )
    return image.copy(), QSizeF(wide, high)


class _Sheet(QWidget):
    """The page from its upper edge down; what does not fit runs off the foot of the window."""

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self._size = QSizeF(1, 1)
        self._margins = Margins()

    def show_page(self, image: QImage, size: QSizeF, margins: Margins) -> None:
        """Another page: its picture, its size in points, its margins."""
        self._image, self._size, self._margins = image, size, margins
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        high = self.width() * self._size.height() / self._size.width()
        page = QRectF(0, 0, self.width(), high)
        for step in range(6, 0, -1):
            shade = QColor(colour("field"))
            shade.setAlphaF(0.035)
            paint.rounded(painter, page.adjusted(-step, -step + 2, step, step + 2), step, shade)
        painter.drawImage(page, self._image)
        self._paint_limits(painter, page)

    def _paint_limits(self, painter: QPainter, page: QRectF) -> None:
        scale = page.width() / self._size.width() * PER_MM
        m = self._margins
        pen = QPen(colour("accent"), 1)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        for x in (m.left * scale - OUTSIDE, page.width() - m.right * scale + OUTSIDE):
            painter.drawLine(round(x), 0, round(x), round(page.height()))
        for y in (KOP_TOP * scale, page.height() - m.bottom * scale):
            painter.drawLine(0, round(y), round(page.width()), round(y))

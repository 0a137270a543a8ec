"""Stages of a promise as a line of years, and of an action as vertical steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views import icons, paint
from desktop.views.theme import colour, font

UNKNOWN, PLANNED, DONE, TARGET = "unknown", "planned", "done", "target"


@dataclass(frozen=True, slots=True)
class StagePoint:
    """One point of a stage line; `state`: unknown ("?"), planned, done or target."""

    top: str
    word: str
    state: str = PLANNED
    value: str = ""


class StageLine(QWidget):
    """Years on a line: dashed "?" = not reported, ring with a core = the target.

    84 px high, and higher where words need a second line: what a stage says is never cut.
    """

    def __init__(self, points: Sequence[StagePoint] = ()) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_points(points)

    def show_points(self, points: Sequence[StagePoint]) -> None:
        """The points from left to right."""
        self._points = tuple(points)
        said = (f"{p.top}: {p.value} {p.word}".replace("  ", " ") for p in self._points)
        self.setAccessibleName("; ".join(said))
        self._keep_height()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_height()

    def _keep_height(self) -> None:
        metrics = QFontMetricsF(font("caption"))
        wrap = int(Qt.TextFlag.TextWordWrap.value)
        heights = [
            metrics.boundingRect(QRectF(0, 0, box.width(), 999), wrap, point.word).height()
            for box, point in zip(self._word_boxes(), self._points, strict=True)
        ]
        self.setFixedHeight(round(84 - metrics.height() + max(heights, default=metrics.height())))

    def _xs(self) -> list[float]:
        count = len(self._points)
        last_value = self._points[-1].value if self._points else ""
        room = self.width() - 16 - (paint.width_of(last_value, "title") + 14 if last_value else 0)
        if count < 2:
            return [16.0] * count
        return [16 + index * (room - 16) / (count - 1) for index in range(count)]

    def _word_boxes(self) -> list[QRectF]:
        """Where the words stand: under their point, the last at the right edge."""
        xs, width = self._xs(), self.width()
        made = [
            QRectF(x - 7, 56, (xs[at + 1] if at + 1 < len(xs) else width) - x - 4, 99)
            for at, x in enumerate(xs)
        ]
        if len(xs) > 1:
            gap = width - xs[-2]
            needed = paint.width_of(self._points[-1].word, "caption") + 2
            last = min(needed, max(gap * 0.45, width - xs[-1]))
            made[-1] = QRectF(width - last, 56, last, 99)
            made[-2].setRight(min(made[-2].right(), width - last - 10))
        return made

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        xs = self._xs()
        if len(xs) > 1:
            painter.fillRect(QRectF(xs[0], 38.5, xs[-1] - xs[0], 3), colour("line"))
        for x, box, point in zip(xs, self._word_boxes(), self._points, strict=True):
            self._paint_point(painter, x, point)
            self._paint_words(painter, x, box, point)

    def _paint_point(self, painter: QPainter, x: float, point: StagePoint) -> None:
        box = QRectF(x - 8, 32, 16, 16)
        known = point.state in (DONE, TARGET)
        pen = QPen(colour("accent" if known else "field"), 2 if known else 1.4)
        if point.state == UNKNOWN:
            pen.setDashPattern([2.2, 1.8])
        painter.setPen(pen)
        painter.setBrush(QBrush(colour("accent" if point.state == DONE else "page")))
        painter.drawEllipse(box)
        if point.state == TARGET:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(colour("accent")))
            painter.drawEllipse(QPointF(x, 40), 4, 4)
        if point.state == UNKNOWN:
            middle = Qt.AlignmentFlag.AlignHCenter
            paint.write(painter, box, "?", "caption-strong", "text2", middle)

    def _paint_words(self, painter: QPainter, x: float, box: QRectF, point: StagePoint) -> None:
        last = point is self._points[-1] and len(self._points) > 1
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        needed = paint.width_of(point.top, "caption-strong") + 2
        top = QRectF(min(x - 7, self.width() - needed), 0, needed, 20)
        paint.write(painter, top, point.top, "caption-strong", "text2", left)
        if point.value:
            wide = paint.width_of(point.value, "title") + 2
            value = QRectF(x + 16, 26, wide, 28)
            painter.fillRect(value.adjusted(-4, 0, 6, 0), colour("page"))
            paint.write(painter, value, point.value, "title", "text", left)
        painter.setFont(font("caption"))
        painter.setPen(colour("text2"))
        align = right if last else left
        painter.drawText(box, int(align.value) | int(Qt.TextFlag.TextWordWrap.value), point.word)


@dataclass(frozen=True, slots=True)
class Step:
    """One vertical step: its word, whether it is done or current, and a remark at the right."""

    word: str
    state: str = PLANNED
    remark: str = ""


class StageSteps(QWidget):
    """An action's stages under each other, 26 px each: done = tick, now = ring, later = circle."""

    def __init__(self, steps: Sequence[Step] = ()) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_steps(steps)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """The steps from top to bottom; state "done", "target" (= now) or "planned"."""
        self._steps = tuple(steps)
        self.setFixedHeight(26 * len(self._steps))
        self.setAccessibleName("; ".join(f"{s.word} {s.remark}".strip() for s in self._steps))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(280, 26 * len(self._steps))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, step in enumerate(self._steps):
            middle = 26 * index + 13
            if index:
                painter.fillRect(QRectF(9.5, middle - 17, 1, 8), colour("line"))
            self._paint_step(painter, middle, step)

    def _paint_step(self, painter: QPainter, middle: float, step: Step) -> None:
        box = QRectF(2, middle - 8, 16, 16)
        now, done = step.state == TARGET, step.state == DONE
        painter.setBrush(QBrush(colour("accent")) if done else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour("accent" if now or done else "field"), 2 if now else 1.2))
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        if done:
            icons.draw(painter, "done", QRectF(5, middle - 5, 10, 10), "on_accent")
        remark = paint.width_of(step.remark, "caption") + 8 if step.remark else 0
        words = QRectF(30, middle - 13, self.width() - 30 - remark, 26)
        paint.write(painter, words, step.word, "strong" if now else "body")
        right = QRectF(self.width() - remark, middle - 13, remark, 26)
        paint.write(painter, right, step.remark, "caption", "text3", Qt.AlignmentFlag.AlignRight)

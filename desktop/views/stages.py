"""Stages of a promise as a line of years, and of an action as vertical steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views import icons, paint
from desktop.views.theme import colour

UNKNOWN, PLANNED, DONE, TARGET = "unknown", "planned", "done", "target"


@dataclass(frozen=True, slots=True)
class StagePoint:
    """One point of a stage line; `state`: unknown ("?"), planned, done or target."""

    top: str
    word: str
    state: str = PLANNED
    value: str = ""


class StageLine(QWidget):
    """Years on a line, 84 px high: dashed "?" = not reported, ring with a core = the target."""

    def __init__(self, points: Sequence[StagePoint] = ()) -> None:
        super().__init__()
        self.setFixedHeight(84)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_points(points)

    def show_points(self, points: Sequence[StagePoint]) -> None:
        """The points from left to right."""
        self._points = tuple(points)
        said = (f"{p.top}: {p.value} {p.word}".replace("  ", " ") for p in self._points)
        self.setAccessibleName("; ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, 84)

    def _xs(self) -> list[float]:
        count = len(self._points)
        last_value = self._points[-1].value if self._points else ""
        room = self.width() - 16 - (paint.width_of(last_value, "title") + 14 if last_value else 0)
        if count < 2:
            return [16.0] * count
        return [16 + index * (room - 16) / (count - 1) for index in range(count)]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        xs = self._xs()
        if len(xs) > 1:
            painter.fillRect(QRectF(xs[0], 38.5, xs[-1] - xs[0], 3), colour("line"))
        for index, (x, point) in enumerate(zip(xs, self._points, strict=True)):
            self._paint_point(painter, x, point)
            self._paint_words(painter, index, x, xs, point)

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

    def _paint_words(
        self, painter: QPainter, index: int, x: float, xs: Sequence[float], point: StagePoint
    ) -> None:
        last = index == len(xs) - 1 and index > 0
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        top = QRectF(x - 7, 0, 160, 20)
        paint.write(painter, top, point.top, "caption-strong", "text2", left)
        if point.value:
            box = QRectF(x + 16, 26, self.width() - x - 16, 28)
            paint.write(painter, box, point.value, "title", "text", left)
        if last:
            box = QRectF(xs[index - 1] + 60, 54, self.width() - xs[index - 1] - 60, 20)
            paint.write(painter, box, point.word, "caption", "text2", right)
        else:
            room = (xs[index + 1] if len(xs) > index + 1 else self.width()) - x - 8
            paint.write(painter, QRectF(x - 7, 54, room, 20), point.word, "caption", "text2")


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

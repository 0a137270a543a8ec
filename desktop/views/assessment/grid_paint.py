"""How the grid's rows and cells are drawn (look.md, sections 3 and 4)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from desktop.views import icons, paint
from desktop.views.assessment.answers import Crowd
from desktop.views.assessment.keycaps import CellText
from desktop.views.theme import colour, font
from desktop.views.zones import ZoneMark
from desktop.wording import numbers

CELL_HEIGHT = 28
CELL_WIDTH = 52
CODE_PAD = 10
_RIGHT = Qt.AlignmentFlag.AlignRight
_MIDDLE = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class CellLook:
    """Where a cell stands: under the cursor, in its row, under the pointer, in a frozen desk."""

    current: bool = False
    in_row: bool = False
    hovered: bool = False
    frozen: bool = False


def cell_box(box: QRectF) -> QRectF:
    """The cell within its field of the grid."""
    width = min(CELL_WIDTH, box.width() - 10)
    x = box.x() + (box.width() - width) / 2
    return QRectF(round(x), round(box.center().y() - CELL_HEIGHT / 2), width, CELL_HEIGHT)


def paint_cell(painter: QPainter, box: QRectF, shown: CellText, look: CellLook) -> None:
    """One cell: answered, zero, not assessed (dashed) or not applicable (hatched)."""
    ground = colour("page") if look.in_row else colour("hover")
    if shown.kind == "none":
        fill = colour("page") if look.current else None
        if fill or not look.in_row:
            paint.rounded(painter, box, 5, fill or colour("page"))
        paint.dashed(painter, box, 5)
    elif shown.kind == "na":
        paint.rounded(painter, box, 5, ground)
        paint.hatch(painter, box.adjusted(1, 1, -1, -1), "thumb")
        paint.write(painter, box, shown.text, "caption-strong", "text2", _MIDDLE)
    elif shown.kind == "zero":
        _paint_zero(painter, box, shown.text, frozen=look.frozen)
    else:
        if not look.frozen:
            lit = look.hovered and not look.in_row
            paint.rounded(painter, box, 5, colour("line") if lit else ground)
        _figure(painter, box, shown.text, "lead-strong", "text")
    if look.current:
        _ring(painter, box)


def _paint_zero(painter: QPainter, box: QRectF, text: str, *, frozen: bool) -> None:
    if not frozen:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colour("danger_soft"))
        painter.setPen(QPen(colour("danger"), 1.3))
        painter.drawRoundedRect(box.adjusted(0.7, 0.7, -0.7, -0.7), 5, 5)
        painter.restore()
    _figure(painter, box, text, "zero", "danger")


def _figure(painter: QPainter, box: QRectF, text: str, role: str, ink: str) -> None:
    """A figure is never cut: it gets smaller where the cell is narrow."""
    if paint.width_of(text, role) > box.width() - 4:
        role = "caption-strong"
    painter.setFont(font(role))
    painter.setPen(colour(ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)


def _ring(painter: QPainter, box: QRectF) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour("accent"), 2.4))
    painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 7, 7)
    painter.restore()


def paint_crowd(painter: QPainter, box: QRectF, crowd: Crowd, look: CellLook) -> None:
    """A mean over respondents with how many answered."""
    if crowd.mean is None:
        paint_cell(painter, box, CellText("", "none"), look)
        return
    if not look.frozen:
        paint.rounded(painter, box, 5, colour("page") if look.in_row else colour("hover"))
    mean, count = numbers.decimal(crowd.mean, 1), str(crowd.answered)
    wide = paint.width_of(mean, "lead-strong"), paint.width_of(count, "caption")
    gap = 3 if wide[0] + wide[1] + 6 < box.width() else 1
    x = box.x() + (box.width() - wide[0] - wide[1] - gap) / 2
    room = QRectF(x, box.y(), wide[0] + 2, box.height())
    paint.write(painter, room, mean, "lead-strong")
    rest = QRectF(x + wide[0] + gap, box.y() + 1, wide[1] + 2, box.height())
    paint.write(painter, rest, count, "caption", "text2")
    if look.current:
        _ring(painter, box)


@lru_cache(maxsize=4096)
def two_lines(text: str, role: str, width: int) -> tuple[str, ...]:
    """A text in at most two lines; what is left over is cut at the right."""
    metrics = QFontMetricsF(font(role))
    if metrics.horizontalAdvance(text) <= width:
        return (text,)
    words = re.findall(r"[^ /-]*[/-]|[^ /-]+ ?| +", text)
    first = words.pop(0)
    while words and metrics.horizontalAdvance(first + words[0].rstrip()) <= width:
        first += words.pop(0)
    cut = Qt.TextElideMode.ElideRight
    lines = (first.rstrip(), "".join(words))
    return tuple(metrics.elidedText(line, cut, width) for line in lines if line)


def paint_title(painter: QPainter, box: QRectF, text: str, role: str, ink: str = "text") -> None:
    """An indicator's name, in one or two lines of 18 px."""
    lines = two_lines(text, role, int(box.width()))
    top = box.center().y() - 9 * len(lines)
    for at, line in enumerate(lines):
        paint.write(painter, QRectF(box.x(), top + 18 * at, box.width() + 4, 18), line, role, ink)


@dataclass(frozen=True, slots=True)
class GroupText:
    """What a group row shows: name, weight, and (unless it is switched off) value and zone."""

    title: str
    remark: str
    level: int
    folded: bool
    count: str
    value: str = ""
    mark: ZoneMark | None = None


def paint_group(
    painter: QPainter, box: QRectF, text: GroupText, *, current: bool, ringed: bool
) -> None:
    """A group row: chevron, name, weight; value, chip and x/y at the right."""
    painter.fillRect(box, colour("soft" if current else "sunken"))
    paint.hairline(painter, box.x(), box.bottom() - 1, box.width())
    if current:
        painter.fillRect(QRectF(box.x(), box.y(), 3, box.height() - 1), colour("accent"))
    middle, x = box.center().y(), box.x() + 6 + 14 * text.level
    sign = "right" if text.folded else "down"
    icons.draw(painter, sign, QRectF(x, middle - 8, 16, 16), "text2")
    right = _paint_sums(painter, box, text)
    title = QRectF(x + 24, box.y(), max(40.0, right - x - 32), box.height())
    paint.write(painter, title, text.title, "strong")
    wide = paint.width_of(text.title, "strong") + 14
    if title.width() - wide > 60:
        rest = title.adjusted(wide, 0, 0, 0)
        paint.write(painter, rest, text.remark, "body", "text2")
    if ringed:
        paint.ring(painter, box.adjusted(0, 0, 0, -1), 4)


def _paint_sums(painter: QPainter, box: QRectF, text: GroupText) -> float:
    """The right end; returns where it begins."""
    count = QRectF(box.right() - 72, box.y(), 64, box.height())
    paint.write(painter, count, text.count, "body", "text2", _RIGHT)
    if not text.value or text.mark is None:
        return count.right() - paint.width_of(text.count) - 12
    chip = paint.chip_width(text.mark.short, 22)
    x = box.right() - 92 - max(50, chip)
    paint.chip(painter, x, box.center().y(), text.mark, 22, short=True)
    value = QRectF(x - 84, box.y(), 70, box.height())
    paint.write(painter, value, text.value, "strong", "text", _RIGHT)
    return x - 14 - paint.width_of(text.value, "strong") - 10

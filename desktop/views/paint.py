"""Shared painters of the kit: shapes, chips, badges, keycaps, dots, bars, hatching, rings.

All measures are logical pixels. A hairline is a filled rectangle, since an antialiased line of
one pixel becomes a blurred one of two.
"""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from desktop.views.theme import colour, font, palette, tint
from desktop.views.zones import ZoneMark

TONES = {
    "neutral": ("hover", "text2"),
    "accent": ("soft", "accent_text"),
    "warn": ("warn_soft", "warn"),
    "danger": ("danger_soft", "danger"),
    "ok": ("ok_soft", "ok"),
}
"""Badge tone -> ground and word."""
NO_PEN = Qt.PenStyle.NoPen


def width_of(text: str, role: str = "body") -> float:
    """The width of a text in a role."""
    return QFontMetricsF(font(role)).horizontalAdvance(text)


def elided(text: str, role: str, width: float) -> str:
    """The text cut at the right to a width."""
    return QFontMetricsF(font(role)).elidedText(text, Qt.TextElideMode.ElideRight, width)


def write(
    painter: QPainter,
    box: QRectF,
    text: str,
    role: str = "body",
    ink: str = "text",
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """One line of text, centred vertically in a box, elided when it does not fit."""
    painter.setFont(font(role))
    painter.setPen(colour(ink))
    shown = elided(text, role, box.width() + 0.5)
    painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


def hairline(painter: QPainter, x: float, y: float, width: float, ink: str = "line") -> None:
    """A horizontal hairline of one pixel."""
    painter.fillRect(QRectF(x, y, width, 1), colour(ink))


def rounded(
    painter: QPainter, box: QRectF, radius: float, fill: QColor | None, edge: QColor | None = None
) -> None:
    """A rounded box; an edge of one pixel lies inside."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QBrush(fill) if fill is not None else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(edge, 1) if edge is not None else QPen(NO_PEN))
    inset = 0.5 if edge is not None else 0.0
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.restore()


def ring(painter: QPainter, box: QRectF, radius: float, width: float = 2.0) -> None:
    """The focus ring, wholly inside the box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour("accent"), width))
    half = width / 2
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
    painter.restore()


def shape(painter: QPainter, box: QRectF, mark: ZoneMark) -> None:
    """The shape of a zone in a square box (12 px)."""
    tone = palette().zone(mark.tone)
    fill = tint(tone.fill)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(NO_PEN))
    painter.setBrush(QBrush(fill))
    _SHAPES[mark.shape](painter, box, fill, tint(tone.edge) if tone.edge else None)
    painter.restore()


def _disc(painter: QPainter, box: QRectF, fill: QColor, edge: QColor | None) -> None:
    painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))


def _ring(painter: QPainter, box: QRectF, fill: QColor, edge: QColor | None) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(fill, 2.6))
    painter.drawEllipse(box.adjusted(1.8, 1.8, -1.8, -1.8))


def _triangle(painter: QPainter, box: QRectF, fill: QColor, edge: QColor | None) -> None:
    if edge is not None:
        pen = QPen(edge, 1.2)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
    top = QPointF(box.center().x(), box.top() + 0.6)
    left = QPointF(box.left() + 0.4, box.bottom() - 0.9)
    right = QPointF(box.right() - 0.4, box.bottom() - 0.9)
    painter.drawPolygon(QPolygonF([top, right, left]))


def _frame(painter: QPainter, box: QRectF, fill: QColor, edge: QColor | None) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(fill, 2.6)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.drawRect(box.adjusted(2.3, 2.3, -2.3, -2.3))


def _block(painter: QPainter, box: QRectF, fill: QColor, edge: QColor | None) -> None:
    painter.drawRect(box.adjusted(1, 1, -1, -1))


def _dashed(painter: QPainter, box: QRectF, fill: QColor, edge: QColor | None) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(fill, 1.4)
    pen.setDashPattern([2.2, 1.8])
    painter.setPen(pen)
    painter.drawEllipse(box.adjusted(0.9, 0.9, -0.9, -0.9))


_SHAPES = {
    "disc": _disc,
    "ring": _ring,
    "triangle": _triangle,
    "frame": _frame,
    "block": _block,
    "dashed": _dashed,
}


def chip_width(words: str, height: int = 24) -> int:
    """The width of a zone chip."""
    return round(7 + 12 + 7 + width_of(words, _chip_role(height)) + 10)


def _chip_role(height: int) -> str:
    return "strong" if height >= 22 else "caption-strong"


def chip(
    painter: QPainter,
    x: float,
    middle: float,
    mark: ZoneMark,
    height: int = 24,
    *,
    short: bool = False,
) -> float:
    """A zone chip, centred on a height; returns its width."""
    words = mark.short if short else mark.long
    width = chip_width(words, height)
    tone = palette().zone(mark.tone)
    box = QRectF(x, round(middle - height / 2), width, height)
    rounded(painter, box, 5, tint(tone.ground))
    shape(painter, QRectF(x + 7, box.center().y() - 6, 12, 12), mark)
    painter.setFont(font(_chip_role(height)))
    painter.setPen(tint(tone.word))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(box.adjusted(26, 0, 0, 0), flags, words)
    return width


def badge_width(text: str) -> int:
    """The width of a badge."""
    return round(width_of(text, "caption-strong") + 14)


def badge(
    painter: QPainter,
    x: float,
    middle: float,
    text: str,
    tone: str = "neutral",
    *,
    on_selection: bool = False,
) -> float:
    """A badge of 20 px; accent and neutral turn page-coloured on a selected row."""
    ground, ink = TONES[tone]
    if on_selection and tone in ("neutral", "accent"):
        ground = "page"
    width = badge_width(text)
    box = QRectF(x, round(middle - 10), width, 20)
    rounded(painter, box, 4, colour(ground))
    write(painter, box, text, "caption-strong", ink, Qt.AlignmentFlag.AlignHCenter)
    return width


def keycap(painter: QPainter, box: QRectF, text: str, ink: str = "text2") -> None:
    """A key as it is drawn where it acts."""
    rounded(painter, box, 4, colour("surface"), colour("field"))
    write(painter, box, text, "caption", ink, Qt.AlignmentFlag.AlignHCenter)


def hatch(painter: QPainter, box: QRectF, ink: str = "field", step: float = 5) -> None:
    """Diagonal lines inside a box: what does not apply, what is not there."""
    painter.save()
    painter.setClipRect(box)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(ink), 1))
    x = box.left() - box.height()
    while x < box.right():
        painter.drawLine(QLineF(x, box.bottom(), x + box.height(), box.top()))
        x += step
    painter.restore()


def dashed(painter: QPainter, box: QRectF, radius: float = 5, ink: str = "field") -> None:
    """The empty dashed box: not yet assessed."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour(ink), 1)
    pen.setDashPattern([3, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.restore()


def bar(
    painter: QPainter,
    box: QRectF,
    share: float,
    *,
    ink: str = "accent",
    ground: str = "line",
    round_ends: bool = True,
) -> None:
    """A filled part of a bar; share 0…1."""
    radius = box.height() / 2 if round_ends else 0
    rounded(painter, box, radius, colour(ground))
    filled = box.width() * max(0.0, min(1.0, share))
    if filled >= 1:
        part = QRectF(box.x(), box.y(), max(filled, radius * 2), box.height())
        rounded(painter, part, radius, colour(ink))


def dots(painter: QPainter, x: float, middle: float, done: int, of: int) -> float:
    """Stages as dots, 11 px apart; returns the width."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for index in range(of):
        box = QRectF(x + index * 11, middle - 3.5, 7, 7)
        filled = index < done
        painter.setBrush(QBrush(colour("accent")) if filled else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour("accent" if filled else "field"), 1))
        painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()
    return of * 11 - 4


def numeral(painter: QPainter, box: QRectF, number: int) -> None:
    """A number in a circle: the steps that come next."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour("field"), 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.adjusted(0.6, 0.6, -0.6, -0.6))
    painter.restore()
    write(painter, box, str(number), "caption-strong", "text2", Qt.AlignmentFlag.AlignHCenter)

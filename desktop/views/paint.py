"""Shared painters of the kit: shapes, chips, badges, keycaps, dots, bars, hatching, rings.

All measures are logical pixels. A hairline is a filled rectangle, since an antialiased line of
one pixel becomes a blurred one of two. Everything else is a path, filled or stroked. The `Qt`
namespace is left alone here: making its enums costs a tenth of the time to the first paint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from desktop.views.theme import colour, font, palette, tint

if TYPE_CHECKING:
    from desktop.views.zones import ZoneMark

LEFT, RIGHT, CENTRE = 0x1, 0x2, 0x4
"""Qt.AlignmentFlag's AlignLeft, AlignRight, AlignHCenter."""
_ONE_LINE = 0x80 | 0x100
"""AlignVCenter | TextSingleLine."""
TONES = {
    "neutral": ("hover", "text2"),
    "accent": ("soft", "accent_text"),
    "warn": ("warn_soft", "warn"),
    "danger": ("danger_soft", "danger"),
    "ok": ("ok_soft", "ok"),
}
"""Badge tone -> ground and word."""


def width_of(text: str, role: str = "body") -> float:
    """The width of a text in a role."""
    return QFontMetricsF(font(role)).horizontalAdvance(text)


def elided(text: str, role: str, width: float) -> str:
    """The text cut at the right to a width."""
    metrics = QFontMetricsF(font(role))
    if metrics.horizontalAdvance(text) <= width:
        return text
    from PySide6.QtCore import Qt

    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def write(
    painter: QPainter,
    box: QRectF,
    text: str,
    role: str = "body",
    ink: str = "text",
    align: int = LEFT,
) -> None:
    """One line of text, centred vertically in a box, elided when it does not fit."""
    write_in(painter, box, elided(text, role, box.width() + 0.5), role, colour(ink), align)


def write_in(
    painter: QPainter, box: QRectF, text: str, role: str, shade: QColor, align: int = LEFT
) -> None:
    """The same in any colour, never elided."""
    painter.setFont(font(role))
    painter.setPen(shade)
    painter.drawText(box, int(align) | _ONE_LINE, text)


def hairline(painter: QPainter, x: float, y: float, width: float, ink: str = "line") -> None:
    """A horizontal hairline of one pixel."""
    painter.fillRect(QRectF(x, y, width, 1), colour(ink))


def fill(painter: QPainter, path: QPainterPath, shade: QColor) -> None:
    """Fills a path, smoothly."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.fillPath(path, shade)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def stroke(painter: QPainter, path: QPainterPath, pen: QPen) -> None:
    """Strokes a path, smoothly."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.strokePath(path, pen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def dashes(shade: QColor, width: float, on: float, off: float) -> QPen:
    """A dashed pen; lengths in pen widths."""
    pen = QPen(shade, width)
    pen.setDashPattern([on, off])
    return pen


def disc(box: QRectF, inset: float = 0.0) -> QPainterPath:
    """An ellipse within a box."""
    path = QPainterPath()
    path.addEllipse(box.adjusted(inset, inset, -inset, -inset))
    return path


def rect(box: QRectF, radius: float = 0.0, inset: float = 0.0) -> QPainterPath:
    """A box with round corners."""
    path = QPainterPath()
    path.addRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)
    return path


def rounded(
    painter: QPainter, box: QRectF, radius: float, ground: QColor | None, edge: QColor | None = None
) -> None:
    """A rounded box; an edge of one pixel lies inside."""
    path = rect(box, radius, 0.5 if edge is not None else 0.0)
    if ground is not None:
        fill(painter, path, ground)
    if edge is not None:
        stroke(painter, path, QPen(edge, 1))


def ring(painter: QPainter, box: QRectF, radius: float, width: float = 2.0) -> None:
    """The focus ring, wholly inside the box."""
    stroke(painter, rect(box, radius, width / 2), QPen(colour("accent"), width))


def shape(painter: QPainter, box: QRectF, mark: ZoneMark) -> None:
    """The shape of a zone in a square box (12 px)."""
    tone = palette().zone(mark.tone)
    shade = tint(tone.fill)
    if mark.shape == "disc":
        fill(painter, disc(box, 0.5), shade)
    elif mark.shape == "ring":
        stroke(painter, disc(box, 1.8), QPen(shade, 2.6))
    elif mark.shape == "triangle":
        path = _triangle(box)
        fill(painter, path, shade)
        if tone.edge:
            stroke(painter, path, QPen(tint(tone.edge), 1.2))
    elif mark.shape == "frame":
        stroke(painter, rect(box, 0, 2.3), QPen(shade, 2.6))
    elif mark.shape == "block":
        fill(painter, rect(box, 0, 1), shade)
    else:
        stroke(painter, disc(box, 0.9), dashes(shade, 1.4, 2.2, 1.8))


def _triangle(box: QRectF) -> QPainterPath:
    top = QPointF(box.center().x(), box.top() + 0.6)
    left = QPointF(box.left() + 0.4, box.bottom() - 0.9)
    right = QPointF(box.right() - 0.4, box.bottom() - 0.9)
    path = QPainterPath()
    path.addPolygon(QPolygonF([top, right, left, top]))
    return path


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
    inner = box.adjusted(26, 0, 0, 0)
    write_in(painter, inner, words, _chip_role(height), tint(tone.word))
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
    write(painter, box, text, "caption-strong", ink, CENTRE)
    return width


def keycap(painter: QPainter, box: QRectF, text: str, ink: str = "text2") -> None:
    """A key as it is drawn where it acts."""
    rounded(painter, box, 4, colour("surface"), colour("field"))
    write(painter, box, text, "caption", ink, CENTRE)


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
    stroke(painter, rect(box, radius, 0.5), dashes(colour(ink), 1, 3, 3))


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
    for index in range(of):
        path = disc(QRectF(x + index * 11, middle - 3.5, 7, 7), 0.5)
        if index < done:
            fill(painter, path, colour("accent"))
        stroke(painter, path, QPen(colour("accent" if index < done else "field"), 1))
    return of * 11 - 4


def numeral(painter: QPainter, box: QRectF, number: int) -> None:
    """A number in a circle: the steps that come next."""
    stroke(painter, disc(box, 0.6), QPen(colour("field"), 1.2))
    write(painter, box, str(number), "caption-strong", "text2", CENTRE)

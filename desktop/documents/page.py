"""The sheet: sizes, margins, foot of every page, watermark; placed pages become a PDF.

Numbers are those of the design: see docs on papers. The same content gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from math import cos, radians, sin

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.blocks import Area, Placed
from desktop.documents.fonts import NAMES, width
from desktop.documents.text import mm
from desktop.domain.letter import Margins, PaperSize, Stamp
from desktop.wording import _, letters

SIZES: dict[PaperSize, tuple[int, int]] = {"A4": (210, 297), "F4": (210, 330), "F4-215": (215, 330)}
LAYOUT_WIDTH = 210
"""Of a 215 mm sheet the layout uses 210; the rest falls at the right (landscape: at the foot)."""
FOOT_RULE, FOOT_TEXT, FOOT_SIZE = 14.4, 11.0, 7.5
TAG_AT = 0.62


@dataclass(frozen=True, slots=True)
class Sheet:
    """One kind of page, in points. `lift` raises the foot where the sheet is higher than drawn."""

    width: float
    height: float
    area: Area
    lift: float = 0
    is_landscape: bool = False


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands at the foot of every page, and what is stamped over it."""

    words: str
    stamp: Stamp | None = None
    is_electronic: bool = False
    """The two lines of the signing service, on page 1 only."""


@dataclass(frozen=True, slots=True)
class About:
    """The document's own data in the file."""

    title: str
    author: str


def portrait(paper: PaperSize, margins: Margins, *, kop_top: float | None = None) -> Sheet:
    """A letter's page; with a kop the first page begins that many millimetres below its edge."""
    wide, high = SIZES[paper]
    area = Area(
        left=mm(margins.left),
        width=mm(LAYOUT_WIDTH - margins.left - margins.right),
        top=mm(high - margins.top),
        bottom=mm(margins.bottom),
        first_top=None if kop_top is None else mm(high - kop_top),
    )
    return Sheet(mm(wide), mm(high), area)


def landscape(paper: PaperSize) -> Sheet:
    """A list's page: left 30, right 20, top 16, bottom 20; bound on the short edge."""
    high, wide = SIZES[paper]
    lift = mm(high - LAYOUT_WIDTH)
    area = Area(left=mm(30), width=mm(wide - 50), top=mm(high - 16), bottom=mm(20) + lift)
    return Sheet(mm(wide), mm(high), area, lift, is_landscape=True)


def paint(pages: Sequence[Sequence[Placed]], sheet: Sheet, foot: Foot, about: About) -> bytes:
    """The PDF of all pages. Equal input gives equal bytes."""
    rl_config.useA85 = 0  # binary streams: a quarter smaller and much quicker
    buffer = BytesIO()
    canvas = Canvas(
        buffer,
        pagesize=(sheet.width, sheet.height),
        invariant=1,
        pageCompression=1,
        initialFontName=NAMES["regular"],  # pyright: ignore[reportArgumentType]
        lang="id-ID",
    )
    canvas.setTitle(about.title)
    canvas.setAuthor(about.author)
    canvas.setCreator("Patuh")
    for number, page in enumerate(pages, start=1):
        for placed in page:
            placed.block.draw(canvas, sheet.area.left, placed.top, sheet.area.width)
        _paint_foot(canvas, sheet, foot, number, len(pages))
        if foot.stamp:
            _paint_watermark(canvas, sheet, foot.stamp)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _paint_foot(canvas: Canvas, sheet: Sheet, foot: Foot, number: int, total: int) -> None:
    left, right = sheet.area.left, sheet.area.left + sheet.area.width
    rule, baseline = mm(FOOT_RULE) + sheet.lift, mm(FOOT_TEXT) + sheet.lift
    canvas.setLineWidth(0.4)
    canvas.line(left, rule, right, rule)
    canvas.setFont(NAMES["regular"], FOOT_SIZE)
    canvas.drawString(left, baseline, _shortened(foot, sheet.area.width))
    page_words = _("Halaman {page} dari {pages}").format(page=number, pages=total)
    canvas.drawRightString(right, baseline, page_words)
    if foot.stamp:
        _paint_tag(canvas, left + sheet.area.width * TAG_AT, baseline, foot.stamp)
    if foot.is_electronic and number == 1:
        _paint_service_lines(canvas, left, right)


def _shortened(foot: Foot, room: float) -> str:
    """The words of the foot up to the stamp's tag or the page number; a title may be long."""
    free = room * TAG_AT - mm(11) if foot.stamp else room - mm(32)
    words = foot.words
    while width(words, "regular", FOOT_SIZE) > free:
        words = words[:-2].rstrip() + "…"
    return words


def _paint_tag(canvas: Canvas, centre: float, baseline: float, stamp: Stamp) -> None:
    wide = mm(16.5)
    canvas.setLineWidth(0.8)
    canvas.rect(centre - wide / 2, baseline - mm(1.4), wide, mm(4.0))
    canvas.setFont(NAMES["bold"], 8)
    canvas.drawCentredString(centre, baseline - 0.2, stamp)


def _paint_service_lines(canvas: Canvas, left: float, right: float) -> None:
    canvas.setLineWidth(0.4)
    canvas.line(left, mm(23.6), right, mm(23.6))
    canvas.setFont(NAMES["regular"], FOOT_SIZE)
    for line, height in zip(letters.electronic(), (20.5, 17.3), strict=True):
        canvas.drawString(left, mm(height), line)


def _paint_watermark(canvas: Canvas, sheet: Sheet, stamp: Stamp) -> None:
    """Outline only and last, so that no fill hides it and no number drowns in it."""
    size, angle = 118, 28 if sheet.is_landscape else 52
    wide, high = width(stamp, "bold", size), size * 0.72
    turn = radians(angle)
    canvas.saveState()
    canvas.translate(
        sheet.width / 2 - wide / 2 * cos(turn) + high / 2 * sin(turn),
        sheet.height / 2 - wide / 2 * sin(turn) - high / 2 * cos(turn),
    )
    canvas.rotate(angle)
    canvas.setStrokeGray(0.72)
    canvas.setLineWidth(0.4)
    pen = canvas.beginText(0, 0)
    pen.setFont(NAMES["bold"], size)
    pen.setTextRenderMode(1)
    pen.textOut(stamp)
    canvas.drawText(pen)
    canvas.restoreState()

"""The letterhead: emblem left, text centred beside it, a thick over a thin rule."""

from __future__ import annotations

import warnings
from functools import lru_cache
from io import BytesIO

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.blocks import Block
from desktop.documents.fonts import NAMES, width
from desktop.documents.text import Type, mm, wrap
from desktop.domain.letter import Letterhead
from desktop.domain.problems import Problem

TOP = 12
"""Millimetres from the edge of the paper to the letterhead."""
EMBLEM = (19, 23.5)
CENTRED_LEAD = 23
"""What an emblem in the middle, 20 × 22 mm, takes above the text."""
TEXT_FROM = 23
"""Where the space for the text begins, from the text edge: 53 mm from the paper's edge."""
FIRST, NAME_STEP, TO_ADDRESS, ADDRESS_STEP, TAIL = 4.6, 7.4, 5.5, 3.9, 3.9
NAME_SIZES = (18, 16, 15, 14)
FIRST_SIZE, ADDRESS_SIZE = 14, 9
THICK, THIN, RULES_APART = 2.25, 0.75, 1.15
PICTURE_LIMIT = 40
PIXELS = 20_000_000
KEPT = (900, 900)
"""Pixels of an emblem that reach the paper: 600 dpi and more at its size."""


class Kop(Block):
    """The office's letterhead, or a head of region's with the emblem in the middle."""

    def __init__(self, head: Letterhead) -> None:
        self._head = head
        self._is_centred = head.form == "head"

    def height(self, room: float) -> float:
        names, addresses = self._names(room)[1], self._addresses(room)
        lead = mm(CENTRED_LEAD) if self._is_centred else 0
        steps = NAME_STEP * len(names) + ADDRESS_STEP * max(len(addresses) - 1, 0)
        return lead + mm(FIRST + TO_ADDRESS + TAIL + steps) - self._missing_first()

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        high = self.height(room)
        left, free = self._text_space(x, room)
        centre = left + free / 2
        if self._is_centred:
            self._draw_emblem(canvas, centre - mm(10), top - mm(22), mm(20), mm(22))
        else:
            middle = top - (high - mm(RULES_APART) - 4) / 2
            bottom = middle - mm(EMBLEM[1]) / 2
            self._draw_emblem(canvas, x, bottom, mm(EMBLEM[0]), mm(EMBLEM[1]))
        self._draw_text(canvas, centre, top, room)
        draw_rules(canvas, x, top - high, room)

    def _draw_text(self, canvas: Canvas, centre: float, top: float, room: float) -> None:
        baseline = top - mm(FIRST) - (mm(CENTRED_LEAD) if self._is_centred else 0)
        baseline += self._missing_first()
        free = self._text_space(0, room)[1]
        needed = width(self._head.first_line, "regular", 1)
        canvas.setFont(NAMES["regular"], min(FIRST_SIZE, free / needed if needed else FIRST_SIZE))
        if self._head.first_line:
            canvas.drawCentredString(centre, baseline, self._head.first_line)
        size, names = self._names(room)
        canvas.setFont(NAMES["bold"], size)
        for name in names:
            baseline -= mm(NAME_STEP)
            canvas.drawCentredString(centre, baseline, name)
        baseline -= mm(TO_ADDRESS - ADDRESS_STEP)
        canvas.setFont(NAMES["regular"], ADDRESS_SIZE)
        for line in self._addresses(room):
            baseline -= mm(ADDRESS_STEP)
            canvas.drawCentredString(centre, baseline, line)

    def _draw_emblem(self, canvas: Canvas, x: float, y: float, wide: float, high: float) -> None:
        if self._head.logo is not None:
            canvas.drawImage(  # pyright: ignore[reportUnknownMemberType]
                picture(self._head.logo),
                *(x, y, wide, high),
                mask="auto",
                preserveAspectRatio=True,
                anchor="c",
            )

    def _text_space(self, x: float, room: float) -> tuple[float, float]:
        if self._is_centred:
            return x, room
        return x + mm(TEXT_FROM), room - mm(TEXT_FROM)

    def _missing_first(self) -> float:
        return 0 if self._head.first_line else mm(NAME_STEP - 0.6)

    def _names(self, room: float) -> tuple[float, tuple[str, ...]]:
        """One size for all lines of the name: the largest in which each fits."""
        free = self._text_space(0, room)[1]
        names = self._head.name_lines
        sizes = (16, 15, 14) if self._is_centred else NAME_SIZES
        for size in sizes:
            if all(width(name, "bold", size) <= free for name in names):
                return size, names
        smallest = Type(sizes[-1], sizes[-1], face="bold")
        return sizes[-1], tuple(part for name in names for part in _wrapped(name, smallest, free))

    def _addresses(self, room: float) -> tuple[str, ...]:
        free = self._text_space(0, room)[1]
        return tuple(part for line in self._head.address_lines for part in _at_commas(line, free))


class PictureKop(Block):
    """A whole letterhead as one picture, as wide as the text, at most 40 mm high."""

    def __init__(self, data: bytes) -> None:
        self._picture = picture(data)

    def height(self, room: float) -> float:
        wide, high = self._picture.getSize()
        return min(room * high / wide, mm(PICTURE_LIMIT))

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        high = self.height(room)
        canvas.drawImage(  # pyright: ignore[reportUnknownMemberType]
            self._picture,
            *(x, top - high, room, high),
            mask="auto",
            preserveAspectRatio=True,
            anchor="n",
        )


def kop(head: Letterhead) -> Block:
    """The letterhead of a letter in its form."""
    if head.form == "picture" and head.logo is not None:
        return PictureKop(head.logo)
    return Kop(head)


def draw_rules(canvas: Canvas, x: float, bottom: float, room: float) -> None:
    """The double rule that closes a letterhead."""
    thin = bottom + mm(0.75)
    canvas.setLineWidth(THICK)
    canvas.line(x, thin + mm(RULES_APART), x + room, thin + mm(RULES_APART))
    canvas.setLineWidth(THIN)
    canvas.line(x, thin, x + room, thin)


def check_picture(data: bytes) -> None:
    """Refuses what cannot be printed: no PNG or JPEG, damaged, or enormous."""
    picture(data)


@lru_cache(maxsize=8)
def picture(data: bytes) -> ImageReader:
    """A picture ready for the page, made smaller where its pixels would be lost on paper."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(BytesIO(data), formats=("PNG", "JPEG"))
            wide, high = image.size
            if wide * high > PIXELS:
                raise _too_large(wide, high)
            image.load()
    except Problem:
        raise
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise _too_large("–", "–") from error
    except (OSError, SyntaxError, ValueError) as error:
        raise Problem("letter.logo_unreadable", field="logo") from error
    image = image.convert(
        "RGBA" if "A" in image.getbands() or "transparency" in image.info else "RGB"
    )
    image.thumbnail(KEPT)
    return ImageReader(image)


def _too_large(wide: object, high: object) -> Problem:
    limit = PIXELS // 1_000_000
    return Problem("letter.logo_too_large", field="logo", width=wide, height=high, limit=limit)


def _wrapped(text: str, type_: Type, free: float) -> tuple[str, ...]:
    return tuple("".join(run for run, _ in line.runs) for line in wrap(text, type_, free))


def _at_commas(line: str, free: float) -> tuple[str, ...]:
    """An address broken only after a comma; a piece that is still too wide at its words."""
    lines: list[str] = []
    for piece in line.split(", "):
        longer = f"{lines[-1]}, {piece}" if lines else piece
        if lines and width(longer, "regular", ADDRESS_SIZE) <= free:
            lines[-1] = longer
        else:
            lines.append(piece)
    small = Type(ADDRESS_SIZE, ADDRESS_SIZE)
    return tuple(part for whole in lines for part in _wrapped(whole, small, free))

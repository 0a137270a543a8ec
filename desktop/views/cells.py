"""What a table cell can hold, and how each kind is drawn and read aloud.

A kind is two functions: `paint` draws a value into a box, `words` says it (tooltip, screen
reader, search). Rooms with cells of their own (the scoring grid) register further kinds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from desktop.views import icons, paint
from desktop.views.zones import ZoneMark, not_scored
from desktop.wording import dates, numbers

DASH = "–"


@dataclass(frozen=True, slots=True)
class TwoLine:
    """A name and a caption under it."""

    first: str
    second: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Days:
    """Time left, in words; `state`: late, today, soon, none or done decides sign and colour."""

    text: str
    state: str = "soon"


@dataclass(frozen=True, slots=True)
class Stages:
    """How many of the stages are reached, and the word of the present one."""

    done: int
    of: int
    word: str = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """A badge: tone neutral, accent, warn, danger or ok."""

    text: str
    tone: str = "neutral"


@dataclass(frozen=True, slots=True)
class Share:
    """A bar: `part` of `whole`, both 0…1 of the column's longest bar, and a number after it."""

    part: float
    whole: float = 1.0
    text: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """An icon and what it means."""

    name: str
    meaning: str
    ink: str = "text2"
    solid: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How the row stands: chosen, under the pointer, late, locked; and how the column wants it."""

    role: str = "body"
    ink: str = "text"
    right: bool = False
    chosen: bool = False
    hovered: bool = False
    late: bool = False
    locked: bool = False

    def shade(self, wanted: str = "") -> str:
        """The ink of a text in this row."""
        if self.late and not wanted:
            return "danger"
        if self.locked and (wanted or self.ink) == "text":
            return "text2"
        return wanted or self.ink


Painter = Callable[[QPainter, QRectF, Any, Look], None]
Words = Callable[[Any], str]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of cell. `right`: aligned to the right unless the column says otherwise."""

    paint: Painter
    words: Words
    right: bool = False


def said(value: object) -> str:
    """A value as words: numbers and dates by the house's formats, nothing is a dash."""
    if value is None or value == "":
        return DASH
    if isinstance(value, Decimal | Fraction):
        return numbers.decimal(value)
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int):
        return numbers.integer(value)
    if isinstance(value, date):
        return dates.long(value)
    return str(value)


def _align(look: Look) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if look.right else Qt.AlignmentFlag.AlignLeft


def _paint_text(painter: QPainter, box: QRectF, value: object, look: Look) -> None:
    text = said(value)
    ink = "text3" if text == DASH else look.shade()
    paint.write(painter, box, text, look.role, ink, _align(look))


def _paint_two_lines(painter: QPainter, box: QRectF, value: TwoLine, look: Look) -> None:
    if not value.second:
        paint.write(painter, box, value.first, "strong" if value.strong else "body", look.shade())
        return
    top = QRectF(box.x(), box.center().y() - 19, box.width(), 20)
    low = QRectF(box.x(), box.center().y(), box.width(), 18)
    paint.write(painter, top, value.first, "strong" if value.strong else "body", look.shade())
    paint.write(painter, low, value.second, "caption", "text2" if look.chosen else "text3")


def _two_line_words(value: TwoLine) -> str:
    return f"{value.first}, {value.second}" if value.second else value.first


def _paint_zone(painter: QPainter, box: QRectF, value: ZoneMark | None, look: Look) -> None:
    mark = value or not_scored()
    x, middle = box.x(), box.center().y()
    if paint.chip_width(mark.short, 22) <= box.width() + 8:
        paint.chip(painter, x, middle, mark, 22, short=True)
    else:
        paint.shape(painter, QRectF(x + 7, middle - 6, 12, 12), mark)


_DAYS = {
    "late": ("late", "danger", True, "strong"),
    "today": ("today", "warn", True, "strong"),
    "soon": ("date", "text", False, "body"),
    "none": ("none", "text3", False, "body"),
    "done": ("none", "text3", False, "body"),
}


def _paint_days(painter: QPainter, box: QRectF, value: Days, look: Look) -> None:
    name, ink, solid, role = _DAYS[value.state]
    sign = QRectF(box.x(), box.center().y() - 8, 16, 16)
    icons.draw(painter, name, sign, "text2" if ink == "text" else ink, solid=solid)
    paint.write(painter, box.adjusted(23, 0, 0, 0), value.text, role, ink)


def _paint_stages(painter: QPainter, box: QRectF, value: Stages, look: Look) -> None:
    width = paint.dots(painter, box.x(), box.center().y(), value.done, value.of)
    rest = box.adjusted(width + 10, 0, 0, 0)
    paint.write(painter, rest, value.word, "body", "text" if value.done else "text2")


def _tag(value: Tag | str | None) -> Tag:
    return value if isinstance(value, Tag) else Tag(value or "")


def _paint_tag(painter: QPainter, box: QRectF, value: Tag | str | None, look: Look) -> None:
    tag = _tag(value)
    if not tag.text:
        paint.write(painter, box, DASH, "body", "text3")
        return
    x, middle = box.x(), box.center().y()
    paint.badge(painter, x, middle, tag.text, tag.tone, on_selection=look.chosen)


def _paint_share(painter: QPainter, box: QRectF, value: Share, look: Look) -> None:
    room = box.width() - (62 if value.text else 0)
    length = room * max(0.0, min(1.0, value.whole))
    whole = QRectF(box.x(), box.center().y() - 5, length, 10)
    share = value.part / value.whole if value.whole else 0.0
    ground = "soft_line" if look.chosen else "line"
    paint.bar(painter, whole, share, ground=ground, round_ends=False)
    right = Qt.AlignmentFlag.AlignRight
    paint.write(painter, box, value.text, "strong", look.shade(), right)


def _paint_picture(painter: QPainter, box: QRectF, value: Picture | None, look: Look) -> None:
    if value is None:
        return
    side = QRectF(box.x(), box.center().y() - 8, 16, 16)
    icons.draw(painter, value.name, side, value.ink, solid=value.solid)


KINDS: dict[str, Kind] = {
    "text": Kind(_paint_text, said),
    "two_line": Kind(_paint_two_lines, _two_line_words),
    "number": Kind(_paint_text, said, right=True),
    "zone": Kind(_paint_zone, lambda mark: (mark or not_scored()).long),
    "days": Kind(_paint_days, lambda days: days.text),
    "stages": Kind(_paint_stages, lambda stages: f"{stages.word}, {stages.done} / {stages.of}"),
    "badge": Kind(_paint_tag, lambda tag: _tag(tag).text or DASH),
    "bar": Kind(_paint_share, lambda share: share.text),
    "icon": Kind(_paint_picture, lambda picture: picture.meaning if picture else ""),
}


def register(name: str, kind: Kind) -> None:
    """Adds a kind of cell, e.g. the scoring grid's "cell"."""
    KINDS[name] = kind

"""The head of a letter: Nomor, Sifat, Lampiran, Hal; place and date; whom it is written to.

What is not yet known is room for the pen: never dots, never "xxx".
"""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from desktop.documents.blocks import Block
from desktop.documents.fonts import width
from desktop.documents.text import NBSP, Line, Type, draw, glued, mm, wrap
from desktop.domain.letter import Habit, Heading
from desktop.wording import _, dates, letters

COLON, VALUE, SUBJECT = 22, 26, 72
NUMBER_BLANK, DAY_BLANK = 14, 12
ROW_GAP = 0.75
HANG, INDENT = 8.2, 7


def number_text(heading: Heading, size: float) -> str:
    """The letter's number, or its template with 14 mm of room at {urut}."""
    if heading.number:
        return heading.number
    return heading.number_template.replace("{urut}", _blank(NUMBER_BLANK, size))


def day_text(heading: Heading, size: float) -> str:
    """The date, or 12 mm of room before month and year."""
    if heading.dated:
        return dates.long(heading.dated)
    drawn = heading.drawn_up
    return f"{_blank(DAY_BLANK, size)} {dates.month(drawn.month)} {drawn.year}"


def date_line(heading: Heading, size: float) -> str:
    """Place and date, without a full stop."""
    return f"{heading.place}, {day_text(heading, size)}"


class HeadBlock(Block):
    """Nomor to Hal at the left, place and date at the axis on the Nomor line.

    A number too wide to stand beside the date sends the date to a line of its own above: a
    number is never broken, unless a whole line cannot hold it.
    """

    def __init__(self, heading: Heading, type_: Type, axis: float, habit: Habit) -> None:
        self._heading = heading
        self._type = type_
        self._axis = axis
        self._is_older = habit == "kepada"
        number = width(number_text(heading, type_.size), "regular", type_.size)
        self._date = date_line(heading, type_.size)
        self._date_width = width(self._date, "regular", type_.size)
        self._number_is_wide = number > axis - mm(30)

    def height(self, room: float) -> float:
        rows = self._rows(room)
        left = sum(len(lines) * self._type.leading + ROW_GAP for _, lines in rows) - ROW_GAP
        left += self._drop(room)
        if not self._is_older:
            return left
        return max(left, self._type.leading * 2 + self._addressee(room).height(room))

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        drop = self._drop(room)
        if drop:
            self._draw_date(canvas, x, top, room)
        baseline = top - drop - self._type.size
        for number, (label, lines) in enumerate(self._rows(room)):
            for text, at in ((label, 0.0), (":", mm(COLON))):
                draw(canvas, self._lines(text, room)[0], self._type, x + at, baseline, room)
            for line in lines:
                draw(canvas, line, self._type, x + mm(VALUE), baseline, room)
                baseline -= self._type.leading
            if number == 0 and not drop:
                self._draw_date(canvas, x, top, room)
            baseline -= ROW_GAP
        if self._is_older:
            self._addressee(room).draw(canvas, x, top - self._type.leading * 2, room)

    def _draw_date(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        at = max(0, min(self._axis, room - self._date_width))
        baseline = top - self._type.size
        for line in self._lines(self._date, room - at):
            draw(canvas, line, self._type, x + at, baseline, room - at)
            baseline -= self._type.leading

    def _drop(self, room: float) -> float:
        """How far Nomor stands below the date: on one line, unless one of them needs it all."""
        at = max(0, min(self._axis, room - self._date_width))
        if not self._number_is_wide and self._date_width <= room - self._axis + 0.01:
            return 0
        return len(self._lines(self._date, room - at)) * self._type.leading + ROW_GAP

    def _addressee(self, room: float) -> AddresseeBlock:
        return AddresseeBlock(self._heading, self._type, self._axis, is_older=True)

    def _rows(self, room: float) -> list[tuple[str, tuple[Line, ...]]]:
        heading, size = self._heading, self._type.size
        subject = min(mm(SUBJECT), room - mm(VALUE))
        if self._is_older:
            subject = min(subject, max(self._axis - mm(VALUE) - mm(4), mm(30)))
        return [
            (_("Nomor"), self._lines(number_text(heading, size), room - mm(VALUE))),
            (_("Sifat"), self._lines(heading.classification, subject)),
            (_("Lampiran"), self._lines(letters.attachment(heading.attachments), subject)),
            (_("Hal"), self._lines(glued(heading.subject.rstrip(". ")), subject)),
        ]

    def _lines(self, text: str, room: float) -> tuple[Line, ...]:
        return wrap(text, self._type, room)


class AddresseeBlock(Block):
    """Yth. and the title of an office, u.p., di, place. Never a person, no full stop."""

    def __init__(
        self, heading: Heading, type_: Type, left: float = 0, *, is_older: bool = False
    ) -> None:
        self._heading = heading
        self._type = type_
        self._left = left
        self._is_older = is_older

    def height(self, room: float) -> float:
        return len(self._lines(room)) * self._type.leading

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        baseline = top - self._type.size
        for inset, line in self._lines(room):
            draw(canvas, line, self._type, x + self._left + inset, baseline, room)
            baseline -= self._type.leading

    def _lines(self, room: float) -> list[tuple[float, Line]]:
        heading, free = self._heading, room - self._left
        hanging = Type(self._type.size, self._type.leading, hang=mm(HANG))
        lines = [(0.0, line) for line in wrap(f"Yth.{NBSP}{heading.addressee}", hanging, free)]
        if heading.attention:
            lines += self._inset(_("u.p. {office}").format(office=heading.attention), HANG, free)
        if heading.addressee_place:
            lines += [*self._inset("di", 0, free)]
            lines += self._inset(heading.addressee_place, INDENT, free)
        else:
            lines += self._inset(_("di Tempat"), 0, free)
        return [*self._inset(_("Kepada"), 0, free), *lines] if self._is_older else lines

    def _inset(self, text: str, inset: float, free: float) -> list[tuple[float, Line]]:
        return [(mm(inset), line) for line in wrap(text, self._type, free - mm(inset))]


def _blank(millimetres: float, size: float) -> str:
    """Room for the pen that no line end can break."""
    return NBSP * round(mm(millimetres) / width(NBSP, "regular", size))

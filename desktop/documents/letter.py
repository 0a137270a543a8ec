"""The letter itself: from letterhead to tembusan, on one page where it can be."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from desktop.documents import heading as head
from desktop.documents.blocks import Area, Block, Gap, Need, Text, Together, stacked
from desktop.documents.fonts import width
from desktop.documents.kop import TOP, kop
from desktop.documents.page import Foot, Sheet, portrait
from desktop.documents.signature import Signature, date_axis, signer_lines
from desktop.documents.text import Line, Type, body_spans, draw, mm, wrap
from desktop.domain.letter import LetterContent, Stamp
from desktop.wording import _

INDENT, AFTER = 12.5, 5
AFTER_KOP, AFTER_HEAD, AFTER_ADDRESSEE, BEFORE_SIGNATURE, BEFORE_COPIES = 7, 7, 6, 5, 3
COPY_SIZE, COPY_LEADING, COPY_HANG = 11, 14, 5.4


@dataclass(frozen=True, slots=True)
class Step:
    """One try of the one-page rule; head, body and signature shrink together, never one alone."""

    size: float
    body: float
    head: float


STEPS = (Step(12, 16, 15), Step(12, 15, 15), Step(11.5, 14.5, 14.5), Step(11, 14, 14))


def letter_sheet(letter: LetterContent) -> Sheet:
    """The page of a letter: the letterhead alone stands above the upper margin."""
    return portrait(letter.style.paper, letter.style.margins, kop_top=TOP)


def letter_foot(letter: LetterContent, stamp: Stamp | None) -> Foot:
    """Number and revision at the foot of every page, the same number as at its head."""
    words = _("Nomor {number}  |  Revisi {revision}").format(
        number=head.number_text(letter.heading, 7.5), revision=letter.revision
    )
    return Foot(words, stamp, letter.mode == "electronic")


def letter_blocks(letter: LetterContent, area: Area) -> list[Block]:
    """The blocks of the letter: whole on one page, else the end moved to the next together."""
    first_top = area.top if area.first_top is None else area.first_top
    for step in STEPS:
        parts = _Parts(letter, step, area.width)
        whole = parts.whole()
        if stacked(whole, area.width) <= first_top - area.bottom:
            return whole
    parts = _Parts(letter, STEPS[0], area.width)
    end = parts.end(area.top - area.bottom)
    return [*parts.beginning(len(end.paragraphs)), Need(end.block.height(area.width)), end.block]


@dataclass(frozen=True, slots=True)
class End:
    """The paragraphs that stay with the signature, and the block of all that stands together."""

    paragraphs: tuple[Block, ...]
    block: Together


class _Parts:
    """The letter in one step of the rule."""

    def __init__(self, letter: LetterContent, step: Step, room: float) -> None:
        self._letter = letter
        self._room = room
        self._type = Type(step.size, step.head)
        body = Type(step.size, step.body, align="justify", indent=mm(INDENT))
        lines = signer_lines(letter.signer, step.size)
        dated = head.date_line(letter.heading, step.size)
        self._axis = date_axis(room, width(dated, "regular", step.size), lines, step.size)
        self.signature = Signature(lines, self._type, self._axis, letter.mode)
        self.paragraphs = tuple(
            Text(body_spans(paragraph), body, before=AFTER if number else 0)
            for number, paragraph in enumerate(letter.body)
        )

    def whole(self) -> list[Block]:
        """Everything, one below the other."""
        return [*self.beginning(0), *self._closing()]

    def beginning(self, kept_back: int) -> list[Block]:
        """Letterhead to body, without the last paragraphs."""
        letter, habit = self._letter, self._letter.style.addressee
        blocks: list[Block] = [
            kop(letter.style.letterhead),
            Gap(mm(AFTER_KOP)),
            head.HeadBlock(letter.heading, self._type, self._axis, habit),
            Gap(mm(AFTER_HEAD)),
        ]
        if habit == "yth":
            blocks += [
                head.AddresseeBlock(letter.heading, self._type),
                Gap(mm(AFTER_ADDRESSEE)),
            ]
        return [*blocks, *self.paragraphs[: len(self.paragraphs) - kept_back]]

    def end(self, page: float) -> End:
        """Last full paragraph, closing sentence, signature, tembusan: at least two lines of text
        stand above a signature."""
        for count in (2, 3, 4, len(self.paragraphs), 1):
            kept = self.paragraphs[-count:] if count else ()
            lines = sum(len(paragraph.lines(self._room)) for paragraph in kept)
            block = Together([*kept, *self._closing()])
            if lines >= 2 and block.height(self._room) <= page:
                return End(kept, block)
        return End((), Together(self._closing()))

    def _closing(self) -> list[Block]:
        blocks: list[Block] = [Gap(mm(BEFORE_SIGNATURE) + AFTER), self.signature]
        if self._letter.copies:
            blocks += [Gap(mm(BEFORE_COPIES)), Copies(self._letter.copies)]
        return blocks


class Copies(Block):
    """Tembusan at the left below the signature. One addressee has no number."""

    def __init__(self, copies: tuple[str, ...], shown: tuple[int, int] | None = None) -> None:
        self._copies = copies
        self._shown = shown or (0, len(copies))
        self._type = Type(COPY_SIZE, COPY_LEADING)

    def height(self, room: float) -> float:
        return COPY_LEADING * sum(len(lines) for _, lines in self._lines(room))

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        baseline = top - COPY_SIZE
        for mark, lines in self._lines(room):
            hang = self._hang if mark else 0
            for place, line in enumerate(lines):
                if mark and place == 0:
                    draw(canvas, wrap(mark, self._type, room)[0], self._type, x, baseline, room)
                draw(canvas, line, self._type, x + hang, baseline, room)
                baseline -= COPY_LEADING

    def split(self, room: float, free: float, *, alone: bool) -> tuple[Block, Block] | None:
        first, end = self._shown
        for last in range(end - 1, first, -1):
            upper = Copies(self._copies, (first, last))
            if upper.height(room) <= free:
                return upper, Copies(self._copies, (last, end))
        return None

    @property
    def _hang(self) -> float:
        return mm(COPY_HANG if len(self._copies) < 10 else COPY_HANG + 2)

    def _lines(self, room: float) -> list[tuple[str, tuple[Line, ...]]]:
        """(number, lines) of the title and of each addressee; the title has no number."""
        first, end = self._shown
        rows = [("", wrap(_("Tembusan:"), self._type, room))] if first == 0 else []
        for number in range(first, end):
            tail = ";" if number < len(self._copies) - 1 else "."
            mark = f"{number + 1}." if len(self._copies) > 1 else ""
            free = room - (self._hang if mark else 0)
            rows.append((mark, wrap(self._copies[number].rstrip(" ;.") + tail, self._type, free)))
        return rows

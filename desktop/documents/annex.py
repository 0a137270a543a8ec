"""What both annexes share: the head at the right, the title, section heads, findings."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.pdfgen.canvas import Canvas

from desktop.documents.blocks import Block, Gap, Pairs, Text, Title
from desktop.documents.fonts import width
from desktop.documents.heading import day_text, number_text
from desktop.documents.tables import Row, cell, centred_cell
from desktop.documents.text import NBSP, Type, mm
from desktop.domain.letter import FindingLine, Heading
from desktop.wording import _, dates, letters

HEAD_AT, HEAD_WIDTH, HEAD_LABEL, HEAD_COLON = 78, 82, 18, 4
HEAD = Type(9.5, 12)
TITLE = Type(12, 15.5, face="bold", align="centre")
SECTION = Type(10.5, 14, face="bold")
SENTENCE = Type(9.5, 12.5, align="justify")
PLAIN = Type(9.5, 12.5)
BEFORE_SECTION, AFTER_SECTION = 9, 4
FINDING_WIDTHS = (9, 28, 36, 42, 23, 22)


class AnnexHead(Block):
    """Lampiran, Nomor, Tanggal at the right; further left when the number needs it."""

    def __init__(self, letter_of: str, heading: Heading) -> None:
        self._number = number_text(heading, HEAD.size)
        self._rows = (
            (_("Lampiran"), letter_of),
            (_("Nomor"), self._number),
            (_("Tanggal"), day_text(heading, HEAD.size)),
        )

    def height(self, room: float) -> float:
        return self._pairs().height(room - self._left(room))

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        left = self._left(room)
        self._pairs().draw(canvas, x + left, top, room - left)

    def _left(self, room: float) -> float:
        value = mm(HEAD_LABEL + HEAD_COLON)
        needed = value + width(self._number, HEAD.face, HEAD.size) + 0.5
        return max(0, min(room - mm(HEAD_WIDTH), room - needed))

    def _pairs(self) -> Pairs:
        return Pairs(self._rows, HEAD, label=mm(HEAD_LABEL), colon=mm(HEAD_COLON))


def annex_head(letter_of: str, heading: Heading, title: Iterable[str]) -> list[Block]:
    """How an annex begins."""
    lines = [line.upper() for line in title]
    return [AnnexHead(letter_of, heading), Gap(mm(8)), Title(lines, TITLE), Gap(mm(5))]


def section(letter: str, title: str) -> list[Block]:
    """A section's head with the space around it."""
    return [Text(f"{letter}.{NBSP} {title}", SECTION, before=BEFORE_SECTION), Gap(AFTER_SECTION)]


def finding_row(number: int, line: FindingLine) -> Row:
    """One suggestion; what is missing is said as the rules of the design want it."""
    return Row(
        (
            centred_cell(str(number)),
            cell(line.indicator),
            cell(line.note),
            cell(line.suggestion),
            cell(line.legal_basis.strip() or letters.missing_legal_basis()),
            cell(due(line)),
        )
    )


def due(line: FindingLine) -> str:
    """The time limit of a finding: a date, words, or the standard limit from receipt."""
    if line.due:
        return dates.long(line.due)
    return line.due_words.strip() or letters.due_from_receipt(letters.STANDARD_DUE_DAYS)


def widths(columns: Iterable[float], room: float) -> list[float]:
    """Column widths in points, scaled where margins leave another width than 160 mm."""
    listed = list(columns)
    return [wide * room / sum(listed) for wide in listed]

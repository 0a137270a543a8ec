"""Paper 3: the follow-up checklist of an agreement, landscape, to be filled in by hand.

The printed half is at the left, the rest is for the pen. Signatures never stand alone on a page:
where they do not fit under the last row, that row goes with them.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas

from desktop.documents.blocks import Block, Gap, Pairs, Text, Title, Together, flow
from desktop.documents.fonts import NAMES
from desktop.documents.page import About, Foot, landscape, paint
from desktop.documents.signature import SignerLines, pad_blocks, signer_lines
from desktop.documents.tables import (
    ABOVE,
    BELOW,
    INNER,
    SIDE,
    Cell,
    Row,
    Table,
    cell,
    centred_cell,
)
from desktop.documents.text import Type, glued, mm
from desktop.domain.letter import Checklist, ChecklistParty, CommitmentLine
from desktop.wording import _, dates, letters, numbers

WIDTHS = {
    False: (7, 22, 30, 24, 22, 19, 17, 22, 22, 22, 22, 9, 9),
    True: (8, 26, 35, 28, 26, 20, 20, 27, 24, 22, 24, 10, 10),
}
"""Millimetres on A4 and on F4."""
WRITING_ROW = 20
LOW_ROW = 15
BOX, BOX_LINE, BOX_PITCH = 3.6, 0.7, 5.4
TITLE = Type(13, 16, face="bold", align="centre")
SUBJECT = Type(10.5, 13, align="centre")
PAIR = Type(9.5, 12)
NOTE = Type(8.5, 11)
SIGNED = Type(10, 13)
SIGN_ROOM, SIGNER_WIDTH = 24, 100
LEFT_LABEL, RIGHT_LABEL = 30, 36


def checklist(paper: Checklist) -> bytes:
    """The PDF of a checklist."""
    sheet = landscape(paper.paper)
    is_wide = paper.paper != "A4"
    blocks: list[Block] = [
        Title([paper.title.upper()], TITLE),
        Text(glued(paper.subject), SUBJECT),
        Gap(mm(4)),
        _Head(paper),
        Gap(mm(4)),
        _table_and_end(paper, is_wide=is_wide),
    ]
    words = _("Daftar periksa {number}  |  {agreement}  |  Revisi {revision}").format(
        number=paper.number, agreement=paper.agreement, revision=paper.revision
    )
    pages = flow(blocks, sheet.area)
    return paint(pages, sheet, Foot(words, paper.stamp), About(paper.title, paper.first.name))


def _table_and_end(paper: Checklist, *, is_wide: bool) -> Block:
    end = [Gap(mm(3)), Text(letters.ticking(), NOTE), Gap(mm(4)), _Signatures(paper)]
    if not paper.rows:
        return Together([Text(letters.none_listed(), PAIR), *end])
    type_ = Type(8, 10) if is_wide else Type(7.5, 9.2)
    rows = [_row(number, line, type_) for number, line in enumerate(paper.rows, start=1)]
    columns = [mm(wide) for wide in WIDTHS[is_wide]]
    table = Table(columns, [_table_head(columns, type_)], rows)
    return _Signed(table, Together(end))


class _Signed(Block):
    """A table with what ends it: the last row (two, when rows are low) stays with the end."""

    def __init__(self, table: Table, end: Block) -> None:
        self._table = table
        self._end = end

    def height(self, room: float) -> float:
        return self._table.height(room) + self._end.height(room)

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        self._table.draw(canvas, x, top, room)
        self._end.draw(canvas, x, top - self._table.height(room), room)

    def split(self, room: float, free: float, *, alone: bool) -> tuple[Block, Block] | None:
        rows = self._table.rows
        kept = 2 if self._table.row_height(rows[-1]) < mm(LOW_ROW) else 1
        above = min(self._table.fits(free), len(rows) - kept)
        if above > 0:
            rest = self._table.part(rows[above:])
            return self._table.part(rows[:above]), _Signed(rest, self._end)
        return (self._table, self._end) if alone else None


class _Head(Block):
    """Both parties and their numbers at the left, the dates at the right, on common lines."""

    def __init__(self, paper: Checklist) -> None:
        signed = dates.long(paper.signed_on) if paper.signed_on else numbers.DASH
        if paper.signed_on and paper.signed_at:
            signed = _("{date} di {place}").format(date=signed, place=paper.signed_at)
        until = dates.long(paper.valid_until) if paper.valid_until else numbers.DASH
        checked = dates.long(paper.checked_on) if paper.checked_on else f"{'.' * 36} {paper.year}"
        self._rows = (
            (_("Pihak Kesatu"), paper.first.name, _("Ditandatangani"), signed),
            (_("Nomor"), paper.first.number or numbers.DASH, _("Berlaku sampai"), until),
            (
                _("Pihak Kedua"),
                paper.second.name,
                _("Masa yang diperiksa"),
                dates.span_in_table(*paper.period),
            ),
            (_("Nomor"), paper.second.number or numbers.DASH, _("Tanggal periksa"), checked),
        )

    def height(self, room: float) -> float:
        return sum(self._row_height(row, room) for row in self._rows)

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        for row in self._rows:
            left, right = self._pairs(row)
            left.draw(canvas, x, top, room / 2 - mm(4))
            right.draw(canvas, x + room / 2, top, room / 2)
            top -= self._row_height(row, room)

    def _row_height(self, row: tuple[str, str, str, str], room: float) -> float:
        left, right = self._pairs(row)
        return max(left.height(room / 2 - mm(4)), right.height(room / 2))

    def _pairs(self, row: tuple[str, str, str, str]) -> tuple[Pairs, Pairs]:
        return (
            Pairs([(row[0], row[1])], PAIR, label=mm(LEFT_LABEL), colon=mm(4)),
            Pairs([(row[2], row[3])], PAIR, label=mm(RIGHT_LABEL), colon=mm(4)),
        )


def _table_head(columns: Sequence[float], type_: Type) -> Row:
    bold = Type(type_.size, type_.leading, face="bold", align="centre")
    titles = (
        *(_("No."), _("Pasal dan ruang lingkup"), _("Kegiatan"), _("Keluaran atau indikator")),
        *(_("Penanggung jawab (Ombudsman / daerah)"), _("Target waktu")),
        *(_("Realisasi (tanggal)"), _("Bukti dukung"), _("Status"), _("Kendala")),
        _("Rencana tindak lanjut"),
    )
    cells = tuple(Cell(Text(title, bold), is_middle=True) for title in titles)
    high = Table(columns, [], []).row_height(Row(cells))
    return Row((*cells, Cell(_Initials(bold, high), span=2)), is_head=True)


def _row(number: int, line: CommitmentLine, type_: Type) -> Row:
    owners = " / ".join(owner or numbers.DASH for owner in (line.owner_first, line.owner_second))
    target = dates.long(line.due) if line.due else line.due_words
    printed = (line.article, line.activity, line.output, owners, target)
    return Row(
        (
            centred_cell(str(number), type_),
            *(cell(text or numbers.DASH, type_) for text in printed),
            *(cell("", type_) for _column in range(2)),
            Cell(_Boxes()),
            *(cell("", type_) for _column in range(4)),
        ),
        least=mm(WRITING_ROW),
    )


class _Boxes(Block):
    """Three boxes to tick."""

    def height(self, room: float) -> float:
        return mm(BOX_PITCH * 2 + BOX) + 1

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        canvas.setFont(NAMES["regular"], 7)
        lower = top - 1 - mm(BOX)
        for words in (_("Terlaksana"), _("Sebagian"), _("Belum")):
            canvas.setLineWidth(BOX_LINE)
            canvas.rect(x - mm(0.4), lower, mm(BOX), mm(BOX))
            canvas.drawString(x + mm(BOX) + mm(0.8), lower + mm(BOX) / 2 - 2.5, words)
            lower -= mm(BOX_PITCH)


class _Initials(Block):
    """The head of the last two columns: Paraf over I and II, as high as the head is."""

    def __init__(self, type_: Type, high: float) -> None:
        self._type = type_
        self._high = high

    def height(self, room: float) -> float:
        return self._high - ABOVE - BELOW

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        left, right, upper = x - SIDE, x + room + SIDE, top + ABOVE
        centre, middle, lower = (left + right) / 2, upper - self._high / 2, upper - self._high
        canvas.setLineWidth(INNER)
        canvas.line(left, middle, right, middle)
        canvas.line(centre, middle, centre, lower)
        canvas.setFont(NAMES["bold"], self._type.size)
        drop = self._high / 4 + self._type.size * 0.35
        canvas.drawCentredString(centre, upper - drop, _("Paraf"))
        canvas.drawCentredString((left + centre) / 2, middle - drop, "I")
        canvas.drawCentredString((centre + right) / 2, middle - drop, "II")


class _Signatures(Block):
    """Two blocks centred on the halves; the second party left, unless the copy is its own."""

    def __init__(self, paper: Checklist) -> None:
        day = dates.long(paper.checked_on) if paper.checked_on else f"{'.' * 28} {paper.year}"
        left, right = (_("PIHAK KEDUA"), paper.second), (_("PIHAK KESATU"), paper.first)
        if paper.for_second:
            left, right = right, left
        blocks = (_side(*left), _side(*right))
        dated = SignerLines((("", f"{paper.place}, {day}"), *blocks[1].above), blocks[1].below)
        self._blocks = pad_blocks([blocks[0], dated])

    def height(self, room: float) -> float:
        lines = self._blocks[0]
        return (len(lines.above) + len(lines.below)) * SIGNED.leading + mm(SIGN_ROOM)

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        canvas.setFont(NAMES["regular"], SIGNED.size)
        for number, block in enumerate(self._blocks):
            centre = x + room * (1 + 2 * number) / 4
            baseline = top - SIGNED.size
            for hung, text in block.above:
                canvas.drawCentredString(centre, baseline, hung + text)
                baseline -= SIGNED.leading
            baseline -= mm(SIGN_ROOM)
            for text in block.below:
                canvas.drawCentredString(centre, baseline, text)
                baseline -= SIGNED.leading


def _side(role: str, party: ChecklistParty) -> SignerLines:
    lines = signer_lines(party.signer, SIGNED.size, limit=mm(SIGNER_WIDTH))
    return SignerLines((("", role), *lines.above), lines.below)

"""Paper 2: the suggestion letter, while the embargo holds. No score, zone, tint or rank."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from desktop.documents import annex as parts
from desktop.documents.blocks import Block, Gap, Text, flow
from desktop.documents.letter import letter_blocks, letter_foot, letter_sheet
from desktop.documents.page import About, paint
from desktop.documents.tables import Row, Table, cell, head_row
from desktop.documents.text import Type
from desktop.domain.letter import SuggestionGroup, SuggestionLetter
from desktop.domain.letter_rules import check_embargo, stamp_of
from desktop.wording import _, letters

UNIT = Type(8.5, 10.5, face="bold")


def suggestion_letter(letter: SuggestionLetter) -> bytes:
    """The PDF of a suggestion letter; refused when its text would tell a result."""
    check_embargo(letter)
    sheet = letter_sheet(letter)
    pages = flow(letter_blocks(letter, sheet.area), sheet.area)
    pages += flow(_annex(letter, sheet.area.width), replace(sheet.area, first_top=None))
    about = About(letter.heading.subject, letter.annex.letter_of)
    return paint(pages, sheet, letter_foot(letter, stamp_of(letter)), about)


def _annex(letter: SuggestionLetter, room: float) -> Iterator[Block]:
    annex = letter.annex
    yield from parts.annex_head(annex.letter_of, letter.heading, annex.title)
    rows = list(_rows(annex.groups))
    if not rows:
        yield Text(letters.none_listed(), parts.PLAIN)
        return
    titles = (
        *(_("No."), _("Komponen"), _("Catatan"), _("Saran perbaikan")),
        *(_("Dasar hukum"), _("Target")),
    )
    yield Table(parts.widths(parts.FINDING_WIDTHS, room), [head_row(titles)], rows)
    yield Gap(8)
    yield Text(letters.not_corrective(), parts.SENTENCE)


def _rows(groups: tuple[SuggestionGroup, ...]) -> Iterator[Row]:
    """A row of the unit's name opens each group and is never the last one on a page."""
    number = 0
    for group in groups:
        words = _("Unit layanan: {unit}").format(unit=group.unit)
        yield Row((cell(words, UNIT, span=6),), is_sticky=True)
        for line in group.findings:
            number += 1
            yield parts.finding_row(number, line)
        if not group.findings:
            yield Row((cell(letters.none_listed(), span=6),))

"""Section C: why the number is what it is, in parts a reader can add up.

Four decimals, half up. Where the printed parts do not make the printed total, a line "Selisih
pembulatan" carries the difference; no part is ever bent.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from desktop.documents import annex as parts
from desktop.documents.blocks import Block, Gap, Text, Together
from desktop.documents.tables import (
    CELL,
    Cell,
    Row,
    Table,
    cell,
    centred_cell,
    fitting,
    head_row,
    number_cell,
)
from desktop.documents.text import Type
from desktop.domain.letter import DimensionLine, Number, ResultAnnex
from desktop.wording import _, letters, numbers

PART_WIDTHS, LOSS_WIDTHS = (46, 20, 26, 24, 28, 16), (10, 98, 20, 32)
PLACES = 4
BOLD = Type(8.5, 10.5, face="bold")


def why(annex: ResultAnnex, room: float) -> Iterator[Block]:
    """The sentence, the table of parts, the table of what was lost; each table whole."""
    head = parts.section("C", _("Mengapa angka ini"))
    if not annex.dimensions:
        yield Together([*head, Text(letters.none_listed(), parts.PLAIN)])
        return
    sentence = Text(letters.why(annex), parts.SENTENCE)
    yield Together([*head, sentence, Gap(3), _parts_table(annex, room)])
    if annex.losses:
        above = Text(letters.dearest(len(annex.losses)), parts.PLAIN, before=8)
        yield Together([above, Gap(3), _losses_table(annex, room)])


def rounding_difference(printed: list[Decimal], total: Decimal) -> Decimal:
    """What must be added to the printed parts to make the printed total; mostly zero."""
    return total - sum(printed, Decimal(0))


def _parts_table(annex: ResultAnnex, room: float) -> Table:
    columns = parts.widths(PART_WIDTHS, room)
    level = annex.level
    titles = (
        level.capitalize(),
        _("Bobot\n(a)"),
        _("Indikator\ndihitung"),
        _("Nilai {level}\n(b)").format(level=level),
        _("Kontribusi\n(a × b : 100)"),
        _("Zona"),
    )
    rows = [_part_row(line, columns) for line in annex.dimensions]
    printed = [
        _four(line.contribution) for line in annex.dimensions if line.contribution is not None
    ]
    if annex.value is not None:
        rows += _total_rows(annex, rounding_difference(printed, _four(annex.value)), columns)
    return Table(columns, [head_row(titles)], rows)


def _part_row(line: DimensionLine, columns: list[float]) -> Row:
    return Row(
        (
            cell(line.name),
            number_cell(_weight(line.weight)),
            centred_cell(_counted(line.counted, line.asked)),
            number_cell(numbers.decimal(line.value, PLACES)),
            number_cell(numbers.decimal(line.contribution, PLACES)),
            _zone_cell(line.zone, CELL, columns),
        )
    )


def _total_rows(annex: ResultAnnex, difference: Decimal, columns: list[float]) -> list[Row]:
    weights = [line.weight for line in annex.dimensions if line.weight is not None]
    total = sum((numbers.rounded(weight, PLACES) for weight in weights), Decimal(0))
    counted = sum(line.counted for line in annex.dimensions)
    asked = sum(line.asked for line in annex.dimensions)
    sums = Row(
        (
            cell(_("Jumlah"), BOLD),
            number_cell(_weight(total) if weights else numbers.DASH, BOLD),
            centred_cell(_counted(counted, asked), BOLD),
            cell(""),
            number_cell(numbers.decimal(annex.value, PLACES), BOLD),
            cell(""),
        ),
        is_sum=True,
    )
    words = _("Nilai akhir setelah pembulatan dua angka di belakang koma")
    final = Row(
        (
            cell(words, BOLD, span=4),
            number_cell(numbers.decimal(annex.value), BOLD),
            _zone_cell(annex.zone, BOLD, columns),
        )
    )
    if not difference:
        return [sums, final]
    extra = number_cell(numbers.signed(difference, PLACES))
    return [Row((cell(_("Selisih pembulatan"), span=4), extra, cell(""))), sums, final]


def _losses_table(annex: ResultAnnex, room: float) -> Table:
    columns = parts.widths(LOSS_WIDTHS, room)
    answers = _("Jawaban")
    if annex.answer_range:
        answers = f"{answers}\n({annex.answer_range})"
    titles = (_("No."), _("Indikator"), answers, _("Nilai yang hilang"))
    rows = [_loss_row("", _("Nilai tertinggi yang dapat dicapai"), "", annex.high, sign=1)]
    for number, loss in enumerate(annex.losses, start=1):
        rows.append(_loss_row(str(number), loss.indicator, loss.answer, loss.lost))
    lost = [loss.lost for loss in annex.losses]
    if annex.other_losses:
        words = _("{count} indikator lain yang belum mencapai nilai tertinggi").format(
            count=numbers.integer(annex.other_losses)
        )
        rows.append(_loss_row("", words, "", annex.other_lost))
        lost.append(annex.other_lost)
    if annex.value is not None:
        printed = [_four(annex.high), *(-_four(one) for one in lost)]
        difference = rounding_difference(printed, _four(annex.value))
        if difference:
            signed = number_cell(numbers.signed(difference, PLACES))
            rows.append(Row((cell(""), cell(_("Selisih pembulatan")), cell(""), signed)))
        total = number_cell(numbers.decimal(annex.value, PLACES), BOLD)
        rows.append(Row((cell(""), cell(_("Nilai akhir"), BOLD), cell(""), total), is_sum=True))
    return Table(columns, [head_row(titles)], rows)


def _loss_row(number: str, words: str, answer: str, lost: Number, *, sign: int = -1) -> Row:
    amount = numbers.decimal(sign * numbers.rounded(lost, PLACES), PLACES)
    return Row((centred_cell(number), cell(words), centred_cell(answer), number_cell(amount)))


def _zone_cell(code: str | None, type_: Type, columns: list[float]) -> Cell:
    words = code or numbers.DASH
    return centred_cell(words, fitting(words, type_, columns[-1]))


def _counted(counted: int, asked: int) -> str:
    return _("{counted} dari {asked}").format(counted=counted, asked=asked)


def _weight(weight: Number | None) -> str:
    """Two decimals where they say all, else four, so that the product can be recomputed."""
    if weight is None:
        return numbers.DASH
    places = 2 if numbers.rounded(weight) == numbers.rounded(weight, PLACES) else PLACES
    return numbers.decimal(weight, places)


def _four(value: Number) -> Decimal:
    return numbers.rounded(value, PLACES)

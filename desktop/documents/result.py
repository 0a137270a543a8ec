"""Paper 1: the assessment letter with its annex, sections A to F."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from desktop.documents import annex as parts
from desktop.documents import derivation, zones
from desktop.documents.blocks import Block, Gap, Need, Pairs, Text, Together, flow
from desktop.documents.chart import Bar, Chart
from desktop.documents.letter import letter_blocks, letter_foot, letter_sheet
from desktop.documents.page import About, paint
from desktop.documents.tables import (
    CELL,
    Cell,
    Row,
    Table,
    cell,
    centred_cell,
    fitting,
    head_row,
)
from desktop.documents.text import Type, glued, mm
from desktop.domain.letter import Number, ResultAnnex, ResultLetter, ZoneBand
from desktop.domain.letter_rules import stamp_of
from desktop.wording import _, dates, letters, numbers

FREE_FOR_FINDINGS = 48
"""Millimetres that must be free before the head of the long table of findings."""
BIG = Type(20, 24, face="bold", align="centre")
MIDDLE = Type(13, 16, align="centre")
WORDS = Type(11, 13, face="bold", align="centre")
ZONE_NAME = Type(10, 12, face="bold")
BOX_HEAD = Type(8.5, 10.5, align="centre")
BOX_WIDTHS = (36, 64, 32, 28)
NOT_APPLICABLE_WIDTHS = (10, 50, 30, 70)
ZONE_WIDTHS = (16, 48, 28, 38, 30)
HUNDREDTH = Decimal("0.01")
CAPTION = Type(8, 10)


def result_letter(letter: ResultLetter) -> bytes:
    """The PDF of an assessment letter."""
    sheet = letter_sheet(letter)
    pages = flow(letter_blocks(letter, sheet.area), sheet.area)
    pages += flow(_annex(letter, sheet.area.width), replace(sheet.area, first_top=None))
    about = About(letter.heading.subject, letter.annex.letter_of)
    return paint(pages, sheet, letter_foot(letter, stamp_of(letter)), about)


def _annex(letter: ResultLetter, room: float) -> Iterator[Block]:
    annex = letter.annex
    yield from parts.annex_head(annex.letter_of, letter.heading, annex.title)
    yield from parts.section("A", _("Unit yang dinilai"))
    yield Pairs(_unit_rows(annex), parts.PLAIN, label=mm(38), colon=mm(4), extra=1.5)
    yield from _value(annex, room)
    yield from derivation.why(annex, room)
    yield from _findings(annex, room)
    yield from _not_applicable(annex, room)
    yield from _zones(annex, room)


def _unit_rows(annex: ResultAnnex) -> list[tuple[str, str]]:
    products = "; ".join(annex.products)
    if len(annex.products) > 1:
        count = numbers.amount(len(annex.products))
        products = _("{count} produk: {products}").format(count=count, products=products)
    asked = [f"{numbers.amount(one.count)} {one.role}" for one in annex.respondents]
    instrument = annex.instrument
    if not annex.weights_official:
        instrument = f"{instrument}; {letters.weights_unofficial()}."
    rows = [
        (_("Unit layanan"), annex.unit),
        (_("Daerah"), annex.region),
        (_("Produk yang diamati"), products or "-"),
        (_("Masa penilaian"), dates.span_in_table(annex.first_day, annex.last_day)),
        (_("Responden"), ", ".join(asked) or "-"),
        (_("Instrumen"), instrument),
    ]
    return [(label, glued(value)) for label, value in rows]


def _value(annex: ResultAnnex, room: float) -> Iterator[Block]:
    title = _("Nilai akhir dan nilai per {level}").format(level=annex.level)
    yield Together([*parts.section("B", title), _value_box(annex, room)])
    if annex.value is None and not annex.dimensions:
        return
    bars = [Bar(line.name, line.value) for line in annex.dimensions]
    total = Bar(_("Nilai akhir unit"), annex.value, is_total=True)
    chart = Chart(
        [*bars, total],
        annex.zones,
        low=annex.low,
        high=annex.high,
        minimum=annex.minimum,
    )
    caption = [Text(letters.hatching(), CAPTION)] if annex.minimum is not None else []
    yield Together([Gap(mm(5)), chart, Gap(mm(0.8)), *caption])


def _value_box(annex: ResultAnnex, room: float) -> Table:
    columns = parts.widths(BOX_WIDTHS, room)
    titles = (_("Nilai akhir"), _("Zona"), _("Standar minimum"), _("Selisih"))
    row = (
        Cell(Text(_value_words(annex), BIG if annex.value is not None else WORDS), is_middle=True),
        _zone_cell(annex),
        Cell(Text(numbers.decimal(annex.minimum), MIDDLE), is_middle=True),
        Cell(Text(_difference(annex), MIDDLE), is_middle=True),
    )
    return Table(columns, [head_row(titles, BOX_HEAD)], [Row(row, least=mm(10.5))])


def _value_words(annex: ResultAnnex) -> str:
    return letters.not_assessable() if annex.value is None else numbers.decimal(annex.value)


def _difference(annex: ResultAnnex) -> str:
    """Between the printed numbers, so that a reader's subtraction agrees."""
    if annex.value is None or annex.minimum is None:
        return numbers.DASH
    return numbers.signed(numbers.rounded(annex.value) - numbers.rounded(annex.minimum))


def _zone_cell(annex: ResultAnnex) -> Cell:
    zone = next((one for one in annex.zones if one.code == annex.zone), None)
    if zone is None or annex.value is None:
        return Cell(Text(numbers.DASH, MIDDLE), is_middle=True)
    words = Text(_zone_words(zone), ZONE_NAME)
    pattern = zones.patterns(annex.zones)[zone.code]
    return Cell(zones.NamedChip(zones.Chip(pattern, mm(9)), words, mm(11)), is_middle=True)


def _zone_words(zone: ZoneBand) -> str:
    words = f"{zone.code} – {zone.name}"
    if zone.colour and zone.colour.casefold() != zone.code.casefold():
        words += f" ({zone.colour.capitalize()})"
    return words


def _findings(annex: ResultAnnex, room: float) -> Iterator[Block]:
    head = parts.section("D", _("Temuan dan saran perbaikan"))
    if not annex.findings:
        yield Together([*head, Text(letters.none_listed(), parts.PLAIN)])
        return
    titles = (
        *(_("No."), _("Indikator"), _("Temuan"), _("Saran perbaikan")),
        *(_("Dasar hukum"), _("Batas waktu")),
    )
    rows = [parts.finding_row(n, line) for n, line in enumerate(annex.findings, start=1)]
    yield Need(mm(FREE_FOR_FINDINGS))
    yield from head
    yield Table(parts.widths(parts.FINDING_WIDTHS, room), [head_row(titles)], rows)


def _not_applicable(annex: ResultAnnex, room: float) -> Iterator[Block]:
    head = parts.section("E", _("Indikator yang tidak berlaku"))
    if not annex.not_applicable:
        yield Together([*head, Text(letters.all_applicable(), parts.PLAIN)])
        return
    titles = (_("No."), _("Indikator"), _("Alasan"), _("Keterangan"))
    rows = [
        Row((centred_cell(str(n)), cell(line.indicator), cell(line.reason), cell(line.note or "-")))
        for n, line in enumerate(annex.not_applicable, start=1)
    ]
    table = Table(parts.widths(NOT_APPLICABLE_WIDTHS, room), [head_row(titles)], rows)
    yield Need(sum(block.before + block.height(room) for block in head) + mm(24))
    yield from head
    yield table


def _zones(annex: ResultAnnex, room: float) -> Iterator[Block]:
    columns = parts.widths(ZONE_WIDTHS, room)
    titles = (_("Zona"), _("Sebutan"), _("Warna"), _("Batas nilai"), _("Pola cetak"))
    rows = [_zone_row(zone, bounds, pattern, columns[0]) for zone, bounds, pattern in _bands(annex)]
    sentence = letters.rounding(annex.zones, annex.minimum)
    yield Together(
        [
            *parts.section("F", _("Zona dan pembulatan")),
            Table(columns, [head_row(titles)], rows),
            Gap(4),
            Text(sentence, parts.SENTENCE),
        ]
    )


def _bands(annex: ResultAnnex) -> Iterator[tuple[ZoneBand, str, str]]:
    pattern = zones.patterns(annex.zones)
    upper: Number = annex.high
    for zone in zones.ranked(annex.zones):
        bounds = f"{numbers.decimal(zone.lower)} – {numbers.decimal(upper)}"
        yield zone, bounds, pattern[zone.code]
        upper = numbers.rounded(zone.lower) - HUNDREDTH


def _zone_row(zone: ZoneBand, bounds: str, pattern: str, first: float) -> Row:
    cells = (
        centred_cell(zone.code, fitting(zone.code, CELL, first)),
        cell(zone.name),
        cell(zone.colour.capitalize()),
        centred_cell(bounds),
        Cell(zones.Chip(pattern, mm(24))),
    )
    return Row(tuple(replace(one, is_middle=True) for one in cells), least=mm(6))

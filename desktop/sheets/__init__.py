"""Wing of workbooks: records to .xlsx and back, one column spec for both directions."""

from __future__ import annotations

from datetime import date

from desktop.domain.instrument import Instrument
from desktop.domain.intake import Register
from desktop.domain.listing import Listing
from desktop.domain.problems import Problem
from desktop.sheets.columns import Column
from desktop.sheets.lists import LISTS
from desktop.sheets.register import PRODUCTS, product_lines
from desktop.wording import _, dates


class Sheets:
    """Bytes out, bytes in. Libraries of workbooks are imported when they are first needed."""

    def export(
        self,
        listing: Listing,
        *,
        office: str,
        today: date,
        paper: str = "A4",
        with_scores: bool = True,
    ) -> bytes:
        """A list as an .xlsx in the language spoken. Units come with a second sheet of products.

        Without scores no column of value, zone or range is there at all.
        """
        from desktop.sheets.writing import Sheet, write

        title, columns = LISTS[listing.kind]
        kept = tuple(c for c in columns if with_scores or not c.is_score)
        remarks = self._remarks(listing, office, today, with_scores)
        sheets = [Sheet(_(title), remarks, kept, listing.records)]
        if listing.kind == "units":
            lines = product_lines(listing.records)
            sheets.append(Sheet(_(PRODUCTS.title), remarks, PRODUCTS.columns, lines))
        return write(sheets, mark=f"{listing.kind}/1", paper=paper)

    def _remarks(
        self, listing: Listing, office: str, today: date, with_scores: bool
    ) -> tuple[str, ...]:
        said = [f"{office}, {dates.long(today)}"]
        if listing.is_sample:
            said.append(_("CONTOH: daftar ini memuat data yang dibuat untuk contoh."))
        if listing.drafts:
            names = ", ".join(listing.drafts)
            said.append(_("Bobot indikator belum resmi: {names}.").format(names=names))
        if not with_scores or listing.withheld:
            said.append(_("Nilai dan zona tidak dimuat sebelum putarannya dirilis."))
        return tuple(said)

    def table(
        self, listing: Listing, fields: tuple[str, ...] = ()
    ) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
        """A list as plain text: heads and rows. `fields` chooses columns, in their order."""
        by_field: dict[str, Column] = {c.field: c for c in LISTS[listing.kind][1]}
        chosen = [by_field[f] for f in fields] if fields else [*by_field.values()]
        heads = tuple(column.title() for column in chosen)
        return heads, tuple(tuple(c.text(r) for c in chosen) for r in listing.records)

    def read_register(self, data: bytes) -> Register:
        """The content of a register workbook; a Problem where the file is none."""
        from desktop.sheets.reading import read_register

        return read_register(data)

    def write_instrument(self, instrument: Instrument) -> bytes:
        """An instrument as an .xlsx that `read_instrument` reads back into the same instrument.

        A Problem where it holds what no workbook keeps (a text of 40,000 letters).
        """
        from desktop.domain.instrument_document import draft_from_document, fingerprint
        from desktop.domain.instrument_text import document_of
        from desktop.sheets.instrument_reading import read_table
        from desktop.sheets.instrument_writing import write_instrument

        data = write_instrument(instrument)
        try:
            again = draft_from_document(document_of(read_table(data)[0]))
        except Problem:
            again = None
        if again is None or fingerprint(again) != fingerprint(instrument):
            raise Problem("instrument.workbook_unfit", code=instrument.code)
        return data

    def read_instrument(self, data: bytes) -> Instrument:
        """The instrument of a workbook, whole; else a Problem for every fault with its cell."""
        from desktop.sheets.instrument_reading import read_instrument

        return read_instrument(data)


__all__ = ["Sheets"]

"""`patuh instruments`: what there is to assess with."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import Any

from desktop import shipped
from desktop.commands import files
from desktop.commands.telling import table
from desktop.commands.usage import operator_argument
from desktop.commands.verb import Reply, Verb
from desktop.domain.instrument import Instrument, indicators, weights_note
from desktop.domain.instrument_document import fingerprint
from desktop.domain.instrument_text import read_toml
from desktop.office import workbooks
from desktop.wording import _, dates, scoring

Entry = dict[str, Any]


def shipped_codes() -> tuple[str, ...]:
    """The ids of the shipped instruments: the names of their files."""
    return tuple(sorted(file.stem for file in shipped.path("instruments").glob("*.toml")))


def shipped_instrument(code: str) -> Instrument:
    """One shipped instrument."""
    return read_toml(shipped.text("instruments", f"{code}.toml"))


def from_file(path: str) -> Instrument:
    """An instrument of the user's own, from a .toml or a workbook."""
    if path.lower().endswith(".xlsx"):
        return workbooks().read_instrument(files.read(path))
    return read_toml(files.read_text(path))


def entry_of(whole: Instrument, place: str) -> Entry:
    """What a list tells of an instrument."""
    note = weights_note(whole)
    return {
        "id": whole.code,
        "version": whole.version,
        "name": whole.name,
        "short_name": whole.short_name,
        "status": whole.status,
        "weights": note,
        "note": scoring.weights(note),
        "valid_from": whole.valid_from,
        "valid_to": whole.valid_to,
        "indicators": len(indicators(whole)),
        "sha256": fingerprint(whole),
        "place": place,
    }


def _list_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--office", metavar="F", help=_("tampilkan juga instrumen kantor ini"))
    operator_argument(parser)


def _list(args: Namespace) -> Reply:
    entries = [entry_of(shipped_instrument(code), "shipped") for code in shipped_codes()]
    if args.office:
        entries += _stored(args)
    heads = (_("Kode"), _("Versi"), _("Nama"), _("Status"), _("Berlaku"), _("Asal"))
    rows = [_row(entry) for entry in entries]
    return Reply({"instruments": entries}, table(heads, rows))


def _stored(args: Namespace) -> Iterator[Entry]:
    from desktop.commands.opening import opened
    from desktop.services import instruments

    with opened(args) as office:
        for kept in office.read(instruments.instruments):
            code, number = kept.code, kept.version
            whole = office.read(instruments.instrument, code=code, version=number)
            more = {"state": kept.state, "used_by": kept.used_by}
            yield {**entry_of(whole, "office"), **more}


def _row(entry: Entry) -> tuple[str, ...]:
    status = f"{scoring.status(entry['status'])}, {scoring.weights_in_sentence(entry['weights'])}"
    until = dates.long(entry["valid_to"]) if entry["valid_to"] else "…"
    valid = f"{dates.long(entry['valid_from'])} – {until}"
    place = _("bawaan program") if entry["place"] == "shipped" else _("kantor ini")
    return entry["id"], entry["version"], entry["short_name"], status, valid, place


VERBS = {"instruments": Verb(_list_arguments, _list)}

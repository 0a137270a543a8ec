"""`patuh instruments` and `patuh instrument check`: what there is to assess with."""

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
from desktop.domain.problems import Problem
from desktop.wording import _, dates, scoring

Entry = dict[str, Any]


def shipped_codes() -> tuple[str, ...]:
    """The ids of the shipped instruments: the names of their files."""
    return tuple(sorted(file.stem for file in shipped.path("instruments").glob("*.toml")))


def shipped_instrument(code: str) -> Instrument:
    """One shipped instrument."""
    return read_toml(shipped.text("instruments", f"{code}.toml"))


def from_file(path: str) -> Instrument:
    """An instrument of the user's own, from a .toml."""
    if path.lower().endswith(".xlsx"):
        raise Problem("instrument.workbook_later", path=path)
    return read_toml(files.read_text(path))


def _entry(whole: Instrument, place: str) -> Entry:
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
    entries = [_entry(shipped_instrument(code), "shipped") for code in shipped_codes()]
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
            yield {**_entry(whole, "office"), **more}


def _row(entry: Entry) -> tuple[str, ...]:
    status = f"{scoring.status(entry['status'])}, {scoring.weights_in_sentence(entry['weights'])}"
    until = dates.long(entry["valid_to"]) if entry["valid_to"] else "…"
    valid = f"{dates.long(entry['valid_from'])} – {until}"
    place = _("bawaan program") if entry["place"] == "shipped" else _("kantor ini")
    return entry["id"], entry["version"], entry["short_name"], status, valid, place


def _check_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("step", choices=("check",), help=_("check: apakah instrumen ini utuh?"))
    parser.add_argument("file", metavar="BERKAS.toml", help=_("berkas instrumen"))


def _check(args: Namespace) -> Reply:
    entry = _entry(from_file(args.file), args.file)
    words = _("{name}, versi {version}: {count} indikator, {note}. Instrumen ini utuh.")
    line = words.format(
        name=entry["name"],
        version=entry["version"],
        count=entry["indicators"],
        note=scoring.weights_in_sentence(entry["weights"]),
    )
    return Reply({"instrument": entry}, (line,))


VERBS = {"instruments": Verb(_list_arguments, _list), "instrument": Verb(_check_arguments, _check)}

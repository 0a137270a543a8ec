"""`patuh instrument check|export|import`: instruments as files that people edit."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from desktop.commands.instrument import entry_of, from_file, shipped_codes, shipped_instrument
from desktop.commands.opening import opened
from desktop.commands.usage import operator_argument
from desktop.commands.verb import Misuse, Reply, Verb
from desktop.domain.instrument import Instrument, weights_note
from desktop.domain.instrument_document import fingerprint
from desktop.domain.instrument_writer import write_toml
from desktop.domain.problems import Problem
from desktop.office import Office, workbooks
from desktop.services import instruments
from desktop.services.files import write
from desktop.wording import _, scoring

STEPS = ("check", "export", "import")
KINDS = (".xlsx", ".toml")


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "step",
        choices=STEPS,
        help=_(
            "check: apakah berkas ini utuh? export: tulis instrumen ke berkas. import: simpan "
            "isi berkas sebagai draf"
        ),
    )
    parser.add_argument(
        "what",
        metavar="KODE|BERKAS",
        help=_(
            "kode instrumen (boleh KODE@VERSI) untuk export, selain itu berkas .xlsx atau .toml"
        ),
    )
    parser.add_argument(
        "-o", "--output", metavar="F", help=_("berkas .xlsx atau .toml yang ditulis")
    )
    parser.add_argument(
        "--office", metavar="F", help=_("berkas kantor (.patuh) atau alamat postgresql://")
    )
    operator_argument(parser)


def _run(args: Namespace) -> Reply:
    if args.step == "check":
        return _check(args.what)
    if args.step == "export":
        return _export(args)
    return _import(args)


def _check(path: str) -> Reply:
    entry = entry_of(from_file(path), path)
    words = _("{name}, versi {version}: {count} indikator, {note}. Instrumen ini utuh.")
    line = words.format(
        name=entry["name"],
        version=entry["version"],
        count=entry["indicators"],
        note=scoring.weights_in_sentence(entry["weights"]),
    )
    return Reply({"instrument": entry}, (line,))


def _export(args: Namespace) -> Reply:
    if not args.output:
        raise Misuse(_("export memerlukan -o dan nama berkas."))
    kind = Path(args.output).suffix.lower()
    if kind not in KINDS:
        raise Problem("file.suffix_wrong", path=args.output, suffix=" / ".join(KINDS))
    whole, place = _asked_for(args)
    place_written = write(args.output, _bytes(whole, kind))
    document = {"written": str(place_written), "instrument": entry_of(whole, place)}
    return Reply(document, (f"{place_written}: {_name(whole)}",))


def _asked_for(args: Namespace) -> tuple[Instrument, str]:
    """The instrument of that code, of the office if one is named, else shipped."""
    code, _at, version = str(args.what).partition("@")
    if args.office:
        with opened(args) as office:
            found = office.read(instruments.instrument, code=code, version=version or None)
        return found, "office"
    if code not in shipped_codes():
        raise Problem("instrument.not_shipped", code=code, known=", ".join(shipped_codes()))
    whole = shipped_instrument(code)
    if version and version != whole.version:
        raise Problem("instrument.not_shipped", code=args.what, known=_name(whole))
    return whole, "shipped"


def _name(whole: Instrument) -> str:
    return f"{whole.code}@{whole.version}"


def _bytes(whole: Instrument, kind: str) -> bytes:
    if kind == ".xlsx":
        return workbooks().write_instrument(whole)
    title = _("{name}, versi {version}").format(name=whole.name, version=whole.version)
    return write_toml(whole, head=(title, scoring.weights(weights_note(whole)))).encode()


def _import(args: Namespace) -> Reply:
    if not args.office:
        raise Misuse(_("import memerlukan --office."))
    whole = from_file(args.what)
    with opened(args) as office:
        known = _is_kept(office, whole)
        if not known:
            office.do(instruments.keep_draft, instrument=whole)
    words = (
        _("{name} sudah ada dengan isi yang sama.") if known else _("{name} disimpan sebagai draf.")
    )
    document = {"instrument": entry_of(whole, "office"), "changed": not known}
    return Reply(document, (words.format(name=_name(whole)),))


def _is_kept(office: Office, whole: Instrument) -> bool:
    """Is this very version, with this very content, in the office already?"""
    kept = office.read(instruments.instruments)
    return any(one.code == whole.code and one.sha256 == fingerprint(whole) for one in kept)


VERBS = {"instrument": Verb(_arguments, _run)}

"""`patuh new` and `patuh check`: an office file begins, and is proved whole."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from desktop.commands.opening import operator
from desktop.commands.telling import said
from desktop.commands.usage import operator_argument
from desktop.commands.verb import Reply, Verb
from desktop.domain.health import Fault, Health
from desktop.domain.problems import Problem
from desktop.office import Office
from desktop.services import agencies, health, instruments
from desktop.wording import N_, _, counted


def _new_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="BERKAS", help=_("tempat berkas kantor yang baru"))
    parser.add_argument("--name", required=True, metavar="NAMA", help=_("nama kantor"))
    parser.add_argument(
        "--region", metavar="KODE", help=_("kode wilayah Kemendagri, misalnya 62.13")
    )
    parser.add_argument(
        "--kind",
        choices=("ombudsman", "regency"),
        default="regency",
        help=_("jenis kantor: perwakilan Ombudsman atau pemerintah daerah"),
    )
    parser.add_argument(
        "--with-agencies", action="store_true", help=_("salin daftar instansi wilayah itu")
    )
    operator_argument(parser)


def _new(args: Namespace) -> Reply:
    office = Office.create(
        args.file,
        name=args.name,
        region=args.region,
        kind=args.kind,
        operator=operator(args),
        with_agencies=args.with_agencies,
    )
    try:
        profile = office.profile
        agency_count = len(office.read(agencies.agencies))
        instrument_count = len(office.read(instruments.instruments))
    finally:
        office.close()
    document = {
        "file": args.file,
        "name": profile.name,
        "kind": profile.kind,
        "region": profile.region_code,
        "agencies": agency_count,
        "instruments": instrument_count,
    }
    lines = (
        f"{profile.name}, {profile.region_name}: {args.file}",
        counted("{n} instansi", "{n} instansi", agency_count),
        counted("{n} instrumen", "{n} instrumen", instrument_count),
    )
    return Reply({"office": document}, lines)


_CHECKED = {
    "structure": N_("Struktur berkas"),
    "references": N_("Hubungan antarcatatan"),
    "schema": N_("Versi susunan berkas"),
    "history": N_("Rantai riwayat"),
    "seals": N_("Segel penilaian"),
    "totals": N_("Jumlah yang disimpan"),
}
_FAULTS = {
    "structure": N_("Struktur berkas rusak: {detail}"),
    "references": N_("Tabel {id}, baris {detail}: catatan yang dirujuk tidak ada"),
    "schema": N_("Susunan berkas {id} bukan susunan program ini"),
    "history": N_("Catatan riwayat nomor {id} tidak menyambung dengan yang sebelumnya"),
    "seals": N_("Segel penilaian {unit} ({agency}, {id}) tidak lagi sesuai dengan isinya"),
    "totals": N_("Jumlah penilaian {unit} ({agency}, {id}) berbeda dari hitungan ulang"),
}


def _check_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="BERKAS", help=_("berkas kantor yang diperiksa"))


def _check(args: Namespace) -> Reply:
    office = Office.open(args.file)
    try:
        found = office.read(health.inspect)
    finally:
        office.close()
    checks = [{"check": one, "sound": not found.faults_of(one)} for one in found.checked]
    document: dict[str, object] = {"file": args.file, "sound": found.is_sound, "checks": checks}
    document["faults"] = found.faults
    if found.is_sound:
        return Reply(document, (*_lines(found), _("Berkas ini utuh.")))
    problem = Problem("file.unsound", path=args.file, count=len(found.faults))
    whole = {"problem": problem.code, "facts": problem.facts, "message": said(problem), **document}
    return Reply(whole, (*_lines(found), said(problem)), code=1)


def _lines(found: Health) -> tuple[str, ...]:
    lines: list[str] = []
    for check in found.checked:
        faults = found.faults_of(check)
        word = _("bermasalah") if faults else _("baik")
        lines.append(f"{_(_CHECKED[check])}: {word}")
        lines += (f"  {_fault(fault)}" for fault in faults)
    return tuple(lines)


def _fault(fault: Fault) -> str:
    if not fault.id and fault.check != "structure":
        return _("tidak dapat diperiksa: {detail}").format(detail=fault.detail)
    facts = {"id": fault.id, "unit": fault.unit, "agency": fault.agency, "detail": fault.detail}
    return _(_FAULTS[fault.check]).format(**facts)


VERBS = {"new": Verb(_new_arguments, _new), "check": Verb(_check_arguments, _check)}

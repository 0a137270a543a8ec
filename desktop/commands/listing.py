"""`patuh list` and `patuh export`: lists for people, programs and workbooks.

What a list prints can leave the office, so nothing in it holds a score that is under embargo.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from desktop.commands import files
from desktop.commands.opening import opened
from desktop.commands.telling import plain, table
from desktop.commands.usage import office_arguments
from desktop.commands.verb import Misuse, Reply, Verb
from desktop.domain.agreement import Commitment
from desktop.domain.assessment import Assessment
from desktop.domain.listing import KINDS, OF_ROUNDS, Listing, RoundLine
from desktop.domain.problems import Problem
from desktop.services.files import write
from desktop.services.listing import listing
from desktop.wording import _, counted

SHOWN: dict[str, tuple[str, ...]] = {
    "agencies": ("id", "name", "short_name", "kind", "region_code", "unit_count"),
    "units": ("id", "name", "agency", "unit_type", "products"),
    "rounds": ("id", "name", "year", "track", "instrument_name", "state", "value", "zone"),
    "assessments": tuple(
        "id unit_name round_name shown_state answered applicable value zone".split()
    ),
    "findings": ("id", "unit_name", "code", "indicator_name", "product_name", "due_on"),
    "actions": ("id", "origin", "title", "agency_name", "person", "due_on", "state"),
    "agreements": ("id", "title", "region_name", "signed_on", "state", "commitment_count"),
    "commitments": ("id", "activity", "baseline", "target", "due_on", "standing", "agreement_id"),
    "meetings": ("id", "held_on", "kind", "title", "region_name", "state"),
    "letters": ("id", "number", "dated", "kind", "addressee", "state"),
    "history": ("seq", "at", "by", "act", "kind", "subject"),
}
"""The columns that fit a terminal; a workbook or JSON has them all."""


def _kind_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "kind",
        metavar="KIND",
        choices=KINDS,
        help=_("salah satu dari: {kinds}").format(kinds=", ".join(KINDS)),
    )
    office_arguments(parser)
    parser.add_argument("--round", metavar="ID", help=_("hanya dari putaran ini"))


def _found(args: Namespace, read: Any) -> Listing:
    if args.round and args.kind not in OF_ROUNDS:
        raise Misuse(_("--round tidak dapat dipakai untuk daftar {kind}.").format(kind=args.kind))
    return read(listing, kind=args.kind, round=args.round)


def _list(args: Namespace) -> Reply:
    with opened(args) as office:
        found = _found(args, office.read)
        lines = _lines(found, office.sheets)
    return Reply({args.kind: [_document(record) for record in found.records]}, lines)


def _document(record: Any) -> dict[str, Any]:
    """A record as JSON; where a number is under embargo, the document says so."""
    if isinstance(record, RoundLine):
        whole: dict[str, Any] = plain(record.round)
        more = {"value": plain(record.value), "zone": record.zone}
        return {**whole, **more, "embargoed": not record.round.is_released}
    found: dict[str, Any] = plain(record)
    if isinstance(record, Assessment):
        found |= {"state": record.shown_state, "embargoed": not record.is_released}
    if isinstance(record, Commitment):
        found["standing"] = record.standing
    return found


def _lines(found: Listing, sheets: Any) -> tuple[str, ...]:
    count = counted("{n} baris", "{n} baris", len(found.records))
    if not found.records:
        return (count,)
    heads, rows = sheets.table(found, SHOWN[found.kind])
    hidden = (
        (_("Nilai dan zona tidak dimuat sebelum putarannya dirilis."),) if found.withheld else ()
    )
    return (*table(heads, rows), "", count, *hidden)


def _export_arguments(parser: ArgumentParser) -> None:
    _kind_arguments(parser)
    parser.add_argument(
        "-o", "--output", required=True, metavar="F.xlsx", help=_("berkas yang ditulis")
    )
    parser.add_argument(
        "--without-scores", action="store_true", help=_("tanpa kolom nilai dan zona")
    )


def _export(args: Namespace) -> Reply:
    files.check_suffix(args.output, ".xlsx")
    with opened(args) as office:
        found = _found(args, office.read)
        with_scores = not args.without_scores
        if args.kind == "assessments" and with_scores:
            _check_embargo(found)
        profile = office.profile
        data = office.sheets.export(
            found,
            office=profile.name,
            today=office.today,
            paper=profile.paper,
            with_scores=with_scores,
        )
    place = write(args.output, data)
    count = len(found.records)
    document = {"written": str(place), "kind": args.kind, "rows": count, "scores": with_scores}
    said = counted("{n} baris", "{n} baris", count)
    return Reply(document, (f"{place}: {said}",))


def _check_embargo(found: Listing) -> None:
    if found.withheld:
        raise Problem("export.embargoed", rounds=found.withheld)


VERBS = {"list": Verb(_kind_arguments, _list), "export": Verb(_export_arguments, _export)}

"""`patuh import`: a register workbook, all of it or nothing."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import cast

from desktop.commands import files
from desktop.commands.opening import opened
from desktop.commands.telling import as_document, said
from desktop.commands.usage import office_arguments
from desktop.commands.verb import Reply, Verb
from desktop.domain.act import Changes
from desktop.domain.intake import Register
from desktop.domain.problems import Problem
from desktop.services.intake import take_in
from desktop.wording import _, counted


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="BERKAS.xlsx", help=_("buku kerja yang dibaca"))
    office_arguments(parser)
    parser.add_argument(
        "--dry-run", action="store_true", help=_("hanya katakan apa yang akan terjadi")
    )


def _import(args: Namespace) -> Reply:
    data = files.read(args.file)
    with opened(args) as office:
        register = office.sheets.read_register(data)
        take = office.rehearse if args.dry_run else office.do
        changes = take(take_in, register=register)
    return _reply(args, register, changes)


def _reply(args: Namespace, register: Register, changes: Changes) -> Reply:
    warnings = cast("tuple[Problem, ...]", changes.facts["warnings"])
    counts = {noun: changes.facts[noun] for noun in ("agencies", "units", "products")}
    document = {
        "imported": counts,
        "dry_run": args.dry_run,
        "warnings": [as_document(warning) for warning in warnings],
        "unread": [{"sheet": sheet, "column": head} for sheet, head in register.unread],
    }
    return Reply(document, _lines(args, register, warnings))


def _lines(args: Namespace, register: Register, warnings: tuple[Problem, ...]) -> tuple[str, ...]:
    amounts = (
        counted("{n} instansi", "{n} instansi", len(register.agencies)),
        counted("{n} unit", "{n} unit", len(register.units)),
        counted("{n} produk", "{n} produk", len(register.products)),
    )
    words = _("Akan ditambahkan: {what}.") if args.dry_run else _("Ditambahkan: {what}.")
    unread = (
        _("Lembar {sheet}: kolom {column} tidak dikenal dan tidak dibaca.").format(
            sheet=sheet, column=head
        )
        for sheet, head in register.unread
    )
    return (words.format(what=", ".join(amounts)), *map(said, warnings), *unread)


VERBS = {"import": Verb(_arguments, _import)}

"""`patuh apply`: records and answers in bulk, all or nothing (docs/apply.md)."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from typing import cast

from desktop.commands import files
from desktop.commands.opening import opened
from desktop.commands.usage import office_arguments
from desktop.commands.verb import Reply, Verb
from desktop.services import bulk
from desktop.wording import _


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="BERKAS.json", help=_("dokumen yang diterapkan"))
    office_arguments(parser)


def _apply(args: Namespace) -> Reply:
    document = files.read_json(args.file)
    with opened(args) as office:
        changes = office.do(bulk.apply, document=document)
    counts = cast("Mapping[str, int]", changes.facts["counts"])
    keys = changes.facts["keys"]
    done = ", ".join(f"{noun} {count}" for noun, count in counts.items())
    line = _("Diterapkan: {what}.").format(what=done or _("tidak ada catatan baru"))
    return Reply({"applied": counts, "keys": keys}, (line,))


VERBS = {"apply": Verb(_arguments, _apply)}

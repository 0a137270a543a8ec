"""`patuh score`: the engine alone, one document in and one out (docs/scoring.md)."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from desktop.commands import files
from desktop.commands.instrument import from_file, shipped_codes, shipped_instrument
from desktop.commands.telling import table
from desktop.commands.verb import Reply, Verb
from desktop.domain.exchange import score_document
from desktop.domain.instrument import Instrument
from desktop.wording import _, numbers, scoring


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="BERKAS.json", help=_("jawaban yang dihitung nilainya"))


def _score(args: Namespace) -> Reply:
    document = files.read_json(args.file)
    known = _instruments(document, Path(args.file).parent)
    result = score_document(cast("Mapping[str, object]", document), known)
    return Reply(result, _lines(result))


def _instruments(document: object, folder: Path) -> dict[str, Instrument]:
    """The instrument that the document names; all shipped ones when it names none of them."""
    top: Mapping[str, object] = {}
    if isinstance(document, Mapping):
        top = cast("Mapping[str, object]", document)
    name = top.get("instrument")
    codes = shipped_codes()
    if isinstance(name, str) and name in codes:
        return {name: shipped_instrument(name)}
    if isinstance(name, str) and name.lower().endswith((".toml", ".xlsx")):
        beside = folder / name
        return {name: from_file(str(name if Path(name).exists() else beside))}
    return {code: shipped_instrument(code) for code in codes}


def _lines(result: Mapping[str, Any]) -> tuple[str, ...]:
    heads = (_("Unit"), _("Nilai"), _("Zona"), _("Masih mungkin"))
    entity = {**result, "name": result.get("entity") or _("Seluruhnya")}
    rows = [_row(one) for one in (*result["units"], entity)]
    answered, applicable = result["answered"], result["applicable"]
    done = _("{answered} dari {applicable} butir terjawab").format(
        answered=numbers.integer(answered), applicable=numbers.integer(applicable)
    )
    status = _("Instrumen {code} ({status})").format(
        code=result["instrument"], status=scoring.status(str(result["status"]))
    )
    return (*table(heads, rows), "", f"{done}. {status}.")


def _row(one: Mapping[str, Any]) -> tuple[str, ...]:
    zone = one["zone"]["code"] if one["zone"] else numbers.DASH
    low, high = one["range"] or (None, None)
    possible = "" if one["complete"] else f"{numbers.decimal(low)} … {numbers.decimal(high)}"
    return str(one["name"]), numbers.decimal(one["value"]), zone, possible


VERBS = {"score": Verb(_arguments, _score)}

"""How replies and problems are told: one JSON document, or sentences."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, cast

from desktop.commands.verb import Reply
from desktop.domain.problems import Problem
from desktop.wording.problems import say


def plain(value: object) -> Any:
    """A record as JSON has it: dates ISO, decimals text, pictures left out."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal | Fraction):
        return str(value)
    if isinstance(value, Mapping):
        table = cast("Mapping[object, object]", value)
        return {str(key): plain(inner) for key, inner in table.items()}
    if isinstance(value, frozenset | set):
        return sorted(map(str, cast("Iterable[object]", value)))
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in cast("Sequence[object]", value)]
    return None if isinstance(value, bytes) else str(value)


def as_document(problem: Problem) -> dict[str, object]:
    """A problem as JSON; further ones of the same attempt stand in `more`."""
    facts = plain(problem.facts)
    found: dict[str, object] = {"problem": problem.code, "facts": facts, "message": said(problem)}
    if problem.more:
        found["more"] = [as_document(one) for one in problem.more]
    return found


def said(problem: Problem) -> str:
    """The sentence, on one line."""
    return " ".join(say(problem).split())


def tell(reply: Reply, *, as_json: bool) -> int:
    """Prints a reply; gives its exit code."""
    if as_json:
        _print_json(reply.document)
    else:
        for line in reply.lines:
            print(line)
    return reply.code


def tell_problem(problem: Problem, *, as_json: bool) -> int:
    """Prints a problem and all that were found with it."""
    if as_json:
        _print_json(as_document(problem))
    else:
        for one in problem.each():
            print(said(one), file=sys.stderr)
    return 1


def _print_json(document: Mapping[str, object]) -> None:
    print(json.dumps(plain(document), ensure_ascii=False, indent=1))


def speak_utf8() -> None:
    """Both streams write UTF-8, and a letter that no encoding holds is written as its code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Heads and rows in columns, two spaces apart."""
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    lines = (heads, tuple("-" * width for width in widths), *rows)
    return tuple(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )

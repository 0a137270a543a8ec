"""What kind of value each field of an instrument's records holds, read off the records themselves.

The spellings for people (TOML, workbook) follow these tables, so a field that is added to a record
is written and read by them without being named again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from desktop.domain.exact import exact_text

Sort = Literal[
    "text", "choice", "number", "integer", "flag", "day", "words", "record", "records"
]  # fmt: skip
_PLAIN: Mapping[object, Sort] = {
    str: "text",
    bool: "flag",
    int: "integer",
    date: "day",
    Fraction: "number",
    Decimal: "number",
}


@dataclass(frozen=True, slots=True)
class Kind:
    """One field: its name in the document, and what may stand there."""

    name: str
    sort: Sort
    needed: bool
    """Without a default: the document must say it."""
    default: object = None
    """The default as the document would write it."""
    choices: tuple[str, ...] = ()
    of: type[Any] | None = None
    """For record and records: which."""


@cache
def kinds(record: type[Any]) -> Mapping[str, Kind]:
    """The fields of a record by name, in their order."""
    hints = get_type_hints(record)
    found: dict[str, Kind] = {}
    for each in fields(record):
        sort, choices, of = _sort(hints[each.name])
        needed = each.default is MISSING
        default = None if needed else _written(each.default)
        found[each.name] = Kind(each.name, sort, needed, default, choices, of)
    return MappingProxyType(found)


def _sort(hint: Any) -> tuple[Sort, tuple[str, ...], type[Any] | None]:
    if get_origin(hint) in (Union, UnionType):
        hint = next(each for each in get_args(hint) if each is not NoneType)
    if get_origin(hint) is Literal:
        return "choice", get_args(hint), None
    if get_origin(hint) in (tuple, frozenset):
        inner = get_args(hint)[0]
        if is_dataclass(inner):
            return "records", (), cast("type[Any]", inner)
        return "words", (), None
    if is_dataclass(hint):
        return "record", (), cast("type[Any]", hint)
    return _PLAIN[hint], (), None


def _written(value: object) -> object:
    if isinstance(value, Fraction | Decimal):
        return exact_text(Fraction(value))
    if isinstance(value, tuple | frozenset):
        return sorted(cast("frozenset[str]", value))
    return value

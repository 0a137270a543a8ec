"""How one field of an instrument is written to its document, and read back strictly.

A record names each field once; reading, writing, defaults and the refusal of unknown keys follow.
A place is told in words a person can follow: "P.1, options 3, score".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Generic, TypeVar, cast

from desktop.domain.exact import exact, exact_text
from desktop.domain.problems import Problem

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Codec(Generic[T]):
    """One kind of field: from the document (with the place, for problems), and back to it."""

    read: Callable[[object, str], T]
    write: Callable[[T], object]


def wrong(code: str, place: str, value: object, **facts: object) -> Problem:
    """The problem of a value that its field cannot hold."""
    return Problem(code, place=place, value=str(value)[:60], **facts)


def mapping(value: object, place: str) -> Mapping[str, object]:
    """The value as a table with text keys."""
    if not isinstance(value, Mapping):
        raise wrong("instrument.not_a_table", place, value)
    table = cast(Mapping[object, object], value)
    for key in table:
        if not isinstance(key, str):
            raise wrong("instrument.not_text", place, key)
    return cast(Mapping[str, object], table)


def sequence(value: object, place: str) -> tuple[object, ...]:
    """The value as a list."""
    if not isinstance(value, list | tuple):
        raise wrong("instrument.not_a_list", place, value)
    return tuple(cast("list[object]", value))


def _read_text(value: object, place: str) -> str:
    if not isinstance(value, str):
        raise wrong("instrument.not_text", place, value)
    return value


def _read_integer(value: object, place: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > 10**9:
        raise wrong("instrument.not_an_integer", place, value)
    return value


def _read_flag(value: object, place: str) -> bool:
    if not isinstance(value, bool):
        raise wrong("instrument.not_a_flag", place, value)
    return value


def _read_exact(value: object, place: str) -> Fraction:
    number = exact(value)
    if number is None:
        raise wrong("instrument.not_a_number", place, value)
    return number


def _read_decimal(value: object, place: str) -> Decimal:
    number = _read_exact(value, place)
    written = exact_text(number)
    if "/" in written:
        raise wrong("instrument.not_a_number", place, value)
    return Decimal(written)


def _read_date(value: object, place: str) -> date:
    if type(value) is date:
        return value
    try:
        return date.fromisoformat(_read_text(value, place))
    except ValueError:
        raise wrong("instrument.not_a_date", place, value) from None


text = Codec(_read_text, str)
integer = Codec(_read_integer, int)
flag = Codec(_read_flag, bool)
number = Codec(_read_exact, exact_text)
decimal = Codec(_read_decimal, lambda value: exact_text(Fraction(value)))
day = Codec(_read_date, date.isoformat)


def filled(codec: Codec[str]) -> Codec[str]:
    """A text that must say something."""

    def read(value: object, place: str) -> str:
        said = codec.read(value, place)
        if not said.strip():
            raise wrong("instrument.text_empty", place, value)
        return said

    return Codec(read, codec.write)


def optional(codec: Codec[T]) -> Codec[T | None]:
    """The value, or null."""
    return Codec(
        lambda value, place: None if value is None else codec.read(value, place),
        lambda value: None if value is None else codec.write(value),
    )


def choice(*words: str) -> Codec[Any]:
    """One of these words."""

    def read(value: object, place: str) -> str:
        if not isinstance(value, str) or value not in words:
            raise wrong("instrument.not_a_choice", place, value, choices=", ".join(words))
        return value

    return Codec(read, str)


def many(codec: Codec[T]) -> Codec[tuple[T, ...]]:
    """A list of such values."""

    def read(value: object, place: str) -> tuple[T, ...]:
        items = sequence(value, place)
        return tuple(codec.read(item, f"{place} {i}") for i, item in enumerate(items, start=1))

    return Codec(read, lambda values: [codec.write(value) for value in values])


def words_of(codec: Codec[str]) -> Codec[frozenset[str]]:
    """A set of words, written in order."""
    listed = many(codec)
    return Codec(
        lambda value, place: frozenset(listed.read(value, place)), lambda words: [*sorted(words)]
    )


def record(
    kind: type[T], given: Mapping[str, object] | None = None, /, **codecs: Codec[Any]
) -> Codec[T]:
    """A frozen dataclass as a table. Fields equal to their default are not written.

    `given` fills fields that the document does not hold.
    """
    defaults = {
        each.name: each.default
        for each in fields(cast(Any, kind))
        if each.name in codecs and each.default is not MISSING
    }

    def read(value: object, place: str) -> T:
        table = mapping(value, place)
        for key in table:
            if key not in codecs:
                raise Problem("instrument.field_unknown", place=place, key=key)
        for name in codecs:
            if name not in table and name not in defaults:
                raise Problem("instrument.field_missing", place=place, key=name)
        said = {key: codecs[key].read(each, f"{place}, {key}") for key, each in table.items()}
        return kind(**(given or {}), **said)

    def write(value: T) -> dict[str, object]:
        found = {name: getattr(value, name) for name in codecs}
        return {
            name: codecs[name].write(found[name])
            for name in codecs
            if name not in defaults or found[name] != defaults[name]
        }

    return Codec(read, write)

"""Letter content to text and back: what the register keeps. Numbers are text, pictures base64."""

from __future__ import annotations

import base64
import json
import types
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from desktop.domain.letter import Checklist, ResultLetter, SuggestionLetter
from desktop.domain.letter_fields import LetterFields
from desktop.domain.problems import Problem

Content = ResultLetter | SuggestionLetter | Checklist
T = TypeVar("T")
KINDS: dict[str, type[Content]] = {
    "result": ResultLetter,
    "suggestion": SuggestionLetter,
    "checklist": Checklist,
}


def kind_of(content: Content) -> str:
    """result | suggestion | checklist."""
    return next(kind for kind, shape in KINDS.items() if isinstance(content, shape))


def to_text(content: Content, fields: LetterFields | None = None) -> str:
    """Canonical JSON: the same content gives the same text. `fields` are what a person typed, so
    that a draft can be taken up again."""
    data = {"kind": kind_of(content), "content": _written(content)}
    if fields is not None:
        data["fields"] = _written(fields)
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_text(text: str) -> Content:
    """The content that `to_text` wrote; anything else is a problem, not a guess."""
    try:
        data = json.loads(text)
        return _record(KINDS[data["kind"]], data["content"])
    except (ValueError, KeyError, TypeError, ArithmeticError) as error:
        raise Problem("letter.content_damaged") from error


def fields_from_text(text: str) -> LetterFields | None:
    """The fields kept with a content, if there are any."""
    try:
        data = json.loads(text).get("fields")
        return None if data is None else _record(LetterFields, data)
    except (ValueError, KeyError, TypeError, ArithmeticError, AttributeError) as error:
        raise Problem("letter.content_damaged") from error


def _written(value: object) -> Any:
    if is_dataclass(value):
        return {one.name: _written(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, tuple):
        return [_written(one) for one in cast("tuple[object, ...]", value)]
    if isinstance(value, Decimal | Fraction):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    return value


def _read(shape: Any, data: Any) -> Any:
    origin = get_origin(shape)
    if origin in (Union, types.UnionType):
        return _read_union(get_args(shape), data)
    if origin is tuple:
        return _read_tuple(get_args(shape), data)
    if origin is Literal:
        return _expect(data in get_args(shape), data)
    if shape is Decimal or shape is Fraction:
        return shape(_expect(isinstance(data, str), data))
    if shape is date:
        return date.fromisoformat(data)
    if shape is bytes:
        return base64.b64decode(data, validate=True)
    if is_dataclass(shape):
        return _record(cast("type[object]", shape), data)
    return _expect(type(data) is shape, data)


def _record(shape: type[T], data: dict[str, Any]) -> T:
    hints = _hints(shape)
    return shape(**{name: _read(hints[name], value) for name, value in data.items()})


@cache
def _hints(shape: type[object]) -> dict[str, Any]:
    return get_type_hints(shape)


def _read_union(shapes: tuple[Any, ...], data: Any) -> Any:
    if data is None:
        return _expect(type(None) in shapes, data)
    if Decimal in shapes:
        return Fraction(data) if "/" in data else Decimal(data)
    return _read(next(one for one in shapes if one is not type(None)), data)


def _read_tuple(shapes: tuple[Any, ...], data: Any) -> Any:
    _expect(isinstance(data, list), data)
    if shapes[-1] is Ellipsis:
        return tuple(_read(shapes[0], one) for one in data)
    return tuple(_read(shape, one) for shape, one in zip(shapes, data, strict=True))


def _expect(holds: bool, data: Any) -> Any:
    if not holds:
        raise TypeError(data)
    return data

"""Files that a command reads. Whatever a file system refuses is a Problem."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import NoReturn

from desktop.domain.problems import Problem
from desktop.services.files import as_problem


def read(path: str, *, most: int = 200_000_000) -> bytes:
    """The bytes of a file (or of a pipe), as far as anybody may mean them."""
    try:
        if Path(path).is_dir():
            raise Problem("file.is_folder", path=path)
        with Path(path).open("rb") as stream:
            data = stream.read(most + 1)
    except OSError as error:
        raise as_problem(error, path) from error
    except ValueError:  # a NUL in the name
        raise Problem("file.name_wrong", path=path) from None
    if len(data) > most:
        raise Problem("file.too_large", path=path, megabytes=most // 1_000_000)
    return data


def read_text(path: str) -> str:
    """The text of a UTF-8 file, with or without its mark."""
    try:
        return read(path, most=50_000_000).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Problem("file.not_text", path=path) from None


def read_json(path: str) -> object:
    """A JSON document; numbers with a point are exact."""
    text = read_text(path)
    try:
        return json.loads(text, parse_float=Decimal, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        raise Problem("file.not_json", path=path, line=error.lineno) from None
    except (ValueError, RecursionError, ArithmeticError):
        raise Problem("file.not_json", path=path, line=1) from None


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def check_suffix(path: str, suffix: str) -> None:
    """What a command writes bears the ending of its kind, or nobody could open it."""
    if Path(path).suffix.lower() != suffix:
        raise Problem("file.suffix_wrong", path=path, suffix=suffix)

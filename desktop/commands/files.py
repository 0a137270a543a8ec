"""Files that a command reads and writes. Whatever a file system refuses is a Problem."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from decimal import Decimal
from pathlib import Path
from typing import NoReturn

from desktop.domain.problems import Problem

_CODES = {
    errno.ENOENT: "file.missing",
    errno.ENOTDIR: "file.missing",
    errno.EISDIR: "file.is_folder",
    errno.EACCES: "file.denied",
    errno.EPERM: "file.denied",
    errno.EROFS: "file.denied",
    errno.ENOSPC: "file.disk_full",
    errno.EDQUOT: "file.disk_full",
    errno.EEXIST: "file.exists",
    errno.ENAMETOOLONG: "file.name_wrong",
    errno.EINVAL: "file.name_wrong",
    errno.ELOOP: "file.missing",
}


def as_problem(error: OSError, path: str = "") -> Problem:
    """What the system refused, as a sentence can say it."""
    code = _CODES.get(error.errno or 0, "file.unreadable")
    return Problem(code, path=path or str(error.filename or ""))


def read(path: str, *, most: int = 200_000_000) -> bytes:
    """The bytes of a file."""
    place = Path(path)
    try:
        if place.is_dir():
            raise Problem("file.is_folder", path=path)
        if place.exists() and not place.is_file():
            raise Problem("file.unreadable", path=path)
        if place.is_file() and place.stat().st_size > most:
            raise Problem("file.too_large", path=path, megabytes=most // 1_000_000)
        return place.read_bytes()
    except OSError as error:
        raise as_problem(error, path) from error
    except ValueError:  # a NUL in the name
        raise Problem("file.name_wrong", path=path) from None


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


@contextmanager
def staged(path: str, data: bytes, *, suffix: str) -> Generator[Path, None, None]:
    """Writes a file whole or not at all: beside its place first, in its place when the block ends
    well. A file that stands there is replaced only then."""
    place = Path(path)
    if place.suffix.lower() != suffix:
        raise Problem("file.suffix_wrong", path=path, suffix=suffix)
    part = place.with_name(f".{place.name}.part")
    try:
        if place.is_dir():
            raise Problem("file.is_folder", path=path)
        if not place.resolve().parent.is_dir():
            raise Problem("file.no_folder", path=str(place.resolve().parent))
        _write_part(part, data)
        yield place
        part.replace(place)
    except OSError as error:
        raise as_problem(error, path) from error
    except ValueError:  # a NUL in the name
        raise Problem("file.name_wrong", path=path) from None
    finally:
        with suppress(OSError, ValueError):
            part.unlink(missing_ok=True)


def _write_part(part: Path, data: bytes) -> None:
    with part.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def write(path: str, data: bytes, *, suffix: str) -> Path:
    """Writes a file whole or not at all."""
    with staged(path, data, suffix=suffix) as place:
        return place

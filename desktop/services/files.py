"""Files written whole or not at all; what a file system refuses, as a problem."""

from __future__ import annotations

import errno
import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop.domain.problems import Problem

CODES = {
    errno.ENOENT: "file.missing",
    errno.ENOTDIR: "file.missing",
    errno.ELOOP: "file.missing",
    errno.EISDIR: "file.is_folder",
    errno.EACCES: "file.denied",
    errno.EPERM: "file.denied",
    errno.EROFS: "file.denied",
    errno.ENOSPC: "file.disk_full",
    errno.EDQUOT: "file.disk_full",
    errno.EEXIST: "file.exists",
    errno.ENAMETOOLONG: "file.name_wrong",
    errno.EINVAL: "file.name_wrong",
}


def as_problem(error: OSError, path: str = "") -> Problem:
    """What the system refused, as a sentence can say it."""
    code = CODES.get(error.errno or 0, "file.unreadable")
    return Problem(code, path=path or str(error.filename or ""))


@contextmanager
def staged(path: str, data: bytes) -> Generator[Path]:
    """Writes beside the place first, and into it when the block ends well: a file is whole or not
    there, and what stood there stays until then."""
    place = Path(path)
    part = place.with_name(f".{place.name}.part")
    try:
        if place.is_dir():
            raise Problem("file.is_folder", path=path)
        if not place.resolve().parent.is_dir():
            raise Problem("file.no_folder", path=str(place.resolve().parent))
        with part.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        yield place
        part.replace(place)
    except OSError as error:
        raise as_problem(error, path) from error
    except ValueError:  # a NUL in the name
        raise Problem("file.name_wrong", path=path) from None
    finally:
        with suppress(OSError, ValueError):
            part.unlink(missing_ok=True)


def write(path: str, data: bytes) -> Path:
    """Writes a file whole or not at all."""
    with staged(path, data) as place:
        return place

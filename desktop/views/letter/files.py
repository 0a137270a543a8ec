"""The file of a letter: written whole or not at all, and registered with its hash."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from errno import EACCES, ENOENT, ENOSPC, EPERM, EROFS
from pathlib import Path
from typing import Any

from desktop.domain.problems import Problem
from desktop.services import letters

_CODES = {
    ENOENT: "file.missing",
    EACCES: "file.denied",
    EPERM: "file.denied",
    EROFS: "file.denied",
    ENOSPC: "file.disk_full",
}


@contextmanager
def staged(path: str, data: bytes) -> Generator[None]:
    """Writes beside the place first, and into it when the block ends well."""
    place = Path(path)
    part = place.with_name(f".{place.name}.part")
    try:
        with part.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        yield
        os.replace(part, place)  # noqa: PTH105 the one call that replaces on every system
    except OSError as error:
        raise Problem(_CODES.get(error.errno or 0, "file.unreadable"), path=path) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def write(path: str, pdf: bytes) -> str:
    """A copy of a paper."""
    with staged(path, pdf):
        return path


def issue(office: Any, path: str, facts: Mapping[str, Any]) -> str:
    """Registers a letter as final with the hash of the file it writes; returns its id.

    The file is on the disk before the register is touched, and takes its name after it.
    """
    pdf: bytes = office.paper.letter(facts["content"])
    with staged(path, pdf):
        kept = office.do(letters.keep_letter, **facts).id
        sha256 = hashlib.sha256(pdf).hexdigest()
        office.do(letters.issue_letter, id=kept, sha256=sha256)
    return str(kept)

"""The file of a letter: written whole or not at all, and registered with its hash."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from desktop.services import letters
from desktop.services.files import staged
from desktop.services.files import write as write_file


def write(path: str, pdf: bytes) -> str:
    """A copy of a paper."""
    return str(write_file(path, pdf))


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

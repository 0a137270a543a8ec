"""`patuh demo`: one worked office, built from data files through the same use cases as the rest.

Real regions hold only what the five stories and published results say; everything made up belongs
to Kabupaten Contoh and is stamped CONTOH (docs/demo.md).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import cast

from desktop.commands.demo_papers import write_papers
from desktop.commands.demo_seeds import document, published
from desktop.office import Office
from desktop.services import bulk

NOW = "2026-11-23T09:00+07:00"
NAME = "Perwakilan Contoh"
OPERATOR = "Siti Rahmah"
DOCUMENTS = ("office", "stories", "register", "round-2025", "published", "round-2026", "follow-up")
"""In the order in which the office came to know them."""


def run(
    folder: Path, *, papers: bool = True, told: Callable[[int, int, str], object] = lambda *_: None
) -> tuple[Path, ...]:
    """Builds the demo office in `folder` and returns what was written, the office file first.

    `told(done, of, item)` hears how far it is.

    The clock stands at `NOW` unless `PATUH_NOW` says otherwise, and stays there for the window
    that opens afterwards: the demo's days are counted from it.
    """
    os.environ.setdefault("PATUH_NOW", NOW)
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{NAME}.patuh"
    office = Office.create(file, name=NAME, region="99", kind="ombudsman", operator=OPERATOR)
    try:
        keys = fill(office, told=told)
        told(len(DOCUMENTS), len(DOCUMENTS) + 1, "")
        written = write_papers(office, folder, keys) if papers else ()
    except BaseException:
        office.close()
        file.unlink()
        raise
    office.close()
    return (file, *written)


def fill(
    office: Office,
    names: Sequence[str] = DOCUMENTS,
    told: Callable[[int, int, str], object] = lambda *_: None,
) -> dict[str, str]:
    """Applies the demo's documents; returns the local keys with their public ids."""
    keys: dict[str, str] = {}
    for at, name in enumerate(names):
        told(at, len(names) + 1, "")
        whole = published() if name == "published" else document(name)
        changes = office.do(bulk.apply, document=whole, keys=keys)
        keys = dict(cast("Mapping[str, str]", changes.facts["keys"]))
    return keys

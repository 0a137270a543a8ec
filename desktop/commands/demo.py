"""`patuh demo`: one worked office, built from data files through the same use cases as the rest.

Real regions hold only what the five stories and published results say; everything made up belongs
to Kabupaten Contoh and is stamped CONTOH (docs/demo.md).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from desktop.commands.demo_papers import write_papers
from desktop.commands.demo_seeds import document, published
from desktop.office import Office
from desktop.services import bulk

NOW = "2026-11-23T09:00+07:00"
NAME = "Perwakilan Contoh"
OPERATOR = "Siti Rahmah"
DOCUMENTS = (
    *("office", "stories", "register", "round-2025", "published", "round-2026", "follow-up"),
    "round-2021",
)
"""In the order in which the office came to know them: the oldest round was entered last."""

Told = Callable[[int, int, str], object]
"""Hears (done, of, item) while the demo is built."""


def _silent(done: int, of: int, item: str) -> None:
    """Nobody listens."""


def run(folder: Path, *, papers: bool = True, told: Told = _silent) -> tuple[Path, ...]:
    """Builds the demo office in `folder` and returns what was written, the office file first.

    `told(done, of, item)` hears how far it is. While it is built the clock stands at `NOW`,
    unless `PATUH_NOW` says otherwise; afterwards it is the computer's again, since the next office
    opened in this process may be a real one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{NAME}.patuh"
    with _standing_clock():
        office = Office.create(file, name=NAME, region="99", kind="ombudsman", operator=OPERATOR)
        try:
            keys = fill(office, DOCUMENTS, told)
            told(len(DOCUMENTS), len(DOCUMENTS) + 1, "")
            written = write_papers(office, folder, keys) if papers else ()
        except BaseException:
            office.close()
            file.unlink()
            raise
        office.close()
    return (file, *written)


@contextmanager
def _standing_clock() -> Generator[None, None, None]:
    fixed = os.environ.get("PATUH_NOW")
    if not fixed:
        os.environ["PATUH_NOW"] = NOW
    try:
        yield
    finally:
        if fixed is None:
            del os.environ["PATUH_NOW"]
        else:
            os.environ["PATUH_NOW"] = fixed


def fill(
    office: Office,
    names: Sequence[str],
    told: Told = _silent,
) -> dict[str, str]:
    """Applies the demo's documents; returns the local keys with their public ids."""
    keys: dict[str, str] = {}
    for at, name in enumerate(names):
        told(at, len(names) + 1, "")
        whole = published() if name == "published" else document(name)
        changes = office.do(bulk.apply, document=whole, keys=keys)
        keys = dict(cast("Mapping[str, str]", changes.facts["keys"]))
    return keys

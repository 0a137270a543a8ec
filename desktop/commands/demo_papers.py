"""The demo's papers."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from desktop.office import Office


def write_papers(office: Office, folder: Path, keys: Mapping[str, str]) -> tuple[Path, ...]:
    """Composes, prints and registers the demo's letters."""
    return ()

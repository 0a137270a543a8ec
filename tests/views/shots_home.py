"""Pictures of Beranda."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtWidgets import QWidget


def shots(window: Any, office: Any) -> Iterator[tuple[str, QWidget]]:
    """The first page on the office's current round."""
    window.go("home")
    yield "home", window

"""Pictures of Hasil."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.services import rounds


def shots(window: Any, office: Any) -> Iterator[tuple[str, QWidget]]:
    """A released round and one under embargo."""
    window.go("score")
    kept = window.round_id
    for each in office.read(rounds.rounds, region="99.01"):
        window.choose_round(each.id)
        yield f"score-{each.state}", window
    window.choose_round(kept)

"""Days in a command."""

from __future__ import annotations

from datetime import date

from desktop.commands.verb import Misuse
from desktop.wording import _, dates


def day(option: str, text: str | None) -> date | None:
    """The day that an option names, in any way of writing that cannot be misread."""
    found = dates.parse(text) if text else None
    if text and found is None:
        words = _("{option}: {text} bukan tanggal. Tulis misalnya 2026-11-23.")
        raise Misuse(words.format(option=option, text=text))
    return found

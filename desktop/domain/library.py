"""The office's instruments as a list shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class InstrumentEntry:
    """One stored version of an instrument, without its tree."""

    code: str
    version: str
    name: str
    short_name: str
    status: str
    """official | draft (weights not sourced: "bobot belum resmi")"""
    state: str
    """draft | published | superseded"""
    sha256: str
    valid_from: date
    valid_to: date | None
    indicator_count: int
    used_by: int
    """How many rounds use it."""
    weights: str = "assumed"
    """official | partly | assumed: are the weights that count taken from a source?"""

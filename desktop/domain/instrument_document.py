"""An instrument as its canonical document: what is stored, sealed and compared."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.domain.instrument import Instrument


def to_document(instrument: Instrument) -> dict[str, object]:
    """JSON-able: exact numbers as text, dates ISO, absent = the default."""
    raise NotImplementedError


def from_document(document: Mapping[str, object]) -> Instrument:
    """The instrument, checked whole. Each fault is a Problem naming its place."""
    raise NotImplementedError


def canonical(document: Mapping[str, object]) -> bytes:
    """UTF-8 JSON with sorted keys and no spaces: the bytes that are hashed."""
    raise NotImplementedError


def fingerprint(instrument: Instrument) -> str:
    """sha256 of the canonical document, hex."""
    raise NotImplementedError

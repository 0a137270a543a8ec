"""An instrument as a person writes it: TOML, one [[node]] after the other."""

from __future__ import annotations

from desktop.domain.instrument import Instrument


def read_toml(text: str) -> Instrument:
    """The instrument of a TOML text. Each fault is a Problem naming its place."""
    raise NotImplementedError

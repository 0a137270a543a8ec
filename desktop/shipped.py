"""Finds what is shipped with the program, in a checkout or in a wheel. Nobody else does."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """The folder of shipped resources: of the checkout, or of the installed package."""
    package = Path(__file__).resolve().parent
    for place in (package / "resources", package.parent / "resources"):
        if place.is_dir():
            return place
    raise FileNotFoundError(package / "resources")


def path(*parts: str) -> Path:
    """One shipped file or folder."""
    return root().joinpath(*parts)


def data(*parts: str) -> bytes:
    """The bytes of one shipped file."""
    return path(*parts).read_bytes()


def text(*parts: str) -> str:
    """The text of one shipped file, UTF-8."""
    return path(*parts).read_text(encoding="utf-8")

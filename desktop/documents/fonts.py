"""The one face of the papers: Arimo (metrics of Arial) in three cuts, embedded and subset."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Literal

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

Face = Literal["regular", "bold", "italic"]
NAMES: dict[Face, str] = {
    "regular": "Arimo",
    "bold": "Arimo-Bold",
    "italic": "Arimo-Italic",
}


@dataclass(frozen=True, slots=True)
class FontFiles:
    """Where the three static faces are, or their bytes."""

    regular: Path | bytes
    bold: Path | bytes
    italic: Path | bytes


def register(files: FontFiles) -> None:
    """Makes the faces known to the PDF library, once per process."""
    known = set(pdfmetrics.getRegisteredFontNames())
    for face, name in NAMES.items():
        if name not in known:
            source: Path | bytes = getattr(files, face)
            data = source if isinstance(source, bytes) else source.read_bytes()
            pdfmetrics.registerFont(  # pyright: ignore[reportUnknownMemberType]
                TTFont(name, BytesIO(data))
            )


def width(text: str, face: Face, size: float) -> float:
    """The width of a text in points."""
    return _width(text, face) * size


@lru_cache(maxsize=32_768)
def _width(text: str, face: Face) -> float:
    return pdfmetrics.stringWidth(text, NAMES[face], 1)

"""One paper wing for all tests, and readers of what it made."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader

from desktop.documents import Paper
from tests.documents import samples
from tests.wording.conftest import english

__all__ = ["english"]


@pytest.fixture(scope="session")
def paper() -> Paper:
    return samples.paper()


def grey_page(paper: Paper, pdf: bytes, page: int, scale: float) -> Image.Image:
    """A page as a grey picture."""
    image = paper.page_image(pdf, page, scale)
    size = (image.width, image.height)
    return Image.frombuffer("RGB", size, image.data, "raw", "BGRX", image.stride, 1).convert("L")


class Pages:
    """The text of each page, and where each piece of it stands (points from the lower left)."""

    def __init__(self, pdf: bytes) -> None:
        self.reader = PdfReader(BytesIO(pdf))
        self.texts = [page.extract_text() for page in self.reader.pages]
        self.all = " ".join(self.texts)

    @property
    def solid(self) -> str:
        """Everything without white space, as lines and columns may break anywhere."""
        return re.sub(r"\s", "", self.all)

    def pieces(self, page: int) -> list[tuple[str, float, float]]:
        """(text, x, baseline) of each run of a page."""
        found: list[tuple[str, float, float]] = []

        def visit(text: str, cm: list[float], tm: list[float], *_rest: object) -> None:
            if text.strip():
                found.append((text.strip(), tm[4] + cm[4], tm[5] + cm[5]))

        self.reader.pages[page].extract_text(visitor_text=visit)
        return found

    def size(self, words: str, page: int = 0) -> float:
        """The type size of a run that begins with these words."""
        found: list[float] = []

        def visit(text: str, _cm: object, _tm: object, _font: object, size: float) -> None:
            if text.strip().startswith(words):
                found.append(size)

        self.reader.pages[page].extract_text(visitor_text=visit)
        return found[0]

    def place(self, words: str, page: int = 0) -> tuple[float, float]:
        """Where a run that begins with these words stands."""
        return next((x, y) for text, x, y in self.pieces(page) if text.startswith(words))

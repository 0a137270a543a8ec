"""Pages of a PDF as pictures and as text, by PDFium. PDFium is not thread-safe: one lock."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import Any

import pypdfium2  # pyright: ignore[reportMissingTypeStubs]

_lock = Lock()


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page as pixels, four bytes each in the order B, G, R, unused (Qt: Format_RGB32)."""

    width: int
    height: int
    stride: int
    data: bytes


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with _opened(pdf) as document:
        return len(document)


def page_sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of each page in points."""
    with _opened(pdf) as document:
        return tuple(page.get_size() for page in document)


def page_image(pdf: bytes, page: int, scale: float) -> PageImage:
    """A page (from 0) as a picture; scale 1 is 72 dots per inch, 300 / 72 is print."""
    with _opened(pdf) as document:
        bitmap = document[page].render(scale=scale, prefer_bgrx=True)
        return PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))


def page_texts(pdf: bytes) -> tuple[str, ...]:
    """The text of each page in reading order, as a search or a copy finds it."""
    with _opened(pdf) as document:
        return tuple(page.get_textpage().get_text_bounded() for page in document)


def text_boxes(pdf: bytes, page: int, text: str) -> tuple[tuple[float, float, float, float], ...]:
    """Where a page (from 0) first says a text, also across lines: x, y, width and height of each
    line in points from the upper left corner. Empty when the page does not say it."""
    with _opened(pdf) as document:
        sheet = document[page]
        words = sheet.get_textpage()
        found = words.search(text, match_case=True).get_next()
        count = words.count_rects(*found) if found else 0
        boxes = (words.get_rect(line) for line in range(count))
        high = sheet.get_height()
        return tuple((x, high - top, end - x, top - low) for x, low, end, top in boxes)


@contextmanager
def _opened(pdf: bytes) -> Generator[Any]:
    with _lock:
        document: Any = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()

"""The wing of paper: content in, PDF bytes out; and PDF bytes into pictures of pages.

Importing this module is cheap: the PDF libraries come with the first paper or picture.
Paper is Indonesian whatever the window speaks.
"""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from desktop.wording import speaking

if TYPE_CHECKING:
    from desktop.documents.images import PageImage
    from desktop.domain.letter import Checklist, ResultLetter, SuggestionLetter

_lock = Lock()


class Paper:
    """Makes papers with the three faces it was given. Safe from any thread, one at a time."""

    def __init__(self, regular: Path | bytes, bold: Path | bytes, italic: Path | bytes) -> None:
        self._faces = (regular, bold, italic)

    def letter(self, content: ResultLetter | SuggestionLetter | Checklist) -> bytes:
        """The PDF of any content, by its kind."""
        from desktop.domain import letter as kinds

        if isinstance(content, kinds.ResultLetter):
            return self.result_letter(content)
        if isinstance(content, kinds.SuggestionLetter):
            return self.suggestion_letter(content)
        return self.checklist(content)

    def result_letter(self, letter: ResultLetter) -> bytes:
        """Paper 1: the assessment letter with its annex. Whether it may leave is not asked here."""
        from desktop.documents.result import result_letter

        with _lock, speaking("id"):
            self.register()
            return result_letter(letter)

    def suggestion_letter(self, letter: SuggestionLetter) -> bytes:
        """Paper 2: suggestions under embargo; refused when a text would tell a result."""
        from desktop.documents.suggestion import suggestion_letter

        with _lock, speaking("id"):
            self.register()
            return suggestion_letter(letter)

    def checklist(self, paper: Checklist) -> bytes:
        """Paper 3: the follow-up checklist of an agreement."""
        from desktop.documents.checklist import checklist

        with _lock, speaking("id"):
            self.register()
            return checklist(paper)

    def check_picture(self, data: bytes) -> None:
        """Refuses an emblem that cannot be printed, when it is chosen and not when it is used."""
        from desktop.documents.kop import check_picture

        check_picture(data)

    def page_count(self, pdf: bytes) -> int:
        """How many pages a PDF has."""
        from desktop.documents import images

        return images.page_count(pdf)

    def page_sizes(self, pdf: bytes) -> tuple[tuple[float, float], ...]:
        """Width and height of each page in points."""
        from desktop.documents import images

        return images.page_sizes(pdf)

    def page_image(self, pdf: bytes, page: int, scale: float) -> PageImage:
        """A page (from 0) as pixels; scale 1 is 72 dots per inch."""
        from desktop.documents import images

        return images.page_image(pdf, page, scale)

    def page_texts(self, pdf: bytes) -> tuple[str, ...]:
        """The text of each page."""
        from desktop.documents import images

        return images.page_texts(pdf)

    def text_boxes(
        self, pdf: bytes, page: int, text: str
    ) -> tuple[tuple[float, float, float, float], ...]:
        """Where a page first says a text: x, y, width, height in points from the upper left."""
        from desktop.documents import images

        return images.text_boxes(pdf, page, text)

    def register(self) -> None:
        """Makes the faces known to the PDF library; each paper does so before it is drawn."""
        from desktop.documents.fonts import FontFiles, register

        register(FontFiles(*self._faces))

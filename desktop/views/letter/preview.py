"""From what the fields say to pages on the desk: beside the window, after a short rest, and only
the newest. Nothing here reads the office; facts come in with the composing function."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from desktop.domain.letter_data import Content
from desktop.domain.problems import Problem
from desktop.views.jobs import Deliveries
from desktop.views.letter.paper import Mark, PaperView

REST = 250
"""Milliseconds without a key before the paper is made anew."""
Compose = Callable[[], Content]


@dataclass(frozen=True, slots=True)
class Made:
    """A paper: what it says, its file, and pictures of the pages in sight."""

    content: Content
    pdf: bytes
    sizes: tuple[tuple[float, float], ...]
    images: Mapping[int, QImage]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class _Order:
    compose: Compose
    stamped: bool
    pages: tuple[int, ...]
    scale: float
    sought: str


def as_draft(content: Content) -> Content:
    """What is printed before it was issued says so on every page."""
    return replace(content, stamp=content.stamp or "DRAF")


def picture_of(paper: Any, pdf: bytes, page: int, scale: float) -> QImage:
    """A page as an image that owns its pixels."""
    drawn = paper.page_image(pdf, page, scale)
    kind = QImage.Format.Format_RGB32
    return QImage(drawn.data, drawn.width, drawn.height, drawn.stride, kind).copy()


class Preview(QObject):
    """Makes papers for one view. While one is being made the newest wish waits."""

    made = Signal(object)
    """A new paper is on the desk (Made)."""
    refused = Signal(object)
    """A Problem; the last paper stays, greyed."""

    def __init__(self, view: PaperView, fault: Callable[[BaseException], object]) -> None:
        super().__init__(view)
        self._view, self._fault = view, fault
        self._paper: Any = None
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="preview")
        self._deliveries = Deliveries(self)
        self._wish: tuple[Compose, bool] | None = None
        self._sought, self._sought_now = "", ""
        self._busy = self._drawing = False
        self._turn = 0
        self.last: Made | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._begin)
        view.wanted.connect(self._draw_missing)

    # What pages use

    def ask(
        self, paper: Any, compose: Compose, *, stamped: bool, now: bool = False, sought: str = ""
    ) -> None:
        """Wishes another paper; `stamped` marks it as a draft. After a rest, or `now`."""
        self._paper, self._wish, self._sought = paper, (compose, stamped), sought
        self._rest.start(0 if now else REST)

    def seek(self, text: str) -> None:
        """Marks this text on the paper that is there."""
        self._sought = text
        if self.last is None or self._busy or self._rest.isActive() or text == self._sought_now:
            return
        pdf, turn, paper = self.last.pdf, self._turn, self._paper
        self._sought_now = text

        def show(marks: tuple[Mark, ...]) -> None:
            if turn == self._turn and text == self._sought_now:
                self._view.show_marks(marks)

        future = self._pool.submit(marks_of, paper, pdf, text)
        self._deliveries.await_result(future, self._view, show, self._fault)

    def clear(self, words: str = "") -> None:
        """No paper, and why there is none."""
        self._rest.stop()
        self._turn += 1
        self._wish, self.last, self._busy = None, None, False
        self._view.show_marks(())
        self._view.show_words(words)

    def is_settled(self) -> bool:
        """Whether the paper is what was last wished for."""
        return not (self._busy or self._rest.isActive() or self._wish)

    # How it works

    def _begin(self) -> None:
        if self._busy or self._wish is None:
            return
        (compose, stamped), self._wish = self._wish, None
        self._busy = True
        self._turn += 1
        turn, sought = self._turn, self._sought
        pages = self._view.pages_in_sight() or (0, 1)
        scale = self._view.pixel_scale() if self._view.page_count() else 0.0
        order = _Order(compose, stamped, pages, scale or self._guess(), sought)

        def show(made: Made) -> None:
            if turn == self._turn:
                self._show(made, sought)

        def fail(error: BaseException) -> None:
            if turn == self._turn:
                self._refuse(error)

        future = self._pool.submit(_make, self._paper, order)
        self._deliveries.await_result(future, self._view, show, fail)

    def _guess(self) -> float:
        """The scale of a first upright page; a wrong guess only costs a second drawing."""
        return self._view.devicePixelRatioF() * 0.98

    def _show(self, made: Made, sought: str) -> None:
        self._busy, self.last, self._sought_now = False, made, sought
        self._view.show_pages(made.sizes, made.images)
        self._view.show_marks(made.marks)
        self.made.emit(made)
        self._go_on()

    def _refuse(self, error: BaseException) -> None:
        self._busy = False
        self._view.grey()
        if isinstance(error, Problem):
            self.refused.emit(error)
        else:
            self._fault(error)
        self._go_on()

    def _go_on(self) -> None:
        if self._wish is not None and not self._rest.isActive():
            self._begin()
        elif self._sought != self._sought_now:
            self.seek(self._sought)

    def _draw_missing(self) -> None:
        """Sharp pictures of pages that came into sight or changed their size."""
        pages = self._view.missing()
        if self._drawing or self.last is None or not pages:
            return
        self._drawing = True
        turn, scale = self._turn, self._view.pixel_scale()

        def show(images: Mapping[int, QImage]) -> None:
            self._drawing = False
            if turn == self._turn:
                self._view.put(images)
            self._draw_missing()

        def fail(error: BaseException) -> None:
            self._drawing = False
            self._fault(error)

        future = self._pool.submit(_draw, self._paper, self.last.pdf, pages, scale)
        self._deliveries.await_result(future, self._view, show, fail)


def _make(paper: Any, order: _Order) -> Made:
    content = order.compose()
    pdf: bytes = paper.letter(as_draft(content) if order.stamped else content)
    sizes = paper.page_sizes(pdf)
    pages = [page for page in order.pages if page < len(sizes)] or [0]
    images = _draw(paper, pdf, pages, order.scale)
    return Made(content, pdf, sizes, images, marks_of(paper, pdf, order.sought))


def _draw(paper: Any, pdf: bytes, pages: Sequence[int], scale: float) -> dict[int, QImage]:
    return {page: picture_of(paper, pdf, page, scale) for page in pages}


def marks_of(paper: Any, pdf: bytes, text: str) -> tuple[Mark, ...]:
    """Where the first page says this; nothing when it does not."""
    if len(text) < 3:
        return ()
    return tuple(Mark(0, *box) for box in paper.text_boxes(pdf, 0, text))

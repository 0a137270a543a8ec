"""A PDF onto the system's printer, page by page at 300 dpi, without scaling.

QtPrintSupport comes with the first print, since it costs time and a printer plugin.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QDialog, QWidget

from desktop.domain.problems import Problem
from desktop.views.letter.preview import picture_of
from desktop.wording import _

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from desktop.views.jobs import Jobs

DPI = 300
POINT = 25.4 / 72
_SIZES = {(210, 297): QPageSize.PageSizeId.A4, (210, 330): QPageSize.PageSizeId.Folio}


def page_size(wide: float, high: float) -> QPageSize:
    """The printer's name for a page of this many points; upright, whatever way it lies."""
    short, long = (round(side * POINT) for side in sorted((wide, high)))
    known = _SIZES.get((short, long))
    if known is not None:
        return QPageSize(known)
    name, exact = f"{short} × {long} mm", QPageSize.SizeMatchPolicy.ExactMatch
    return QPageSize(QSizeF(short, long), QPageSize.Unit.Millimeter, name, exact)


def page_layout(wide: float, high: float) -> QPageLayout:
    """The whole sheet, lying or standing as the page does."""
    lying = QPageLayout.Orientation.Landscape if wide > high else QPageLayout.Orientation.Portrait
    layout = QPageLayout(page_size(wide, high), lying, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def make_printer(sizes: tuple[tuple[float, float], ...], name: str) -> QPrinter:
    """The system's usual printer, set to the first page of the paper."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DPI)
    printer.setDocName(name)
    printer.setCreator("Patuh")
    printer.setPageLayout(page_layout(*sizes[0]))
    printer.setFullPage(True)
    printer.setFromTo(1, len(sizes))
    return printer


def ask_printer(
    parent: QWidget, printer: QPrinter, pages: int, take: Callable[[], object]
) -> object:
    """The system's print dialog; `take` is called when it was accepted."""
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog

    dialog = QPrintDialog(printer, parent.window())
    dialog.setMinMax(1, pages)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.accepted.connect(take)
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)
    return dialog


class Printing:
    """Draws one page after the other beside the window and paints it here: a printer belongs to
    the thread that made it."""

    def __init__(self, jobs: Jobs, printer: QPrinter, paper: Any, pdf: bytes) -> None:
        self._jobs, self._printer, self._paper, self._pdf = jobs, printer, paper, pdf
        self._sizes: tuple[tuple[float, float], ...] = paper.page_sizes(pdf)
        self._left = _chosen(printer, len(self._sizes))
        self._painter = QPainter()
        self.sheets = 0

    def start(self, then: Callable[[], object], failed: Callable[[BaseException], object]) -> None:
        """Prints the pages that were chosen, as often as was asked for."""
        self._then, self._failed = then, failed
        self._go_on()

    def _go_on(self) -> None:
        if not self._left:
            self._painter.end()
            self._then()
            return
        page, paper, pdf = self._left[0], self._paper, self._pdf
        self._jobs.start(
            _("Mencetak"),
            lambda _progress: picture_of(paper, pdf, page, DPI / 72),
            then=self._print,
            failed=self._stop,
            can_cancel=False,
        )

    def _print(self, picture: QImage) -> None:
        size = self._sizes[self._left.pop(0)]
        try:
            _turn(self._printer, self._painter, size)
            _paint(self._painter, self._printer, picture, size)
        except Problem as problem:
            self._stop(problem)
            return
        self.sheets += 1
        self._go_on()

    def _stop(self, error: BaseException) -> None:
        if self._painter.isActive():
            self._printer.abort()
            self._painter.end()
        self._failed(error)


def _chosen(printer: QPrinter, count: int) -> list[int]:
    first, last = printer.fromPage() or 1, printer.toPage() or count
    pages = list(range(max(1, first) - 1, min(last, count)))
    if printer.pageOrder() == printer.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    return pages * copies


def _turn(printer: QPrinter, painter: QPainter, size: tuple[float, float]) -> None:
    """A new sheet of the page's own size."""
    printer.setPageLayout(page_layout(*size))
    printer.setFullPage(True)
    ready = printer.newPage() if painter.isActive() else painter.begin(printer)
    if not ready:
        raise Problem("letter.print_failed", printer=printer.printerName())


def _paint(
    painter: QPainter, printer: QPrinter, picture: QImage, size: tuple[float, float]
) -> None:
    """The page on the whole sheet: one point is one seventy-second of an inch."""
    scale = printer.resolution() / 72
    painter.drawImage(QRectF(0, 0, size[0] * scale, size[1] * scale), picture)

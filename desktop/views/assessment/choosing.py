"""Choosing units and their products by check boxes: Space or Enter checks, arrows move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

from desktop.domain.agency import Unit
from desktop.views import cells, icons, paint
from desktop.views.cells import Kind, Look
from desktop.views.columns import Column
from desktop.views.tables import RecordList
from desktop.views.theme import colour
from desktop.wording import _, counted

KIND = "choice"


@dataclass(frozen=True, slots=True)
class Choice:
    """One row: a unit, or a product of a checked unit."""

    id: str
    unit: str
    name: str
    remark: str
    checked: bool
    is_product: bool = False


def _paint(painter: QPainter, box: QRectF, row: Choice, look: Look) -> None:
    x = box.x() + (26 if row.is_product else 0)
    square = QRectF(x + 1, box.center().y() - 9, 18, 18)
    fill, edge = ("accent", "accent") if row.checked else ("surface", "field")
    paint.rounded(painter, square, 4, colour(fill), colour(edge))
    if row.checked:
        icons.draw(painter, "done", square.adjusted(3, 3, -3, -3), "on_accent")
    wide = paint.width_of(row.remark, "caption") + 8 if row.remark else 0
    words = QRectF(x + 28, box.y(), box.right() - x - 28 - wide, box.height())
    paint.write(painter, words, row.name, "body", look.shade())
    remark = QRectF(box.right() - wide, box.y(), wide, box.height())
    paint.write(painter, remark, row.remark, "caption", "text2", Qt.AlignmentFlag.AlignRight)


def _words(row: Choice) -> str:
    state = _("dicentang") if row.checked else _("tidak dicentang")
    return ", ".join(part for part in (row.name, row.remark, state) if part)


class UnitChoice(RecordList):
    """The units of a region that are not in the round yet."""

    changed = Signal()

    def __init__(self) -> None:
        cells.register(KIND, Kind(_paint, _words))
        column = Column[Choice]("name", _("Unit dan produk"), KIND, stretch=1, value=lambda r: r)
        super().__init__((column,), name=_("Unit dan produk"), row_height=34, ground="sunken")
        self._units: tuple[Unit, ...] = ()
        self._text = ""
        self._products: dict[str, set[str]] = {}
        self.opened.connect(lambda _record: self._toggle())
        self.setMinimumHeight(190)

    def show_units(self, units: Sequence[Unit]) -> None:
        """Other units; nothing is checked."""
        self._units, self._products = tuple(units), {}
        self._show()

    def filter(self, text: str) -> None:
        """Only the units whose name holds the text; what is checked stays in sight."""
        self._text = text.casefold()
        self._show()

    def chosen_units(self) -> tuple[tuple[Unit, tuple[str, ...]], ...]:
        """The checked units, each with its checked products."""
        return tuple(
            (unit, tuple(p.id for p in unit.products if p.id in self._products[unit.id]))
            for unit in self._units
            if unit.id in self._products
        )

    def check(self, id: str) -> None:
        """Checks or unchecks a unit (with all its products) or a product."""
        unit = next(u for u in self._units if id == u.id or any(p.id == id for p in u.products))
        if id == unit.id:
            if id in self._products:
                del self._products[id]
            else:
                self._products[id] = {product.id for product in unit.products}
        else:
            self._products[unit.id] ^= {id}
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        rows: list[Choice] = []
        for unit in self._units:
            checked = unit.id in self._products
            named = f"{unit.name} {unit.short_name} {unit.agency_name}".casefold()
            if not checked and self._text not in named:
                continue
            rows.append(Choice(unit.id, unit.id, unit.name, _remark(unit), checked))
            if checked:
                rows += [
                    Choice(p.id, unit.id, p.name, "", p.id in self._products[unit.id], True)
                    for p in unit.products
                ]
        self.show_records(rows)

    def _toggle(self) -> None:
        row = self.current()
        if row is not None:
            self.check(row.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._toggle()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self.indexAt(event.position().toPoint()).isValid():
            self._toggle()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)


def _remark(unit: Unit) -> str:
    if not unit.products:
        return _("belum ada produk")
    return counted("{n} produk", "{n} produk", len(unit.products))

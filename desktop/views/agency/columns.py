"""The columns of the list of agencies, and of the tree of units and products."""

from __future__ import annotations

from desktop.domain.agency import KINDS, Agency, Product, Unit
from desktop.views import paint
from desktop.views.agency import words
from desktop.views.cells import TwoLine
from desktop.views.columns import Column
from desktop.wording import _, counted


def of_agencies() -> tuple[Column[Agency], ...]:
    """Name and short name | kind | part in the agreement."""
    return (
        Column(
            "name",
            _("Nama"),
            "two_line",
            stretch=1,
            least=170,
            value=lambda a: TwoLine(a.name, a.short_name),
        ),
        Column("kind", _("Jenis"), width=_kind_width(), ink="text2", value=_kind_of),
        Column("role", _("Peran"), "badge", width=82, value=lambda a: words.role_tag(a.role)),
    )


def of_units() -> tuple[Column[Unit | Product], ...]:
    """Name | what it is | how many products."""
    return (
        Column("name", _("Unit dan produk layanan"), stretch=1, least=150),
        Column("kind", _("Jenis"), width=104, ink="text2", value=_kind),
        Column("count", "", width=84, ink="text2", align="right", value=_products),
    )


def _kind_of(agency: Agency) -> str:
    return words.kind_narrow(agency.kind)


def _kind_width() -> int:
    """As wide as the longest kind, within what the name can spare."""
    widest = max(paint.width_of(words.kind_narrow(kind)) for kind in KINDS)
    return round(min(max(92, widest + 18), 132))


def _kind(record: Unit | Product) -> str:
    return _("Unit layanan") if isinstance(record, Unit) else _("Produk")


def _products(record: Unit | Product) -> str:
    if isinstance(record, Product):
        return " "
    if not record.products:
        return _("tanpa produk")
    return counted("{n} produk", "{n} produk", len(record.products))

"""Agencies, units, products."""

from datetime import date

from sqlalchemy import Date, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Edited, Row


class AgencyRow(Edited, Row):
    """An agency."""

    __tablename__ = "agency"
    region_code: Mapped[str] = mapped_column(ForeignKey("region.code"), index=True)
    kind: Mapped[str] = mapped_column(String(40))
    name: Mapped[str] = mapped_column(Text)
    short_name: Mapped[str] = mapped_column(Text, default="")
    head_name: Mapped[str] = mapped_column(Text, default="")
    head_title: Mapped[str] = mapped_column(Text, default="")
    address: Mapped[str] = mapped_column(Text, default="")
    complaint_phone: Mapped[str] = mapped_column(Text, default="")
    complaint_box: Mapped[str] = mapped_column(String(10), default="unknown")
    valid_from: Mapped[date | None] = mapped_column(Date)
    valid_to: Mapped[date | None] = mapped_column(Date)
    successor_id: Mapped[int | None] = mapped_column(ForeignKey("agency.id"))
    source: Mapped[str] = mapped_column(String(20), default="own")


class UnitRow(Edited, Row):
    """A service unit of an agency."""

    __tablename__ = "unit"
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"), index=True)
    name: Mapped[str] = mapped_column(Text)
    short_name: Mapped[str] = mapped_column(Text, default="")
    unit_type: Mapped[str] = mapped_column(ForeignKey("unit_type.code"))
    address: Mapped[str] = mapped_column(Text, default="")


class ProductRow(Edited, Row):
    """A service product of a unit."""

    __tablename__ = "product"
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    name: Mapped[str] = mapped_column(Text)
    short_name: Mapped[str] = mapped_column(Text, default="")
    product_type: Mapped[str] = mapped_column(String(40), default="")

"""Regions and the two shipped lists that belong to them."""

from sqlalchemy import ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Row


class RegionRow(Row):
    """A region by Kemendagri code."""

    __tablename__ = "region"
    code: Mapped[str] = mapped_column(String(13), primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    level: Mapped[str] = mapped_column(String(20))
    parent: Mapped[str | None] = mapped_column(ForeignKey("region.code"))


class UnitTypeRow(Row):
    """A kind of service unit."""

    __tablename__ = "unit_type"
    code: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    agency_kind: Mapped[str] = mapped_column(String(40))
    service_kind: Mapped[str] = mapped_column(String(40))


class ServiceRow(Row):
    """A usual service product, offered when a product is added."""

    __tablename__ = "service"
    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    service_kind: Mapped[str] = mapped_column(String(40), index=True)
    name: Mapped[str] = mapped_column(Text)

"""Instrument versions and rounds."""

from datetime import date

from sqlalchemy import Boolean, Date, ForeignKey, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Edited, Row


class InstrumentRow(Row):
    """One immutable version of an instrument, whole, as canonical JSON."""

    __tablename__ = "instrument"
    __table_args__ = (UniqueConstraint("code", "number"),)
    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    code: Mapped[str] = mapped_column(String(60))
    number: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(Text)
    status: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(20))
    sha256: Mapped[str] = mapped_column(String(64))
    document: Mapped[str] = mapped_column(Text)


class RoundRow(Edited, Row):
    """A round: year + instrument version + track + region."""

    __tablename__ = "round"
    __table_args__ = (UniqueConstraint("year", "instrument_id", "track", "region_code"),)
    name: Mapped[str] = mapped_column(Text)
    year: Mapped[int] = mapped_column(Integer)
    instrument_id: Mapped[int] = mapped_column(ForeignKey("instrument.id"))
    track: Mapped[str] = mapped_column(String(20))
    region_code: Mapped[str] = mapped_column(ForeignKey("region.code"))
    minimum: Mapped[str | None] = mapped_column(String(20))
    universe: Mapped[int | None] = mapped_column(Integer)
    sample: Mapped[int | None] = mapped_column(Integer)
    basis: Mapped[str] = mapped_column(Text, default="")
    field_start: Mapped[date | None] = mapped_column(Date)
    field_end: Mapped[date | None] = mapped_column(Date)
    needs_verification: Mapped[bool] = mapped_column(Boolean, default=False)
    needs_validation: Mapped[bool] = mapped_column(Boolean, default=False)
    is_sample: Mapped[bool] = mapped_column(Boolean, default=False)
    state: Mapped[str] = mapped_column(String(20), default="planned")
    released_on: Mapped[date | None] = mapped_column(Date)
    release_number: Mapped[str] = mapped_column(Text, default="")

"""Our own office: profile, signatories, holidays."""

from datetime import date

from sqlalchemy import Boolean, Date, ForeignKey, Integer, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Edited, Row


class OfficeRow(Row):
    """The one row that says whose file this is."""

    __tablename__ = "office"
    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(20))
    region_code: Mapped[str] = mapped_column(ForeignKey("region.code"))
    head_line: Mapped[str] = mapped_column(Text, default="")
    office_line: Mapped[str] = mapped_column(Text, default="")
    address_line: Mapped[str] = mapped_column(Text, default="")
    contact_line: Mapped[str] = mapped_column(Text, default="")
    logo: Mapped[bytes | None] = mapped_column(LargeBinary)
    logo_name: Mapped[str] = mapped_column(Text, default="")
    paper: Mapped[str] = mapped_column(String(10), default="A4")
    margin_left: Mapped[int] = mapped_column(Integer, default=30)
    margin_right: Mapped[int] = mapped_column(Integer, default=20)
    margin_top: Mapped[int] = mapped_column(Integer, default=20)
    margin_bottom: Mapped[int] = mapped_column(Integer, default=25)
    place: Mapped[str] = mapped_column(Text, default="")
    time_zone: Mapped[str] = mapped_column(String(40), default="Asia/Jakarta")
    number_template: Mapped[str] = mapped_column(Text)
    archive_code: Mapped[str] = mapped_column(String(40), default="")
    unit_code: Mapped[str] = mapped_column(String(40), default="")
    coordinator: Mapped[str] = mapped_column(Text, default="")
    due_days: Mapped[int] = mapped_column(Integer, default=30)
    version: Mapped[int] = mapped_column(Integer, default=1)


class SignatoryRow(Edited, Row):
    """Someone who signs the office's letters."""

    __tablename__ = "signatory"
    title: Mapped[str] = mapped_column(Text)
    form: Mapped[str] = mapped_column(String(10))
    on_behalf_of: Mapped[str] = mapped_column(Text, default="")
    between: Mapped[str] = mapped_column(Text, default="")
    name: Mapped[str] = mapped_column(Text, default="")
    rank: Mapped[str] = mapped_column(Text, default="")
    nip: Mapped[str] = mapped_column(String(18), default="")
    is_default: Mapped[bool] = mapped_column(Boolean, default=False)


class HolidayRow(Row):
    """One day off."""

    __tablename__ = "holiday"
    day: Mapped[date] = mapped_column(Date, primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(20))
    source: Mapped[str] = mapped_column(Text, default="")

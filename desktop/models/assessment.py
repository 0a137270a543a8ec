"""Assessments, sheets, answers, findings. `answer` is the hot table: three small integers."""

from datetime import date

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Edited, Named, Row


class AssessmentRow(Edited, Row):
    """One unit in one round, in one revision; with the totals kept beside its answers."""

    __tablename__ = "assessment"
    __table_args__ = (UniqueConstraint("round_id", "unit_id", "revision"),)
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id"), index=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    revision: Mapped[int] = mapped_column(Integer, default=1)
    state: Mapped[str] = mapped_column(String(20), default="planned")
    team: Mapped[str] = mapped_column(Text, default="")
    assessors: Mapped[str] = mapped_column(Text, default="")
    started_on: Mapped[date | None] = mapped_column(Date)
    ended_on: Mapped[date | None] = mapped_column(Date)
    place: Mapped[str] = mapped_column(Text, default="")
    unit_type: Mapped[str] = mapped_column(String(40), default="")
    """The unit's type when it was sealed: what is asked depends on it. "" until then."""
    published_value: Mapped[str | None] = mapped_column(String(40))
    product_count: Mapped[int] = mapped_column(Integer, default=0)
    value: Mapped[str | None] = mapped_column(String(40))
    exact: Mapped[str | None] = mapped_column(Text)
    zone: Mapped[str | None] = mapped_column(String(20))
    low: Mapped[str | None] = mapped_column(String(40))
    high: Mapped[str | None] = mapped_column(String(40))
    answered: Mapped[int] = mapped_column(Integer, default=0)
    applicable: Mapped[int] = mapped_column(Integer, default=0)
    not_applicable: Mapped[int] = mapped_column(Integer, default=0)
    completed_by: Mapped[str] = mapped_column(Text, default="")
    finalised_on: Mapped[date | None] = mapped_column(Date)
    document: Mapped[str | None] = mapped_column(Text, deferred=True)
    """What was sealed, 50 KB and more: read only where it is asked for, never by a list."""
    seal: Mapped[str | None] = mapped_column(String(64))


class SheetRow(Row):
    """One answering of one subject. Name and type of a product are settled by the seal."""

    __tablename__ = "sheet"
    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    assessment_id: Mapped[int] = mapped_column(ForeignKey("assessment.id"), index=True)
    subject: Mapped[str] = mapped_column(String(12))
    product_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"))
    name: Mapped[str] = mapped_column(Text, default="")
    product_type: Mapped[str] = mapped_column(String(40), default="")
    role: Mapped[str | None] = mapped_column(String(40))
    slot: Mapped[int] = mapped_column(Integer, default=0)


answer = Table(
    "answer",
    Row.metadata,
    Column("sheet", Integer, ForeignKey("sheet.id"), primary_key=True, autoincrement=False),
    Column("indicator", Integer, primary_key=True, autoincrement=False),
    Column("value", Integer, nullable=False),
    sqlite_with_rowid=False,
)


class NoteRow(Row):
    """A note (catatan) beside a cell."""

    __tablename__ = "note"
    sheet: Mapped[int] = mapped_column(ForeignKey("sheet.id"), primary_key=True)
    indicator: Mapped[int] = mapped_column(Integer, primary_key=True)
    text: Mapped[str] = mapped_column(Text)


class FindingRow(Named, Row):
    """A gap of an assessment: indicator and product (or none)."""

    __tablename__ = "finding"
    __table_args__ = (UniqueConstraint("assessment_id", "indicator", "product_id"),)
    assessment_id: Mapped[int] = mapped_column(ForeignKey("assessment.id"), index=True)
    indicator: Mapped[int] = mapped_column(Integer)
    product_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"))
    code: Mapped[str] = mapped_column(String(40))
    name: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text)
    suggestion: Mapped[str] = mapped_column(Text)
    legal_basis: Mapped[str] = mapped_column(Text)
    due_on: Mapped[date | None] = mapped_column(Date)
    is_edited: Mapped[bool] = mapped_column(Boolean, default=False)
    is_open: Mapped[bool] = mapped_column(Boolean, default=True)

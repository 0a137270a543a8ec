"""History: one chain per office."""

from sqlalchemy import Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Row


class HistoryRow(Row):
    """One act; `hash` binds it to the entry before."""

    __tablename__ = "history"
    __table_args__ = (Index("ix_history_subject", "kind", "subject"),)
    seq: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    at: Mapped[str] = mapped_column(String(32))
    by: Mapped[str] = mapped_column(Text)
    act: Mapped[str] = mapped_column(String(60))
    kind: Mapped[str] = mapped_column(String(30))
    subject: Mapped[str] = mapped_column(String(60))
    before: Mapped[str] = mapped_column(Text)
    after: Mapped[str] = mapped_column(Text)
    prev: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))

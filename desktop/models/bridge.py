"""Bridges between two instruments: what of the one is found again in the other."""

from sqlalchemy import Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Row


class BridgeRow(Row):
    """One bridge, whole, as canonical JSON; changed in place, its past is in the history."""

    __tablename__ = "bridge"
    __table_args__ = (UniqueConstraint("code_from", "code_to"),)
    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    code_from: Mapped[str] = mapped_column(String(60))
    code_to: Mapped[str] = mapped_column(String(60))
    state: Mapped[str] = mapped_column(String(20))
    document: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column(Integer, default=1)

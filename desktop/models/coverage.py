"""Which agencies an agreement speaks of. Lists of agencies need it without the agreements."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Row


class CoverageRow(Row):
    """An agency that an agreement names or that represents the others."""

    __tablename__ = "coverage"
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), primary_key=True)
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"), primary_key=True)
    role: Mapped[str] = mapped_column(String(20))

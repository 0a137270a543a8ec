"""The register of letters."""

from datetime import date

from sqlalchemy import Boolean, Date, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Edited, Row


class LetterRow(Edited, Row):
    """A letter: its content as data and the hash of the file that was made from it."""

    __tablename__ = "letter"
    kind: Mapped[str] = mapped_column(String(20))
    number: Mapped[str] = mapped_column(Text, default="", index=True)
    dated: Mapped[date | None] = mapped_column(Date)
    subject: Mapped[str] = mapped_column(Text)
    addressee: Mapped[str] = mapped_column(Text)
    assessment_id: Mapped[int | None] = mapped_column(ForeignKey("assessment.id"), index=True)
    round_id: Mapped[int | None] = mapped_column(ForeignKey("round.id"), index=True)
    agreement_id: Mapped[int | None] = mapped_column(ForeignKey("agreement.id"), index=True)
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"), index=True)
    revision: Mapped[int] = mapped_column(Integer, default=0)
    state: Mapped[str] = mapped_column(String(20), default="draft")
    holds_score: Mapped[bool] = mapped_column(Boolean)
    content: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str | None] = mapped_column(String(64))

"""Agreements, parties, commitments, follow-up entries."""

from datetime import date

from sqlalchemy import Boolean, Date, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Edited, Named, Row


class AgreementRow(Edited, Row):
    """An agreement; agreements form a tree."""

    __tablename__ = "agreement"
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("agreement.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    title: Mapped[str] = mapped_column(Text)
    short_title: Mapped[str] = mapped_column(Text, default="")
    region_code: Mapped[str] = mapped_column(ForeignKey("region.code"))
    signed_on: Mapped[date | None] = mapped_column(Date)
    place: Mapped[str] = mapped_column(Text, default="")
    valid_until: Mapped[date | None] = mapped_column(Date)
    state: Mapped[str] = mapped_column(String(20), default="draft")
    basis: Mapped[str] = mapped_column(Text, default="")
    witnesses: Mapped[str] = mapped_column(Text, default="")
    scope: Mapped[str] = mapped_column(Text, default="")
    obstacle: Mapped[str] = mapped_column(Text, default="")
    universe: Mapped[int | None] = mapped_column(Integer)
    representing: Mapped[int | None] = mapped_column(Integer)
    is_sample: Mapped[bool] = mapped_column(Boolean, default=False)
    note: Mapped[str] = mapped_column(Text, default="")


class PartyRow(Row):
    """A party of an agreement, in order, with its own number."""

    __tablename__ = "party"
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(Integer, primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    number: Mapped[str] = mapped_column(Text, default="")
    signer: Mapped[str] = mapped_column(Text, default="")
    signer_title: Mapped[str] = mapped_column(Text, default="")


class CommitmentRow(Edited, Row):
    """A promise within an agreement."""

    __tablename__ = "commitment"
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    ordinal: Mapped[int] = mapped_column(Integer)
    article: Mapped[str] = mapped_column(Text, default="")
    activity: Mapped[str] = mapped_column(Text)
    output: Mapped[str] = mapped_column(Text, default="")
    owner_first: Mapped[str] = mapped_column(Text, default="")
    owner_second: Mapped[str] = mapped_column(Text, default="")
    unit: Mapped[str] = mapped_column(Text, default="")
    baseline: Mapped[int | None] = mapped_column(Integer)
    target: Mapped[int | None] = mapped_column(Integer)
    due_on: Mapped[date | None] = mapped_column(Date)
    due_words: Mapped[str] = mapped_column(Text, default="")
    promised_to: Mapped[str] = mapped_column(Text, default="")


class StageRow(Row):
    """A promised step of a commitment."""

    __tablename__ = "stage"
    commitment_id: Mapped[int] = mapped_column(ForeignKey("commitment.id"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(Integer, primary_key=True)
    label: Mapped[str] = mapped_column(Text)
    plan: Mapped[str] = mapped_column(Text, default="")
    target: Mapped[int | None] = mapped_column(Integer)


class FollowUpRow(Named, Row):
    """What was reported about a commitment."""

    __tablename__ = "followup"
    commitment_id: Mapped[int] = mapped_column(ForeignKey("commitment.id"), index=True)
    on: Mapped[date] = mapped_column(Date)
    stage: Mapped[str] = mapped_column(Text, default="")
    amount: Mapped[int | None] = mapped_column(Integer)
    state: Mapped[str] = mapped_column(String(20))
    evidence: Mapped[str] = mapped_column(Text, default="")
    obstacle: Mapped[str] = mapped_column(Text, default="")
    plan: Mapped[str] = mapped_column(Text, default="")
    by: Mapped[str] = mapped_column(Text)

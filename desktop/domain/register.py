"""The register of letters: what was written, to whom, in which state; the file by its hash."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

KINDS = ("result", "suggestion", "checklist")
STATES = ("draft", "final", "signed", "handed_over", "receipted", "withdrawn", "replaced")


@dataclass(frozen=True, slots=True)
class LetterEntry:
    """One line of the register; its content stays with the office as data."""

    id: str
    kind: str
    number: str
    dated: date | None
    subject: str
    addressee: str
    assessment_id: str | None
    round_id: str | None
    agreement_id: str | None
    meeting_id: str | None
    revision: int
    state: str
    sha256: str | None
    holds_score: bool

"""How far a registered letter has come, and what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.domain.register import LetterEntry
from desktop.services import agreements, assessments, history, rounds


@dataclass(frozen=True, slots=True)
class Standing:
    """The day each state was reached, whom or what it is about, why it was withdrawn."""

    reached: Mapping[str, date]
    about: str
    reason: str


def standing(office: Any, entry: LetterEntry) -> Standing:
    """Read from the office's history."""
    acts = office.read(history.entries, kind="letter", subject=entry.id)
    zone = office.now.tzinfo
    reached = {
        str(act.after["state"]): act.at.astimezone(zone).date()
        for act in acts
        if "state" in act.after
    }
    reasons = [str(a.after.get("reason", "")) for a in acts if a.act == "letter.withdrawn"]
    return Standing(reached, about(office, entry), reasons[0] if reasons else "")


def about(office: Any, entry: LetterEntry) -> str:
    """Whom or what a registered letter is about."""
    if entry.assessment_id:
        return office.read(assessments.assessment, id=entry.assessment_id).unit_name
    if entry.round_id:
        return office.read(rounds.round_of, id=entry.round_id).name
    if entry.agreement_id:
        agreement = office.read(agreements.agreement_page, id=entry.agreement_id).agreement
        return agreement.short_title or agreement.title
    return ""

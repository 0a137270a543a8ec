"""What letters can be written now: kinds, units, agreements, and who signs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from desktop.domain.agreement import Agreement
from desktop.domain.assessment import Assessment
from desktop.domain.round import Round
from desktop.services import agreements, assessments, rounds


@dataclass(frozen=True, slots=True)
class Offer:
    """Read once for a letter; the round is the one the letter is about."""

    round: Round | None
    assessments: tuple[Assessment, ...]
    agreements: tuple[Agreement, ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that may be written. What holds a score needs a released round."""
        held = self.round
        found = ["result"] * bool(held and held.is_released)
        found += ["suggestion"] * (held is not None)
        found += ["checklist"] * bool(self.agreements)
        return tuple(found)

    @property
    def is_embargoed(self) -> bool:
        """Whether a kind is hidden because the round is not released."""
        return self.round is not None and not self.round.is_released

    def only_subject(self, kind: str) -> str | None:
        """The subject when there is no choice."""
        if kind == "suggestion":
            return self.round.id if self.round else None
        found = {
            "result": [a.id for a in self.assessments if a.is_frozen],
            "checklist": [a.id for a in self.agreements],
        }.get(kind, [])
        return found[0] if len(found) == 1 else None

    def subject_name(self, kind: str, subject: str) -> str:
        """Whom or what the letter is about, in a few words."""
        names = {a.id: a.unit_short or a.unit_name for a in self.assessments}
        names |= {a.id: a.short_title or a.title for a in self.agreements}
        if self.round is not None:
            names[self.round.id] = self.round.region_name
        return names.get(subject, "")


def offer(office: Any, round_id: str | None) -> Offer:
    """What can be written in a round (None: without one)."""
    known = {each.id: each for each in office.read(rounds.rounds)}
    held = known.get(round_id or "")
    units = office.read(assessments.assessments, round=held.id) if held else ()
    papers = tuple(a for a in office.read(agreements.agreements) if a.commitment_count)
    return Offer(held, units, papers)

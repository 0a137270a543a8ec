"""From facts to what a letter says: good defaults for what may be edited, then the content.

Paper is Indonesian whatever the window speaks. A suggestion letter is refused when one of its
texts would tell a result.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.documents.draft_checklist import checklist
from desktop.documents.draft_fields import checklist_fields, result_fields, suggestion_fields
from desktop.documents.draft_result import result_letter
from desktop.documents.draft_suggestion import suggestion_letter
from desktop.domain.letter import Checklist, ResultLetter, SuggestionLetter
from desktop.domain.letter_facts import ChecklistFacts, ResultFacts, SuggestionFacts
from desktop.domain.letter_fields import LetterFields
from desktop.domain.profile import OfficeProfile, Signatory
from desktop.wording import speaking

Facts = ResultFacts | SuggestionFacts | ChecklistFacts
Content = ResultLetter | SuggestionLetter | Checklist


@dataclass(frozen=True, slots=True)
class Writer:
    """Our office as the author of letters."""

    profile: OfficeProfile
    signatories: Sequence[Signatory]
    today: date
    deadline: date
    """The usual time limit when a letter is received today."""

    def fields(self, facts: Facts) -> LetterFields:
        """What a person may edit, filled in from facts and our own habits."""
        with speaking("id"):
            if isinstance(facts, ResultFacts):
                return result_fields(
                    facts, profile=self.profile, today=self.today, deadline=self.deadline
                )
            if isinstance(facts, SuggestionFacts):
                return suggestion_fields(facts, profile=self.profile, today=self.today)
            return checklist_fields(facts, profile=self.profile, today=self.today)

    def compose(self, facts: Facts, fields: LetterFields) -> Content:
        """The content of the paper that these facts make."""
        if isinstance(facts, ChecklistFacts):
            return checklist(facts, fields, profile=self.profile)
        signatory = self.signatory(fields.signatory_id)
        if isinstance(facts, ResultFacts):
            return result_letter(facts, fields, profile=self.profile, signatory=signatory)
        return suggestion_letter(facts, fields, profile=self.profile, signatory=signatory)

    def signatory(self, id: str | None) -> Signatory | None:
        """The one named, else the usual one, else nobody yet."""
        for each in self.signatories:
            if each.id == id:
                return each
        return self.signatories[0] if self.signatories else None

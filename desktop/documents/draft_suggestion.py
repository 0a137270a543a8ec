"""Paper 2 from facts that have no room for a result."""

from __future__ import annotations

from desktop.documents.draft_parts import (
    finding_lines,
    heading_of,
    opened,
    signer_of,
    stamp_for,
    style_of,
)
from desktop.domain.letter import SuggestionAnnex, SuggestionGroup, SuggestionLetter
from desktop.domain.letter_facts import SuggestionFacts
from desktop.domain.letter_fields import LetterFields
from desktop.domain.letter_rules import check_embargo
from desktop.domain.profile import OfficeProfile, Signatory
from desktop.wording import _, letters, offices, speaking


def suggestion_letter(
    facts: SuggestionFacts,
    fields: LetterFields,
    *,
    profile: OfficeProfile,
    signatory: Signatory | None,
) -> SuggestionLetter:
    """The letter under embargo; refused (`letter.embargo_broken`) when a text tells a result."""
    with speaking("id"):
        last = min(facts.field_end or fields.drawn_up, fields.dated or fields.drawn_up)
        body = letters.suggestion_body(
            office=offices.office_in_sentence(profile),
            units=facts.unit_count,
            region=facts.region_name,
            first_day=min(facts.field_start or last, last),
            last_day=last,
            due_days=fields.due_days,
        )
        letter = SuggestionLetter(
            style=style_of(profile),
            heading=heading_of(fields, profile),
            body=opened(body, fields),
            signer=signer_of(signatory),
            copies=fields.copies,
            mode=fields.mode,
            stamp=stamp_for(facts.is_sample),
            revision=fields.revision,
            annex=SuggestionAnnex(
                title=(_("Catatan dan saran perbaikan"),),
                letter_of=offices.letter_of(profile, signatory),
                groups=tuple(
                    SuggestionGroup(
                        unit=group.unit,
                        findings=finding_lines(group.findings, products=group.products),
                    )
                    for group in facts.groups
                ),
            ),
        )
    check_embargo(letter)
    return letter

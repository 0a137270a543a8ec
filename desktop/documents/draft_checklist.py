"""Paper 3 from an agreement and its promises."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.documents.draft_parts import stamp_for
from desktop.domain.agreement import Agreement, Party
from desktop.domain.letter import Checklist, ChecklistParty, CommitmentLine, Signer
from desktop.domain.letter_facts import ChecklistFacts
from desktop.domain.letter_fields import LetterFields, half_year
from desktop.domain.profile import OfficeProfile
from desktop.wording import N_, _, speaking

AGREEMENTS = {
    "umbrella": N_("nota kesepahaman"),
    "mou": N_("nota kesepakatan"),
    "pks": N_("perjanjian kerja sama"),
    "pledge": N_("janji"),
    "plan": N_("rencana kerja"),
}


def checklist(facts: ChecklistFacts, fields: LetterFields, *, profile: OfficeProfile) -> Checklist:
    """The follow-up checklist of an agreement."""
    agreement = facts.agreement
    first, second = agreement.parties[:2]
    with speaking("id"):
        kind = _(AGREEMENTS[agreement.kind])
        return Checklist(
            paper=profile.paper,  # type: ignore[arg-type]
            title=_("Daftar periksa tindak lanjut {kind}").format(kind=kind),
            subject=fields.subject,
            number=fields.number,
            agreement=_agreement_in_foot(agreement, kind),
            first=_party(first),
            second=_party(second),
            signed_on=agreement.signed_on,
            signed_at=agreement.place,
            valid_until=agreement.valid_until,
            period=fields.period or half_year(fields.drawn_up),
            checked_on=fields.checked_on,
            place=fields.place,
            year=(fields.checked_on or fields.drawn_up).year,
            rows=tuple(
                CommitmentLine(
                    article=each.article,
                    activity=each.activity,
                    output=each.output,
                    owner_first=each.owner_first,
                    owner_second=each.owner_second,
                    due=each.due_on,
                    due_words=each.due_words or _stages_in_words([s.label for s in each.stages]),
                )
                for each in facts.commitments
            ),
            for_second=fields.for_second,
            stamp=stamp_for(agreement.is_sample),
            revision=fields.revision,
        )


def _agreement_in_foot(agreement: Agreement, kind: str) -> str:
    number = next((party.number for party in agreement.parties if party.number), "")
    return f"{kind.title()} {number or agreement.short_title or agreement.title}"


def _party(party: Party) -> ChecklistParty:
    signer = Signer(titles=(party.signer_title,), name=party.signer)
    return ChecklistParty(name=party.name, number=party.number, signer=signer)


def _stages_in_words(labels: Sequence[str]) -> str:
    return labels[0] if len(labels) == 1 else f"{labels[0]}–{labels[-1]}" if labels else ""

"""What may be edited in a letter, filled in from facts and our own office's habits."""

from __future__ import annotations

import re
from datetime import date

from desktop.domain.letter_facts import ChecklistFacts, ResultFacts, SuggestionFacts
from desktop.domain.letter_fields import LetterFields, half_year, letter_of_classification
from desktop.domain.profile import OfficeProfile
from desktop.wording import N_, _, numbers, offices


def result_fields(
    facts: ResultFacts, *, profile: OfficeProfile, today: date, deadline: date
) -> LetterFields:
    """An assessment letter to the head of the agency."""
    region = facts.round.region_name
    head = offices.head_of_region(region)
    ours = profile.kind == "ombudsman"
    first = _("Ketua Ombudsman Republik Indonesia, sebagai laporan") if ours else ""
    reported = head if ours else _("{head}, sebagai laporan").format(head=head)
    inspector = _("Inspektur {region}").format(region=region)
    return LetterFields(
        dated=today,
        drawn_up=today,
        place=profile.place,
        subject=_(_SUBJECTS[facts.round.track]).format(year=facts.round.year),
        addressee=offices.head_of_agency(facts.agency),
        basis=facts.round.basis,
        report_to=offices.office_in_sentence(profile) if ours else head.partition(" ")[0],
        through=profile.coordinator,
        deadline=deadline,
        respectful=ours,
        copies=tuple(copy for copy in (first, reported, inspector) if copy),
    )


_SUBJECTS = {
    "internal": N_(
        "Hasil penilaian mandiri kepatuhan penyelenggaraan pelayanan publik tahun {year}"
    ),
    "ombudsman": N_("Hasil penilaian kepatuhan penyelenggaraan pelayanan publik tahun {year}"),
}


def suggestion_fields(
    facts: SuggestionFacts, *, profile: OfficeProfile, today: date
) -> LetterFields:
    """A suggestion letter to the head of the region."""
    ours = profile.kind == "ombudsman"
    chair = _("Ketua Ombudsman Republik Indonesia, sebagai laporan")
    organiser = _("Kepala Bagian Organisasi Sekretariat Daerah {region}")
    return LetterFields(
        classification="Segera",
        dated=today,
        drawn_up=today,
        place=profile.place,
        subject=_("Saran perbaikan pelayanan publik setelah pengambilan data"),
        addressee=offices.head_of_region(facts.region_name),
        attention=_("Sekretaris Daerah"),
        due_days=profile.due_days,
        copies=(*([chair] if ours else []), organiser.format(region=facts.region_name)),
    )


def checklist_fields(facts: ChecklistFacts, *, profile: OfficeProfile, today: date) -> LetterFields:
    """A checklist of the running half-year."""
    return LetterFields(
        number=f"{facts.serial:02d}/{today.year}",
        drawn_up=today,
        place=profile.place,
        subject=facts.agreement.title,
        period=half_year(today),
    )


def filled_number(
    profile: OfficeProfile, *, on: date, classification: str = "Biasa", serial: str = "{urut}"
) -> str:
    """The office's numbering template filled in; without a serial {urut} stays for the pen."""
    tokens = {
        "sifat": letter_of_classification(classification),
        "kode": profile.archive_code,
        "urut": serial,
        "unit": profile.unit_code,
        "bulan_romawi": numbers.roman(on.month),
        "tahun": str(on.year),
    }
    return re.sub(
        r"\{(\w+)\}", lambda found: tokens.get(found[1], found[0]), profile.number_template
    )

"""Letters drafted from facts: good defaults, editable, and true to what the engine found."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from desktop.commands import demo
from desktop.documents.draft_fields import filled_number
from desktop.documents.draft_parts import finding_lines, indicator_name, signer_of
from desktop.domain.agency import Agency
from desktop.domain.finding import Finding
from desktop.domain.letter import Checklist, ResultLetter, SuggestionLetter
from desktop.domain.letter_fields import USED, LetterFields, half_year
from desktop.domain.letter_rules import check_embargo, check_final
from desktop.domain.problems import Problem
from desktop.domain.profile import Signatory
from desktop.office import Office
from desktop.services import agreements, assessments, findings, rounds
from desktop.wording import offices, speaking

HEAD = Signatory(
    "N1", "Sekretaris Daerah", "an", "Bupati Contoh", "", "Drs. A, M.Si.", "", "", True
)
GAP = Finding(
    id="F1",
    assessment_id="S1",
    round_id="R1",
    unit_id="U1",
    unit_name="Loket",
    agency_id="A1",
    indicator=7,
    code="P.4",
    indicator_name="Jangka waktu diinformasikan (mulai 2023)",
    product_id="P1",
    product_name="KK",
    note="Belum dipasang",
    suggestion="Pasang",
    legal_basis="UU 25/2009 Ps.21 huruf d",
    due_on=None,
    is_edited=False,
    is_frozen=False,
)


@pytest.fixture(scope="module")
def office(demo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A copy of the demo office on its own day."""
    file = tmp_path_factory.mktemp("surat") / "kantor.patuh"
    shutil.copy(demo_folder / "Perwakilan Contoh.patuh", file)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATUH_NOW", demo.NOW)
        made = Office.open(file, operator="Penguji")
        yield made
        made.close()


def unit_of(office: Office, year: int, short_name: str) -> str:
    found = office.read(assessments.assessments, region="99.01")
    return next(a.id for a in found if (a.year, a.unit_short) == (year, short_name))


def round_of(office: Office, year: int) -> str:
    return next(r.id for r in office.read(rounds.rounds, region="99.01") if r.year == year)


def result(office: Office, **changes: object) -> tuple[LetterFields, ResultLetter]:
    subject = unit_of(office, 2025, "DPMPTSP")
    fields, _content = office.draft("result", subject)
    fields, content = office.draft("result", subject, replace(fields, **changes))  # type: ignore[arg-type]
    assert isinstance(content, ResultLetter)
    return fields, content


def suggestion(office: Office, **changes: object) -> SuggestionLetter:
    fields, _content = office.draft("suggestion", round_of(office, 2026))
    wanted = replace(fields, **changes)  # type: ignore[arg-type]
    content = office.draft("suggestion", round_of(office, 2026), wanted)[1]
    assert isinstance(content, SuggestionLetter)
    return content


# --- Paper 1 --------------------------------------------------------------------------------


def test_a_result_letter_is_complete_without_editing(office: Office) -> None:
    fields, letter = result(office)
    assert (
        letter.heading.addressee == "Kepala Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu"
    )
    assert letter.heading.number is None
    assert letter.heading.number_template == "B/{urut}/PC.02-99/XI/2026"
    assert letter.body[0].startswith("Menindaklanjuti Surat Edaran Bupati Contoh Nomor")
    assert "**83,64** (zona B, Kualitas Tinggi)" in letter.body[1]
    assert "30 (tiga puluh)" not in letter.body[2]
    assert (letter.stamp, fields.deadline) == ("CONTOH", date(2027, 1, 8))
    check_final(letter)


def test_the_annex_repeats_the_engine(office: Office) -> None:
    annex = result(office)[1].annex
    assert annex.value is not None
    value = Fraction(annex.value)
    assert round(Decimal(value.numerator) / value.denominator, 4) == Decimal("83.6351")
    printed = sum(line.contribution for line in annex.dimensions if line.contribution is not None)
    assert printed == Decimal("83.6351")
    assert (annex.level, annex.answer_range, annex.zone) == ("dimensi", "0–5", "B")
    assert [loss.answer for loss in annex.losses] == ["1", "2", "2", "3", "1", "3"]
    assert len(annex.losses) + annex.other_losses == 18


def test_respondents_and_reasons_are_words(office: Office) -> None:
    annex = result(office)[1].annex
    assert [(r.count, r.role) for r in annex.respondents] == [(30, "pengguna layanan")]
    assert {line.reason for line in annex.not_applicable} == {
        "Tidak ada layanan ini di unit",
        "Bukan kewenangan (beralih menurut UU 23/2014)",
    }


def test_what_is_edited_is_printed(office: Office) -> None:
    letter = result(
        office,
        number="B/1/PC.02-99/XI/2026",
        opening="Sehubungan dengan rapat, kami menyampaikan hasil.",
        addressee_place="Kota Contoh",
        copies=("Bupati Contoh",),
        mode="electronic",
    )[1]
    assert letter.heading.number == "B/1/PC.02-99/XI/2026"
    assert letter.body[0].startswith("Sehubungan dengan rapat")
    assert (letter.copies, letter.mode) == (("Bupati Contoh",), "electronic")


def test_a_letter_before_release_is_refused(office: Office) -> None:
    with pytest.raises(Problem, match=r"letter\.not_released"):
        office.draft("result", unit_of(office, 2026, "Dinkes"))


def test_paper_is_indonesian_while_the_window_speaks_english(office: Office) -> None:
    with speaking("en"):
        letter = result(office)[1]
    assert letter.heading.subject.startswith("Hasil penilaian mandiri")
    assert letter.annex.level == "dimensi"


# --- Paper 2 --------------------------------------------------------------------------------


def test_a_suggestion_letter_keeps_the_embargo(office: Office) -> None:
    letter = suggestion(office)
    check_embargo(letter)
    assert letter.heading.addressee == "Bupati Contoh"
    assert "7 (tujuh) unit layanan di Kabupaten Contoh" in letter.body[0]
    assert letter.body[0].endswith("pada tanggal 5 Oktober sampai dengan 23 November 2026.")
    names = [group.unit for group in letter.annex.groups]
    assert names == sorted(names)


def test_only_the_chosen_units_are_written_to(office: Office) -> None:
    letter = suggestion(office, units=(unit_of(office, 2026, "Dinkes"),))
    assert [group.unit for group in letter.annex.groups] == ["Dinas Kesehatan"]
    assert "1 (satu) unit layanan" in letter.body[0]


def test_a_text_that_tells_a_result_is_refused(office: Office) -> None:
    with pytest.raises(Problem) as caught:
        suggestion(office, opening="Zona unit ini adalah merah.")
    assert caught.value.code == "letter.embargo_broken"


# --- Paper 3 --------------------------------------------------------------------------------


def test_a_checklist_has_a_row_for_each_promise(office: Office) -> None:
    found = office.read(agreements.agreements, region="99.01")
    mou = next(a for a in found if a.kind == "mou")
    fields, content = office.draft("checklist", mou.id)
    assert isinstance(content, Checklist)
    assert fields.period == (date(2026, 7, 1), date(2026, 12, 31))
    assert (len(content.rows), content.number, content.stamp) == (7, "03/2026", "CONTOH")
    assert content.title == "Daftar periksa tindak lanjut nota kesepakatan"
    assert content.agreement == "Nota Kesepakatan 11/ORI-MOU/II/2022"
    assert content.second.signer.name == "Contoh Saputra, S.STP., M.Si."


def test_a_real_agreement_carries_no_stamp(office: Office) -> None:
    real = office.read(agreements.agreements, region="62.13")[0]
    content = office.draft("checklist", real.id)[1]
    assert content.stamp is None
    assert isinstance(content, Checklist)
    assert content.rows[0].due_words == "2019–2020"


# --- Parts ----------------------------------------------------------------------------------


def test_one_gap_at_several_products_is_one_row() -> None:
    both = [GAP, replace(GAP, product_name="KTP-el")]
    alone, some = finding_lines([GAP]), finding_lines(both, products=("KK", "KTP-el", "KIA"))
    everywhere = finding_lines(both, products=("KK", "KTP-el"))
    assert [line.note for line in alone] == ["Belum dipasang. Pada: KK."]
    assert [line.note for line in some] == ["Belum dipasang. Pada: KK; KTP-el."]
    assert [line.note for line in everywhere] == ["Belum dipasang"]


def test_different_suggestions_stay_apart() -> None:
    other = replace(GAP, product_name="KTP-el", suggestion="Cetak ulang")
    assert len(finding_lines([GAP, other])) == 2


def test_remarks_behind_a_name_are_dropped() -> None:
    line = finding_lines([GAP])[0]
    assert line.indicator == "Jangka waktu diinformasikan"
    assert line.legal_basis == "UU 25/2009 Pasal 21 huruf d"
    assert indicator_name("Sistem informasi (laman) resmi") == "Sistem informasi (laman) resmi"


def test_no_shipped_indicator_name_breaks_the_embargo(office: Office) -> None:
    for each in office.read(findings.findings, region="99.01"):
        assert "nilai penuh" not in indicator_name(each.indicator_name)


def test_a_finding_without_a_note_still_says_something() -> None:
    assert finding_lines([replace(GAP, note=" ", product_name=None)])[0].note


def test_titles_of_a_signer_stand_in_capitals() -> None:
    signer = signer_of(HEAD)
    assert (signer.titles, signer.on_behalf_of) == (("SEKRETARIS DAERAH",), "BUPATI CONTOH")
    assert signer_of(None).name == ""


@pytest.mark.parametrize(
    ("classification", "serial", "number"),
    [
        ("Segera", "{urut}", "B/{urut}/PC.02-99/XI/2026"),
        ("Rahasia", "214", "R/214/PC.02-99/XI/2026"),
    ],
)
def test_a_number_is_filled_in_but_for_its_serial(
    office: Office, classification: str, serial: str, number: str
) -> None:
    day = date(2026, 11, 23)
    profile = office.profile
    filled = filled_number(profile, on=day, classification=classification, serial=serial)
    assert filled == number


@pytest.mark.parametrize(
    ("region", "head"),
    [
        ("Kabupaten Contoh", "Bupati Contoh"),
        ("Kota Palangka Raya", "Wali Kota Palangka Raya"),
        ("Provinsi Contoh", "Gubernur Contoh"),
        ("Kalimantan Tengah", "Gubernur Kalimantan Tengah"),
    ],
)
def test_a_region_is_headed_by_its_own_title(region: str, head: str) -> None:
    assert offices.head_of_region(region) == head


@pytest.mark.parametrize(
    ("kind", "name", "head"),
    [
        ("dinas", "Dinas Sosial", "Kepala Dinas Sosial"),
        ("rsud", "RSUD Contoh", "Direktur RSUD Contoh"),
        ("kecamatan", "Kecamatan Awang", "Camat Awang"),
        ("inspektorat", "Inspektorat Daerah", "Inspektur Kabupaten Contoh"),
        ("sekretariat", "Sekretariat Daerah", "Sekretaris Daerah"),
        ("sekretariat", "Sekretariat DPRD", "Sekretaris DPRD"),
    ],
)
def test_an_agency_is_addressed_by_the_title_of_its_head(kind: str, name: str, head: str) -> None:
    texts = {"kind": kind, "name": name, "region_name": "Kabupaten Contoh", "region_code": "99.01"}
    empty = dict.fromkeys(
        "id short_name head_name head_title address complaint_phone complaint_box source".split(),
        "",
    )
    days = dict.fromkeys(("valid_from", "valid_to", "successor_id"))
    assert offices.head_of_agency(Agency(**texts, **empty, **days)) == head  # type: ignore[arg-type]


def test_a_regency_writes_in_its_own_name(office: Office) -> None:
    regency = replace(office.profile, kind="regency", region_name="Kabupaten Contoh")
    assert offices.letter_of(regency, HEAD) == "Surat Bupati Contoh Kabupaten Contoh"
    own = replace(HEAD, form="own")
    assert offices.letter_of(regency, own) == "Surat Sekretaris Daerah Kabupaten Contoh"
    assert offices.letter_of(regency, None) == "Surat Kabupaten Contoh"
    short = replace(own, title="Kepala DPMPTSP")
    assert offices.letter_of(regency, short) == "Surat Kepala DPMPTSP Kabupaten Contoh"


def test_every_field_shown_exists() -> None:
    names = set(LetterFields.__dataclass_fields__)
    assert all(set(shown) <= names for shown in USED.values())


def test_a_half_year_holds_its_day() -> None:
    assert half_year(date(2026, 6, 30)) == (date(2026, 1, 1), date(2026, 6, 30))
    assert half_year(date(2026, 7, 1)) == (date(2026, 7, 1), date(2026, 12, 31))

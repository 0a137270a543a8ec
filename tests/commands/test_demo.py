"""The demo office: what the stories tell, what was published, and a made-up regency."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from desktop.commands import demo
from desktop.commands.demo_seeds import digits, listed, respondents
from desktop.domain.agency import Agency
from desktop.domain.agreement import Agreement, Commitment, standing_of
from desktop.domain.letter_rules import embargo_breaches
from desktop.domain.problems import Problem
from desktop.domain.round import Round
from desktop.office import Office
from desktop.services import (
    agencies,
    agreements,
    assessments,
    bulk,
    findings,
    history,
    home,
    letters,
    meetings,
    offices,
    results,
    rounds,
    sealing,
    years,
)

pytestmark = pytest.mark.slow
PAPERS = {
    "Surat hasil penilaian DPMPTSP.pdf",
    "Surat saran perbaikan Kabupaten Contoh.pdf",
    "Daftar periksa MoU Kabupaten Contoh.pdf",
}
LIST = "Daftar tindak lanjut.xlsx"
MADE_UP = "99.01"


@pytest.fixture(scope="module")
def office(demo_folder: Path) -> Iterator[Office]:
    """The demo office, read only."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATUH_NOW", demo.NOW)
        made = Office.open(demo_folder / "Perwakilan Contoh.patuh", operator="Penguji")
        yield made
        made.close()


def agreement(office: Office, short_title: str) -> Agreement:
    return next(a for a in office.read(agreements.agreements) if a.short_title == short_title)


def promises(office: Office, short_title: str) -> tuple[Commitment, ...]:
    return office.read(agreements.commitments, agreement=agreement(office, short_title).id)


def round_in(office: Office, region: str, year: int | None = None) -> Round:
    found = office.read(rounds.rounds, region=region)
    return next(r for r in found if year in (None, r.year))


def text(folder: Path, name: str) -> str:
    pages = PdfReader(BytesIO((folder / name).read_bytes())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


# --- (a) the five stories -------------------------------------------------------------------


def test_barito_timur_counts_42_10_and_8(office: Office) -> None:
    mou = agreement(office, "Kabupaten Barito Timur")
    assert (mou.universe, mou.representing, mou.named, mou.unknown_count) == (42, 10, 8, 2)
    held = round_in(office, "62.13")
    assert (held.universe, held.sample, held.unit_count, held.scored_count) == (42, 10, 8, 0)


def test_the_agreements_of_kalimantan_tengah_form_a_tree(office: Office) -> None:
    above = agreement(office, "Ombudsman dan daerah se-Kalteng")
    below = {a.short_title for a in office.read(agreements.agreements) if a.parent_id == above.id}
    assert below == {"Kabupaten Barito Selatan", "Kabupaten Barito Timur"}
    pledge = agreement(office, "Janji bersama kepada KPK")
    assert pledge.parent_id == agreement(office, "Kabupaten Barito Timur").id
    days = [str(agreement(office, name).signed_on) for name in sorted(below)]
    assert [str(above.signed_on), *days] == ["2017-10-19", "2018-03-22", "2018-04-05"]


def test_194_authorities_are_promised_from_an_unknown_start(office: Office) -> None:
    made = promises(office, "Kabupaten Barito Timur")
    first = made[0]
    assert (first.unit, first.baseline, first.target) == ("kewenangan", None, 194)
    assert [s.label for s in first.stages] == ["2019", "2020"]
    assert (first.promised_to, "DPRD" in first.owner_second) == ("Ombudsman dan KPK", True)
    standings = [promise.standing for promise in made]
    assert Counter(standings) == {"needs_report": 3, "no_target": 2}


def test_no_real_agency_has_a_score_that_was_not_published(office: Office) -> None:
    for each in office.read(assessments.assessments):
        if each.region_code != MADE_UP:
            assert each.answered == 0
            assert each.value == each.published_value
    assert not [f for f in office.read(findings.findings) if f.round_id not in _samples(office)]


def _samples(office: Office) -> set[str]:
    return {r.id for r in office.read(rounds.rounds) if r.is_sample}


def test_real_regions_hold_real_agencies_only(office: Office) -> None:
    kept = office.read(agencies.agencies)
    sources = {(a.region_code == MADE_UP, a.source) for a in kept}
    assert sources == {(True, "sample"), (False, "real")}
    assert not [a for a in kept if a.region_code != MADE_UP and (a.head_name or a.complaint_phone)]


def test_kubu_raya_is_a_plan_with_its_internal_track(office: Office) -> None:
    plan, held = agreement(office, "Kabupaten Kubu Raya"), round_in(office, "61.12")
    assert (plan.kind, plan.state, plan.universe) == ("plan", "draft", 30)
    assert (held.track, held.state, held.universe) == ("internal", "planned", 30)
    met = office.read(meetings.meetings, region="61.12")
    assert {m.kind for m in met} == {"pre", "briefing", "mentoring"}


def test_tana_tidung_is_under_embargo_after_its_exit_meeting(office: Office) -> None:
    held, met = round_in(office, "65.04"), office.read(meetings.meetings, region="65.04")[0]
    assert (held.year, held.track, held.state) == (2023, "ombudsman", "verifying")
    assert (met.kind, str(met.held_on), met.is_embargoed) == ("exit", "2023-10-12", True)
    kinds = {unit.unit_type for unit in office.read(agencies.units, region="65.04")}
    assert "KANTOR_PERTANAHAN" in kinds


# --- (b) published results ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("region", "value", "zone"), [("75", "76.82", "C"), ("33.71", "93.28", "HIJAU")]
)
def test_published_results_come_out_as_published(
    office: Office, region: str, value: str, zone: str
) -> None:
    held = round_in(office, region)
    result = office.read(results.results, round=held.id)
    assert result.zone is not None
    assert (result.value, result.zone.code) == (Decimal(value), zone)
    assert held.is_released
    assert held.basis.startswith("Sumber: ")


# --- (c) Kabupaten Contoh -------------------------------------------------------------------


def test_contoh_has_seven_units_in_its_two_newest_rounds(office: Office) -> None:
    units = office.read(agencies.units, region=MADE_UP)
    assert Counter(unit.unit_type == "PUSKESMAS" for unit in units) == {False: 5, True: 2}
    assert all(2 <= len(unit.products) <= 5 for unit in units)
    old, new = round_in(office, MADE_UP, 2025), round_in(office, MADE_UP, 2026)
    assert (old.state, old.scored_count, old.minimum) == ("released", 7, Decimal(78))
    assert (new.state, new.scored_count, new.is_sample) == ("collecting", 1, True)
    assert len(office.read(agencies.agencies, region=MADE_UP)) == new.universe


def test_the_round_of_2021_breaks_the_line_of_years(office: Office) -> None:
    held = round_in(office, MADE_UP, 2021)
    assert (held.instrument_code, held.is_released) == ("ori-2015-2021", True)
    newest = office.read(assessments.assessments, round=round_in(office, MADE_UP, 2026).id)
    desk = next(a for a in newest if a.unit_short == "Disdukcapil")
    way = office.read(years.history_of_unit, assessment_id=desk.id)
    assert [each.year for each in way] == [2021, 2025, 2026]
    changes = [each.change for each in way[1:] if each.change]
    assert [change.method_changed for change in changes] == [True, False]
    assert changes[0].comparison is not None
    assert changes[0].comparison.is_split


def test_the_released_round_stands_in_four_zones(office: Office) -> None:
    scored = office.read(assessments.assessments, round=round_in(office, MADE_UP, 2025).id)
    assert {a.zone for a in scored} == {"A", "B", "C", "D"}
    assert all(a.is_frozen and a.seal for a in scored)


def test_disdukcapil_is_as_far_as_in_the_picture(office: Office) -> None:
    scored = office.read(assessments.assessments, round=round_in(office, MADE_UP, 2026).id)
    desk = next(a for a in scored if a.unit_short == "Disdukcapil")
    assert (desk.answered, desk.applicable, desk.not_applicable) == (62, 88, 1)
    assert (desk.value, desk.zone) == (Decimal("84.20"), "B")


def test_actions_fall_into_all_groups_of_the_calendar(office: Office) -> None:
    first = office.read(home.home, today=office.today)
    groups = Counter(d.due.group for d in first.due)
    assert groups == {"late": 3, "today": 1, "week": 4, "month": 9, "none": 2}
    assert [d.due.days for d in first.due if d.due.group == "late"] == [-6, -2, -1]
    assert first.working_days_left == 14


def test_agreements_of_contoh_end_run_and_have_ended(office: Office) -> None:
    table = office.read(offices.holidays)
    shown = {
        name: standing_of(agreement(office, name), office.today, table)
        for name in ("Kabupaten Contoh dan Ombudsman", "PKS Mal Pelayanan Publik")
    }
    assert shown["Kabupaten Contoh dan Ombudsman"] == ("ending", 57)
    assert shown["PKS Mal Pelayanan Publik"][0] == "in_force"
    assert agreement(office, "PKS Pengelolaan pengaduan").state == "expired"
    assert len(promises(office, "Kabupaten Contoh dan Ombudsman")) == 7


def test_everything_made_up_is_marked(office: Office) -> None:
    made_up = [a for a in office.read(agreements.agreements) if a.region_code == MADE_UP]
    assert made_up
    assert all(a.is_sample for a in made_up)
    assert _samples(office) == {r.id for r in office.read(rounds.rounds, region=MADE_UP)}


# --- The file and its papers ----------------------------------------------------------------


def test_the_office_is_whole(office: Office) -> None:
    assert office.read(sealing.broken_seals) == ()
    assert office.read(sealing.wrong_totals) == ()
    assert office.read(history.broken_links) == ()


def test_the_papers_stand_in_the_register_with_their_hash(
    office: Office, demo_folder: Path
) -> None:
    assert {file.name for file in demo_folder.iterdir()} >= {*PAPERS, LIST}
    entries = office.read(letters.letters)
    assert {e.kind: e.state for e in entries} == {
        "result": "receipted",
        "suggestion": "final",
        "checklist": "final",
    }
    for entry in entries:
        again = office.paper.letter(office.read(letters.letter_content, id=entry.id))
        assert again in {(demo_folder / name).read_bytes() for name in PAPERS}


def test_the_embargoed_letter_tells_no_result(demo_folder: Path) -> None:
    said = text(demo_folder, "Surat saran perbaikan Kabupaten Contoh.pdf")
    told = said.replace("02-99", "").replace("PC.", "")
    assert embargo_breaches(told) == ()
    assert "CONTOH" in said


def test_the_result_letter_says_value_and_zone(demo_folder: Path) -> None:
    said = text(demo_folder, "Surat hasil penilaian DPMPTSP.pdf")
    assert "Hasilnya adalah 83,64 (zona B, Kualitas Tinggi)" in said
    assert "CONTOH" in said


def test_the_list_holds_every_action(demo_folder: Path) -> None:
    book = load_workbook(demo_folder / LIST)
    cells = {str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row}
    assert {"Pasang tarif dan persyaratan di loket", "Rina Wulandari"} <= cells


def test_papers_are_the_same_bytes_each_time(
    demo_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PATUH_NOW", raising=False)
    demo.run(tmp_path)
    assert "PATUH_NOW" not in os.environ
    for name in PAPERS:
        assert (tmp_path / name).read_bytes() == (demo_folder / name).read_bytes()


def test_a_demo_is_not_built_over_another(
    demo_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATUH_NOW", demo.NOW)
    with pytest.raises(Problem, match=r"file\.exists"):
        demo.run(demo_folder)


def test_a_demo_that_fails_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATUH_NOW", demo.NOW)
    monkeypatch.setattr(demo, "DOCUMENTS", ("register", "stories", "register"))
    with pytest.raises(Problem):
        demo.run(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_copy_of_the_demo_can_be_worked_in(
    demo_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATUH_NOW", demo.NOW)
    file = shutil.copy(demo_folder / "Perwakilan Contoh.patuh", tmp_path / "a.patuh")
    copy = Office.open(file, operator="Penguji")
    added = {"region_code": MADE_UP, "kind": "dinas", "name": "Dinas Baru"}
    copy.do(bulk.apply, document={"agencies": [added]})
    kept: tuple[Agency, ...] = copy.read(agencies.agencies, text="Dinas Baru")
    copy.close()
    assert len(kept) == 1


def test_digits_are_written_out_by_indicator() -> None:
    assert digits({"P": "50.3", "D": "1"}) == {"P.1": 5, "P.2": 0, "P.4": 3, "D.1": 1}


def test_respondents_lie_around_the_line_and_full_stays_full() -> None:
    asked = respondents("a", count=30, role="pengguna", digits={"O": "53"})
    assert {each["answers"]["O.1"] for each in asked} == {5}
    assert {each["answers"]["O.2"] for each in asked} == {2, 3, 4}
    assert asked == respondents("a", count=30, role="pengguna", digits={"O": "53"})


def test_typical_rows_go_into_no_real_region() -> None:
    assert {row["source"] for row in listed(["62.13", "61.12"])} == {"real"}

"""`advance`, `finalise`, `release`, `letter`, `checklist`: to the letter by commands alone."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop.services import agreements, offices
from tests.commands.conftest import Patuh
from tests.services.conftest import Scene


@pytest.fixture
def office_file(scene: Scene) -> Path:
    assert scene.office.path is not None
    return scene.office.path


def letters(patuh: Patuh, file: Path) -> list[dict[str, object]]:
    return patuh("list", "letters", "--office", file, "--json").json["letters"]


def test_from_scored_to_letter(patuh: Patuh, scene: Scene, office_file: Path) -> None:
    scene.fill(1)
    where = ("--office", office_file, "--json")
    done = patuh("advance", "assessment", scene.assessment, "complete", *where).json["assessment"]
    assert (done["state"], done["value"], done["embargoed"]) == ("complete", None, True)
    sealed = patuh("finalise", "--assessment", scene.assessment, *where).json["assessment"]
    assert (sealed["state"], sealed["zone"]) == ("final", None)
    assert sealed["seal"]
    for state in ("verifying", "final"):
        assert patuh("advance", "round", scene.round, state, *where).code == 0
    out = office_file.with_name("surat.pdf")
    early = patuh("letter", "--assessment", scene.assessment, "-o", out, *where)
    assert (early.code, early.json["problem"]) == (1, "letter.not_released")
    assert not out.exists()
    assert letters(patuh, office_file) == []
    held = patuh(
        *("release", "--round", scene.round, "--on", "23/11/2026", "--number", "7/2026"), *where
    ).json["round"]
    assert (held["state"], held["released_on"], held["release_number"]) == (
        "released",
        "2026-11-23",
        "7/2026",
    )
    said = patuh("letter", "--assessment", scene.assessment, "-o", out, *where)
    assert said.code == 0
    assert said.json["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    (entry,) = letters(patuh, office_file)
    assert (entry["id"], entry["state"]) == (said.json["letter"], said.json["state"])
    assert len(PdfReader(out).pages) >= 1


def test_a_letter_that_nobody_can_sign_yet_is_a_draft_and_says_so(
    patuh: Patuh, scene: Scene, office_file: Path
) -> None:
    scene.release()
    out = office_file.with_name("surat.pdf")
    words = ("letter", "--assessment", scene.assessment, "--office", office_file, "--json")
    said = patuh(*words, "-o", out)
    assert (said.code, said.json["state"]) == (0, "draft")
    assert "DRAF" in "".join(page.extract_text() for page in PdfReader(out).pages)
    (entry,) = letters(patuh, office_file)
    assert (entry["state"], entry["sha256"]) == ("draft", None)
    scene.office.do(offices.keep_signatory, title="Sekretaris Daerah", name="Rina Wulandari")
    said = patuh(*words, "-o", out)
    assert said.json["state"] == "final"
    assert "DRAF" not in "".join(page.extract_text() for page in PdfReader(out).pages)


def test_suggestions_are_printed_under_embargo(
    patuh: Patuh, scene: Scene, office_file: Path
) -> None:
    scene.fill(1)
    out = office_file.with_name("saran.pdf")
    said = patuh(
        *("letter", "--round", scene.round, "--suggestions", "--number", "B/1/2026"),
        *("--on", "2026-11-20", "-o", out, "--office", office_file, "--json"),
    )
    assert said.code == 0
    assert said.json["kind"] == "suggestion"
    text = "".join(page.extract_text() for page in PdfReader(out).pages)
    assert "B/1/2026" in text
    assert "20 November 2026" in text
    again = patuh(
        *("letter", "--round", scene.round, "--suggestions", "--number", "B/1/2026"),
        *("-o", out.with_name("lain.pdf"), "--office", office_file, "--json"),
    )
    assert (again.code, again.json["problem"]) == (1, "letter.number_taken")
    assert not out.with_name("lain.pdf").exists()


def test_a_letter_is_of_one_thing(patuh: Patuh, scene: Scene, office_file: Path) -> None:
    where = ("--office", office_file, "-o", office_file.with_name("x.pdf"))
    assert patuh("letter", "--round", scene.round, *where).code == 2
    assert patuh("letter", "--assessment", scene.assessment, "--suggestions", *where).code == 2
    wrong = patuh("letter", "--round", "R", "--suggestions", "--on", "kemarin", *where)
    assert (wrong.code, "kemarin bukan tanggal" in wrong.err) == (2, True)


def test_a_paper_that_cannot_be_written_is_not_registered(
    patuh: Patuh, scene: Scene, office_file: Path
) -> None:
    scene.fill(1)
    words = ("letter", "--round", scene.round, "--suggestions", "--office", office_file, "--json")
    for out in (office_file.with_name("x.txt"), office_file.parent / "tidak" / "ada.pdf"):
        assert patuh(*words, "-o", out).code == 1
    assert letters(patuh, office_file) == []


def test_a_checklist_is_printed_and_registered(
    patuh: Patuh, scene: Scene, office_file: Path
) -> None:
    parties = [{"name": "Bupati Contoh", "number": "1"}, {"name": "Ombudsman", "number": "2"}]
    made = scene.office.do(
        agreements.add_agreement,
        title="Nota Kesepakatan",
        region_code="99.01",
        parties=parties,
        signed_on=scene.office.today,
        state="in_force",
    ).id
    out = office_file.with_name("daftar.pdf")
    words = ("checklist", "--agreement", made, "-o", out, "--office", office_file, "--json")
    refused = patuh(*words)
    assert (refused.code, refused.json["problem"]) == (1, "checklist.no_commitment")
    scene.office.do(agreements.keep_commitment, agreement=made, activity="Pasang standar")
    said = patuh(*words)
    assert (said.code, said.json["kind"]) == (0, "checklist")
    text = "".join(page.extract_text() for page in PdfReader(out).pages)
    assert "Pasang standar" in text
    assert patuh(*words).code == 0
    assert {entry["number"] for entry in letters(patuh, office_file)} == {"01/2026", "02/2026"}


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("advance", "assessment", "{assessment}", "final"), "assessment.step_wrong"),
        (("advance", "assessment", "{assessment}", "lulus"), "assessment.state_unknown"),
        (("advance", "round", "{round}", "released"), "round.step_wrong"),
        (("finalise", "--assessment", "{assessment}"), "assessment.incomplete"),
        (("release", "--round", "{round}"), "round.not_final"),
    ],
)
def test_steps_out_of_turn_are_refused_in_the_users_words(
    patuh: Patuh, scene: Scene, words: tuple[str, ...], problem: str
) -> None:
    facts = {"assessment": scene.assessment, "round": scene.round}
    typed = [word.format(**facts) for word in words]
    said = patuh(*typed, "--office", scene.office.path, "--json")
    assert (said.code, said.json["problem"]) == (1, problem)
    assert not {"planned", "collecting", "released"} & set(said.json["message"].split())


def test_going_back_needs_a_reason(patuh: Patuh, scene: Scene) -> None:
    scene.fill(1)
    where = ("--office", scene.office.path, "--json")
    patuh("advance", "assessment", scene.assessment, "complete", *where)
    words = ("advance", "assessment", scene.assessment, "collecting")
    assert patuh(*words, *where).json["problem"] == "assessment.reason_missing"
    assert patuh(*words, "--reason", "Bukti kurang", *where).code == 0


def test_the_demo_opens_the_window_unless_told_not_to(
    patuh: Patuh, tmp_path: Path, shown: list[str | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def built(folder: Path) -> tuple[Path, ...]:
        return (folder / "a.patuh", folder / "surat.pdf")

    monkeypatch.setattr("desktop.commands.demo.run", built)
    said = patuh("demo", tmp_path)
    assert (said.code, shown) == (0, [str(tmp_path / "a.patuh")])
    assert "surat.pdf" in said.out
    assert patuh("demo", tmp_path, "--no-window", "--json").json["written"][0].endswith("a.patuh")
    assert len(shown) == 1

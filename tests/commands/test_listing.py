"""`list` and `export`: every list, and no score before its round is released."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop.domain.listing import KINDS
from tests.commands.conftest import Patuh
from tests.services.conftest import Scene


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_listed_and_exported(patuh: Patuh, scene: Scene, kind: str) -> None:
    file = scene.office.path
    assert file is not None
    listed = patuh("list", kind, "--office", file, "--json").json
    assert list(listed) == [kind]
    assert all("id" in record or "seq" in record for record in listed[kind])
    lines = patuh("list", kind, "--office", file).out.splitlines()
    assert lines
    out = file.with_name("daftar.xlsx")
    said = patuh("export", kind, "--office", file, "-o", out, "--without-scores", "--json")
    assert said.code == 0
    assert said.json["rows"] == len(listed[kind])
    assert load_workbook(out).worksheets[0].max_row >= 3


def test_a_list_keeps_scores_back_until_release(patuh: Patuh, scene: Scene) -> None:
    file = scene.office.path
    scene.fill(1)
    (whole,) = patuh("list", "assessments", "--office", file, "--json").json["assessments"]
    assert whole["embargoed"] is True
    assert [whole[name] for name in ("value", "zone", "low", "high", "published_value")] == [
        None
    ] * 5
    assert whole["state"] == "collecting"
    (held,) = patuh("list", "rounds", "--office", file, "--json").json["rounds"]
    assert (held["value"], held["zone"], held["embargoed"]) == (None, None, True)
    said = patuh("list", "assessments", "--office", file).out
    assert "Nilai dan zona tidak dimuat" in said


def test_after_release_the_list_tells_value_zone_and_state(patuh: Patuh, scene: Scene) -> None:
    file = scene.office.path
    scene.release()
    (whole,) = patuh("list", "assessments", "--office", file, "--json").json["assessments"]
    assert (whole["value"], whole["state"], whole["embargoed"]) == ("100.00", "released", False)
    (held,) = patuh("list", "rounds", "--office", file, "--json").json["rounds"]
    assert (held["value"], held["embargoed"]) == ("100.00", False)


def test_scores_are_not_exported_before_release(patuh: Patuh, scene: Scene) -> None:
    file = scene.office.path
    assert file is not None
    scene.fill(1)
    out = file.with_name("nilai.xlsx")
    said = patuh("export", "assessments", "--office", file, "-o", out, "--json")
    assert (said.code, said.json["problem"]) == (1, "export.embargoed")
    assert "Penilaian 2026" in said.json["message"]
    assert not out.exists()
    chosen = patuh(
        "export", "assessments", "--round", scene.round, "--office", file, "-o", out, "--json"
    )
    assert chosen.json["problem"] == "export.embargoed"
    without = patuh("export", "assessments", "--without-scores", "--office", file, "-o", out)
    assert without.code == 0
    heads = [cell.value for row in load_workbook(out).worksheets[0].iter_rows() for cell in row]
    assert "Nilai" not in heads
    assert "Nilai dan zona tidak dimuat sebelum putarannya dirilis." in heads


def test_scores_are_exported_after_release(patuh: Patuh, scene: Scene) -> None:
    file = scene.office.path
    assert file is not None
    scene.release()
    out = file.with_name("nilai.xlsx")
    assert patuh("export", "assessments", "--office", file, "-o", out).code == 0
    values = [cell.value for row in load_workbook(out).worksheets[0].iter_rows() for cell in row]
    assert 100 in values


def test_round_is_for_lists_of_rounds_only(patuh: Patuh, scene: Scene) -> None:
    said = patuh("list", "agencies", "--round", scene.round, "--office", scene.office.path)
    assert said.code == 2
    assert "--round tidak dapat dipakai" in said.err


def test_a_file_is_replaced_whole_or_stays(patuh: Patuh, file: Path) -> None:
    out = file.with_name("a.xlsx")
    out.write_text("lama")
    assert patuh("export", "agencies", "--office", file, "-o", out).code == 0
    assert out.read_bytes()[:2] == b"PK"
    names = set(file.parent.iterdir())
    wrong = patuh("export", "agencies", "--office", file, "-o", file.with_name("a.csv"), "--json")
    assert (wrong.code, wrong.json["problem"]) == (1, "file.suffix_wrong")
    assert set(file.parent.iterdir()) == names


def test_english_lists_have_english_heads(patuh: Patuh, file: Path) -> None:
    out = file.with_name("a.xlsx")
    said = patuh("export", "agencies", "--office", file, "-o", out, "--lang", "en")
    assert said.code == 0
    assert "Complaint box" in [cell.value for cell in load_workbook(out).worksheets[0][4]]

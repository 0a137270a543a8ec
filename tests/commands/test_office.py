"""`new`, `check`, `version`, `instruments`: an office begins and is proved whole."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from desktop import __version__
from desktop.commands import instrument
from desktop.office import Office
from tests.commands.conftest import Patuh
from tests.services.conftest import Scene


def test_a_new_office_has_its_region_instruments_and_agencies(patuh: Patuh, tmp_path: Path) -> None:
    place = tmp_path / "a.patuh"
    said = patuh(
        *("new", place, "--name", "Bagian Organisasi", "--region", "62.13"),
        *("--with-agencies", "--operator", "Siti Rahmah", "--json"),
    )
    assert said.code == 0
    made = said.json["office"]
    assert (made["name"], made["region"], made["kind"]) == ("Bagian Organisasi", "62.13", "regency")
    assert made["agencies"] > 30
    assert made["instruments"] == len(instrument.shipped_codes())
    history = patuh("list", "history", "--office", place, "--json").json["history"]
    assert {entry["by"] for entry in history} == {"Siti Rahmah"}


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("--name", " "), "office.name_missing"),
        (("--name", "A", "--region", "6213"), "region.unknown"),
    ],
)
def test_an_office_that_cannot_be_made_leaves_no_file(
    patuh: Patuh, tmp_path: Path, words: tuple[str, ...], problem: str
) -> None:
    said = patuh("new", tmp_path / "a.patuh", *words, "--json")
    assert (said.code, said.json["problem"]) == (1, problem)
    assert not list(tmp_path.iterdir())


def test_a_place_that_is_taken_is_refused(patuh: Patuh, file: Path) -> None:
    before = file.read_bytes()
    said = patuh("new", file, "--name", "A", "--json")
    assert (said.code, said.json["problem"]) == (1, "file.exists")
    assert file.read_bytes() == before


def test_the_operator_is_the_one_of_this_computer(
    patuh: Patuh, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATUH_OPERATOR", "Rina")
    patuh("new", tmp_path / "a.patuh", "--name", "A")
    office = Office.open(tmp_path / "a.patuh")
    found = patuh("list", "history", "--office", tmp_path / "a.patuh", "--json").json["history"]
    office.close()
    assert {entry["by"] for entry in found} == {"Rina"}


def test_a_sound_file_is_said_to_be_whole(patuh: Patuh, file: Path) -> None:
    said = patuh("check", file)
    assert said.code == 0
    assert said.out.endswith("Berkas ini utuh.\n")
    found = patuh("check", file, "--json").json
    assert found["sound"] is True
    assert len(found["checks"]) == 6
    assert found["faults"] == []


def test_what_is_wrong_is_named_with_unit_and_agency(patuh: Patuh, scene: Scene) -> None:
    scene.release()
    place = scene.office.path
    with sqlite3.connect(str(place)) as connection:
        connection.execute("UPDATE assessment SET value = '1.00'")
    connection.close()
    said = patuh("check", place)
    assert said.code == 1
    assert "Jumlah penilaian Loket (Dinas Contoh, " in said.out
    document = patuh("check", place, "--json")
    assert (document.code, document.json["problem"]) == (1, "file.unsound")
    (fault,) = document.json["faults"]
    assert (fault["check"], fault["unit"], fault["agency"]) == ("totals", "Loket", "Dinas Contoh")


def test_versions_are_told_without_loading_anything(patuh: Patuh) -> None:
    found = patuh("version", "--json").json
    assert found["program"] == __version__
    assert found["engine"] == "1.0"
    assert found["journal"] in ("wal, FULL", "delete, EXTRA")
    assert found["qt"].startswith("6.")
    assert "Mesin nilai: 1.0" in patuh("version").out


def test_instruments_are_told_with_their_status(patuh: Patuh, file: Path) -> None:
    shipped = patuh("instruments", "--json").json["instruments"]
    known = {"ori-2015-2021", "ori-2022-2024", "ori-2025", "uu25-14-komponen"}
    assert {one["id"] for one in shipped} >= known
    assert {one["status"] for one in shipped} == {"draft"}
    assert all(one["note"] for one in shipped)
    both = patuh("instruments", "--office", file, "--json").json["instruments"]
    stored = [one for one in both if one["place"] == "office"]
    assert {one["sha256"] for one in stored} == {one["sha256"] for one in shipped}
    assert "bobot indikator belum resmi" in patuh("instruments").out


def test_an_instrument_is_checked(patuh: Patuh, tmp_path: Path) -> None:
    from desktop import shipped

    good = tmp_path / "baik.toml"
    good.write_bytes(shipped.data("instruments", "ori-2025.toml"))
    assert patuh("instrument", "check", good).code == 0
    bad = tmp_path / "rusak.toml"
    bad.write_text(good.read_text(encoding="utf-8").replace("legal_basis", "legl_basis", 3))
    said = patuh("instrument", "check", bad, "--json")
    assert (said.code, said.json["problem"]) == (1, "instrument.field_unknown")
    missing = patuh("instrument", "check", tmp_path / "x.xlsx", "--json")
    assert (missing.code, missing.json["problem"]) == (1, "file.missing")


def test_a_folder_that_takes_no_file_is_told(patuh: Patuh, tmp_path: Path) -> None:
    taken = tmp_path / "a.patuh-journal"
    taken.mkdir()  # SQLite needs this name for its own
    said = patuh("new", tmp_path / "a.patuh", "--name", "A", "--json")
    assert (said.code, said.json["problem"].partition(".")[0]) == (1, "file")

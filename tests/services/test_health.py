"""An integrity check finds what was changed from outside, and says whom it concerns."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from desktop.domain.health import CHECKS, Fault, Health
from desktop.domain.problems import Problem
from desktop.office import Office
from desktop.services import health
from tests.services.conftest import Scene


def tampered(scene: Scene, statement: str) -> Health:
    """The check of the office after a statement that did not go through the program."""
    place = scene.office.path
    assert place is not None
    scene.office.close()
    with sqlite3.connect(place) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute(statement)
    connection.close()
    office = Office.open(place)
    try:
        return office.read(health.inspect)
    finally:
        office.close()


def test_a_sound_office_is_sound(scene: Scene) -> None:
    scene.release()
    found = scene.office.read(health.inspect)
    assert found.is_sound
    assert found.checked == CHECKS


@pytest.mark.parametrize(
    ("statement", "check"),
    [
        ("UPDATE history SET by = 'Orang lain' WHERE seq = 3", "history"),
        ("DELETE FROM history WHERE seq = 2", "history"),
        ("UPDATE assessment SET value = '1.00'", "totals"),
        ("UPDATE answer SET value = 1", "seals"),
        ("UPDATE assessment SET document = replace(document, 'revision', 'revisi')", "seals"),
        ("DELETE FROM agency", "references"),
    ],
)
def test_a_change_from_outside_is_found(scene: Scene, statement: str, check: str) -> None:
    scene.release()
    found = tampered(scene, statement)
    assert found.faults_of(check)


def test_a_broken_seal_names_unit_and_agency(scene: Scene) -> None:
    scene.release()
    found = tampered(scene, "UPDATE assessment SET seal = 'x'")
    assert found.faults == (Fault("seals", scene.assessment, "Loket", "Dinas Contoh"),)


def test_a_check_that_fails_is_a_fault_and_the_others_still_run(scene: Scene) -> None:
    scene.release()
    found = tampered(scene, "UPDATE instrument SET document = '[]', sha256 = 'x'")
    assert {fault.check for fault in found.faults} == {"seals", "totals"}


def test_a_damaged_file_is_named(tmp_path: Path, empty_file: Path) -> None:
    content = bytearray(empty_file.read_bytes())
    content[4096:40960] = b"\x07" * (40960 - 4096)
    (tmp_path / "a.patuh").write_bytes(content)
    with pytest.raises(Problem) as refused:
        Office.open(tmp_path / "a.patuh")
    assert refused.value.code == "file.damaged"

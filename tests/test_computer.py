"""What belongs to this computer: one file, read by window and commands."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from desktop import computer
from desktop.computer import Computer, Recent


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATUH_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.delenv("PATUH_OPERATOR", raising=False)


def test_a_new_computer_knows_nobody() -> None:
    assert computer.load() == Computer()
    assert computer.load().last == ""


def test_settings_come_back_as_they_were() -> None:
    kept = Computer(
        operator='Siti "Rahmah" \\ Ñ',
        language="en",
        backup_folder="E:\\Cadangan\tbaru",
        recent=(Recent("D:\\Patuh\\Kabupaten.patuh", "2026-11-23T09:00"),),
    )
    computer.save(kept)
    assert computer.load() == kept


def test_an_office_opened_again_moves_to_the_head() -> None:
    now = datetime(2026, 11, 23, 9, 0)
    kept = Computer()
    for name in ("a", "b", "c", "d", "e", "f", "g", "b"):
        kept = kept.with_opened(name, now)
    assert [one.address for one in kept.recent] == ["b", "g", "f", "e", "d", "c"]
    assert kept.last == "b"


@pytest.mark.parametrize("text", ["operator = ", "\x00", "recent = 3\nlanguage = 'xx'"])
def test_a_damaged_file_counts_as_empty(text: str) -> None:
    computer.folder().mkdir(parents=True)
    computer.file().write_text(text, encoding="utf-8")
    assert computer.load() == Computer()


def test_the_environment_names_the_operator_first(monkeypatch: pytest.MonkeyPatch) -> None:
    computer.save(Computer(operator="Siti"))
    monkeypatch.setenv("PATUH_OPERATOR", " Rina ")
    assert computer.stored_operator() == "Rina"

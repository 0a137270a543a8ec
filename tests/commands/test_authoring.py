"""`instrument export|check|import` and `score` with a workbook: the round trip as it is typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.domain.instrument_document import fingerprint
from desktop.domain.instrument_text import read_toml
from desktop.shipped import text
from tests.commands.conftest import Patuh
from tests.sheets import books

SHA = fingerprint(read_toml(text("instruments", "ori-2025.toml")))


@pytest.fixture
def book(patuh: Patuh, tmp_path: Path) -> Path:
    """A shipped instrument as a workbook."""
    place = tmp_path / "instrumen.xlsx"
    assert patuh("instrument", "export", "ori-2025", "-o", place).code == 0
    return place


def edit(place: Path, **cells: object) -> Path:
    """The same workbook with other cells, named like Pohon_D2."""
    found = books.reopened(place.read_bytes())
    for name, value in cells.items():
        sheet, _, address = name.partition("_")
        found[sheet][address] = value
    edited = place.with_name("ubahan.xlsx")
    edited.write_bytes(books.data(found))
    return edited


@pytest.mark.parametrize("ending", ["xlsx", "toml"])
def test_what_was_exported_is_the_same_instrument(
    patuh: Patuh, tmp_path: Path, ending: str
) -> None:
    place = tmp_path / f"instrumen.{ending}"
    said = patuh("instrument", "export", "ori-2025@1.0", "-o", place, "--json").json
    assert (said["written"], said["instrument"]["sha256"]) == (str(place), SHA)
    checked = patuh("instrument", "check", place, "--json")
    assert (checked.code, checked.json["instrument"]["sha256"]) == (0, SHA)
    assert "Instrumen ini utuh." in patuh("instrument", "check", place).out


def test_an_edited_workbook_becomes_a_draft_of_the_office(
    patuh: Patuh, file: Path, book: Path
) -> None:
    edited = edit(book, Instrumen_B3="1.1-kantor")
    said = patuh("instrument", "import", edited, "--office", file)
    assert (said.code, said.out) == (0, "ori-2025@1.1-kantor disimpan sebagai draf.\n")
    again = patuh("instrument", "import", edited, "--office", file, "--json").json
    assert again["changed"] is False
    entries = patuh("instruments", "--office", file, "--json").json["instruments"]
    states = {one["version"]: one["state"] for one in entries if one["place"] == "office"}
    assert states["1.1-kantor"] == "draft"
    out = book.with_name("kantor.toml")
    stored = ("instrument", "export", "ori-2025@1.1-kantor", "--office", file, "-o", out)
    assert patuh(*stored).code == 0
    assert 'version = "1.1-kantor"' in out.read_text(encoding="utf-8")


def test_nothing_is_kept_of_a_workbook_with_faults(patuh: Patuh, file: Path, book: Path) -> None:
    before = patuh("instruments", "--office", file, "--json").json
    edited = edit(book, Instrumen_B3="1.1", Pohon_D2="12,5", Zona_D3=-1)
    said = patuh("instrument", "import", edited, "--office", file)
    assert said.code == 1
    assert said.err.startswith("Lembar Pohon, baris 2, kolom Bobot: 12,5 tersimpan sebagai teks.")
    assert patuh("instruments", "--office", file, "--json").json == before


def test_a_published_version_is_never_written_again(patuh: Patuh, file: Path, book: Path) -> None:
    edited = edit(book, Instrumen_B4="Nama lain")
    said = patuh("instrument", "import", edited, "--office", file, "--json")
    assert (said.code, said.json["problem"]) == (1, "instrument.version_taken")


def test_a_workbook_scores_like_the_instrument_it_holds(
    patuh: Patuh, tmp_path: Path, book: Path
) -> None:
    answers = {"units": [{"name": "X", "answers": {}, "products": [{"name": "P", "answers": {}}]}]}
    place = tmp_path / "jawaban.json"
    said: list[object] = []
    for name in ("ori-2025", book.name, str(book)):
        place.write_text(json.dumps({"instrument": name, **answers}), encoding="utf-8")
        result = patuh("score", place, "--json")
        assert result.code == 0, result.out
        said.append(result.json["units"])
    assert said[0] == said[1] == said[2]


@pytest.mark.parametrize(
    ("words", "code", "problem"),
    [
        (("export", "ori-2025"), 2, None),
        (("export", "ori-2025", "-o", "x.ods"), 1, "file.suffix_wrong"),
        (("export", "ori-1999", "-o", "x.toml"), 1, "instrument.not_shipped"),
        (("export", "ori-2025@9", "-o", "x.toml"), 1, "instrument.not_shipped"),
        (("import", "x.toml"), 2, None),
        (("check", "tiada.xlsx"), 1, "file.missing"),
        (("rusak", "x.toml"), 2, None),
    ],
)
def test_what_cannot_be_meant_or_done(
    patuh: Patuh, words: tuple[str, ...], code: int, problem: str | None
) -> None:
    said = patuh("instrument", *words, "--json")
    assert said.code == code
    assert problem is None or said.json["problem"] == problem

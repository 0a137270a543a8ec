"""`import` and `apply`: all of it or nothing; what would happen; what is wrong, by its place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.conftest import Patuh
from tests.sheets import books

HEADS = ("Wilayah", "Nama", "Singkatan", "Jenis")


def book(folder: Path, *rows: tuple[object, ...]) -> Path:
    place = folder / "register.xlsx"
    place.write_bytes(books.agencies(*rows, heads=HEADS))
    return place


def names(patuh: Patuh, file: Path) -> list[str]:
    found = patuh("list", "agencies", "--office", file, "--json").json["agencies"]
    return [one["name"] for one in found]


def test_a_register_is_taken_in(patuh: Patuh, file: Path) -> None:
    place = book(file.parent, ("99.01", "Dinas Sosial", "Dinsos", "Dinas"))
    said = patuh("import", place, "--office", file)
    assert (said.code, said.out) == (0, "Ditambahkan: 1 instansi, 0 unit, 0 produk.\n")
    assert names(patuh, file) == ["Dinas Sosial"]


def test_a_dry_run_says_what_would_happen_and_changes_nothing(patuh: Patuh, file: Path) -> None:
    place = book(file.parent, ("99.01", "Dinas Sosial", "Dinsos", "Dinas"))
    said = patuh("import", place, "--office", file, "--dry-run")
    assert said.out.startswith("Akan ditambahkan: 1 instansi")
    document = patuh("import", place, "--office", file, "--dry-run", "--json").json
    assert document["imported"] == {"agencies": 1, "units": 0, "products": 0}
    assert document["dry_run"] is True
    assert names(patuh, file) == []


def test_all_problems_are_told_with_sheet_row_and_column(patuh: Patuh, file: Path) -> None:
    rows = [("99.01", "Dinas A", "A", "Dinas"), ("99.01", "", "B", "Dinas")]
    place = book(file.parent, *rows, (62.13, "Dinas C", "C", "Kantor"), rows[0])
    said = patuh("import", place, "--office", file)
    assert said.code == 1
    nameless, numeric, unknown, twice = said.err.splitlines()
    assert nameless == "Lembar Instansi, baris 3, kolom Nama: Nama instansi belum diisi."
    assert numeric.startswith("Lembar Instansi, baris 4, kolom Wilayah: 62.13 tersimpan sebagai")
    assert unknown.startswith("Lembar Instansi, baris 4, kolom Jenis: Kantor tidak dikenal. Pilih")
    assert twice == ("Lembar Instansi, baris 5, kolom Nama: Dinas A sudah ditulis di baris 2.")
    document = patuh("import", place, "--office", file, "--json").json
    places = [(p["facts"]["row"], p["facts"]["column"]) for p in (document, *document["more"])]
    assert places == [(3, "Nama"), (4, "Wilayah"), (4, "Jenis"), (5, "Nama")]
    assert names(patuh, file) == []


def test_look_alikes_and_unread_columns_are_told(patuh: Patuh, file: Path) -> None:
    patuh(
        "import", book(file.parent, ("99.01", "Dinas Sosial", "Dinsos", "Dinas")), "--office", file
    )
    place = file.with_name("lain.xlsx")
    place.write_bytes(
        books.agencies(("Badan Sosial", "Badan", "x"), heads=("Nama", "Jenis", "Telp"))
    )
    said = patuh("import", place, "--office", file)
    assert said.code == 0
    assert "Badan Sosial tampak sama dengan Dinas Sosial" in said.out
    assert "Lembar Instansi: kolom Telp tidak dikenal dan tidak dibaca." in said.out


def test_what_was_exported_can_be_imported_elsewhere(patuh: Patuh, tmp_path: Path) -> None:
    first, second = tmp_path / "a.patuh", tmp_path / "b.patuh"
    patuh("new", first, "--name", "A", "--region", "62.13", "--with-agencies")
    patuh("new", second, "--name", "B", "--region", "62.13")
    out = tmp_path / "instansi.xlsx"
    assert patuh("export", "agencies", "--office", first, "-o", out).code == 0
    assert patuh("import", out, "--office", second).code == 0
    assert sorted(names(patuh, first)) == sorted(names(patuh, second))


def test_a_document_is_applied(patuh: Patuh, file: Path) -> None:
    place = file.with_name("isi.json")
    whole = {"agencies": [{"name": "Dinas A", "region_code": "99.01", "key": "a"}]}
    place.write_text(json.dumps(whole), encoding="utf-8")
    said = patuh("apply", place, "--office", file, "--json")
    assert said.json["applied"] == {"agency": 1}
    assert said.json["keys"]["a"].startswith("A")
    assert names(patuh, file) == ["Dinas A"]


@pytest.mark.parametrize("whole", [5, [], {"agencies": 5}, {"agencies": [{"name": 5}]}, {"x": 1}])
def test_a_document_that_is_wrong_is_refused_with_its_place(
    patuh: Patuh, file: Path, whole: object
) -> None:
    place = file.with_name("isi.json")
    place.write_text(json.dumps(whole), encoding="utf-8")
    said = patuh("apply", place, "--office", file, "--json")
    assert said.code == 1
    assert said.json["problem"].startswith("apply.")
    assert names(patuh, file) == []

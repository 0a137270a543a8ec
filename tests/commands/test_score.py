"""`score`: the worked cases of docs/scoring.md, through the command."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from desktop import shipped
from tests.commands.conftest import Patuh, Said


def scored(patuh: Patuh, folder: Path, document: object, *more: str) -> Said:
    place = folder / "nilai.json"
    place.write_text(document if isinstance(document, str) else json.dumps(document))
    return patuh("score", place, *more)


def published(instrument: str, *values: object) -> dict[str, Any]:
    units = [{"name": f"Unit {n}", "value": value} for n, value in enumerate(values, start=1)]
    return {"instrument": instrument, "units": units}


@pytest.mark.parametrize(
    ("instrument", "values", "value", "zone"),
    [
        ("ori-2025", ("68.79", "77.55", "84.11"), "76.82", "C"),
        ("ori-2015-2021", (100, 100, 80.19, 92.92), "93.28", "HIJAU"),
        ("ori-2022-2024", (87.995,), "88.00", "A"),
        ("ori-2022-2024", ("87.99",), "87.99", "B"),
    ],
)
def test_worked_cases(
    patuh: Patuh,
    tmp_path: Path,
    instrument: str,
    values: tuple[object, ...],
    value: str,
    zone: str,
) -> None:
    said = scored(patuh, tmp_path, published(instrument, *values), "--json")
    assert said.code == 0
    found = said.json
    assert (found["value"], found["zone"]["code"], found["complete"]) == (value, zone, True)
    assert len(found["units"]) == len(values)


def test_people_get_a_table(patuh: Patuh, tmp_path: Path) -> None:
    document = {**published("ori-2025", "68.79"), "entity": "Kabupaten Contoh"}
    document["units"].append({"name": "Dinsos", "answers": {}})
    said = scored(patuh, tmp_path, document)
    assert said.code == 0
    assert "Kabupaten Contoh" in said.out
    assert "68,79" in said.out
    assert "68.79" in scored(patuh, tmp_path, document, "--lang", "en").out


@pytest.mark.parametrize(
    ("document", "problem"),
    [
        ({"instrument": "ori-1999", "units": []}, "score.instrument_unknown"),
        ({"instrument": "ori-2025", "units": {}}, "score.not_a_list"),
        ([], "score.not_a_table"),
        (published("ori-2025", "101"), "score.value_out_of_range"),
        ('{"instrument": "ori-2025", "units": [{"name": "X", "value": NaN}]}', "file.not_json"),
        ({"instrument": "saya.xlsx", "units": []}, "file.missing"),
        ({"instrument": "saya.toml", "units": []}, "file.missing"),
    ],
)
def test_what_cannot_be_scored(
    patuh: Patuh, tmp_path: Path, document: object, problem: str
) -> None:
    said = scored(patuh, tmp_path, document, "--json")
    assert (said.code, said.json["problem"]) == (1, problem)
    assert said.json["message"]


def test_an_answer_that_is_none_is_said_with_its_place(patuh: Patuh, tmp_path: Path) -> None:
    unit = {"name": "Disdukcapil", "answers": {"I.K.1": 99}}
    said = scored(patuh, tmp_path, {"instrument": "ori-2022-2024", "units": [unit]})
    assert said.code == 1
    assert said.err.startswith("units 1 (Disdukcapil), I.K.1: Nilai 99 bukan salah satu pilihan")


def test_an_instrument_of_ones_own_lies_beside_the_document(patuh: Patuh, tmp_path: Path) -> None:
    (tmp_path / "saya.toml").write_bytes(shipped.data("instruments", "ori-2025.toml"))
    said = scored(patuh, tmp_path, published("saya.toml", "90"), "--json")
    assert (said.code, said.json["value"]) == (0, "90.00")


@pytest.mark.skipif(os.name == "nt", reason="no pipes with names")
def test_a_document_may_come_through_a_pipe(patuh: Patuh) -> None:
    reading, writing = os.pipe()
    os.write(writing, json.dumps(published("ori-2025", "90")).encode())
    os.close(writing)
    said = patuh("score", f"/dev/fd/{reading}", "--json")
    os.close(reading)
    assert said.json["value"] == "90.00"


@pytest.mark.skipif(os.name == "nt", reason="no such device")
def test_a_file_without_end_is_refused(patuh: Patuh) -> None:
    assert patuh("score", "/dev/zero", "--json").json["problem"] == "file.too_large"

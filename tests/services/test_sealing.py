"""A seal: what is frozen stays the same number, whatever happens to the register afterwards."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from dataclasses import replace

import pytest

from desktop.services import agencies, assessments, letters, results, rounds, sealing
from tests.services.conftest import Scene


def raw(scene: Scene, statement: str, *values: object) -> list[tuple[object, ...]]:
    """A statement that does not go through the program."""
    with sqlite3.connect(str(scene.office.path)) as file:
        found = file.execute(statement, values).fetchall()
    file.close()
    return found


def broken(scene: Scene) -> list[str]:
    return [unit for _, unit in scene.office.read(sealing.broken_seals)]


def test_a_renamed_product_or_unit_breaks_no_seal(scene: Scene) -> None:
    scene.release()
    scene.office.do(agencies.change_product, id=scene.products[0], name="Kartu Keluarga")
    scene.office.do(agencies.change_unit, id=scene.unit, name="Loket Satu")
    assert broken(scene) == []
    facts = scene.office.read(letters.result_facts, assessment_id=scene.assessment)
    assert facts.products == ("Kartu", "Akta")


def test_a_sealed_number_does_not_follow_a_new_type_of_product(scene: Scene) -> None:
    """Some indicators are asked of some types only: what was asked is settled by the seal."""
    office, product = scene.office, scene.products[0]
    office.do(agencies.change_product, id=product, product_type="PRODUK_ADMINISTRASI")
    scene = replace(scene, **planned(scene, instrument="ori-2015-2021"))
    scene.fill()
    office.do(sealing.finalise_assessment, id=scene.assessment)
    sealed = office.read(results.unit_result, assessment_id=scene.assessment).score
    office.do(agencies.change_product, id=product, product_type="PRODUK_JASA")
    again = office.read(results.unit_result, assessment_id=scene.assessment).score
    assert (again.applicable, again.exact) == (sealed.applicable, sealed.exact)
    assert broken(scene) == []
    assert office.read(sealing.wrong_totals) == ()


def planned(scene: Scene, **key: object) -> dict[str, str]:
    """Another round with the same unit."""
    facts = {"year": 2021, "region_code": "99.01", **key}
    held = str(scene.office.do(rounds.add_round, **facts).id)
    made = scene.office.do(assessments.plan_assessment, round=held, unit=scene.unit).id
    return {"round": held, "assessment": str(made)}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE assessment SET seal = NULL, document = NULL",
        "UPDATE assessment SET state = 'collecting'",
        "UPDATE assessment SET assessors = 'Orang Lain'",
        "UPDATE assessment SET started_on = '2020-01-01'",
        "UPDATE assessment SET unit_id = (SELECT max(id) FROM unit)",
        "UPDATE finding SET suggestion = 'lain' WHERE id = 1",
    ],
)
def test_a_seal_notices_what_was_changed_behind_the_programs_back(
    scene: Scene, statement: str
) -> None:
    scene.fill(1)
    scene.office.do(sealing.finalise_assessment, id=scene.assessment)
    scene.office.do(agencies.add_unit, agency=scene.agency, name="Loket lain", unit_type="LAINNYA")
    assert broken(scene) == []
    raw(scene, statement)
    assert len(broken(scene)) == 1


def test_a_forged_document_with_its_own_hash_is_not_the_one_that_was_sealed(scene: Scene) -> None:
    """History keeps the seal: whoever rewrites answers, document and hash is still found."""
    scene.fill(1)
    scene.office.do(sealing.finalise_assessment, id=scene.assessment)
    raw(scene, "UPDATE assessment SET team = 'X'")
    ((text,),) = raw(scene, "SELECT document FROM assessment")
    forged = str(text).replace('"team":""', '"team":"X"')
    assert forged != text
    digest = hashlib.sha256(forged.encode()).hexdigest()
    raw(scene, "UPDATE assessment SET document = ?, seal = ?", forged, digest)
    assert broken(scene) == ["Loket"]


@pytest.mark.parametrize("column", ["zone", "low", "high", "exact"])
def test_every_total_that_lists_read_is_checked(scene: Scene, column: str) -> None:
    scene.fill(1)
    assert scene.office.read(sealing.wrong_totals) == ()
    raw(scene, f"UPDATE assessment SET {column} = '1'")
    assert [unit for _, unit in scene.office.read(sealing.wrong_totals)] == ["Loket"]


def test_the_sealed_document_says_whom_it_is_about(scene: Scene) -> None:
    scene.release()
    ((text,),) = raw(scene, "SELECT document FROM assessment")
    whole = json.loads(str(text))
    assert whole["unit"]["type"] == "LAINNYA"
    assert whole["about"]["unit"] == "Loket"
    assert whole["about"]["agency"] == "Dinas Contoh"
    assert (whole["round"]["year"], whole["round"]["kind"]) == (2026, "kabupaten")
    assert whole["finalised_on"] == "2026-11-23"

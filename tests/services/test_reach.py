"""Lists read what they show: so many statements and columns, however much an office holds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event

from desktop.office import Office
from desktop.services import agencies, assessments, findings, letters, sealing
from tests.services.conftest import Scene


@contextmanager
def statements(office: Office) -> Iterator[list[str]]:
    """The SQL that is read within."""
    seen: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        seen.append(statement)

    event.listen(office._reading, "before_cursor_execute", note)
    yield seen
    event.remove(office._reading, "before_cursor_execute", note)


@pytest.fixture
def three(scene: Scene) -> Scene:
    """Three units of a round, sealed with gaps."""
    ids = [scene.assessment]
    for name in ("Aula", "Zona"):
        unit = scene.office.do(
            agencies.add_unit, agency=scene.agency, name=name, unit_type="LAINNYA"
        ).id
        scene.office.do(agencies.add_product, unit=unit, name="Kartu")
        ids.append(
            str(scene.office.do(assessments.plan_assessment, round=scene.round, unit=unit).id)
        )
    for id in ids:
        one = Scene(scene.office, scene.agency, scene.unit, scene.products, scene.round, id)
        one.fill(1)
        scene.office.do(sealing.finalise_assessment, id=id)
    return scene


def test_no_list_reads_what_was_sealed(three: Scene) -> None:
    for read in (assessments.assessments, findings.findings):
        with statements(three.office) as seen:
            three.office.read(read)
        assert not any("document" in one for one in seen), read


def test_a_letter_of_suggestions_reads_all_units_at_once(three: Scene) -> None:
    with statements(three.office) as seen:
        facts = three.office.read(letters.suggestion_facts, round=three.round)
    assert [(g.unit, g.products) for g in facts.groups] == [
        ("Aula", ("Kartu",)),
        ("Loket", ("Kartu", "Akta")),
        ("Zona", ("Kartu",)),
    ]
    assert len(seen) <= 8


def test_the_desk_knows_its_neighbours_without_reading_them(three: Scene) -> None:
    with statements(three.office) as seen:
        desk = three.office.read(assessments.desk, id=three.assessment)
    listed = three.office.read(assessments.assessments, round=three.round)
    assert (desk.previous_id, desk.assessment.id, desk.next_id) == tuple(a.id for a in listed)
    assert (desk.assessment.number, desk.unit_count) == (2, 3)
    assert not any("region.name" in one and "product" in one for one in seen)


def test_the_units_of_one_agency_are_read_alone(three: Scene) -> None:
    with statements(three.office) as seen:
        three.office.read(agencies.units, agency=three.agency)
    assert all("agency.ref = ?" in one for one in seen if one.startswith("SELECT"))

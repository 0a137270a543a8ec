"""Results of a unit over the years: sealed ones of its own track, and what each change is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desktop.domain.bridge import Bridge, Link, from_document, to_document
from desktop.domain.instrument import by_code
from desktop.domain.problems import Problem
from desktop.domain.score import Sheet, asked
from desktop.office import Office
from desktop.services import answers, assessments, bridges, history, results, rounds, sealing, years
from desktop.services.instruments import instrument
from tests.services.conftest import Scene


def published(
    scene: Scene, year: int, value: str, *, instrument: str, track: str = "internal"
) -> str:
    """A sealed round of the same unit by a published value."""
    office = scene.office
    facts = {"year": year, "instrument": instrument, "track": track, "region_code": "99.01"}
    held = office.do(rounds.add_round, **facts).id
    assessed = office.do(
        assessments.plan_assessment, round=held, unit=scene.unit, published_value=Decimal(value)
    ).id
    assert assessed
    office.do(sealing.finalise_assessment, id=assessed)
    return assessed


def way(scene: Scene) -> list[tuple[int, Decimal]]:
    found = scene.office.read(years.history_of_unit, assessment_id=scene.assessment)
    return [(each.year, each.value) for each in found]


SAME, FIRST = "uu25-14-komponen", "SP02"


def test_a_unit_without_a_value_has_no_years(scene: Scene) -> None:
    published(scene, 2024, "70", instrument=SAME)
    assert way(scene) == []


def test_years_of_the_same_track_stand_in_order(scene: Scene) -> None:
    published(scene, 2025, "80", instrument=SAME)
    published(scene, 2023, "60.5", instrument=SAME)
    published(scene, 2024, "99", instrument=SAME, track="ombudsman")
    published(scene, 2027, "99", instrument=SAME)
    scene.fill()
    assert way(scene) == [(2023, Decimal("60.5")), (2025, 80), (2026, 100)]
    found = scene.office.read(years.history_of_unit, assessment_id=scene.assessment)
    assert [each.is_provisional for each in found] == [False, False, True]
    assert [each.change.points for each in found[1:] if each.change] == [Decimal("19.5"), 20]
    assert not any(each.change.method_changed for each in found if each.change)


def test_what_is_not_sealed_is_no_earlier_result(scene: Scene) -> None:
    office = scene.office
    facts = {"year": 2025, "instrument": SAME, "region_code": "99.01"}
    held = office.do(rounds.add_round, **facts).id
    office.do(assessments.plan_assessment, round=held, unit=scene.unit)
    scene.fill()
    assert way(scene) == [(2026, 100)]
    assert office.read(results.results, round=scene.round).changes == {}


def test_another_instrument_breaks_the_line(scene: Scene) -> None:
    published(scene, 2021, "68.40", instrument="ori-2015-2021")
    scene.fill()
    change = scene.office.read(results.results, round=scene.round).changes[scene.assessment]
    assert (change.year, change.points) == (2021, Decimal("31.60"))
    assert change.method_changed
    assert not change.comparison.is_split, "nobody knows the answers of 2021"
    assert change.content == 0, "no bridge leads there"


def test_with_a_bridge_the_change_is_split_and_adds_up(scene: Scene) -> None:
    office = scene.office
    bridge = Bridge(SAME, "ori-2022-2024", (Link(FIRST, "P.2"),))
    office.do(bridges.keep_bridge, document=to_document(bridge))
    scene.release()
    facts = {"year": 2027, "instrument": "ori-2022-2024", "region_code": "99.01"}
    held = office.do(rounds.add_round, **facts).id
    later = office.do(assessments.plan_assessment, round=held, unit=scene.unit, respondents=1).id
    assert later
    _answer(office, later)
    found = office.read(years.history_of_unit, assessment_id=later)
    change = found[-1].change
    split = change.comparison
    assert split.is_split
    assert split.change == sum(part or 0 for part in (split.real, split.method, split.rest))
    assert change.is_assumed
    assert 0 < change.content < 1


def _answer(office: Office, assessment: str) -> None:
    desk = office.read(assessments.desk, id=assessment)
    used = office.read(assessments.score, id=assessment)[0]
    cells = []
    for sheet in desk.sheets:
        subject = Sheet(sheet.subject, sheet.name, sheet.product_type, sheet.role)  # type: ignore[arg-type]
        nodes = asked(used, subject, unit_type="LAINNYA", year=2027, kind="kabupaten")
        cells += [(sheet.key, node.number, 2) for node in nodes]
    office.do(answers.save_answers, assessment=assessment, cells=tuple(cells))


def test_an_older_scale_is_put_on_the_new_one(scene: Scene) -> None:
    published(scene, 2025, "4", instrument="pekppp")
    scene.fill()
    change = scene.office.read(results.results, round=scene.round).changes[scene.assessment]
    assert change.points == 20, "4 of 5 is 80 of 100"


# --- Bridges as data ---------------------------------------------------------------------------


def test_a_new_office_has_the_shipped_bridges_as_drafts(office: Office) -> None:
    kept = office.read(bridges.bridges)
    assert {(b.old, b.new) for b in kept} == {
        ("ori-2015-2021", "ori-2022-2024"),
        ("ori-2022-2024", "ori-2025"),
    }
    assert {b.status for b in kept} == {"draft"}


def test_a_changed_bridge_is_remembered(office: Office) -> None:
    first = office.read(bridges.bridges)[0]
    fewer = to_document(first) | {"links": to_document(first)["links"][:3]}  # type: ignore[index]
    changes = office.do(bridges.keep_bridge, document=fewer)
    assert changes.touched == {"bridge"}
    assert office.read(bridges.bridges)[0] == from_document(fewer)
    newest = office.read(history.entries, kind="bridge")[0]
    assert newest.act == "bridge.changed"
    assert newest.before["document"] != newest.after["document"]
    assert office.do(bridges.keep_bridge, document=fewer).touched == frozenset()


def test_a_bridge_to_unknown_codes_is_refused(office: Office) -> None:
    bridge = Bridge("ori-2022-2024", "ori-2025", (Link("P.99", "PR-01"),))
    with pytest.raises(Problem, match=r"bridge\.code_unknown"):
        office.do(bridges.keep_bridge, document=to_document(bridge))


def test_bridges_are_found_in_both_directions_and_over_others(office: Office) -> None:
    used = {
        code: office.read(instrument, code=code)
        for code in ("ori-2015-2021", "ori-2022-2024", "ori-2025", SAME)
    }

    def between(old: str, new: str) -> int:
        return len(office.read(bridges.bridge_between, old=used[old], new=used[new]).links)

    straight = between("ori-2015-2021", "ori-2022-2024")
    assert straight == between("ori-2022-2024", "ori-2015-2021") > 0
    assert between("ori-2015-2021", "ori-2025") == between("ori-2025", "ori-2015-2021") > 0
    assert between(SAME, "ori-2025") == 0
    assert between(SAME, SAME) > 0


# --- What stands behind one number -------------------------------------------------------------


def test_grounds_name_every_answer_with_its_note(scene: Scene) -> None:
    scene.fill(1)
    number = by_code(scene.instrument, FIRST).number
    found = scene.office.read(results.grounds, assessment_id=scene.assessment, number=number)
    assert [(each.name, each.answer.stored) for each in found.answers] == [
        ("Kartu", 1),
        ("Akta", 1),
    ]
    assert found.heard == ()


def test_the_path_leads_from_the_answers_into_the_next_zone(scene: Scene) -> None:
    scene.fill(1)
    found = scene.office.read(results.unit_result, assessment_id=scene.assessment)
    assert found.path is not None
    assert found.path.value >= found.path.zone.min > (found.score.value or 100)
    assert {step.product for step in found.path.steps} <= {"Kartu", "Akta"}
    assert found.entity_share == 1

"""A document in bulk: the whole of it or nothing, and every fault with its place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.problems import Problem
from desktop.office import Office
from desktop.services import (
    actions,
    agencies,
    agreements,
    assessments,
    bulk,
    findings,
    history,
    meetings,
    offices,
    rounds,
    sealing,
)
from desktop.wording.problems import say

Json = dict[str, Any]
AGENCY: Json = {
    "key": "dinas",
    "region_code": "99.01",
    "kind": "dinas",
    "name": "Dinas Contoh",
    "units": [
        {
            "key": "loket",
            "name": "Loket Contoh",
            "unit_type": "DISDUKCAPIL",
            "products": [{"key": "kk", "name": "KK"}, {"key": "ktp", "name": "KTP-el"}],
        }
    ],
}
ROUND: Json = {
    "key": "putaran",
    "year": 2026,
    "instrument": "ori-2022-2024",
    "region_code": "99.01",
    "minimum": "78.00",
}
ASSESSMENT: Json = {"key": "nilai", "round": "putaran", "unit": "loket", "quota": 1}


def whole(**sections: object) -> Json:
    return {"agencies": [AGENCY], "rounds": [ROUND], "assessments": [ASSESSMENT], **sections}


def apply(office: Office, document: object) -> Mapping[str, str]:
    changes = office.do(bulk.apply, document=document)
    return changes.facts["keys"]  # type: ignore[return-value]


def refused(office: Office, document: object) -> Problem:
    with pytest.raises(Problem) as caught:
        office.do(bulk.apply, document=document)
    return caught.value


def example() -> Json:
    text = (Path(__file__).parents[2] / "docs" / "apply.md").read_text(encoding="utf-8")
    found = re.search(r"```json\n(\{.*?\n\})\n```", text, re.DOTALL)
    assert found is not None
    return json.loads(found[1])


def test_the_example_of_the_documentation_runs(office: Office) -> None:
    keys = apply(office, example())
    scored = office.read(assessments.assessment, id=keys["s1"])
    assert (scored.answered, scored.not_applicable, scored.state) == (4, 1, "collecting")
    assert [a.state for a in office.read(actions.actions)] == ["running"]
    mended = [f for f in office.read(findings.findings) if f.code == "P.4"]
    assert [f.suggestion for f in mended] == ["Memasang jangka waktu di loket."]


def test_keys_of_one_document_serve_the_next(office: Office) -> None:
    keys = apply(office, {"agencies": [AGENCY]})
    more = {"products": [{"unit": "loket", "name": "KIA"}]}
    office.do(bulk.apply, document=more, keys=keys)
    assert [p.name for p in office.read(agencies.units)[0].products] == ["KK", "KTP-el", "KIA"]


def test_a_fault_at_the_end_leaves_nothing_behind(office: Office) -> None:
    before = office.read(history.last_seq)
    problem = refused(office, whole(meetings=[{"title": "Rapat"}]))
    assert problem.facts["path"] == "meetings[0].held_on"
    assert office.read(agencies.agencies) == ()
    assert office.read(history.last_seq) == before


@pytest.mark.parametrize(
    ("document", "code", "path"),
    [
        ([], "apply.not_an_object", "$"),
        ({"agensies": []}, "apply.name_unknown", "$"),
        ({"agencies": {}}, "apply.not_a_list", "agencies"),
        ({"agencies": [7]}, "apply.not_an_object", "agencies[0]"),
        ({"agencies": [{**AGENCY, "name": " "}]}, "agency.name_missing", "agencies[0].name"),
        ({"agencies": [{**AGENCY, "name": 3}]}, "apply.not_a_text", "agencies[0].name"),
        ({"agencies": [{"name": "X"}]}, "apply.value_missing", "agencies[0]"),
        ({"agencies": [AGENCY, AGENCY]}, "agency.name_taken", "agencies[1].name"),
        ({"agencies": [{**AGENCY, "color": 1}]}, "apply.name_unknown", "agencies[0]"),
        (
            {"agencies": [{**AGENCY, "valid_to": "besok"}]},
            "apply.not_a_day",
            "agencies[0].valid_to",
        ),
        ({"agencies": [{**AGENCY, "id": "dinas"}]}, "agency.unknown", "agencies[0].id"),
        ({"agencies": [{**AGENCY, "on": "2027-01-01"}]}, "apply.in_future", "agencies[0].on"),
        ({"agencies": [{**AGENCY, "by": " "}]}, "apply.text_missing", "agencies[0].by"),
        ({"rounds": [{**ROUND, "minimum": 101}]}, "round.minimum_wrong", "rounds[0].minimum"),
        ({"rounds": [{**ROUND, "year": 10**30}]}, "apply.not_a_number", "rounds[0].year"),
        ({"rounds": [{**ROUND, "universe": -1}]}, "apply.not_a_number", "rounds[0].universe"),
        ({"office": {"name": "\ud800"}}, "apply.text_broken", "office.name"),
        ({"steps": [{"state": "final"}]}, "apply.step_of_what", "steps[0]"),
    ],
)
def test_a_fault_names_its_place(office: Office, document: object, code: str, path: str) -> None:
    problem = refused(office, document)
    assert (problem.code, problem.facts["path"]) == (code, path)
    assert say(problem).startswith(f"{path}: ")


def test_a_fault_deep_inside_names_its_place(office: Office) -> None:
    unit = {**AGENCY["units"][0], "products": [{"name": "KK"}, {"name": "KK"}]}
    problem = refused(office, {"agencies": [{**AGENCY, "units": [unit]}]})
    assert problem.facts["path"] == "agencies[0].units[0].products[1].name"


def test_a_sentence_without_a_place_gets_one(office: Office) -> None:
    said = say(refused(office, {"agencies": [{**AGENCY, "name": ""}]}))
    assert said.startswith("agencies[0].name: ")


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({"P.99": 5}, "instrument.code_unknown"),
        ({"I.K.1": 4.5}, "answer.not_an_option"),
        ({"I.K.1": True}, "answer.not_a_number"),
        ({"I.K.1": {"na": "malas"}}, "answer.reason_unknown"),
        ({"I.K.1": {"nah": "x"}}, "apply.name_unknown"),
        ({"I.K": 5}, "answer.not_asked"),
        ({"P.1": 5}, "answer.not_asked"),
    ],
)
def test_a_wrong_answer_is_refused(office: Office, answers: Json, code: str) -> None:
    problem = refused(office, whole(assessments=[{**ASSESSMENT, "answers": answers}]))
    assert problem.code == code
    assert str(problem.facts["path"]).startswith("assessments[0]")


def test_answers_go_to_their_sheets(office: Office) -> None:
    answered = {
        **ASSESSMENT,
        "answers": {"I.K.1": 4, "I.S.5": {"na": "tidak_ada_layanan"}, "I.S.1": None},
        "notes": {"I.K.1": "Petugas baru"},
        "products": ["ktp", {"product": "kk", "answers": {"P.1": 0}, "notes": {"P.1": "Kosong"}}],
        "respondents": [{"answers": {"O.1": 3}}],
    }
    keys = apply(office, whole(assessments=[answered]))
    desk = office.read(assessments.desk, id=keys["nilai"])
    by_name = {sheet.name: sheet for sheet in desk.sheets}
    assert sorted(by_name[""].answers.values()) == [-2, 4]
    assert list(by_name[""].notes.values()) == ["Petugas baru"]
    assert list(by_name["KK"].answers.values()) == [0]
    assert not by_name["KTP-el"].answers
    assert list(by_name["Pengguna 1"].answers.values()) == [3]


def test_null_empties_a_cell_of_an_assessment_that_is_there(office: Office) -> None:
    keys = apply(office, whole(assessments=[{**ASSESSMENT, "answers": {"I.K.1": 4}}]))
    again = {"assessments": [{"id": keys["nilai"], "answers": {"I.K.1": None}}]}
    apply(office, again)
    assert office.read(assessments.assessment, id=keys["nilai"]).answered == 0


def test_a_product_outside_the_scope_has_no_sheet(office: Office) -> None:
    keys = apply(office, whole(assessments=[{**ASSESSMENT, "products": ["kk"]}]))
    late = {"id": keys["nilai"], "products": [{"product": keys["ktp"], "answers": {"P.1": 5}}]}
    problem = refused(office, {"assessments": [late]})
    assert problem.code == "apply.not_in_scope"


def test_more_respondents_than_the_quota_are_refused(office: Office) -> None:
    two = [{"answers": {"O.1": 3}}, {"answers": {"O.1": 3}}]
    problem = refused(office, whole(assessments=[{**ASSESSMENT, "respondents": two}]))
    assert (problem.code, problem.facts["path"]) == (
        "apply.no_such_respondent",
        "assessments[0].respondents[1]",
    )


def test_a_published_value_is_sealed_and_released(office: Office) -> None:
    document = whole(
        assessments=[
            {"key": "nilai", "round": "putaran", "unit": "loket", "published_value": "83.5"}
        ],
        steps=[
            {"assessment": "nilai", "state": "final"},
            {"round": "putaran", "state": "collecting"},
            {"round": "putaran", "state": "verifying"},
            {"round": "putaran", "state": "final"},
            {"round": "putaran", "state": "released", "on": "2026-11-20", "number": "KEP/1"},
        ],
    )
    keys = apply(office, document)
    scored = office.read(assessments.assessment, id=keys["nilai"])
    held = office.read(rounds.round_of, id=keys["putaran"])
    assert (scored.value, scored.zone, scored.shown_state) == (Decimal("83.50"), "B", "released")
    assert (str(held.released_on), held.release_number) == ("2026-11-20", "KEP/1")
    assert office.read(sealing.broken_seals) == ()


def test_history_tells_who_and_when(office: Office) -> None:
    apply(office, {"by": "Yusuf", "on": "2026-11-18T10:42", "agencies": [AGENCY]})
    added = next(e for e in office.read(history.entries) if e.act == "agency.added")
    assert (added.by, added.at.isoformat()) == ("Yusuf", "2026-11-18T03:42:00+00:00")
    assert office.read(history.broken_links) == ()


def test_an_action_is_verified_by_another_person_only(office: Office) -> None:
    steps = [
        {"state": "running"},
        {"state": "reported", "by": "Rina", "note": "Foto papan"},
        {"state": "verified", "by": "Rina"},
    ]
    planned = {"agency": "dinas", "title": "Pasang papan", "steps": steps}
    problem = refused(office, whole(actions=[planned]))
    assert (problem.code, problem.facts["path"]) == (
        "action.verifier_same",
        "actions[0].steps[2].verified_by",
    )
    steps[2]["by"] = "Maya"
    apply(office, whole(actions=[{**planned, "obstacle": "budget", "due_on": "2026-12-01"}]))
    found = office.read(actions.actions)[0]
    assert (found.state, found.verified_by, found.obstacle) == ("verified", "Maya", "budget")


def test_an_agreement_comes_with_promises_and_reports(office: Office) -> None:
    promise = {
        "activity": "Satu pintu",
        "unit": "kewenangan",
        "target": 194,
        "baseline": None,
        "stages": [{"label": "2019"}, {"label": "2020", "target": 194}],
        "followups": [{"state": "partly", "stage": "2019", "amount": 20, "on": "2026-11-02"}],
    }
    document = {
        "agencies": [AGENCY],
        "agreements": [
            {"key": "payung", "title": "Payung", "region_code": "99", "kind": "umbrella"},
            {
                "key": "mou",
                "parent": "payung",
                "title": "MoU",
                "region_code": "99.01",
                "signed_on": "2026-01-05",
                "state": "in_force",
                "parties": [{"name": "Satu", "number": "1"}, {"name": "Dua"}],
                "agencies": [{"agency": "dinas", "role": "named"}],
                "commitments": [promise],
            },
        ],
        "meetings": [
            {
                "title": "Rapat",
                "region_code": "99.01",
                "held_on": "2026-11-26",
                "agreement": "mou",
                "agencies": ["dinas"],
            }
        ],
    }
    keys = apply(office, document)
    page = office.read(agreements.agreement_page, id=keys["mou"])
    assert page.agreement.parent_id == keys["payung"]
    made = page.commitments[0]
    assert (made.baseline, made.target, made.last_state) == (None, 194, "partly")
    assert [s.reported for s in made.stages] == ["20", ""]
    assert office.read(meetings.meetings)[0].agency_count == 1


def test_the_same_agency_twice_is_refused(office: Office) -> None:
    twice = [{"agency": "dinas"}, {"agency": "dinas"}]
    agreed = {"title": "MoU", "region_code": "99.01", "agencies": twice}
    problem = refused(office, {"agencies": [AGENCY], "agreements": [agreed]})
    assert (problem.code, problem.facts["path"]) == ("apply.twice", "agreements[0].agencies[1]")


def test_what_is_nested_without_end_is_refused(office: Office) -> None:
    deep: object = "x"
    for _level in range(30):
        deep = [deep]
    assert refused(office, {"agencies": deep}).code == "apply.too_deep"


NAMES = (
    "key id by on name year unit round answers products respondents steps state finding agencies "
    "rounds assessments actions agreements meetings office signatories commitments"
).split()
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["dinas", "loket", "putaran", "nilai", "2026-11-01", "final", "99.01"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=3), inner, max_size=4)
    ),
    max_leaves=12,
)


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory, empty_file: Path) -> Iterator[Office]:
    """One office for many attempts."""
    file = tmp_path_factory.mktemp("coba") / "kantor.patuh"
    file.write_bytes(empty_file.read_bytes())
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATUH_NOW", "2026-11-23T09:00+07:00")
        made = Office.open(file, operator="Siti Rahmah")
        yield made
        made.close()


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(section=st.sampled_from([*bulk.SECTIONS, "office", "by"]), value=VALUES)
def test_any_document_is_applied_or_refused(trial: Office, section: str, value: object) -> None:
    for document in ({section: value}, {section: [value]}, value):
        try:
            trial.do(bulk.apply, document=document)
        except Problem as problem:
            said = say(problem)
        else:
            said = "done"
        assert said


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_good_document_with_one_wrong_value_is_applied_or_refused(
    trial: Office, data: st.DataObject
) -> None:
    document = json.loads(json.dumps(example()))
    places: list[tuple[Any, Any]] = []

    def visit(value: Any) -> None:
        inner = value.items() if isinstance(value, dict) else enumerate(value)
        for name, below in inner:
            places.append((value, name))
            if isinstance(below, dict | list):
                visit(below)

    visit(document)
    owner, name = data.draw(st.sampled_from(places))
    owner[name] = data.draw(VALUES)
    try:
        trial.do(bulk.apply, document=document)
    except Problem as problem:
        said = say(problem)
    else:
        said = "done"
    assert said


def test_history_says_who_applied_a_document_that_others_are_named_in(office: Office) -> None:
    holiday = {"day": "2026-12-31", "name": "Libur", "by": "Yusuf", "on": "2026-11-02"}
    office.do(bulk.apply, document={"holidays": [holiday]})
    applied, kept = office.read(history.entries, limit=2)
    assert (kept.act, kept.by) == ("holiday.kept", "Yusuf")
    assert (applied.act, applied.by) == ("document.applied", "Siti Rahmah")
    assert applied.at.date().isoformat() == "2026-11-23"
    assert applied.after["counts"] == {"holiday": 1}


def test_a_signatory_keeps_what_a_document_does_not_say(office: Office) -> None:
    first = {"title": "Sekretaris Daerah", "name": "Rina", "nip": "197805122003121004"}
    office.do(bulk.apply, document={"signatories": [first]})
    id = office.read(offices.signatories)[0].id
    office.do(bulk.apply, document={"signatories": [{"id": id, "rank": "Pembina"}]})
    (kept,) = office.read(offices.signatories)
    assert (kept.name, kept.nip, kept.rank, kept.is_default) == (
        "Rina",
        "197805122003121004",
        "Pembina",
        True,
    )


def test_another_usual_signatory_is_remembered_of_both(office: Office) -> None:
    people = [{"title": "Sekretaris Daerah"}, {"title": "Inspektur", "is_default": True}]
    office.do(bulk.apply, document={"signatories": people})
    assert [s.title for s in office.read(offices.signatories)] == [
        "Inspektur",
        "Sekretaris Daerah",
    ]
    told = [e.after for e in office.read(history.entries, kind="signatory")]
    assert {"is_default": False} in told

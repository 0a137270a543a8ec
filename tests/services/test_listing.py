"""Lists that leave the office hold no score of a round that is not released."""

from __future__ import annotations

import json
from dataclasses import asdict
from decimal import Decimal

import pytest

from desktop.domain.listing import KINDS
from desktop.domain.problems import Problem
from desktop.services.listing import listing
from tests.services.conftest import Scene, set_scene


def everything(scene: Scene) -> str:
    """All lists as one text, to be searched."""
    found = [scene.office.read(listing, kind=kind) for kind in KINDS]
    return json.dumps([asdict(one) for one in found], default=str)


def test_nothing_that_is_listed_tells_an_embargoed_score(scene: Scene) -> None:
    scene.fill(1)
    found = scene.office.read(listing, kind="assessments")
    (whole,) = found.records
    assert (whole.value, whole.zone, whole.low, whole.high) == (None,) * 4
    assert whole.answered == whole.applicable > 0
    assert found.withheld == (whole.round_name,)
    (line,) = scene.office.read(listing, kind="rounds").records
    assert (line.value, line.zone) == (None, None)


def test_history_keeps_answers_to_itself_until_release(scene: Scene) -> None:
    scene.fill(0)
    saved = next(
        entry
        for entry in scene.office.read(listing, kind="history").records
        if entry.act == "answer.saved"
    )
    assert (saved.before, saved.after) == ({}, {})


def test_after_release_value_and_zone_are_told(scene: Scene) -> None:
    scene.release()
    found = scene.office.read(listing, kind="assessments")
    assert found.records[0].value == Decimal("100.00")
    assert found.withheld == ()
    (line,) = scene.office.read(listing, kind="rounds").records
    assert (line.value, line.zone) == (Decimal("100.00"), found.records[0].zone)
    saved = [e for e in scene.office.read(listing, kind="history").records if e.after]
    assert any(entry.act == "answer.saved" for entry in saved)


def test_draft_weights_and_made_up_rounds_are_marked(office) -> None:  # type: ignore[no-untyped-def]
    scene = set_scene(office, is_sample=True)
    found = scene.office.read(listing, kind="assessments")
    assert found.is_sample
    assert found.drafts == ("UU 25/2009",)
    scene.fill(1)
    assert scene.office.read(listing, kind="findings").is_sample


def test_one_round_can_be_chosen(scene: Scene) -> None:
    assert len(scene.office.read(listing, kind="assessments", round=scene.round).records) == 1
    for kind, round, code in (
        ("assessments", "R0", "round.unknown"),
        ("agencies", scene.round, "listing.not_of_rounds"),
        ("weights", None, "listing.kind_unknown"),
    ):
        with pytest.raises(Problem) as refused:
            scene.office.read(listing, kind=kind, round=round)
        assert refused.value.code == code


def test_every_kind_is_listed(scene: Scene) -> None:
    assert scene.assessment in everything(scene)

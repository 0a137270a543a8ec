"""Actions: one step at a time, another verifier, due groups by working days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.action import Action, check_dates, check_step, due_of
from desktop.domain.calendar import Holidays
from desktop.domain.problems import Problem

TODAY = date(2026, 11, 23)  # a Monday
TABLE = Holidays({}, frozenset({2026, 2027}))
PLAN = Action(
    id="T0000000001",
    finding_id=None,
    commitment_id=None,
    meeting_id=None,
    origin="P.4",
    agency_id="A0000000001",
    agency_name="Dinas Contoh",
    agency_short="",
    unit_name="Loket",
    region_name="Kabupaten Contoh",
    title="Pasang papan",
    output="",
    person="",
    received_on=None,
    due_on=None,
    extended_to=None,
    obstacle="",
    obstacle_note="",
    evidence_note="",
    state="planned",
    started_on=None,
    reported_on=None,
    reported_by="",
    verified_on=None,
    verified_by="",
    closed_on=None,
    drop_reason="",
    is_sample=True,
)


@pytest.mark.parametrize(
    ("due", "group", "days"),
    [
        (date(2026, 11, 13), "late", -6),
        (date(2026, 11, 20), "late", -1),
        (date(2026, 11, 22), "late", -1),
        (date(2026, 11, 23), "today", 0),
        (date(2026, 11, 30), "week", 5),
        (date(2026, 12, 1), "month", 6),
        (date(2027, 3, 1), "later", 70),
        (None, "none", 0),
    ],
)
def test_the_due_group_follows_working_days(due: date | None, group: str, days: int) -> None:
    found = due_of(replace(PLAN, due_on=due), TODAY, TABLE)
    assert (found.group, found.days) == (group, days)


def test_an_extension_is_the_day_that_counts() -> None:
    late = replace(PLAN, due_on=date(2026, 11, 2), extended_to=date(2026, 11, 24))
    assert due_of(late, TODAY, TABLE).group == "week"


def test_a_closed_action_is_not_late() -> None:
    closed = replace(PLAN, state="closed", due_on=date(2026, 1, 5))
    assert due_of(closed, TODAY, TABLE).group == "done"


@pytest.mark.parametrize(
    ("now", "wanted", "fits"),
    [
        ("planned", "running", True),
        ("planned", "reported", False),
        ("running", "reported", True),
        ("reported", "verified", True),
        ("reported", "running", True),
        ("verified", "closed", True),
        ("closed", "running", False),
        ("running", "dropped", True),
        ("closed", "dropped", False),
        ("planned", "flying", False),
    ],
)
def test_an_action_moves_one_step(now: str, wanted: str, fits: bool) -> None:
    moving = replace(PLAN, state=now, reported_by="Rina")
    if fits:
        check_step(moving, wanted, "Siti")
    else:
        with pytest.raises(Problem) as refused:
            check_step(moving, wanted, "Siti")
        assert refused.value.code == "action.step_wrong"


def test_who_reported_cannot_verify() -> None:
    reported = replace(PLAN, state="reported", reported_by="Rina Wulandari")
    with pytest.raises(Problem) as refused:
        check_step(reported, "verified", "rina wulandari")
    assert refused.value.code == "action.verifier_same"


def test_dates_follow_each_other() -> None:
    check_dates(date(2026, 10, 2), date(2026, 11, 13), date(2026, 11, 20))
    with pytest.raises(Problem) as refused:
        check_dates(date(2026, 10, 2), date(2026, 10, 1), None)
    assert (refused.value.code, refused.value.field) == ("action.due_before_receipt", "due_on")
    with pytest.raises(Problem) as refused:
        check_dates(None, date(2026, 11, 13), date(2026, 9, 30))
    assert (refused.value.code, refused.value.field) == (
        "action.extension_too_early",
        "extended_to",
    )

"""The office's clock: its own zone decides the day, whatever zone a moment is told in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop.domain.problems import Problem
from desktop.office import Office
from desktop.services import bulk, history, offices

NIGHT = "2026-11-24T00:30+08:00"
"""Half past eleven in the evening before, in Jakarta."""


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATUH_NOW", NIGHT)
    made = Office.create(tmp_path / "kantor.patuh", name="Kantor", region="99.01", operator="Siti")
    yield made
    made.close()


def test_the_day_is_that_of_the_offices_zone(office: Office) -> None:
    assert office.today == date(2026, 11, 23)
    assert office.now.strftime("%H:%M") == "23:30"


def test_a_bare_day_is_nine_in_the_morning_there(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATUH_NOW", "2026-11-23")
    assert office.now.isoformat() == "2026-11-23T09:00:00+07:00"


@pytest.mark.parametrize("text", ["besok", "2026-13-01", "9999-12-31T23:59-12:00"])
def test_a_clock_that_shows_no_time_is_refused(
    office: Office, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setenv("PATUH_NOW", text)
    with pytest.raises(Problem, match=r"clock\.wrong"):
        office.do(offices.keep_holiday, day=date(2026, 12, 1), name="Libur")


def test_another_zone_of_the_office_counts_from_the_next_act(office: Office) -> None:
    office.do(offices.change_profile, time_zone="Asia/Makassar")
    assert office.today == date(2026, 11, 24)
    office.do(offices.keep_holiday, day=date(2026, 12, 1), name="Libur")
    assert office.now.isoformat() == "2026-11-24T00:30:00+08:00"


def test_a_moment_of_a_document_keeps_its_own_zone(office: Office) -> None:
    day = {"day": "2026-12-01", "name": "Libur", "on": "2026-11-20T10:00+09:00"}
    office.do(bulk.apply, document={"holidays": [day]})
    entry = next(e for e in office.read(history.entries) if e.act == "holiday.kept")
    assert entry.at.isoformat() == "2026-11-20T01:00:00+00:00"

"""The two doors: what was kept is never told as failed, and nobody writes over another unseen."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.act import Changes
from desktop.office import Office
from desktop.services import agencies


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office.create(tmp_path / "kantor.patuh", name="Kantor", region="99.01", operator="Siti")
    yield made
    made.close()


def test_a_listener_that_fails_neither_undoes_nor_hides_what_was_kept(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    heard: list[Changes] = []

    def broken(_changes: Changes) -> None:
        raise RuntimeError("a page that is gone")

    office.subscribe(broken)
    office.subscribe(heard.append)
    with caplog.at_level(logging.ERROR):
        made = office.do(agencies.add_agency, name="Dinas Sosial", region_code="99.01")
    assert [change.id for change in heard] == [made.id]
    assert [a.name for a in office.read(agencies.agencies)] == ["Dinas Sosial"]
    assert "a page that is gone" in caplog.text

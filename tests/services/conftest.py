"""An empty office per test, and a small round that can be scored."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.domain.instrument import Instrument
from desktop.domain.score import Sheet, asked
from desktop.office import Office
from desktop.services import agencies, answers, assessments, rounds, sealing


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A founded office file, made once and copied by each test."""
    place = tmp_path_factory.mktemp("kantor") / "kantor.patuh"
    Office.create(place, name="Kantor Contoh", region="99.01", operator="Siti Rahmah").close()
    return place


@pytest.fixture
def office(tmp_path: Path, empty_file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """An empty office on 23 November 2026, operated by Siti Rahmah."""
    monkeypatch.setenv("PATUH_NOW", "2026-11-23T09:00+07:00")
    shutil.copy(empty_file, tmp_path / "kantor.patuh")
    made = Office.open(tmp_path / "kantor.patuh", operator="Siti Rahmah")
    yield made
    made.close()


@dataclass
class Scene:
    """A round of one unit with two products, by the 14-component instrument."""

    office: Office
    agency: str
    unit: str
    products: tuple[str, str]
    round: str
    assessment: str

    @property
    def instrument(self) -> Instrument:
        return self.office.read(assessments.score, id=self.assessment)[0]

    def cells(self, value: int = 0) -> list[tuple[int, int, int | None]]:
        """Every cell that is asked, with one stored value (0 = the best option here)."""
        desk = self.office.read(assessments.desk, id=self.assessment)
        found: list[tuple[int, int, int | None]] = []
        for sheet in desk.sheets:
            subject = Sheet(sheet.subject, sheet.name, sheet.product_type, sheet.role)  # type: ignore[arg-type]
            nodes = asked(self.instrument, subject, unit_type="LAINNYA", kind="kabupaten")
            found += [(sheet.key, node.number, value) for node in nodes]
        return found

    def fill(self, value: int = 0) -> None:
        self.office.do(
            answers.save_answers, assessment=self.assessment, cells=tuple(self.cells(value))
        )

    def release(self) -> None:
        """Scored in full, sealed, final, released."""
        self.fill()
        self.office.do(sealing.finalise_assessment, id=self.assessment)
        for state in ("verifying", "final"):
            self.office.do(rounds.advance_round, id=self.round, state=state)
        self.office.do(rounds.release_round, id=self.round, on=self.office.today, number="1/2026")


def set_scene(office: Office, **round_facts: object) -> Scene:
    """Agency, unit, two products, round, assessment."""
    agency = office.do(agencies.add_agency, name="Dinas Contoh", region_code="99.01").id
    unit = office.do(agencies.add_unit, agency=agency, name="Loket", unit_type="LAINNYA").id
    products = tuple(
        office.do(agencies.add_product, unit=unit, name=name).id for name in ("Kartu", "Akta")
    )
    held = office.do(
        rounds.add_round,
        year=2026,
        instrument="uu25-14-komponen",
        region_code="99.01",
        **round_facts,
    ).id
    assessed = office.do(assessments.plan_assessment, round=held, unit=unit).id
    assert agency
    assert unit
    assert held
    assert assessed
    return Scene(office, agency, unit, products, held, assessed)  # type: ignore[arg-type]


@pytest.fixture
def scene(office: Office) -> Scene:
    """A round that needs no verification."""
    return set_scene(office)

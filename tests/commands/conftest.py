"""Commands as they are typed: exit code, output and complaints."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop import commands
from desktop.office import Office
from tests.services.conftest import Scene, set_scene


@dataclass(frozen=True, slots=True)
class Said:
    """What a command said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on stdout."""
        return json.loads(self.out)


Patuh = Callable[..., Said]


@pytest.fixture
def shown() -> list[str | None]:
    """The offices on which a window was asked for."""
    return []


@pytest.fixture
def patuh(capsys: pytest.CaptureFixture[str], shown: list[str | None]) -> Patuh:
    """Runs a command; every word may be a path."""

    def run(*words: object) -> Said:
        capsys.readouterr()
        code = commands.main([str(word) for word in words], show=lambda a: shown.append(a) or 0)
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return Said(code, said.out, said.err)

    return run


@pytest.fixture(autouse=True)
def _fixed_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATUH_NOW", "2026-11-23T09:00+07:00")


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty office of Kabupaten Contoh, made once."""
    place = tmp_path_factory.mktemp("kantor") / "kantor.patuh"
    Office.create(place, name="Kantor Contoh", region="99.01", operator="Siti Rahmah").close()
    return place


@pytest.fixture
def file(tmp_path: Path, founded: Path) -> Path:
    """The file of an empty office."""
    return Path(shutil.copy(founded, tmp_path / "kantor.patuh"))


@pytest.fixture
def scene(file: Path) -> Iterator[Scene]:
    """A round of one unit with two products; its office is open beside the commands."""
    office = Office.open(file, operator="Siti Rahmah")
    yield set_scene(office)
    office.close()

"""The resources are whole: fonts as signed for, and all of them in the wheel."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from desktop import shipped

ROOT = Path(__file__).resolve().parent.parent


def test_fonts_are_those_of_the_checksums() -> None:
    lines = shipped.text("fonts", "SHA256SUMS").splitlines()
    sums = {name: digest for digest, name in (line.split("  ") for line in lines)}
    faces = sorted(file.name for file in shipped.path("fonts").glob("*.ttf"))
    assert sorted(sums) == faces == ["Arimo-Bold.ttf", "Arimo-Italic.ttf", "Arimo-Regular.ttf"]
    for name, wanted in sums.items():
        assert hashlib.sha256(shipped.data("fonts", name)).hexdigest() == wanted, name


def test_fonts_carry_their_licence() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in shipped.text("fonts", "OFL.txt")


@pytest.mark.slow
def test_fonts_can_be_made_again(tmp_path: Path) -> None:
    script = f"import runpy; runpy.run_path({str(shipped.path('fonts', 'make.py'))!r})"
    again = f"{script}['make'](__import__('pathlib').Path({str(tmp_path)!r}))"
    subprocess.run([sys.executable, "-c", again], check=True)
    assert (tmp_path / "SHA256SUMS").read_text("ascii") == shipped.text("fonts", "SHA256SUMS")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, unpacked as it would be installed."""
    folder = tmp_path_factory.mktemp("wheel")
    build = ["-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run([sys.executable, *build], cwd=ROOT, check=True, capture_output=True)
    (file,) = folder.glob("*.whl")
    with ZipFile(file) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


@pytest.mark.slow
def test_wheel_holds_the_program_and_what_it_reads(wheel: Path) -> None:
    needed = files(ROOT / "desktop") | {f"resources/{name}" for name in files(ROOT / "resources")}
    tools = {name for name in needed if name.endswith(("/make.py", ".po"))}
    assert files(wheel / "desktop") == needed - tools


@pytest.mark.slow
def test_installed_program_finds_its_resources(wheel: Path, tmp_path: Path) -> None:
    script = f"import sys; sys.path.insert(0, {str(wheel)!r})\n"
    script += "from desktop import shipped; print(shipped.root())"
    command = [sys.executable, "-P", "-c", script]
    answer = subprocess.check_output(command, cwd=tmp_path, text=True, encoding="utf-8")
    assert Path(answer.strip()) == (wheel / "desktop" / "resources").resolve()


def files(folder: Path) -> set[str]:
    """The files of a folder, relative to it, without what Python leaves behind."""
    found = (file for file in folder.rglob("*") if file.is_file())
    return {
        file.relative_to(folder).as_posix() for file in found if "__pycache__" not in file.parts
    }

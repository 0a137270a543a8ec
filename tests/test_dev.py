"""dev.py from the outside: what it asks of a machine, when it does nothing, and its lock."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import dev

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def bare_debian(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """A Debian without libraries, fonts and venv. Gives the commands that were run on it."""
    ran: list[list[str]] = []
    monkeypatch.setattr(dev.sys, "platform", "linux")
    monkeypatch.setattr(dev.sys, "base_prefix", "/usr")
    monkeypatch.setattr(dev, "PYTHON", ROOT / "nowhere")
    monkeypatch.setattr(dev, "loads", lambda library: library == "libdbus-1.so.3")
    monkeypatch.setattr(dev, "has_screen_font", lambda: False)
    monkeypatch.setattr(dev, "can_make_venv", lambda: False)
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(dev, "run", lambda command, env=None: ran.append(list(command)))
    for variable in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(variable, raising=False)
    return ran


WANTED = "python3-venv libgl1 libegl1 libfontconfig1 libxkbcommon0 libglib2.0-0 fonts-open-sans"


def test_root_installs_only_what_is_missing(
    bare_debian: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev.os, "geteuid", lambda: 0, raising=False)
    dev.prepare_machine()
    assert [command[:2] for command in bare_debian] == [["apt-get", "update"], ["apt-get", "-qq"]]
    assert " ".join(bare_debian[1]).endswith(WANTED)


def test_others_are_told_the_one_line_to_run(
    bare_debian: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000, raising=False)
    assert dev.main(["test"]) == 1
    assert not bare_debian
    lines = [line for line in capsys.readouterr().err.splitlines() if "apt-get" in line]
    assert len(lines) == 1
    assert lines[0].endswith(WANTED)


def test_a_display_needs_more(
    bare_debian: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    assert "libxcb-cursor0" in list(dev.missing_packages())


def test_a_python_that_is_not_debians_needs_no_package_of_debian(
    bare_debian: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev.sys, "base_prefix", "/opt/python")
    assert "python3-venv" not in list(dev.missing_packages())


def test_windows_needs_no_system_packages(
    bare_debian: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev.sys, "platform", "win32")
    assert not list(dev.missing_packages())


def test_nothing_is_installed_when_nothing_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_command: object) -> None:
        raise AssertionError("a command was run")

    monkeypatch.setattr(dev, "STAMP", tmp_path / "stamp.txt")
    monkeypatch.setattr(dev, "run", refuse)
    dev.STAMP.write_text(f"{dev.home()}\n{dev.recipe()}\n", encoding="utf-8")
    dev.prepare_venv()


def test_another_lock_is_another_recipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = dev.recipe()
    (tmp_path / "requirements.lock").write_text("other", encoding="utf-8")
    monkeypatch.setattr(dev, "LOCK", tmp_path / "requirements.lock")
    assert dev.recipe() != before


def test_old_python_is_refused_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    monkeypatch.setattr(dev, "PYTHONS", ((4, 0), (5, 0)))
    assert dev.main(["demo"]) == 1
    assert "Patuh runs on Python" in capsys.readouterr().err


def test_wrong_word_shows_the_words(capsys: pytest.CaptureFixture) -> None:
    assert dev.main(["pasang"]) == 2
    assert "dev.py demo" in capsys.readouterr().out


def locked() -> dict[str, list[str]]:
    """The lock: requirement line -> its hashes."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    pairs = (line.partition("--hash=") for line in lines)
    return {head.strip(): re.findall(r"sha256:[0-9a-f]{64}", rest) for head, _, rest in pairs}


def test_everything_in_the_lock_is_pinned_with_hashes_and_without_addresses() -> None:
    for line, hashes in locked().items():
        assert re.match(r"[a-z0-9-]+==[\w.]+( ; .*)?$", line), line
        assert hashes, line


def test_lock_covers_the_project_file() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = {line.partition("==")[0] for line in locked()}
    assert {re.match(r"[\w-]+", one)[0].lower() for one in wanted} <= names  # pyright: ignore[reportOptionalSubscript]


def test_qt_that_kills_python_3_11_is_kept_from_it() -> None:
    qt = [line for line in locked() if line.startswith("pyside6-essentials")]
    assert sorted(line.partition(" ; ")[2] for line in qt) == [
        "python_full_version < '3.12'",
        "python_full_version >= '3.12'",
    ]
    assert min(qt).startswith("pyside6-essentials==6.11.")

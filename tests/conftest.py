"""What holds for every test: no display, no files of the person who runs it, Indonesian.

PySide6 is not imported here: tests/domain and tests/wording also run where it does not exist.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from desktop.wording import speak

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for variable in ("PATUH_NOW", "PATUH_OPERATOR", "PATUH_KEY_PASSWORD"):
    os.environ.pop(variable, None)

# A slow machine is no failure, and what fails once fails again. `dev.py check` takes "quick".
settings.register_profile("house", deadline=None, derandomize=True)
settings.register_profile("quick", deadline=None, derandomize=True, max_examples=15)
settings.load_profile("house")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that drive widgets are marked `window`: they are the slower half."""
    for item in items:
        if "qtbot" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.window)


@pytest.fixture(autouse=True, scope="session")
def _own_folders() -> Iterator[None]:
    """The user's config and data folders are empty ones, for this process and its children."""
    names = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        for name in (*names, "APPDATA", "LOCALAPPDATA"):
            patch.setenv(name, str(Path(folder) / name.lower()))
        yield


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo office and its papers, built once; a test that writes copies the office file."""
    from desktop.commands import demo

    folder = tmp_path_factory.mktemp("contoh")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATUH_NOW", demo.NOW)
        demo.run(folder)
    return folder


@pytest.fixture(autouse=True)
def _indonesian() -> Iterator[None]:
    """A test that speaks English leaves the language as it found it."""
    yield
    speak("id")

"""A window on a real office file."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.__main__ import load_office
from desktop.office import Office
from desktop.views import theme
from desktop.views.window import MainWindow
from tests.services.conftest import Scene, empty_file, set_scene

__all__ = ["Scene", "empty_file", "set_scene"]

OpenWindow = Callable[..., MainWindow]


@pytest.fixture
def office_file(tmp_path: Path, empty_file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty office of Kabupaten Contoh, on 23 November 2026, on a computer of Siti Rahmah."""
    monkeypatch.setenv("PATUH_NOW", "2026-11-23T09:00+07:00")
    monkeypatch.setenv("PATUH_OPERATOR", "Siti Rahmah")
    monkeypatch.setenv("PATUH_CONFIG_DIR", str(tmp_path / "config"))
    place = tmp_path / "kantor.patuh"
    shutil.copy(empty_file, place)
    return place


@pytest.fixture
def stocked(office_file: Path) -> Scene:
    """The same office with an agency, a unit, two products and a round; closed again, by path."""
    office = Office.open(office_file, operator="Siti Rahmah")
    scene = set_scene(office)
    office.close()
    return scene


@pytest.fixture
def open_window(qtbot: QtBot, office_file: Path) -> Iterator[OpenWindow]:
    """Opens the window on the office, on a page, and waits until the page is filled."""
    opened: list[MainWindow] = []

    def open_on(page: str = "home", width: int = 1366, height: int = 736) -> MainWindow:
        from PySide6.QtWidgets import QApplication

        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.dress(app)
        window = MainWindow(load_office, str(office_file), page=page)
        opened.append(window)
        qtbot.addWidget(window)
        window.resize(width, height)
        with qtbot.waitSignal(window.filled, timeout=10_000):
            window.show()
        return window

    yield open_on
    for window in filter(isValid, opened):  # the fixture of qtbot may have closed it already
        window.close()
        qtbot.waitUntil(lambda w=window: w.office is None or not w.isVisible(), timeout=5_000)

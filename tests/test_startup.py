"""What the start may cost, without a clock: the modules at first paint. And a Qt that counts well.

Timings are tests/bench/startup.py's.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.startup import Marks, start

HEAVY = frozenset(
    "sqlalchemy alembic reportlab openpyxl python_calamine pypdfium2 pyhanko pikepdf PIL numpy "
    "lokal heroicons".split()
)
OUR_HEAVY = frozenset("models services documents sheets office commands".split())


@pytest.fixture(scope="module")
def painted(tmp_path_factory: pytest.TempPathFactory) -> Marks:
    """A start of the program in a process of its own, as far as the first paint."""
    return start("patuh", home=str(tmp_path_factory.mktemp("home")))


def test_nothing_heavy_is_imported_before_first_paint(painted: Marks) -> None:
    modules = painted["painted"]["modules"]
    assert "desktop.views.window" in modules
    assert not HEAVY & {name.partition(".")[0] for name in modules}


def test_no_room_that_needs_the_database_is_entered_before_first_paint(painted: Marks) -> None:
    ours = (name.split(".") for name in painted["painted"]["modules"])
    entered = {parts[1] for parts in ours if parts[0] == "desktop" and len(parts) > 1}
    assert not OUR_HEAVY & entered


def test_sources_of_imported_modules_are_not_read_at_the_start() -> None:
    """PySide6 replaces `__import__` by one that does."""
    script = """
import builtins
from desktop.__main__ import prepare
plain = builtins.__import__
prepare(None)
assert builtins.__import__ is plain, builtins.__import__
"""
    subprocess.run([sys.executable, "-c", script], check=True)


def test_garbage_is_collected_once_the_start_is_over() -> None:
    script = """
import gc
from desktop import __main__ as door
door.QUIET = 50
app, window = door.prepare(None)
assert not gc.isenabled()
from PySide6.QtCore import QTimer
QTimer.singleShot(200, app, app.quit)
app.exec()
assert gc.isenabled() and gc.get_threshold() == door.SELDOM
"""
    subprocess.run([sys.executable, "-c", script], check=True)


def test_window_can_emit_a_thousand_signals() -> None:
    """PySide6 6.12.0 on Python 3.11 dies after some hundred (see pyproject.toml)."""
    script = """
from PySide6.QtCore import QObject, Signal

class Bell(QObject):
    rung = Signal()

bell, heard = Bell(), []
bell.rung.connect(lambda: heard.append(True))
for _ in range(1000):
    bell.rung.emit()
print(len(heard))
"""
    child = [sys.executable, "-X", "faulthandler", "-c", script]
    answer = subprocess.run(child, check=False, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.strip() == "1000"


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["kantor.patuh"], True),
        (["postgresql://localhost/patuh"], True),
        (["version"], False),
        (["check", "kantor.patuh"], False),
        (["--help"], False),
    ],
)
def test_only_a_lone_office_or_nothing_opens_the_window(
    arguments: list[str], window: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop import __main__ as door
    from desktop import commands

    taken: list[str] = []
    monkeypatch.setattr(door, "show", lambda address: taken.append("window") or 0)
    monkeypatch.setattr(
        commands, "main", lambda words, show: taken.append("command") or 0, raising=False
    )
    assert door.main(arguments) == 0
    assert taken == ["window" if window else "command"]


def test_without_a_display_the_window_stays_away_with_a_sentence(tmp_path: Path) -> None:
    child = [sys.executable, "-m", "desktop", str(tmp_path / "kantor.patuh")]
    answer = subprocess.run(child, check=False, capture_output=True, text=True)
    assert answer.returncode == 1
    assert "Tidak ada layar" in answer.stderr

"""The start: to the first paint, and to a filled list of agencies, against a bare QMainWindow."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench.ratio import Ratio, of_pairs

HERE = Path(__file__).resolve().parent
PAIRS = 9
GOALS = {"painted": 1.3, "filled": 2.8}
MOST_MORE = 165
"""Files opened by the first paint beyond those of a bare window (350 against 185, with the shared
libraries, which are not counted here); on a cold disk each costs a turn of it."""

Marks = dict[str, dict[str, Any]]


def start(*arguments: str, home: str) -> Marks:
    """Starts one window and hears what it cost. `home`: the folder of the user's settings.

    An installed program finds its bytecode; here it is kept in `home` from the first start on,
    also where the environment forbids to write it beside the sources.
    """
    script = [sys.executable, "-P", str(HERE / "first_paint.py"), *arguments]
    since = ["--since", repr(time.time())]
    own = {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home}
    own |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(Path(home) / "bytecode")}
    answer = subprocess.run(
        [*script, *since],
        env=os.environ | own,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )
    if answer.returncode or not answer.stdout:
        raise RuntimeError(f"the window did not come: {answer.stderr[-2000:]}")
    return json.loads(answer.stdout)


def make_office(folder: str) -> str:
    """The demo office, made by the program itself."""
    demo = Path(folder) / "demo"
    command = [sys.executable, "-m", "desktop", "demo", str(demo), "--no-window"]
    subprocess.run(command, check=True, capture_output=True)
    return str(next(demo.glob("*.patuh")))


def measure() -> Iterator[Ratio]:
    """CPU and wall, warm: by turns a bare window and Patuh; then the counts, which never vary."""
    with tempfile.TemporaryDirectory() as home:
        office = make_office(home)
        start("bare", home=home)
        start("patuh", office, "agency", home=home)
        pairs = [
            (start("bare", home=home)["painted"], start("patuh", office, "agency", home=home))
            for _ in range(PAIRS)
        ]
        for moment, goal in GOALS.items():
            for clock in ("cpu", "wall"):
                spent = [(1000 * floor[clock], 1000 * us[moment][clock]) for floor, us in pairs]
                yield of_pairs(f"startup.{moment}.{clock}", spent, unit="ms", goal=goal)
        yield from counts(office, home)


def counts(office: str, home: str) -> Iterator[Ratio]:
    """Modules imported and files opened by the first paint."""
    floor = start("bare", "--count", home=home)["painted"]
    ours = start("patuh", office, "agency", "--count", home=home)["painted"]
    opened = [(float(floor["opened"]), float(ours["opened"]))]
    most = round(1 + MOST_MORE / opened[0][0], 2)
    yield of_pairs("startup.painted.opened", opened, unit="files", goal=most)
    modules = [(float(len(floor["modules"])), float(len(ours["modules"])))]
    yield of_pairs("startup.painted.modules", modules, unit="modules", goal=2.0)

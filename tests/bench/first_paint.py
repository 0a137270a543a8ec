"""One start of a window, in a process of its own; tells on stdout what it had cost by when.

    first_paint.py bare                  a QMainWindow with nothing in it: the floor
    first_paint.py patuh                 Patuh, to its first paint
    first_paint.py patuh OFFICE PAGE     the same, and on until that page's list is filled

`--count` counts the files that Python opens (which costs a little time), `--since T` is the
moment by time.time() at which the process was started.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication, QMainWindow

LONGEST = 60_000
"""Milliseconds after which a window that shows nothing is given up."""

marks: dict[str, dict[str, object]] = {}
opened: list[object] = []


def watch(event: str, details: tuple[object, ...]) -> None:
    """The audit hook that counts."""
    if event == "open":
        opened.append(details[0])


def mark(name: str, since: float) -> None:
    """What the process has cost so far."""
    wall = time.time() - since
    spent = {"cpu": time.process_time(), "wall": wall, "opened": len(opened)}
    marks[name] = {**spent, "modules": sorted(sys.modules)}


def finish() -> None:
    """Tells what was measured and is gone, whatever the window was about to do next."""
    print(json.dumps(marks), flush=True)
    os._exit(0)


def bare(painted: Callable[[], None]) -> tuple[QApplication, QMainWindow]:
    """The least that a window can be."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Bare(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, painted)

    return QApplication([]), Bare()


def patuh(
    address: str | None, page: str, painted: Callable[[], None], filled: Callable[[], None]
) -> tuple[QApplication, QMainWindow]:
    """The program's own window, through its own door."""
    from desktop.__main__ import prepare

    app, window = prepare(address, page)
    window.first_painted.connect(painted)
    window.filled.connect(lambda name: filled() if name == page else None)
    return app, window


def main() -> int:
    asked = argparse.ArgumentParser()
    asked.add_argument("kind", choices=["bare", "patuh"])
    asked.add_argument("office", nargs="?")
    asked.add_argument("page", nargs="?", default="home")
    asked.add_argument("--count", action="store_true")
    asked.add_argument("--since", type=float, default=time.time())
    args = asked.parse_args()
    if args.count:
        sys.addaudithook(watch)

    def painted() -> None:
        mark("painted", args.since)
        if args.office is None:
            finish()

    def filled() -> None:
        mark("filled", args.since)
        finish()

    if args.kind == "bare":
        app, window = bare(painted)
    else:
        app, window = patuh(args.office, args.page, painted, filled)
    window.resize(1366, 768)
    window.show()
    from PySide6.QtCore import QTimer

    QTimer.singleShot(LONGEST, app, lambda: app.exit(1))
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())

"""The door: the window, or a command when there are arguments.

Before the first paint only PySide6 and the standard library are imported: everything else, the
office above all, comes in when it is asked for.
"""

from __future__ import annotations

import builtins
import gc
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from desktop.office import Office
    from desktop.views.window import MainWindow

BLIND = frozenset({"offscreen", "minimal", "vkkhrdisplay"})
"""Qt platforms on which nobody sees a window."""

SELDOM = (50_000, 20, 50)
"""The garbage collector's thresholds: with Python's own (700) it eats a tenth of the time."""
QUIET = 10_000
"""Milliseconds from the start during which nothing is collected at all."""


def main(arguments: Sequence[str] | None = None) -> int:
    """`patuh` and `patuh FILE` open the window; all else is a command. Gives the exit code."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    if not words:
        return show(None)
    if len(words) == 1 and is_office(words[0]):
        return show(words[0])
    from desktop import commands

    return commands.main(words, show=show)


def is_office(word: str) -> bool:
    """Whether a lone argument names an office (a file or a database) rather than a verb."""
    return word.lower().endswith(".patuh") or word.startswith("postgresql://")


def has_display() -> bool:
    """Whether someone can see a window here. Qt ends the process where there is no display."""
    if os.environ.get("QT_QPA_PLATFORM") in BLIND:
        return False
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def show(address: str | None) -> int:
    """Opens the window on an office (None: the last one, or the welcome page) until it closes."""
    if not has_display():
        from desktop.wording import _

        print(_("Tidak ada layar di sini, jadi jendela tidak dibuka."), file=sys.stderr)
        return 1
    app, window = prepare(address)
    window.show()
    return app.exec()


def prepare(address: str | None, page: str = "home") -> tuple[QApplication, MainWindow]:
    """The dressed application and its window, not shown yet: benches and tests listen to it."""
    gc.disable()
    plain_import = builtins.__import__
    from PySide6.QtWidgets import QApplication

    # PySide6's own __import__ reads the source of every module imported after it, in search of
    # switchable features, which nobody here uses: a quarter of what SQLAlchemy costs.
    builtins.__import__ = plain_import
    from PySide6.QtCore import QTimer

    from desktop.views import theme
    from desktop.views.window import MainWindow

    app = QApplication(sys.argv[:1])
    QTimer.singleShot(QUIET, app, collect_again)
    theme.dress(app)
    return app, MainWindow(load_office, address=address, page=page, make_demo=make_demo)


def collect_again() -> None:
    """The start is over: what it made is here to stay, what comes from now on is collected."""
    gc.freeze()
    gc.set_threshold(*SELDOM)
    gc.enable()


def load_office() -> type[Office]:
    """The Office class: SQLAlchemy comes in with it, so the window asks after its first paint."""
    from desktop.office import Office

    return Office


def make_demo(folder: Path, progress: Callable[..., object]) -> Path:
    """The demo office, built beside the window. Its fixed clock is taken back afterwards: the
    window may go on to a real office."""
    from desktop.commands import demo

    fixed = os.environ.get("PATUH_NOW")
    try:
        return demo.run(folder, told=progress)[0]
    finally:
        if fixed is None:
            os.environ.pop("PATUH_NOW", None)


if __name__ == "__main__":
    sys.exit(main())

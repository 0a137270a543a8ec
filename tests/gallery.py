"""Every page and paper as a picture: `python -m tests.gallery DIR [--only NAME]`.

Builds the demo office in DIR and grabs each state that a feature's `tests/views/shots_*.py` offers,
at 1366×768 in both languages and at 150 % scale; the papers as pages of 80 dpi. Look at them all
beside the design before a window is called done.
"""

from __future__ import annotations

import argparse
import importlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import Any

TITLE_BAR = 32
"""The native title bar, which an offscreen picture does not show."""
SIZES = {"100": (1366, 768), "150": (911, 512)}
"""Logical window sizes on a screen of 1366×768, by scale in percent."""
RUNS = (("id", "100"), ("en", "100"), ("id", "150"))
SETTLED = 0.45
"""Seconds for the window to fill and to paint before it is grabbed."""


def main() -> int:
    """Builds the office, grabs all runs in child processes, draws the papers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="only features whose name holds this text")
    parser.add_argument("--run", nargs=2, metavar=("LANGUAGE", "SCALE"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.run:
        language, scale = asked.run
        grab_all(asked.folder, language, scale, asked.only)
        return 0
    office = build(asked.folder)
    failed = [run for run in RUNS if not start(asked.folder, run, asked.only)]
    if not asked.only:
        draw_papers(asked.folder, office.parent)
    count = len(list(asked.folder.rglob("*.png")))
    print(f"{count} pictures in {asked.folder}" + (f"; failed: {failed}" if failed else ""))
    return 1 if failed else 0


def build(folder: Path) -> Path:
    """A fresh demo office in the folder; returns its file."""
    from desktop.commands import demo

    place = folder / "kantor"
    shutil.rmtree(place, ignore_errors=True)
    os.environ.pop("PATUH_NOW", None)
    return demo.run(place)[0]


def start(folder: Path, run: tuple[str, str], only: str) -> bool:
    """One language and scale in a process of its own, since a scale is fixed for a process."""
    language, scale = run
    config = folder / "komputer" / language
    config.mkdir(parents=True, exist_ok=True)
    (config / "computer.toml").write_text(f'language = "{language}"\n', encoding="utf-8")
    env = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "QT_SCALE_FACTOR": f"{int(scale) / 100:g}",
        "PATUH_CONFIG_DIR": str(config),
        "PATUH_OPERATOR": "Siti Rahmah",
        "PATUH_NOW": "2026-11-23T09:00+07:00",
    }
    words = [sys.executable, "-m", "tests.gallery", str(folder), "--run", language, scale]
    return subprocess.run([*words, "--only", only], env=env, check=False).returncode == 0


def features(only: str) -> Iterator[tuple[str, Any]]:
    """The features that offer pictures, by name."""
    for file in sorted((Path(__file__).parent / "views").glob("shots_*.py")):
        name = file.stem.removeprefix("shots_")
        if only in name:
            yield name, importlib.import_module(f"tests.views.{file.stem}")


def grab_all(folder: Path, language: str, scale: str, only: str) -> None:
    """Grabs every state of every feature in this process's language and scale.

    A state is changed on a copy of the office, so that one feature's pictures do not show what
    another one typed.
    """
    out = folder / f"{language}-{scale}"
    out.mkdir(parents=True, exist_ok=True)
    for name, module in features(only):
        copy = folder / "salinan" / f"{name}-{language}-{scale}.patuh"
        copy.parent.mkdir(exist_ok=True)
        shutil.copy(next((folder / "kantor").glob("*.patuh")), copy)
        grab_feature(module, copy, out, scale)


def grab_feature(module: Any, office_file: Path, out: Path, scale: str) -> None:
    """One feature's states on its own copy of the office."""
    from PySide6.QtWidgets import QApplication

    from desktop.__main__ import prepare

    kept = QApplication.instance()
    if kept is None:
        app, window = prepare(str(office_file))
    else:
        from desktop.__main__ import load_office
        from desktop.views.window import MainWindow

        app, window = kept, MainWindow(load_office, str(office_file))
    width, height = SIZES[scale]
    window.resize(width, height - TITLE_BAR)
    window.show()
    settle(app, lambda: window.office is not None)
    for shot, widget in module.shots(window, window.office):
        settle(app)
        widget.grab().save(str(out / f"{shot}.png"))
    window.close()
    settle(app)
    window.deleteLater()


def settle(app: Any, until: Any = None) -> None:
    """Lets the window work for a moment, and until a condition holds."""
    end, latest = monotonic() + SETTLED, monotonic() + 20
    while monotonic() < end or (until is not None and not until() and monotonic() < latest):
        app.processEvents()


def draw_papers(folder: Path, office: Path) -> None:
    """The demo's papers and the sample papers as pages of 80 dpi."""
    import pypdfium2

    scale: Any = 80 / 72  # the stubs of pypdfium2 want whole numbers
    from tests.documents.samples import samples

    out = folder / "kertas"
    out.mkdir(parents=True, exist_ok=True)
    papers = {file.stem: file.read_bytes() for file in sorted(office.glob("*.pdf"))}
    papers |= {name: make() for name, make in samples().items()}
    for name, data in papers.items():
        document = pypdfium2.PdfDocument(data)
        for number in range(len(document)):
            page = document[number].render(scale=scale).to_pil()
            page.save(out / f"{name}-{number + 1}.png")
        document.close()


if __name__ == "__main__":
    sys.exit(main())

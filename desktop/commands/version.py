"""`patuh version`: the program and what it stands on, without loading any of it."""

from __future__ import annotations

import platform
import sqlite3
from argparse import ArgumentParser, Namespace
from importlib.metadata import PackageNotFoundError, version

import desktop
from desktop.commands.verb import Reply, Verb
from desktop.domain.score import ENGINE
from desktop.office import storage_mode
from desktop.wording import N_, _, numbers

_NAMES = {
    "program": "Patuh",
    "engine": N_("Mesin nilai"),
    "python": "Python",
    "sqlite": "SQLite",
    "journal": N_("Cara menyimpan"),
    "qt": "Qt",
    "sqlalchemy": "SQLAlchemy",
    "reportlab": "ReportLab",
    "openpyxl": "openpyxl",
    "system": N_("Sistem"),
}


def _arguments(parser: ArgumentParser) -> None:
    """Nothing but what every verb takes."""


def _version(args: Namespace) -> Reply:
    found = {
        "program": desktop.__version__,
        "engine": ENGINE,
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "journal": storage_mode(),
        "qt": _installed("PySide6-Essentials"),
        "sqlalchemy": _installed("SQLAlchemy"),
        "reportlab": _installed("reportlab"),
        "openpyxl": _installed("openpyxl"),
        "system": platform.platform(),
    }
    lines = (f"{_(_NAMES[name])}: {text or numbers.DASH}" for name, text in found.items())
    return Reply(found, tuple(lines))


def _installed(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


VERBS = {"version": Verb(_arguments, _version)}

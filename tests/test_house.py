"""The house holds its rules, and every rule can fail."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.house_rules import ROOMS, complaints, room_of

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Plant:
    """A file that breaks a rule, and words of the complaint that must follow."""

    path: str
    source: str
    complaint: str


FORBIDDEN = [
    Plant("desktop/domain/plant_a.py", "import sqlalchemy", "package sqlalchemy"),
    Plant("desktop/domain/plant_b.py", "from PySide6 import QtCore", "package PySide6"),
    Plant("desktop/domain/plant_c.py", "from desktop.wording import _", "import wording"),
    Plant("desktop/domain/plant_d.py", "from desktop import shipped", "import shipped"),
    Plant("desktop/domain/plant_e.py", "import time", "never import time"),
    Plant("desktop/domain/plant_f.py", "from pathlib import Path", "never import pathlib"),
    Plant("desktop/wording/plant_a.py", "from PySide6.QtCore import Qt", "package PySide6"),
    Plant("desktop/wording/plant_b.py", "import sqlalchemy.orm", "package sqlalchemy"),
    Plant("desktop/wording/plant_c.py", "from ..models import base", "import models"),
    Plant("desktop/wording/plant_d.py", "from desktop.shipped import text", "import shipped"),
    Plant("desktop/models/plant_a.py", "import PySide6", "package PySide6"),
    Plant("desktop/models/plant_b.py", "import reportlab", "package reportlab"),
    Plant("desktop/models/plant_c.py", "import openpyxl", "package openpyxl"),
    Plant("desktop/models/plant_d.py", "from desktop import services", "import services"),
    Plant("desktop/models/plant_e.py", "import desktop.views.theme", "import views"),
    Plant("desktop/models/plant_f.py", "from desktop.wording import _", "import wording"),
    Plant(
        "desktop/models/migrations/versions/plant_a.py",
        "from desktop.models.agency import AgencyRow",
        "import models",
    ),
    Plant(
        "desktop/models/migrations/versions/plant_b.py",
        "from desktop.domain.act import Act",
        "import domain",
    ),
    Plant(
        "desktop/models/migrations/versions/plant_c.py",
        "from sqlalchemy.orm import Session",
        "never import sqlalchemy.orm",
    ),
    Plant(
        "desktop/models/migrations/versions/plant_d.py",
        "from sqlalchemy import orm",
        "never import sqlalchemy.orm",
    ),
    Plant("desktop/services/plant_a.py", "import PySide6.QtCore", "package PySide6"),
    Plant("desktop/services/plant_b.py", "import reportlab.lib", "package reportlab"),
    Plant("desktop/services/plant_c.py", "import openpyxl", "package openpyxl"),
    Plant("desktop/services/plant_d.py", "from desktop.views import theme", "import views"),
    Plant("desktop/services/plant_e.py", "from desktop.wording import _", "import wording"),
    Plant("desktop/services/plant_f.py", "from desktop import documents", "import documents"),
    Plant("desktop/services/plant_g.py", "from desktop.sheets import x", "import sheets"),
    Plant("desktop/services/plant_h.py", "from desktop.office import Office", "import office"),
    Plant("desktop/documents/plant_a.py", "import PySide6", "package PySide6"),
    Plant("desktop/documents/plant_b.py", "import sqlalchemy", "package sqlalchemy"),
    Plant("desktop/documents/plant_c.py", "from desktop.models import x", "import models"),
    Plant("desktop/documents/plant_d.py", "from desktop.services import x", "import services"),
    Plant("desktop/documents/plant_e.py", "from desktop.views import x", "import views"),
    Plant("desktop/sheets/plant_a.py", "import PySide6", "package PySide6"),
    Plant("desktop/sheets/plant_b.py", "import sqlalchemy", "package sqlalchemy"),
    Plant("desktop/sheets/plant_c.py", "from desktop.models import x", "import models"),
    Plant("desktop/sheets/plant_d.py", "from desktop.services import x", "import services"),
    Plant("desktop/sheets/plant_e.py", "from desktop.views import x", "import views"),
    Plant("desktop/views/plant_a.py", "import sqlalchemy", "package sqlalchemy"),
    Plant("desktop/views/plant_b.py", "import reportlab", "package reportlab"),
    Plant("desktop/views/plant_c.py", "import openpyxl", "package openpyxl"),
    Plant("desktop/views/plant_d.py", "from desktop.models import x", "import models"),
    Plant("desktop/views/plant_e.py", "from desktop.documents import x", "import documents"),
    Plant("desktop/views/plant_f.py", "from desktop.sheets import x", "import sheets"),
    Plant(
        "desktop/views/plant_g.py",
        "from desktop.office import Office",
        "import office under TYPE_CHECKING only",
    ),
    Plant(
        "desktop/views/plant/page.py",
        "from desktop.views.seed.page import Page",
        "another feature's folder, views/seed",
    ),
    Plant(
        "desktop/views/plant/form.py",
        "from ..seed import form",
        "another feature's folder, views/seed",
    ),
    Plant(
        "desktop/views/seed/page.py",
        "from desktop.views import plant",
        "another feature's folder, views/plant",
    ),
    Plant("desktop/commands/plant_a.py", "from PySide6 import QtCore", "package PySide6"),
    Plant("desktop/commands/plant_b.py", "from desktop.models import x", "import models"),
    Plant("desktop/commands/plant_c.py", "from desktop.documents import x", "import documents"),
    Plant("desktop/commands/plant_d.py", "from desktop.sheets import x", "import sheets"),
    Plant("desktop/commands/plant_e.py", "import desktop.views.window", "import views"),
    Plant("desktop/office.py", "from PySide6 import QtCore", "never import PySide6"),
    Plant("desktop/shipped.py", "from desktop.domain import act", "import domain"),
    Plant("desktop/computer.py", "from desktop.views import theme", "import views"),
    Plant("desktop/__main__.py", "import sqlalchemy", "package sqlalchemy"),
    # However it is written:
    Plant(
        "desktop/domain/plant_g.py",
        "def late() -> None:\n    import sqlalchemy",
        "2: domain must not import the package sqlalchemy",
    ),
    Plant(
        "desktop/domain/plant_h.py",
        "from importlib import import_module\nimport_module('PySide6.QtCore')",
        "2: domain must not import the package PySide6",
    ),
    Plant("desktop/views/plant_l.py", "import_module(f'desktop.models.{x}')", "import models"),
    Plant("desktop/services/plant_i.py", "__import__(input())", "computed name"),
    Plant("desktop/services/plant_j.py", "from .. import views", "import views"),
    # Names, places, sizes:
    Plant("desktop/plant.py", "", "“plant” is no room of the house"),
    Plant("desktop/views/plant/helpers.py", "", "“helpers” says nothing"),
    Plant("desktop/domain/utils/plant.py", "", "“utils” says nothing"),
    Plant("desktop/views/plant_h.py", "RED = '#A3231B'", "hex colour"),
    Plant("desktop/views/plant_i.py", "QSS = f'x {{ color: #fff }} {1}'", "hex colour"),
    Plant("desktop/models/plant_g.py", "WHERE = '../resources/seeds'", "where resources are"),
    Plant("desktop/domain/plant_i.py", "\n" * 401, "401 lines"),
    Plant("desktop/views/plant_j.py", "TITLE = _('Instansi')", "translates at import"),
    Plant("desktop/views/plant_k.py", "def f(a=_('Surat')): ...", "translates at import"),
]

ALLOWED = [
    Plant("desktop/views/fine_a.py", "from desktop.services import agencies", ""),
    Plant(
        "desktop/views/fine_b.py",
        "from typing import TYPE_CHECKING\n"
        "if TYPE_CHECKING:\n    from desktop.office import Office",
        "",
    ),
    Plant("desktop/views/fine/page.py", "from desktop.views.fine.form import Form", ""),
    Plant("desktop/views/fine/form.py", "from desktop.views.theme import Palette", ""),
    Plant("desktop/views/fine_c.py", "NAME = '#name{} and #feature-1'", ""),
    Plant("desktop/models/migrations/versions/fine.py", "import sqlalchemy as sa\n" * 401, ""),
    Plant("desktop/views/fine_d.py", "def f(): return _('Surat')\nT = lambda: _('Rapat')", ""),
    Plant("desktop/views/fine_e.py", "import_module(f'desktop.views.{x}.page')", ""),
    Plant("desktop/commands/fine.py", "from desktop.office import Office", ""),
    Plant("desktop/domain/fine.py", '"""Prose may speak of resources/ and #A3231B."""', ""),
]


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What the checker says of a copy of the house with all plants in it."""
    copy = tmp_path_factory.mktemp("house")
    shutil.copytree(ROOT / "desktop", copy / "desktop", ignore=shutil.ignore_patterns("*.pyc"))
    for plant in FORBIDDEN + ALLOWED:
        file = copy / plant.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(plant.source, encoding="utf-8")
    return complaints(copy)


def test_the_house_holds_its_rules() -> None:
    found = complaints(ROOT)
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize("plant", FORBIDDEN, ids=lambda plant: f"{plant.path}: {plant.complaint}")
def test_a_planted_breach_is_reported(planted: list[str], plant: Plant) -> None:
    lines = [line for line in planted if line.startswith(f"{plant.path}:")]
    assert len(lines) == 1
    assert plant.complaint in lines[0]


@pytest.mark.parametrize("plant", ALLOWED, ids=lambda plant: plant.path)
def test_what_is_allowed_is_not_reported(planted: list[str], plant: Plant) -> None:
    assert not [line for line in planted if line.startswith(f"{plant.path}:")]


def test_every_room_has_a_planted_breach() -> None:
    assert {room_of(plant.path) for plant in FORBIDDEN} >= ROOMS.keys()


BLOCKED = ("PySide6", "shiboken6", "sqlalchemy", "alembic", "reportlab", "openpyxl")
WITHOUT = f"""
import sys

class Wall:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {BLOCKED!r}:
            raise ModuleNotFoundError(f"{{name}} is not to be had here")

sys.meta_path.insert(0, Wall())
"""


def _behind_the_wall(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", WITHOUT + script, *arguments]
    bare = os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    bare.pop("PYTEST_ADDOPTS", None)
    return subprocess.run(
        command, cwd=ROOT, env=bare, check=False, capture_output=True, text=True, timeout=600
    )


@pytest.mark.parametrize("package", BLOCKED)
def test_the_wall_keeps_a_package_out(package: str) -> None:
    child = _behind_the_wall(f"import {package}")
    assert "is not to be had here" in child.stderr


@pytest.mark.slow
@pytest.mark.parametrize("room", ["domain", "wording"])
def test_ground_floor_runs_without_window_and_database(room: str) -> None:
    options = ["-q", "-m", "not slow", "-W", "ignore:Unknown config option", f"tests/{room}"]
    child = _behind_the_wall("import pytest; sys.exit(pytest.main(sys.argv[1:]))", *options)
    assert child.returncode == 0, child.stdout + child.stderr
    assert " passed" in child.stdout

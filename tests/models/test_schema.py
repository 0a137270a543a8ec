"""The schema's revision: known without Alembic, and the one Alembic would build."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from desktop.domain.problems import Problem
from desktop.models import schema
from desktop.models.engine import writing_engine


def test_known_revision_is_the_head_of_the_migrations() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(schema.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_current_head() == schema.NEWEST


def test_new_office_has_the_known_revision(tmp_path: Path) -> None:
    engine = writing_engine(str(tmp_path / "kantor.patuh"))
    schema.create(engine)
    schema.check(engine)
    engine.dispose()


def test_file_of_another_version_is_refused(tmp_path: Path) -> None:
    engine = writing_engine(str(tmp_path / "kantor.patuh"))
    with pytest.raises(Problem) as none:
        schema.check(engine)
    schema.create(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(Problem) as newer:
        schema.check(engine)
    engine.dispose()
    assert [caught.value.facts["found"] for caught in (none, newer)] == ["", "9999"]


def test_opening_an_office_does_not_import_alembic() -> None:
    script = "import sys, desktop.office; sys.exit('alembic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0

"""The engines: what a fault of the file may tell."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from desktop.models.engine import reading_engine, writing_engine


def test_a_fault_does_not_repeat_what_was_to_be_kept(tmp_path: Path) -> None:
    engine = writing_engine(tmp_path / "a.patuh")
    told = "nilai 61,25"
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE note (words TEXT UNIQUE)"))
        connection.execute(text("INSERT INTO note VALUES (:words)"), {"words": told})
    with pytest.raises(IntegrityError) as refused, engine.begin() as connection:
        connection.execute(text("INSERT INTO note VALUES (:words)"), {"words": told})
    assert told not in str(refused.value)
    engine.dispose()
    reading = reading_engine(tmp_path / "a.patuh")
    with reading.connect() as connection:
        assert connection.execute(text("SELECT words FROM note")).scalar() == told
    reading.dispose()

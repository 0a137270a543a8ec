"""The schema of an office file, by Alembic migrations only."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine

from desktop.domain.problems import Problem
from desktop.models.engine import APPLICATION_ID

NEWEST = "0001"
"""The revision this program knows: the head of migrations/, which a test compares. Alembic is
imported only where a schema is built: it takes longer than opening an office."""


def create(engine: Engine) -> None:
    """Builds the schema in an empty office, in one transaction, and marks the file as ours."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")


def revision(connection: Connection) -> str:
    """The revision that an office says it has; "" = none."""
    if not connection.dialect.has_table(connection, "alembic_version"):
        return ""
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return str(found or "")


def check(engine: Engine) -> None:
    """Refuses a file written by another version of the program, before any write."""
    with engine.connect() as connection:
        found = revision(connection)
    if found != NEWEST:
        raise Problem("file.other_version", found=found, expected=NEWEST)

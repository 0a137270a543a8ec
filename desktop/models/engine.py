"""Opens the office file: a writing engine and a reading engine, each with proven pragmas.

SQLite's own transactions are driven by hand, since the driver's default neither rolls back DDL nor
gives repeatable reads. Engines before 3.51.3 have the WAL-reset bug: they use DELETE + EXTRA.
A fault never repeats the values of its statement: it goes into a log that others read.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import QueuePool, StaticPool

from desktop.domain.problems import Problem

APPLICATION_ID = 0x50415455
"""`PATU` in the file's header: says that this SQLite file is one of ours."""

SAFE_WAL = (3, 51, 3)


@dataclass(frozen=True, slots=True)
class Mode:
    """How SQLite keeps a commit safe on this machine."""

    journal: str
    synchronous: str


def mode(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> Mode:
    """WAL + FULL where the engine is free of the WAL-reset bug, else DELETE + EXTRA."""
    return Mode("wal", "FULL") if version >= SAFE_WAL else Mode("delete", "EXTRA")


_LEVELS = {"NORMAL": 1, "FULL": 2, "EXTRA": 3}


def _prove(cursor: sqlite3.Cursor, name: str, value: int | str, *, expect: int | str) -> None:
    cursor.execute(f"PRAGMA {name}={value}")
    found = cursor.execute(f"PRAGMA {name}").fetchone()
    if found is None or found[0] != expect:
        raise Problem("file.pragma_refused", name=name, expected=expect, found=found and found[0])


def _prepare(connection: sqlite3.Connection, *, writing: bool) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    chosen = mode()
    _prove(cursor, "busy_timeout", 10000, expect=10000)
    if writing:
        _prove(cursor, "journal_mode", chosen.journal, expect=chosen.journal)
    level = _LEVELS[chosen.synchronous]
    _prove(cursor, "synchronous", chosen.synchronous, expect=level)
    _prove(cursor, "foreign_keys", 1, expect=1)
    _prove(cursor, "trusted_schema", 0, expect=0)
    _prove(cursor, "cell_size_check", 1, expect=1)
    if not writing:
        _prove(cursor, "query_only", 1, expect=1)
    cursor.close()


def _engine(url: str, *, writing: bool) -> Engine:
    if not url.startswith("sqlite"):
        return _server(url, writing=writing)
    pool: Any = StaticPool if writing else QueuePool
    arguments = {"check_same_thread": False}
    engine = create_engine(url, poolclass=pool, connect_args=arguments, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def _connect(connection: sqlite3.Connection, _record: object) -> None:  # pyright: ignore[reportUnusedFunction]
        _prepare(connection, writing=writing)

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:  # pyright: ignore[reportUnusedFunction]
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def _server(url: str, *, writing: bool) -> Engine:
    try:
        engine = create_engine(url, pool_size=1 if writing else 4, hide_parameters=True)
    except ImportError:
        raise Problem("server.driver_missing") from None
    except (ArgumentError, ValueError):
        raise Problem("server.address_wrong") from None
    if writing:

        @event.listens_for(engine, "begin")
        def _begin(connection: Any) -> None:  # pyright: ignore[reportUnusedFunction]
            # One writer at a time, as a file has it: history is one chain.
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({APPLICATION_ID})")

    return engine


def address(place: str | Path) -> str:
    """The SQLAlchemy address of an office: a PostgreSQL address as it is, else a file."""
    text = str(place)
    if text.startswith("postgresql"):
        return text.replace("postgresql://", "postgresql+psycopg://", 1)
    return f"sqlite:///{Path(text).resolve()}"


def writing_engine(place: str | Path) -> Engine:
    """The one engine that writes; transactions begin IMMEDIATE, so they need no upgrade."""
    return _engine(address(place), writing=True)


def reading_engine(place: str | Path) -> Engine:
    """An engine that can only read."""
    return _engine(address(place), writing=False)


def check_file(place: Path) -> None:
    """Refuses a file that is missing or not one of ours, before anything is opened for writing."""
    if not place.is_file():
        raise Problem("file.missing", path=str(place))
    with place.open("rb") as file:
        head = file.read(100)
    if head[:16] != b"SQLite format 3\x00":
        raise Problem("file.foreign", path=str(place))
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise Problem("file.foreign", path=str(place))

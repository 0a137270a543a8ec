"""Faults of the file or the server, as problems that somebody can act on."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import DBAPIError, OperationalError

from desktop.domain.problems import Problem

FAULTS = (
    ("SQLITE_FULL", "file.disk_full"),
    ("SQLITE_READONLY", "file.read_only"),
    ("SQLITE_BUSY", "file.busy"),
    ("SQLITE_IOERR", "file.unreadable"),
    ("SQLITE_CORRUPT", "file.damaged"),
    ("SQLITE_NOTADB", "file.foreign"),
    ("SQLITE_CANTOPEN", "file.missing"),
)


def spoken(error: DBAPIError, address: str) -> Exception:
    """The problem that a fault of the database is; another one stays our own fault."""
    if address.startswith("postgresql"):
        return Problem("server.unreachable") if isinstance(error, OperationalError) else error
    cause = error.orig
    name = getattr(cause, "sqlite_errorname", "") if isinstance(cause, sqlite3.Error) else ""
    for start, code in FAULTS:
        if name.startswith(start):
            return Problem(code, path=address, name=name)
    return error

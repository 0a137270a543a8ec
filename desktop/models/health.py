"""What the database itself can say about its condition."""

from __future__ import annotations

from sqlalchemy.orm import Session

from desktop.models import schema

MOST = 20
"""So many lines of one check are enough to act on."""


def structure_faults(db: Session) -> tuple[str, ...]:
    """SQLite's `quick_check`; () = sound. A server checks itself."""
    if db.get_bind().dialect.name != "sqlite":
        return ()
    rows = db.connection().exec_driver_sql(f"PRAGMA quick_check({MOST})").scalars().all()
    return tuple(str(row) for row in rows if row != "ok")


def loose_references(db: Session) -> tuple[tuple[str, str], ...]:
    """(table, row) of rows that point at nothing."""
    if db.get_bind().dialect.name != "sqlite":
        return ()
    rows = db.connection().exec_driver_sql("PRAGMA foreign_key_check").fetchmany(MOST)
    return tuple((str(row[0]), str(row[1])) for row in rows)


def revision(db: Session) -> str:
    """The schema's revision as the file says it; "" = none."""
    return schema.revision(db.connection())

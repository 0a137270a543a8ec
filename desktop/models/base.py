"""What all mapped classes share.

Their modules go without `from __future__ import annotations`: SQLAlchemy would have to evaluate
the text of each annotation again, a sixth of what mapping costs.
"""

from sqlalchemy import Integer, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Row(DeclarativeBase):
    """Base of every mapped class."""

    metadata = MetaData(naming_convention=NAMING)


class Named:
    """A record with an integer key inside and a public id (`ref`) outside."""

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    ref: Mapped[str] = mapped_column(String(12), unique=True)


class Edited(Named):
    """A record that people edit; its version counts how often it was changed."""

    version: Mapped[int] = mapped_column(Integer, default=1)

"""Frozen history of the office file's structure: alembic and SQLAlchemy Core only."""

"""Alembic's entry: runs on the connection the caller hands over."""

from __future__ import annotations

from alembic import context

connection = context.config.attributes["connection"]
context.configure(connection=connection, render_as_batch=False, transactional_ddl=True)
context.run_migrations()

"""SQLAlchemy comes in without asyncio, and whoever asks for asyncio gets it."""

from __future__ import annotations

import subprocess
import sys


def told(script: str) -> str:
    """What a fresh process prints."""
    child = [sys.executable, "-c", script]
    return subprocess.run(child, check=True, capture_output=True, text=True).stdout.strip()


def test_office_comes_without_asyncio_and_mail() -> None:
    script = """
import sys
import desktop.office
print(sorted({"asyncio", "ssl", "email", "importlib.metadata"} & sys.modules.keys()))
"""
    assert told(script) == "[]"


def test_what_was_put_off_is_there_for_everybody_afterwards() -> None:
    script = """
import desktop.office
from sqlalchemy.util import concurrency
from sqlalchemy.util import langhelpers

async def one():
    return 1

import asyncio
import asyncio.locks
import importlib.metadata
assert concurrency.is_exit_exception(asyncio.CancelledError())
assert concurrency.asyncio.Lock is asyncio.Lock is asyncio.locks.Lock
assert importlib.metadata.version("sqlalchemy")
assert langhelpers.importlib.metadata.version("sqlalchemy")
waiting = one()
assert concurrency.iscoroutine(waiting)
print(asyncio.run(waiting))
"""
    assert told(script) == "1"


def test_sqlalchemy_itself_may_ask_first() -> None:
    script = """
import desktop.office
from sqlalchemy.util import concurrency
print(concurrency.is_exit_exception(ValueError()), concurrency.asyncio.Lock.__module__)
import importlib
print(importlib.metadata.version("sqlalchemy")[:1])
"""
    assert told(script) == "False asyncio.locks\n2"

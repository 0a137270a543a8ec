"""Opens the office that a command is about, and lets go of it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Generator
from contextlib import contextmanager

from desktop import computer
from desktop.office import Office


def operator(args: Namespace) -> str:
    """Who acts: named in the command, else known on this computer, else "" (the login name)."""
    return str(args.operator or "").strip() or computer.stored_operator()


@contextmanager
def opened(args: Namespace) -> Generator[Office, None, None]:
    """The office of `--office`, open within the block."""
    office = Office.open(args.office, operator(args))
    try:
        yield office
    finally:
        office.close()

"""What a verb of the command line is, and what it answers."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer of a verb: one JSON document, and the same in lines for people."""

    document: Mapping[str, object]
    lines: tuple[str, ...]
    code: int = 0
    opens: str | None = None
    """The office on which the window opens afterwards."""


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb: what it takes, and what it does. A Problem is raised, never printed."""

    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], Reply]


class Misuse(Exception):
    """A command that cannot be meant; its text is a sentence. Exit 2."""

"""Problem codes become sentences: what happened and what to do, in the language spoken.

Each room lists its own codes in `wording/sentences/<noun>.py` as `SENTENCES`; they are gathered
at the first problem, not at start.
"""

from __future__ import annotations

import datetime
import importlib
import pkgutil
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import cast

from desktop.domain.problems import Problem
from desktop.wording import _, dates, glossary, numbers, sentences, states


def say(problem: Problem) -> str:
    """The sentence of one problem. An unknown code is said honestly, never hidden."""
    source = gathered().get(problem.code)
    if source is None:
        source = ""
        unknown = _("Permintaan ini belum dapat dijalankan (kode {code}).")
        sentence = unknown.format(code=problem.code)
    else:
        sentence = _(source).format_map(_Facts(problem))
    return f"{place}: {sentence}" if (place := _place(problem, source)) else sentence


def _place(problem: Problem, source: str) -> str:
    """Where in a workbook or a document it is wrong, for sentences that do not say so."""
    facts = _Facts(problem)
    if problem.facts.get("sheet") and problem.facts.get("row") and "{sheet}" not in source:
        if problem.facts.get("column"):
            return _("Lembar {sheet}, baris {row}, kolom {column}").format_map(facts)
        return _("Lembar {sheet}, baris {row}").format_map(facts)
    tells = "{path}" in source or "{place}" in source
    return "" if tells else facts.get("path") or facts.get("place", "")


def say_each(problem: Problem) -> tuple[str, ...]:
    """The sentences of a problem and of all that were found with it."""
    return tuple(say(one) for one in problem.each())


@cache
def gathered() -> dict[str, str]:
    """Every known code and its Indonesian source sentence. A code may stand in one table only."""
    found: dict[str, str] = {}
    for module in pkgutil.iter_modules(sentences.__path__):
        table = _table(f"{sentences.__name__}.{module.name}")
        if twice := found.keys() & table.keys():
            raise LookupError(f"codes in two tables: {sorted(twice)}")
        found |= table
    return found


def _table(name: str) -> dict[str, str]:
    return cast("dict[str, str]", importlib.import_module(name).SENTENCES)


STATES = frozenset({"now", "wanted", "state"})
"""Facts that name a state of the problem's noun: said in the user's word."""


class _Facts(dict[str, str]):
    """Facts as words. A sentence that names a fact which is not there shows a dash, no crash."""

    def __init__(self, problem: Problem) -> None:
        noun = problem.code.partition(".")[0]
        super().__init__({name: _fact(noun, name, v) for name, v in problem.facts.items()})

    def __missing__(self, name: str) -> str:
        return numbers.DASH


def _fact(noun: str, name: str, value: object) -> str:
    if name in STATES and isinstance(value, str):
        return states.word(noun, value).lower()
    if name == "noun" and value in glossary.NOUNS:
        return glossary.noun(str(value))
    return _word(value)


def _word(value: object) -> str:
    if value is None:
        return numbers.DASH
    if isinstance(value, str):
        return value
    if isinstance(value, datetime.date):
        return dates.long(value)
    if isinstance(value, Decimal | Fraction):
        return numbers.decimal(value)
    if isinstance(value, Iterable):
        return ", ".join(_word(one) for one in cast("Iterable[object]", value))
    return str(value)

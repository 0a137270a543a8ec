"""Scoring one unit of 100 indicators x 5 products, beside fetching its 500 answers from SQLite."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from time import process_time

from desktop.domain.instrument import Instrument, Products, indicators
from desktop.domain.score import Sheet, UnitInput, score_unit
from tests.bench.national import INDICATORS, PRODUCTS, instrument
from tests.bench.ratio import Pair, Ratio, of_pairs

OTHERS = 400
"""Units beside it in the file: the tree of the table is as deep as in an office."""
ROUNDS, EACH = 25, 8
GOAL = 8.0
ROWS = float(PRODUCTS * INDICATORS)
NAMES = {"indicator": "score-unit", "first": "score-unit, per product"}
NODES_GOAL = {"indicator": 12.0, "first": 26.0}
Rows = Sequence[tuple[int, int, int]]


def measure() -> Iterator[Ratio]:
    """Value, zone, range and completeness; then all that stands behind them."""
    kinds: tuple[Products, ...] = ("indicator", "first")
    for products in kinds:
        used = instrument(products)
        db = _answers(used)
        unit = _unit(_fetch(db))
        assert score_unit(used, unit).complete
        name, rows = NAMES[products], float(len(_fetch(db)))
        yield _ratio(name, db, GOAL, lambda rows, i=used: _score(i, rows))
        yield _ratio(f"{name}, nodes", db, NODES_GOAL[products], lambda r, i=used: _nodes(i, r))
        yield Ratio(f"{name}, rows", rows, ROWS, "rows", rows / ROWS, 1.0)


def _answers(used: Instrument) -> sqlite3.Connection:
    db, chance = sqlite3.connect(":memory:"), random.Random(3)
    db.execute(
        "CREATE TABLE answer (sheet INTEGER, indicator INTEGER, value INTEGER NOT NULL, "
        "PRIMARY KEY (sheet, indicator)) WITHOUT ROWID"
    )
    numbers = [node.number for node in indicators(used)]
    for sheet in range(1, OTHERS * PRODUCTS + 1):
        cells = [(sheet, number, chance.randrange(6)) for number in numbers]
        db.executemany("INSERT INTO answer VALUES (?, ?, ?)", cells)
    return db


def _fetch(db: sqlite3.Connection) -> Rows:
    query = "SELECT sheet, indicator, value FROM answer WHERE sheet IN (?, ?, ?, ?, ?)"
    first = OTHERS * PRODUCTS // 2
    return db.execute(query, tuple(range(first, first + PRODUCTS))).fetchall()


def _unit(rows: Rows) -> UnitInput:
    answers: dict[int, dict[int, int]] = {}
    for sheet, indicator, value in rows:
        answers.setdefault(sheet, {})[indicator] = value
    return UnitInput(
        "Unit", None, tuple(Sheet("product", answers=said) for said in answers.values())
    )


def _score(used: Instrument, rows: Rows) -> object:
    return score_unit(used, _unit(rows)).value


def _nodes(used: Instrument, rows: Rows) -> object:
    return [node.gain for node in score_unit(used, _unit(rows)).nodes]


def _ratio(name: str, db: sqlite3.Connection, goal: float, work: Callable[[Rows], object]) -> Ratio:
    rows = _fetch(db)
    work(rows)  # the plan is made once for all units
    pairs: list[Pair] = []
    for _ in range(ROUNDS):
        floor = _milliseconds(lambda: _fetch(db))
        pairs.append((floor, _milliseconds(lambda: work(rows))))
    return of_pairs(name, pairs, unit="ms cpu", goal=goal)


def _milliseconds(work: Callable[[], object]) -> float:
    start = process_time()
    for _ in range(EACH):
        work()
    return (process_time() - start) * 1000 / EACH

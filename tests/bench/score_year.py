"""A year recounted from its answers, beside SQLite's own sum of them; a year shown without any.

An eighth of the nation, unless PATUH_BENCH_ENTITIES says how many entities (586 are all).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from sqlalchemy import Engine, event, text
from sqlalchemy.orm import Session

from desktop.models.assessment import AssessmentRow
from desktop.office import Office
from desktop.services import sealing, totals
from desktop.services.assessments import score_of
from tests.bench.national import (
    ENTITIES,
    INDICATORS,
    PRODUCTS,
    keep_totals,
    office_of_a_year,
)
from tests.bench.ratio import Pair, Ratio, of_pairs

ROUNDS = 5
GOAL, SHOWN_GOAL = 6.0, 40.0


def measure() -> Iterator[Ratio]:
    """The recount, and what a dashboard reads of it."""
    entities = int(os.environ.get("PATUH_BENCH_ENTITIES", ENTITIES // 8))
    with TemporaryDirectory(prefix="patuh-bench-") as folder:
        office = office_of_a_year(Path(folder) / "nasional.patuh", entities)
        office.do(keep_totals)
        try:
            yield from _measured(office)
        finally:
            office.close()


def _measured(office: Office) -> Iterator[Ratio]:
    count = float(office.read(_count))
    asked = float(office.read(_units) * PRODUCTS * INDICATORS)
    assert not office.read(sealing.wrong_totals)
    assert office.read(_agrees)
    pairs = [(_spent(office, _sum), _spent(office, _recount)) for _ in range(ROUNDS)]
    yield of_pairs("score-year", pairs, unit="ms cpu", goal=GOAL)
    yield Ratio("score-year, rows", count, asked, "rows", count / asked, 1.0)
    shown: list[Pair] = [(_spent(office, _kept), _spent(office, _year)) for _ in range(ROUNDS)]
    yield of_pairs("score-year, shown from totals", shown, unit="ms cpu", goal=SHOWN_GOAL)
    reads = float(_reads_of_answers(office))
    yield Ratio("score-year, reads of answers", reads, 1.0, "reads", reads, 0.0)


def _units(db: Session) -> int:
    return db.execute(text("SELECT count(*) FROM assessment")).scalar_one()


def _count(db: Session) -> int:
    return db.execute(text("SELECT count(*) FROM answer")).scalar_one()


def _agrees(db: Session) -> bool:
    """Is the recount what the engine says, of some units?"""
    rows = db.query(AssessmentRow).order_by(AssessmentRow.id).limit(60)
    return all(str(score_of(db, row)[1].exact) == row.exact for row in rows)


def _sum(db: Session) -> object:
    return db.execute(text("SELECT sum(value) FROM answer")).scalar()


def _recount(db: Session) -> object:
    return totals.recounted(db, year=2024)


def _kept(db: Session) -> object:
    query = "SELECT round_id, unit_id, exact, answered, applicable FROM assessment"
    return db.execute(text(query)).fetchall()


def _year(db: Session) -> object:
    return totals.entity_totals(db, year=2024)


def _spent(office: Office, query: Callable[[Session], object]) -> float:
    office.read(query)
    start = process_time()
    office.read(query)
    return (process_time() - start) * 1000


def _reads_of_answers(office: Office) -> int:
    told: list[str] = []

    def tell(_c: object, _k: object, statement: str, *_: object) -> None:
        told.append(statement)

    event.listen(Engine, "before_cursor_execute", tell)
    office.read(_year)
    event.remove(Engine, "before_cursor_execute", tell)
    return sum(" answer" in each.lower() for each in told)

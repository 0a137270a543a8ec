"""The opinion of an instrument that has one: quality zone x state of compliance."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.instrument import Instrument, OpinionColumn, OpinionTable, by_code
from desktop.domain.score import UnitScore


@dataclass(frozen=True, slots=True)
class Opinion:
    """ "Kualitas Tinggi" + "Tanpa Maladministrasi"; column None = cannot be decided yet."""

    row: str
    column: str | None
    assumed: bool
    """Does it rest on something that no source gives?"""


def opinion_of(instrument: Instrument, score: UnitScore) -> Opinion | None:
    """The opinion on a unit; None if the instrument knows none or the unit has no value."""
    table = instrument.opinion
    if table is None or score.zone is None:
        return None
    row = next(each for each in table.rows if each.zone == score.zone.code)
    column = _column(instrument, table, score)
    assumed = not row.sourced or not score.zone.sourced
    if column is None:
        return Opinion(row.name, None, assumed)
    return Opinion(row.name, column.name, assumed or not column.sourced or bool(table.assumed))


def _column(instrument: Instrument, table: OpinionTable, score: UnitScore) -> OpinionColumn | None:
    """By the deciding node; a published value, or open cells below the node, decide nothing."""
    if not score.nodes:
        return None
    node = score.nodes[by_code(instrument, table.decided_by).number]
    if node.answered < node.applicable:
        return None
    if node.value is None:
        code = table.met
    elif table.threshold is None:
        return None
    else:
        code = table.met if node.value >= table.threshold else table.unmet
    return next(each for each in table.columns if each.code == code)

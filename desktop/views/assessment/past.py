"""What became of a cell: its answers from the office's history, newest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from desktop.domain.history import HistoryEntry
from desktop.views.assessment.answers import Answers
from desktop.views.assessment.board import Cell
from desktop.views.assessment.keycaps import said
from desktop.wording import _, dates

SHOWN = 4


@dataclass(frozen=True, slots=True)
class Turn:
    """One change of one cell."""

    at: datetime
    by: str
    before: int | None
    after: int | None


class Past:
    """The turns of every cell of one assessment."""

    def __init__(self, answers: Answers, entries: Iterable[HistoryEntry], zone: tzinfo) -> None:
        self._answers = answers
        self._turns: dict[str, list[Turn]] = {}
        self.last: datetime | None = None
        for entry in entries:
            at = entry.at.astimezone(zone)
            if entry.act == "answer.saved":
                self.last = self.last or at
                self._read(entry, at)

    def _read(self, entry: HistoryEntry, at: datetime) -> None:
        for name, after in entry.after.items():
            before = entry.before.get(name)
            if _is_value(before) and _is_value(after):
                turn = Turn(at, entry.by, before, after)  # type: ignore[arg-type]
                self._turns.setdefault(name, []).append(turn)

    def add(self, cell: Cell, turn: Turn) -> None:
        """A turn that has just been confirmed."""
        self._turns.setdefault(self._name(cell), []).insert(0, turn)
        self.last = turn.at

    def of(self, cell: Cell) -> tuple[Turn, ...]:
        """The newest turns of a cell."""
        return tuple(self._turns.get(self._name(cell), ())[:SHOWN])

    def _name(self, cell: Cell) -> str:
        return f"{self._answers.node(cell.number).code}|{cell.sheet}"


def _is_value(value: object) -> bool:
    return value is None or isinstance(value, int)


def when(at: datetime, today: date) -> str:
    """The time of a turn of today, else its day."""
    return dates.clock(at.time()) if at.date() == today else dates.short(at.date())


def words(answers: Answers, cell: Cell, turn: Turn) -> str:
    """ "Siti Rahmah: 3 menjadi 4"."""
    indicator = answers.indicator(cell.number)
    return _("{by}: {before} menjadi {after}").format(
        by=turn.by, before=said(indicator, turn.before), after=said(indicator, turn.after)
    )


def clock_with_seconds(at: datetime) -> str:
    """ "10.42.07"."""
    plain = dates.clock(at.time())
    return f"{plain}{plain[2]}{at.second:02d}"

"""Each key saves at once: the grid shows it first, the file confirms it after, in order.

A refused save puts the cell back to what the file last confirmed, unless a newer key for the
same cell is still under way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.act import Changes
from desktop.domain.problems import Problem
from desktop.services.answers import save_answers
from desktop.services.findings import change_finding
from desktop.views.assessment.answers import Answers
from desktop.views.assessment.board import Cell
from desktop.views.jobs import Deliveries

if TYPE_CHECKING:
    from desktop.office import Office

Put = tuple[Cell, int | None]
NoteOf = tuple[Cell, str]


class Saving(QObject):
    """The queue between the desk and the file. The office's worker keeps the order."""

    changed = Signal()
    """How many saves are under way, or when the last one was confirmed."""
    confirmed = Signal(object)
    """The cells that the file holds now, as (cell, before, after)."""
    refused = Signal(object)
    """A Problem; the cells stand again as the file has them."""
    failed = Signal(object)
    """Our own fault; the cells stand again as the file has them."""

    def __init__(self, parent: QObject, office: Office, answers: Answers) -> None:
        super().__init__(parent)
        self._office, self._answers = office, answers
        self._deliveries = Deliveries(self)
        self._held: dict[Cell, int | None] = {}
        self._held_notes: dict[Cell, str] = {}
        self._under_way: Counter[Cell] = Counter()
        self._is_retired = False
        self.pending = 0
        self.saved_at: datetime | None = None

    def save(self, puts: Sequence[Put] = (), notes: Sequence[NoteOf] = ()) -> None:
        """Shows answers and notes in the grid and writes them in one transaction."""
        for cell, value in puts:
            self._held.setdefault(cell, self._answers.value(cell))
            self._answers.put(cell, value)
        for cell, text in notes:
            self._held_notes.setdefault(cell, self._answers.note(cell))
            self._answers.put_note(cell, text)
        self._answers.begin()
        self._under_way.update(self._touched(puts, notes))
        self.pending += 1
        self._deliveries.await_result(
            self._office.write(
                save_answers,
                assessment=self._answers.assessment.id,
                cells=[(cell.sheet, cell.number, value) for cell, value in puts],
                notes=[(cell.sheet, cell.number, text) for cell, text in notes],
            ),
            self,
            lambda changes: self._confirm(puts, notes, changes),
            lambda error: self._refuse(puts, notes, error),
        )
        self.changed.emit()

    def change_finding(
        self,
        finding: str,
        changes: Mapping[str, object],
        problem: Callable[[Problem], object],
    ) -> None:
        """Suggestion or due day of a finding, behind the answers that are under way."""
        self.pending += 1

        def finish(_changes: Changes) -> None:
            self.pending -= 1
            self.saved_at = self._office.now
            self.changed.emit()
            self._end_if_done()

        def fail(error: BaseException) -> None:
            self.pending -= 1
            self.changed.emit()
            if isinstance(error, Problem):
                problem(error)
            else:
                self.failed.emit(error)

        future = self._office.write(change_finding, id=finding, **changes)
        self._deliveries.await_result(future, self, finish, fail)
        self.changed.emit()

    def _touched(self, puts: Sequence[Put], notes: Sequence[NoteOf]) -> set[Cell]:
        return {cell for cell, _value in puts} | {cell for cell, _text in notes}

    def _confirm(self, puts: Sequence[Put], notes: Sequence[NoteOf], changes: Changes) -> None:
        turned = [(cell, self._held.get(cell), value) for cell, value in puts]
        self._held.update(puts)
        self._held_notes.update(notes)
        self._arrive(puts, notes)
        self.saved_at = self._office.now
        self.confirmed.emit([turn for turn in turned if turn[1] != turn[2]])
        self.changed.emit()

    def _refuse(self, puts: Sequence[Put], notes: Sequence[NoteOf], error: BaseException) -> None:
        self._arrive(puts, notes)
        for cell, _value in puts:
            if not self._under_way[cell]:
                self._answers.put(cell, self._held[cell])
        for cell, _text in notes:
            if not self._under_way[cell]:
                self._answers.put_note(cell, self._held_notes[cell])
        signal = self.refused if isinstance(error, Problem) else self.failed
        signal.emit(error)
        self.changed.emit()

    def retire(self) -> None:
        """Another assessment is on the desk: lives on until the last save is answered."""
        self._is_retired = True
        self._end_if_done()

    def _end_if_done(self) -> None:
        if self._is_retired and not self.pending:
            self.deleteLater()

    def _arrive(self, puts: Sequence[Put], notes: Sequence[NoteOf]) -> None:
        self.pending -= 1
        self._end_if_done()
        self._under_way.subtract(self._touched(puts, notes))

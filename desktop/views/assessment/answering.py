"""What keys do to the cell under the cursor. Says a sentence where a key can do nothing."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from desktop.domain.answer import NotApplicable, decode, encode, reason_code
from desktop.domain.problems import Problem
from desktop.views.assessment.answers import Answers
from desktop.views.assessment.board import Cell, CellLine
from desktop.views.assessment.grid import Grid
from desktop.views.assessment.keycaps import REASON_KEYS, choice_of_key, choices, is_number
from desktop.views.assessment.saving import Saving
from desktop.wording import _, numbers
from desktop.wording.problems import say


class Answering:
    """Answers, repeats, fills and empties; each act is one save. Returns "" or why not."""

    def __init__(self, grid: Grid, answers: Answers, saving: Saving) -> None:
        self._grid, self._answers, self._saving = grid, answers, saving
        self._last: object | None = None

    def choose(self, key: str) -> str:
        """A digit, Y or T: the option of that key, then on to the next cell."""
        cell = self._grid.cell()
        if cell is None:
            return self._no_cell()
        indicator = self._answers.indicator(cell.number)
        choice = choice_of_key(indicator, key)
        if choice is None:
            keys = ", ".join(sorted(c.key for c in choices(indicator)))
            if len(indicator.options) == 2:
                keys += ", Y, T"
            return _("Pilihan untuk butir ini: {keys}.").format(keys=keys)
        self._answer(cell, choice.stored)
        return ""

    def put_number(self, stored: int) -> None:
        """A typed number."""
        cell = self._grid.cell()
        if cell is not None:
            self._answer(cell, stored)

    def give_reason(self, key: str) -> str:
        """X, then 1…5: does not apply, for this reason."""
        cell = self._grid.cell()
        if cell is None or key not in REASON_KEYS:
            return _("Pilih alasan 1 sampai 5, atau Esc.")
        self._answer(cell, reason_code(REASON_KEYS[key]))
        return ""

    def empty(self) -> str:
        """Del: nobody has answered; the cursor stays."""
        cell = self._grid.cell()
        if cell is None:
            return self._no_cell()
        if self._answers.value(cell) is not None:
            self._save([(cell, None)])
        return ""

    def repeat(self) -> str:
        """The last answer once more, where the indicator knows it."""
        cell = self._grid.cell()
        if cell is None:
            return self._no_cell()
        if self._last is None:
            return _("Belum ada jawaban untuk diulang.")
        try:
            stored = encode(self._answers.indicator(cell.number), self._last)
        except Problem as problem:
            return say(problem)
        self._answer(cell, stored)
        return ""

    def fill_row(self) -> str:
        """The rest of the row like this cell, or like the answered one before it."""
        line = self._grid.line()
        cells = self._grid.rest_of_row()
        if not isinstance(line, CellLine) or not cells:
            return self._no_cell()
        source = self._source(line)
        if source is None:
            return _("Nilai dulu satu sel di baris ini.")
        if self._answers.value(cells[0]) is not None:
            cells = cells[1:]
        self._save([(cell, source) for cell in cells if self._answers.value(cell) != source])
        self._grid.column = line.stops[-1]
        self._grid.go_on()
        return ""

    def _source(self, line: CellLine) -> int | None:
        before = [cell for cell in line.cells[: self._grid.column + 1] if cell is not None]
        found = (self._answers.value(cell) for cell in reversed(before))
        return next((value for value in found if value is not None), None)

    def _answer(self, cell: Cell, stored: int) -> None:
        self._remember(cell, stored)
        if self._answers.value(cell) != stored:
            self._save([(cell, stored)])
        self._grid.go_on()

    def _remember(self, cell: Cell, stored: int) -> None:
        answer = decode(self._answers.indicator(cell.number), stored)
        if answer.reason is not None:
            self._last = NotApplicable(answer.reason)
        elif answer.option is not None:
            self._last = answer.option.score
        elif answer.number is not None:
            self._last = Fraction(answer.number)

    def _save(self, puts: Sequence[tuple[Cell, int | None]]) -> None:
        if puts:
            self._saving.save(puts)

    def _no_cell(self) -> str:
        line = self._grid.line()
        if isinstance(line, CellLine) and line.crowd:
            return _("Jawaban diisi per responden: tekan Enter.")
        return _("Pindahkan dulu ke sebuah sel.")

    def effect_of_reason(self, *, shows_value: bool) -> str:
        """What "does not apply" would do to the number."""
        cell = self._grid.cell()
        if cell is None:
            return ""
        policy = self._answers.instrument.na_policy
        if policy == "block":
            return _(
                "Instrumen ini tidak menerima “tidak berlaku”: penilaian tidak dapat dibekukan."
            )
        words = _("Butir ini keluar dari hitungan; bobotnya dibagi ke saudaranya.")
        if policy == "zero":
            words = _("Butir ini dihitung nol.")
        if not shows_value:
            return words
        now, then = self._answers.score, self._answers.score_with(cell, -1)
        if then.value is None:
            return words + " " + _("Nilai sementara menjadi kosong.")
        shown = numbers.decimal(then.value)
        if now.value == then.value:
            return words + " " + _("Nilai sementara tetap {value}.").format(value=shown)
        return words + " " + _("Nilai sementara menjadi {value}.").format(value=shown)

    def takes_number(self) -> bool:
        """Whether digits open the editor of numbers."""
        cell = self._grid.cell()
        return cell is not None and is_number(self._answers.indicator(cell.number))

    def takes_text(self) -> bool:
        """Whether the answer is a text, written in the note."""
        cell = self._grid.cell()
        return cell is not None and self._answers.indicator(cell.number).answer == "text"

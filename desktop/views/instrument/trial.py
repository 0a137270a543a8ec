"""A trial score: sample answers typed into the tree, the number they would give."""

from __future__ import annotations

from desktop.domain.answer import encode
from desktop.domain.instrument import Instrument, Node, indicators, node
from desktop.domain.problems import Problem
from desktop.domain.score import Sheet, UnitInput, UnitScore, score_unit
from desktop.wording import instrument as words


class Trial:
    """One unit with one product and one respondent of each role; nothing of it is kept."""

    def __init__(self) -> None:
        self._answers: dict[int, int] = {}

    def clear(self) -> None:
        """No answers."""
        self._answers = {}

    def fill(self, instrument: Instrument) -> None:
        """The fullest answer everywhere."""
        self._answers = {n.number: best for n in indicators(instrument) if (best := _best(n)) >= 0}

    def answer(self, instrument: Instrument, number: int, key: str) -> bool:
        """A typed digit as the score of an option, or yes and no; False where it fits none."""
        where = node(instrument, number).indicator
        if where is None or not key.isdigit():
            return False
        value: object = bool(int(key)) if where.answer == "yes_no" else int(key)
        try:
            self._answers[number] = encode(where, value)
        except Problem:
            return False
        return True

    def empty(self, number: int) -> None:
        """Takes one answer away."""
        self._answers.pop(number, None)

    def shown(self, instrument: Instrument) -> dict[int, str]:
        """What stands in the tree, by node number."""
        found: dict[int, str] = {}
        for each in indicators(instrument):
            stored = self._answers.get(each.number)
            if stored is None or each.indicator is None:
                continue
            options = each.indicator.options
            known = options and stored < len(options)
            found[each.number] = words.number(options[stored].score) if known else str(stored)
        return found

    def score(self, instrument: Instrument) -> UnitScore | None:
        """The number; None while the tree cannot be scored."""
        roles = {n.indicator.role for n in indicators(instrument) if n.indicator is not None}
        sheets = [Sheet("unit", answers=self._answers), Sheet("product", answers=self._answers)]
        sheets += [Sheet("respondent", role=r, answers=self._answers) for r in sorted(roles) if r]
        unit = UnitInput("", sheets=tuple(sheets))
        try:
            return score_unit(instrument, unit, quotas=dict.fromkeys(roles, 1))
        except (Problem, ArithmeticError):
            return None


def _best(where: Node) -> int:
    """The stored integer of the fullest answer; -1 where there is none (text)."""
    indicator = where.indicator
    if indicator is None or indicator.answer == "text":
        return -1
    if indicator.options:
        scores = [option.score for option in indicator.options]
        return scores.index(max(scores))
    top = indicator.bands[-1].minimum if indicator.bands else indicator.maximum
    return int((top or 0) * 10**indicator.decimals)

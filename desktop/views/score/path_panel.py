"""Jalur termurah: the fewest answers that lift the unit into the next zone."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.domain.result import PathStep, UnitPath, UnitResult
from desktop.domain.score import distance
from desktop.views import zones
from desktop.views.chips import ZoneChip
from desktop.views.labels import Elided, Label, Wrapped
from desktop.views.score.seen import Seen
from desktop.views.score.words import score_of
from desktop.wording import _, counted, numbers

MOST = 5
"""Steps that are listed; more are told as one line."""


class PathPanel(Seen):
    """Steps with their gain, and what comes of them; or why there is no path."""

    def __init__(self) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 4, 8, 4)
        box.setSpacing(4)
        self.title = Label("", "head")
        self.remark = Wrapped("", "caption", "text2")
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        box.addWidget(self.title)
        box.addWidget(self._rows)
        box.addWidget(self.remark)
        box.addStretch(1)

    def show_result(self, result: UnitResult) -> None:
        """Another unit."""
        self.setVisible(_is_told(result))
        self._clear()
        marks = zones.marks(result.instrument.zones)
        path = result.path
        if path is not None:
            self.title.setText(
                _("Jalur termurah ke {zone}").format(zone=marks[path.zone.code].short)
            )
            self._fill(path)
            self._add_result(path, marks)
        else:
            self.title.setText(_("Jalur termurah"))
        self._rows.setVisible(path is not None)
        self.remark.setText(_remark(result))
        self.remark.setVisible(bool(self.remark.text()))
        said = (" ".join(row) for row in self.texts())
        self.setAccessibleName("; ".join((self.title.text(), *said, self.remark.text())))

    def texts(self) -> list[list[str]]:
        """The rows as they are read."""
        found: list[list[str]] = []
        for row in range(self._grid.rowCount()):
            items = (self._grid.itemAtPosition(row, at) for at in range(4))
            labels = [item.widget() for item in items if item is not None]
            found.append([each.text() for each in labels if isinstance(each, Label)])
        return [row for row in found if row]

    def _clear(self) -> None:
        self._rows.hide()
        fresh = QWidget()
        box = self.layout()
        assert box is not None
        box.replaceWidget(self._rows, fresh)
        self._rows.deleteLater()
        self._rows, self._grid = fresh, QGridLayout(fresh)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)

    def _fill(self, path: UnitPath) -> None:
        several = len(path.steps) > MOST
        listed = path.steps[: MOST - 1] if several else path.steps
        for row, step in enumerate(listed):
            self._add_step(row, step)
        if several:
            rest = path.steps[len(listed) :]
            words = counted("dan {n} langkah lain", "dan {n} langkah lain", len(rest))
            self._add(len(listed), "", words, "", sum((s.gain for s in rest), Fraction(0)))

    def _add_step(self, row: int, step: PathStep) -> None:
        name = f"{step.node.code} {step.node.name}"
        words = _("{start} ke {end}").format(start=score_of(step.start), end=score_of(step.end))
        if step.product:
            words = f"{step.product}: {words}"
        self._add(row, str(row + 1), name, words, step.gain)

    def _add(self, row: int, number: str, name: str, words: str, gain: Fraction) -> None:
        right = Qt.AlignmentFlag.AlignRight
        self._grid.addWidget(Label(number, "strong"), row, 0)
        self._grid.addWidget(Elided(name), row, 1)
        self._grid.addWidget(Label(words), row, 2)
        self._grid.addWidget(Label(numbers.signed(gain), "body", "text2"), row, 3, right)

    def _add_result(self, path: UnitPath, marks: dict[str, zones.ZoneMark]) -> None:
        row = self._grid.rowCount()
        chip = ZoneChip(marks[path.zone.code], 22, short=True)
        right = Qt.AlignmentFlag.AlignRight
        self._grid.addWidget(Label(_("Hasilnya"), "body", "text2"), row, 0, 1, 2)
        self._grid.addWidget(Label(numbers.decimal(path.value), "strong"), row, 2, right)
        self._grid.addWidget(chip, row, 3, right)


def _is_told(result: UnitResult) -> bool:
    """Not in the best zone. On the Ombudsman's own track nobody is led towards a zone while
    scores are still given."""
    whole = result.assessment
    if result.score.value is None or result.score.published:
        return False
    if distance(result.instrument, result.score.value).to_next is None:
        return False
    return whole.is_frozen or whole.track != "ombudsman"


def _remark(result: UnitResult) -> str:
    score = result.score
    if score.value is None:
        return ""
    step = distance(result.instrument, score.value).to_next
    if step is None:
        return ""
    if result.path is None:
        words = _("Jawaban unit yang ada belum cukup untuk mencapai {zone}.")
        marks = zones.marks(result.instrument.zones)
        return words.format(zone=marks[step.zone.code].long)
    if not score.complete:
        return _("Dihitung dari jawaban yang sudah ada.")
    return ""

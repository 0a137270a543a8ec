"""The two lists of the page: actions under their due board, and findings."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.finding import Finding
from desktop.views.action.columns import Item, action_columns, finding_columns
from desktop.views.action.words import GROUPS, stages
from desktop.views.cards import CountButton
from desktop.views.editors import Combo
from desktop.views.empty import EmptyList, filtered_out
from desktop.views.filters import FilterLine, FilterRow
from desktop.views.tables import RecordList
from desktop.views.theme import BLEED
from desktop.wording import _

Nothing = Callable[[], object]


class ActionsPane(QWidget):
    """Board, filter and list of actions. `show_items` gives it all; it filters by itself."""

    def __init__(self, new: Nothing) -> None:
        super().__init__()
        self._items: tuple[Item, ...] = ()
        self._new = new
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(self._board())
        box.addSpacing(12)
        self.filter = FilterLine(_("Saring tindakan, unit, orang…"))
        self.filter.typed.connect(lambda _text: self.refresh())
        self.units = Combo(_("Semua unit"))
        self.stage = Combo(_("Semua tahap"))
        self.stage.show_choices([(None, _("Semua tahap")), *stages()])
        for combo in (self.units, self.stage):
            combo.currentIndexChanged.connect(lambda _at: self.refresh())
        box.addWidget(FilterRow(self.filter, self.units, self.stage))
        self.list = RecordList(
            action_columns(),
            name=_("Daftar tindakan"),
            state_of=lambda i: "late" if i.due.group == "late" else "",
        )
        self.filter.left.connect(self.list.setFocus)
        box.addWidget(self.list, 1)

    def _board(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(BLEED, 0, 0, 0)
        line.setSpacing(8)
        self.board = {code: CountButton(_(word), late=code == "late") for code, word in GROUPS}
        self._group = QButtonGroup(self)
        for button in self.board.values():
            self._group.addButton(button)
            line.addWidget(button)
        self.board["all"].setChecked(True)
        self._group.buttonToggled.connect(lambda _button, on: self.refresh() if on else None)
        return line

    def fit(self, *, narrow: bool) -> None:
        """A narrow window has no room for the sixth button and the second combo."""
        self.board["none"].setVisible(not narrow)
        self.units.setVisible(not narrow)

    def show_items(self, items: Sequence[Item]) -> None:
        """All actions of the office."""
        self._items = tuple(items)
        units = sorted({i.action.unit_name for i in items}, key=str.casefold)
        kept = self.units.currentData()
        self.units.blockSignals(True)
        self.units.show_choices([(None, _("Semua unit")), *((u, u) for u in units)])
        self.units.choose(kept)
        self.units.blockSignals(False)
        open_items = [i for i in items if i.action.is_open]
        for code, button in self.board.items():
            button.show_count(
                len(open_items) if code == "all" else sum(i.due.group == code for i in open_items)
            )
        self.refresh()

    def refresh(self) -> None:
        """The rows that fit board, filter and combos."""
        self.list.show_records([i for i in self._items if self._fits(i)])
        if self._items:
            self.list.set_empty(filtered_out(self.clear, self.filter.text()))
        else:
            sentence = _("Tindakan dibuat dari temuan, dari janji MoU, atau dari rapat.")
            verb = _("Tindakan baru")
            self.list.set_empty(EmptyList(_("Belum ada tindakan"), sentence, verb, self._new))

    def clear(self) -> None:
        """Drops all filters."""
        self.board["all"].setChecked(True)
        self.units.choose(None)
        self.stage.choose(None)
        self.filter.clear()

    def _fits(self, item: Item) -> bool:
        code = next((c for c, b in self.board.items() if b.isChecked()), "all")
        if code != "all" and item.due.group != code:
            return False
        unit, stage = self.units.currentData(), self.stage.currentData()
        if unit not in (None, item.action.unit_name) or stage not in (None, item.action.state):
            return False
        text = self.filter.text().strip().casefold()
        action = item.action
        hay = f"{action.title} {action.unit_name} {action.agency_short} {action.person}"
        return text in f"{hay} {action.origin}".casefold()


class FindingsPane(QWidget):
    """The findings of a round or of one assessment, filtered by words."""

    def __init__(self) -> None:
        super().__init__()
        self._findings: tuple[Finding, ...] = ()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self.filter = FilterLine(_("Saring temuan, unit, saran…"))
        self.filter.typed.connect(lambda _text: self.refresh())
        self.units = Combo(_("Semua unit"))
        self.units.currentIndexChanged.connect(lambda _at: self.refresh())
        box.addWidget(FilterRow(self.filter, self.units))
        self.list = RecordList(finding_columns(), name=_("Daftar temuan"))
        self.filter.left.connect(self.list.setFocus)
        box.addWidget(self.list, 1)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """All open findings of the round."""
        self._findings = tuple(findings)
        units = {f.assessment_id: f.unit_name for f in findings}
        kept = self.units.currentData()
        self.units.blockSignals(True)
        self.units.show_choices([(None, _("Semua unit")), *units.items()])
        self.units.choose(kept)
        self.units.blockSignals(False)
        self.refresh()

    def show_unit(self, assessment: str | None) -> None:
        """Only one assessment's findings."""
        self.units.choose(assessment)
        self.refresh()

    def refresh(self) -> None:
        """The rows that fit filter and unit."""
        text, unit = self.filter.text().strip().casefold(), self.units.currentData()
        rows = [
            f
            for f in self._findings
            if unit in (None, f.assessment_id)
            and text in f"{f.code} {f.indicator_name} {f.unit_name} {f.suggestion}".casefold()
        ]
        self.list.show_records(rows)
        if self._findings:
            self.list.set_empty(filtered_out(self.clear, self.filter.text()))
        else:
            sentence = _("Setiap jawaban di bawah penuh menjadi temuan dengan saran perbaikan.")
            self.list.set_empty(EmptyList(_("Belum ada temuan dalam putaran ini"), sentence))

    def clear(self) -> None:
        """Drops all filters."""
        self.units.choose(None)
        self.filter.clear()

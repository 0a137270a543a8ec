"""The units of the round in force: list, way of the round, and the side form."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.assessment import Assessment
from desktop.domain.instrument import Instrument
from desktop.domain.round import Round
from desktop.views.assessment import columns
from desktop.views.assessment.team_form import TeamForm
from desktop.views.assessment.units_form import UnitsForm
from desktop.views.assessment.way import Stages, missing_words, open_units
from desktop.views.buttons import Button
from desktop.views.empty import EmptyList
from desktop.views.labels import Label
from desktop.views.strips import FootLine
from desktop.views.tables import RecordList
from desktop.views.theme import BLEED, SIDE
from desktop.views.zones import marks
from desktop.wording import _, counted

TEAM_WIDE, UNITS_WIDE, TEAM_NARROW, UNITS_NARROW = 360, 460, 316, 360


class Overview(QWidget):
    """List left, the chosen unit (or the choice of new ones) right, the count below."""

    desk_wanted = Signal(str)
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.way = Stages()
        self.missing = Label("", "caption", "text2")
        self.missing_button = Button(_("Tampilkan unitnya"), "quiet", on=self.show_missing)
        self.list = RecordList(
            columns.of_units({}, provisional=True),
            name=_("Unit dalam putaran"),
            state_of=lambda a: "locked" if a.is_frozen else "",
        )
        self.team, self.units = TeamForm(), UnitsForm()
        self.side = QStackedWidget()
        self.foot = FootLine(40)
        self.totals = Label("", "caption", "text2")
        self._scored: tuple[Assessment, ...] = ()
        self._is_narrow = False
        self._build()
        self.side.currentChanged.connect(lambda _at: self._fit_side())
        self.list.opened.connect(lambda one: self.desk_wanted.emit(one.id))
        self.list.chosen.connect(self.chosen)
        self.team.desk_wanted.connect(self._want_desk)
        self.team.left.connect(self.list.setFocus)

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(SIDE - BLEED, 0, 16, 0)
        left.setSpacing(4)
        way = QHBoxLayout()
        way.setContentsMargins(BLEED, 0, 0, 0)
        way.addWidget(self.way, 1)
        left.addLayout(way)
        left.addWidget(self.list, 1)
        for form in (self.team, self.units):
            self.side.addWidget(form)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.side)
        self.foot.left(self.totals)
        for part in (self.missing, self.missing_button):
            self.foot.right(part)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(row, 1)
        box.addWidget(self.foot)
        self.list.set_empty(EmptyList(_("Belum ada unit dalam putaran ini")))

    def show_round(self, held: Round, instrument: Instrument, scored: Sequence[Assessment]) -> None:
        """The units as the file has them; the chosen one stays."""
        self._scored = tuple(scored)
        self.list.table.show_columns(
            columns.of_units(marks(instrument.zones), provisional=held.track != "ombudsman")
        )
        self.list.show_records(self._scored)
        if self.list.current() is None and self.side.currentWidget() is self.team:
            self.list.select_first()
        self.way.show_state(held.state)
        missing = missing_words(held, scored)
        self.missing.setText(missing)
        for part in (self.missing, self.missing_button):
            part.setVisible(bool(missing))
        self._show_totals()
        one = self.list.current()
        if one is not None and not self.team.is_dirty():
            self.team.show_assessment(one)

    def _show_totals(self) -> None:
        frozen = sum(one.is_frozen for one in self._scored)
        begun = sum(one.state != "planned" for one in self._scored)
        parts = [counted("{n} unit", "{n} unit", len(self._scored))]
        parts.append(_("{n} dimulai").format(n=begun))
        parts.append(_("{n} dibekukan").format(n=frozen))
        self.totals.setText(" · ".join(parts))

    def show_missing(self) -> None:
        """The first unit that keeps the round from going on."""
        missing = open_units(self._scored)
        if missing:
            self.list.select(missing[0].id)
            self.list.setFocus()

    def show_team(self) -> None:
        """The chosen unit's form at the side."""
        self.side.setCurrentWidget(self.team)
        one = self.list.current()
        if one is None:
            self.list.select_first()
            one = self.list.current()
        if one is not None:
            self.team.show_assessment(one)

    def show_units(self) -> None:
        """The choice of new units at the side."""
        self.side.setCurrentWidget(self.units)

    def _want_desk(self) -> None:
        one = self.list.current()
        if one is not None:
            self.desk_wanted.emit(one.id)

    def fit(self, window_width: int) -> None:
        """A narrower side in a narrow window; the choice of units needs more room."""
        self._is_narrow = window_width < 1200
        self._fit_side()

    def _fit_side(self) -> None:
        if self.side.currentWidget() is self.units:
            self.side.setFixedWidth(UNITS_NARROW if self._is_narrow else UNITS_WIDE)
        else:
            self.side.setFixedWidth(TEAM_NARROW if self._is_narrow else TEAM_WIDE)

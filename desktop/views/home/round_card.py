"""The right column: zones of the round, progress of the teams, next steps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.home import Home, NextStep, TeamProgress
from desktop.views.cards import StepRow
from desktop.views.chips import Badge, ProgressBar, Shape
from desktop.views.labels import Elided, Label, Wrapped
from desktop.views.ruler import ZoneBar
from desktop.views.strips import section
from desktop.views.zones import ZoneMark, mark, not_scored
from desktop.wording import N_, _, counted

BEHIND = 0.6
"""A team below this part of the best team's progress is marked as behind."""
STEPS = {
    "fill": N_("Lengkapi {n} jawaban {name}"),
    "finalise": N_("Bekukan penilaian {name}"),
    "begin": N_("Mulai menilai {name}"),
    "release": N_("Rilis {name}"),
    "report": N_("Catat laporan: {name}"),
}
Go = Callable[[NextStep], object]


def zone_marks(home: Home) -> list[tuple[ZoneMark, int]]:
    """Each zone's sign with its count, best first, "belum dinilai" last."""
    known = [z for z in home.zones if z.code is not None]
    made = [(mark(z.code or "", z.name, n, len(known)), z.count) for n, z in enumerate(known)]
    rest = [(not_scored(), z.count) for z in home.zones if z.code is None]
    return [*made, *rest]


class RoundCard(QWidget):
    """How the round stands, rebuilt with each reading."""

    def __init__(self, go: Go) -> None:
        super().__init__()
        self._go = go
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(24, 0, 28, 0)
        self._box.setSpacing(0)
        self._inside = QWidget()
        self._box.addWidget(self._inside)

    def show_home(self, home: Home) -> None:
        """Another state of the office."""
        self._inside.deleteLater()
        self._inside = QWidget()
        lay = QVBoxLayout(self._inside)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setSpacing(0)
        if home.round is not None and home.unit_count:
            self._add_zones(lay, home)
        if any(team.applicable for team in home.teams):
            self._add_teams(lay, home.teams)
        if home.steps:
            lay.addWidget(section(_("Langkah berikutnya")))
            for number, step in enumerate(home.steps, 1):
                lay.addWidget(self._step(number, step))
        lay.addStretch(1)
        self._box.addWidget(self._inside)

    def _add_zones(self, lay: QVBoxLayout, home: Home) -> None:
        marks = zone_marks(home)
        remark = counted("{n} unit", "{n} unit", home.unit_count)
        lay.addWidget(section(_("Zona putaran ini"), remark))
        lay.addSpacing(4)
        lay.addWidget(ZoneBar(marks))
        lay.addSpacing(6)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for row, (sign, count) in enumerate(marks):
            grid.setRowMinimumHeight(row, 27)
            grid.addWidget(Shape(sign), row, 0)
            grid.addWidget(Elided(sign.long, "body", "text" if count else "text2"), row, 1)
            number = Label(str(count) if count else "–", "strong", "text" if count else "text2")
            grid.addWidget(number, row, 2)
        lay.addLayout(grid)
        if home.is_embargoed:
            lay.addSpacing(6)
            lay.addWidget(
                Wrapped(_("Belum dirilis: nilai dan zona tinggal di kantor."), "caption", "warn")
            )
        lay.addSpacing(14)

    def _add_teams(self, lay: QVBoxLayout, teams: tuple[TeamProgress, ...]) -> None:
        lay.addWidget(section(_("Kemajuan tim"), _("jawaban terisi")))
        best = max((t.answered / t.applicable for t in teams if t.applicable), default=0.0)
        for team in teams:
            if not team.applicable:
                continue
            behind = team.answered / team.applicable < best * BEHIND
            lay.addLayout(_team_line(team, behind=behind))
            lay.addSpacing(4)
            lay.addWidget(ProgressBar(team.answered, team.applicable))
            lay.addSpacing(10)
        lay.addSpacing(6)

    def _step(self, number: int, step: NextStep) -> StepRow:
        text = _(STEPS[step.code]).format(n=step.count, name=step.subject)
        remark = step.note
        if step.code in ("begin", "report") and step.count > 1:
            remark = counted("{n} menunggu", "{n} menunggu", step.count)
        return StepRow(number, text, remark, lambda: self._go(step))


def _team_line(team: TeamProgress, *, behind: bool) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(8)
    line.addWidget(Label(team.team or _("Tanpa tim"), "strong"))
    line.addWidget(Elided(team.members, "body", "text2"), 1)
    if behind:
        line.addWidget(Badge(_("Tertinggal"), "warn"))
    line.addWidget(Label(f"{team.answered} / {team.applicable}", "body", "text2"))
    return line

"""Penilaian: the units of the round in force, and the scoring desk of one of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.domain.assessment import Assessment
from desktop.domain.instrument import Instrument
from desktop.domain.round import Round
from desktop.services import assessments, instruments, rounds
from desktop.views.assessment.desk import ScoringDesk
from desktop.views.assessment.key_card import KeyCard, scoring_keys
from desktop.views.assessment.nothing import no_round, no_units
from desktop.views.assessment.overview import Overview
from desktop.views.assessment.planning import Planning
from desktop.views.assessment.steps import AssessmentSteps, RoundSteps
from desktop.views.assessment.way import RoundStep, next_step
from desktop.views.assessment.words import round_caption
from desktop.views.buttons import Button
from desktop.views.chips import Badge
from desktop.views.keys import Key
from desktop.views.pages import Page, Shell
from desktop.wording import N_, _
from desktop.wording.problems import say

if TYPE_CHECKING:
    from desktop.office import Office

_BANNER = "desk"


class AssessmentPage(Page):
    """Three faces: nothing yet, the round's units, the desk."""

    listens_to: ClassVar[frozenset[str]] = frozenset(
        {"round", "assessment", "agency", "unit", "instrument"}
    )
    help_text: ClassVar[str] = N_(
        "Unit dalam putaran ini dan meja penilaiannya. Setiap jawaban langsung tersimpan; nilai "
        "tetap sementara sampai dibekukan."
    )

    def __init__(self, office: Office, shell: Shell) -> None:
        super().__init__(office, shell)
        self.held: Round | None = None
        self.assessment_steps, self.round_steps = AssessmentSteps(self), RoundSteps(self)
        self.scored: tuple[Assessment, ...] = ()
        self._just_shown = False
        self._nothing: QWidget | None = None
        self.overview, self.desk = Overview(), ScoringDesk(office)
        self.faces = QStackedWidget()
        for face in (self.overview, self.desk):
            self.faces.addWidget(face)
        self.body.addWidget(self.faces)
        self.sample, self.draft = Badge(_("CONTOH")), Badge(_("Bobot belum resmi"), "warn")
        for badge in (self.sample, self.draft):
            self.head.add_beside(badge)
        self.change_button = Button(_("Ubah putaran"), on=self.change_round)
        self.add_button = Button(_("Tambah unit"), icon="add", on=self.new)
        self.step_button = Button("", "primary", on=self.round_steps.take)
        self.head.add(self.change_button, self.add_button, self.step_button)
        self.planning = Planning(self)
        self._connect()

    def _connect(self) -> None:
        view, desk = self.overview, self.desk
        view.desk_wanted.connect(self.open_desk)
        view.chosen.connect(self._show_team)
        desk.list_wanted.connect(self.close_desk)
        desk.unit_wanted.connect(self.open_desk)
        desk.why_wanted.connect(lambda: self.shell.go("score", id=desk.assessment.id))
        desk.step_wanted.connect(self.assessment_steps.take)
        desk.keys_wanted.connect(self.show_keys)
        desk.refused.connect(lambda problem: self.shell.banner(_BANNER, "danger", say(problem)))
        desk.failed.connect(self.shell.fault)
        desk.recovered.connect(lambda: self.shell.clear_banner(_BANNER))

    # What is shown

    def load(self) -> None:
        """The round in force; on the desk the same unit, unless only its own keys wrote."""
        if self.is_at_desk():
            self.reload_desk()
        else:
            self.show_round()

    def is_at_desk(self) -> bool:
        """Whether the desk is open."""
        return self.faces.currentWidget() is self.desk

    def show_round(self) -> None:
        """The round in force, as the file has it."""
        every = self.office.read(rounds.rounds)
        self.held = next((one for one in every if one.id == self.shell.round_id), None)
        if self.held is None and every:
            self.held = every[0]
        if self.held is None:
            self.scored = ()
            self._show_nothing(no_round(self))
            return
        self.scored = self.office.read(assessments.assessments, round=self.held.id)
        if not self.scored and self.overview.side.currentWidget() is not self.overview.units:
            self._show_nothing(no_units(self, self.held))
            return
        self.show_units(self.held)

    def show_units(self, held: Round) -> None:
        """The units of a round."""
        self._show_head(held)
        self.overview.show_round(held, self.instrument(held), self.scored)
        self.overview.team.setVisible(bool(self.scored))
        self._show_face(self.overview)

    def _show_head(self, held: Round | None) -> None:
        if held is None:
            self.head.show_words(_("Penilaian"), self.office.profile.region_name)
        else:
            self.head.show_words(_("Penilaian"), f"{held.name} · {round_caption(held)}")
        self.sample.setVisible(held is not None and held.is_sample)
        self.draft.setVisible(held is not None and held.instrument_status == "draft")
        self.change_button.setVisible(held is not None)
        self.add_button.setVisible(held is not None and held.state not in ("final", "released"))
        step = self.next_step()
        self.step_button.setVisible(step is not None and bool(self.scored))
        if step is not None:
            self.step_button.setText(step.text)
            self.step_button.set_off(step.off)

    def next_step(self) -> RoundStep | None:
        """What comes next for the round."""
        return None if self.held is None else next_step(self.held, self.scored)

    def _show_nothing(self, card: QWidget) -> None:
        self._show_head(self.held)
        self.add_button.setVisible(False)
        if self._nothing is not None:
            self.faces.removeWidget(self._nothing)
            self._nothing.deleteLater()
        self._nothing = card
        self.faces.addWidget(card)
        self._show_face(card)

    def _show_face(self, face: QWidget) -> None:
        at_desk = face is self.desk
        self.faces.setCurrentWidget(face)
        self.head.setVisible(not at_desk)
        if self.wants_rail != at_desk:
            self.wants_rail = at_desk
            self.shell.fit()

    def instrument(self, held: Round) -> Instrument:
        """The instrument version of a round; parsed once."""
        return self.office.read(
            instruments.instrument, code=held.instrument_code, version=held.instrument_version
        )

    def _show_team(self, one: Assessment | None) -> None:
        """Another unit was chosen in the list."""
        view = self.overview
        if one is None or view.side.currentWidget() is not view.team:
            return
        shown = view.team.shown
        if shown is not None and shown.id == one.id:
            return
        view.team.leave(
            lambda: view.team.show_assessment(one),
            back=lambda: view.list.select(shown.id if shown else None, tell=False),
        )

    # The desk

    def open_desk(self, id: str) -> None:
        """The desk of an assessment, from the list or from the unit before it."""
        self.may_leave(lambda: self._open_desk(id))

    def _open_desk(self, id: str) -> None:
        desk = self.office.read(assessments.desk, id=id)
        held = self.office.read(rounds.round_of, id=desk.assessment.round_id)
        if held.id != self.shell.round_id:
            self.shell.choose_round(held.id)
        self.held = held
        self.shell.clear_banner(_BANNER)
        self._show_face(self.desk)
        self.desk.open(desk, self.instrument(held), held)
        self.desk.focus_grid()

    def reload_desk(self) -> None:
        """After somebody else's write (own keys are on the desk already)."""
        if self.desk.saving.pending:
            return
        desk = self.office.read(assessments.desk, id=self.desk.assessment.id)
        held = self.office.read(rounds.round_of, id=desk.assessment.round_id)
        self.desk.reload(desk, self.instrument(held), held)

    def close_desk(self) -> None:
        """Back to the list, on the same unit."""
        self.may_leave(self._close_desk)

    def _close_desk(self) -> None:
        id = self.desk.assessment.id
        round_id = self.desk.assessment.round_id
        self.faces.setCurrentWidget(self.overview)
        if self.shell.round_id != round_id:
            self.shell.choose_round(round_id)
        self.show_round()
        self.overview.list.select(id)
        self.overview.show_team()
        self.overview.list.setFocus()

    def show_keys(self) -> None:
        """`?` on the desk."""
        KeyCard(self.window(), scoring_keys())

    # Page

    def change_round(self) -> None:
        """The round's own form."""
        if self.held is not None:
            self.shell.go("round", id=self.held.id)

    def new(self) -> None:
        self.planning.new()

    def show_place(self, **place: Any) -> None:
        """`id` of an assessment opens its desk, of a round its units; `new` the choice of units."""
        id = place.get("id")
        if isinstance(id, str) and id.startswith("S"):
            self._open_desk(id)
            return
        if isinstance(id, str) and id != self.shell.round_id:
            self.shell.choose_round(id)
        if self.is_at_desk():
            self.faces.setCurrentWidget(self.overview)
        self.show_round()
        if place.get("new"):
            self.new()
        else:
            self.focus_list()

    def focus_list(self) -> None:
        """Keys go to the list."""
        self.overview.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._just_shown = True

    def focus_start(self) -> None:
        """Coming back finds the desk as it was; asking for the page again closes the desk."""
        was_shown, self._just_shown = not self._just_shown, False
        if self.is_at_desk() and was_shown:
            self._close_desk()
        elif self.is_at_desk():
            self.desk.focus_grid()
        else:
            self.focus_list()

    def may_leave(self, then: Any) -> None:
        """The desk has nothing to lose: it writes what is still being typed."""
        if self.is_at_desk():
            self.desk.inspector.note.keep()
            self.desk.inspector.suggestion.keep()
            then()
            return
        super().may_leave(then)

    def panes(self) -> Sequence[QWidget]:
        if self.is_at_desk():
            return (self.desk.grid, self.desk.inspector, self.desk.strip, self.desk.head)
        return (self.overview.list, self.overview.side)

    def keys(self) -> tuple[Key, ...]:
        if self.is_at_desk():
            return (
                Key("0 … 5", _("pilih nilai, lanjut")),
                Key("X", _("tidak berlaku, lalu alasan")),
                Key("Tab", _("sel belum dinilai berikut")),
                Key("C", _("catatan")),
                Key("S", _("saran perbaikan")),
                Key("Esc", _("ke daftar unit")),
                Key("?", _("semua tombol")),
            )
        return (
            Key("Enter", _("buka meja penilaian")),
            Key("Ctrl+N", _("tambah unit ke putaran")),
            Key("F2", _("ubah tim dan tanggal")),
        )

    def edit(self) -> None:
        if not self.is_at_desk():
            super().edit()

    def fit(self, window_width: int) -> None:
        super().fit(window_width)
        self.overview.fit(window_width)
        self.desk.fit(window_width, self.window().height())

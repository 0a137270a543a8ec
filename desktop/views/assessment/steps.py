"""The steps of an assessment and of its round, asked for and written."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.act import Changes
from desktop.services import rounds, sealing
from desktop.views.assessment.lifecycle import REOPEN, ask_back, ask_freeze, ask_reopen
from desktop.views.assessment.way import ReleaseDialog
from desktop.views.questions import confirm
from desktop.wording import _

if TYPE_CHECKING:
    from desktop.views.assessment.page import AssessmentPage


class AssessmentSteps:
    """The assessment on the desk: handed on, verified, frozen, sent back, opened again."""

    def __init__(self, page: AssessmentPage) -> None:
        self._page = page

    def take(self, state: str) -> None:
        """A button of the desk's head."""
        one, desk = self._page.desk.assessment, self._page.desk
        name = one.unit_short or one.unit_name
        desk.inspector.note.keep()
        desk.inspector.suggestion.keep()
        if state == "final":
            ask_freeze(
                self._page,
                desk.answers,
                desk.grid.marks,
                shows_value=desk.strip.shows_value,
                then=lambda: self._advance(state),
            )
        elif state == "collecting":
            ask_back(self._page, name, lambda reason: self._advance(state, reason))
        elif state == REOPEN:
            ask_reopen(self._page, name, self._reopen)
        else:
            self._advance(state)

    def _advance(self, state: str, reason: str = "") -> None:
        one = self._page.desk.assessment
        if state == "complete" and one.state == "planned":
            self._page.write(
                sealing.advance_assessment,
                id=one.id,
                state="collecting",
                then=lambda _changes: self._advance_to(state, reason),
            )
        else:
            self._advance_to(state, reason)

    def _advance_to(self, state: str, reason: str) -> None:
        id = self._page.desk.assessment.id
        if state == "final":
            self._page.write(
                sealing.finalise_assessment, id=id, then=self._after_step, said=_("Dibekukan.")
            )
        else:
            self._page.write(
                sealing.advance_assessment,
                id=id,
                state=state,
                reason=reason,
                then=self._after_step,
            )

    def _after_step(self, _changes: Changes) -> None:
        self._page.reload_desk()
        self._page.desk.focus_grid()

    def _reopen(self, reason: str) -> None:
        self._page.write(
            sealing.reopen_assessment,
            id=self._page.desk.assessment.id,
            reason=reason,
            then=lambda changes: self._page.open_desk(str(changes.id)),
        )


class RoundSteps:
    """The round in force: its stages up to the release."""

    def __init__(self, page: AssessmentPage) -> None:
        self._page = page

    def take(self) -> None:
        """The next step of the round."""
        step, held = self._page.next_step(), self._page.held
        if step is None or held is None:
            return
        if step.state == "released":
            ReleaseDialog(self._page, held, self._page.office.today, self._release).open()
        elif step.state == "final":
            sentence = _("Unit tidak dapat ditambah lagi. Nilai tetap belum boleh keluar.")
            title = _("Bekukan {name}?").format(name=held.name)
            verb, then = _("Bekukan"), lambda: self._advance(step.state)
            confirm(self._page, title, sentence, verb, then)
        else:
            self._advance(step.state)

    def _advance(self, state: str) -> None:
        if self._page.held is not None:
            self._page.write(rounds.advance_round, id=self._page.held.id, state=state)

    def _release(self, on: date, number: str) -> None:
        if self._page.held is not None:
            self._page.write(
                rounds.release_round,
                id=self._page.held.id,
                on=on,
                number=number,
                said=_("Putaran dirilis. Nilai dan zona boleh dicetak."),
            )

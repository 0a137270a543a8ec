"""Units into the round and out of it; who assesses them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from desktop.domain.act import Changes
from desktop.domain.problems import Problem
from desktop.services import agencies, assessments
from desktop.views.assessment.units_form import Plan
from desktop.views.empty import EmptyList
from desktop.views.questions import confirm
from desktop.wording import _

if TYPE_CHECKING:
    from desktop.views.assessment.page import AssessmentPage


class Planning:
    """What the side forms of the overview ask for."""

    def __init__(self, page: AssessmentPage) -> None:
        self._page = page
        view = page.overview
        view.team.saving.connect(self._keep_team)
        view.team.drop_wanted.connect(self._ask_drop)
        view.units.saving.connect(lambda _values: self._plan(view.units.plans()))
        view.units.dropped.connect(self._close_units)
        view.units.left.connect(self._leave_units)

    def new(self) -> None:
        """Ctrl+N: more units for the round."""
        if self._page.is_at_desk():
            return
        if self._page.held is None:
            self._page.shell.go("round", new=True)
        elif self._page.held.state in ("final", "released"):
            self._page.show_problem(Problem("round.closed_for_units", name=self._page.held.name))
        else:
            self._page.may_leave(self._open_units)

    def _open_units(self) -> None:
        assert self._page.held is not None
        taken = {one.unit_id for one in self._page.scored}
        every = self._page.office.read(agencies.units, region=self._page.held.region_code)
        free = [unit for unit in every if unit.id not in taken]
        team = next((one.team for one in reversed(self._page.scored)), "")
        view = self._page.overview
        view.units.list.set_empty(self._nothing_free(bool(every)))
        view.show_units()
        self._page.show_units(self._page.held)
        view.units.open(free, self._page.instrument(self._page.held), self._page.held.year, team)

    def _nothing_free(self, has_units: bool) -> EmptyList:
        """Why there is nothing to check, and the way to more."""
        title = _("Belum ada unit layanan di daerah ini")
        if has_units:
            title = _("Semua unit sudah masuk putaran")
        sentence = _("Unit dan produknya ditambahkan di halaman Instansi.")
        return EmptyList(title, sentence, _("Buka Instansi"), lambda: self._page.shell.go("agency"))

    def _leave_units(self) -> None:
        self._page.overview.units.leave(self._close_units)

    def _close_units(self) -> None:
        self._page.overview.show_team()
        self._page.show_round()
        self._page.overview.list.setFocus()

    def _plan(self, plans: Sequence[Plan]) -> None:
        """One unit after the other; a refused one stops the rest."""
        assert self._page.held is not None
        if not plans:
            self._page.overview.units.settle()
            self._close_units()
            return
        first, form = plans[0], self._page.overview.units
        form.set_busy(True)
        self._page.write(
            assessments.plan_assessment,
            then=lambda changes: self._planned(changes, plans[1:]),
            failed=lambda problem: form.show_problem(problem) and None,
            round=self._page.held.id,
            unit=first.unit,
            products=first.products,
            team=form.field("team").value(),
            assessors=form.field("assessors").value(),
            respondents=first.respondents,
            published_value=first.published_value,
            product_count=first.product_count,
        )

    def _planned(self, changes: Changes, rest: Sequence[Plan]) -> None:
        self._plan(rest)
        if not rest:
            self._page.overview.list.select(changes.id)

    def _keep_team(self, _values: dict[str, Any]) -> None:
        team = self._page.overview.team
        shown = team.shown
        if shown is not None:
            self._page.write(
                assessments.change_assessment,
                form=team,
                said=_("Tersimpan."),
                id=shown.id,
                **team.drafted(),
            )

    def _ask_drop(self) -> None:
        shown = self._page.overview.team.shown
        if shown is None:
            return
        title = _("Keluarkan {unit} dari putaran?").format(unit=shown.unit_name)
        sentence = _("Belum ada jawaban, jadi tidak ada yang hilang.")

        def drop() -> None:
            self._page.write(assessments.drop_assessment, id=shown.id, said=_("Unit dikeluarkan."))

        confirm(self._page, title, sentence, _("Keluarkan"), drop)

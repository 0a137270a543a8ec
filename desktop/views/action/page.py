"""Tindak lanjut."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.domain.action import due_of
from desktop.domain.finding import Finding
from desktop.services import actions, agencies, findings, offices, rounds
from desktop.views.action.columns import Item
from desktop.views.action.finding_form import FindingForm
from desktop.views.action.form import ActionForm
from desktop.views.action.lists import ActionsPane, FindingsPane
from desktop.views.action.new_form import NewActionForm
from desktop.views.buttons import Button
from desktop.views.keys import Key
from desktop.views.pages import Page, Shell
from desktop.views.tables import RecordList
from desktop.views.theme import NARROW
from desktop.wording import N_, _, counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.office import Office


class ActionPage(Page):
    """Actions by due day with their form, and the findings they come from."""

    listens_to: ClassVar[frozenset[str]] = frozenset({"action", "finding", "round", "agency"})
    help_text = N_("Temuan dijadikan tindakan; tindakan berjalan tahap demi tahap sampai ditutup.")

    def __init__(self, office: Office | None, shell: Shell) -> None:
        super().__init__(office, shell)
        self._id: str | None = None
        self._days = 30
        self.swap = Button(_("Lihat temuan"), icon="paper", on=self._swap)
        self.head.add(self.swap, Button(_("Tindakan baru"), "primary", icon="add", on=self.new))
        left = self.column(right=16)
        self.plans, self.findings = ActionsPane(self.new), FindingsPane()
        self.lists = QStackedWidget()
        for pane in (self.plans, self.findings):
            self.lists.addWidget(pane)
        left.addWidget(self.lists, 1)
        self.form = ActionForm(self._move)
        self.draft = NewActionForm()
        self.finding_form = FindingForm(self._plan)
        self.side = QStackedWidget()
        self.blank = QWidget()
        for part in (self.blank, self.form, self.draft, self.finding_form):
            self.side.addWidget(part)
        self.add_side(self.side, 404, narrow=340)
        self._connect()

    def _connect(self) -> None:
        self.plans.list.chosen.connect(self._show_item)
        self.plans.list.opened.connect(lambda _item: self.form.focus_first())
        self.findings.list.chosen.connect(self._show_finding)
        self.findings.list.opened.connect(lambda _finding: self.finding_form.focus_first())
        self.form.saving.connect(self._keep)
        self.draft.saving.connect(self._keep_new)
        self.draft.dropped.connect(self._leave_draft)
        self.finding_form.saving.connect(self._keep_finding)
        for form in (self.form, self.draft, self.finding_form):
            form.left.connect(lambda: self._list().setFocus())

    def load(self) -> None:
        table, today = self.office.read(offices.holidays), self.office.today
        found = self.office.read(actions.actions)
        items = [Item(action, due_of(action, today, table)) for action in found]
        self._days = self.office.profile.due_days
        self.plans.show_items(items)
        self._load_findings()
        self._show_head(items)
        if self.lists.currentWidget() is self.plans and self.plans.list.current() is None:
            self.side.setCurrentWidget(self.blank)
            self.plans.list.select_first()
        elif not self.form.is_dirty() and isinstance(self.plans.list.current(), Item):
            self._show_item(self.plans.list.current(), again=True)

    def _load_findings(self) -> None:
        held = self.shell.round_id
        kept = {r.id for r in self.office.read(rounds.rounds)}
        known = self.office.read(findings.findings, round=held) if held in kept else ()
        self.findings.show_findings(known)

    def _show_head(self, items: Sequence[Item]) -> None:
        running = sum(i.action.is_open for i in items)
        closed = sum(i.action.state == "closed" for i in items)
        late = sum(i.due.group == "late" for i in items)
        words = [
            counted("{n} berjalan", "{n} berjalan", running),
            counted("{n} selesai", "{n} selesai", closed),
        ]
        self.head.show_words(_("Tindak lanjut"), " · ".join(words))
        self.shell.show_count("action", late, late=True)

    # Choosing

    def _pane(self) -> ActionsPane | FindingsPane:
        return self.findings if self._on_findings() else self.plans

    def _list(self) -> RecordList:
        return self._pane().list

    def _swap(self) -> None:
        self._show_pane(self.plans if self._on_findings() else self.findings)

    def _on_findings(self) -> bool:
        return self.lists.currentWidget() is self.findings

    def _show_pane(self, pane: QWidget) -> None:
        self.lists.setCurrentWidget(pane)
        on_findings = pane is self.findings
        self.swap.setText(" " + (_("Lihat tindakan") if on_findings else _("Lihat temuan")))
        self.side.setCurrentWidget(self.blank)
        shown = self._list()
        if shown.current() is None:
            shown.select_first()
        elif on_findings:
            self._show_finding(shown.current())
        else:
            self._show_item(shown.current(), again=True)
        shown.setFocus()

    def _show_item(self, item: Item | None, again: bool = False) -> None:
        if item is None:
            return

        def show() -> None:
            self._id = item.id
            self.form.show_action(item.action, self._days)
            if not self._on_findings():
                self.side.setCurrentWidget(self.form)

        if again:
            show()
        else:
            self.form.leave(show, back=lambda: self.plans.list.select(self._id, tell=False))

    def _show_finding(self, finding: Finding | None) -> None:
        if finding is not None:
            self.finding_form.show_finding(finding)
            if self._on_findings():
                self.side.setCurrentWidget(self.finding_form)

    def show_place(
        self, *, id: str | None = None, assessment: str | None = None, **_more: Any
    ) -> None:
        """An action by id, or the findings of an assessment."""
        if assessment is not None:
            self._show_pane(self.findings)
            self.findings.show_unit(assessment)
            self.findings.list.select_first()
        elif id is not None:
            self._show_pane(self.plans)
            self.plans.clear()
            self.plans.list.select(id)

    # Writing

    def new(self) -> None:
        """Ctrl+N: an action without a finding."""
        self.form.leave(lambda: self._begin(None))

    def _plan(self) -> None:
        finding = self.findings.list.current()
        if isinstance(finding, Finding):
            self.finding_form.leave(lambda: self._begin(finding))

    def _begin(self, finding: Finding | None) -> None:
        known = self.office.read(agencies.agencies, active=True)
        self.draft.begin(known, self._days, finding)
        self.side.setCurrentWidget(self.draft)
        self.draft.focus_first()

    def _leave_draft(self) -> None:
        self._show_pane(self._pane())

    def _keep(self, _values: dict[str, Any]) -> None:
        values = self.form.drafted()
        if "obstacle" in values:
            values["obstacle"] = values["obstacle"] or ""
        said = _("Tindakan tersimpan.")
        self.write(actions.change_action, form=self.form, said=said, id=self._id, **values)

    def _keep_new(self, values: dict[str, Any]) -> None:
        finding = self.draft.finding
        self.write(
            actions.plan_action,
            form=self.draft,
            said=_("Tindakan dicatat."),
            then=lambda changes: self.show_place(id=changes.id),
            finding=finding.id if finding else None,
            **values,
        )

    def _keep_finding(self, _values: dict[str, Any]) -> None:
        finding = self.findings.list.current()
        if isinstance(finding, Finding):
            said = _("Temuan tersimpan.")
            form = self.finding_form
            facts = {"id": finding.id, **form.drafted()}
            self.write(findings.change_finding, form=form, said=said, **facts)

    def _move(self, state: str, note: str) -> None:
        def go() -> None:
            self.write(
                actions.advance_action,
                failed=self._refused,
                then=lambda _changes: self.form.note.shut(),
                id=self._id,
                state=state,
                note=note,
            )

        self.form.leave(go)

    def _refused(self, problem: Any) -> None:
        if self.form.note.is_open():
            self.form.note.show_problem(problem)
        else:
            self.show_problem(problem)

    def fit(self, window_width: int) -> None:
        """The side form and the list share a narrow window."""
        super().fit(window_width)
        self.plans.fit(narrow=window_width < NARROW)

    # Keys

    def panes(self) -> Sequence[QWidget]:
        pane = self._pane()
        sides = [form for form in self.forms() if form.isVisible()]
        return (pane.list, pane.filter, *sides)

    def find(self) -> None:
        self._pane().filter.setFocus()

    def keys(self) -> tuple[Key, ...]:
        return (Key("Enter", _("buka isian")), Key("Ctrl+N", _("tindakan baru")))

"""MoU: the tree of agreements at the left, one of them or a form at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.domain.agreement import Agreement, standing_of
from desktop.domain.problems import Problem
from desktop.services import actions, agreements, offices, regions
from desktop.views.agreement import reads
from desktop.views.agreement.agreement_form import AgreementForm
from desktop.views.agreement.browser import AgreementBrowser
from desktop.views.agreement.columns import Row, scope_id
from desktop.views.agreement.coverage import CoverageView
from desktop.views.agreement.detail import Detail
from desktop.views.agreement.forms import (
    CommitmentForm,
    PlanForm,
    ReportForm,
    WideForm,
    commitment_facts,
)
from desktop.views.agreement.promise import Doings
from desktop.views.buttons import Button
from desktop.views.forms import Form
from desktop.views.keys import Key, alt_of
from desktop.views.pages import Page, Shell
from desktop.wording import N_, _, counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.office import Office

TREE, NARROW_TREE = 414, 352


class AgreementPage(Page):
    """Choosing in the tree shows an agreement; its forms open in the same place."""

    listens_to: ClassVar[frozenset[str]] = frozenset({"agreement", "agency", "action", "office"})
    help_text: ClassVar[str] = N_(
        "Perjanjian sebagai pohon, janji di dalamnya, dan laporan tentang tiap janji."
    )

    def __init__(self, office: Office | None, shell: Shell) -> None:
        super().__init__(office, shell)
        self._every: tuple[Agreement, ...] = ()
        self._shown: str | None = None
        """The row of the tree that stands at the right."""
        self._promise_id: str | None = None
        """The promise that a form is about; None for a new one."""
        self._holidays = self.office.read(offices.holidays)
        self.checklist = Button(_("Cetak daftar periksa"), icon="print", on=self.print_out)
        add = Button(_("Perjanjian baru"), "primary", icon="add", on=self.new)
        self.head.add(self.checklist, add)
        self._build_left()
        self._build_right()

    def _build_left(self) -> None:
        self.browser = AgreementBrowser(self.office.today, self._holidays, self.new)
        self.tree, self.filter = self.browser.tree, self.browser.filter
        self.column(0, right=16).addWidget(self.browser)
        self.browser.filtered.connect(self._follow_filter)
        self.tree.chosen.connect(self._choose)
        self.tree.opened.connect(lambda _row: self._reading().setFocus())

    def _build_right(self) -> None:
        doings = Doings(
            report=self._report,
            change_promise=self._change_promise,
            plan=self._plan,
            open_action=lambda one: self.shell.go("action", id=one),
            change=self._change_agreement,
            promise=self._add_promise,
            coverage=self._show_coverage,
        )
        self.detail = Detail(doings, lambda promise: reads.about(self.office, promise))
        self.coverage = CoverageView(change=self._change_coverage)
        self.detail.ledger.opened.connect(lambda _promise: self._change_promise())
        self.coverage.list.opened.connect(lambda one: self.shell.go("agency", id=one.id))
        self.form, self.promise_form = AgreementForm(), CommitmentForm()
        self.report_form, self.plan_form = ReportForm(), PlanForm()
        self.blank = QWidget()
        self.right = QStackedWidget()
        for part in (self.blank, self.detail, self.coverage, *self._forms()):
            self.right.addWidget(part)
        self.body.addWidget(self.right, 1)
        self._connect()

    def _connect(self) -> None:
        self.form.saving.connect(self._keep)
        self.form.field("region_code").changed.connect(self._offer_agencies)
        self.promise_form.saving.connect(self._keep_promise)
        self.report_form.saving.connect(self._keep_report)
        self.plan_form.saving.connect(self._keep_plan)
        for form in self._forms():
            form.dropped.connect(self._back)
            form.left.connect(lambda form=form: form.leave(self._back))
        for part in (self.detail, self.coverage):
            part.left.connect(self.tree.setFocus)

    def _forms(self) -> tuple[WideForm, ...]:
        return (self.form, self.promise_form, self.report_form, self.plan_form)

    def fit(self, window_width: int) -> None:
        super().fit(window_width)
        narrow = window_width < 1200
        self.browser.setFixedWidth(NARROW_TREE if narrow else TREE)
        self.detail.stack(narrow)

    # What is shown

    def load(self) -> None:
        self._every = self.office.read(agreements.agreements)
        self._show_head()
        self.browser.show_agreements(self._every, self.office.read(agreements.commitments))
        if self.tree.current() is None and self._open_form() is None:
            self.tree.select_first()
        self._refresh()

    def _show_head(self) -> None:
        needing = sum(a.needing_report for a in self._every)
        today, table = self.office.today, self._holidays
        ending = sum(standing_of(a, today, table)[0] == "ending" for a in self._every)
        words = [counted("{n} perjanjian", "{n} perjanjian", len(self._every))]
        if ending:
            words.append(
                counted(
                    "{n} akan berakhir dalam 60 hari kerja",
                    "{n} akan berakhir dalam 60 hari kerja",
                    ending,
                )
            )
        if needing:
            words.append(counted("{n} janji perlu laporan", "{n} janji perlu laporan", needing))
        self.head.show_words(_("MoU"), " · ".join(words))

    def _follow_filter(self) -> None:
        """The first that fits by itself is chosen when the chosen one does not fit."""
        if self._open_form() is not None:
            return
        chosen = self.agreement()
        if chosen is None or not self.browser.fits(chosen):
            self.tree.select(self.browser.first_found())
        self._refresh()

    def agreement(self) -> Agreement | None:
        """The agreement that is chosen, or whose agencies are."""
        return self.browser.agreement()

    def _refresh(self) -> None:
        """The chosen one as it is now; a form that is open stays."""
        row = self.tree.current()
        self._show_checklist()
        if not isinstance(row, Row):
            if self._open_form() is None:
                self.right.setCurrentWidget(self.blank)
            return
        page = self.office.read(agreements.agreement_page, id=row.agreement.id)
        self.coverage.show_page(page)
        wanted = self.browser.promise_of(row.agreement.id)
        self.detail.show_page(page, self.office.today, self._holidays, wanted)
        if self._open_form() is None:
            self._shown = row.id
            self.right.setCurrentWidget(self._reading_of(row))

    def _show_checklist(self) -> None:
        chosen = self.agreement()
        self.checklist.setVisible(bool(self._every))
        ready = chosen and len(chosen.parties) >= 2 and chosen.commitment_count > 0
        reason = _("Daftar periksa memerlukan dua pihak dan sedikitnya satu janji.")
        self.checklist.set_off("" if ready else reason)

    # Choosing

    def _open_form(self) -> Form | None:
        shown = self.right.currentWidget()
        return shown if isinstance(shown, Form) else None

    def _reading_of(self, row: Row) -> QWidget:
        return self.coverage if row.is_scope else self.detail

    def _reading(self) -> QWidget:
        """The list at the right that is read."""
        row = self.tree.current()
        is_scope = isinstance(row, Row) and row.is_scope
        return self.coverage.list if is_scope else self.detail.ledger

    def _choose(self, row: Row | None) -> None:
        if row is None or (row.id == self._shown and self._open_form() is None):
            return
        form = self._open_form()
        if form is None:
            self._refresh()
        else:
            form.leave(self._close, back=lambda: self.tree.select(self._shown, tell=False))

    def _close(self) -> None:
        """Shuts the form that is open; the chosen one is read again."""
        self.right.setCurrentWidget(self.blank)
        if self.tree.current() is None and not self.tree.select(self._shown, tell=False):
            self.tree.select_first()
        self._refresh()

    def _back(self) -> None:
        """From a form to where it was opened."""
        about_promise = self._open_form() is not self.form
        self._close()
        (self._reading() if about_promise else self.tree).setFocus()

    def _show_coverage(self) -> None:
        chosen = self.agreement()
        if chosen is not None:
            self.tree.select(scope_id(chosen.id))
            self.coverage.list.setFocus()

    def show_place(self, *, id: str | None = None, **_more: Any) -> None:
        """Goes to an agreement."""
        if id is not None:
            self.filter.clear()
            self.tree.select(id)
            self.tree.setFocus()

    # Forms

    def new(self) -> None:
        """Ctrl+N: a new agreement, in the region of the chosen one."""
        form = self._open_form()
        if form is None:
            self._begin()
        else:
            form.leave(self._begin)

    def _begin(self) -> None:
        chosen = self.agreement()
        self._offer(self._every)
        region = chosen.region_code if chosen else self.office.profile.region_code
        values = {"kind": "mou", "state": "draft", "region_code": region}
        self.tree.select(None, tell=False)
        self._show_checklist()
        self.form.begin(values)
        self._offer_agencies()
        self._open(self.form)

    def edit(self) -> None:
        """F2: the promise when the ledger has the focus, else the agreement."""
        if self.detail.ledger.hasFocus():
            self._change_promise()
        elif self._open_form() is None:
            self._change_agreement()

    def _change_agreement(self) -> None:
        chosen = self.agreement()
        if chosen is not None:
            self._offer([a for a in self._every if a.id != chosen.id])
            self.form.show_page(self.office.read(agreements.agreement_page, id=chosen.id))
            self._offer_agencies()
            self._open(self.form)

    def _change_coverage(self) -> None:
        self._change_agreement()
        self.form.reach("agencies")

    def _offer(self, others: Sequence[Agreement]) -> None:
        self.form.offer(self.office.read(regions.regions), others)

    def _offer_agencies(self) -> None:
        """The agencies of the region in the form; those that are covered stay among them."""
        region = self.form.field("region_code").value()
        self.form.offer_agencies(reads.agencies_of(self.office, region))

    def _add_promise(self) -> None:
        self._promise_id = None
        self.promise_form.start({}, title=_("Janji baru"))
        self._open(self.promise_form)

    def _change_promise(self) -> None:
        chosen = self.detail.commitment()
        if chosen is not None:
            self._promise_id = chosen.id
            self.promise_form.show_commitment(chosen)
            self._open(self.promise_form)

    def _report(self) -> None:
        chosen = self.detail.commitment()
        if chosen is not None:
            self._promise_id = chosen.id
            self.report_form.begin(chosen, self.office.today)
            self._open(self.report_form)

    def _plan(self) -> None:
        chosen, agreement = self.detail.commitment(), self.agreement()
        if chosen is not None and agreement is not None:
            self._promise_id = chosen.id
            self.plan_form.begin(chosen, reads.doers(self.office, agreement))
            self._open(self.plan_form)

    def _open(self, form: WideForm) -> None:
        self.right.setCurrentWidget(form)
        form.to_top()
        form.focus_first()

    # Writing

    def _keep(self, _values: dict[str, Any]) -> None:
        try:
            facts = self.form.facts()
        except Problem as problem:
            self.form.show_problem(problem)
            return
        use_case, chosen = agreements.add_agreement, self.agreement()
        if chosen is not None and not self.form.is_new():
            use_case, facts["id"] = agreements.change_agreement, chosen.id
        said = _("Perjanjian tersimpan.")
        self.write(use_case, form=self.form, then=self._kept, said=said, **facts)

    def _kept(self, changes: Any) -> None:
        self.filter.clear()
        self.right.setCurrentWidget(self.blank)
        self.load()
        self.tree.select(changes.id)
        self.tree.setFocus()

    def _keep_promise(self, _values: dict[str, Any]) -> None:
        facts = commitment_facts(self.promise_form.drafted())
        chosen = self.agreement()
        if self._promise_id is not None:
            facts["id"] = self._promise_id
        elif chosen is not None:
            facts["agreement"] = chosen.id
        self.write(
            agreements.keep_commitment,
            form=self.promise_form,
            then=self._promise_kept,
            said=_("Janji tersimpan."),
            **facts,
        )

    def _promise_kept(self, changes: Any) -> None:
        self._back()
        self.detail.ledger.select(changes.id)

    def _keep_report(self, values: dict[str, Any]) -> None:
        facts = {**values, "stage": values["stage"] or ""}
        self.write(
            agreements.report_followup,
            form=self.report_form,
            then=lambda _changes: self._back(),
            said=_("Laporan tercatat."),
            commitment=self._promise_id,
            **facts,
        )

    def _keep_plan(self, values: dict[str, Any]) -> None:
        def done(changes: Any) -> None:
            self._back()
            text, see = _("Tindakan dicatat."), _("Lihat")
            self.shell.toast(text, see, lambda: self.shell.go("action", id=changes.id))

        self.write(
            actions.plan_action,
            form=self.plan_form,
            then=done,
            commitment=self._promise_id,
            **values,
        )

    def print_out(self) -> None:
        """Ctrl+P: the checklist of the chosen agreement."""
        chosen = self.agreement()
        if chosen is not None and self.checklist.isEnabled():
            self.shell.go("letter", new="checklist", agreement=chosen.id)

    # Keys

    def panes(self) -> Sequence[QWidget]:
        return (self.tree, self.filter, self._open_form() or self._reading())

    def find(self) -> None:
        self.filter.setFocus()
        self.filter.selectAll()

    def keys(self) -> tuple[Key, ...]:
        detail, promise = self.detail, self.detail.promise
        return (
            Key("Enter", _("ke buku janji; di sana: ubah janji")),
            Key("F2", _("ubah perjanjian, atau janji di buku janji")),
            Key(alt_of(detail.change_promise.text()), _("ubah janji yang dipilih")),
            Key(alt_of(detail.add_promise.text()), _("tambah janji")),
            Key(alt_of(promise.report.text()), _("catat laporan tentang janji yang dipilih")),
            Key(alt_of(promise.plan.text()), _("jadikan janji yang dipilih tindak lanjut")),
            Key("Ctrl+P", _("cetak daftar periksa")),
        )

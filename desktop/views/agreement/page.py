"""MoU."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.domain.agreement import Agreement, Commitment
from desktop.domain.problems import Problem
from desktop.services import agreements, offices, regions
from desktop.views.agreement.columns import branches, tree_columns
from desktop.views.agreement.detail import Detail
from desktop.views.agreement.forms import (
    AgreementForm,
    CommitmentForm,
    ReportForm,
    agreement_facts,
    commitment_facts,
    place_problem,
)
from desktop.views.buttons import Button
from desktop.views.empty import EmptyList, filtered_out
from desktop.views.filters import FilterLine, FilterRow
from desktop.views.forms import Form
from desktop.views.keys import Key
from desktop.views.pages import Page, Shell
from desktop.views.trees import RecordTreeView
from desktop.wording import N_, _, counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.office import Office


class AgreementPage(Page):
    """The tree at the left; the agreement, or one of its forms, at the right."""

    listens_to: ClassVar[frozenset[str]] = frozenset({"agreement", "agency", "office"})
    help_text = N_("Perjanjian sebagai pohon, janji di dalamnya, dan laporan tentang tiap janji.")

    def __init__(self, office: Office | None, shell: Shell) -> None:
        super().__init__(office, shell)
        self._every: tuple[Agreement, ...] = ()
        self._commitment: str | None = None
        self.checklist = Button(_("Cetak daftar periksa"), icon="print", on=self.print_out)
        self.head.add(
            self.checklist, Button(_("Perjanjian baru"), "primary", icon="add", on=self.new)
        )
        left = self.column(0, right=16)
        self.filter = FilterLine(_("Saring perjanjian, pihak, janji…"))
        self.filter.typed.connect(lambda _text: self._show_tree())
        left.addWidget(FilterRow(self.filter))
        table = self.office.read(offices.holidays)
        self.tree = RecordTreeView(
            tree_columns(self.office.today, table), name=_("Pohon perjanjian")
        )
        self.tree.setFixedWidth(414)
        self.tree.chosen.connect(self._show)
        self.tree.opened.connect(lambda _each: self.detail.ledger.setFocus())
        self.filter.left.connect(self.tree.setFocus)
        left.addWidget(self.tree, 1)
        self._build_right()

    def _build_right(self) -> None:
        self.detail = Detail(report=self._report, change=self.edit, promise=self._promise)
        self.detail.ledger.opened.connect(lambda _each: self._change_promise())
        self.form, self.promise_form, self.report_form = (
            AgreementForm(),
            CommitmentForm(),
            ReportForm(),
        )
        self.right = QStackedWidget()
        self.blank = QWidget()
        for part in (self.blank, self.detail, *self._forms()):
            self.right.addWidget(part)
        self.body.addWidget(self.right, 1)
        self.form.saving.connect(self._keep)
        self.promise_form.saving.connect(self._keep_promise)
        self.report_form.saving.connect(self._keep_report)
        for form in self._forms():
            form.dropped.connect(self._back)
            form.left.connect(lambda form=form: form.leave(self._back))

    def _forms(self) -> tuple[Form, ...]:
        return (self.form, self.promise_form, self.report_form)

    def load(self) -> None:
        self._every = self.office.read(agreements.agreements)
        needing = sum(a.needing_report for a in self._every)
        words = [
            counted("{n} perjanjian", "{n} perjanjian", len(self._every)),
            counted("{n} janji perlu laporan", "{n} janji perlu laporan", needing),
        ]
        self.head.show_words(_("MoU"), " · ".join(words))
        self._show_tree()
        if self.tree.current() is None:
            self.tree.select_first()
        self._refresh()

    def _show_tree(self) -> None:
        text = self.filter.text().strip().casefold()
        shown = [a for a in self._every if text in _hay(a)]
        self.tree.show_branches(branches(shown))
        if self._every:
            self.tree.set_empty(filtered_out(self.filter.clear, self.filter.text()))
        else:
            sentence = _("Catat nota kesepakatan, lalu janji-janji di dalamnya.")
            self.tree.set_empty(
                EmptyList(_("Belum ada perjanjian"), sentence, _("Perjanjian baru"), self.new)
            )

    def _refresh(self) -> None:
        """The agreement as it is now, unless a form is open."""
        chosen = self.tree.current()
        self.checklist.setVisible(isinstance(chosen, Agreement))
        if not isinstance(chosen, Agreement):
            self.right.setCurrentWidget(self._open_form() or self.blank)
            return
        page = self.office.read(agreements.agreement_page, id=chosen.id)
        self.detail.show_page(page)
        ready = len(chosen.parties) >= 2 and chosen.commitment_count > 0
        self.checklist.set_off(
            "" if ready else _("Daftar periksa memerlukan dua pihak dan sedikitnya satu janji.")
        )
        if self._open_form() is None:
            self.right.setCurrentWidget(self.detail)

    def _open_form(self) -> Form | None:
        shown = self.right.currentWidget()
        return shown if isinstance(shown, Form) and (shown.is_dirty() or shown.is_new()) else None

    def _show(self, agreement: Agreement | None) -> None:
        if agreement is None:
            return
        form = self.right.currentWidget()
        if isinstance(form, Form):
            form.leave(self._back)
        else:
            self._refresh()

    def _back(self) -> None:
        self.right.setCurrentWidget(self.detail)
        self._refresh()
        self.tree.setFocus()

    def show_place(self, *, id: str | None = None, **_more: Any) -> None:
        """Goes to an agreement."""
        if id is not None:
            self.filter.clear()
            self.tree.select(id)

    # Forms

    def new(self) -> None:
        """Ctrl+N: a new agreement, under the chosen one's region."""
        chosen = self.tree.current()
        self._offer()
        region = chosen.region_code if isinstance(chosen, Agreement) else None
        region = region or self.office.profile.region_code
        self.tree.select(None, tell=False)
        self.form.start(
            {"kind": "mou", "state": "draft", "region_code": region}, title=_("Perjanjian baru")
        )
        self._open(self.form)

    def edit(self) -> None:
        """F2: the agreement itself."""
        chosen = self.tree.current()
        if isinstance(chosen, Agreement):
            self._offer()
            self.form.show_agreement(chosen)
            self._open(self.form)

    def _offer(self) -> None:
        known = self.office.read(regions.regions)
        chosen = self.tree.current()
        others = [a for a in self._every if a != chosen]
        self.form.offer(known, others)

    def _promise(self) -> None:
        self._commitment = None
        self.promise_form.start({}, title=_("Janji baru"))
        self._open(self.promise_form)

    def _change_promise(self) -> None:
        chosen = self.detail.ledger.current()
        if isinstance(chosen, Commitment):
            self._commitment = chosen.id
            self.promise_form.show_commitment(chosen)
            self._open(self.promise_form)

    def _report(self) -> None:
        chosen = self.detail.commitment
        if chosen is not None:
            self._commitment = chosen.id
            self.report_form.begin(chosen, self.office.today)
            self._open(self.report_form)

    def _open(self, form: Form) -> None:
        self.right.setCurrentWidget(form)
        form.focus_first()

    # Writing

    def _keep(self, values: dict[str, Any]) -> None:
        facts = agreement_facts(values)
        said = _("Perjanjian tersimpan.")
        failed = self._refused
        chosen = self.tree.current()
        if isinstance(chosen, Agreement) and not self.form.is_new():
            use_case = agreements.change_agreement
            self.write(
                use_case,
                form=self.form,
                then=self._kept,
                failed=failed,
                said=said,
                id=chosen.id,
                **facts,
            )
            return
        facts["parent"] = values["parent"]
        use_case = agreements.add_agreement
        self.write(use_case, form=self.form, then=self._kept, failed=failed, said=said, **facts)

    def _refused(self, problem: Problem) -> None:
        if not self.form.show_problem(place_problem(problem)):
            self.show_problem(problem)

    def _kept(self, changes: Any) -> None:
        self.form.settle()
        self.right.setCurrentWidget(self.detail)
        self.load()
        self.tree.select(changes.id)
        self._refresh()

    def _keep_promise(self, values: dict[str, Any]) -> None:
        try:
            facts = commitment_facts(values)
        except Problem as problem:
            self.promise_form.show_problem(problem)
            return
        if self._commitment is None:
            facts["agreement"] = self.tree.chosen_id()
        else:
            facts["id"] = self._commitment
        self.write(
            agreements.keep_commitment,
            form=self.promise_form,
            then=lambda _changes: self._settle(self.promise_form),
            said=_("Janji tersimpan."),
            **facts,
        )

    def _keep_report(self, values: dict[str, Any]) -> None:
        facts = {**values, "stage": values["stage"] or ""}
        self.write(
            agreements.report_followup,
            form=self.report_form,
            then=lambda _changes: self._settle(self.report_form),
            said=_("Laporan tercatat."),
            commitment=self._commitment,
            **facts,
        )

    def _settle(self, form: Form) -> None:
        form.settle()
        self._back()

    def print_out(self) -> None:
        """Ctrl+P: the checklist of the chosen agreement."""
        if self.checklist.isEnabled() and self.tree.chosen_id() is not None:
            self.shell.go("letter", new="checklist", agreement=self.tree.chosen_id())

    # Keys

    def panes(self) -> Sequence[QWidget]:
        shown = self.right.currentWidget()
        right = shown if isinstance(shown, Form) else self.detail.ledger
        return (self.tree, self.filter, right)

    def find(self) -> None:
        self.filter.setFocus()

    def keys(self) -> tuple[Key, ...]:
        return (
            Key("Enter", _("ke buku janji; di sana: ubah janji")),
            Key("F2", _("ubah perjanjian")),
            Key("Ctrl+P", _("cetak daftar periksa")),
        )


def _hay(agreement: Agreement) -> str:
    parties = " ".join(party.name for party in agreement.parties)
    words = f"{agreement.title} {agreement.short_title} {agreement.region_name} {parties}"
    return words.casefold()

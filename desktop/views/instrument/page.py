"""Instrumen: library, tree, editor of drafts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QWidget

from desktop.domain.act import Changes
from desktop.domain.instrument import Instrument, codes, weights_note
from desktop.domain.library import InstrumentEntry
from desktop.domain.problems import Problem
from desktop.services import files as services_files
from desktop.services import instruments
from desktop.views import files
from desktop.views.buttons import Button
from desktop.views.chips import Badge
from desktop.views.insets import Inset
from desktop.views.instrument.columns import Row, state_tag, version_columns
from desktop.views.instrument.foot import TrialFoot
from desktop.views.instrument.node_form import NodeForm, edited
from desktop.views.instrument.tree import NodeTree
from desktop.views.instrument.trial import Trial
from desktop.views.instrument.work import act
from desktop.views.keys import Key
from desktop.views.kinds import TextField
from desktop.views.pages import Page, Shell
from desktop.views.questions import Answer, ask, confirm
from desktop.views.tables import RecordList
from desktop.wording import N_, _, counted, scoring
from desktop.wording.problems import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.office import Office


class InstrumentPage(Page):
    """Versions left, the tree in the middle, the node right; drafts are saved node by node."""

    listens_to: ClassVar[frozenset[str]] = frozenset({"instrument", "round"})
    help_text = N_(
        "Instrumen sebagai pohon berbobot. Versi terbit tetap untuk selamanya; perubahan dimulai "
        "sebagai versi baru. Angka pada butir adalah jawaban coba, bukan data."
    )

    def __init__(self, office: Office | None, shell: Shell) -> None:
        super().__init__(office, shell)
        self.instrument: Instrument | None = None
        self._code, self._trial = "", Trial()
        self.badge = Badge()
        self.head.add_beside(self.badge)
        self.drop = Button(_("Buang rancangan"), "quiet", on=self._drop)
        self.export = Button(_("Ekspor ke Excel"), icon="export", on=self._export)
        self.take = Button(_("Impor dari Excel"), icon="import", on=self._import)
        self.fresh = Button(_("Versi baru…"), icon="copy", on=self.new)
        self.publish = Button(_("Terbitkan versi…"), "primary", on=self._publish)
        self.head.add(self.drop, self.take, self.export, self.fresh, self.publish)
        left = self.column(0, right=12)
        self.list = RecordList(
            version_columns(), name=_("Versi instrumen"), id_of=lambda e: (e.code, e.version)
        )
        self.list.setFixedWidth(228)
        left.addWidget(self.list, 1)
        middle = self.column(1, right=16, table=False)
        middle.setContentsMargins(8, 0, 16, 0)
        self.version = Inset(_("Buat rancangan"))
        self.version.row(TextField("as_version", _("Nomor versi baru"), required=True))
        middle.addWidget(self.version)
        self.tree = NodeTree()
        middle.addWidget(self.tree, 1)
        self.form = NodeForm()
        self.add_side(self.form, 348, narrow=300)
        self.foot = TrialFoot(self._fill_trial, self._clear_trial, self._say_problems)
        self.add_foot(self.foot)
        self._connect()

    def _connect(self) -> None:
        self.list.chosen.connect(self._show_version)
        self.list.opened.connect(lambda _entry: self.tree.setFocus())
        self.tree.chosen.connect(self._show_row)
        self.tree.opened.connect(lambda _row: self.form.focus_first())
        self.tree.acted.connect(self._act)
        self.tree.tried.connect(self._try)
        self.form.saving.connect(self._keep_node)
        self.form.left.connect(self.tree.setFocus)
        self.version.kept.connect(self._begin)
        self.version.left.connect(self.tree.setFocus)

    # Showing

    def load(self) -> None:
        self.list.show_records(self.office.read(instruments.instruments))
        if self.list.current() is None:
            self.list.select_first()
        else:
            self._show_version(self.list.current())

    def _entry(self) -> InstrumentEntry | None:
        found = self.list.current()
        return found if isinstance(found, InstrumentEntry) else None

    def _is_draft(self) -> bool:
        entry = self._entry()
        return entry is not None and entry.state == "draft"

    def _show_version(self, entry: InstrumentEntry | None) -> None:
        if entry is None:
            return
        other = self.instrument is None or (entry.code, entry.version) != (
            self.instrument.code,
            self.instrument.version,
        )
        if other:
            self._trial.clear()
            self._code = ""
        self.instrument = self.office.read(
            instruments.instrument, code=entry.code, version=entry.version
        )
        self._show_head(entry)
        self._show_tree()

    def _show_head(self, entry: InstrumentEntry) -> None:
        assert self.instrument is not None
        words = [
            _("versi {version}").format(version=entry.version),
            counted("{n} indikator", "{n} indikator", entry.indicator_count),
            scoring.weights(weights_note(self.instrument)),
            counted("dipakai {n} putaran", "dipakai {n} putaran", entry.used_by),
        ]
        self.head.show_words(entry.short_name or entry.name, " · ".join(words))
        tag = state_tag(entry)
        self.badge.show_text(tag.text, tag.tone)
        draft = entry.state == "draft"
        for button in (self.drop, self.take, self.publish):
            button.setVisible(draft)
        self.fresh.setVisible(not draft)
        problems = self.office.read(instruments.problems, code=entry.code, version=entry.version)
        self.publish.set_off(say(problems[0]) if problems and draft else "")
        self.foot.show_problems(problems if draft else ())

    def _show_tree(self) -> None:
        assert self.instrument is not None
        kept = self.tree.row()
        self.tree.show_instrument(self.instrument, self._trial)
        wanted = codes(self.instrument).get(self._code)
        if wanted is not None:
            self.tree.select(wanted.number)
        elif kept is None or self.tree.row() is None:
            self.tree.select_first()
        self._show_row(self.tree.row())
        self.foot.show_score(self.instrument, self._trial.score(self.instrument))

    def _show_row(self, row: Row | None) -> None:
        if row is None:
            return
        locked = "" if self._is_draft() else _("Versi terbit tidak berubah. Mulai versi baru.")

        def show() -> None:
            self._code = row.node.code
            self.form.show_node(row.node, locked=locked)

        if row.node.code == self._code and self.form.is_dirty():
            return
        self.form.leave(show)

    def show_place(self, *, code: str | None = None, version: str | None = None, **_: Any) -> None:
        """Goes to a version."""
        if code is not None:
            self.list.select((code, version))

    # Working on a draft

    def _act(self, what: str) -> None:
        if not self._is_draft():
            self.shell.toast(_("Versi terbit tidak berubah. Mulai versi baru."))
            return
        row, instrument = self.tree.row(), self.instrument
        assert instrument is not None
        try:
            fresh, code = act(instrument, row.node if row else None, what)
        except Problem as problem:
            self.show_problem(problem)
            return
        self._code = code
        self._keep(fresh)

    def _keep_node(self, values: dict[str, Any]) -> None:
        row, instrument = self.tree.row(), self.instrument
        if row is None or instrument is None:
            return
        try:
            fresh = edited(instrument, row.node, values)
        except Problem as problem:
            if not self.form.show_problem(problem):
                self.show_problem(problem)
            return
        self._code = str(values["code"])
        self.form.settle()
        self._keep(fresh)

    def _keep(self, fresh: Instrument) -> None:
        self._trial.clear()
        self.write(instruments.keep_draft, instrument=fresh)

    def _begin(self, values: dict[str, Any]) -> None:
        entry = self._entry()
        if entry is None:
            return

        def show(_changes: Changes) -> None:
            self.version.shut()
            self.load()
            self.list.select((entry.code, values["as_version"]))
            self.tree.setFocus()

        self.write(
            instruments.begin_version,
            then=show,
            failed=self.version.show_problem,
            code=entry.code,
            version=entry.version,
            **values,
        )

    def new(self) -> None:
        """Ctrl+N: a draft that starts from the chosen version."""
        if self._entry() is not None:
            remark = _("Rancangan bebas diubah; yang terbit tetap seperti adanya.")
            self.version.start(_("Versi baru"), {}, remark=remark)

    def _publish(self) -> None:
        entry = self._entry()
        if entry is None:
            return
        confirm(
            self,
            _("Terbitkan {name} versi {version}?").format(
                name=entry.short_name, version=entry.version
            ),
            _("Setelah terbit, versi ini tidak dapat diubah. Putaran baru akan memakainya."),
            _("Terbitkan versi"),
            lambda: self.write(
                instruments.publish,
                said=_("Instrumen terbit."),
                code=entry.code,
                version=entry.version,
            ),
        )

    def _drop(self) -> None:
        entry = self._entry()
        if entry is None:
            return

        def drop() -> None:
            self.write(instruments.drop_draft, code=entry.code, version=entry.version)

        buttons = (
            Answer(_("Buang"), drop, "danger"),
            Answer(_("Kembali"), safe=True),
        )
        ask(self, _("Buang rancangan ini?"), _("Versi yang terbit tidak tersentuh."), buttons)

    # Workbooks

    def _export(self) -> None:
        instrument = self.instrument
        if instrument is None:
            return

        def write(path: str) -> None:
            try:
                services_files.write(path, self.office.sheets.write_instrument(instrument))
            except Problem as problem:
                self.show_problem(problem)
                return
            self.shell.toast(_("Instrumen ditulis ke Excel."))

        name = f"{instrument.code} {instrument.version}.xlsx"
        files.ask_save(self, _("Ekspor ke Excel"), "Excel (*.xlsx)", name, "xlsx", write)

    def _import(self) -> None:
        def read(path: str) -> None:
            try:
                fresh = self.office.sheets.read_instrument(Path(path).read_bytes())
            except Problem as problem:
                self.show_problem(problem)
            except OSError:
                self.show_problem(Problem("file.missing", path=path))
            else:
                self.write(instruments.keep_draft, said=_("Rancangan diimpor."), instrument=fresh)

        files.ask_open(self, _("Impor dari Excel"), "Excel (*.xlsx)", read)

    # Trying

    def _try(self, key: str) -> None:
        row, instrument = self.tree.row(), self.instrument
        if row is None or instrument is None or row.node.indicator is None:
            return
        if not key:
            self._trial.empty(row.id)
        elif not self._trial.answer(instrument, row.id, key):
            self.shell.toast(_("Angka itu bukan pilihan pada butir ini."))
            return
        self._show_tree()

    def _fill_trial(self) -> None:
        if self.instrument is not None:
            self._trial.fill(self.instrument)
            self._show_tree()

    def _clear_trial(self) -> None:
        self._trial.clear()
        self._show_tree()

    def _say_problems(self, problems: Sequence[Problem]) -> None:
        sentences = "\n".join(say(each) for each in problems[:12])
        ask(self, _("Sebelum terbit"), sentences, (Answer(_("Tutup"), None, "primary", True),))

    # Keys

    def panes(self) -> Sequence[QWidget]:
        return (self.list, self.tree, self.form)

    def keys(self) -> tuple[Key, ...]:
        return (
            Key("Ctrl+N", _("versi baru dari yang dipilih")),
            Key("Ins", _("butir baru")),
            Key("Ctrl+D", _("salin butir dengan isinya")),
            Key("Ctrl+Del", _("hapus butir")),
            Key("Alt+↑ ↓", _("pindahkan butir")),
            Key("0 … 9", _("jawaban coba")),
        )

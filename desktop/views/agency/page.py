"""Instansi: the agencies of a region at the left, the one in question at the right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.domain.act import Changes
from desktop.domain.agency import Agency
from desktop.domain.intake import Register
from desktop.domain.problems import Problem
from desktop.services import agencies, agreements, history, regions
from desktop.services.intake import take_in
from desktop.views.agency import columns, words
from desktop.views.agency.counts import CountLine
from desktop.views.agency.form import AgencyForm
from desktop.views.agency.history import HistoryPopup
from desktop.views.agency.nothing import nothing_yet
from desktop.views.agency.regions import counting_agreement, first_region, region_choices
from desktop.views.agency.workbook import ImportPanel, Trial, amounts, rehearse
from desktop.views.buttons import Button
from desktop.views.editors import Combo
from desktop.views.empty import filtered_out
from desktop.views.files import ask_open
from desktop.views.filters import FilterLine, FilterRow
from desktop.views.keys import Key
from desktop.views.pages import Page, Shell
from desktop.views.tables import RecordList
from desktop.wording import N_, _

if TYPE_CHECKING:
    from desktop.office import Office


class AgencyPage(Page):
    """List with filters, the side form, and the region they belong to."""

    listens_to: ClassVar[frozenset[str]] = frozenset({"agency", "unit", "agreement", "office"})
    help_text: ClassVar[str] = N_(
        "Daftar instansi satu daerah beserta unit layanan dan produknya. Nilai tidak tampil di "
        "halaman ini."
    )

    def __init__(self, office: Office, shell: Shell) -> None:
        super().__init__(office, shell)
        self.region_code = ""
        self.region = Combo(_("Pilih daerah"))
        self.filter = FilterLine(_("Saring nama, singkatan…"))
        self.kind, self.standing = Combo(), Combo()
        self.list = RecordList(columns.of_agencies(), name=_("Daftar instansi"))
        self.form = AgencyForm()
        self.importing = ImportPanel()
        self.side = QStackedWidget()
        self.counts = CountLine()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.region.setAccessibleName(_("Daerah"))
        self.region.setFixedWidth(232)
        self.add_button = Button(_("Tambah instansi"), "primary", icon="add", on=self.new)
        self.import_button = Button(_("Impor dari Excel"), icon="import", on=self.choose_workbook)
        self.head.add(self.region, self.import_button, self.add_button)
        left = self.column(right=18)
        left.addWidget(self._filters())
        left.addSpacing(6)
        left.addWidget(self.list, 1)
        left.addWidget(self.counts)
        self.side.addWidget(self.form)
        self.side.addWidget(self.importing)
        self.add_side(self.side, 580, narrow=440)

    def _filters(self) -> QWidget:
        self.kind.setAccessibleName(_("Jenis"))
        self.kind.show_choices([("", _("Semua jenis")), *words.kind_choices()])
        self.kind.setFixedWidth(132)
        self.standing.setAccessibleName(_("Keberlakuan"))
        choices = (("active", _("Aktif")), ("ended", _("Berakhir")), ("all", _("Semua")))
        self.standing.show_choices(choices)
        self.standing.setFixedWidth(104)
        return FilterRow(self.filter, self.kind, self.standing)

    def _connect(self) -> None:
        self.region.activated.connect(lambda _at: self.choose_region(self.region.currentData()))
        self.filter.typed.connect(lambda _text: self.show_list())
        self.filter.left.connect(self._enter_list)
        self.kind.currentIndexChanged.connect(lambda _at: self.show_list())
        self.standing.currentIndexChanged.connect(lambda _at: self.show_list())
        self.list.chosen.connect(self.show_record)
        self.list.opened.connect(lambda _record: self.form.focus_first())
        form = self.form
        form.saving.connect(self.keep)
        form.left.connect(self._enter_list)
        form.dropped.connect(self._show_chosen)
        form.history.clicked.connect(self.show_history)
        form.rename.kept.connect(self.keep_name)
        form.twins.taken.connect(self.use_twin)
        form.twins.insisted.connect(self.write_agency)
        form.units.kept.connect(self.keep_part)
        form.units.wanted_products.connect(self._suggest)
        self.importing.wanted.connect(self.take_register)
        self.importing.again.connect(self.choose_workbook)
        self.importing.left.connect(self._leave_import)

    # What is shown

    def load(self) -> None:
        profile = self.office.profile
        every = self.office.read(agencies.agencies)
        self.region_code = self.region_code or first_region(every, profile)
        choices = region_choices(self.office.read(regions.regions), every, profile)
        self.region.show_choices(choices, searchable=len(choices) > 12)
        self.region.choose(self.region_code)
        self.region.setVisible(len(choices) > 1)
        names = dict(choices)
        self.head.show_words(
            _("Instansi"), _("{region} · daftar tanpa nilai").format(region=names[self.region_code])
        )
        self.form.show_types(self.office.read(regions.unit_types))
        self.show_list()

    def show_list(self) -> None:
        """Reads the list by region and filters; the chosen agency stays."""
        active = {"active": True, "ended": False}.get(self.standing.currentData())
        rows = self.office.read(
            agencies.agencies,
            region=self.region_code,
            kind=self.kind.currentData() or None,
            active=active,
            text=self.filter.text(),
        )
        self.list.set_empty(self._nothing())
        self.list.show_records(rows)
        made = self.office.read(agreements.agreements, region=self.region_code)
        self.counts.show_counts(len(rows), counting_agreement(made))
        if self.list.current() is None and not self.form.is_new():
            self.list.select_first()
        self._show_chosen()

    def _nothing(self) -> QWidget:
        filtered = self.filter.text() or self.kind.currentData()
        if filtered or self.standing.currentData() != "active":
            return filtered_out(self.clear_filters, self.filter.text().strip())
        return nothing_yet(self)

    def _show_chosen(self) -> None:
        """The form shows the chosen agency as it is now; a draft is left alone."""
        record = self.list.current()
        if record is None:
            self._show_side(self.form.is_new() or self.form.is_dirty())
        elif self.form.is_new() or self.form.is_dirty():
            self._show_units()
        else:
            self._fill(record)

    def show_record(self, record: Agency | None) -> None:
        """The user chose another agency."""
        shown = self.form.shown
        if record is None:
            self._show_chosen()
        elif shown is None or record.id != shown.id:
            self.side.setCurrentWidget(self.form)
            back = shown.id if shown else None
            self.form.leave(
                lambda: self._fill(record), back=lambda: self.list.select(back, tell=False)
            )

    def _show_side(self, wanted: bool) -> None:
        """The side has the form, or the import while one is under way; else it is not there."""
        importing = self.side.currentWidget() is self.importing
        self.side.setVisible(wanted or importing)

    def _fill(self, record: Agency) -> None:
        self._show_side(True)
        self.form.show_agency(record, self.office.read(agencies.units, agency=record.id))

    def _show_units(self) -> None:
        if self.form.shown is not None:
            units = self.office.read(agencies.units, agency=self.form.shown.id)
            self.form.show_units(units)

    def choose_region(self, code: str | None) -> None:
        """Another region for list and form."""
        if code is None or code == self.region_code:
            return

        def change() -> None:
            self.region_code = code
            self.list.select(None, tell=False)
            self.load()

        self.form.leave(change, back=lambda: self.region.choose(self.region_code))

    def clear_filters(self) -> None:
        """All agencies of the region that exist."""
        self.kind.setCurrentIndex(0)
        self.standing.setCurrentIndex(0)
        self.filter.clear()

    def show_place(self, **place: Any) -> None:
        found = self.office.read(agencies.agency, id=place["id"])
        if found.region_code != self.region_code:
            self.region_code = found.region_code
            self.load()
        if not self.list.select(found.id):
            self.clear_filters()
            self.list.select(found.id)
        self.form.focus_first()

    def show_history(self) -> None:
        """What was done to this agency, under the clock."""
        if self.form.shown is None:
            return
        kinds = {"agency": [self.form.shown.id], "unit": list[str](), "product": list[str]()}
        for unit in self.office.read(agencies.units, agency=self.form.shown.id):
            kinds["unit"].append(unit.id)
            kinds["product"] += [one.id for one in unit.products]
        found = [
            entry
            for kind, ids in kinds.items()
            for id in ids
            for entry in self.office.read(history.entries, kind=kind, subject=id)
        ]
        newest = sorted(found, key=lambda entry: entry.seq, reverse=True)
        popup = HistoryPopup(self, newest, self.office.now.tzinfo)
        popup.open_below(self.form.history)

    # What is written

    def new(self) -> None:
        def start() -> None:
            self.list.select(None, tell=False)
            self.side.setCurrentWidget(self.form)
            self._show_side(True)
            self.form.start_agency({"kind": self.kind.currentData() or "dinas"})

        self.form.leave(start)

    def keep(self, values: dict[str, Any]) -> None:
        """Saves the draft, unless it reads like an agency that is there already."""
        shown = self.form.shown
        if shown is None or values["name"] != shown.name:
            found = self.office.read(
                agencies.look_alikes,
                region=self.region_code,
                name=values["name"],
                short_name=values["short_name"],
            )
            twins = [one for one in found if shown is None or one.id != shown.id]
            if twins:
                self.form.twins.ask(values["name"], twins[0])
                return
        self.write_agency()

    def write_agency(self) -> None:
        """Writes the draft as it is."""
        said = _("Instansi tersimpan.")
        if self.form.shown is not None:
            id, facts = self.form.shown.id, self.form.facts()
            self.write(agencies.change_agency, form=self.form, said=said, id=id, **facts)
            return
        self.write(
            agencies.add_agency,
            form=self.form,
            said=said,
            then=self._show_added,
            region_code=self.region_code,
            **self.form.facts(),
        )

    def _show_added(self, changes: Changes) -> None:
        self.form.settle()
        self.load()
        if not self.list.select(changes.id):
            self.clear_filters()
            self.list.select(changes.id)
        self.form.units.add_unit.setFocus()

    def keep_name(self, values: dict[str, Any]) -> None:
        """A new name by a new regulation."""
        if self.form.shown is None:
            return
        self.write(
            agencies.rename_agency,
            then=self._show_renamed,
            failed=self.form.rename.show_problem,
            said=_("Nama baru tersimpan; nama lama tetap ada di daftar yang berakhir."),
            id=self.form.shown.id,
            name=values["new_name"],
            short_name=values["new_short_name"],
            on=values["on"],
        )

    def _show_renamed(self, changes: Changes) -> None:
        self.form.rename.shut()
        self.load()
        self.list.select(changes.id)

    def use_twin(self, twin: Agency) -> None:
        """The draft was of an agency that is kept: shows that one."""
        self.form.drop()
        self.show_place(id=twin.id)

    def keep_part(self, kind: str, facts: dict[str, Any]) -> None:
        """A unit or product is added or changed."""
        use_cases = {
            ("unit", False): agencies.add_unit,
            ("unit", True): agencies.change_unit,
            ("product", False): agencies.add_product,
            ("product", True): agencies.change_product,
        }

        def finish(changes: Changes) -> None:
            self._show_units()
            self.form.units.finish(str(changes.id))

        failed = self.form.units.inset.show_problem
        self.write(use_cases[kind, "id" in facts], then=finish, failed=failed, **facts)

    def _suggest(self, unit_type: str) -> None:
        self.form.units.suggest(self.office.read(regions.usual_products, unit_type=unit_type))

    # A workbook

    def choose_workbook(self) -> None:
        """Asks for a workbook and tries it."""
        ask_open(self, _("Impor dari Excel"), _("Buku kerja Excel (*.xlsx)"), self.try_workbook)

    def try_workbook(self, path: str) -> None:
        """Tries a workbook beside the window, once the form may be left."""

        def start() -> None:
            self.shell.jobs.start(
                _("Memeriksa {file}").format(file=Path(path).name),
                lambda _progress: rehearse(self.office, Path(path)),
                then=self._show_trial,
                can_cancel=False,
            )

        self.form.leave(start)

    def _show_trial(self, trial: Trial) -> None:
        self.side.setCurrentWidget(self.importing)
        self.importing.set_busy(False)
        self._show_side(True)
        self.importing.show_trial(trial)

    def take_register(self, register: Register) -> None:
        """Takes the whole workbook in."""

        def finish(_changes: Changes) -> None:
            self._leave_import()
            self.load()

        said = _("Diimpor: {what}.").format(what=amounts(register))
        self.write(take_in, then=finish, failed=self._show_refusal, said=said, register=register)

    def _show_refusal(self, problem: Problem) -> None:
        self._show_trial(Trial("", problems=problem.each()))

    def _leave_import(self) -> None:
        self.side.setCurrentWidget(self.form)
        self._show_chosen()
        self._enter_list()

    # Keys

    def panes(self) -> tuple[QWidget, ...]:
        return (self.list, self.filter, self.side.currentWidget())

    def keys(self) -> tuple[Key, ...]:
        return (
            Key("Enter", _("buka isian instansi")),
            Key("Alt+U", _("tambah unit layanan")),
            Key("Alt+P", _("tambah produk pada unit yang dipilih")),
            Key("Ins", _("tambah di bawah yang dipilih (dalam pohon unit)")),
            Key("F2", _("ubah nama unit atau produk (dalam pohon unit)")),
        )

    def find(self) -> None:
        self.filter.setFocus()
        self.filter.selectAll()

    def edit(self) -> None:
        if not (self.form.units.tree.hasFocus() and self.form.units.rename_chosen()):
            self.form.focus_first()

    def _enter_list(self) -> None:
        self.list.setFocus()

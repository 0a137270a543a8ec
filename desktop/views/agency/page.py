"""Instansi: the agencies of a region at the left, the one in question at the right."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop import computer
from desktop.domain.act import Changes
from desktop.domain.agency import Agency, Product, Unit
from desktop.services import agencies, regions
from desktop.views.agency.browser import AgencyBrowser
from desktop.views.agency.regions import first_region, region_choices
from desktop.views.buttons import Button
from desktop.views.editors import Combo
from desktop.views.pages import Page, Shell
from desktop.views.theme import NARROW
from desktop.wording import N_, _

if TYPE_CHECKING:
    from desktop.office import Office
    from desktop.views.agency.form import AgencyForm
    from desktop.views.agency.importing import Importer
    from desktop.views.empty import EmptyList
    from desktop.views.keys import Key

FRAME = 16
"""Milliseconds that a list is given to come into sight before the side is made."""

PART_USE_CASES = {
    ("unit", False): agencies.add_unit,
    ("unit", True): agencies.change_unit,
    ("product", False): agencies.add_product,
    ("product", True): agencies.change_product,
}
"""(what, whether it is there already) -> what writes it."""


class Blank(QWidget):
    """The ground of the side while no agency is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("g", "side")


class AgencyPage(Page):
    """List with filters, the side form, and the region they belong to.

    The list is made and filled first; form and import are made when they are first asked for.
    """

    listens_to: ClassVar[frozenset[str]] = frozenset({"agency", "unit", "agreement", "office"})
    help_text: ClassVar[str] = N_(
        "Daftar instansi satu daerah beserta unit layanan dan produknya. Nilai tidak tampil di "
        "halaman ini."
    )

    def __init__(self, office: Office, shell: Shell) -> None:
        super().__init__(office, shell)
        self.region_code = ""
        self._before: object = None
        """Whom the list showed before a new draft was begun."""
        self.region = Combo(_("Pilih daerah"))
        self.browser = AgencyBrowser(self._nothing)
        self.list = self.browser.list
        self.side, self.blank = QStackedWidget(), Blank()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.region.setAccessibleName(_("Daerah"))
        take = Button(_("Impor dari Excel"), icon="import", on=self.take_workbook)
        add = Button(_("Tambah instansi"), "primary", icon="add", on=self.new)
        self.head.add(self.region, take, add)
        self.column(right=18).addWidget(self.browser)
        self.side.addWidget(self.blank)
        self.add_side(self.side, 580, narrow=440)

    def _connect(self) -> None:
        self.region.activated.connect(lambda _at: self.choose_region(self.region.currentData()))
        self.browser.filtered.connect(self.show_list)
        self.list.chosen.connect(self.show_record)
        self.list.opened.connect(lambda _record: self.form.focus_first())

    @cached_property
    def form(self) -> AgencyForm:
        """The side form."""
        from desktop.views.agency.form import AgencyForm

        form = AgencyForm()
        form.show_types(self.office.read(regions.unit_types))
        form.saving.connect(self.keep)
        form.left.connect(self.list.setFocus)
        form.dropped.connect(self._after_drop)
        form.history.clicked.connect(self.show_history)
        form.rename.kept.connect(self.keep_name)
        form.twins.taken.connect(self.use_twin)
        form.twins.insisted.connect(self.write_agency)
        form.units.kept.connect(self.keep_part)
        form.units.wanted_products.connect(self._suggest)
        form.units.tree.dropped.connect(self.drop_part)
        self.side.addWidget(form)
        return form

    @cached_property
    def importer(self) -> Importer:
        """Leads through an import."""
        from desktop.views.agency.importing import Importer

        importer = Importer(self, self._show_import, self._end_import)
        self.side.addWidget(importer.panel)
        return importer

    def _has(self, part: str) -> bool:
        """Whether form or importer were made already."""
        return part in vars(self)

    def _is_importing(self) -> bool:
        return self._has("importer") and self.side.currentWidget() is self.importer.panel

    def _nothing(self) -> EmptyList:
        from desktop.views.agency.nothing import nothing_yet

        return nothing_yet(self)

    # What is shown

    def load(self) -> None:
        profile = self.office.profile
        held = self.office.read(agencies.counts_by_region)
        last = computer.load().region
        self.region_code = self.region_code or first_region(held, profile, last)
        choices = region_choices(self.office.read(regions.regions), held, profile)
        self.region.show_choices(choices, searchable=len(choices) > 12)
        self.region.choose(self.region_code)
        self.region.setVisible(len(choices) > 1)
        name = dict(choices).get(self.region_code, self.region_code)
        caption = _("{region} · daftar tanpa nilai").format(region=name)
        self.head.show_words(_("Instansi"), caption)
        self.show_list()

    def show_list(self) -> None:
        """Reads the list; counts and form follow, at the first time when it stands in sight."""
        self.browser.read(self.office, self.region_code)
        if self._has("form"):
            self._follow()
        else:
            QTimer.singleShot(FRAME, self, self._follow)

    def _follow(self) -> None:
        """The form shows the chosen agency, or the first, unless it holds a draft."""
        self.browser.count(self.office, self.region_code)
        if self.list.current() is None and not self.form.is_new():
            self.list.select_first()
        self._show_chosen()

    def _show_chosen(self) -> None:
        """The form shows the chosen agency as it is now; a draft is left alone."""
        record = self.list.current()
        if self.form.is_new() or self.form.is_dirty():
            self._show_side(self.form)
            self._show_units()
        elif record is None:
            self._show_side(self.blank)
        else:
            self._fill(record)

    def _after_drop(self) -> None:
        """Back to what was shown before the draft."""
        if self.list.current() is None and not self.list.select(self._before, tell=False):
            self.list.select_first()
        self._show_chosen()

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

    def _show_side(self, part: QWidget) -> None:
        """Form or blank; an import that is under way stays in sight."""
        if not self._is_importing():
            self.side.setCurrentWidget(part)

    def _fill(self, record: Agency) -> None:
        self._show_side(self.form)
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
            with suppress(OSError):  # a place that is forgotten is no loss
                computer.save(computer.load()._replace(region=code))
            self.list.select(None, tell=False)
            self.load()

        self.form.leave(change, back=lambda: self.region.choose(self.region_code))

    def show_place(self, **place: Any) -> None:
        found = self.office.read(agencies.agency, id=place["id"])
        if found.region_code != self.region_code:
            self.region_code = found.region_code
            self.load()
        self.browser.show_agency(found.id)
        self.form.focus_first()

    def show_history(self) -> None:
        """What was done to this agency, its units and products, under the clock."""
        from desktop.services import history
        from desktop.views.agency.history import HistoryPopup

        if self.form.shown is None:
            return
        records = [("agency", self.form.shown.id)]
        for unit in self.office.read(agencies.units, agency=self.form.shown.id):
            records += [("unit", unit.id), *(("product", one.id) for one in unit.products)]
        found = [
            entry
            for kind, id in records
            for entry in self.office.read(history.entries, kind=kind, subject=id)
        ]
        newest = sorted(found, key=lambda entry: entry.seq, reverse=True)
        HistoryPopup(self, newest, self.office.now.tzinfo).open_below(self.form.history)

    def take_workbook(self) -> None:
        """Begins an import."""
        self.importer.choose()

    def _show_import(self) -> None:
        self.side.setCurrentWidget(self.importer.panel)

    def _end_import(self) -> None:
        self.side.setCurrentWidget(self.form)
        self.show_list()
        self.list.setFocus()

    # What is written

    def new(self) -> None:
        def start() -> None:
            self._before = self.list.chosen_id() or self._before
            self.list.select(None, tell=False)
            self.side.setCurrentWidget(self.form)
            self.form.start_agency({"kind": self.browser.kind.currentData() or "dinas"})

        self.form.leave(start)

    def keep(self, values: dict[str, Any]) -> None:
        """Saves the draft, unless it reads like an agency that is there already."""
        shown = self.form.shown
        if shown is None or values["name"] != shown.name:
            words = {name: values[name] for name in ("name", "short_name")}
            found = self.office.read(agencies.look_alikes, region=self.region_code, **words)
            twins = [one for one in found if shown is None or one.id != shown.id]
            if twins:
                self.form.ask_twin(values["name"], twins[0])
                return
        self.write_agency()

    def write_agency(self) -> None:
        """Writes the draft as it is."""
        said, facts = _("Instansi tersimpan."), self.form.facts()
        if self.form.shown is not None:
            id = self.form.shown.id
            self.write(agencies.change_agency, form=self.form, said=said, id=id, **facts)
            return
        facts["region_code"] = self.region_code
        then = self._show_added
        self.write(agencies.add_agency, form=self.form, said=said, then=then, **facts)

    def _show_added(self, changes: Changes) -> None:
        self.form.settle()
        self.show_list()
        self.browser.show_agency(changes.id)
        self.form.units.add_unit.setFocus()

    def keep_name(self, values: dict[str, Any]) -> None:
        """A new name by a new regulation."""
        if self.form.shown is None:
            return

        def show(changes: Changes) -> None:
            self.form.rename.shut()
            self.show_list()
            self.browser.show_agency(changes.id)

        self.write(
            agencies.rename_agency,
            then=show,
            failed=self.form.rename.show_problem,
            said=_("Nama baru tersimpan; nama lama ada di saringan Berakhir."),
            id=self.form.shown.id,
            name=values["new_name"],
            short_name=values["new_short_name"],
            on=values["on"],
        )

    def use_twin(self, twin: Agency) -> None:
        """The draft was of an agency that is kept: shows that one."""
        self.form.drop()
        self.show_place(id=twin.id)

    def keep_part(self, kind: str, facts: dict[str, Any]) -> None:
        """A unit or product is added or changed."""

        def finish(changes: Changes) -> None:
            self._show_units()
            self.form.units.finish(str(changes.id))

        failed = self.form.units.inset.show_problem
        self.write(PART_USE_CASES[kind, "id" in facts], then=finish, failed=failed, **facts)

    def drop_part(self, record: Unit | Product) -> None:
        """Asks, then drops a unit or product that was never assessed."""
        from desktop.services import unit_removal
        from desktop.views.questions import confirm

        use_case = unit_removal.drop_unit if isinstance(record, Unit) else unit_removal.drop_product
        confirm(
            self,
            _("Hapus {name}?").format(name=record.name),
            _("Hanya yang belum pernah dinilai dapat dihapus. Riwayatnya tetap tercatat."),
            _("Hapus"),
            lambda: self.write(use_case, then=lambda _c: self._show_units(), id=record.id),
        )

    def _suggest(self, unit_type: str) -> None:
        self.form.units.suggest(self.office.read(regions.usual_products, unit_type=unit_type))

    def fit(self, window_width: int) -> None:
        super().fit(window_width)
        self.region.setFixedWidth(256 if window_width >= NARROW else 204)

    # Keys

    def panes(self) -> tuple[QWidget, ...]:
        side = self.importer.panel if self._is_importing() else self.form
        return (self.list, self.browser.filter, side)

    def focus_start(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def keys(self) -> tuple[Key, ...]:
        from desktop.views.keys import Key

        return (
            Key("Enter", _("buka isian instansi")),
            Key("Alt+U", _("tambah unit layanan")),
            Key("Alt+P", _("tambah produk pada unit yang dipilih")),
            Key("Ins", _("tambah di bawah yang dipilih (dalam pohon unit)")),
            Key("F2", _("ubah nama unit atau produk (dalam pohon unit)")),
            Key("Del", _("hapus unit atau produk (dalam pohon unit)")),
        )

    def find(self) -> None:
        self.browser.filter.setFocus()
        self.browser.filter.selectAll()

    def edit(self) -> None:
        if not (self.form.units.tree.hasFocus() and self.form.units.rename_chosen()):
            self.form.focus_first()

"""Units and products inside the form: a tree, and a card to add or rename one of them.

Each addition is saved at once; the agency's own draft is not touched by it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.agency import Agency, Product, Unit, likeness
from desktop.domain.region import UnitType
from desktop.views.agency import columns
from desktop.views.agency.suggest import SuggestField
from desktop.views.buttons import Button
from desktop.views.insets import Inset
from desktop.views.kinds import ChoiceField, TextField
from desktop.views.labels import Wrapped
from desktop.views.theme import HEAD, ROW_TREE
from desktop.views.trees import Branch, RecordTreeView
from desktop.wording import _

OTHER_TYPE = "LAINNYA"


class UnitTree(RecordTreeView):
    """The tree as tall as its rows: the form scrolls. Ins adds below the choice, Del drops it."""

    added = Signal()
    dropped = Signal(object)
    """Del: the record that shall go."""

    def __init__(self) -> None:
        super().__init__(columns.of_units(), name=_("Unit dan produk layanan"), ground="sunken")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.expanded.connect(lambda _index: self.fit_rows())
        self.collapsed.connect(lambda _index: self.fit_rows())

    def fit_rows(self) -> None:
        """Takes the height of what is open."""
        rows = 0
        for at in range(self.tree.rowCount()):
            top = self.tree.index(at, 0)
            rows += 1 + (self.tree.rowCount(top) if self.isExpanded(top) else 0)
        self.setFixedHeight(HEAD + rows * ROW_TREE + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Insert:
            self.added.emit()
            return
        if event.key() == Qt.Key.Key_Delete and self.current() is not None:
            self.dropped.emit(self.current())
            return
        super().keyPressEvent(event)


class UnitSection(QWidget):
    """The tree, its two buttons and the card. `kept` carries what is to be written."""

    kept = Signal(str, dict)
    """What: "unit" or "product"; the facts of add (with `agency` or `unit`) or change (`id`)."""
    wanted_products = Signal(str)
    """The usual products of this unit type are wanted; answered by `suggest`."""
    moved = Signal()
    """The card was opened."""

    def __init__(self) -> None:
        super().__init__()
        self._agency: Agency | None = None
        self._units: tuple[Unit, ...] = ()
        self._types: tuple[UnitType, ...] = ()
        self._target: dict[str, str] = {}
        self.tree = UnitTree()
        self.remark = Wrapped("", "body", "text2")
        self.add_unit = Button(_("Tambah &unit"), "quiet", icon="add", on=self.start_unit)
        self.add_product = Button(_("Tambah &produk"), "quiet", icon="add", on=self.start_product)
        self.unit_card, self.product_card = _unit_card(), _product_card()
        self.inset = self.unit_card
        self._build()
        self.tree.opened.connect(self.start_change)
        self.tree.added.connect(self._add_below)
        self.tree.chosen.connect(lambda _record: self._show_buttons())
        for kind, card in (("unit", self.unit_card), ("product", self.product_card)):
            card.kept.connect(lambda values, kind=kind: self._keep(kind, values))
            card.left.connect(self._back)

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        buttons.addWidget(self.add_unit)
        buttons.addWidget(self.add_product)
        buttons.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 0)
        box.setSpacing(6)
        for part in (self.tree, self.remark, self.unit_card, self.product_card):
            box.addWidget(part)
        box.addLayout(buttons)

    # What the form shows

    def show_types(self, types: Sequence[UnitType]) -> None:
        """The kinds of units; "other" stands last."""
        last = sorted(types, key=lambda one: (one.code == OTHER_TYPE, one.name))
        self._types = tuple(last)
        field = self.unit_card.field("unit_type")
        assert isinstance(field, ChoiceField)
        field.set_choices([(one.code, one.name) for one in last])

    def show_units(self, agency: Agency, units: Sequence[Unit]) -> None:
        """The units of an agency; another agency shuts the card."""
        if self._agency is None or agency.id != self._agency.id:
            self.tree.select(None, tell=False)
            self._shut()
        self._agency, self._units = agency, tuple(units)
        branches = [Branch(unit, tuple(map(Branch, unit.products))) for unit in units]
        self.tree.show_branches(branches)
        self.tree.fit_rows()
        self.tree.setVisible(bool(units))
        self.remark.setText(_("Belum ada unit layanan. Tambah unit, lalu produknya."))
        self.remark.setVisible(not units)
        self.add_unit.show()
        self._show_buttons()

    def show_none(self) -> None:
        """A new agency has no units until it is saved."""
        self._agency, self._units = None, ()
        self._shut()
        self.tree.hide()
        self.add_unit.hide()
        self.add_product.hide()
        self.remark.setText(_("Unit layanan dapat ditambah setelah instansi disimpan."))
        self.remark.show()

    def suggest(self, products: Sequence[str]) -> None:
        """The usual products of the unit in question, without those it has."""
        unit = self.chosen_unit()
        kept = {one.name for one in unit.products} if unit else set[str]()
        field = self.product_card.field("name")
        assert isinstance(field, SuggestField)
        field.suggest([name for name in products if name not in kept])

    def chosen_unit(self) -> Unit | None:
        """The chosen unit, or that of the chosen product; the only one there is."""
        record = self.tree.current()
        if isinstance(record, Product):
            return next((one for one in self._units if one.id == record.unit_id), None)
        if isinstance(record, Unit):
            return record
        return self._units[0] if len(self._units) == 1 else None

    # Adding and renaming

    def start_unit(self) -> None:
        """A draft of a new unit."""
        if self._agency is None:
            return
        self._target = {"agency": self._agency.id}
        name = "" if self._units else self._agency.name
        values = {"name": name, "unit_type": self._likely_type(self._agency)}
        self._open(self.unit_card, _("Unit layanan baru"), values, _("Tambah unit"))

    def start_product(self) -> None:
        """A draft of a new product of the chosen unit."""
        unit = self.chosen_unit()
        if unit is None:
            return
        self._target = {"unit": unit.id}
        self.wanted_products.emit(unit.unit_type)
        title = _("Produk baru dari {unit}").format(unit=unit.name)
        self._open(self.product_card, title, {}, _("Tambah produk"))

    def start_change(self, record: Unit | Product) -> None:
        """A draft of another name of what is chosen."""
        self._target = {"id": record.id}
        if isinstance(record, Unit):
            values = {n: getattr(record, n) for n in ("name", "short_name", "unit_type", "address")}
            self._open(self.unit_card, _("Ubah unit layanan"), values, _("Simpan unit"))
            return
        self.suggest(())
        values = {"name": record.name, "short_name": record.short_name}
        self._open(self.product_card, _("Ubah produk"), values, _("Simpan produk"))

    def rename_chosen(self) -> bool:
        """F2 in the tree; False if nothing is chosen."""
        record = self.tree.current()
        if record is not None:
            self.start_change(record)
        return record is not None

    def finish(self, id: str) -> None:
        """The draft is saved. After a product the card waits for the next one."""
        again = "unit" in self._target
        self._shut()
        self.tree.select(id)
        if again:
            self.start_product()
        else:
            self._back()

    def _open(self, card: Inset, title: str, values: dict[str, Any], verb: str) -> None:
        self._shut()
        self.inset = card
        card.start(title, values, verb=verb)
        self.moved.emit()

    def _keep(self, kind: str, values: dict[str, Any]) -> None:
        self.kept.emit(kind, {**self._target, **values})

    def _shut(self) -> None:
        for card in (self.unit_card, self.product_card):
            card.shut()

    def _back(self) -> None:
        """The cursor back to the tree, or to the button when there is none."""
        place = self.tree if self._units else self.add_unit
        place.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _add_below(self) -> None:
        self.start_product() if self.chosen_unit() else self.start_unit()

    def _show_buttons(self) -> None:
        self.add_product.setVisible(bool(self._units))
        missing = self.chosen_unit() is None
        self.add_product.set_off(_("Pilih unit layanannya lebih dahulu.") if missing else "")

    def _likely_type(self, agency: Agency) -> str | None:
        """The unit type that reads like the agency, else the only one of its kind."""
        short, words = agency.short_name.casefold(), likeness(agency.name)
        of_kind = [one for one in self._types if one.agency_kind == agency.kind]
        for one in of_kind:
            if short and short == one.service_kind.casefold():
                return one.code
        shared = {one.code: len(words & likeness(one.name)) for one in of_kind}
        best = [code for code, count in shared.items() if count and count == max(shared.values())]
        found = best or [one.code for one in of_kind]
        return found[0] if len(found) == 1 else None


def _unit_card() -> Inset:
    card = Inset(_("Tambah unit"))
    card.row(TextField("name", _("Nama unit"), required=True))
    card.row(
        ChoiceField("unit_type", _("Jenis unit"), required=True),
        TextField("short_name", _("Singkatan")),
        stretch=(2, 1),
    )
    card.row(TextField("address", _("Alamat")))
    return card


def _product_card() -> Inset:
    card = Inset(_("Tambah produk"))
    short = TextField("short_name", _("Singkatan"))
    short.set_hint(_("Untuk kolom penilaian"))
    card.row(SuggestField("name", _("Nama produk"), required=True), short, stretch=(2, 1))
    return card

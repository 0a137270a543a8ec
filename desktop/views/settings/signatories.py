"""Penanda tangan: those who sign, and how their block stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.act import Changes
from desktop.domain.profile import FORMS, Signatory
from desktop.services import offices
from desktop.views.buttons import Button, IconButton
from desktop.views.cells import Picture, TwoLine
from desktop.views.columns import Column
from desktop.views.empty import EmptyList
from desktop.views.forms import Form
from desktop.views.kinds import CheckField, ChoiceField, TextField
from desktop.views.pages import Page
from desktop.views.settings.block import BlockPreview
from desktop.views.settings.panes import Pane
from desktop.views.strips import section
from desktop.views.tables import RecordList
from desktop.wording import N_, _, numbers

FIELDS = ("title", "form", "on_behalf_of", "between", "name", "rank", "nip", "is_default")
_FORMS = {
    "own": N_("Jabatan sendiri"),
    "an": N_("a.n. (atas nama)"),
    "ub": N_("u.b. (untuk beliau)"),
    "plt": N_("Plt. (pelaksana tugas)"),
    "plh": N_("Plh. (pelaksana harian)"),
    "pj": N_("Pj. (penjabat)"),
}
_PREFIXES = {"plt": "Plt. ", "plh": "Plh. ", "pj": "Pj. "}


def block_lines(values: dict[str, Any]) -> list[str]:
    """The signature block as it will be read, line by line."""
    form, title = values["form"], values["title"] or _("Jabatan")
    lines = [f"a.n. {values['on_behalf_of'] or '…'}"] if form in ("an", "ub") else []
    if form == "ub":
        lines += [values["between"] or "…", "u.b."]
    lines += [f"{_PREFIXES.get(form, '')}{title},", "", values["name"] or _("Nama")]
    lines += [values["rank"]] if values["rank"] else []
    return lines + ([f"NIP {numbers.nip(values['nip'])}"] if values["nip"] else [])


def columns() -> tuple[Column[Signatory], ...]:
    """Title and name | the usual one."""
    return (
        Column(
            "title",
            _("Jabatan"),
            "two_line",
            stretch=1,
            value=lambda s: TwoLine(s.title, s.name or _("nama belum diisi")),
        ),
        Column("is_default", _("Utama"), "icon", width=64, value=_usual),
    )


def _usual(signatory: Signatory) -> Picture | None:
    return Picture("done", _("utama"), "ok") if signatory.is_default else None


class SignatoryList(RecordList):
    """Del takes the chosen one off the list."""

    def __init__(self, pane: SignatoryPane) -> None:
        super().__init__(columns(), name=_("Daftar penanda tangan"))
        self._pane = pane

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self._pane.drop_chosen()
            return
        super().keyPressEvent(event)


class SignatoryPane(Pane):
    """List left, form right."""

    key: ClassVar[str] = "signatories"
    title: ClassVar[str] = N_("Penanda tangan")

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.shown: Signatory | None = None
        self.list = SignatoryList(self)
        self.form = SignatoryForm()
        self.lay.addWidget(self._left(), 1)
        self.lay.addWidget(self.form)
        self.list.chosen.connect(self.show_record)
        self.list.opened.connect(lambda _record: self.form.focus_first())
        self.form.saving.connect(self.keep)
        self.form.left.connect(self.list.setFocus)
        self.form.dropped.connect(self._after_drop)
        self.form.remove.clicked.connect(self.drop_chosen)

    def _left(self) -> QWidget:
        left = QWidget()
        box = QVBoxLayout(left)
        box.setContentsMargins(20, 6, 16, 8)
        box.setSpacing(6)
        add = Button(_("Tambah"), icon="add", on=self.new)
        head = section(_(self.title), "", add)
        layout = head.layout()
        assert layout is not None
        layout.setContentsMargins(8, 0, 0, 0)
        box.addWidget(head)
        box.addWidget(self.list, 1)
        return left

    def load(self) -> None:
        title = _("Belum ada penanda tangan")
        sentence = _("Surat memerlukan jabatan dan nama yang menandatanganinya.")
        first = _("Tambah penanda tangan pertama")
        self.list.set_empty(EmptyList(title, sentence, first, self.new))
        self.list.show_records(self.office.read(offices.signatories))
        if self.list.current() is None and not self.form.is_new():
            self.list.select_first()
        self._show_chosen()

    def _show_chosen(self) -> None:
        record = self.list.current()
        if self.form.is_new() or self.form.is_dirty():
            return
        self.form.setVisible(record is not None)
        if record is not None:
            self._fill(record)

    def _after_drop(self) -> None:
        """A new one was thrown away: back to the first of the list."""
        if self.list.current() is None:
            self.list.select_first()
        self._show_chosen()

    def show_record(self, record: Signatory | None) -> None:
        """The user chose another one."""
        if record is None:
            self._show_chosen()
            return
        if self.shown is not None and record.id == self.shown.id and not self.form.is_new():
            return
        before = self.shown.id if self.shown else None
        self.form.leave(
            lambda: self._fill(record), back=lambda: self.list.select(before, tell=False)
        )

    def _fill(self, record: Signatory) -> None:
        self.shown = record
        self.form.show()
        self.form.show_signatory(record)

    def new(self) -> None:
        def start() -> None:
            self.list.select(None, tell=False)
            self.shown = None
            self.form.show()
            self.form.start_signatory()

        self.form.leave(start)

    def keep(self, values: dict[str, Any]) -> None:
        """Writes the draft."""
        use_case, facts = _keeping(values)
        self.page.write(
            use_case,
            form=self.form,
            said=_("Penanda tangan tersimpan."),
            then=self._show_kept,
            id=self.shown.id if self.shown else None,
            **facts,
        )

    def _show_kept(self, changes: Changes) -> None:
        self.form.settle()
        self.load()
        self.list.select(changes.id)

    def drop_chosen(self) -> None:
        """Takes the chosen one off the list; the toast can bring it back."""
        gone = self.list.current()
        if gone is None:
            return
        again = {name: getattr(gone, name) for name in FIELDS}

        def undo() -> None:
            use_case, facts = _keeping(again)
            self.page.write(use_case, then=self._show_kept, **facts)

        def say(_changes: Changes) -> None:
            words = _("{title} dihapus dari daftar penanda tangan.").format(title=gone.title)
            self.page.shell.toast(words, _("Urungkan"), undo)

        self.form.revert_all()
        self.page.write(offices.drop_signatory, then=say, id=gone.id)

    def parts(self) -> tuple[QWidget, ...]:
        return (self.list, self.form)

    def fit(self, window_width: int) -> None:
        self.form.setFixedWidth(500 if window_width >= 1200 else 356)


def _keeping(values: Mapping[str, Any]) -> tuple[Callable[..., Changes], dict[str, Any]]:
    """The use case that keeps a signatory, and its facts. The form of the signature goes in
    beforehand: `form` means something else to a page that writes."""
    facts = dict(values)
    return partial(offices.keep_signatory, form=facts.pop("form")), facts


class SignatoryForm(Form):
    """One who signs; the block below shows what the paper will say."""

    def __init__(self) -> None:
        super().__init__(_("Penanda tangan"), margins=(24, 6, 14, 16))
        self.remove = IconButton("delete", _("Hapus dari daftar"))
        self.head.add_button(self.remove)
        forms = [(form, _(_FORMS[form])) for form in FORMS]
        nip_hint = _("18 angka; boleh dikosongkan")
        self.add(TextField("title", _("Jabatan"), required=True))
        self.add(ChoiceField("form", _("Cara menandatangani"), forms, required=True).unmarked())
        self.add(TextField("on_behalf_of", _("Atas nama jabatan"), required=True))
        self.add(TextField("between", _("Jabatan di antaranya")))
        self.row(TextField("name", _("Nama dan gelar")), TextField("rank", _("Pangkat")))
        self.row(TextField("nip", _("NIP"), hint=nip_hint), CheckField("is_default", _("Utama")))
        self.block = BlockPreview()
        self.add(self.block)
        self.fill({})
        for name in FIELDS:
            self.field(name).changed.connect(self._follow)

    def show_signatory(self, record: Signatory) -> None:
        """A saved one."""
        values = {name: getattr(record, name) for name in FIELDS}
        self.fill(values, title=record.title)
        self.remove.show()
        sole = _("Pilih yang lain sebagai utama untuk menggantinya.") if record.is_default else ""
        self.field("is_default").lock(sole)
        self._follow()

    def start_signatory(self) -> None:
        """An empty draft."""
        self.remove.hide()
        self.field("is_default").lock("")
        self.start({"form": "own"}, title=_("Penanda tangan baru"))
        self._follow()

    def revert_all(self) -> None:
        """Throws a draft away without telling."""
        self.fill({name: field.value() for name, field in self._fields.items()})

    def _follow(self) -> None:
        """Shows only the fields that the chosen form needs."""
        form = self.field("form").value()
        self.field("on_behalf_of").setVisible(form in ("an", "ub"))
        self.field("on_behalf_of").required = form in ("an", "ub")
        self.field("between").setVisible(form == "ub")
        self.block.show_lines(block_lines(self.values()))

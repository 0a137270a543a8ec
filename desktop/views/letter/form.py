"""The fields of a letter: those that belong to its kind, in the order of the paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.domain.agreement import Agreement
from desktop.domain.assessment import Assessment
from desktop.domain.letter_fields import USED
from desktop.domain.profile import Signatory
from desktop.views.buttons import Button
from desktop.views.dated import DateField
from desktop.views.fields import Field
from desktop.views.forms import Form
from desktop.views.kinds import CheckField, ChoiceField, NoteField, NumberField, TextField
from desktop.views.letter.units import UnitsField
from desktop.views.letter.words import CLASSIFICATIONS, MODES, signatory_name
from desktop.views.messages import Banner
from desktop.wording import _, speaking
from desktop.wording.letters import kind_name

SUBJECT_FIELD = {"result": "assessment", "suggestion": "round", "checklist": "agreement"}
_GAP = 16
_SHARES = {"number": (3, 2)}
"""Rows that are not halves, by the name of their first field."""
_PARTS = {"period": ("period_from", "period_to")}


class LetterForm(Form):
    """All fields; `show_kind` shows those of one kind. Kind and subject are told by `picked`."""

    picked = Signal()
    """Another kind or subject was chosen by hand."""

    def __init__(self, to_signatories: Callable[[], object]) -> None:
        super().__init__(_("Surat"), ground="page", margins=(27, 4, 24, 20))
        self.head.hide()
        self.foot.hide()
        self._template = self._composed = ""
        self.kind = ""
        self._narrow = False
        self.embargo = Banner(
            "warn",
            _("Putaran ini belum dirilis. Templat yang memuat nilai disembunyikan."),
            icon="embargo",
        )
        self._add_subject()
        self._add_heading()
        self._add_body()
        self._add_end(to_signatories)
        for name in ("kind", "assessment", "agreement"):
            self.field(name).changed.connect(self.picked)

    def _add_subject(self) -> None:
        self.row(ChoiceField("kind", _("Templat"), required=True).unmarked())
        self.add(self.embargo)
        self.row(ChoiceField("assessment", _("Unit"), required=True, placeholder=_("Pilih unit")))
        self.row(UnitsField("units", _("Unit")))
        self.row(
            ChoiceField(
                "agreement", _("Kesepakatan"), required=True, placeholder=_("Pilih kesepakatan")
            )
        )

    def _add_heading(self) -> None:
        number = TextField("number", _("Nomor"))
        number.line.editingFinished.connect(self._complete_number)
        choices = [(code, _(word)) for code, word in CLASSIFICATIONS.items()]
        sifat = ChoiceField("classification", _("Sifat"), choices, required=True).unmarked()
        self.row(number, sifat, stretch=_SHARES["number"])
        written = _("Kosong: hari ditulis tangan.")
        self.row(DateField("dated", _("Tanggal"), hint=written), TextField("place", _("Tempat")))
        self.row(NoteField("addressee", _("Kepada"), required=True, lines=2))
        with speaking("id"):  # the paper's own words
            usual = _("di Tempat")
        self.row(
            TextField("attention", _("u.p. (untuk perhatian)")),
            TextField("addressee_place", _("Tempat tujuan"), placeholder=usual),
        )
        self.row(NoteField("subject", _("Hal"), required=True, lines=2))
        self.row(
            DateField("period_from", _("Masa yang diperiksa, dari")),
            DateField("period_to", _("sampai")),
        )
        hint = _("Kosong: ditulis tangan saat pemeriksaan.")
        self.row(DateField("checked_on", _("Tanggal periksa"), hint=hint))
        self.row(CheckField("for_second", _("Salinan untuk pihak kedua")).unmarked())

    def _add_body(self) -> None:
        self.row(NoteField("basis", _("Dasar penilaian"), lines=3))
        self.row(NoteField("opening", _("Paragraf pembuka"), lines=6))
        self.compose = Button(_("Sunting kalimat yang disusun"), on=self._take_composed)
        self._add_link(self.compose)
        self.row(TextField("report_to", _("Rencana aksi kepada")))
        self.row(TextField("through", _("Melalui")))
        receipt = _("Kosong: 30 hari kerja sejak surat diterima.")
        self.row(DateField("deadline", _("Tenggat rencana aksi"), hint=receipt))
        self.row(NumberField("due_days", _("Batas waktu, hari kerja sejak diterima")))
        to_equals = _("Kepada pejabat setara atau lebih tinggi")
        self.row(CheckField("respectful", to_equals).unmarked())

    def _add_end(self, to_signatories: Callable[[], object]) -> None:
        self.row(
            ChoiceField(
                "signatory_id",
                _("Pejabat penanda tangan"),
                required=True,
                placeholder=_("Belum ada pejabat penanda tangan"),
            ).unmarked()
        )
        self.to_signatories = Button(_("Tambah di Pengaturan"), on=to_signatories)
        self._add_link(self.to_signatories)
        modes = [(code, _(word)) for code, word in MODES.items()]
        self.row(ChoiceField("mode", _("Cara tanda tangan"), modes, required=True).unmarked())
        self.row(NoteField("copies", _("Tembusan"), lines=4, hint=_("Satu baris satu tembusan.")))
        self.embargo.hide()

    def _add_link(self, link: Button) -> None:
        """A button below the field it belongs to."""
        self.body.insertWidget(self.body.count() - 1, link, 0, Qt.AlignmentFlag.AlignLeft)

    # What belongs to a kind

    def show_kind(self, kind: str, *, embargo: bool, whole: bool) -> None:
        """The fields of one kind; without `whole` only those that choose kind and subject."""
        self.kind = kind
        self.embargo.setVisible(embargo)
        here = {"kind", SUBJECT_FIELD.get(kind, ""), *(self._names(kind) if whole else ())}
        for name, field in self.each():
            field.setVisible(name in here)
        for button in (self.compose, self.to_signatories):
            button.hide()
        number = _("Nomor daftar") if kind == "checklist" else _("Nomor")
        self.field("number").caption.setText(number)

    def _names(self, kind: str) -> list[str]:
        used = USED.get(kind, ())
        return [part for name in used for part in _PARTS.get(name, (name,))]

    def each(self) -> list[tuple[str, Field]]:
        """All fields by name."""
        return list(self._fields.items())

    def show_choices(
        self,
        kinds: Sequence[str],
        assessments: Sequence[Assessment],
        agreements: Sequence[Agreement],
        signatories: Sequence[Signatory],
    ) -> None:
        """What can be chosen now."""
        choices: dict[str, list[tuple[str, str]]] = {
            "kind": [(kind, kind_name(kind)) for kind in kinds],
            "assessment": [(a.id, a.unit_name) for a in assessments if a.is_frozen],
            "agreement": [(a.id, a.short_title or a.title) for a in agreements],
            "signatory_id": [(s.id, signatory_name(s)) for s in signatories],
        }
        for name, pairs in choices.items():
            field = self.field(name)
            assert isinstance(field, ChoiceField)
            field.set_choices(pairs)
        units = self.field("units")
        assert isinstance(units, UnitsField)
        units.show_units(assessments)
        signing = self.field("signatory_id").isVisibleTo(self)
        self.to_signatories.setVisible(signing and not signatories)

    def show_values(self, values: Mapping[str, Any], title: str, *, is_new: bool) -> None:
        """Another letter; a new one can be saved before anything is changed."""
        self.fill(values, subject=title)
        self._is_new = is_new

    def fit(self, *, narrow: bool) -> None:
        """In a narrow column fields that stand side by side stand below each other."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        for at in range(self.body.count()):
            item = self.body.itemAt(at)
            row = item.layout() if item is not None else None
            if isinstance(row, QBoxLayout) and row.count() > 1:
                row.setDirection(down if narrow else right)
                row.setSpacing(self.body.spacing() if narrow else _GAP)
                for number, share in enumerate(_SHARES.get(_first_name(row), (1, 1))):
                    row.setStretch(number, 0 if narrow else share)

    # What the paper says by itself

    def show_composed(self, template: str, opening: str) -> None:
        """The number's template and the first paragraph as the paper has them now."""
        first = self.field("opening")
        assert isinstance(first, NoteField)
        if template != self._template:
            self._template = template
            self._show_template()
        if not first.value():
            self._composed = opening
            first.note.setPlaceholderText(opening)
        self.compose.setVisible(bool(template) and not first.value())

    def _show_template(self) -> None:
        number = self.field("number")
        assert isinstance(number, TextField)
        shown = self._template.replace("{urut}", "…") or _("Belum diisi")
        number.line.setPlaceholderText(shown)
        number.set_hint(_("Cukup ketik nomor urut.") if self._template else "")

    def _take_composed(self) -> None:
        self.field("opening").set_value(self._composed)
        self.field("opening").focus()

    def _complete_number(self) -> None:
        """A bare serial becomes the whole number by the office's template."""
        number = self.field("number")
        serial = str(number.value())
        if "{urut}" in self._template and re.fullmatch(r"\d{1,6}", serial):
            number.set_value(self._template.replace("{urut}", serial))

    # Saving and problems

    def submit(self) -> None:
        """Simpan: only what is in sight can be wrong."""
        if not self._busy and (self.is_new() or self.is_dirty()) and self.is_sound():
            self.saving.emit(self.values())

    def is_sound(self) -> bool:
        """Whether every field in sight is a value; says beside each why it is not."""
        seen = [field for _name, field in self.each() if field.isVisibleTo(self)]
        wrong = [field for field in seen if field.trouble()]
        for field in wrong:
            field.show_problem(field.trouble())
        if wrong:
            self._after = None
            self._reach(wrong[0])
        return not wrong

    def field_of(self, name: str) -> Field | None:
        """A field in sight by its name."""
        return next((f for n, f in self.each() if n == name and f.isVisibleTo(self)), None)

    def field_with(self, widget: QWidget | None) -> str:
        """The name of the field that holds a widget; empty for none."""
        for name, field in self.each():
            if widget is not None and field.isAncestorOf(widget):
                return name
        return ""

    def is_broken(self) -> bool:
        """Whether something typed is no value yet, such as half a date."""
        return any(field.trouble_typed() for _name, field in self.each())


def _first_name(row: QBoxLayout) -> str:
    item = row.itemAt(0)
    first = item.widget() if item is not None else None
    return first.name if isinstance(first, Field) else ""

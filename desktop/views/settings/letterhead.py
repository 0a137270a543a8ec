"""Kop surat dan kertas: the letterhead, paper and margins, with the live first page beside."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import QTimer

from desktop.domain.act import Changes
from desktop.domain.problems import Problem
from desktop.services import offices
from desktop.views.kinds import ChoiceField, NoteField, NumberField, TextField
from desktop.views.pages import Page
from desktop.views.settings.logo import Logo, LogoField
from desktop.views.settings.panes import Pane, file_form
from desktop.views.settings.preview import PaperPreview
from desktop.views.settings.sample import sample_letter
from desktop.wording import N_, _

REST = 300
"""Milliseconds without a key before the page is drawn again."""
PREVIEW_FROM = 1200
LINES = ("head_line", "office_line", "address_line", "contact_line", "paper")
MARGINS = ("margin_left", "margin_right", "margin_top", "margin_bottom")
NAMES = {"A4": N_("A4 (210 × 297 mm)"), "F4": N_("F4 (210 × 330 mm)")} | {
    "F4-215": N_("F4 lebar (215 × 330 mm)")
}


class LetterheadPane(Pane):
    """Form at the left, paper at the right."""

    key: ClassVar[str] = "letterhead"
    title: ClassVar[str] = N_("Kop surat dan kertas")

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.form = file_form(_(self.title))
        self.preview = PaperPreview()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self.draw)
        self._add_fields()
        self.form.fill({})
        self.lay.addWidget(self.form, 1)
        self.lay.addWidget(self.preview)
        self.form.saving.connect(self.keep)
        self.form.edited.connect(self._rest.start)
        self.form.dropped.connect(self.draw)

    def _add_fields(self) -> None:
        office = NoteField("office_line", _("Nama kantor atau perangkat daerah"), lines=2)
        office.set_hint(_("Dicetak tebal; paling banyak tiga baris."))
        logo = LogoField("logo", _("Lambang"), check=self._check_logo)
        papers = [(key, _(name)) for key, name in NAMES.items()]
        margins = [_("Kiri (mm)"), _("Kanan (mm)"), _("Atas (mm)"), _("Bawah (mm)")]
        self.form.add(TextField("head_line", _("Baris pertama")))
        self.form.add(office)
        self.form.add(TextField("address_line", _("Alamat dan hubungan")))
        self.form.add(TextField("contact_line", _("Telepon dan laman")))
        self.form.add(logo)
        self.form.add(ChoiceField("paper", _("Kertas"), papers, required=True).unmarked())
        pairs = zip(MARGINS, margins, strict=True)
        fields = [NumberField(name, label, required=True).unmarked() for name, label in pairs]
        fields[2].set_hint(_("sejak halaman 2"))
        self.form.row(*fields)

    def load(self) -> None:
        if self.form.is_dirty():
            return
        profile = self.office.profile
        values: dict[str, Any] = {name: getattr(profile, name) for name in (*LINES, *MARGINS)}
        values["logo"] = Logo(profile.logo_name, profile.logo) if profile.logo else None
        self.form.fill(values)
        self.draw()

    def draw(self) -> None:
        """The first page as the draft would print it."""
        if self.preview.isHidden():
            return
        values = self.form.values()
        if any(values[name] is None for name in (*MARGINS, "paper")):
            return
        letter = sample_letter(self.office.profile, values, self.office.read(offices.signatories))
        self.preview.show_letter(self.office.paper, letter)

    def keep(self, values: dict[str, Any]) -> None:
        """Writes what was changed; the logo is bytes and a name."""
        changed = self.form.changes()
        if "logo" in changed:
            logo: Logo | None = changed.pop("logo")
            changed |= {"logo": logo.data if logo else None, "logo_name": logo.name if logo else ""}
        self.page.write(
            offices.change_profile,
            form=self.form,
            then=self._drawn_again,
            said=_("Kop surat tersimpan."),
            **changed,
        )

    def _drawn_again(self, _changes: Changes) -> None:
        self.draw()

    def _check_logo(self, data: bytes) -> Problem | None:
        try:
            self.office.paper.check_picture(data)
        except Problem as problem:
            return problem
        return None

    def parts(self) -> tuple[Any, ...]:
        return (self.form,)

    def fit(self, window_width: int) -> None:
        wanted = window_width >= PREVIEW_FROM
        if wanted == self.preview.isHidden():
            self.preview.setVisible(wanted)
            self.draw()

"""The form of an agreement: what it is, who signed it, what it covers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain.agreement import Agreement, AgreementPage
from desktop.domain.problems import Problem
from desktop.domain.region import Region
from desktop.views.agreement.forms import WideForm
from desktop.views.agreement.words import kind_choices, state_choices
from desktop.views.buttons import Button
from desktop.views.checklists import CheckListField, Mark
from desktop.views.dated import DateField
from desktop.views.fields import Field
from desktop.views.kinds import CheckField, ChoiceField, NoteField, NumberField, TextField, heading
from desktop.wording import _

_PLAIN = (
    "kind title short_title region_code signed_on place valid_until state basis witnesses scope "
    "obstacle universe representing is_sample note"
).split()
_PARTS = ("name", "number", "signer", "signer_title")
PARTIES = 3
"""Parties that the form has fields for; further ones are kept as they are."""


class AgreementForm(WideForm):
    """Title, parties with a number each, dates, scope, and the agencies it covers."""

    def __init__(self) -> None:
        super().__init__(_("Perjanjian"))
        self._rest: tuple[dict[str, str], ...] = ()
        self._third: list[QWidget] = []
        self._add_what()
        for at in range(PARTIES):
            self._add_party(at)
        self.more = Button(_("Tambah pihak"), "quiet", icon="add", on=self._add_third)
        self.add(self.more)
        self._add_signing()
        self._add_coverage()
        self.row(NoteField("obstacle", _("Kendala"), lines=2))
        self.row(NoteField("note", _("Catatan"), lines=2))
        self.row(CheckField("is_sample", _("Data buatan (dicap CONTOH)")))
        self.fill({})
        self._show_third(False)

    def _add_what(self) -> None:
        self.row(NoteField("title", _("Judul"), required=True, lines=2))
        self.row(
            TextField("short_title", _("Nama singkat di daftar")),
            ChoiceField("kind", _("Jenis"), kind_choices(), required=True).unmarked(),
        )
        self.row(
            ChoiceField("region_code", _("Wilayah"), required=True),
            ChoiceField("parent", _("Perjanjian induk"), placeholder=_("Tidak ada")),
        )

    def _add_party(self, at: int) -> None:
        title = heading((_("Pihak Kesatu"), _("Pihak Kedua"), _("Pihak Ketiga"))[at])
        name = TextField(f"party{at}_name", _("Nama pihak"))
        number = TextField(f"party{at}_number", _("Nomor"))
        signer = TextField(f"party{at}_signer", _("Ditandatangani oleh"))
        role = TextField(f"party{at}_signer_title", _("Jabatan"))
        self.add(title)
        self.row(name, number, stretch=(3, 2))
        self.row(signer, role)
        if at == PARTIES - 1:
            self._third = [title, name, number, signer, role]

    def _add_signing(self) -> None:
        self.add(heading(_("Penandatanganan dan masa berlaku")))
        self.row(DateField("signed_on", _("Ditandatangani")), TextField("place", _("Tempat")))
        self.row(
            ChoiceField("state", _("Keadaan"), state_choices(), required=True).unmarked(),
            DateField("valid_until", _("Berlaku sampai")),
        )
        self.row(TextField("basis", _("Dasar")), TextField("witnesses", _("Saksi")))

    def _add_coverage(self) -> None:
        self.add(heading(_("Cakupan")))
        self.row(NoteField("scope", _("Ruang lingkup"), lines=2))
        self.row(
            NumberField("universe", _("Perangkat daerah seluruhnya")),
            NumberField("representing", _("Yang mewakili")),
        )
        marks = (
            Mark("named", _("Disebut"), "neutral"),
            Mark("representing", _("Mewakili"), "accent"),
        )
        self.row(
            CheckListField(
                "agencies",
                _("Perangkat daerah yang dicakup"),
                marks=marks,
                hint=_("Spasi atau klik: disebut namanya, mewakili, tidak dicakup."),
                nothing=_("Belum ada instansi di wilayah ini."),
            )
        )

    # Parties

    def _add_third(self) -> None:
        self._show_third(True)
        self.field(f"party{PARTIES - 1}_name").focus()

    def _show_third(self, wanted: bool) -> None:
        for part in self._third:
            part.setVisible(wanted)
        self.more.setVisible(not wanted)

    # What is chosen from

    def offer(self, regions: Sequence[Region], agreements: Sequence[Agreement]) -> None:
        """What can be chosen for region and parent."""
        choice(self, "region_code").set_choices([(r.code, r.name) for r in regions])
        choices = [(a.id, a.short_title or a.title) for a in agreements]
        choice(self, "parent").set_choices(choices)

    def offer_agencies(self, agencies: Sequence[tuple[str, str]]) -> None:
        """The agencies that can be covered; those that are covered already stay in the list."""
        field = self.field("agencies")
        assert isinstance(field, CheckListField)
        field.set_choices(agencies)

    # The draft

    def begin(self, values: Mapping[str, Any]) -> None:
        """A new agreement."""
        self._rest = ()
        self._show_third(False)
        self.start(values, title=_("Perjanjian baru"))

    def show_page(self, page: AgreementPage) -> None:
        """An agreement that is kept."""
        agreement = page.agreement
        self.offer_agencies([(id, name) for id, name, _role in page.agencies])
        values: dict[str, Any] = {name: getattr(agreement, name) for name in _PLAIN}
        values["parent"] = agreement.parent_id
        values["agencies"] = tuple((id, role) for id, _name, role in page.agencies)
        for at, party in enumerate(agreement.parties[:PARTIES]):
            for part in _PARTS:
                values[f"party{at}_{part}"] = getattr(party, part)
        rest = agreement.parties[PARTIES:]
        self._rest = tuple({part: getattr(party, part) for part in _PARTS} for party in rest)
        self._show_third(len(agreement.parties) >= PARTIES)
        name = agreement.short_title or agreement.title
        self.fill(values, title=_("Ubah perjanjian"), subject=name)

    def facts(self) -> dict[str, Any]:
        """What the use cases want: parties and agencies apart, the rest by name.

        A party with a number but no name is a problem beside its name.
        """
        values, drafted = self.values(), self.drafted()
        facts = {name: drafted[name] for name in _PLAIN if name in drafted}
        parties = [self._party(values, at) for at in range(PARTIES)]
        if any(name.startswith("party") for name in drafted):
            facts["parties"] = (*(one for one in parties if any(one.values())), *self._rest)
        if "parent" in drafted:
            facts["parent"] = drafted["parent"] or (None if self.is_new() else "")
        if "agencies" in drafted:
            agencies = drafted["agencies"]
            facts["agencies"] = tuple({"agency": id, "role": role} for id, role in agencies)
        return facts

    def _party(self, values: Mapping[str, Any], at: int) -> dict[str, str]:
        party: dict[str, str] = {part: values[f"party{at}_{part}"] for part in _PARTS}
        if any(party.values()) and not party["name"]:
            raise Problem("agreement.party_missing", field=f"party{at}_name")
        return party


def choice(form: WideForm, name: str) -> ChoiceField:
    """A choice of a form by its name."""
    field: Field = form.field(name)
    assert isinstance(field, ChoiceField)
    return field

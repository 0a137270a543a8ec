"""The form of a round: its key, its standard and scope, and how it is worked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop.domain.library import InstrumentEntry
from desktop.domain.region import Region
from desktop.domain.round import Round
from desktop.views.dated import DateField
from desktop.views.forms import Form
from desktop.views.kinds import CheckField, ChoiceField, NumberField, TextField, heading
from desktop.views.messages import Banner
from desktop.views.round.words import instrument_text, outside, state, track_choices
from desktop.wording import _

KEY = ("year", "instrument", "region_code", "track")
"""What a round is known by: it never changes."""
REST = (
    "name minimum universe sample basis field_start field_end needs_verification "
    "needs_validation is_sample"
).split()


class RoundForm(Form):
    """New and saved rounds. `facts` are what the use cases take."""

    def __init__(self) -> None:
        super().__init__(_("Putaran"))
        self.shown: Round | None = None
        self._entries: dict[str, InstrumentEntry] = {}
        self.warning = Banner("warn", "")
        self.warning.hide()
        self._lay_fields()
        for name in ("year", "instrument"):
            self.field(name).changed.connect(self._warn)

    def _lay_fields(self) -> None:
        year = NumberField("year", _("Tahun"), required=True)
        self.row(
            TextField("name", _("Nama putaran"), hint=_("Kosong berarti dari tahun dan daerah.")),
            year,
            stretch=(3, 1),
        )
        self.row(ChoiceField("instrument", _("Instrumen"), required=True))
        self.add(self.warning)
        self.row(
            ChoiceField("region_code", _("Daerah"), required=True),
            ChoiceField("track", _("Jalur"), track_choices(), required=True),
            stretch=(3, 2),
        )
        self.row(
            NumberField("minimum", _("Standar minimum"), decimals=2),
            NumberField("universe", _("Populasi unit")),
            NumberField("sample", _("Sampel")),
        )
        self.row(TextField("basis", _("Dasar: surat perintah atau edaran")))
        self.add(heading(_("Pengambilan data")))
        self.row(
            DateField("field_start", _("Tanggal mulai")),
            DateField("field_end", _("Tanggal selesai")),
        )
        self.row(CheckField("needs_verification", _("Perlu verifikasi orang kedua")))
        self.row(CheckField("needs_validation", _("Perlu validasi")))
        sample = _("Setiap cetakan diberi tanda CONTOH.")
        self.row(CheckField("is_sample", _("Nilai latihan (CONTOH)"), hint=sample))

    def show_choices(
        self, instruments: Sequence[InstrumentEntry], regions: Sequence[Region]
    ) -> None:
        """What can be chosen from; superseded instruments only where they are in use."""
        self._entries = {_key(one): one for one in instruments}
        alive = [one for one in instruments if one.state == "published" or one.used_by]
        self.field("instrument").set_choices([(_key(one), instrument_text(one)) for one in alive])  # type: ignore[attr-defined]
        self.field("region_code").set_choices([(one.code, one.name) for one in regions])  # type: ignore[attr-defined]

    def show_round(self, held: Round) -> None:
        """A saved round: its key stays, after the release all of it."""
        self.shown = held
        values: dict[str, Any] = {name: getattr(held, name) for name in REST}
        values |= {name: getattr(held, name) for name in ("year", "region_code", "track")}
        values["instrument"] = f"{held.instrument_code}@{held.instrument_version}"
        self.lock("")
        self.fill(values, title=held.name)
        self.head.badge.show_text(*state(held))
        for name in KEY:
            self.field(name).lock(" ")
        self.field("year").lock(_("Tetap."))
        if held.is_released:
            self.lock(_("Putaran sudah dirilis: isiannya tetap."))
        self._warn()

    def start_round(self, region: str, year: int) -> None:
        """A new draft with what is usual here."""
        self.shown = None
        self.lock("")
        self.head.badge.show_text("")
        for name in KEY:
            self.field(name).lock("")
        values = {"year": year, "region_code": region, "track": "internal"}
        self.start(values, title=_("Putaran baru"))
        self.field("instrument").focus()
        self._warn()

    def facts(self) -> dict[str, Any]:
        """The draft as `add_round` or `change_round` takes it."""
        values, drafted = self.values(), self.drafted()
        found = {name: drafted[name] for name in REST if name in drafted}
        if self.shown is None:
            entry = self._entries[values["instrument"]]
            found |= {name: values[name] for name in ("year", "region_code", "track")}
            found |= {"instrument": entry.code, "version": entry.version}
        return found

    def _warn(self) -> None:
        entry = self._entries.get(self.field("instrument").value() or "")
        words = outside(entry, self.field("year").value())
        self.warning.words.setText(words)
        self.warning.setVisible(bool(words))


def _key(entry: InstrumentEntry) -> str:
    return f"{entry.code}@{entry.version}"

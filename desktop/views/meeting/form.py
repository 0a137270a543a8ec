"""The side form of a meeting. It has no field for a score, and none may be added."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QTimer

from desktop.domain.agreement import Agreement
from desktop.domain.meeting import Meeting
from desktop.domain.region import Region
from desktop.domain.round import Round
from desktop.views.checklists import CheckListField
from desktop.views.dated import DateField
from desktop.views.fields import Field
from desktop.views.forms import Form
from desktop.views.kinds import ChoiceField, NoteField, NumberField, TextField
from desktop.views.meeting.agreed import AgreedPart
from desktop.views.meeting.clock_field import ClockField
from desktop.views.meeting.words import kind_choices, kind_word, short_region, state_choices
from desktop.views.messages import Banner
from desktop.wording import _

_PLAIN = (
    "kind state title region_code held_on starts ends place attendance attendees minutes "
    "handed_over"
).split()


class MeetingForm(Form):
    """What, when, where, with whom; what was said, handed over and agreed."""

    def __init__(self, *, letter: Callable[[], object], agreed: AgreedPart) -> None:
        super().__init__(_("Rapat"), margins=(20, 16, 20, 16))
        self.shown: Meeting | None = None
        self._suggested = ""
        self._rounds: dict[str, str] = {}
        sentence = _("Putaran belum dirilis: rapat ini hanya menyampaikan catatan dan saran.")
        self.embargo = Banner("warn", sentence, _("Surat saran"), letter, icon="embargo")
        self.add(self.embargo)
        self._add_what()
        self._add_record()
        self.agreed = agreed
        self.add(agreed)
        agreed.opened.connect(lambda: QTimer.singleShot(0, self, self._show_card))
        for name in ("kind", "round"):
            self.field(name).changed.connect(self._suggest)
        self.fill({})

    def _add_what(self) -> None:
        self.row(
            ChoiceField("kind", _("Jenis"), kind_choices(), required=True).unmarked(),
            ChoiceField("state", _("Keadaan"), state_choices(), required=True).unmarked(),
        )
        self.row(NoteField("title", _("Judul"), required=True, lines=2))
        unknown = _("Kosongkan bila tanggalnya belum tercatat.")
        self.row(DateField("held_on", _("Tanggal"), hint=unknown))
        self.row(
            ClockField("starts", _("Mulai pukul")),
            ClockField("ends", _("Selesai pukul")),
        )
        self.row(TextField("place", _("Tempat")))
        self.row(ChoiceField("region_code", _("Wilayah"), required=True))
        self.row(ChoiceField("round", _("Putaran"), placeholder=_("Tidak ada")))
        self.row(ChoiceField("agreement", _("Perjanjian"), placeholder=_("Tidak ada")))
        self.row(
            CheckListField(
                "agencies",
                _("Instansi yang bersangkutan"),
                nothing=_("Belum ada instansi di wilayah ini."),
            )
        )

    def _add_record(self) -> None:
        self.row(NumberField("attendance", _("Jumlah hadir")))
        self.row(NoteField("attendees", _("Yang hadir"), lines=2))
        self.row(NoteField("minutes", _("Notula"), lines=5))
        self.row(NoteField("handed_over", _("Yang diserahkan"), lines=2))

    def show_zone(self, zone: str) -> None:
        """The office's zone beside the hours: "Mulai pukul (WIB)"."""
        for name in ("starts", "ends"):
            field = self.field(name)
            field.caption.setText(f"{field.label} ({zone})")

    def _show_card(self) -> None:
        """The card of the next agreement, once it has its place."""
        self.body.activate()
        self.area.ensureWidgetVisible(self.agreed.card, 0, 24)

    # What is chosen from

    def offer(
        self, regions: Sequence[Region], rounds: Sequence[Round], agreements: Sequence[Agreement]
    ) -> None:
        """What can be chosen for region, round and agreement."""
        self._rounds = {r.id: r.name for r in rounds}
        self._choice("region_code").set_choices([(r.code, r.name) for r in regions])
        held = [(r.id, f"{r.name} · {short_region(r.region_name)}") for r in rounds]
        self._choice("round").set_choices(held)
        named = [(a.id, a.short_title or a.title) for a in agreements]
        self._choice("agreement").set_choices(named)

    def offer_agencies(self, agencies: Sequence[tuple[str, str]]) -> None:
        """The agencies of the region that is chosen; those that are ticked stay among them."""
        field = self.field("agencies")
        assert isinstance(field, CheckListField)
        field.set_choices(agencies)

    def _choice(self, name: str) -> ChoiceField:
        field: Field = self.field(name)
        assert isinstance(field, ChoiceField)
        return field

    # The draft

    def begin(self, values: Mapping[str, Any]) -> None:
        """A new meeting."""
        self.shown = None
        self.embargo.hide()
        self.agreed.shut()
        self.agreed.show_actions((), is_kept=False)
        self._suggested = ""
        self.area.verticalScrollBar().setValue(0)
        self.start(values, title=_("Rapat baru"))
        self._suggest()

    def show_meeting(self, meeting: Meeting, concerned: Sequence[tuple[str, str]]) -> None:
        """A meeting that is kept, and the agencies it concerns."""
        if self.shown is None or self.shown.id != meeting.id:
            self.agreed.shut()
            self.area.verticalScrollBar().setValue(0)
        self.shown = meeting
        self.offer_agencies(concerned)
        values: dict[str, Any] = {name: getattr(meeting, name) for name in _PLAIN}
        values["round"], values["agreement"] = meeting.round_id, meeting.agreement_id
        values["agencies"] = tuple((id, "yes") for id, _name in concerned)
        self._suggested = self._suggestion(meeting.kind, meeting.round_id)
        self.fill(values, title=meeting.title, subject=meeting.title)
        self.embargo.setVisible(meeting.is_embargoed)

    def facts(self) -> dict[str, Any]:
        """What the use case wants."""
        facts = self.drafted()
        for name in ("round", "agreement"):
            if name in facts:
                facts[name] = facts[name] or ""
        if "agencies" in facts:
            facts["agencies"] = tuple(id for id, _mark in facts["agencies"])
        return facts

    def _suggestion(self, kind: str | None, round_id: str | None) -> str:
        name = self._rounds.get(round_id or "", "")
        return f"{kind_word(kind)} {name}".strip() if kind and name else ""

    def _suggest(self) -> None:
        """A title from kind and round, as long as nobody wrote another."""
        title = self.field("title")
        if title.value() not in ("", self._suggested):
            return
        kind, held = self.field("kind").value(), self.field("round").value()
        self._suggested = self._suggestion(kind, held)
        if self.is_new():
            title.set_value(self._suggested)

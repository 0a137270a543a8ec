"""Forms of a promise: the promise with its stages, a report about it, an action that serves it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtGui import QResizeEvent

from desktop.domain.agreement import Commitment
from desktop.views.agreement.stage_field import StageEntry, StagesField
from desktop.views.agreement.words import amount, due_words, report_choices
from desktop.views.dated import DateField
from desktop.views.forms import Form
from desktop.views.kinds import ChoiceField, NoteField, NumberField, TextField
from desktop.wording import _

WIDEST = 640
"""Lines longer than this are uncomfortable to fill in."""


class WideForm(Form):
    """A form in the right half of the page: fields at the left, not wider than they are read."""

    def __init__(self, name: str, *, save: str = "") -> None:
        super().__init__(name, save=save, margins=(20, 16, 20, 16))
        if (inner := self.area.widget()) is not None:
            inner.setMaximumWidth(WIDEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        right = max(20, self.width() - WIDEST + 20)
        if (line := self.foot.layout()) is not None:
            line.setContentsMargins(19, 0, right, 0)

    def to_top(self) -> None:
        """Scrolls to the first field."""
        self.area.verticalScrollBar().setValue(0)

    def reach(self, name: str) -> None:
        """Scrolls to a field and puts the cursor into it."""
        self._reach(self.field(name))


class CommitmentForm(WideForm):
    """A promise: what, by whom, from where to where, until when, and its stages."""

    def __init__(self) -> None:
        super().__init__(_("Janji"))
        self.row(NoteField("activity", _("Yang dijanjikan"), required=True, lines=2))
        self.row(TextField("article", _("Pasal dan ruang lingkup")))
        self.row(TextField("output", _("Keluaran atau indikator")))
        self.row(
            TextField("owner_first", _("Penanggung jawab Pihak Kesatu")),
            TextField("owner_second", _("Penanggung jawab Pihak Kedua")),
        )
        self.row(
            NumberField("baseline", _("Awal")),
            NumberField("target", _("Target")),
            TextField("unit", _("Satuan"), hint=_("Misalnya kewenangan, unit, OPD")),
        )
        words_hint = _("Bila tanpa tanggal, seperti tertulis dalam perjanjian")
        self.row(
            DateField("due_on", _("Tenggat")),
            TextField("due_words", _("Tenggat dalam kata-kata"), hint=words_hint),
        )
        self.row(TextField("promised_to", _("Dijanjikan kepada")))
        hint = _("Kosongkan baris untuk menghapus tahapnya.")
        self.row(StagesField("stages", _("Tahap"), hint=hint))
        self.fill({})

    def show_commitment(self, commitment: Commitment) -> None:
        """A promise that is kept."""
        names = (
            "activity article output owner_first owner_second baseline target unit due_on "
            "due_words promised_to".split()
        )
        values: dict[str, Any] = {name: getattr(commitment, name) for name in names}
        stages = commitment.stages
        values["stages"] = tuple(StageEntry(s.label, s.plan, s.target) for s in stages)
        self.fill(values, title=_("Ubah janji"), subject=commitment.activity)


def commitment_facts(values: Mapping[str, Any]) -> dict[str, Any]:
    """What the use case wants: stages as mappings, the rest by name."""
    if "stages" not in values:
        return dict(values)
    return {**values, "stages": tuple(stage._asdict() for stage in values["stages"])}


class ReportForm(WideForm):
    """What was reported about a promise, for one stage or as a whole."""

    def __init__(self) -> None:
        super().__init__(_("Laporan janji"), save=_("Catat laporan"))
        self.row(
            DateField("on", _("Tanggal laporan"), required=True),
            ChoiceField("state", _("Keadaan"), report_choices(), required=True),
        )
        self.row(
            ChoiceField("stage", _("Tahap"), placeholder=_("Seluruh janji")),
            NumberField("amount", _("Jumlah yang tercapai")),
        )
        self.row(NoteField("evidence", _("Bukti dukung"), lines=2))
        self.row(NoteField("obstacle", _("Kendala"), lines=2))
        self.row(NoteField("plan", _("Rencana tindak lanjut"), lines=2))
        self.fill({})

    def begin(self, commitment: Commitment, today: date) -> None:
        """An empty report of a promise; the next stage without a report is suggested."""
        stage = self.field("stage")
        assert isinstance(stage, ChoiceField)
        stage.set_choices([(s.label, f"{s.label}: {s.plan}") for s in commitment.stages])
        stage.setVisible(bool(commitment.stages))
        goal = amount(commitment.target, commitment.unit)
        hint = _("Target: {target}").format(target=goal) if goal else commitment.unit
        self.field("amount").set_hint(hint)
        open_stage = next((s.label for s in commitment.stages if not s.reported), None)
        self.start({"on": today, "stage": open_stage}, title=_("Laporan janji"))
        self.head.show_remark(commitment.activity)


class PlanForm(WideForm):
    """An action that serves a promise."""

    def __init__(self) -> None:
        super().__init__(_("Tindak lanjut"), save=_("Catat tindakan"))
        self.row(NoteField("title", _("Tindakan"), required=True, lines=2))
        self.row(ChoiceField("agency", _("Instansi pelaksana"), required=True))
        self.row(TextField("person", _("Penanggung jawab")), DateField("due_on", _("Batas waktu")))
        self.row(TextField("output", _("Keluaran dan bukti yang diharapkan")))
        self.fill({})

    def begin(self, commitment: Commitment, agencies: Sequence[tuple[str, str]]) -> None:
        """A draft in the words of the promise."""
        agency = self.field("agency")
        assert isinstance(agency, ChoiceField)
        agency.set_choices(agencies)
        nobody = _("Belum ada instansi di wilayah ini. Tambah dahulu di halaman Instansi.")
        agency.set_hint("" if agencies else nobody)
        values = {
            "title": commitment.activity,
            "due_on": commitment.due_on,
            "output": commitment.output,
            "agency": agencies[0][0] if len(agencies) == 1 else None,
        }
        self.start(values, title=_("Jadikan tindak lanjut"))
        due = due_words(commitment)
        self.head.show_remark(_("Tenggat janji: {due}").format(due=due) if due else "")

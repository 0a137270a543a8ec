"""A new action: from a finding, or free for an agency."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.agency import Agency
from desktop.domain.finding import Finding
from desktop.views.dated import DateField
from desktop.views.forms import Form
from desktop.views.kinds import ChoiceField, NoteField, TextField
from desktop.wording import _


class NewActionForm(Form):
    """What is to be done, where, by whom, until when."""

    def __init__(self) -> None:
        super().__init__(_("Tindakan baru"), margins=(20, 16, 20, 16))
        self.finding: Finding | None = None
        self.row(ChoiceField("agency", _("Instansi pelaksana"), required=True))
        self.row(NoteField("title", _("Tindakan"), required=True, lines=3))
        self.row(TextField("person", _("Penanggung jawab")))
        self.row(
            DateField("received_on", _("Surat diterima")), DateField("due_on", _("Batas waktu"))
        )
        self.row(TextField("output", _("Keluaran dan bukti yang diharapkan")))
        self.fill({})

    def begin(self, agencies: Sequence[Agency], days: int, finding: Finding | None = None) -> None:
        """An empty draft, or one with the words of a finding."""
        self.finding = finding
        choices = [(a.id, a.name) for a in agencies]
        agency = self.field("agency")
        assert isinstance(agency, ChoiceField)
        agency.set_choices(choices)
        words = _("Bila kosong: {n} hari kerja sejak surat diterima.").format(n=days)
        self.field("due_on").set_hint(words)
        values: dict[str, object] = {}
        remark = ""
        if finding is not None:
            values = {
                "agency": finding.agency_id,
                "title": finding.suggestion,
                "due_on": finding.due_on,
            }
            remark = f"{finding.code} · {finding.unit_name}"
        agency.lock(_("Dari temuan.") if finding is not None else "")
        self.start(values, title=_("Tindakan baru"))
        self.head.show_remark(remark)

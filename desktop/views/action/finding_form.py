"""The side form of a finding: note, suggestion, legal basis, due day; and the way to an action."""

from __future__ import annotations

from collections.abc import Callable

from desktop.domain.finding import Finding
from desktop.views.buttons import Button
from desktop.views.dated import DateField
from desktop.views.forms import Form
from desktop.views.kinds import NoteField
from desktop.wording import _

Plan = Callable[[], object]


class FindingForm(Form):
    """What was found and what mends it; editable until the assessment is frozen."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(_("Temuan"), margins=(20, 16, 20, 16))
        self.plan = Button(_("Jadikan tindak lanjut"), "plain", icon="action", on=plan)
        self.add(self.plan)
        self.row(NoteField("note", _("Catatan temuan"), lines=3))
        self.row(NoteField("suggestion", _("Saran perbaikan"), required=True, lines=4))
        self.row(NoteField("legal_basis", _("Dasar hukum"), lines=2))
        self.row(DateField("due_on", _("Batas waktu saran")))
        self.fill({})

    def show_finding(self, finding: Finding) -> None:
        """Another finding."""
        names = ("note", "suggestion", "legal_basis", "due_on")
        self.fill(
            {name: getattr(finding, name) for name in names},
            title=finding.indicator_name,
            subject=finding.code,
        )
        where = [finding.code, finding.unit_name, finding.product_name or ""]
        self.head.show_remark(" · ".join(part for part in where if part))
        if finding.is_frozen:
            self.lock(_("Penilaian sudah dibekukan; temuan ini ikut beku."))
        else:
            self.lock("")
            self.head.show_remark(" · ".join(part for part in where if part))

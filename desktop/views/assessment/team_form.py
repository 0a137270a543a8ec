"""The side form of one unit in the round: team, assessors, dates, place."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.assessment import Assessment
from desktop.views.assessment.words import state_badge
from desktop.views.buttons import Button
from desktop.views.dated import DateField
from desktop.views.forms import Form
from desktop.views.kinds import NoteField, TextField
from desktop.wording import _, counted, numbers

FIELDS = ("team", "assessors", "started_on", "ended_on", "place")


class TeamForm(Form):
    """Who assesses, when and where; and the ways to the desk and out of the round."""

    desk_wanted = Signal()
    drop_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("Unit dalam putaran"))
        self.shown: Assessment | None = None
        self.desk_button = Button(_("Buka meja penilaian"), icon="assessment")
        self.desk_button.clicked.connect(self.desk_wanted)
        self.drop_button = Button(_("Keluarkan dari putaran"), "quiet")
        self.drop_button.clicked.connect(self.drop_wanted)
        self.add(_line(self.desk_button))
        self.row(TextField("team", _("Tim")))
        self.row(NoteField("assessors", _("Penilai"), hint=_("Pisahkan dengan koma."), lines=2))
        self.row(DateField("started_on", _("Tanggal mulai")))
        self.row(DateField("ended_on", _("Tanggal selesai")))
        self.row(TextField("place", _("Tempat")))
        self.add(_line(self.drop_button))

    def show_assessment(self, one: Assessment) -> None:
        """Another unit; what was handed on or frozen is locked."""
        self.shown = one
        title = one.unit_short or one.unit_name
        self.fill({name: getattr(one, name) for name in FIELDS}, title=title, subject=title)
        self.head.badge.show_text(*state_badge(one))
        is_open = one.state in ("planned", "collecting")
        reason = "" if is_open else _("Sudah diserahkan atau dibekukan: isian ini tetap.")
        self.lock(reason)
        if not reason:
            self.head.show_remark(_facts(one))
        begun = one.state != "planned" or one.answered + one.not_applicable > 0
        self.drop_button.setVisible(not begun)

    def values_of(self) -> dict[str, Any]:
        """The fields as the use case takes them."""
        return {name: self.field(name).value() for name in FIELDS}


def _facts(one: Assessment) -> str:
    if one.published_value is not None:
        return _("Nilai terbitan {value}").format(value=numbers.decimal(one.published_value))
    products = counted("{n} produk", "{n} produk", one.product_count)
    cells = _("{n} dari {of} terisi").format(n=one.answered, of=one.applicable)
    return f"{products} · {cells}"


def _line(button: QWidget) -> QWidget:
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(button)
    line.addStretch(1)
    return made

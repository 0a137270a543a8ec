"""The side form of an action: its stages, what it says, and its next step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.action import STATES, Action
from desktop.views.action.words import STAGES, obstacles
from desktop.views.buttons import Button
from desktop.views.dated import DateField
from desktop.views.forms import Form
from desktop.views.insets import Inset
from desktop.views.kinds import ChoiceField, NoteField, TextField
from desktop.views.stages import DONE, PLANNED, TARGET, StageSteps, Step
from desktop.wording import N_, _, dates

Move = Callable[[str, str], object]
"""(state, note): asks the page to move the action."""
NEXT = {
    "planned": ("running", N_("Mulai dikerjakan")),
    "running": ("reported", N_("Catat bukti…")),
    "reported": ("verified", N_("Verifikasi")),
    "verified": ("closed", N_("Tutup tindakan")),
}


class ActionForm(Form):
    """Stages on top, fields below, the next step as one button under the stages."""

    def __init__(self, move: Move) -> None:
        super().__init__(_("Tindakan"), margins=(20, 16, 20, 16))
        self._move = move
        self._state = ""
        self._asked = ""
        self.steps = StageSteps()
        self.add(self.steps)
        self.buttons = _StepButtons(self._step, self._back, self._drop)
        self.add(self.buttons)
        self.note = Inset(_("Simpan"))
        self.note_field = NoteField("note", _("Keterangan"), required=True)
        self.note.row(self.note_field)
        self.note.kept.connect(self._with_note)
        self.add(self.note)
        self._add_fields()

    def _add_fields(self) -> None:
        self.row(NoteField("title", _("Tindakan"), required=True, lines=2))
        self.row(TextField("person", _("Penanggung jawab")))
        self.row(
            DateField("received_on", _("Surat diterima")), DateField("due_on", _("Batas waktu"))
        )
        self.row(ChoiceField("obstacle", _("Kendala"), obstacles(), placeholder=_("Tidak ada")))
        self.row(TextField("obstacle_note", _("Keterangan kendala")))
        self.row(DateField("extended_to", _("Perpanjangan sampai")))
        self.row(TextField("output", _("Keluaran dan bukti yang diharapkan")))
        self.row(NoteField("evidence_note", _("Catatan bukti"), lines=2))
        self.fill({})

    def show_action(self, action: Action, days: int) -> None:
        """Another action; `days` is the office's usual number of working days."""
        self._state = action.state
        names = (
            "title person received_on due_on obstacle obstacle_note extended_to output "
            "evidence_note".split()
        )
        filled = {name: getattr(action, name) for name in names}
        filled["obstacle"] = action.obstacle or None
        self.fill(filled, title=action.title, subject=action.title)
        self.steps.show_steps(_steps(action))
        self.buttons.show_state(action.state)
        self.note.shut()
        self.lock("" if action.is_open else " ")
        self.head.show_remark(_origin(action) if action.is_open else _ended(action))
        words = _("Tanpa tanggal: {n} hari kerja sejak surat diterima.").format(n=days)
        self.field("due_on").set_hint("" if action.due_on else words)

    def _step(self) -> None:
        state, _words = NEXT[self._state]
        if state == "reported":
            self._ask(state, _("Bukti apa yang masuk?"), _("Catat bukti"))
        else:
            self._move(state, "")

    def _back(self) -> None:
        self._ask("running", _("Mengapa dikembalikan?"), _("Kembalikan"))

    def _drop(self) -> None:
        self._ask("dropped", _("Mengapa tindakan ini digugurkan?"), _("Gugurkan"))

    def _ask(self, state: str, question: str, verb: str) -> None:
        self._asked = state
        self.note.start(question, {"note": ""}, verb=verb)

    def _with_note(self, values: dict[str, str]) -> None:
        self._move(self._asked, values["note"])


class _StepButtons(QWidget):
    """The next step, and the ways aside."""

    def __init__(
        self, step: Callable[[], None], back: Callable[[], None], drop: Callable[[], None]
    ) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        line = QHBoxLayout()
        line.setSpacing(4)
        self.step = Button("", on=step)
        self.back = Button(_("Kembalikan…"), "quiet", on=back)
        self.drop = Button(_("Gugurkan…"), "quiet", on=drop)
        for part in (self.step, self.back, self.drop):
            line.addWidget(part)
        line.addStretch(1)
        box.addLayout(line)

    def show_state(self, state: str) -> None:
        """The buttons that fit the state."""
        self.setVisible(state in NEXT)
        if state in NEXT:
            self.step.setText(_(NEXT[state][1]))
        self.back.setVisible(state in ("reported", "verified"))


def _origin(action: Action) -> str:
    parts = [action.origin, action.unit_name, action.region_name]
    return " · ".join(part for part in parts if part)


def _ended(action: Action) -> str:
    if action.state == "dropped":
        return _("Digugurkan: {reason}").format(reason=action.drop_reason)
    return _("Sudah selesai; tidak dapat diubah lagi.")


def _steps(action: Action) -> list[Step]:
    """The five stages with the day they were reached."""
    if action.state == "dropped":
        return []
    reached = STATES.index(action.state)
    days: dict[str, date | None] = {
        "planned": None,
        "running": action.started_on,
        "reported": action.reported_on,
        "verified": action.verified_on,
        "closed": action.closed_on,
    }
    made: list[Step] = []
    for at, state in enumerate(STATES):
        day = days[state]
        remark = dates.short(day) if day and at <= reached else ""
        if state == "verified" and at > reached:
            remark = _("orang kedua")
        done = at < reached or action.state == "closed"
        now = at == reached and not done
        made.append(Step(_(STAGES[state]), DONE if done else TARGET if now else PLANNED, remark))
    return made

"""Which steps an assessment can take now, as buttons; and the questions asked before them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.domain.assessment import FROZEN, Assessment
from desktop.domain.round import Round
from desktop.views.assessment.answers import Answers
from desktop.views.assessment.desk_head import StepButton
from desktop.views.kinds import NoteField
from desktop.views.questions import Answer, Dialog, confirm
from desktop.views.zones import ZoneMark
from desktop.wording import _, counted, dates, numbers

REOPEN = "reopen"
Nothing = Callable[[], object]


def step_buttons(answers: Answers, held: Round) -> tuple[StepButton, ...]:
    """The way back first, the way on last."""
    state = answers.assessment.state
    if state in ("planned", "collecting"):
        return (_onward(state, held, _open_reason(answers)),)
    if state in FROZEN:
        return _after_freezing(state, held)
    back = StepButton("collecting", _("Kembalikan ke pengambilan data"), _("Kembalikan"))
    return (back, _onward(state, held, ""))


def _onward(state: str, held: Round, off: str) -> StepButton:
    begun = state in ("planned", "collecting")
    if begun and (held.needs_verification or held.needs_validation):
        words = _("Kirim ke verifikasi") if held.needs_verification else _("Kirim ke validasi")
        return StepButton("complete", words, _("Kirim"), primary=True, off=off)
    if state == "complete" and held.needs_verification:
        return StepButton("verified", _("Verifikasi"), _("Verifikasi"), primary=True)
    if state in ("complete", "verified") and held.needs_validation:
        return StepButton("validated", _("Validasi"), _("Validasi"), primary=True)
    return StepButton("final", _("Bekukan…"), _("Bekukan…"), primary=True, off=off)


def _after_freezing(state: str, held: Round) -> tuple[StepButton, ...]:
    if held.is_released:
        if state == "delivered":
            return ()
        return (StepButton("delivered", _("Tandai disampaikan"), _("Disampaikan")),)
    return (StepButton(REOPEN, _("Buka revisi baru…"), _("Revisi…")),)


def _open_reason(answers: Answers) -> str:
    """Why the way on is off: the number of open cells."""
    if answers.assessment.published_value is not None:
        return ""
    if answers.score.blocked:
        return _("{n} butir bertanda tidak berlaku; instrumen ini tidak menerimanya.").format(
            n=answers.score.not_applicable
        )
    if answers.score.complete:
        return ""
    if not answers.open_count:
        return _("Belum ada butir yang dapat dinilai.")
    return counted("{n} butir belum dinilai.", "{n} butir belum dinilai.", answers.open_count)


def why_locked(assessment: Assessment) -> str:
    """Why a key does nothing."""
    if assessment.published_value is not None:
        return _("Unit ini memakai nilai yang diterbitkan; tidak ada jawaban untuk diisi.")
    if assessment.state in FROZEN:
        day = dates.long(assessment.finalised_on) if assessment.finalised_on else ""
        if assessment.is_released:
            return _(
                "Dibekukan {day}. Putarannya sudah dirilis, jawaban tidak berubah lagi."
            ).format(day=day)
        return _("Dibekukan {day}. Untuk mengubah jawaban, buka revisi baru.").format(day=day)
    return _("Sudah diserahkan. Kembalikan ke pengambilan data untuk mengubah jawaban.")


def ask_freeze(
    parent: QWidget,
    answers: Answers,
    marks: dict[str, ZoneMark],
    *,
    shows_value: bool,
    then: Nothing,
) -> Dialog:
    """ "Bekukan penilaian Disdukcapil?" with value, zone and count."""
    a, score = answers.assessment, answers.score
    title = _("Bekukan penilaian {unit}?").format(unit=a.unit_short or a.unit_name)
    what = counted("{n} jawaban", "{n} jawaban", score.answered)
    if a.published_value is not None:
        what = _("Nilai terbitan {value}").format(value=numbers.decimal(score.value))
    elif shows_value and score.value is not None:
        zone = marks[score.zone.code].short if score.zone else ""
        what = _("Nilai {value} ({zone}) dan {answers}").format(
            value=numbers.decimal(score.value), zone=zone, answers=what
        )
    sentence = _("{what} dikunci. Membukanya lagi membuat revisi baru dan meminta alasan.")
    return confirm(parent, title, sentence.format(what=what), _("Bekukan"), then)


class ReasonDialog(Dialog):
    """A question that cannot be answered without a reason."""

    def __init__(
        self, parent: QWidget, title: str, sentence: str, verb: str, then: Callable[[str], object]
    ) -> None:
        super().__init__(parent, title, sentence)
        self.reason = NoteField("reason", _("Alasan"), required=True, lines=3)
        self.put(self.reason)
        self.finish(
            (
                Answer(_("Batal"), safe=True),
                Answer(verb, lambda: then(self.reason.value()), "primary"),
            )
        )
        self.reason.focus()

    def _choose(self, answer: Answer) -> None:
        """Stays open until there is a reason."""
        if answer.kind == "primary" and self.reason.trouble():
            self.reason.show_problem(self.reason.trouble())
            self.reason.focus()
            self._fit()
            return
        super()._choose(answer)


def ask_back(parent: QWidget, unit: str, then: Callable[[str], object]) -> Dialog:
    """Back to data collection, with a reason."""
    dialog = ReasonDialog(
        parent,
        _("Kembalikan penilaian {unit}?").format(unit=unit),
        _("Jawaban dapat diubah lagi. Verifikasi harus diulang."),
        _("Kembalikan"),
        then,
    )
    dialog.open()
    return dialog


def ask_reopen(parent: QWidget, unit: str, then: Callable[[str], object]) -> Dialog:
    """A new revision of a frozen assessment, with a reason."""
    dialog = ReasonDialog(
        parent,
        _("Buka revisi baru untuk {unit}?").format(unit=unit),
        _("Yang dibekukan tetap tersimpan apa adanya; revisi baru mulai dari jawaban yang sama."),
        _("Buka revisi"),
        then,
    )
    dialog.open()
    return dialog

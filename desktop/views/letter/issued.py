"""An issued letter: what it is, how far it has come, its next step; nothing can be typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.problems import Problem
from desktop.domain.register import LetterEntry
from desktop.views.buttons import Button
from desktop.views.chips import Badge
from desktop.views.forms import Scroll
from desktop.views.insets import Inset
from desktop.views.kinds import NoteField
from desktop.views.labels import Label, Wrapped
from desktop.views.letter.standing import Standing
from desktop.views.letter.words import NEXT, TONES, day_words, number_of
from desktop.views.stages import DONE, PLANNED, TARGET, StageSteps, Step
from desktop.wording import _, dates
from desktop.wording.letters import kind_name, state_name

WAY = ("final", "signed", "handed_over", "receipted")
Move = Callable[[str, str], object]
"""(state, reason): asks the page to move the letter."""


class IssuedLetter(QWidget):
    """The left column of an issued letter."""

    left = Signal()
    """Esc."""

    def __init__(self, move: Move) -> None:
        super().__init__()
        self._move, self._state = move, ""
        self.title = Wrapped("", "head")
        self.badge = Badge()
        self.steps = StageSteps()
        self.step = Button("", "primary", on=self._step)
        self.withdraw = Button(_("Tarik…"), "quiet", on=self._ask)
        self.reason = Inset(_("Tarik surat"))
        self.reason.row(NoteField("reason", _("Alasan penarikan"), required=True))
        self.reason.kept.connect(lambda values: move("withdrawn", values["reason"]))
        self.reason.left.connect(self.withdraw.setFocus)
        self.facts = _Facts()
        self.remark = Wrapped("", "body", "text2")
        self.hash = _Fact(_("Sidik jari berkas (SHA-256)"))
        self._build()

    def _build(self) -> None:
        inner = QWidget()
        inner.setProperty("g", "clear")
        box = QVBoxLayout(inner)
        box.setContentsMargins(28, 4, 24, 20)
        box.setSpacing(12)
        box.addWidget(self.title)
        box.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.remark, self.steps):
            box.addWidget(part)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.step)
        line.addWidget(self.withdraw)
        line.addStretch(1)
        box.addLayout(line)
        box.addWidget(self.reason)
        box.addWidget(self.facts)
        box.addWidget(self.hash)
        box.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(inner))

    def show_letter(self, entry: LetterEntry, standing: Standing) -> None:
        """Another letter."""
        self._state = entry.state
        self.title.setText(entry.subject)
        self.badge.show_text(state_name(entry.state), TONES[entry.state])
        self.remark.setText(_("Alasan penarikan: {reason}").format(reason=standing.reason))
        self.remark.setVisible(bool(standing.reason))
        self.steps.show_steps(_steps(entry.state, standing.reached))
        self.steps.setVisible(entry.state in WAY)
        self.step.setVisible(entry.state in NEXT)
        if entry.state in NEXT:
            self.step.setText(_(NEXT[entry.state][1]))
        self.withdraw.setVisible(entry.state in NEXT)
        self.reason.shut()
        self.facts.show_facts(
            (_("Jenis"), kind_name(entry.kind)),
            (_("Nomor"), number_of(entry)),
            (_("Tanggal"), day_words(entry.dated)),
            (_("Kepada"), entry.addressee),
            (_("Tentang"), standing.about),
            (_("Revisi"), str(entry.revision)),
        )
        self.hash.show_words("")

    def show_hash(self, sha256: str, *, same: bool) -> None:
        """The file's hash, and whether the pages in sight make the same file."""
        words = _("Halaman di sebelah sama dengan berkas yang terbit.")
        if not same:
            words = _(
                "Halaman di sebelah disusun ulang oleh versi program ini; berkas PDF yang "
                "disimpan saat terbit tetap yang berlaku."
            )
        self.hash.show_words(" ".join(sha256[at : at + 8] for at in range(0, 64, 8)), words)

    def show_problem(self, problem: Problem) -> bool:
        """Beside the reason, when it is open."""
        if self.reason.is_open():
            self.reason.show_problem(problem)
            return True
        return False

    def _step(self) -> None:
        self._move(NEXT[self._state][0], "")

    def _ask(self) -> None:
        self.reason.start(
            _("Tarik surat ini?"),
            {"reason": ""},
            remark=_("Surat yang ditarik tetap tercatat, tetapi tidak berlaku lagi."),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _Fact(QWidget):
    """A caption, what it says, and a remark; hidden when it says nothing."""

    def __init__(self, caption: str) -> None:
        super().__init__()
        self.words, self.remark = Wrapped("", "body"), Wrapped("", "caption", "text3")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(1)
        for part in (Label(caption, "caption", "text2"), self.words, self.remark):
            box.addWidget(part)

    def show_words(self, words: str, remark: str = "") -> None:
        self.words.setText(words)
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))
        self.setVisible(bool(words))


class _Facts(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 4, 0, 0)
        self._box.setSpacing(10)

    def show_facts(self, *facts: tuple[str, str]) -> None:
        """Captions and their values; a value that is not there is left out."""
        for fact in self.findChildren(_Fact):
            self._box.removeWidget(fact)
            fact.deleteLater()
        for caption, words in facts:
            if words:
                fact = _Fact(caption)
                fact.show_words(words)
                self._box.addWidget(fact)


def _steps(state: str, reached: Mapping[str, date]) -> list[Step]:
    at = WAY.index(state) if state in WAY else -1
    made: list[Step] = []
    for number, each in enumerate(WAY):
        day = reached.get(each)
        done = number < at or (number == at == len(WAY) - 1)
        now = number == at and not done
        remark = dates.short(day) if day and number <= at else ""
        made.append(Step(state_name(each), DONE if done else TARGET if now else PLANNED, remark))
    return made

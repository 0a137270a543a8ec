"""One agreement: its facts, the stage line of the chosen promise, the ledger, the obstacle."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.agreement import Agreement, AgreementPage, Commitment
from desktop.views.agreement.columns import labels_of, ledger_columns
from desktop.views.agreement.words import amount, counts_words, unknown
from desktop.views.buttons import Button
from desktop.views.chips import Icon
from desktop.views.empty import EmptyList
from desktop.views.labels import Elided, Label, Wrapped
from desktop.views.stages import DONE, PLANNED, TARGET, UNKNOWN, StageLine, StagePoint
from desktop.views.strips import Fact
from desktop.views.tables import RecordList
from desktop.wording import _, counted, dates

Nothing = Callable[[], object]


class Detail(QWidget):
    """The right half of the page, to be read; forms open in its place."""

    def __init__(self, *, report: Nothing, change: Nothing, promise: Nothing) -> None:
        super().__init__()
        self.commitment: Commitment | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 0, 28, 12)
        box.setSpacing(0)
        self.title = Elided("", "head")
        self.change = Button(_("Ubah"), "quiet", icon="edit", on=change)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.change)
        box.addLayout(head)
        self.parties = Elided("", "body", "text2")
        self.parties.setContentsMargins(8, 0, 0, 0)
        self.title.setContentsMargins(8, 0, 0, 0)
        box.addWidget(self.parties)
        box.addSpacing(12)
        box.addLayout(self._facts())
        box.addSpacing(14)
        box.addLayout(self._stage_head(report))
        self.line = StageLine()
        self.line.setContentsMargins(8, 0, 0, 0)
        box.addWidget(self.line)
        self.report_note = Wrapped("", "caption", "text2")
        box.addWidget(self.report_note)
        box.addSpacing(8)
        box.addLayout(self._ledger_head(promise))
        self.ledger = RecordList(ledger_columns(()), name=_("Buku janji"))
        self.ledger.chosen.connect(self.show_commitment)
        box.addWidget(self.ledger, 1)
        box.addLayout(self._obstacle())

    def _facts(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(8, 0, 0, 0)
        line.setSpacing(16)
        words = (_("Ditandatangani"), _("Saksi"), _("Dasar"), _("Masa berlaku"), _("Cakupan"))
        self.facts = [Fact(word) for word in words]
        for fact, share in zip(self.facts, (3, 3, 2, 3, 4), strict=True):
            line.addWidget(fact, share)
        return line

    def _stage_head(self, report: Nothing) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(8, 0, 0, 6)
        self.promise = Elided("", "head")
        self.report = Button(_("Catat laporan"), "quiet", icon="add", on=report)
        line.addWidget(self.promise, 1)
        line.addWidget(self.report)
        return line

    def _ledger_head(self, promise: Nothing) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(8, 0, 0, 0)
        line.addWidget(Label(_("Buku janji"), "head"))
        line.addStretch(1)
        self.add_promise = Button(_("Tambah janji"), "quiet", icon="add", on=promise)
        line.addWidget(self.add_promise)
        return line

    def _obstacle(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(8, 8, 0, 0)
        line.setSpacing(10)
        self.sign = Icon("late", "warn", solid=True)
        self.obstacle = Wrapped("", "body", "text2")
        line.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.obstacle, 1)
        return line

    def show_page(self, page: AgreementPage) -> None:
        """Another agreement."""
        agreement = page.agreement
        self.title.setText(agreement.title)
        self.parties.setText(_parties(agreement))
        for fact, words in zip(self.facts, _fact_words(agreement), strict=True):
            fact.value.setText(words)
        self.ledger.table.show_columns(ledger_columns(labels_of(page.commitments)))
        self.ledger.show_records(page.commitments)
        self.ledger.set_empty(
            EmptyList(
                _("Belum ada janji"), _("Tambah janji dengan target dan tahapnya, bila diketahui.")
            )
        )
        if self.ledger.current() is None:
            self.ledger.select_first()
        self.show_commitment(self.ledger.current())
        notes = [
            agreement.obstacle and _("Kendala tercatat: {text}").format(text=agreement.obstacle)
        ]
        notes.append(agreement.note if agreement.signed_on else "")
        self.obstacle.setText("\n".join(note for note in notes if note))
        for part in (self.sign, self.obstacle):
            part.setVisible(any(notes))

    def show_commitment(self, commitment: Commitment | None) -> None:
        """The stage line of another promise."""
        self.commitment = commitment
        for part in (self.promise, self.report, self.line):
            part.setVisible(commitment is not None)
        self.report_note.setVisible(False)
        if commitment is None:
            return
        self.promise.setText(commitment.activity)
        self.line.show_points(stage_points(commitment))
        if commitment.entry_count:
            words = counted("{n} laporan tercatat", "{n} laporan tercatat", commitment.entry_count)
            self.report_note.setText(words)
            self.report_note.setVisible(True)


def stage_points(commitment: Commitment) -> list[StagePoint]:
    """Start, stages, target: what is not reported is a question mark, never a zero."""
    known = commitment.baseline is not None
    start = amount(commitment.baseline, commitment.unit)
    words = start if known else _("belum tercatat")
    points = [StagePoint(_("Awal"), words, DONE if known else UNKNOWN, "")]
    for stage in commitment.stages[:-1]:
        told = stage.reported or _("{plan}: belum dilaporkan").format(plan=stage.plan)
        points.append(StagePoint(stage.label, told, DONE if stage.reported else UNKNOWN, ""))
    last = commitment.stages[-1] if commitment.stages else None
    target = amount(commitment.target)
    due = dates.long(commitment.due_on) if commitment.due_on else commitment.due_words
    top = last.label if last else due or _("Target")
    word = last.plan if last else commitment.unit or _("tanpa angka")
    points.append(StagePoint(top, word, TARGET if target or last else PLANNED, target))
    return points


def _parties(agreement: Agreement) -> str:
    names = [party.name for party in agreement.parties]
    return _(" dan ").join(names) if names else _("Para pihak belum tercatat")


def _fact_words(agreement: Agreement) -> list[str]:
    signed = dates.long(agreement.signed_on) if agreement.signed_on else ""
    until = dates.long(agreement.valid_until) if agreement.valid_until else ""
    return [
        unknown(signed),
        unknown(agreement.witnesses),
        unknown(agreement.basis),
        unknown(until),
        unknown(counts_words(agreement)),
    ]

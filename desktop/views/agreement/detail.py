"""One agreement: its facts, the chosen promise, the ledger, and what is written about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.action import Action
from desktop.domain.agreement import Agreement, AgreementPage, Commitment, FollowUp
from desktop.domain.calendar import Holidays
from desktop.views.agreement.columns import labels_of, ledger_columns
from desktop.views.agreement.facts import FactLine, WrappedFact
from desktop.views.agreement.promise import Doings, PromisePart
from desktop.views.agreement.words import (
    counts_words,
    numbers_words,
    parties_words,
    signers_words,
    unknown,
    validity_words,
)
from desktop.views.buttons import Button
from desktop.views.chips import Badge, Icon
from desktop.views.empty import EmptyList
from desktop.views.forms import Scroll
from desktop.views.labels import Label, Wrapped
from desktop.views.tables import RecordList
from desktop.views.theme import HEAD, ROW_TWO_LINES, SIDE
from desktop.wording import _, dates

About = Callable[[Commitment], tuple[Sequence[FollowUp], Sequence[Action]]]
"""What was reported about a promise, and the actions that serve it."""
EMPTY_LEDGER = 132
BAR = 12
"""The width of a scroll bar."""


class Detail(QWidget):
    """The right half of the page, to be read; it scrolls as a whole. Forms open in its place."""

    left = Signal()

    def __init__(self, doings: Doings, about: About) -> None:
        super().__init__()
        self._about = about
        self._agreement: Agreement | None = None
        self.head = _Head(doings)
        self.promise = PromisePart(doings)
        self.ledger = RecordList(ledger_columns(()), name=_("Buku janji"))
        self.ledger.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.ledger.chosen.connect(self._show_commitment)
        self.add_promise = Button(_("Tambah &janji"), "quiet", icon="add", on=doings.promise)
        change = doings.change_promise
        self.change_promise = Button(_("U&bah janji"), "quiet", icon="edit", on=change)
        self.prose = _Prose()
        self._build(doings)

    def _build(self, doings: Doings) -> None:
        self._inner = QWidget()
        self._inner.setProperty("g", "clear")
        box = QVBoxLayout(self._inner)
        box.setContentsMargins(8, 0, SIDE, 16)
        box.setSpacing(0)
        box.addWidget(self.head)
        box.addSpacing(8)
        box.addWidget(self.promise)
        box.addSpacing(10)
        line = QHBoxLayout()
        line.setContentsMargins(8, 0, 0, 0)
        line.addWidget(Label(_("Buku janji"), "head"))
        line.addStretch(1)
        line.addWidget(self.change_promise)
        line.addWidget(self.add_promise)
        box.addLayout(line)
        box.addWidget(self.ledger)
        box.addSpacing(14)
        box.addWidget(self.prose)
        box.addStretch(1)
        self.area = Scroll(self._inner)
        bar = self.area.verticalScrollBar()
        bar.rangeChanged.connect(lambda _low, high: self._keep_edge(box, high > 0))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)
        empty = EmptyList(
            _("Belum ada janji"),
            _("Tambah janji dengan target dan tahapnya, bila diketahui."),
            _("Tambah janji"),
            doings.promise,
        )
        self.ledger.set_empty(empty)

    def _keep_edge(self, box: QVBoxLayout, scrolls: bool) -> None:
        """The right edge stays under that of the page's head, with a scroll bar or without."""
        box.setContentsMargins(8, 0, SIDE - BAR if scrolls else SIDE, 16)

    def stack(self, narrow: bool) -> None:
        """In a narrow window parts stand under each other."""
        self.promise.stack(narrow)

    def show_page(
        self, page: AgreementPage, today: date, holidays: Holidays, wanted: str | None = None
    ) -> None:
        """Another agreement; `wanted` is the promise to be chosen in it."""
        agreement = page.agreement
        if self._agreement is not None and self._agreement.id != agreement.id:
            self.area.verticalScrollBar().setValue(0)
        self._agreement = agreement
        self.head.show_page(page, today, holidays)
        self.ledger.table.show_columns(ledger_columns(labels_of(page.commitments)))
        self.ledger.show_records(page.commitments)
        rows = len(page.commitments)
        self.ledger.setFixedHeight(HEAD + rows * ROW_TWO_LINES if rows else EMPTY_LEDGER)
        if wanted is not None:
            self.ledger.select(wanted, tell=False)
        if self.ledger.current() is None:
            self.ledger.select_first()
        self._show_commitment(self.ledger.current())
        self.prose.show_agreement(agreement)

    def commitment(self) -> Commitment | None:
        """The promise that is chosen."""
        chosen = self.ledger.current()
        return chosen if isinstance(chosen, Commitment) else None

    def _show_commitment(self, commitment: Commitment | None) -> None:
        self.promise.setVisible(commitment is not None)
        self.change_promise.setVisible(commitment is not None)
        if commitment is None or self._agreement is None:
            return
        entries, actions = self._about(commitment)
        self.promise.show_commitment(self._agreement, commitment, entries, actions)
        if self.ledger.hasFocus():
            self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        """The chosen promise stays in sight while the whole scrolls."""
        box = self.ledger.visualRect(self.ledger.currentIndex())
        middle = self.ledger.viewport().mapTo(self._inner, box.center())
        self.area.ensureVisible(middle.x(), middle.y(), 0, ROW_TWO_LINES)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


class _Head(QWidget):
    """Title, parties, facts."""

    def __init__(self, doings: Doings) -> None:
        super().__init__()
        self.title = Wrapped("", "head")
        self.sample = Badge(_("CONTOH"), "warn")
        self.change = Button(_("&Ubah"), "quiet", icon="edit", on=doings.change)
        self.parties, self.numbers = Wrapped("", "body", "text2"), Wrapped("", "caption")
        self.facts = FactLine(_("Ditandatangani"), _("Saksi"), _("Dasar"), _("Masa berlaku"))
        self.scope = WrappedFact(_("Cakupan"))
        self.named = Wrapped("", "caption")
        self.coverage = Button(_("Lihat &perangkat daerah"), "quiet", on=doings.coverage)
        self._build()

    def _build(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.title, 1)
        line.addWidget(self.change, 0, top)
        self.title.setContentsMargins(0, 5, 0, 0)
        covered = QHBoxLayout()
        covered.setSpacing(8)
        self.scope.setContentsMargins(0, 0, 0, 7)
        covered.addWidget(self.scope, 1)
        covered.addWidget(self.coverage, 0, Qt.AlignmentFlag.AlignBottom)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(line)
        box.addWidget(self.parties)
        stamp = QHBoxLayout()
        stamp.setSpacing(8)
        stamp.addWidget(self.sample, 0, top)
        stamp.addWidget(self.numbers, 1)
        box.addLayout(stamp)
        box.addSpacing(10)
        box.addWidget(self.facts)
        box.addSpacing(8)
        box.addLayout(covered)
        box.addWidget(self.named)

    def show_page(self, page: AgreementPage, today: date, holidays: Holidays) -> None:
        """Another agreement."""
        agreement = page.agreement
        self.title.setText(agreement.title)
        self.sample.setVisible(agreement.is_sample)
        self.parties.setText(parties_words(agreement))
        self.numbers.setText(numbers_words(agreement))
        self.numbers.setVisible(agreement.is_sample or bool(self.numbers.text()))
        signed = dates.long(agreement.signed_on) if agreement.signed_on else ""
        validity = validity_words(agreement, today, holidays)
        known = (signed, agreement.witnesses, agreement.basis, validity)
        self.facts.show_values([unknown(one) for one in known])
        self.scope.show_value(unknown(counts_words(agreement)))
        in_tree = agreement.representing is not None
        self.coverage.setVisible(in_tree)
        names = ", ".join(name for _id, name, _role in page.agencies)
        self.named.setText("" if in_tree else names)
        self.named.setVisible(bool(self.named.text()))


class _Prose(QWidget):
    """What is written about an agreement: obstacle with its sign, scope, signers, note."""

    def __init__(self) -> None:
        super().__init__()
        self.sign = Icon("late", "warn", solid=True)
        self.obstacle = Wrapped("", "body", "text2")
        self.scope = WrappedFact(_("Ruang lingkup"))
        self.signers = WrappedFact(_("Penanda tangan"))
        self.note = WrappedFact(_("Catatan"))
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.obstacle, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 0, 0, 0)
        box.setSpacing(10)
        box.addLayout(line)
        for part in (self.scope, self.signers, self.note):
            box.addWidget(part)

    def show_agreement(self, agreement: Agreement) -> None:
        """Another agreement; what is not written is not there."""
        obstacle = agreement.obstacle
        self.obstacle.setText(_("Kendala tercatat: {text}").format(text=obstacle))
        for part in (self.sign, self.obstacle):
            part.setVisible(bool(obstacle))
        self.scope.show_value(agreement.scope)
        self.signers.show_value(signers_words(agreement))
        self.note.show_value(agreement.note)

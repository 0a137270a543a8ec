"""The inspector: everything about the cell under the cursor, with the keys that act on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.answer import REASONS, reason_of
from desktop.domain.finding import Finding
from desktop.domain.instrument import Indicator
from desktop.views.assessment.answers import Answers
from desktop.views.assessment.board import Cell, CellLine
from desktop.views.assessment.keycaps import (
    REASON_KEYS,
    choices,
    is_number,
    score_text,
)
from desktop.views.assessment.options import KeyLine, Options, OptionText
from desktop.views.assessment.stack import Prose, Stack
from desktop.views.assessment.suggestion import SuggestionPart
from desktop.views.assessment.writing import Writing
from desktop.views.chips import Keycap
from desktop.views.forms import Scroll
from desktop.views.labels import Label, set_property
from desktop.wording import _, counted, numbers, scoring

WIDE, NARROW = 372, 316
_VALUE_OF_REASON = {stored: str(at) for at, stored in enumerate(REASONS.values(), start=1)}


@dataclass(frozen=True, slots=True)
class Subject:
    """What the inspector speaks of: a cell, or the mean behind which cells lie."""

    line: CellLine
    cell: Cell | None
    head: str
    """ "P.5 · Akta Lahir" """
    place: str
    """ "sel 4 dari 5" """


class Inspector(QWidget):
    """Text, basis, options, note, suggestion and history of one cell."""

    picked = Signal(str)
    """A key was clicked: an option's, "X", "Del" or "Enter"."""
    note_kept = Signal(str)
    left = Signal()
    """Back to the grid."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("g", "side")
        self.setAccessibleName(_("Butir yang dinilai"))
        self.asks_reason = False
        self.is_low = False
        self.subject: Subject | None = None
        self._answers: Answers | None = None
        self._live = True
        self.head, self.place = Label("", "caption-strong", "text2"), Label("", "caption", "text2")
        self.title = Prose("lead-strong")
        self.basis = Prose("caption", "text2")
        self.ask = Label(_("Tidak berlaku: pilih alasan"), "strong")
        self.options = Options(_("Pilihan jawaban"))
        self.effect = Prose("caption", "text2")
        self.keys = KeyLine()
        self.back = KeyLine(large=False)
        self.note = Writing(_("Catatan"))
        self.brief = KeyLine(large=False)
        self.suggestion = SuggestionPart()
        self.past = Prose()
        self._build()
        self._connect()

    def _build(self) -> None:
        top = QWidget()
        line = QHBoxLayout(top)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.head)
        line.addStretch(1)
        line.addWidget(self.place)
        self.note_part = _titled(_("Catatan"), self.note, "C")
        self.past_head = Label(_("Riwayat"), "caption-strong", "text2")
        self.stack = Stack(19, 11, 20, 6)
        self.stack.setProperty("g", "clear")
        for part, gap in (
            (top, 0),
            (self.title, 3),
            (self.basis, 3),
            (self.ask, 6),
            (self.options, 6),
            (self.effect, 4),
            (self.keys, 0),
            (self.back, 4),
            (self.note_part, 6),
            (self.brief, 6),
            (self.suggestion, 6),
            (self.past_head, 6),
            (self.past, 2),
        ):
            self.stack.put(part, gap)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        self.column = Scroll(self.stack)
        outer.addWidget(self.column)

    def _connect(self) -> None:
        QWidget.setTabOrder(self.note, self.suggestion.text)
        QWidget.setTabOrder(self.suggestion.text, self.suggestion.due)
        self.options.picked.connect(self.picked)
        for line in (self.keys, self.back, self.brief):
            line.picked.connect(self.picked)
        self.note.kept.connect(self.note_kept)
        self.note.left.connect(self.left)
        self.suggestion.left.connect(self.left)

    def fit(self, *, narrow: bool, low: bool) -> None:
        """316 px in a narrow window; in a low one article, note and suggestion give way."""
        self.setFixedWidth(NARROW if narrow else WIDE)
        self.is_low = low
        self.suggestion.fit(narrow=narrow)

    # What is shown

    def show_subject(self, answers: Answers, subject: Subject | None, *, live: bool) -> None:
        """Another cell (or none, on a group row)."""
        if subject != self.subject:
            self.note.keep()
            self.suggestion.keep()
            self.asks_reason = False
            self.column.verticalScrollBar().setValue(0)
        self._answers, self.subject, self._live = answers, subject, live
        self.column.setVisible(subject is not None)
        if subject is None:
            return
        indicator = answers.indicator(subject.line.node or _number(subject))
        node = answers.node(subject.line.node or _number(subject))
        self.head.setText(subject.head)
        self.place.setText(subject.place)
        self.title.setText(node.name)
        self.basis.setText(_basis(indicator))
        self.basis.setVisible(bool(self.basis.text()) and not self.is_low)
        self._show_answers(indicator)
        self._show_note(subject)
        self.stack.arrange()

    def _show_answers(self, indicator: Indicator) -> None:
        assert self.subject is not None
        assert self._answers is not None
        cell = self.subject.cell
        asking = self.asks_reason and cell is not None
        self.ask.setVisible(asking)
        self.back.setVisible(asking)
        stored = None if cell is None else self._answers.value(cell)
        if asking:
            rows = [OptionText(key, scoring.reason(why)) for key, why in REASON_KEYS.items()]
            self.options.show_rows(rows, _VALUE_OF_REASON.get(stored or 0, ""))
            self.back.show_keys(OptionText("Esc", _("kembali ke pilihan nilai")))
        else:
            live = self._live and cell is not None
            self.options.show_rows(*_rows(indicator, stored), live=live)
        self._show_effect(indicator, cell, stored, asking=asking)
        self._show_keys(cell, asking=asking)

    def _show_keys(self, cell: Cell | None, *, asking: bool) -> None:
        self.keys.setVisible(not asking and (self._live or cell is None))
        if cell is None:
            self.keys.show_keys(OptionText("Enter", _("Jawaban per responden")))
        else:
            delete = _("Kosong") if self.width() < WIDE else _("Kosongkan")
            self.keys.show_keys(OptionText("X", _("Tidak berlaku…")), OptionText("Del", delete))

    def _show_effect(
        self, indicator: Indicator, cell: Cell | None, stored: int | None, *, asking: bool
    ) -> None:
        words = ""
        if asking:
            words = self._effect_of_reason
        elif cell is None:
            words = self._crowd_words()
        elif stored is not None and stored < 0:
            words = _("Tidak berlaku: {reason}.").format(reason=scoring.reason(reason_of(stored)))
        elif is_number(indicator):
            words = number_hint(indicator)
        elif indicator.answer == "text":
            words = _("Jawaban berupa teks: tulis di catatan. Tidak masuk hitungan.")
        self.effect.setText(words)
        self.effect.setVisible(bool(words))

    _effect_of_reason = ""

    def ask_reason(self, asks: bool, effect: str = "") -> None:
        """X: the options give way to the numbered reasons, with what that does to the number."""
        self.asks_reason, self._effect_of_reason = asks, effect
        if self.subject is not None and self._answers is not None:
            number = self.subject.line.node or _number(self.subject)
            self._show_answers(self._answers.indicator(number))
            self.stack.arrange()

    def _crowd_words(self) -> str:
        assert self.subject is not None
        assert self._answers is not None
        crowd = self._answers.crowd(self.subject.line.crowd)
        if crowd.mean is None:
            return _("Belum ada responden yang menjawab.")
        return _("Rata-rata {mean} dari {n} responden.").format(
            mean=numbers.decimal(crowd.mean), n=crowd.answered
        )

    # Note, suggestion, history

    def _show_note(self, subject: Subject) -> None:
        assert self._answers is not None
        has_cell = subject.cell is not None
        low = self.is_low and not self.note.hasFocus()
        text = "" if subject.cell is None else self._answers.note(subject.cell)
        self.note_part.setVisible(has_cell and not low)
        self.brief.setVisible(has_cell and low)
        self._show_brief(has_note=bool(text))
        self.note.setReadOnly(not self._live)
        set_property(self.note, "locked", not self._live)
        self.note.show_text(text)

    def _show_brief(self, *, has_note: bool) -> None:
        keys = [OptionText("C", _("catatan ada") if has_note else _("catatan"))]
        if self.suggestion.finding() is not None:
            keys.append(OptionText("S", _("saran perbaikan")))
        self.brief.show_keys(*keys)

    def show_finding(self, finding: Finding | None) -> None:
        """The suggestion of the cell, if it makes a finding; in a low window behind its key."""
        self.suggestion.show_finding(finding)
        typed = self.suggestion.text.hasFocus() or self.suggestion.due.hasFocus()
        if self.is_low and not typed:
            self.suggestion.hide()
        if self.subject is not None and self.subject.cell is not None and self._answers:
            self._show_brief(has_note=bool(self._answers.note(self.subject.cell)))

    def show_past(self, lines: Sequence[str]) -> None:
        """The cell's history, newest first."""
        self.past.setText("\n".join(lines))
        self.past.setVisible(bool(lines))
        self.past_head.setVisible(bool(lines) and not self.is_low)

    def write_note(self) -> None:
        """The cursor into the note."""
        self.brief.hide()
        self.note_part.show()
        self._enter(self.note)

    def write_suggestion(self) -> None:
        """The cursor into the suggestion."""
        if self.suggestion.finding() is not None:
            self.suggestion.show()
            self._enter(self.suggestion.text)

    def _enter(self, part: Writing) -> None:
        part.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.column.ensureWidgetVisible(part, 0, 40)


def _number(subject: Subject) -> int:
    return subject.cell.number if subject.cell is not None else subject.line.node


def _basis(indicator: Indicator) -> str:
    """ "UU 25/2009 Ps. 21 huruf e. Lihat loket, laman, dan brosur." """
    parts = [part.strip().rstrip(".") for part in (indicator.legal_basis, indicator.evidence_hint)]
    return ". ".join(part for part in parts if part)


def _rows(indicator: Indicator, stored: int | None) -> tuple[list[OptionText], str]:
    every = choices(indicator)
    chosen = next((c.key for c in every if c.stored == stored), "")
    if indicator.bands:
        return [OptionText("", _band_text(band)) for band in indicator.bands], ""
    if len(every) == 2 and indicator.answer == "yes_no":
        keys = {every[0].key: "Y", every[1].key: "T"}
        rows = [OptionText(keys[c.key], c.label) for c in every]
        return rows, keys.get(chosen, "")
    return [OptionText(c.key, c.label) for c in every], chosen


def _band_text(band: object) -> str:
    minimum = score_text(band.minimum)  # type: ignore[attr-defined]
    score = score_text(band.score)  # type: ignore[attr-defined]
    return _("mulai {minimum}: nilai {score}").format(minimum=minimum, score=score)


def number_hint(indicator: Indicator) -> str:
    """What may be typed."""
    low, high = indicator.least, indicator.most
    places = counted("{n} angka di belakang koma", "{n} angka di belakang koma", indicator.decimals)
    if indicator.decimals == 0:
        places = _("bilangan bulat")
    if low is None or high is None:
        return _("Ketik angka ({places}), lalu Enter.").format(places=places)
    return _("Ketik angka {low} sampai {high} ({places}), lalu Enter.").format(
        low=score_text(low), high=score_text(high), places=places
    )


def _titled(title: str, part: QWidget, key: str) -> QWidget:
    made = QWidget()
    head = QHBoxLayout()
    head.addWidget(Label(title, "caption-strong", "text2"))
    head.addStretch(1)
    head.addWidget(Keycap(key))
    box = QVBoxLayout(made)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(6)
    box.addLayout(head)
    box.addWidget(part)
    return made

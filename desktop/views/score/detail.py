"""The right half of Hasil: one unit's value, zone, distance, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.grounds import Grounds
from desktop.domain.instrument import weights_note
from desktop.domain.result import UnitResult
from desktop.domain.score import distance
from desktop.domain.years import YearResult
from desktop.views import zones
from desktop.views.buttons import Button
from desktop.views.chips import ZoneChip
from desktop.views.empty import EmptyList
from desktop.views.forms import Scroll
from desktop.views.labels import Elided, Label
from desktop.views.score.columns import Part, part_columns
from desktop.views.score.grounds import GroundsCard, entity_gain
from desktop.views.score.path_panel import PathPanel
from desktop.views.score.why import Why
from desktop.views.score.years import Years
from desktop.views.theme import HEAD, ROW_TREE
from desktop.views.trees import RecordTreeView
from desktop.wording import _, counted, dates, numbers

Open = Callable[[], object]
Ask = Callable[[int], Grounds]
PATH, MOST = 352, 16_777_215
"""Width of the path beside the chart; Qt's own limit of a width."""
ROWS, FEW, LOWER, GAP = 8, 4, 200, 16
"""Rows of the tree that come first, and the fewest; the least height below them."""


class Detail(QWidget):
    """One unit. Rebuilt words, one tree."""

    def __init__(self, *, findings: Open, desk: Open, ask: Ask) -> None:
        """`ask` reads what stands behind an indicator, by its number."""
        super().__init__()
        self._narrow = False
        self._result: UnitResult | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(8, 0, 28, 0)
        self._box.setSpacing(0)
        self.name = Elided("", "head")
        self.value = Label("", "display")
        self.chip = ZoneChip()
        self.distance = Label("", "body", "text2")
        self.captions = [Label("", "caption", "text2") for _each in range(3)]
        self._box.addLayout(self._head())
        self.tree = RecordTreeView(part_columns(""), name=_("Mengapa angka ini?"))
        self.tree.set_empty(EmptyList(_("Tidak ada rincian"), ""))
        self.tree.opened.connect(self._open)
        self.tree.chosen.connect(self._follow)
        self.tree.installEventFilter(self)
        self._ask = ask
        self.years, self.path, self.card = Years(), PathPanel(), GroundsCard()
        self.card.left.connect(self.shut)
        self.area = Scroll(self._below())
        self._box.addSpacing(8)
        self._box.addWidget(self.area, 1)
        self.to_findings = Button("", icon="action", on=findings)
        self.to_desk = Button(_("Buka meja penilaian"), "quiet", on=desk)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 12, 0, 12)
        foot.addWidget(self.to_findings)
        foot.addWidget(self.to_desk)
        foot.addStretch(1)
        self._box.addLayout(foot)

    def _below(self) -> QWidget:
        """The tree, and under it years and path, or the answers behind one indicator."""
        inner, self._lower = QWidget(), QStackedWidget()
        both = QWidget()
        self._panels = QBoxLayout(QBoxLayout.Direction.LeftToRight, both)
        self._panels.setContentsMargins(0, 0, 0, 0)
        self._panels.setSpacing(12)
        self._panels.addWidget(self.years, 1)
        self._panels.addWidget(self.path)
        for part in (self.years, self.path):
            part.entered.connect(lambda part=part: self._bring(part))
        self._lower.addWidget(both)
        self._lower.addWidget(self.card)
        box = QVBoxLayout(inner)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GAP)
        box.addWidget(self.tree, 1)
        box.addWidget(self._lower)
        return inner

    def _head(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.name)
        row = QHBoxLayout()
        row.setSpacing(14)
        for part in (self.value, self.chip, self.distance):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        left.addLayout(row)
        line.addLayout(left, 1)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.setContentsMargins(0, 2, 0, 0)
        for caption in self.captions:
            right.addWidget(caption, 0, Qt.AlignmentFlag.AlignRight)
        right.addStretch(1)
        line.addLayout(right)
        return line

    def show_result(self, result: UnitResult, years: Sequence[YearResult] = ()) -> None:
        """Another unit, with its results over the years (itself the last)."""
        score, whole = result.score, result.assessment
        same = self._result is not None and self._result.assessment.id == whole.id
        self._result = result
        if not same:
            self.shut()
        marks = zones.marks(result.instrument.zones)
        self.name.setText(whole.unit_name)
        text = numbers.decimal(score.value)
        self.value.setText(text)
        self.chip.show_mark(marks.get(score.zone.code) if score.zone else None)
        self.distance.setText(_distance_words(result))
        for label, (words, tone) in zip(self.captions, _captions(result), strict=True):
            label.setText(words)
            label.set_tone(tone)
        self.tree.tree.columns = part_columns(text)
        why = Why(
            result.instrument, score, marks, lambda n: entity_gain(result, n.gain, n.with_gain)
        )
        self.tree.show_branches(why.branches())
        self._fold(why.dearest())
        self.tree.set_empty(_no_parts(result))
        self.years.show_years(years, result.instrument.zones, marks)
        self.path.show_result(result)
        told = not self.years.isHidden() or not self.path.isHidden()
        self._lower.setVisible(told or self.card_is_open())
        self._share_height()
        if same and self.card_is_open():
            self._follow(self.tree.current())
        self._show_foot(result)

    def fit(self, *, narrow: bool) -> None:
        """Fewer words in a narrow window."""
        self._narrow = narrow
        self.distance.setVisible(not narrow)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._panels.setDirection(down if narrow else across)
        self._share_height()
        self.path.setMinimumWidth(0 if narrow else PATH)
        self.path.setMaximumWidth(MOST if narrow else PATH)
        self._share_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_height()

    def _share_height(self) -> None:
        """First the rows of the tree, as far as they leave room for what is below it."""
        rows = FEW if self._result and self._result.score.published else ROWS
        self.tree.setMinimumHeight(HEAD + (rows if self._narrow else FEW) * ROW_TREE)
        room = self.area.viewport().height()
        spare = room - GAP - (HEAD + ROWS * ROW_TREE)
        stacked = self._narrow and not self.card_is_open()
        panels = self._panels.minimumSize().height() if stacked else 0
        self._lower.setFixedHeight(max(LOWER, panels, min(spare, room * 2 // 5)))

    def card_is_open(self) -> bool:
        """Are the answers behind an indicator in sight?"""
        return self._lower.currentWidget() is self.card

    def shut(self) -> None:
        """Years and path again, the keys back in the tree."""
        inside = self.card.isAncestorOf(QApplication.focusWidget() or self)
        self._lower.setCurrentIndex(0)
        self._share_height()
        self._lower.setVisible(not self.years.isHidden() or not self.path.isHidden())
        if inside:
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc in the tree shuts the answers."""
        pressed = event.type() == QEvent.Type.KeyPress
        if pressed and self.card_is_open() and _is_escape(event):
            self.shut()
            return True
        return super().eventFilter(watched, event)

    def _open(self, part: Part) -> None:
        """Enter: the answers of an indicator; anything else folds and unfolds."""
        if part.number is None:
            index = self.tree.currentIndex().siblingAtColumn(0)
            self.tree.setExpanded(index, not self.tree.isExpanded(index))
        elif self.card_is_open():
            self.shut()
        else:
            self._show_grounds(part.number)

    def _follow(self, part: Part | None) -> None:
        """While the answers are in sight they follow the chosen indicator."""
        if part is None or part.number is None or not self.card_is_open():
            self.shut()
        else:
            self._show_grounds(part.number)

    def _show_grounds(self, number: int) -> None:
        if self._result is None:
            return
        self.card.show_grounds(self._result, self._ask(number))
        self._lower.setCurrentWidget(self.card)
        self._lower.show()
        self._share_height()
        self._bring(self.card)

    def _bring(self, part: QWidget) -> None:
        """Into sight, once the heights have settled."""
        QTimer.singleShot(0, self, lambda: self.area.ensureWidgetVisible(part, 0, 0))

    def _fold(self, dearest: str | None) -> None:
        """Only what would bring most stands open; a longer tree hides the answer."""
        self.tree.collapseAll()
        if dearest is None:
            return
        top = self.tree.tree.index_of(dearest)
        self.tree.expand(top)
        self._unfold_more()
        for row in range(self.tree.tree.rowCount(top)):
            inner = self.tree.tree.index(row, 0, top)
            if not str(self.tree.tree.id_at(inner)).endswith("…"):
                self.tree.expand(inner)

    def _unfold_more(self) -> None:
        """In a high window the other dimensions stand open too, as far as they fit."""
        tree, tops = self.tree.tree, range(self.tree.tree.rowCount())
        room = self.tree.viewport().height() // ROW_TREE - len(tops)
        for index in sorted((tree.index(at, 0) for at in tops), key=self.tree.isExpanded)[::-1]:
            room -= tree.rowCount(index)
            if room >= 0:
                self.tree.expand(index)

    def _show_foot(self, result: UnitResult) -> None:
        count = result.finding_count
        text = counted("Tindak lanjuti {n} temuan", "Tindak lanjuti {n} temuan", count)
        self.to_findings.setText(" " + text)
        self.to_findings.setVisible(count > 0)
        self.to_desk.setVisible(not result.score.published)


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape


def _no_parts(result: UnitResult) -> EmptyList:
    if result.score.published:
        return EmptyList(
            _("Nilai terbit"),
            _("Nilai unit ini diambil dari hasil yang diumumkan; jawabannya tidak ada di sini."),
        )
    return EmptyList(_("Belum dinilai"), _("Belum ada jawaban untuk unit ini."))


def _distance_words(result: UnitResult) -> str:
    score = result.score
    if score.value is None:
        return ""
    step = distance(result.instrument, score.value).to_next
    if step is None:
        return _("zona teratas")
    marks = zones.marks(result.instrument.zones)
    return _("{points} lagi ke {zone}").format(
        points=numbers.decimal(step.points), zone=marks[step.zone.code].short
    )


def _captions(result: UnitResult) -> list[tuple[str, str]]:
    score = result.score
    filled = _("{answered} dari {applicable} terisi").format(
        answered=score.answered, applicable=score.applicable
    )
    if score.not_applicable:
        filled += " · " + counted("{n} tidak berlaku", "{n} tidak berlaku", score.not_applicable)
    if score.published:
        filled = _("nilai terbit")
    note = weights_note(result.instrument)
    weights = "" if note == "official" else _("Bobot indikator belum resmi")
    return [(filled, "text2"), _state(result), (weights, "warn")]


def _state(result: UnitResult) -> tuple[str, str]:
    whole, score = result.assessment, result.score
    if whole.finalised_on is not None:
        words = _("Dibekukan {day}, mesin {engine}")
        return words.format(day=dates.long(whole.finalised_on), engine=result.engine), "text2"
    if score.complete or score.low is None:
        return _("sementara, belum dibekukan"), "text2"
    words = _("sementara, masih mungkin {low}–{high}")
    return words.format(low=numbers.decimal(score.low), high=numbers.decimal(score.high)), "text2"

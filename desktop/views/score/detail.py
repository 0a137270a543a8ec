"""The right half of Hasil: one unit's value, zone, distance, and why."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.instrument import weights_note
from desktop.domain.result import UnitResult
from desktop.domain.score import distance
from desktop.views import zones
from desktop.views.buttons import Button
from desktop.views.chips import ZoneChip
from desktop.views.empty import EmptyList
from desktop.views.labels import Elided, Label
from desktop.views.score.columns import part_columns
from desktop.views.score.why import Why
from desktop.views.trees import RecordTreeView
from desktop.wording import _, counted, dates, numbers

Open = Callable[[], object]


class Detail(QWidget):
    """One unit. Rebuilt words, one tree."""

    def __init__(self, *, findings: Open, desk: Open) -> None:
        super().__init__()
        self._narrow, self._text = False, ""
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
        self._box.addSpacing(8)
        self._box.addWidget(self.tree, 1)
        self.to_findings = Button("", icon="action", on=findings)
        self.to_desk = Button(_("Buka meja penilaian"), "quiet", on=desk)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 12, 0, 12)
        foot.addWidget(self.to_findings)
        foot.addWidget(self.to_desk)
        foot.addStretch(1)
        self._box.addLayout(foot)

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

    def show_result(self, result: UnitResult) -> None:
        """Another unit."""
        score, whole = result.score, result.assessment
        marks = zones.marks(result.instrument.zones)
        self.name.setText(whole.unit_name)
        text = numbers.decimal(score.value)
        self.value.setText(text)
        self.chip.show_mark(marks.get(score.zone.code) if score.zone else None)
        self.distance.setText(_distance_words(result))
        for label, (words, tone) in zip(self.captions, _captions(result), strict=True):
            label.setText(words)
            label.set_tone(tone)
        self._text = text
        self.tree.tree.columns = part_columns(text, narrow=self._narrow)
        why = Why(result.instrument, score, marks)
        self.tree.show_branches(why.branches())
        self._fold(why.dearest())
        self.tree.set_empty(_no_parts(result))
        self._show_foot(result)

    def fit(self, *, narrow: bool) -> None:
        """Fewer words in a narrow window."""
        self._narrow = narrow
        self.distance.setVisible(not narrow)
        self.tree.tree.columns = part_columns(self._text, narrow=narrow)

    def _fold(self, dearest: str | None) -> None:
        """Only what would bring most stands open; a longer tree hides the answer."""
        self.tree.collapseAll()
        if dearest is None:
            return
        top = self.tree.tree.index_of(dearest)
        self.tree.expand(top)
        for row in range(self.tree.tree.rowCount(top)):
            inner = self.tree.tree.index(row, 0, top)
            if not str(self.tree.tree.id_at(inner)).endswith("…"):
                self.tree.expand(inner)

    def _show_foot(self, result: UnitResult) -> None:
        count = result.finding_count
        text = counted("Tindak lanjuti {n} temuan", "Tindak lanjuti {n} temuan", count)
        self.to_findings.setText(" " + text)
        self.to_findings.setVisible(count > 0)
        self.to_desk.setVisible(not result.score.published)


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

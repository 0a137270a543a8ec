"""The answers behind one indicator: what its value stands on."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.exact import half_up
from desktop.domain.grounds import Ground, Grounds, Heard
from desktop.domain.result import UnitResult
from desktop.views.buttons import IconButton
from desktop.views.cells import TwoLine
from desktop.views.columns import Column
from desktop.views.labels import Elided, Wrapped
from desktop.views.score.words import plain, score_of
from desktop.views.tables import RecordList
from desktop.wording import _, counted, numbers, scoring

LONG = 24
"""Letters of a product's name from which its short name is shown."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row: who was asked, the score, and the answer in words."""

    id: int
    who: str
    score: str
    words: TwoLine


class GroundsCard(QWidget):
    """Stands in the place of chart and path while it is open; follows the chosen indicator."""

    left = Signal()
    """Esc or the cross."""

    def __init__(self) -> None:
        super().__init__()
        self.title = Elided("", "strong")
        self.facts = Wrapped("", "body", "text2")
        self.list = RecordList(_columns(), name=_("Jawaban butir ini"))
        close = IconButton("close", _("Tutup rincian jawaban"), on=self.left.emit)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.title)
        words.addWidget(self.facts)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 0, 6)
        head.addLayout(words, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self.list, 1)

    def show_grounds(self, result: UnitResult, grounds: Grounds) -> None:
        """Another indicator."""
        name = f"{grounds.node.code}  {grounds.node.name}"
        self.title.setText(name)
        self.setAccessibleName(name)
        self.facts.setText(_facts(result, grounds))
        heard = [_heard(each) for each in grounds.heard]
        lines = [*(_line(each) for each in grounds.answers), *heard]
        self.list.show_records([Line(at, *each) for at, each in enumerate(lines)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _columns() -> tuple[Column[Line], ...]:
    return (
        Column("who", _("Ditanyakan tentang"), stretch=1, least=110),
        Column("score", _("Nilai"), "number", width=64, role="strong"),
        Column("words", _("Jawaban dan catatan"), "two_line", stretch=2, tip=_whole),
    )


def _whole(line: Line) -> str:
    return "\n".join(part for part in (line.words.first, line.words.second) if part)


def _facts(result: UnitResult, grounds: Grounds) -> str:
    """Value, part of the whole, and what full would bring the unit and the entity."""
    score = grounds.score
    said = [_("nilai {value}").format(value=numbers.decimal(score.value))]
    if score.counted:
        words = _("menyumbang {part} dari {share}")
        part, share = numbers.decimal(score.contribution), numbers.decimal(score.share)
        said.append(words.format(part=part, share=share))
    else:
        said.append(_("tidak dihitung"))
    if score.gain > 0:
        words = _("bila penuh {gain} jadi {value}")
        gain = numbers.signed(score.gain)
        said.append(words.format(gain=gain, value=numbers.decimal(score.with_gain)))
        if above := entity_gain(result, score.gain, score.with_gain):
            said.append(above)
    return " · ".join(said)


def entity_gain(result: UnitResult, gain: Fraction, becomes: Decimal | None) -> str:
    """ "Kabupaten Contoh +0,33": what the unit's gain brings the entity; "" if unknown."""
    if result.entity_share is None or gain <= 0:
        return ""
    if "unit" in result.instrument.rounding_at and becomes is not None:
        gain = Fraction(becomes - (result.score.value or Decimal(0)))
    points = half_up(gain * result.entity_share, 2)
    return f"{result.assessment.region_name} {numbers.signed(points)}"


def _line(ground: Ground) -> tuple[str, str, TwoLine]:
    who = ground.short_name if len(ground.name) > LONG else ground.name
    who = who or _("Unit ini")
    answer = ground.answer
    if answer is None:
        return who, "–", TwoLine(_("Belum dinilai"), ground.note)
    if answer.reason is not None:
        words = _("Tidak berlaku: {reason}").format(reason=scoring.reason(answer.reason))
        return who, scoring.not_applicable(), TwoLine(words, ground.note)
    if answer.option is not None:
        return who, score_of(answer), TwoLine(answer.option.label, ground.note)
    if answer.number is None:
        return who, "–", TwoLine(ground.note or _("Teks"), "")
    return who, plain(Fraction(answer.number)), TwoLine(ground.note or _("Angka"), "")


def _heard(heard: Heard) -> tuple[str, str, TwoLine]:
    who = counted("{n} responden", "{n} responden", heard.of)
    words = _("Rata-rata dari {n} jawaban {role}; penuh = {best}").format(
        n=heard.answered, role=scoring.role(heard.role), best=plain(heard.best)
    )
    if heard.mean is None:
        return who, "–", TwoLine(_("Belum dinilai"), scoring.role(heard.role))
    more = counted("{n} tidak berlaku", "{n} tidak berlaku", heard.not_applicable)
    return who, numbers.decimal(heard.mean), TwoLine(words, more if heard.not_applicable else "")

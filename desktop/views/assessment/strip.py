"""The strip below the grid: the live value, where it stands, how much is open, what is saved."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QStyle, QVBoxLayout, QWidget

from desktop.domain.instrument import Instrument
from desktop.domain.score import UnitScore, distance
from desktop.views import paint
from desktop.views.assessment.past import clock_with_seconds
from desktop.views.buttons import IconButton
from desktop.views.chips import Icon, ZoneChip
from desktop.views.labels import Elided, Label
from desktop.views.ruler import Band, ZoneRuler
from desktop.views.zones import ZoneMark
from desktop.wording import _, counted, dates, numbers

TALL, COMPACT = 64, 56
_MESSAGE_TIME, _RING_TIME = 6000, 600


class Strip(QWidget):
    """Value and chip; ruler, range and distance (or a sentence); count; saved time."""

    toggled = Signal(bool)
    """The value was switched on or off."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("g", "foot")
        self.setFixedHeight(TALL)
        self.shows_value = True
        self._marks: dict[str, ZoneMark] = {}
        self.value, self.chip = Label("", "title"), ZoneChip()
        self.short_chip = ZoneChip(short=True)
        self.caption = Label("", "caption", "text2")
        self.eye = IconButton("eye-slash", _("Sembunyikan nilai"), on=self._toggle)
        self.shown_eye = IconButton("eye", _("Tampilkan nilai"), on=self._toggle)
        self.ruler = ZoneRuler()
        self.range, self.step, self.count = _Pair(), _Pair(), _Pair()
        self.saved = _Pair(Icon("done", "ok"))
        self.message = _Message()
        self._narrow = False
        self._build()
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.drop_message)
        self._is_ringing = self._is_settled = False
        self._bell = QTimer(self)
        self._bell.setSingleShot(True)
        self._bell.timeout.connect(self._stop_ringing)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(10)
        for part in (self.value, self.chip, self.short_chip):
            top.addWidget(part)
        top.addStretch(1)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addStretch(1)
        left.addLayout(top)
        left.addWidget(self.caption)
        left.addStretch(1)
        figures = QWidget()
        row = QHBoxLayout(figures)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(self.ruler, 1)
        row.addWidget(self.range)
        row.addWidget(self.step)
        self.middle = QStackedWidget()
        self.middle.addWidget(figures)
        self.middle.addWidget(self.message)
        self.middle.addWidget(QWidget())
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(20, 0, 20, 0)
        self._line.setSpacing(12)
        self._line.addWidget(self._left)
        self._line.addWidget(self.eye)
        self._line.addWidget(self.shown_eye)
        self._line.addWidget(self.middle, 1)
        self._line.addSpacing(12)
        self._line.addWidget(self.count)
        self._line.addSpacing(12)
        self._line.addWidget(self.saved)

    # What is shown

    def show_instrument(self, instrument: Instrument, marks: dict[str, ZoneMark]) -> None:
        """The scale of another instrument."""
        self._marks, self._instrument = marks, instrument
        self._is_settled = False
        bands = [Band(marks[zone.code], float(zone.min)) for zone in instrument.zones]
        self.ruler.show_scale(bands, float(instrument.scale_max))

    def show_score(self, score: UnitScore, caption: str, brief: str) -> None:
        """The live result; the caption says what the number is, `brief` in a narrow window."""
        mark = self._marks.get(score.zone.code) if score.zone else None
        if mark is not None and mark != self.chip.mark and self._is_settled:
            self._ring_for_a_moment()
            announce(self, f"{numbers.decimal(score.value)}, {mark.long}")
        self._is_settled = True
        self.value.setText(numbers.decimal(score.value) if self.shows_value else "")
        self.value.setVisible(self.shows_value)
        self.chip.show_mark(mark)
        self.short_chip.show_mark(mark)
        self.caption.setText(
            (brief if self._narrow else caption) if self.shows_value else _("Nilai disembunyikan")
        )
        self._show_place(score)
        open_words = _("terisi")
        if score.not_applicable:
            open_words += f" · {score.not_applicable} {_('TB')}"
        self.count.show_words(f"{score.answered} / {score.applicable}", open_words)
        self._show_parts()

    def _show_place(self, score: UnitScore) -> None:
        value = None if score.value is None else float(score.value)
        if score.complete or score.low is None or score.high is None:
            self.ruler.show_value(value)
            self.range.show_words("", "")
        else:
            self.ruler.show_value(value, float(score.low), float(score.high))
            low, high = numbers.decimal(score.low), numbers.decimal(score.high)
            self.range.show_words(f"{low} – {high}", _("masih mungkin"))
        self.step.show_words(*self._distance(score))

    def _distance(self, score: UnitScore) -> tuple[str, str]:
        if score.value is None:
            return "", ""
        found = distance(self._instrument, score.value)
        words: list[str] = []
        if found.to_next is not None:
            points, zone = numbers.decimal(found.to_next.points), found.to_next.zone.code
            words.append(_("{points} ke {zone}").format(points=points, zone=self._name(zone)))
        if found.above_lower is not None:
            points, zone = numbers.decimal(found.above_lower.points), found.above_lower.zone.code
            words.append(_("{points} di atas {zone}").format(points=points, zone=self._name(zone)))
        return (words[0], words[1]) if len(words) == 2 else ("".join(words), "")

    def _name(self, code: str) -> str:
        return self._marks[code].short

    def _show_parts(self) -> None:
        self.chip.setVisible(self.shows_value and not self._narrow)
        self.short_chip.setVisible(self.shows_value and self._narrow)
        self.eye.setVisible(self.shows_value and not self._narrow)
        self.shown_eye.setVisible(not self.shows_value)
        self._left.setMinimumWidth(0 if self._narrow or not self.shows_value else 200)
        if self.middle.currentWidget() is not self.message:
            self.middle.setCurrentIndex(0 if self.shows_value else 2)

    def show_saved(self, pending: int, at: datetime | None, now: datetime) -> None:
        """Tersimpan and when; Menyimpan while something is under way."""
        if pending:
            words = (_("Menyimpan…"), counted("{n} jawaban", "{n} jawaban", pending))
        elif at is None:
            words = (_("Tersimpan"), _("belum ada perubahan"))
        else:
            same = at.date() == now.date()
            words = (_("Tersimpan"), clock_with_seconds(at) if same else dates.short(at.date()))
        self.saved.show_words(*words)
        self.saved.setToolTip(" ".join(words))

    def _ring_for_a_moment(self) -> None:
        """The zone has changed: a ring round its chip, unless animations are off."""
        style = self.style()
        lasts = style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self)
        if lasts > 0 and self.shows_value:
            self._is_ringing = True
            self._bell.start(_RING_TIME)
            self.update()

    def _stop_ringing(self) -> None:
        self._is_ringing = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._is_ringing:
            chip = self.chip if self.chip.isVisible() else self.short_chip
            place = QRectF(QRect(chip.mapTo(self, QPoint(0, 0)), chip.size()))
            paint.ring(QPainter(self), place.adjusted(-4, -4, 4, 4), 8)

    def say(self, sentence: str, icon: str = "lock") -> None:
        """A sentence in the place of ruler and range: why a key did nothing."""
        announce(self, sentence)
        self.message.show_words(sentence, icon)
        self.middle.setCurrentWidget(self.message)
        self._clock.start(_MESSAGE_TIME)

    def drop_message(self) -> None:
        """Ruler and range again."""
        self._clock.stop()
        self.middle.setCurrentIndex(0 if self.shows_value else 2)

    def said(self) -> str:
        """The sentence in sight."""
        return self.message.text() if self.middle.currentWidget() is self.message else ""

    def show_value(self, shown: bool) -> None:
        """Switches value, zone and distance on or off."""
        self.shows_value = shown
        self._show_parts()

    def fit(self, *, narrow: bool, low: bool) -> None:
        """Compact in a low window, with the zone's letter alone in a narrow one."""
        self._narrow = narrow
        self.setFixedHeight(COMPACT if low else TALL)
        self._line.setSpacing(6 if narrow else 12)
        self._show_parts()

    def _toggle(self) -> None:
        self.show_value(not self.shows_value)
        self.toggled.emit(self.shows_value)


def announce(widget: QWidget, sentence: str) -> None:
    """Says a sentence to a screen reader, politely: after what it is saying now."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


class _Pair(QWidget):
    """A strong line over a caption."""

    def __init__(self, sign: QWidget | None = None) -> None:
        super().__init__()
        role = "strong" if sign is None else "body"
        self.first, self.second = Label("", role), Label("", "caption", "text2")
        top = QHBoxLayout()
        top.setSpacing(6)
        if sign is not None:
            top.addWidget(sign)
        top.addWidget(self.first)
        top.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(1)
        box.addStretch(1)
        box.addLayout(top)
        box.addWidget(self.second)
        box.addStretch(1)

    def show_words(self, first: str, second: str) -> None:
        """Both lines; nothing in both hides the pair."""
        self.first.setText(first)
        self.second.setText(second)
        self.second.setVisible(bool(second))
        self.setVisible(bool(first or second))


class _Message(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._words = Elided("", "body", "text")
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(9)
        self._sign = Icon("info", "text2")
        self._line.addWidget(self._sign)
        self._line.addWidget(self._words, 1)

    def show_words(self, sentence: str, icon: str) -> None:
        """Another sentence with its sign."""
        self._line.removeWidget(self._sign)
        self._sign.deleteLater()
        self._sign = Icon(icon, "text2")
        self._line.insertWidget(0, self._sign)
        self._words.setText(sentence)
        self.setAccessibleName(sentence)

    def text(self) -> str:
        """The sentence."""
        return self._words.text()

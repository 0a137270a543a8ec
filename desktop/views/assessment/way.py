"""The way of a round: its stages as a line, what still stands in the way, and the next step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.assessment import Assessment
from desktop.domain.round import Round, next_state
from desktop.views import icons, paint
from desktop.views.assessment.words import round_way
from desktop.views.dated import DateField
from desktop.views.kinds import TextField
from desktop.views.questions import Answer, Dialog
from desktop.views.theme import colour
from desktop.wording import _, counted


class Stages(QWidget):
    """Stages side by side: done = tick, now = ring, later = circle; a line between them."""

    def __init__(self) -> None:
        super().__init__()
        self._words: tuple[str, ...] = ()
        self._at = 0
        self.setFixedHeight(32)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_state(self, state: str) -> None:
        """How far the round has come."""
        way = round_way()
        self._words = tuple(word for _state, word in way)
        self._at = next(at for at, (one, _word) in enumerate(way) if one == state)
        self.setAccessibleName(_("Tahap putaran: {stage}").format(stage=self._words[self._at]))
        self.updateGeometry()
        self.update()

    def now(self) -> str:
        """The word of the present stage."""
        return self._words[self._at] if self._words else ""

    def sizeHint(self) -> QSize:
        wide = sum(paint.width_of(word, "strong") + 26 for word in self._words)
        return QSize(round(wide + 38 * max(0, len(self._words) - 1)), 32)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        only_now = self.width() < self.sizeHint().width()
        x = 0.0
        for at, word in enumerate(self._words):
            self._paint_sign(painter, x, at)
            wide = paint.width_of(word, "strong") if not only_now or at == self._at else -4
            if wide > 0:
                role = "strong" if at == self._at else "body"
                ink = "text" if at <= self._at else "text2"
                paint.write(painter, QRectF(x + 23, 0, wide + 4, 32), word, role, ink)
            x += 23 + wide + 6
            if at < len(self._words) - 1:
                line = "accent" if at < self._at else "line"
                painter.fillRect(QRectF(x, 15.5, 22, 1.5), colour(line))
                x += 31

    def _paint_sign(self, painter: QPainter, x: float, at: int) -> None:
        last = len(self._words) - 1
        done, now = at < self._at or at == self._at == last, at == self._at
        box = QRectF(x + 1, 9, 14, 14)
        painter.setBrush(colour("accent") if done else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour("accent" if now or done else "field"), 2 if now else 1.2))
        painter.drawEllipse(box)
        if done:
            icons.draw(painter, "done", QRectF(x + 3, 11, 10, 10), "on_accent")


@dataclass(frozen=True, slots=True)
class RoundStep:
    """The next step of a round; `off` says why it cannot be taken yet."""

    state: str
    text: str
    off: str = ""


def open_units(scored: Sequence[Assessment]) -> tuple[Assessment, ...]:
    """The units that are not frozen yet."""
    return tuple(one for one in scored if not one.is_frozen)


def missing_words(held: Round, scored: Sequence[Assessment]) -> str:
    """What keeps the round from being final, when that is what comes next."""
    count = len(open_units(scored))
    if held.state not in ("verifying", "collecting") or not count:
        return ""
    return counted("{n} unit belum dibekukan", "{n} unit belum dibekukan", count)


def next_step(held: Round, scored: Sequence[Assessment]) -> RoundStep | None:
    """The step as a button, or None at the end of the way."""
    state = next_state(held.state)
    if state is None:
        return None
    if state == "collecting":
        off = "" if scored else _("Tambahkan unit terlebih dahulu.")
        return RoundStep(state, _("Mulai pengambilan data"), off)
    if state == "verifying":
        off = "" if scored else _("Tambahkan unit terlebih dahulu.")
        return RoundStep(state, _("Lanjut ke verifikasi"), off)
    if state == "final":
        count = len(open_units(scored))
        off = counted(
            "Belum dapat dibekukan: {n} unit belum dibekukan.",
            "Belum dapat dibekukan: {n} unit belum dibekukan.",
            count,
        )
        return RoundStep(state, _("Bekukan putaran"), off if count or not scored else "")
    return RoundStep(state, _("Rilis…"))


class ReleaseDialog(Dialog):
    """Date and decision number; scores may leave the office from then on."""

    def __init__(
        self, parent: QWidget, held: Round, today: date, then: Callable[[date, str], object]
    ) -> None:
        title = _("Rilis {name}?").format(name=held.name)
        sentence = _(
            "Sejak tanggal ini nilai dan zona boleh keluar dari kantor, dalam surat dan daftar. "
            "Rilis tidak dapat ditarik kembali."
        )
        super().__init__(parent, title, sentence)
        self._today = today
        self.on = DateField("on", _("Tanggal rilis"), required=True)
        self.on.fill(today)
        self.number = TextField("number", _("Nomor keputusan"))
        self.put(self.on)
        self.put(self.number)
        self.finish(
            (
                Answer(_("Batal"), safe=True),
                Answer(_("Rilis"), lambda: then(self.on.value(), self.number.value()), "primary"),
            )
        )
        self.number.focus()

    def _choose(self, answer: Answer) -> None:
        """Stays open until the date is one that has come."""
        trouble = self.on.trouble()
        if not trouble and self.on.value() > self._today:
            trouble = _("Tanggal rilis tidak boleh sesudah hari ini.")
        if answer.kind == "primary" and trouble:
            self.on.show_problem(trouble)
            self.on.focus()
            self._fit()
            return
        super()._choose(answer)

"""Nothing to show, said well: why, and the one thing to do; or the steps, the next one primary."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.views import icons
from desktop.views.buttons import Button
from desktop.views.chips import Badge
from desktop.views.labels import Elided, Label, Wrapped
from desktop.views.theme import colour
from desktop.wording import _

Nothing = Callable[[], object]
COLUMN_WIDTH = 560


@dataclass(frozen=True, slots=True)
class NextStep:
    """One step of an empty page: done, or with a verb; `off` says why it cannot be taken yet."""

    title: str
    sentence: str
    verb: str = ""
    then: Nothing | None = None
    done: bool = False
    off: str = ""


class EmptyList(QWidget):
    """An empty list: why it is empty and one action (filter: "Hapus saringan")."""

    def __init__(
        self, title: str, sentence: str = "", action: str = "", on: Nothing | None = None
    ) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 20, 8, 8)
        box.setSpacing(4)
        box.addWidget(Wrapped(title, "strong"))
        if sentence:
            box.addWidget(Wrapped(sentence, "body", "text2"))
        if action:
            box.addSpacing(6)
            box.addWidget(Button(action, on=on), 0, Qt.AlignmentFlag.AlignLeft)
        box.addStretch(1)
        self.setAccessibleName(f"{title} {sentence}".strip())


class EmptyState(QWidget):
    """An empty page: a drawing, one sentence, the steps. The next step is the only primary."""

    def __init__(self, title: str, sentence: str, steps: Sequence[NextStep] = ()) -> None:
        super().__init__()
        column = QWidget()
        column.setFixedWidth(COLUMN_WIDTH)
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        middle = Qt.AlignmentFlag.AlignHCenter
        box.addWidget(_Drawing(), 0, middle)
        box.addSpacing(14)
        box.addWidget(Label(title, "head"), 0, middle)
        words = Wrapped(sentence, "body", "text2")
        words.setAlignment(middle)
        box.addWidget(words)
        box.addSpacing(14)
        self._add_steps(box, steps)
        outer = QVBoxLayout(self)
        outer.addStretch(4)
        outer.addWidget(column, 0, middle)
        outer.addStretch(6)

    def _add_steps(self, box: QVBoxLayout, steps: Sequence[NextStep]) -> None:
        primary_given = False
        for number, step in enumerate(steps, start=1):
            is_next = not step.done and not step.off and not primary_given
            primary_given = primary_given or is_next
            box.addWidget(_step_row(number, step, is_next=is_next))


def _step_row(number: int, step: NextStep, *, is_next: bool) -> QWidget:
    row = QWidget()
    row.setFixedHeight(46)
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(0)
    figure = Label(str(number), "lead-strong")
    figure.setFixedWidth(30)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Elided(step.title, "strong"))
    words.addWidget(Elided(step.sentence, "body", "text2"))
    line.addWidget(figure)
    line.addLayout(words, 1)
    line.addSpacing(12)
    if step.done:
        line.addWidget(Badge(_("Selesai"), "ok"))
    elif step.verb:
        button = Button(step.verb, "primary" if is_next else "plain", on=step.then)
        button.set_off(step.off)
        line.addWidget(button)
    return row


class _Drawing(QWidget):
    """A sheet with three lines and a plus."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(130, 98)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("soft_line"), 2))
        painter.setBrush(colour("soft"))
        painter.drawRoundedRect(QRectF(1, 1, 116, 84), 8, 8)
        for at, width in enumerate((66, 52, 38)):
            painter.fillRect(QRectF(20, 24 + at * 18, width, 2), colour("accent"))
        painter.setPen(QPen(colour("accent"), 2))
        painter.setBrush(colour("page"))
        painter.drawEllipse(QRectF(95, 63, 32, 32))
        icons.draw(painter, "add", QRectF(101, 69, 20, 20), "accent_text")


def filtered_out(on: Nothing, typed: str = "") -> EmptyList:
    """A list that is empty because of its filter."""
    title = _("Tidak ada yang cocok")
    if typed:
        title = _("Tidak ada yang cocok dengan “{typed}”").format(typed=typed)
    return EmptyList(title, _("Periksa ejaan, atau hapus saringan."), _("Hapus saringan"), on)

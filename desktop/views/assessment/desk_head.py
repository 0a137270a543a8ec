"""The head of the desk: unit, state, place in the round; next unit and next step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.assessment import Assessment, Desk
from desktop.views.assessment.board import Dimension
from desktop.views.assessment.words import state_badge, track_words
from desktop.views.buttons import Button, IconButton
from desktop.views.chips import Badge, Icon
from desktop.views.editors import Combo
from desktop.views.labels import Elided, Label
from desktop.wording import _

HEIGHT = 58


@dataclass(frozen=True, slots=True)
class StepButton:
    """A step of the lifecycle as a button; `off` says why it cannot be taken yet."""

    state: str
    text: str
    brief: str
    primary: bool = False
    off: str = ""


class DeskHead(QWidget):
    """Name 12/600, badge and caption left; buttons right, the step last."""

    step_wanted = Signal(str)
    next_wanted = Signal()
    list_wanted = Signal()
    dimension_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self.name, self.caption = Label("", "head"), Elided("", "caption", "text2")
        self.badge = Badge()
        self.lock = Icon("lock", "text2")
        self.lock.setToolTip(_("Dibekukan atau diserahkan: jawaban tidak dapat diubah."))
        self.dimension = Combo(_("Dimensi"))
        self.dimension.setAccessibleName(_("Dimensi"))
        self.dimension.setFixedWidth(150)
        self.dimension.activated.connect(
            lambda _at: self.dimension_wanted.emit(self.dimension.currentData())
        )
        self.list_button = IconButton(
            "list-bullet", _("Daftar unit (Esc)"), on=self.list_wanted.emit
        )
        self.next_button = Button(_("Unit berikutnya"), on=self.next_wanted.emit)
        self._steps: list[Button] = []
        self._steps_shown: tuple[tuple[StepButton, ...], bool] | None = None
        self._narrow = False
        self._build()

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(10)
        for part in (self.name, self.badge, self.lock):
            top.addWidget(part)
        top.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addLayout(top)
        words.addWidget(self.caption)
        words.addStretch(1)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(20, 0, 20, 0)
        self._line.setSpacing(8)
        self._line.addLayout(words, 1)
        for part in (self.dimension, self.list_button, self.next_button):
            self._line.addWidget(part)

    def show_desk(self, desk: Desk, assessment: Assessment) -> None:
        """Who is assessed, and how far."""
        self._desk, self._shown = desk, assessment
        text, tone = state_badge(assessment)
        self.badge.show_text(text, tone)
        self.lock.setVisible(assessment.state not in ("planned", "collecting"))
        self._show_words()
        last = _("Ini unit terakhir dalam putaran.") if desk.next_id is None else ""
        self.next_button.set_off(last)

    def _show_words(self) -> None:
        a, desk = self._shown, self._desk
        name = a.unit_short if self._narrow and a.unit_short else a.unit_name
        self.name.setText(name)
        place = _("Unit {n} dari {of}").format(n=a.number, of=desk.unit_count)
        parts = [place, track_words(a.track)]
        if not self._narrow:
            team = ": ".join(part for part in (a.team, a.assessors) if part)
            region = a.region_name + (f" ({_('CONTOH')})" if a.is_sample else "")
            revision = _("Revisi {n}").format(n=a.revision) if a.revision > 1 else ""
            parts += [part for part in (team, region, revision) if part]
        elif a.is_sample:
            parts.append(_("CONTOH"))
        self.caption.setText(" · ".join(parts))

    def show_steps(self, steps: Sequence[StepButton]) -> None:
        """The steps that may follow, the way on last."""
        if (tuple(steps), self._narrow) == self._steps_shown:
            return
        self._steps_shown = (tuple(steps), self._narrow)
        for button in self._steps:
            self._line.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._steps = []
        for step in steps:
            kind = "primary" if step.primary and not step.off else "plain"
            button = Button(
                step.brief if self._narrow else step.text,
                kind,
                on=lambda state=step.state: self.step_wanted.emit(state),
            )
            button.setObjectName(f"step-{step.state}")
            button.set_off(step.off)
            self._line.addWidget(button)
            self._steps.append(button)

    def steps(self) -> tuple[Button, ...]:
        """The buttons of the lifecycle."""
        return tuple(self._steps)

    def show_dimensions(self, dimensions: Sequence[Dimension]) -> None:
        """The choices of the combo that stands for the column in narrow windows."""
        self.dimension.show_choices([(one.number, one.title) for one in dimensions])

    def show_here(self, number: int) -> None:
        """The dimension of the cursor."""
        self.dimension.choose(number)

    def fit(self, *, narrow: bool) -> None:
        """Short words and the combo in a narrow window."""
        self._narrow = narrow
        self.dimension.setVisible(narrow)
        self.next_button.setVisible(not narrow)
        if hasattr(self, "_shown"):
            self._show_words()

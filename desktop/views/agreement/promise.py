"""The chosen promise: its stage line, what was reported about it, the actions that serve it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.action import Action
from desktop.domain.agreement import Agreement, Commitment, FollowUp, Stage
from desktop.views.agreement.words import (
    amount,
    baseline_words,
    due_words,
    entry_more,
    entry_words,
    report_tag,
    reported_words,
)
from desktop.views.buttons import Button
from desktop.views.cards import LinkRow
from desktop.views.chips import Badge
from desktop.views.labels import Wrapped
from desktop.views.stages import DONE, PLANNED, TARGET, UNKNOWN, StageLine, StagePoint
from desktop.wording import _, counted, dates, states

Nothing = Callable[[], object]
SHOWN = 2
"""So many reports stand under the line; the others unfold."""


@dataclass(frozen=True, slots=True)
class Doings:
    """What the buttons of the page's right half do."""

    report: Nothing
    change_promise: Nothing
    plan: Nothing
    open_action: Callable[[str], object]
    change: Nothing
    promise: Nothing
    coverage: Nothing


class PromisePart(QWidget):
    """Head with two buttons, line of stages, reports, actions."""

    def __init__(self, doings: Doings) -> None:
        super().__init__()
        self.commitment: Commitment | None = None
        self._open_action = doings.open_action
        self._is_unfolded = False
        self.title = Wrapped("", "head")
        self.plan = Button(_("Jadikan &tindak lanjut"), "quiet", icon="action", on=doings.plan)
        self.report = Button(_("Catat &laporan"), "quiet", icon="add", on=doings.report)
        self.line = StageLine()
        head, below = QWidget(), QWidget()
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight, head)
        self._below = QVBoxLayout(below)
        self._build(head, below)

    def _build(self, head: QWidget, below: QWidget) -> None:
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(4)
        for part in (self.plan, self.report):
            self._buttons.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        self._head.setContentsMargins(0, 0, 0, 0)
        self._head.setSpacing(0)
        self._head.addWidget(self.title, 1)
        self._head.addLayout(self._buttons)
        self.title.setContentsMargins(0, 4, 0, 4)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.setSpacing(6)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(head)
        box.addWidget(self.line)
        box.addWidget(below)

    def stack(self, narrow: bool) -> None:
        """In a narrow window the buttons stand under the promise."""
        ways = QBoxLayout.Direction
        self._head.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        left = Qt.AlignmentFlag.AlignLeft
        self._head.setAlignment(self._buttons, left if narrow else Qt.AlignmentFlag(0))

    def show_commitment(
        self,
        agreement: Agreement,
        commitment: Commitment,
        entries: Sequence[FollowUp],
        actions: Sequence[Action],
    ) -> None:
        """Another promise of the agreement."""
        if self.commitment is None or self.commitment.id != commitment.id:
            self._is_unfolded = False
        self.commitment = commitment
        self._entries, self._actions = tuple(entries), tuple(actions)
        self.title.setText(commitment.activity)
        self.line.show_points(stage_points(agreement, commitment))
        self._show_below()

    def _show_below(self) -> None:
        while (item := self._below.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        shown = self._entries if self._is_unfolded else self._entries[:SHOWN]
        unit = self.commitment.unit if self.commitment else ""
        for entry in shown:
            self._below.addWidget(ReportLine(entry, unit))
        hidden = len(self._entries) - len(shown)
        if hidden:
            words = counted("{n} laporan sebelumnya", "{n} laporan sebelumnya", hidden)
            button = Button(words, "quiet", icon="down", on=self._unfold)
            self._below.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        for action in self._actions:
            self._below.addWidget(self._action_row(action))

    def _unfold(self) -> None:
        self._is_unfolded = True
        self._show_below()

    def _action_row(self, action: Action) -> LinkRow:
        day = dates.short(action.due) if action.due else ""
        parts = [action.agency_short, states.word("action", action.state), day]
        remark = " · ".join(part for part in parts if part)
        row = LinkRow("action", action.title, remark, lambda: self._open_action(action.id))
        row.setAccessibleName(_("Tindak lanjut: {title}").format(title=action.title))
        return row


class ReportLine(QWidget):
    """One report: its state as a badge, what it says, and who wrote it down."""

    def __init__(self, entry: FollowUp, unit: str) -> None:
        super().__init__()
        tag = report_tag(entry.state)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Wrapped(entry_words(entry, unit)))
        if more := entry_more(entry):
            words.addWidget(Wrapped(more, "caption"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(Badge(tag.text, tag.tone), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self.setAccessibleName(f"{tag.text}: {entry_words(entry, unit)}")


def stage_points(agreement: Agreement, commitment: Commitment) -> list[StagePoint]:
    """Start, stages, target: what is not reported is a question mark, never a zero."""
    points = [_start(agreement, commitment)]
    for stage in commitment.stages[:-1]:
        told = _told(stage, commitment)
        source = _("{plan}: {told}") if stage.plan else "{told}"
        words = source.format(plan=stage.plan, told=told or _("belum dilaporkan"))
        points.append(StagePoint(stage.label, words, DONE if told else UNKNOWN))
    points.append(_target(commitment))
    return points


def _told(stage: Stage, commitment: Commitment) -> str:
    told = reported_words(stage, commitment.unit)
    return _("tercapai {value}").format(value=told) if stage.reported.isdigit() else told


def _start(agreement: Agreement, commitment: Commitment) -> StagePoint:
    known = commitment.baseline is not None
    top = str(agreement.signed_on.year) if agreement.signed_on else _("Mulai")
    words = _("awal: {value}").format(value=baseline_words(commitment))
    return StagePoint(top, words, DONE if known else UNKNOWN)


def _target(commitment: Commitment) -> StagePoint:
    last = commitment.stages[-1] if commitment.stages else None
    goal = amount(commitment.target)
    told = _told(last, commitment) if last else ""
    kept = bool(told) or commitment.last_state == "done"
    top = last.label if last else due_words(commitment) or _("Target")
    planned = last.plan if last else commitment.unit if goal else _("tanpa angka")
    words = _("{plan}: {told}").format(plan=planned, told=told) if told and planned else planned
    state = DONE if kept else TARGET if goal or last or commitment.due_on else PLANNED
    return StagePoint(top, words or told, state, goal)

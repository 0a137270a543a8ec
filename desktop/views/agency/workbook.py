"""Impor dari Excel, in the place of the form: what would happen, then all of it or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.intake import Register
from desktop.domain.problems import Problem
from desktop.services.intake import take_in
from desktop.views.buttons import Button
from desktop.views.forms import Scroll
from desktop.views.labels import Elided, Label, Wrapped
from desktop.views.messages import Banner
from desktop.views.theme import FOOT
from desktop.wording import _, counted
from desktop.wording.problems import say

if TYPE_CHECKING:
    from desktop.office import Office

SHOWN = 100
"""How many sentences are written out; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What a workbook would add, or why it cannot be taken."""

    name: str
    register: Register | None = None
    warnings: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()


def rehearse(office: Office, path: Path) -> Trial:
    """Reads a workbook and tries it without keeping anything. Runs beside the window."""
    try:
        register: Register = office.sheets.read_register(path.read_bytes())
        changes = office.rehearse(take_in, register=register)
    except Problem as problem:
        return Trial(path.name, problems=problem.each())
    except OSError:
        return Trial(path.name, problems=(Problem("file.unreadable", path=str(path)),))
    warnings: Any = changes.facts["warnings"]
    return Trial(path.name, register, tuple(warnings))


class ImportPanel(QWidget):
    """The outcome of the trial, and what to do about it."""

    wanted = Signal(object)
    """Import this register."""
    again = Signal()
    """Another file."""
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("g", "side")
        self.setAccessibleName(_("Impor dari Excel"))
        self._trial = Trial("")
        self.paper = Scroll(QWidget())
        self.other = Button(_("Pilih berkas lain"), on=self.again.emit)
        self.cancel = Button(_("Batal"), on=self.left.emit)
        self.take = Button(_("Impor"), "primary", on=self._take)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.paper, 1)
        box.addWidget(self._foot())

    def _foot(self) -> QWidget:
        foot = QWidget()
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        foot.setProperty("g", "foot")
        foot.setFixedHeight(FOOT)
        line = QHBoxLayout(foot)
        line.setContentsMargins(19, 0, 20, 0)
        line.setSpacing(8)
        line.addWidget(self.other)
        line.addStretch(1)
        line.addWidget(self.cancel)
        line.addWidget(self.take)
        return foot

    def show_trial(self, trial: Trial) -> None:
        """What the workbook would do."""
        self._trial = trial
        inner = QWidget()
        inner.setProperty("g", "clear")
        box = QVBoxLayout(inner)
        box.setContentsMargins(24, 16, 24, 16)
        box.setSpacing(8)
        box.addWidget(Label(_("Impor dari Excel"), "head"))
        box.addWidget(Elided(trial.name, "body", "text2"))
        for part in _refused(trial.problems) if trial.problems else _welcome(trial):
            box.addWidget(part)
        box.addStretch(1)
        self.paper.setWidget(inner)
        inner.setAutoFillBackground(False)
        self.take.setVisible(trial.register is not None)
        self.cancel.setText(_("Batal") if trial.register is not None else _("Tutup"))
        first = self.take if trial.register is not None else self.other
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_busy(self, busy: bool) -> None:
        """While the workbook is taken in."""
        self.take.set_off(_("Sedang diimpor.") if busy else "")

    def _take(self) -> None:
        if self._trial.register is not None:
            self.set_busy(True)
            self.wanted.emit(self._trial.register)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


def amounts(register: Register) -> str:
    """ "12 instansi, 5 unit, 20 produk"."""
    return ", ".join(
        (
            counted("{n} instansi", "{n} instansi", len(register.agencies)),
            counted("{n} unit", "{n} unit", len(register.units)),
            counted("{n} produk", "{n} produk", len(register.products)),
        )
    )


def _refused(problems: Sequence[Problem]) -> list[QWidget]:
    head = counted("{n} masalah.", "{n} masalah.", len(problems))
    remark = _("Berkas belum diimpor. Perbaiki di Excel, simpan, lalu pilih lagi.")
    return [Banner("danger", f"{head} {remark}"), *_sentences(problems)]


def _welcome(trial: Trial) -> list[QWidget]:
    assert trial.register is not None
    what = _("Akan ditambahkan: {what}.").format(what=amounts(trial.register))
    parts: list[QWidget] = [Banner("info", what)]
    if trial.warnings:
        parts += [Label(_("Perlu diperiksa"), "strong"), *_sentences(trial.warnings)]
    for sheet, column in trial.register.unread:
        words = _("Lembar {sheet}: kolom {column} tidak dikenal dan tidak dibaca.")
        parts.append(Wrapped(words.format(sheet=sheet, column=column), "body", "text2"))
    return parts


def _sentences(problems: Sequence[Problem]) -> list[QWidget]:
    parts: list[QWidget] = [Wrapped(say(one), "body") for one in problems[:SHOWN]]
    rest = len(problems) - SHOWN
    if rest > 0:
        words = counted("dan {n} lagi", "dan {n} lagi", rest)
        parts.append(Wrapped(words, "body", "text2"))
    return parts

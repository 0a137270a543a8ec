"""Questions that must be answered: only for what cannot be taken back, or a dirty form.

The question is the title, one sentence says what follows, verbs are on the buttons. What
destroys stands alone at the left; Esc is the safe one. Nothing blocks: answers come by callback.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.views.buttons import Button
from desktop.views.labels import Label, Wrapped
from desktop.wording import _, counted

Nothing = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Answer:
    """A button of a question. `kind`: primary, plain or danger; danger stands at the left."""

    text: str
    then: Nothing | None = None
    kind: str = "plain"
    safe: bool = False


class Dialog(QDialog):
    """A question over its window. Use `ask`, `confirm` or `ask_leave`."""

    def __init__(self, parent: QWidget, title: str, sentence: str, width: int = 460) -> None:
        super().__init__(parent.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Patuh")
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self._then: Nothing | None = None
        self._safe: Nothing | None = None
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(24, 20, 24, 20)
        self.box.setSpacing(0)
        self.title, self.sentence = Wrapped(title, "head"), Wrapped(sentence, "body", "text2")
        self.box.addWidget(self.title)
        self.box.addSpacing(8)
        self.box.addWidget(self.sentence)
        self.sentence.setVisible(bool(sentence))
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self.setFixedWidth(width)

    def put(self, part: QWidget) -> None:
        """Something between the sentence and the buttons."""
        self.box.addSpacing(14)
        self.box.addWidget(part)

    def finish(self, answers: Sequence[Answer]) -> None:
        """The buttons; call last."""
        left = [answer for answer in answers if answer.kind == "danger"]
        right = [answer for answer in answers if answer.kind != "danger"]
        for answer in left:
            self._buttons.addWidget(self._button(answer))
        self._buttons.addStretch(1)
        for answer in right:
            self._buttons.addWidget(self._button(answer))
        self.box.addSpacing(20)
        self.box.addLayout(self._buttons)
        self.finished.connect(self._act)
        self._fit()

    def _button(self, answer: Answer) -> Button:
        button = Button(answer.text, answer.kind, on=lambda: self._choose(answer))
        if answer.safe:
            self._safe = answer.then
        if answer.kind == "primary":
            button.setDefault(True)
            button.setFocus()
        return button

    def _fit(self) -> None:
        inner = self.width() - 48
        for words in (self.title, self.sentence):
            words.fit(inner)
        self.setFixedHeight(self.box.sizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _choose(self, answer: Answer) -> None:
        self._then = answer.then
        self.done(1)

    def _act(self, result: int) -> None:
        then = self._then if result else self._safe
        if then is not None:
            then()

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.box.sizeHint().height())


def ask(parent: QWidget, title: str, sentence: str, answers: Sequence[Answer]) -> Dialog:
    """Asks; the chosen answer's `then` is called. Esc takes the safe answer."""
    dialog = Dialog(parent, title, sentence)
    dialog.finish(answers)
    dialog.open()
    return dialog


def confirm(parent: QWidget, title: str, sentence: str, verb: str, then: Nothing) -> Dialog:
    """Asks before something that cannot be taken back: "Bekukan penilaian …?"."""
    answers = (Answer(_("Batal"), safe=True), Answer(verb, then, "primary"))
    return ask(parent, title, sentence, answers)


def ask_leave(
    parent: QWidget,
    subject: str,
    changed: Sequence[str],
    *,
    save: Nothing,
    drop: Nothing,
    back: Nothing | None = None,
) -> Dialog:
    """A form with changes is left: Simpan, Buang or Kembali."""
    title = _("Simpan perubahan pada {subject}?").format(subject=subject)
    count = counted("{n} isian berubah", "{n} isian berubah", len(changed))
    sentence = f"{count}: {', '.join(changed)}."
    answers = (
        Answer(_("Buang"), drop, "danger"),
        Answer(_("Kembali"), back, safe=True),
        Answer(_("Simpan"), save, "primary"),
    )
    return ask(parent, title, sentence, answers)


def report(parent: QWidget, what: str, details: str) -> Dialog:
    """Our own fault: says so, and gives the text that helps to find it."""
    dialog = Dialog(parent, _("Patuh mengalami gangguan"), what, width=620)
    text = QPlainTextEdit(details)
    text.setReadOnly(True)
    text.setFixedHeight(200)
    text.setAccessibleName(_("Keterangan gangguan"))
    dialog.put(Label(_("Keterangan untuk pengembang"), "caption", "text2"))
    dialog.put(text)

    def copy() -> None:
        QApplication.clipboard().setText(details)

    dialog.finish((Answer(_("Salin keterangan"), copy), Answer(_("Tutup"), None, "primary", True)))
    dialog.open()
    return dialog

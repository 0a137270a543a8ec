"""Fields of forms: a label above, the editor, a hint or problem below. Each keeps its draft.

A field speaks in values, not texts: `value()`, `set_value()`, and `trouble()` says in a sentence
why what was typed is not a value. Its `changed` signal tells the form.
"""

from __future__ import annotations

from typing import Any, Self

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop.views.chips import Icon
from desktop.views.labels import Label, Wrapped, set_property
from desktop.wording import _

_KEYBOARD = Qt.FocusReason.ShortcutFocusReason


class Field(QWidget):
    """The frame of every field. Kinds build an editor and override value, set_value, trouble."""

    changed = Signal()

    def __init__(
        self, name: str, label: str, editor: QWidget, *, required: bool = False, hint: str = ""
    ) -> None:
        super().__init__()
        self.name, self.label, self.required = name, label, required
        self.editor = editor
        self._hint, self._locked, self._saved = hint, "", None
        self.caption = Label(label, "caption", "text2")
        self.caption.setBuddy(editor)
        self._wajib = Label(_("wajib") if required else "", "caption")
        self._below = Below()
        editor.setAccessibleName(label)
        self._build()
        self.show_problem("")

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.caption)
        head.addStretch(1)
        head.addWidget(self._wajib)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(head)
        self._place_editor(box)
        box.addWidget(self._below)
        box.addStretch(1)

    def _place_editor(self, box: QVBoxLayout) -> None:
        box.addWidget(self.editor)

    # What forms use

    def unmarked(self) -> Self:
        """Without the word "wajib": what always holds a value need not ask for one."""
        self._wajib.hide()
        return self

    def value(self) -> Any:
        """The draft as a value; None or "" when nothing is filled in."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Shows a value."""
        raise NotImplementedError

    def trouble(self) -> str:
        """Why the draft is no value, as a sentence; empty when it is one."""
        if self.required and self.value() in (None, ""):
            return _("{label} belum diisi.").format(label=self.label)
        return ""

    def fill(self, value: Any) -> None:
        """Shows a saved value; from here on the field is unchanged."""
        self.set_value(value)
        self._saved = self.value()
        self.show_problem("")
        self._mark()

    def settle(self) -> None:
        """What is shown now counts as saved."""
        self._saved = self.value()
        self._mark()

    def revert(self) -> None:
        """Back to the saved value."""
        self.fill(self._saved)

    def is_changed(self) -> bool:
        """Whether the draft differs from what was saved."""
        return bool(self.trouble_typed()) or _known(self.value()) != _known(self._saved)

    def trouble_typed(self) -> str:
        """Trouble of what was typed, without asking whether something must be there."""
        return ""

    def show_problem(self, sentence: str) -> None:
        """A problem below the field in red; an empty sentence takes it away."""
        set_property(self.editor, "bad", bool(sentence))
        words = (sentence or self._locked or self._hint).strip()
        self._below.show_words(words, bad=bool(sentence))
        self.editor.setAccessibleDescription(sentence or self._hint)

    def set_hint(self, hint: str) -> None:
        """Another hint below the field."""
        self._hint = hint
        self.show_problem("")

    def lock(self, reason: str = "") -> None:
        """Not to be changed, with the reason below; an empty reason unlocks."""
        self._locked = reason
        set_property(self.editor, "locked", bool(reason))
        self._set_read_only(bool(reason))
        self.show_problem("")

    def is_locked(self) -> bool:
        """Whether the field cannot be changed now."""
        return bool(self._locked)

    def focus(self) -> None:
        """Puts the cursor into the field."""
        self.editor.setFocus(_KEYBOARD)

    def _set_read_only(self, locked: bool) -> None:
        self.editor.setEnabled(not locked)

    def _on_edit(self, *_ignored: object) -> None:
        self.show_problem("")
        self._mark()
        self.changed.emit()

    def _mark(self) -> None:
        self.caption.set_role("caption-strong" if self.is_changed() else "caption")


def _known(value: Any) -> Any:
    """Nothing, in whatever shape a field says it, is one and the same nothing."""
    return None if value is None or value is False or value == "" else value


class Below(QWidget):
    """The line below a field: a hint in grey, or a problem in red with its sign."""

    def __init__(self) -> None:
        super().__init__()
        self._sign = Icon("problem", "danger", solid=True)
        self._words = Wrapped("", "caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        row.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)

    def show_words(self, words: str, *, bad: bool) -> None:
        """The sentence, as a problem or as a hint; nothing hides the line."""
        self._sign.setVisible(bad)
        self._words.set_tone("danger" if bad else "text3")
        self._words.setText(words)
        self.setVisible(bool(words))

    def words(self) -> str:
        """What stands below the field now."""
        return self._words.text()

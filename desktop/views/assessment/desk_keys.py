"""The desk's keys, from the grid or clicked in the inspector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop.views.assessment.board import CellLine
from desktop.wording import _

if TYPE_CHECKING:
    from desktop.views.assessment.desk import ScoringDesk

_KEY = Qt.Key
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_NAMED = {
    _KEY.Key_Delete: "Del",
    _KEY.Key_Backspace: "Del",
    _KEY.Key_Escape: "Esc",
    _KEY.Key_Tab: "Tab",
    _KEY.Key_Backtab: "Shift+Tab",
    _KEY.Key_PageUp: "PgUp",
    _KEY.Key_PageDown: "PgDn",
}


class DeskKeys:
    """Which key does what; knows nothing of how it is drawn."""

    def __init__(self, desk: ScoringDesk) -> None:
        self._desk = desk

    def take(self, event: QKeyEvent) -> bool:
        """A key of the grid; False leaves it to the grid (arrows, Enter) or the window."""
        name = _NAMED.get(Qt.Key(event.key()), "")
        if event.modifiers() & _ALT:
            return False
        if event.modifiers() & _CONTROL:
            return self._with_control(name)
        return self.press(name or event.text().upper())

    def _with_control(self, name: str) -> bool:
        if name in ("PgUp", "PgDn"):
            self._desk.go_unit(-1 if name == "PgUp" else 1)
            return True
        return False

    def press(self, key: str) -> bool:
        """One key by its name: "4", "X", "Del", "PgDn"."""
        if not key:
            return False
        self._desk.strip.drop_message()
        if self._desk.inspector.asks_reason:
            return self._in_reasons(key)
        return self._move(key) or self._complete(key) or self._answer(key)

    def _in_reasons(self, key: str) -> bool:
        desk = self._desk
        if key == "Esc":
            desk.inspector.ask_reason(False)
            desk.focus_grid()
        elif key in ("Tab", "Shift+Tab", "PgUp", "PgDn"):
            desk.inspector.ask_reason(False)
            return self._move(key)
        else:
            self._say(desk.answering.give_reason(key), keeps=True)
            if not desk.strip.said():
                desk.inspector.ask_reason(False)
                desk.refresh_numbers()
        return True

    def _move(self, key: str) -> bool:
        desk = self._desk
        if key in ("PgUp", "PgDn"):
            desk.step_dimension(-1 if key == "PgUp" else 1)
        elif key in ("Tab", "Shift+Tab"):
            if not desk.grid.go_open(1 if key == "Tab" else -1):
                desk.say(_("Semua butir sudah dinilai."), "done")
        elif key == "Esc":
            if not desk.leave_respondents():
                desk.list_wanted.emit()
        elif key == "G":
            desk.code_line.open()
        elif key == "ENTER":
            self.enter()
        else:
            return False
        return True

    def _complete(self, key: str) -> bool:
        desk = self._desk
        if key == "C":
            desk.inspector.write_note()
        elif key == "S":
            desk.inspector.write_suggestion()
        elif key == "W":
            desk.why_wanted.emit()
        elif key == "?":
            desk.keys_wanted.emit()
        else:
            return False
        return True

    def _answer(self, key: str) -> bool:
        desk = self._desk
        if key not in ("X", "Y", "T", "DEL", "Del", ".", ",", "=") and not key.isdigit():
            return False
        if not desk.answers.is_open:
            desk.say_locked()
            return True
        if desk.answering.takes_text() and key not in ("X", "DEL", "Del"):
            desk.inspector.write_note()
        elif desk.answering.takes_number() and key.isdigit():
            self._open_number(key)
        elif key == "X":
            self._ask_reason()
        else:
            self._say(self._do(key))
        return True

    def _do(self, key: str) -> str:
        answering = self._desk.answering
        if key in (".", ","):
            return answering.repeat()
        if key == "=":
            return answering.fill_row()
        if key in ("Del", "DEL"):
            said = answering.empty()
            self._desk.refresh()
            return said
        return answering.choose(key)

    def _say(self, sentence: str, *, keeps: bool = False) -> None:
        if sentence:
            self._desk.say(sentence)
        elif not keeps:
            self._desk.refresh_numbers()

    def _ask_reason(self) -> None:
        desk = self._desk
        if desk.grid.cell() is None:
            desk.say(_("Pindahkan dulu ke sebuah sel."))
            return
        effect = desk.answering.effect_of_reason(shows_value=desk.strip.shows_value)
        desk.inspector.ask_reason(True, effect)
        desk.focus_grid()

    # Lines that open over the grid

    def enter(self) -> None:
        """Enter: respondents, a number, or a text."""
        desk = self._desk
        line = desk.grid.line()
        if isinstance(line, CellLine) and line.crowd:
            desk.enter_respondents(line)
        elif not desk.answers.is_open:
            desk.say_locked()
        elif desk.answering.takes_number():
            self._open_number("")
        elif desk.answering.takes_text():
            desk.inspector.write_note()

    def _open_number(self, text: str) -> None:
        desk = self._desk
        cell = desk.grid.cell()
        if cell is not None:
            box = desk.grid.cell_rect()
            desk.number_line.open_at(box, desk.answers.indicator(cell.number), text)

    def take_number(self, stored: int) -> None:
        """Enter in the number's line."""
        self.close_number()
        self._desk.answering.put_number(stored)
        self._desk.refresh_numbers()

    def close_number(self) -> None:
        """The line goes; keys belong to the grid again."""
        desk = self._desk
        if desk.number_line.isVisible():
            desk.number_line.hide()
            desk.focus_grid()

    def go_to_code(self, code: str) -> None:
        """Enter in the code's line."""
        desk = self._desk
        if desk.grid.go_to_code(code):
            desk.code_line.shut()
        else:
            desk.code_line.refuse(_("Kode “{code}” tidak ada di sini.").format(code=code))

"""The tree of a version with the keys of an editor: Ins, Del, Ctrl+D, Alt+↑↓, digits to try."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from desktop.domain.instrument import Instrument
from desktop.views.instrument.columns import Row, branches, node_columns
from desktop.views.instrument.trial import Trial
from desktop.views.trees import RecordTreeView
from desktop.wording import _

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
ACTS = {
    (Key.Key_Insert, Qt.KeyboardModifier.NoModifier): "add",
    (Key.Key_Delete, CTRL): "remove",
    (Key.Key_D, CTRL): "copy",
    (Key.Key_Up, ALT): "up",
    (Key.Key_Down, ALT): "down",
}


class NodeTree(RecordTreeView):
    """Chooses nodes; digits are sample answers, the rest is told by `acted`."""

    acted = Signal(str)
    tried = Signal(str)
    """A digit, or "" for Del: the sample answer of the node under the cursor."""

    def __init__(self) -> None:
        super().__init__(node_columns(), name=_("Pohon instrumen"))

    def show_instrument(self, instrument: Instrument, trial: Trial) -> None:
        """Another version, or another trial."""
        self.show_branches(branches(instrument, trial.shown(instrument)))

    def row(self) -> Row | None:
        """The row under the cursor."""
        found = self.current()
        return found if isinstance(found, Row) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        act = ACTS.get((Key(event.key()), modifiers))
        if act is not None:
            self.acted.emit(act)
        elif event.text().isdigit():
            self.tried.emit(event.text())
        elif event.key() == Key.Key_Delete:
            self.tried.emit("")
        else:
            super().keyPressEvent(event)

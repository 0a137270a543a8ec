"""F6: the parts of the window one walks through by keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_TAB = Qt.FocusReason.TabFocusReason


def walk(panes: Sequence[QWidget], inside: QWidget | None, step: int) -> None:
    """Puts the focus into the pane after (or before) the one that has it, round and round."""
    seen = [pane for pane in panes if pane.isVisible()]
    at = next((i for i, pane in enumerate(seen) if _holds(pane, inside)), -1)
    if seen:
        enter(seen[(at + step) % len(seen)])


def enter(pane: QWidget) -> None:
    """Focus into a pane: itself if it takes focus, else its first child that does."""
    if pane.focusPolicy() != Qt.FocusPolicy.NoFocus:
        pane.setFocus(_TAB)
        return
    for child in pane.findChildren(QWidget):
        takes = bool(child.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes and child.isVisible() and child.isEnabled():
            child.setFocus(_TAB)
            return


def _holds(pane: QWidget, inside: QWidget | None) -> bool:
    return inside is not None and (pane is inside or pane.isAncestorOf(inside))

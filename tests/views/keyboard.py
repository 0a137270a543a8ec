"""Hands on the keys: what is typed goes to whatever has the focus, as it does for a person."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.views.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


class Keyboard:
    """The keyboard of one window."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._activate()

    def _activate(self) -> None:
        """The offscreen platform does not give a window back what a closed popup took from it."""
        self._window.activateWindow()
        QTest.qWaitForWindowActive(self._window)

    def focus(self) -> QWidget:
        """What gets the next key: an open popup before what has the focus."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup
        if not self._window.isActiveWindow():
            self._activate()
        return QApplication.focusWidget() or self._window

    def type(self, text: str) -> None:
        """Types a text, sign by sign."""
        for sign in text:
            QTest.keyClicks(self.focus(), sign)

    def press(
        self,
        *keys: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Presses keys, one after the other."""
        for key in keys:
            QTest.keyClick(self.focus(), key, modifier)

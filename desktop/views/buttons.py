"""Buttons: primary, plain, danger, quiet, icon, inverse. One primary per page; verb first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.views import icons
from desktop.views.clickable import by_keyboard
from desktop.views.labels import safe_tip, set_property

_INKS = {"primary": "on_accent", "danger": "danger", "quiet": "accent_text", "inverse": "page"}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_GAP = 6


class Button(QPushButton):
    """A button of 32 px. `tip` says more; `set_off` greys it and says why."""

    def __init__(
        self,
        text: str,
        kind: str = "plain",
        *,
        icon: str = "",
        on: Callable[[], object] | None = None,
        tip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setProperty("k", kind)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self._tip = tip
        self.setToolTip(safe_tip(tip))
        if icon:
            gap = _GAP if text else 0
            pixels = 16 if text else 20
            self.setIconSize(icons.size(pixels, gap))
            self.setIcon(icons.icon(icon, pixels, _INKS.get(kind, "text"), gap=gap))
        if on is not None:
            self.clicked.connect(lambda _checked=False: on())

    def set_off(self, reason: str = "") -> None:
        """Off with a reason (the tooltip); an empty reason turns it on again."""
        self.setEnabled(not reason)
        self.setToolTip(safe_tip(reason or self._tip))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, not the default one of its dialog."""
        if event.key() in ENTER:
            self.click()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        set_property(self, "kb", by_keyboard(event))
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        set_property(self, "kb", False)
        super().focusOutEvent(event)


class IconButton(Button):
    """A button of one icon; its name is tooltip and accessible name."""

    def __init__(self, icon: str, name: str, *, on: Callable[[], object] | None = None) -> None:
        super().__init__("", "icon", icon=icon, on=on, tip=name)
        self.setAccessibleName(name)

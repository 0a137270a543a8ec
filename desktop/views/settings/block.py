"""How a signature block will stand on paper, small, on white."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.labels import Label, Wrapped
from desktop.wording import _


class BlockPreview(QWidget):
    """Caption and lines."""

    def __init__(self) -> None:
        super().__init__()
        self.words = Wrapped("", "body")
        card = QWidget()
        card.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        card.setProperty("g", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(16, 12, 16, 12)
        inner.addWidget(self.words)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 0)
        box.setSpacing(4)
        box.addWidget(Label(_("Tampak di surat"), "caption", "text2"))
        box.addWidget(card)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Other lines."""
        self.words.setText("\n".join(lines))

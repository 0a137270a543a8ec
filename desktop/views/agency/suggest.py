"""A line of text that suggests what is usual, and takes any other text as well."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView, QStyledItemDelegate

from desktop.views.kinds import TextField
from desktop.wording import _


class SuggestField(TextField):
    """Free text; ↓ opens the usual texts, typing narrows them."""

    def __init__(self, name: str, label: str, *, required: bool = False) -> None:
        super().__init__(name, label, required=required)
        self._texts = QStringListModel(self)
        self._completer = QCompleter(self._texts, self)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setMaxVisibleItems(10)
        self._popup = QListView()
        self._completer.setPopup(self._popup)
        self._popup.setItemDelegate(QStyledItemDelegate(self))
        self.line.setCompleter(self._completer)
        self.line.installEventFilter(self)

    def suggest(self, texts: Sequence[str]) -> None:
        """Other usual texts."""
        self._texts.setStringList(list(texts))
        self.set_hint(
            _("Tombol ↓ menampilkan {n} yang lazim.").format(n=len(texts)) if texts else ""
        )

    def texts(self) -> list[str]:
        """The usual texts offered now."""
        return self._texts.stringList()

    def open_texts(self) -> None:
        """Shows the usual texts that hold what is typed; all when nothing is."""
        self._completer.setCompletionPrefix(self.line.text().strip())
        self._completer.complete()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        down = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
        )
        if down and not self._popup.isVisible():
            self.open_texts()
            return True
        return super().eventFilter(watched, event)

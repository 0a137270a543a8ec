"""What was agreed in a meeting: actions with an agency and a due day, written down at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.action import Action
from desktop.views.buttons import Button
from desktop.views.cards import LinkRow
from desktop.views.dated import DateField
from desktop.views.insets import Inset
from desktop.views.kinds import ChoiceField, TextField, heading
from desktop.views.labels import Wrapped
from desktop.wording import _, dates, states

Open = Callable[[str], object]


class AgreedPart(QWidget):
    """The list, a button, and a card for the next one. `kept` carries title, agency, due day."""

    kept = Signal(dict)
    opened = Signal()
    """The card was opened: it has to be in sight."""

    def __init__(self, open_action: Open) -> None:
        super().__init__()
        self._open_action = open_action
        self._agencies: tuple[tuple[str, str], ...] = ()
        self.remark = Wrapped("", "body", "text2")
        self.list = QWidget()
        self._rows = QVBoxLayout(self.list)
        self.add = Button(_("Tambah &kesepakatan"), "quiet", icon="add", on=self.start)
        self.card = Inset(_("Catat kesepakatan"))
        self.card.row(TextField("title", _("Yang disepakati"), required=True))
        self.card.row(ChoiceField("agency", _("Instansi pelaksana"), required=True))
        self.card.row(DateField("due_on", _("Batas waktu")))
        self.card.kept.connect(self.kept)
        self.card.left.connect(self._shut)
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(heading(_("Kesepakatan rapat")))
        head.addStretch(1)
        head.addWidget(self.add)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 0)
        box.setSpacing(4)
        box.addLayout(head)
        for part in (self.remark, self.list, self.card):
            box.addWidget(part)

    def show_actions(self, actions: Sequence[Action], *, is_kept: bool = True) -> None:
        """What was agreed so far; a meeting that is not saved yet can have nothing."""
        while (item := self._rows.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        for action in actions:
            self._rows.addWidget(self._row(action))
        self.list.setVisible(bool(actions))
        none = _("Belum ada. Setiap kesepakatan menjadi tindak lanjut.")
        later = _("Kesepakatan dapat dicatat setelah rapat disimpan.")
        self.remark.setText(none if is_kept else later)
        self.remark.setVisible(not actions)
        self.add.setVisible(is_kept and not self.card.is_open())

    def offer(self, agencies: Sequence[tuple[str, str]]) -> None:
        """Who can take something on: those the meeting concerns first."""
        self._agencies = tuple(agencies)

    def start(self) -> None:
        """Opens the card."""
        field = self.card.field("agency")
        assert isinstance(field, ChoiceField)
        field.set_choices(self._agencies)
        nobody = _("Belum ada instansi di wilayah ini. Tambah dahulu di halaman Instansi.")
        field.set_hint("" if self._agencies else nobody)
        only = self._agencies[0][0] if len(self._agencies) == 1 else None
        self.add.hide()
        self.card.start("", {"agency": only})
        self.opened.emit()

    def shut(self) -> None:
        """Shuts the card; the next one can be added."""
        self.card.shut()
        self.add.show()

    def _shut(self) -> None:
        self.add.show()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, action: Action) -> LinkRow:
        day = dates.short(action.due) if action.due else ""
        parts = [action.agency_short or states.word("action", action.state), day]
        remark = " · ".join(part for part in parts if part)
        return LinkRow("action", action.title, remark, lambda: self._open_action(action.id))

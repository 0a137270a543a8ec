"""Pengaturan: groups at the left; what travels with the office file, and what stays here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.views.cards import GroupItem
from desktop.views.keys import Key
from desktop.views.labels import Label
from desktop.views.pages import Page, Shell
from desktop.views.settings.appearance import AppearancePane
from desktop.views.settings.holidays import HolidayPane
from desktop.views.settings.instruments import InstrumentPane
from desktop.views.settings.letterhead import LetterheadPane
from desktop.views.settings.numbering import NumberingPane
from desktop.views.settings.panes import Pane
from desktop.views.settings.person import PersonPane
from desktop.views.settings.signatories import SignatoryPane
from desktop.wording import N_, _

if TYPE_CHECKING:
    from desktop.office import Office

OF_FILE: tuple[type[Pane], ...] = (
    LetterheadPane,
    SignatoryPane,
    NumberingPane,
    HolidayPane,
    InstrumentPane,
)
OF_COMPUTER: tuple[type[Pane], ...] = (AppearancePane, PersonPane)
GROUPS_WIDE, GROUPS_NARROW = 236, 214


class SettingsPage(Page):
    """One group at a time; each is made when it is first chosen."""

    listens_to: ClassVar[frozenset[str]] = frozenset({"office", "instrument", "round"})
    help_text: ClassVar[str] = N_(
        "Yang di atas ikut berkas kantor dan tercatat di riwayat; yang di bawah hanya untuk "
        "komputer ini."
    )

    def __init__(self, office: Office, shell: Shell) -> None:
        super().__init__(office, shell)
        self.head.setFixedHeight(62)
        self.head.show_words(_("Pengaturan"))
        self.groups = QWidget()
        self.groups.setAccessibleName(_("Kelompok pengaturan"))
        self.items: dict[str, GroupItem] = {}
        self.panes_made: dict[str, Pane] = {}
        self._kinds = {kind.key: kind for kind in (*OF_FILE, *OF_COMPUTER)}
        self.stack = QStackedWidget()
        self._build()

    def _build(self) -> None:
        box = QVBoxLayout(self.groups)
        box.setContentsMargins(16, 6, 16, 16)
        box.setSpacing(0)
        self._add_group(box, _("Berkas kantor ini"), OF_FILE)
        box.addSpacing(20)
        self._add_group(box, _("Komputer ini"), OF_COMPUTER)
        box.addStretch(1)
        self.groups.setFixedWidth(GROUPS_WIDE)
        self.body.addWidget(self.groups)
        self.body.addWidget(self.stack, 1)

    def _add_group(self, box: QVBoxLayout, title: str, kinds: Sequence[type[Pane]]) -> None:
        head = Label(title, "caption-strong", "text2")
        head.setIndent(12)
        box.addWidget(head)
        box.addSpacing(4)
        for kind in kinds:
            item = GroupItem(_(kind.title), lambda key=kind.key: self.choose(key))
            self.items[kind.key] = item
            box.addWidget(item)

    def load(self) -> None:
        if not self.panes_made:
            self._show(LetterheadPane.key)
            return
        for pane in self.panes_made.values():
            pane.is_stale = True
        self.pane().load()

    def pane(self) -> Pane:
        """The group in sight."""
        shown = self.stack.currentWidget()
        assert isinstance(shown, Pane)
        return shown

    def choose(self, key: str) -> None:
        """Another group, unless a draft is to be kept first."""
        if self.pane().key == key:
            self._mark(key)
            return
        self._mark(self.pane().key)
        self.may_leave(lambda: self._show(key))

    def _show(self, key: str) -> None:
        if key not in self.panes_made:
            self.panes_made[key] = self._kinds[key](self)
            self.stack.addWidget(self.panes_made[key])
        pane = self.panes_made[key]
        self.stack.setCurrentWidget(pane)
        self._mark(key)
        pane.fit(self.window().width())
        if pane.is_stale:
            pane.load()
        pane.is_stale = False

    def _mark(self, key: str) -> None:
        """The item of the group in sight; one click elsewhere does not move it by itself."""
        for name, item in self.items.items():
            item.setAutoExclusive(False)
            item.setChecked(name == key)
            item.setAutoExclusive(True)

    def show_place(self, **place: Any) -> None:
        self.choose(str(place["group"]))

    def panes(self) -> Sequence[QWidget]:
        return (self.groups, *self.pane().parts())

    def focus_start(self) -> None:
        self.items[self.pane().key].setFocus(Qt.FocusReason.OtherFocusReason)

    def keys(self) -> tuple[Key, ...]:
        return (
            Key("↑ ↓", _("pindah kelompok")),
            Key("Enter", _("buka isian")),
            Key("Ctrl+N", _("tambah penanda tangan atau hari libur")),
            Key("Del", _("hapus yang dipilih dari daftar")),
        )

    def new(self) -> None:
        self.pane().new()

    def find(self) -> None:
        self.pane().seek()

    def edit(self) -> None:
        self.pane().edit()

    def fit(self, window_width: int) -> None:
        self.groups.setFixedWidth(GROUPS_WIDE if window_width >= 1200 else GROUPS_NARROW)
        if self.panes_made:
            self.pane().fit(window_width)

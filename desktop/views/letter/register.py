"""Daftar surat: every letter, newest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.register import KINDS, STATES, LetterEntry
from desktop.views.cells import TwoLine
from desktop.views.columns import Column
from desktop.views.editors import Combo
from desktop.views.empty import EmptyList, filtered_out
from desktop.views.filters import FilterLine, FilterRow
from desktop.views.labels import Label
from desktop.views.letter.words import day_words, number_of, state_tag
from desktop.views.strips import FootLine
from desktop.views.tables import RecordList
from desktop.views.theme import BLEED, SIDE
from desktop.wording import _, counted
from desktop.wording.letters import kind_name, state_name


def columns() -> tuple[Column[LetterEntry], ...]:
    """Date, what it is about with its number, kind, addressee, state, revision."""
    return (
        Column("dated", _("Tanggal"), width=140, value=lambda e: day_words(e.dated), ink="text2"),
        Column(
            "subject",
            _("Hal"),
            "two_line",
            stretch=3,
            least=180,
            value=lambda e: TwoLine(e.subject, number_of(e)),
        ),
        Column(
            "kind",
            _("Jenis"),
            width=190,
            value=lambda e: kind_name(e.kind),
            ink="text2",
            drop_below=900,
        ),
        Column("addressee", _("Kepada"), stretch=2, least=120, value=lambda e: e.addressee or "–"),
        Column("state", _("Keadaan"), "badge", width=158, value=lambda e: state_tag(e.state)),
        Column("revision", _("Revisi"), "number", width=64, drop_below=760),
    )


class Register(QWidget):
    """The list with its filter; it fills the page."""

    def __init__(self, new: Callable[[], object], make_round: Callable[[], object]) -> None:
        super().__init__()
        self._new, self._make_round = new, make_round
        self._writable = True
        self._entries: Sequence[LetterEntry] = ()
        self.filter = FilterLine(_("Saring nomor, hal, tujuan…"))
        self.kind, self.state = Combo(_("Semua jenis")), Combo(_("Semua keadaan"))
        self.list = RecordList(columns(), name=_("Daftar surat"), state_of=_row_state)
        self.count = Label("", "body", "text2")
        self._build()
        self.filter.typed.connect(lambda _text: self._show())
        self.filter.left.connect(self.list.setFocus)
        for combo in (self.kind, self.state):
            combo.currentIndexChanged.connect(lambda _at: self._show())

    def _build(self) -> None:
        self.kind.show_choices(
            [(None, _("Semua jenis")), *((kind, kind_name(kind)) for kind in KINDS)]
        )
        self.state.show_choices(
            [(None, _("Semua keadaan")), *((state, state_name(state)) for state in STATES)]
        )
        self.kind.setAccessibleName(_("Jenis surat"))
        self.state.setAccessibleName(_("Keadaan surat"))
        for combo in (self.kind, self.state):
            combo.setFixedWidth(190)
        inner = QVBoxLayout()
        inner.setContentsMargins(SIDE - BLEED, 4, SIDE - BLEED, 0)
        inner.setSpacing(8)
        self.filters = FilterRow(self.filter, self.kind, self.state)
        self.filters.setContentsMargins(0, 0, BLEED, 0)
        inner.addWidget(self.filters)
        inner.addWidget(self.list, 1)
        foot = FootLine()
        foot.left(self.count)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(inner, 1)
        box.addWidget(foot)

    def show_entries(self, entries: Sequence[LetterEntry], writable: bool) -> None:
        """The register as it stands now, and whether a letter can be written at all."""
        self._entries, self._writable = entries, writable
        self.filters.setVisible(bool(entries))
        self._show()

    def summary(self) -> str:
        """How many letters there are, and how many are drafts."""
        drafts = sum(entry.state == "draft" for entry in self._entries)
        words = [counted("{n} surat", "{n} surat", len(self._entries))]
        words += [counted("{n} rancangan", "{n} rancangan", drafts)] * bool(drafts)
        return " · ".join(words) if self._entries else ""

    def clear(self) -> None:
        """Nothing is filtered any more."""
        self.kind.setCurrentIndex(0)
        self.state.setCurrentIndex(0)
        self.filter.clear()

    def _show(self) -> None:
        typed = self.filter.text().strip()
        kind, state = self.kind.currentData(), self.state.currentData()
        found = [
            entry
            for entry in self._entries
            if kind in (None, entry.kind) and state in (None, entry.state) and _says(entry, typed)
        ]
        self.list.show_records(found)
        self.list.set_empty(self._nothing(typed))
        self._show_count(len(found))

    def _show_count(self, shown: int) -> None:
        whole = len(self._entries)
        words = counted("{n} surat", "{n} surat", whole)
        if shown != whole:
            words = _("{n} dari {of} surat").format(n=shown, of=whole)
        self.count.setText(words if whole else "")

    def _nothing(self, typed: str) -> EmptyList:
        if self._entries:
            return filtered_out(self.clear, typed)
        if not self._writable:
            return EmptyList(
                _("Belum ada surat"),
                _("Surat disusun dari putaran atau kesepakatan. Buat dahulu salah satunya."),
                _("Buat putaran"),
                self._make_round,
            )
        return EmptyList(
            _("Belum ada surat"),
            _("Rancangan dan surat yang terbit tercatat di sini dengan keadaan masing-masing."),
            _("Buat surat"),
            self._new,
        )


def _row_state(entry: LetterEntry) -> str:
    return "locked" if entry.state in ("withdrawn", "replaced") else ""


def _says(entry: LetterEntry, typed: str) -> bool:
    whole = f"{entry.number} {entry.subject} {entry.addressee} {kind_name(entry.kind)}"
    return all(word in whole.casefold() for word in typed.casefold().split())

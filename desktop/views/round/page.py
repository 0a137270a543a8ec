"""Putaran: all rounds of the office at the left, the one in question at the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QWidget

from desktop.domain.act import Changes
from desktop.domain.round import Round
from desktop.services import instruments, regions, rounds
from desktop.views.buttons import Button
from desktop.views.empty import EmptyList
from desktop.views.keys import Key
from desktop.views.pages import Page, Shell
from desktop.views.round.columns import of_rounds
from desktop.views.round.form import RoundForm
from desktop.views.tables import RecordList
from desktop.wording import N_, _, counted

if TYPE_CHECKING:
    from desktop.office import Office


class RoundPage(Page):
    """List and form. A round's units and way are on Penilaian."""

    listens_to: ClassVar[frozenset[str]] = frozenset({"round", "assessment", "instrument"})
    help_text: ClassVar[str] = N_(
        "Satu putaran adalah satu tahun penilaian dengan satu instrumen, di satu daerah, pada "
        "satu jalur. Unit dan tahapnya ada di halaman Penilaian."
    )

    def __init__(self, office: Office, shell: Shell) -> None:
        super().__init__(office, shell)
        self.list = RecordList(of_rounds(), name=_("Daftar putaran"))
        self.form = RoundForm()
        self.open_button = Button(_("Buka penilaian"), on=self.open_round)
        self.new_button = Button(_("Putaran baru"), "primary", icon="add", on=self.new)
        self.head.add(self.open_button, self.new_button)
        self.column(right=16).addWidget(self.list, 1)
        self.add_side(self.form, 480, narrow=400)
        empty = EmptyList(
            _("Belum ada putaran"), _("Isi formulir di kanan, lalu simpan."), "", None
        )
        self.list.set_empty(empty)
        self.list.chosen.connect(self.show_record)
        self.list.opened.connect(lambda _record: self.open_round())
        self.form.saving.connect(self.keep)
        self.form.left.connect(self.list.setFocus)
        self.form.dropped.connect(self._show_chosen)

    def load(self) -> None:
        profile = self.office.profile
        found = self.office.read(rounds.rounds)
        count = counted("{n} putaran", "{n} putaran", len(found))
        self.head.show_words(_("Putaran"), f"{profile.name} · {count}")
        self.form.show_choices(
            self.office.read(instruments.instruments), self.office.read(regions.regions)
        )
        self.list.show_records(found)
        is_idle = self.list.current() is None and not self.form.is_new()
        if is_idle and not self.list.select(self.shell.round_id):
            self.list.select_first()
        self._show_chosen()
        self.open_button.setVisible(bool(found))

    def _show_chosen(self) -> None:
        record = self.list.current()
        if record is None and not self.form.is_new():
            self._start()
        elif record is not None and not (self.form.is_new() or self.form.is_dirty()):
            self.form.show_round(record)

    def show_record(self, record: Round | None) -> None:
        """The user chose another round."""
        shown = self.form.shown
        if record is None or (shown is not None and record.id == shown.id):
            return
        back = shown.id if shown else None
        self.form.leave(
            lambda: self.form.show_round(record), back=lambda: self.list.select(back, tell=False)
        )

    def new(self) -> None:
        self.form.leave(self._start)

    def _start(self) -> None:
        self.list.select(None, tell=False)
        self.form.start_round(self.office.profile.region_code, self.office.today.year)

    def keep(self, _values: dict[str, Any]) -> None:
        """Saves the draft."""
        if self.form.shown is None:
            self.write(
                rounds.add_round,
                form=self.form,
                then=self._show_added,
                said=_("Putaran tersimpan."),
                **self.form.facts(),
            )
        else:
            self.write(
                rounds.change_round,
                form=self.form,
                said=_("Putaran tersimpan."),
                id=self.form.shown.id,
                **self.form.facts(),
            )

    def _show_added(self, changes: Changes) -> None:
        """A new round becomes the one in force; its units come next."""
        self.form.settle()
        self.shell.choose_round(str(changes.id))
        self.shell.go("assessment", id=changes.id)

    def open_round(self) -> None:
        """The chosen round's units."""
        record = self.list.current()
        if record is not None:
            self.shell.go("assessment", id=record.id)

    def show_place(self, **place: Any) -> None:
        if place.get("new"):
            self.new()
        elif place.get("id") is not None:
            self.list.select(place["id"])
            self.form.focus_first()

    def panes(self) -> Sequence[QWidget]:
        return (self.list, self.form)

    def keys(self) -> tuple[Key, ...]:
        return (
            Key("Enter", _("buka penilaian putaran ini")),
            Key("Ctrl+N", _("putaran baru")),
            Key("F2", _("ubah putaran yang dipilih")),
        )

"""Rapat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.domain.act import Changes
from desktop.domain.meeting import Meeting
from desktop.services import actions, agencies, agreements, meetings, offices, regions, rounds
from desktop.views.buttons import Button
from desktop.views.columns import Column
from desktop.views.editors import Combo
from desktop.views.empty import EmptyList, filtered_out
from desktop.views.filters import FilterLine, FilterRow
from desktop.views.keys import Key, alt_of
from desktop.views.meeting.agreed import AgreedPart
from desktop.views.meeting.columns import grouped, meeting_columns
from desktop.views.meeting.form import MeetingForm
from desktop.views.meeting.words import is_coming, kind_choices, kind_word
from desktop.views.pages import Page, Shell
from desktop.views.tables import RecordList
from desktop.views.theme import NARROW
from desktop.wording import N_, _, counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.office import Office


class MeetingPage(Page):
    """Meetings, what comes before what is past; the side form of the chosen one."""

    listens_to: ClassVar[frozenset[str]] = frozenset(
        {"meeting", "action", "round", "agreement", "agency", "office"}
    )
    help_text: ClassVar[str] = N_(
        "Rapat dengan yang dinilai: siapa hadir, apa yang disampaikan, dan apa yang disepakati. "
        "Halaman ini tidak memuat nilai."
    )

    def __init__(self, office: Office | None, shell: Shell) -> None:
        super().__init__(office, shell)
        self._every: tuple[Meeting, ...] = ()
        self._is_narrow = False
        self.head.add(Button(_("Rapat baru"), "primary", icon="add", on=self.new))
        left = self.column(right=16)
        self.filter = FilterLine(_("Saring judul, tempat, yang hadir…"))
        self.kind = Combo(_("Semua jenis"))
        self.kind.setAccessibleName(_("Jenis"))
        self.kind.setFixedWidth(168)
        self.kind.show_choices([(None, _("Semua jenis")), *kind_choices()])
        left.addWidget(FilterRow(self.filter, self.kind))
        self.list = RecordList(self._columns(), name=_("Daftar rapat"))
        left.addWidget(self.list, 1)
        agreed = AgreedPart(lambda one: self.shell.go("action", id=one))
        self.form = MeetingForm(letter=self._write_letter, agreed=agreed)
        self.side, self.blank = QStackedWidget(), QWidget()
        for part in (self.blank, self.form):
            self.side.addWidget(part)
        self.add_side(self.side, 408, narrow=348)
        self._connect()

    def _connect(self) -> None:
        self.filter.typed.connect(lambda _text: self._filter())
        self.filter.left.connect(self.list.setFocus)
        self.kind.currentIndexChanged.connect(lambda _at: self._filter())
        self.list.chosen.connect(self._show)
        self.list.opened.connect(lambda _meeting: self.form.focus_first())
        self.form.saving.connect(self._keep)
        self.form.dropped.connect(self._drop)
        self.form.left.connect(self.list.setFocus)
        self.form.field("region_code").changed.connect(self._offer_agencies)
        self.form.agreed.kept.connect(self._keep_agreed)

    def fit(self, window_width: int) -> None:
        super().fit(window_width)
        if self._is_narrow != (window_width < NARROW):
            self._is_narrow = window_width < NARROW
            self._show_columns()

    # What is shown

    def _show_columns(self) -> None:
        self.list.table.show_columns(self._columns())
        self._show_list()

    def _columns(self) -> tuple[Column[Meeting], ...]:
        zone = self.office.profile.zone_word
        table, today = self.office.read(offices.holidays), self.office.today
        return meeting_columns(today, table, zone, narrow=self._is_narrow)

    def load(self) -> None:
        self._show_columns()
        self.form.show_zone(self.office.profile.zone_word)
        self._every = self.office.read(meetings.meetings)
        coming = sum(is_coming(m, self.office.today) for m in self._every)
        words = [counted("{n} rapat", "{n} rapat", len(self._every))]
        if coming:
            words.append(counted("{n} akan datang", "{n} akan datang", coming))
        self.head.show_words(_("Rapat"), " · ".join(words))
        self.form.offer(
            self.office.read(regions.regions),
            self.office.read(rounds.rounds),
            self.office.read(agreements.agreements),
        )
        self._show_list()
        self._refresh()

    def _show_list(self) -> None:
        shown = [m for m in self._every if self._fits(m)]
        self.list.show_records(grouped(shown, self.office.today))
        if self._every:
            self.list.set_empty(filtered_out(self._clear, self.filter.text()))
        else:
            sentence = _("Catat prapertemuan, sosialisasi, pendampingan, atau exit meeting.")
            empty = EmptyList(_("Belum ada rapat"), sentence, _("Rapat baru"), self.new)
            self.list.set_empty(empty)

    def _filter(self) -> None:
        self._show_list()
        if not self._holds_draft() and self.list.current() is None:
            self.list.select_first()
            self._refresh()

    def _fits(self, meeting: Meeting) -> bool:
        if self.kind.currentData() not in (None, meeting.kind):
            return False
        parts = (
            meeting.title,
            kind_word(meeting.kind),
            meeting.place,
            meeting.region_name,
            meeting.attendees,
            meeting.minutes,
        )
        return self.filter.text().strip().casefold() in " ".join(parts).casefold()

    def _clear(self) -> None:
        self.kind.choose(None)
        self.filter.clear()

    def _holds_draft(self) -> bool:
        return self.form.is_new() or self.form.is_dirty()

    def _refresh(self) -> None:
        """The form shows the chosen meeting as it is now; a draft is left alone."""
        if self._holds_draft():
            self._show_agreed()
            return
        if self.list.current() is None:
            self.list.select_first()
        chosen = self.list.current()
        if isinstance(chosen, Meeting):
            self._fill(chosen)
        else:
            self.side.setCurrentWidget(self.blank)

    def _show(self, meeting: Meeting | None) -> None:
        if meeting is None:
            return
        shown = self.form.shown
        if shown is not None and shown.id == meeting.id and not self.form.is_new():
            return
        back = shown.id if shown else None
        self.form.leave(
            lambda: self._fill(meeting), back=lambda: self.list.select(back, tell=False)
        )

    def _fill(self, meeting: Meeting) -> None:
        concerned = self.office.read(meetings.meeting_agencies, id=meeting.id)
        self.form.show_meeting(meeting, concerned)
        self._offer_agencies()
        self._show_agreed()
        self.side.setCurrentWidget(self.form)

    def _show_agreed(self) -> None:
        shown = self.form.shown
        every = self.office.read(actions.actions) if shown else ()
        made = [a for a in every if shown and a.meeting_id == shown.id]
        self.form.agreed.show_actions(made, is_kept=shown is not None)

    def _offer_agencies(self) -> None:
        """The agencies of the region in the form, for ticking and for what is agreed."""
        region = self.form.field("region_code").value()
        known = self.office.read(agencies.agencies, region=region, active=True) if region else ()
        named = [(a.id, a.name) for a in known]
        self.form.offer_agencies(named)
        shown = self.form.shown
        first = self.office.read(meetings.meeting_agencies, id=shown.id) if shown else ()
        self.form.agreed.offer(tuple({**dict(first), **dict(named)}.items()))

    def show_place(self, *, id: str | None = None, new: object = None, **place: Any) -> None:
        """A meeting by id, or a new one (of a round)."""
        if new is not None:
            self.form.leave(lambda: self._begin(**place))
        elif id is not None:
            self._clear()
            self.list.select(id)
            self.list.setFocus()

    # Writing

    def new(self) -> None:
        """Ctrl+N."""
        self.form.leave(self._begin)

    def _begin(self, *, round: str | None = None, kind: str | None = None, **_more: Any) -> None:
        known = {r.id: r for r in self.office.read(rounds.rounds)}
        held = known.get(round or self.shell.round_id or "")
        self.list.select(None, tell=False)
        values = {
            "kind": kind or self.kind.currentData() or "pre",
            "state": "planned",
            "round": held.id if held else None,
            "region_code": held.region_code if held else self.office.profile.region_code,
        }
        self.form.begin(values)
        self._offer_agencies()
        self.side.setCurrentWidget(self.form)
        self.form.focus_first()

    def _drop(self) -> None:
        """A draft was thrown away: back to the meeting that was shown before, if there is one."""
        if self.list.current() is None:
            self.list.select_first()
        chosen = self.list.current()
        if isinstance(chosen, Meeting):
            self._fill(chosen)
        else:
            self.side.setCurrentWidget(self.blank)
        self.list.setFocus()

    def _keep(self, _values: dict[str, Any]) -> None:
        facts = self.form.facts()
        if self.form.shown is not None:
            facts["id"] = self.form.shown.id
        said, then = _("Rapat tersimpan."), self._kept
        self.write(meetings.keep_meeting, form=self.form, then=then, said=said, **facts)

    def _kept(self, changes: Changes) -> None:
        found = self.office.read(meetings.meeting, id=str(changes.id))
        if not self._fits(found):
            self._clear()
        self.load()
        self.list.select(changes.id, tell=False)
        self._fill(found)

    def _keep_agreed(self, values: dict[str, Any]) -> None:
        shown = self.form.shown
        if shown is None:
            return
        agreed = self.form.agreed

        def done(_changes: Changes) -> None:
            agreed.shut()
            self._show_agreed()
            agreed.add.setFocus()

        self.write(
            actions.plan_action,
            then=done,
            failed=agreed.card.show_problem,
            said=_("Kesepakatan tercatat sebagai tindak lanjut."),
            meeting=shown.id,
            **values,
        )

    def _write_letter(self) -> None:
        shown = self.form.shown
        if shown is not None:
            self.shell.go("letter", new="suggestion", round=shown.round_id, meeting=shown.id)

    # Keys

    def panes(self) -> Sequence[QWidget]:
        return (self.list, self.filter, self.form)

    def find(self) -> None:
        self.filter.setFocus()
        self.filter.selectAll()

    def keys(self) -> tuple[Key, ...]:
        return (
            Key("Enter", _("buka isian")),
            Key(alt_of(self.form.agreed.add.text()), _("tambah kesepakatan rapat")),
            Key("Space", _("centang instansi dalam daftar")),
        )

"""Hasil."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.assessment import Assessment
from desktop.domain.grounds import Grounds
from desktop.domain.result import Results
from desktop.services import results, rounds
from desktop.services.years import history_of_unit
from desktop.views import zones
from desktop.views.buttons import Button
from desktop.views.chips import Badge, ZoneChip
from desktop.views.empty import EmptyList
from desktop.views.keys import Key
from desktop.views.labels import Elided, Label
from desktop.views.pages import Page, Shell
from desktop.views.score.columns import unit_columns
from desktop.views.score.detail import Detail
from desktop.views.tables import RecordList
from desktop.views.theme import NARROW
from desktop.wording import N_, _, numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.office import Office

WIDE, SLIM = 408, 292
"""Width of the list of units, and in a narrow window."""


class ScorePage(Page):
    """The units of the round by value, and the derivation of the chosen one."""

    listens_to: ClassVar[frozenset[str]] = frozenset(
        {"assessment", "round", "finding", "bridge", "instrument"}
    )
    help_text = N_(
        "Nilai tiap unit dalam putaran ini, bagian-bagian yang membentuknya sampai ke jawaban, "
        "perubahannya dari tahun ke tahun, dan langkah tersingkat ke zona berikutnya."
    )

    def __init__(self, office: Office | None, shell: Shell) -> None:
        super().__init__(office, shell)
        self._wanted: str | None = None
        self._found: Results | None = None
        self.badge = Badge("", "warn")
        self.head.add_beside(self.badge)
        self.to_letter = Button(_("Surat hasil"), icon="letter", on=self._letter)
        self.head.add(self.to_letter)
        box = self.column(0, right=16)
        self.list = RecordList(unit_columns({}), name=_("Unit dalam putaran"))
        self.list.setFixedWidth(WIDE)
        self.list.chosen.connect(self._show)
        self.list.opened.connect(lambda _each: self.detail.tree.setFocus())
        box.addWidget(self.list, 1)
        self.entity = _EntityLine()
        box.addWidget(self.entity)
        self.detail = Detail(findings=self._findings, desk=self._desk, ask=self._grounds)
        self.body.addWidget(self.detail, 1)

    def load(self) -> None:
        held = self.shell.round_id
        if held is None or all(r.id != held for r in self.office.read(rounds.rounds)):
            self._show_nothing()
            return
        found = self.office.read(results.results, round=held)
        self._show_head(found)
        self._found = found
        self._show_units(found)
        self.list.set_empty(
            EmptyList(
                _("Belum ada unit"),
                _("Pilih unit dan produk untuk putaran ini di halaman Penilaian."),
                _("Buka Penilaian"),
                lambda: self.shell.go("assessment"),
            )
        )
        self.entity.show_results(found)
        self.detail.setVisible(bool(found.units))
        if self._wanted is not None and self.list.select(self._wanted):
            self._wanted = None
        if self.list.current() is None:
            self.list.select_first()
        elif isinstance(self.list.current(), Assessment):
            self._show(self.list.current())

    def _show_units(self, found: Results) -> None:
        """The list in the width it has; the chosen unit stays."""
        kept = self.list.chosen_id()
        marks = zones.marks(found.instrument.zones)
        scored = all(each.value is not None for each in found.units)
        narrow = self.list.width() == SLIM
        columns = unit_columns(marks, found.changes, all_scored=scored, narrow=narrow)
        self.list.table.show_columns(columns)
        self.list.show_records(found.units)
        self.list.select(kept, tell=False)
        self._span_unscored(found)

    def _span_unscored(self, found: Results) -> None:
        """ "Belum dinilai" stands under zone and change together."""
        for row, each in enumerate(found.units if found.changes else ()):
            if each.value is None:
                self.list.setSpan(row, 2, 1, 2)

    def _show_nothing(self) -> None:
        self._found = None
        self.head.show_words(_("Hasil"))
        self.badge.show_text("")
        self.detail.hide()
        self.entity.hide()
        self.to_letter.hide()
        self.list.show_records(())
        self.list.set_empty(
            EmptyList(
                _("Belum ada putaran penilaian"),
                _("Hasil tampil di sini setelah ada putaran dan unit yang dinilai."),
                _("Buat putaran"),
                lambda: self.shell.go("round", new=True),
            )
        )

    def _show_head(self, found: Results) -> None:
        caption = f"{found.round.name} · {found.round.region_name}"
        if found.round.is_sample:
            caption = f"{found.round.name} · " + _("CONTOH, bukan nilai daerah sebenarnya")
        self.head.show_words(_("Hasil"), caption)
        self.badge.show_text("" if found.round.is_released else _("Belum dirilis"), "warn")
        self.to_letter.show()
        self.to_letter.set_off(
            ""
            if found.round.is_released
            else _("Nilai belum boleh dicetak: putaran ini belum dirilis.")
        )

    def _show(self, each: Assessment | None) -> None:
        if each is not None:
            years = self.office.read(history_of_unit, assessment_id=each.id)
            result = self.office.read(results.unit_result, assessment_id=each.id)
            self.detail.show_result(result, years)

    def _grounds(self, number: int) -> Grounds:
        id = self._chosen()
        return self.office.read(results.grounds, assessment_id=id, number=number)

    def show_place(self, *, id: str | None = None, **_more: Any) -> None:
        """Goes to the result of one assessment."""
        if id is not None and not self.list.select(id):
            self._wanted = id

    def _chosen(self) -> str:
        return str(self.list.chosen_id())

    def _letter(self) -> None:
        self.shell.go("letter", new="result", assessment=self._chosen())

    def _findings(self) -> None:
        self.shell.go("action", assessment=self._chosen())

    def _desk(self) -> None:
        self.shell.go("assessment", id=self._chosen())

    def fit(self, window_width: int) -> None:
        """The list gives way in a narrow window; names are abbreviated there anyway."""
        super().fit(window_width)
        narrow = window_width < NARROW
        changed = narrow != (self.list.width() == SLIM)
        self.list.setFixedWidth(SLIM if narrow else WIDE)
        if changed and self._found is not None:
            self._show_units(self._found)
        self.entity.of.setVisible(not narrow)
        self.detail.fit(narrow=narrow)

    def panes(self) -> Sequence[QWidget]:
        detail = self.detail
        return (self.list, detail.tree, detail.years, detail.path, detail.card.list)

    def keys(self) -> tuple[Key, ...]:
        return (
            Key("Enter", _("ke rincian unit, lalu ke jawaban butir")),
            Key("←  →", _("lipat dan buka bagian")),
            Key("Esc", _("tutup rincian jawaban")),
        )


class _EntityLine(QWidget):
    """The entity under the list: its value, zone, and from how many units."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(56)
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 0, 0, 0)
        line.setSpacing(12)
        self.name = Elided("", "strong")
        self.value = Label("", "strong")
        self.chip = ZoneChip(short=True)
        self.of = Label("", "body", "text2")
        line.addWidget(self.name, 1)
        for part in (self.value, self.chip, self.of):
            line.addWidget(part)

    def show_results(self, found: Results) -> None:
        """Another round."""
        marks = zones.marks(found.instrument.zones)
        self.setVisible(bool(found.units))
        self.name.setText(found.round.region_name)
        self.value.setText(numbers.decimal(found.value))
        self.chip.show_mark(marks.get(found.zone.code) if found.zone else None)
        self.of.setText(_("{n} dari {of} unit").format(n=found.scored, of=len(found.units)))

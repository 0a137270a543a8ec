"""The left half of the page: a filter over the tree of agreements."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.agreement import Agreement, Commitment
from desktop.domain.calendar import Holidays
from desktop.views.agreement.columns import Row, branches, tree_columns, with_parents
from desktop.views.empty import EmptyList, filtered_out
from desktop.views.filters import FilterLine, FilterRow
from desktop.views.trees import RecordTreeView
from desktop.wording import _


class AgreementBrowser(QWidget):
    """Filter and tree. The filter finds agreements, parties and promises, and keeps above what
    it finds whatever stands above it."""

    filtered = Signal()
    """The tree shows other rows."""

    def __init__(self, today: date, holidays: Holidays, new: Callable[[], object]) -> None:
        super().__init__()
        self._every: tuple[Agreement, ...] = ()
        self._promises: tuple[Commitment, ...] = ()
        self._new = new
        self.filter = FilterLine(_("Saring perjanjian, pihak, janji…"))
        self.tree = RecordTreeView(tree_columns(today, holidays), name=_("Pohon perjanjian"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(FilterRow(self.filter))
        box.addWidget(self.tree, 1)
        self.filter.typed.connect(lambda _text: self._filter())
        self.filter.left.connect(self.tree.setFocus)

    def show_agreements(
        self, agreements: Sequence[Agreement], promises: Sequence[Commitment]
    ) -> None:
        """All agreements and all promises of the office."""
        self._every, self._promises = tuple(agreements), tuple(promises)
        self._show()

    def agreement(self) -> Agreement | None:
        """The agreement that is chosen, or whose agencies are."""
        row = self.tree.current()
        return row.agreement if isinstance(row, Row) else None

    def first_found(self) -> str | None:
        """The first agreement that fits the filter by itself."""
        return next((a.id for a in self._every if self.fits(a)), None)

    def fits(self, agreement: Agreement) -> bool:
        """Whether the filter finds the agreement or one of its promises."""
        return self._typed() in _hay(agreement) or self.promise_of(agreement.id) is not None

    def promise_of(self, agreement: str) -> str | None:
        """The first promise of an agreement that the filter finds; none without a filter."""
        text = self._typed()
        if not text:
            return None
        found = (c for c in self._promises if c.agreement_id == agreement)
        return next((c.id for c in found if text in f"{c.activity} {c.output}".casefold()), None)

    def _typed(self) -> str:
        return self.filter.text().strip().casefold()

    def _filter(self) -> None:
        self._show()
        self.filtered.emit()

    def _show(self) -> None:
        wanted = {a.id for a in self._every if self.fits(a)}
        self.tree.show_branches(branches(with_parents(wanted, self._every)))
        if self._every:
            self.tree.set_empty(filtered_out(self.filter.clear, self.filter.text()))
        else:
            sentence = _("Catat nota kesepakatan, lalu janji-janji di dalamnya.")
            verb = _("Perjanjian baru")
            self.tree.set_empty(EmptyList(_("Belum ada perjanjian"), sentence, verb, self._new))


def _hay(agreement: Agreement) -> str:
    parties = " ".join(f"{party.name} {party.number}" for party in agreement.parties)
    words = f"{agreement.title} {agreement.short_title} {agreement.region_name} {parties}"
    return words.casefold()

"""The side form that puts units into a round: who, with which products, assessed by whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from desktop.domain.agency import Unit
from desktop.domain.instrument import Instrument, indicators, variant_year
from desktop.domain.problems import Problem
from desktop.views.assessment.choosing import UnitChoice
from desktop.views.fields import Below
from desktop.views.filters import FilterLine
from desktop.views.forms import Form
from desktop.views.kinds import NumberField, TextField
from desktop.views.labels import Label
from desktop.wording import _, counted, scoring


@dataclass(frozen=True, slots=True)
class Plan:
    """One unit to be put into the round, as the use case takes it."""

    unit: str
    products: tuple[str, ...]
    respondents: int | None
    published_value: Decimal | None
    product_count: int | None


class UnitsForm(Form):
    """A check list of the region's units, the team, the respondents, or a published value."""

    def __init__(self) -> None:
        super().__init__(_("Tambah unit"), save=_("Tambahkan"))
        self.filter = FilterLine(_("Saring unit…"))
        self.list = UnitChoice()
        self.count = Label("", "caption", "text2")
        self.problem = Below()
        self.published = NumberField(
            "published_value",
            _("Nilai yang diterbitkan"),
            decimals=2,
            hint=_("Untuk satu unit tanpa jawaban."),
        )
        self.product_count = NumberField("product_count", _("Jumlah produk"))
        self.respondents = NumberField("respondents", _("Responden per peran"))
        self._asks_products = False
        self._lay_fields()
        self.filter.typed.connect(self.list.filter)
        self.filter.left.connect(self.list.setFocus)
        self.list.changed.connect(self._show_count)

    def _lay_fields(self) -> None:
        self.add(self.filter)
        self.add(self.list, stretch=1)
        self.add(self.count)
        self.add(self.problem)
        self.row(TextField("team", _("Tim")), TextField("assessors", _("Penilai")), stretch=(2, 3))
        self.row(self.respondents)
        self.row(self.published, self.product_count, stretch=(3, 2))
        self.problem.show_words("", bad=False)

    def open(self, units: Sequence[Unit], instrument: Instrument, year: int, team: str) -> None:
        """A new draft: the units that are not in the round yet."""
        self.filter.clear()
        self.list.show_units(units)
        self.filter.setVisible(len(units) > 8)
        roles = asked_roles(instrument, year)
        self._asks_products = any(
            node.indicator is not None and node.indicator.per == "product"
            for node in indicators(instrument)
        )
        self.respondents.setVisible(bool(roles))
        hints = [f"{scoring.role(role)} {count}" for role, count in roles.items()]
        self.respondents.set_hint(
            _("Kosong berarti menurut instrumen ({counts}).").format(counts=", ".join(hints))
        )
        self.start({"team": team}, title=_("Tambah unit"))
        self._show_count()
        self.list.setFocus()
        self.list.select_first()

    def _show_count(self) -> None:
        chosen = self.list.chosen_units()
        self.count.setText(counted("{n} unit dipilih", "{n} unit dipilih", len(chosen)))
        self.problem.show_words("", bad=False)

    def is_dirty(self) -> bool:
        return super().is_dirty() or bool(self.list.chosen_units())

    def changed_names(self) -> list[str]:
        checked = [_("unit yang dicentang")] if self.list.chosen_units() else []
        return [*checked, *super().changed_names()]

    def submit(self) -> None:
        """What is wrong with the choice is said under the list."""
        sentence = self._trouble()
        self.problem.show_words(sentence, bad=bool(sentence))
        if sentence:
            self.list.setFocus()
            return
        super().submit()

    def _trouble(self) -> str:
        chosen = self.list.chosen_units()
        if not chosen:
            return _("Centang sekurang-kurangnya satu unit.")
        if self.published.value() is not None:
            if len(chosen) > 1:
                return _("Nilai terbitan hanya untuk satu unit. Centang satu unit saja.")
            return ""
        if self.respondents.value() is not None and self.respondents.value() < 1:
            return _("Jumlah responden sekurang-kurangnya 1.")
        bare = [unit.name for unit, products in chosen if not products]
        if self._asks_products and bare:
            return _("{unit} belum memiliki produk yang dicentang.").format(unit=bare[0])
        return ""

    def plans(self) -> tuple[Plan, ...]:
        """What is to be planned."""
        published = self.published.value()
        return tuple(
            Plan(
                unit.id,
                products,
                self.respondents.value(),
                published,
                self.product_count.value() if published is not None else None,
            )
            for unit, products in self.list.chosen_units()
        )

    def show_problem(self, problem: Problem) -> bool:
        """A problem with a unit (it is in the round already) belongs under the list."""
        if super().show_problem(problem):
            return True
        from desktop.wording.problems import say

        self.problem.show_words(say(problem), bad=True)
        return True

    def focus_first(self) -> None:
        self.list.setFocus()


def asked_roles(instrument: Instrument, year: int) -> dict[str, int]:
    """Role -> respondents that the instrument wants in that year."""
    roles = {
        node.indicator.role
        for node in indicators(instrument)
        if node.indicator is not None and node.indicator.per == "respondent"
    }
    at = variant_year(instrument, year) or year
    found = dict.fromkeys(sorted(roles), 1)
    for quota in instrument.quotas:
        fits = (quota.from_year or at) <= at <= (quota.to_year or at)
        if quota.of == "respondent" and quota.role in found and fits:
            found[quota.role] = quota.minimum
    return found

"""The foot of the page: the trial score, and what still keeps a draft from being published."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop.domain.instrument import Instrument
from desktop.domain.problems import Problem
from desktop.domain.score import UnitScore
from desktop.views.buttons import Button
from desktop.views.chips import ZoneChip
from desktop.views.labels import Label
from desktop.views.ruler import Band, ZoneRuler
from desktop.views.strips import FootLine
from desktop.views.zones import marks
from desktop.wording import _, counted, numbers


class TrialFoot(FootLine):
    """Value and zone on the scale of the instrument; nothing of it is kept."""

    def __init__(
        self,
        fill: Callable[[], object],
        clear: Callable[[], object],
        tell: Callable[[Sequence[Problem]], object],
    ) -> None:
        super().__init__(56)
        self._problems: tuple[Problem, ...] = ()
        self.left(Label(_("Nilai coba"), "caption", "text2"))
        self.value = Label("–", "title")
        self.left(self.value)
        self.chip = ZoneChip()
        self.left(self.chip)
        self.ruler = ZoneRuler()
        self.ruler.setMinimumWidth(220)
        self.left(self.ruler)
        self.left(Button(_("Isi penuh"), "quiet", on=fill))
        self.left(Button(_("Kosongkan"), "quiet", on=clear))
        self.more = Button("", "quiet", icon="problem", on=lambda: tell(self._problems))
        self.right(self.more)
        self.show_problems(())

    def show_score(self, instrument: Instrument, score: UnitScore | None) -> None:
        """Another trial."""
        signs = marks(instrument.zones)
        bands = [Band(signs[zone.code], float(zone.min)) for zone in instrument.zones]
        self.ruler.show_scale(bands, float(instrument.scale_max))
        value = score.value if score is not None else None
        zone = score.zone if score is not None else None
        self.value.setText(numbers.decimal(value))
        self.chip.show_mark(signs[zone.code] if zone is not None else None)
        low, high = (score.low, score.high) if score is not None else (None, None)
        self.ruler.show_value(
            None if value is None else float(value),
            None if low is None else float(low),
            None if high is None else float(high),
        )

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """What stands in the way of publishing."""
        self._problems = tuple(problems)
        count = len(self._problems)
        self.more.setVisible(count > 0)
        self.more.setText(" " + counted("{n} hal sebelum terbit", "{n} hal sebelum terbit", count))

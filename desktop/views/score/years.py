"""The years of a unit: the chart, and the sentence under it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout

from desktop.domain.instrument import Zone
from desktop.domain.years import YearResult
from desktop.views.labels import Label, Wrapped, safe_tip
from desktop.views.score.chart import YearsChart
from desktop.views.score.seen import Seen
from desktop.views.score.words import change_tip, years_caption
from desktop.views.zones import ZoneMark
from desktop.wording import _


class Years(Seen):
    """Hidden without a value; with one year alone it says so instead of drawing."""

    def __init__(self) -> None:
        super().__init__()
        self.chart = YearsChart()
        self.caption = Wrapped("", "caption", "text2")
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 4, 8, 4)
        box.setSpacing(4)
        box.addWidget(Label(_("Dari tahun ke tahun"), "head"))
        box.addWidget(self.chart, 1)
        box.addWidget(self.caption)
        self._end = box
        box.addStretch(0)

    def show_years(
        self, years: Sequence[YearResult], zones: Sequence[Zone], marks: Mapping[str, ZoneMark]
    ) -> None:
        """Another unit's results, oldest first."""
        self.setVisible(bool(years))
        drawn = len(years) > 1
        self.chart.setVisible(drawn)
        self._end.setStretch(3, 0 if drawn else 1)
        self.chart.show_years(years, zones, marks)
        self.caption.setText(years_caption(years) if years else "")
        self.setAccessibleName(f"{self.chart.accessibleName()}. {self.caption.text()}")
        change = years[-1].change if years else None
        self.chart.setToolTip("" if change is None else safe_tip(change_tip(change)))

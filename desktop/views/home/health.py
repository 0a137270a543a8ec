"""The line at the foot: which file, how large, whether it is whole, whether holidays are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.home import Home
from desktop.views.chips import Icon
from desktop.views.labels import Elided, Label
from desktop.views.strips import FootLine
from desktop.wording import _, numbers

if TYPE_CHECKING:
    from desktop.office import Office


class HealthLine(FootLine):
    """Facts of the office file in plain words."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self.left(Icon("backup", "text2"))
        self.words = Elided("", "body")
        self.words.setMinimumWidth(280)
        self.left(self.words)
        self.size_words = Label("", "body", "text2")
        self.right(self.size_words)
        self.holidays = Label("", "body", "text2")
        self.right(self.holidays)

    def show_home(self, home: Home) -> None:
        """The facts as they are now."""
        path = self._office.path
        self.words.setText(str(path) if path else _("Server kantor"))
        size = path.stat().st_size if path is not None and path.exists() else None
        self.size_words.setText(numbers.file_size(size) if size is not None else "")
        self.holidays.setText(self._holiday_words(home))

    def _holiday_words(self, home: Home) -> str:
        year = self._office.today.year
        if home.missing_holiday_years:
            years = ", ".join(str(y) for y in home.missing_holiday_years)
            return _("Hari libur {years} belum diisi").format(years=years)
        return _("Hari libur {year} lengkap").format(year=year)

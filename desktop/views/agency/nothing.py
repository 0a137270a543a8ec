"""A region without agencies: the ways to fill its list."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from desktop import shipped
from desktop.services import agencies
from desktop.views.empty import EmptyList
from desktop.wording import _

if TYPE_CHECKING:
    from desktop.views.agency.page import AgencyPage


def shipped_rows(region: str) -> list[dict[str, str]]:
    """The shipped agencies of a region, as `copy_list` takes them."""
    rows = csv.DictReader(shipped.text("seeds", "agencies.csv").splitlines())
    return [row for row in rows if row.pop("region_code") == region]


def nothing_yet(page: AgencyPage) -> EmptyList:
    """Says that nothing is there, and offers the shipped list, or else the first agency."""
    title = _("Belum ada instansi di daerah ini")
    rows = shipped_rows(page.region_code)
    if not rows:
        sentence = _("Tambah satu per satu, atau impor daftar dari Excel.")
        return EmptyList(title, sentence, _("Tambah instansi pertama"), page.new)
    sentence = _("Daftar bawaan memuat {n} instansi daerah ini; setelah disalin boleh diubah.")
    return EmptyList(
        title, sentence.format(n=len(rows)), _("Salin daftar bawaan"), lambda: _copy(page)
    )


def _copy(page: AgencyPage) -> None:
    page.write(
        agencies.copy_list,
        said=_("Daftar bawaan tersalin."),
        region_code=page.region_code,
        rows=shipped_rows(page.region_code),
    )

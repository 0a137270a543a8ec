"""Sample papers of Kabupaten Contoh: all names and numbers are made up.

`samples()` gives every paper of the gallery by name; the contents are there to vary.
"""

from __future__ import annotations

from collections.abc import Callable

from desktop import shipped
from desktop.documents import Paper
from tests.documents.sample_cases import (
    electronic,
    long_letter,
    nine_zones,
    nothing_assessable,
    older_habit,
    three_zones,
    unfinished,
)
from tests.documents.sample_facts import FINDINGS, FIVE, SEKDA, THREE, UNIT, emblem
from tests.documents.sample_letters import annex, checklist, result, result_of, suggestion

__all__ = ["FINDINGS", "FIVE", "SEKDA", "THREE", "UNIT", "annex", "checklist", "electronic"]
__all__ += ["emblem", "long_letter", "nine_zones", "nothing_assessable", "older_habit", "paper"]
__all__ += ["result", "result_of", "samples", "suggestion", "three_zones", "unfinished"]


def paper() -> Paper:
    """The wing with the faces that are shipped."""
    return Paper(
        regular=shipped.path("fonts", "Arimo-Regular.ttf"),
        bold=shipped.path("fonts", "Arimo-Bold.ttf"),
        italic=shipped.path("fonts", "Arimo-Italic.ttf"),
    )


def samples() -> dict[str, Callable[[], bytes]]:
    """Every paper of the gallery: a name and what makes its PDF."""
    wing = paper()
    return {
        "01a-surat-hasil-basah-A4": lambda: wing.letter(result()),
        "01a-surat-hasil-basah-F4": lambda: wing.letter(result("F4")),
        "01b-surat-hasil-siap-TTE-A4": lambda: wing.letter(electronic()),
        "02-surat-saran-embargo-A4": lambda: wing.letter(suggestion()),
        "02-surat-saran-embargo-F4": lambda: wing.letter(suggestion("F4")),
        "03-daftar-periksa-mou-A4": lambda: wing.letter(checklist()),
        "03-daftar-periksa-mou-F4": lambda: wing.letter(checklist("F4")),
        "uji-1-kop-panjang-25-temuan-A4": lambda: wing.letter(long_letter()),
        "uji-2-mou-12-komitmen-A4": lambda: wing.letter(checklist(rows=12)),
        "uji-3-mou-60-komitmen-F4-215": lambda: wing.letter(checklist("F4-215", rows=60)),
        "uji-4-tiga-zona-tanpa-temuan-A4": lambda: wing.letter(three_zones()),
        "uji-5-sembilan-zona-A4": lambda: wing.letter(nine_zones()),
        "uji-6-tidak-dapat-dinilai-A4": lambda: wing.letter(nothing_assessable()),
        "uji-7-belum-lengkap-A4": lambda: wing.letter(unfinished()),
        "uji-8-kop-bupati-F4-215": lambda: wing.letter(older_habit()),
    }

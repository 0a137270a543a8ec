"""Nothing to assess yet: the three steps of picture 10b, each alive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.round import Round
from desktop.services.agencies import agencies
from desktop.views.empty import EmptyState, NextStep
from desktop.wording import _, counted

if TYPE_CHECKING:
    from desktop.views.assessment.page import AssessmentPage


def _agencies_step(page: AssessmentPage) -> NextStep:
    count = len(page.office.read(agencies))
    if count:
        words = counted("{n} instansi tersimpan", "{n} instansi tersimpan", count)
        return NextStep(_("Daftar instansi"), words, done=True)
    return NextStep(
        _("Daftar instansi"),
        _("Instansi, unit layanan, dan produknya"),
        _("Buka Instansi"),
        lambda: page.shell.go("agency"),
    )


def no_round(page: AssessmentPage) -> EmptyState:
    """No round exists: agencies, instrument, team and units."""
    steps = (
        _agencies_step(page),
        NextStep(
            _("Pilih instrumen"),
            _("ORI 2022–2024 atau instrumen sendiri"),
            _("Pilih instrumen"),
            lambda: page.shell.go("round", new=True),
        ),
        NextStep(
            _("Tunjuk tim dan unit"),
            _("Setelah instrumen dipilih"),
            _("Tunjuk tim"),
            off=_("Pilih instrumen terlebih dahulu."),
        ),
    )
    sentence = _("Tiga langkah berikut cukup untuk mulai menilai.")
    return EmptyState(_("Belum ada putaran penilaian"), sentence, steps)


def no_units(page: AssessmentPage, held: Round) -> EmptyState:
    """A round without units: only the last step is left."""
    steps = (
        _agencies_step(page),
        NextStep(_("Pilih instrumen"), f"{held.instrument_name} · {held.name}", done=True),
        NextStep(
            _("Tunjuk tim dan unit"),
            _("Unit layanan dan produk yang dinilai"),
            _("Tunjuk tim"),
            page.new,
        ),
    )
    sentence = _("Pilih unit yang dinilai, lalu penilaian dapat dimulai.")
    return EmptyState(_("Belum ada unit dalam putaran ini"), sentence, steps)

"""The columns of the list of rounds."""

from __future__ import annotations

from desktop.domain.round import Round
from desktop.views.cells import Tag, TwoLine
from desktop.views.columns import Column
from desktop.views.round.words import state, track
from desktop.wording import _


def of_rounds() -> tuple[Column[Round], ...]:
    """Round, track, how many units are frozen, state."""
    return (
        Column(
            "name",
            _("Putaran"),
            "two_line",
            stretch=1,
            least=180,
            value=lambda r: TwoLine(r.name, f"{r.region_name} · {r.instrument_name}"),
        ),
        Column("year", _("Tahun"), width=64, align="right", value=lambda r: str(r.year)),
        Column(
            "track",
            _("Jalur"),
            width=96,
            ink="text2",
            value=lambda r: track(r.track),
            drop_below=560,
        ),
        Column(
            "scored_count",
            _("Dibekukan"),
            width=84,
            align="right",
            value=lambda r: f"{r.scored_count} / {r.unit_count}",
            drop_below=480,
        ),
        Column("state", _("Keadaan"), "badge", width=142, value=lambda r: Tag(*state(r))),
    )

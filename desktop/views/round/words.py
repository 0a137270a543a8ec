"""The words of rounds in list and form."""

from __future__ import annotations

from desktop.domain.library import InstrumentEntry
from desktop.domain.round import TRACKS, Round
from desktop.wording import _, states

_TONES = {
    "planned": "neutral",
    "collecting": "accent",
    "verifying": "accent",
    "final": "warn",
    "released": "ok",
}


def state(held: Round) -> tuple[str, str]:
    """Word and tone of a round's state."""
    return states.word("round", held.state), _TONES[held.state]


def track(name: str) -> str:
    """The word of a track."""
    return states.word("round.track", name)


def track_choices() -> tuple[tuple[str, str], ...]:
    """The tracks a round can run on."""
    return tuple((name, track(name)) for name in TRACKS)


def instrument_text(entry: InstrumentEntry) -> str:
    """ "ORI 2022–2024 · versi 1.0 · bobot belum resmi"."""
    parts = [entry.short_name, _("versi {version}").format(version=entry.version)]
    if entry.status == "draft":
        parts.append(_("bobot belum resmi"))
    return " · ".join(parts)


def outside(entry: InstrumentEntry | None, year: int | None) -> str:
    """A warning when the year lies outside the instrument's validity; no refusal."""
    if entry is None or year is None:
        return ""
    first = entry.valid_from.year
    last = entry.valid_to.year if entry.valid_to else None
    if first <= year and (last is None or year <= last):
        return ""
    span = _("sejak {year}").format(year=first) if last is None else f"{first}–{last}"
    return _(
        "Instrumen ini berlaku {span}; tahun {year} di luar masa itu. Boleh untuk latihan."
    ).format(span=span, year=year)

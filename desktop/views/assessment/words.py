"""The words of rounds and assessments: states, tracks, steps."""

from __future__ import annotations

from desktop.domain.assessment import Assessment
from desktop.domain.round import STATES as ROUND_STATES
from desktop.domain.round import Round
from desktop.wording import N_, _

STATES = {
    "planned": (N_("Direncanakan"), "neutral"),
    "collecting": (N_("Pengambilan data"), "accent"),
    "complete": (N_("Menunggu verifikasi"), "warn"),
    "verified": (N_("Terverifikasi"), "accent"),
    "validated": (N_("Tervalidasi"), "accent"),
    "final": (N_("Dibekukan"), "ok"),
    "delivered": (N_("Disampaikan"), "ok"),
    "released": (N_("Dirilis"), "ok"),
}
"""State of an assessment -> word and tone of its badge."""
ROUND_WORDS = {
    "planned": N_("Direncanakan"),
    "collecting": N_("Pengambilan data"),
    "verifying": N_("Verifikasi"),
    "final": N_("Final"),
    "released": N_("Dirilis"),
}
TRACKS = {"internal": N_("Jalur internal"), "ombudsman": N_("Jalur Ombudsman")}


def state_badge(assessment: Assessment) -> tuple[str, str]:
    """Word and tone of an assessment's state."""
    word, tone = STATES[assessment.shown_state]
    return _(word), tone


def round_state(state: str) -> str:
    """The word of a round's state."""
    return _(ROUND_WORDS[state])


def round_way() -> tuple[tuple[str, str], ...]:
    """The stages of a round with their words, in order."""
    return tuple((state, _(ROUND_WORDS[state])) for state in ROUND_STATES)


def track_words(track: str) -> str:
    """ "Jalur internal"."""
    return _(TRACKS[track])


def round_caption(held: Round) -> str:
    """ "Kabupaten Contoh · ORI 2022–2024 · Jalur internal"."""
    return " · ".join((held.region_name, held.instrument_name, track_words(held.track)))

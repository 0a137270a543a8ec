"""The words of rounds and assessments on this page, with the tones of their badges."""

from __future__ import annotations

from desktop.domain.assessment import Assessment
from desktop.domain.round import STATES, Round
from desktop.wording import N_, _, states

_TONES = {
    "planned": "neutral",
    "collecting": "accent",
    "complete": "warn",
    "verified": "accent",
    "validated": "accent",
    "final": "ok",
    "delivered": "ok",
    "released": "ok",
}
_TRACKS = {"internal": N_("Jalur internal"), "ombudsman": N_("Jalur Ombudsman")}


def state_badge(assessment: Assessment) -> tuple[str, str]:
    """Word and tone of an assessment's state."""
    state = assessment.shown_state
    return states.word("assessment", state), _TONES[state]


def round_way() -> tuple[tuple[str, str], ...]:
    """The stages of a round with their words, in order."""
    return tuple((state, states.word("round", state)) for state in STATES)


def track_words(track: str) -> str:
    """ "Jalur internal"."""
    return _(_TRACKS[track])


def round_caption(held: Round) -> str:
    """ "Kabupaten Contoh · ORI 2022–2024 · Jalur internal"."""
    return " · ".join((held.region_name, held.instrument_name, track_words(held.track)))

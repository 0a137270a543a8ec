"""A zone's sign: rank decides shape and colour, the instrument only names letter and word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from desktop.wording import N_, _

_FIVE = (("disc", "a"), ("ring", "b"), ("triangle", "c"), ("frame", "d"), ("block", "e"))
_BY_COUNT: dict[int, tuple[tuple[str, str], ...]] = {
    1: (_FIVE[0],),
    2: (_FIVE[0], ("block", "d")),
    3: (_FIVE[0], _FIVE[2], ("block", "d")),
    4: (_FIVE[0], _FIVE[1], _FIVE[2], ("block", "d")),
    5: _FIVE,
}
NOT_SCORED = N_("Belum dinilai")
_COLOUR_WORDS = {"hijau": N_("Hijau"), "kuning": N_("Kuning"), "merah": N_("Merah")}


class NamedZone(Protocol):
    """What the kit needs to know of an instrument's zone."""

    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...


@dataclass(frozen=True, slots=True)
class ZoneMark:
    """How one zone is drawn: shape (disc, ring, triangle, frame, block, dashed) and words."""

    shape: str
    tone: str
    letter: str
    word: str

    @property
    def short(self) -> str:
        """Letter, or the word where the zone has no letter."""
        return self.letter or self.word

    @property
    def long(self) -> str:
        """Letter and word, e.g. "B  Kualitas tinggi"."""
        return f"{self.letter}  {self.word}" if self.letter else self.word


def not_scored() -> ZoneMark:
    """The sign of "belum dinilai"."""
    return ZoneMark("dashed", "none", "", _(NOT_SCORED))


def mark(code: str, name: str, rank: int, of: int) -> ZoneMark:
    """The sign of the zone that is `rank`-th best (0 = best) of `of` zones.

    A code of at most two signs is a letter; a longer one (HIJAU) becomes the word itself.
    """
    signs = _BY_COUNT.get(of, _FIVE)
    shape, tone = signs[min(rank, len(signs) - 1)]
    if len(code) <= 2:
        return ZoneMark(shape, tone, code, sentence_case(name))
    return ZoneMark(shape, tone, "", _(_COLOUR_WORDS.get(code.lower(), code.capitalize())))


def marks(zones: Sequence[NamedZone]) -> dict[str, ZoneMark]:
    """Zone code -> sign, for an instrument's zones in order from best to worst."""
    return {
        zone.code: mark(zone.code, zone.name, rank, len(zones)) for rank, zone in enumerate(zones)
    }


def sentence_case(name: str) -> str:
    """ "Kualitas Tinggi" -> "Kualitas tinggi"; a remark in brackets is left out."""
    plain = name.split(" (")[0]
    return plain[:1].upper() + plain[1:].lower()

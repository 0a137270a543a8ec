"""How agencies are named on the page: kinds, parts in the agreement, means of complaint."""

from __future__ import annotations

from desktop.domain.agency import KINDS
from desktop.views.cells import Tag
from desktop.wording import N_, _, states

_NARROW = {"bagian setda": N_("Bagian"), "instansi vertikal": N_("Vertikal")}


def kind_word(kind: str) -> str:
    """The kind of an agency: "Dinas"."""
    return states.word("agency.kind", kind)


def kind_narrow(kind: str) -> str:
    """The same for a narrow column, without what stands in brackets."""
    word = _(_NARROW[kind]) if kind in _NARROW else kind_word(kind)
    return word.split(" (")[0]


def kind_choices() -> tuple[tuple[str, str], ...]:
    """All kinds, as choices."""
    return tuple((kind, kind_word(kind)) for kind in KINDS)


def role_tag(role: str) -> Tag | None:
    """Whether an agency represents the others in its region's agreement, named or not."""
    return Tag(_("Wakil"), "accent") if role else None


def box_choices() -> tuple[tuple[str, str], ...]:
    """Whether there is a complaint box; nothing chosen = not known."""
    return tuple((key, box_word(key)) for key in ("yes", "no"))


def box_choice(stored: str) -> str | None:
    """The choice of a stored word; "unknown" is none."""
    return stored if stored in ("yes", "no") else None


def box_word(stored: str) -> str:
    """The stored word as people say it."""
    return states.word("agency.complaint_box", stored)

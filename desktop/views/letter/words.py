"""How a letter is said on the screen: kind, number, state, signatory, name of its file."""

from __future__ import annotations

import re
from datetime import date

from desktop.domain.letter import Checklist
from desktop.domain.letter_data import Content
from desktop.domain.profile import Signatory
from desktop.domain.register import LetterEntry
from desktop.views.cells import Tag
from desktop.wording import N_, _, dates
from desktop.wording.letters import kind_name, state_name

TONES = {
    "draft": "neutral",
    "final": "accent",
    "signed": "accent",
    "handed_over": "accent",
    "receipted": "ok",
    "withdrawn": "warn",
    "replaced": "neutral",
}
NEXT = {
    "final": ("signed", N_("Catat ditandatangani")),
    "signed": ("handed_over", N_("Catat diserahkan")),
    "handed_over": ("receipted", N_("Catat tanda terima")),
}
"""State -> the one that follows, and the verb of its button."""
PAPERS = {"A4": "A4", "F4": "F4", "F4-215": "F4 215"}
CLASSIFICATIONS = {
    "Biasa": N_("Biasa"),
    "Segera": N_("Segera"),
    "Sangat Segera": N_("Sangat Segera"),
    "Penting": N_("Penting"),
    "Rahasia": N_("Rahasia"),
}
MODES = {"wet": N_("Tinta dan cap"), "electronic": N_("Disiapkan untuk TTE")}
_PREFIXES = {"plt": "Plt. ", "plh": "Plh. ", "pj": "Pj. "}
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def state_tag(state: str) -> Tag:
    """The state of a letter as a badge."""
    return Tag(state_name(state), TONES[state])


def number_of(entry: LetterEntry) -> str:
    """Its number, or that it has none yet."""
    return entry.number or _("Tanpa nomor")


def signatory_name(one: Signatory) -> str:
    """ "Sekretaris Daerah, a.n. Bupati Contoh"."""
    title = _PREFIXES.get(one.form, "") + one.title
    return f"{title}, a.n. {one.on_behalf_of}" if one.form in ("an", "ub") else title


def paper_name(content: Content) -> str:
    """The paper it is made for."""
    size = content.paper if isinstance(content, Checklist) else content.style.paper
    return PAPERS[size]


def page_words(page: int, count: int, content: Content | None) -> str:
    """ "Halaman 1 dari 4 · A4"."""
    if content is None or not count:
        return ""
    words = _("Halaman {page} dari {count}").format(page=page + 1, count=count)
    return f"{words} · {paper_name(content)}"


def file_name(kind: str, about: str, day: date, *, draft: bool) -> str:
    """A name for the file that any system takes: kind, whom it is about, day."""
    parts = [kind_name(kind), about, day.isoformat(), _("draf") if draft else ""]
    plain = _FORBIDDEN.sub(" ", " ".join(part for part in parts if part))
    return re.sub(r"\s+", " ", plain).strip(" .")[:120] + ".pdf"


def day_words(day: date | None) -> str:
    """A date in words, or a dash."""
    return dates.long(day) if day else "–"

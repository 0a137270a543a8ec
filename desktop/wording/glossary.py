"""The one table noun ↔ noun: how the user's language names what the code names.

From domain/glossary.csv; a new noun of the field is added here first. Lower case, for use within
a sentence; `title` for a heading or a form's label.
"""

from __future__ import annotations

from desktop.wording import N_, _

NOUNS = {
    "region": N_("daerah"),
    "agency": N_("instansi"),
    "unit": N_("unit layanan"),
    "product": N_("produk layanan"),
    "instrument": N_("instrumen"),
    "indicator": N_("indikator"),
    "round": N_("putaran penilaian"),
    "assessment": N_("penilaian"),
    "sheet": N_("lembar jawaban"),
    "answer": N_("jawaban"),
    "score": N_("nilai"),
    "zone": N_("zona"),
    "finding": N_("temuan"),
    "suggestion": N_("saran perbaikan"),
    "action": N_("tindak lanjut"),
    "agreement": N_("nota kesepakatan"),
    "commitment": N_("komitmen"),
    "follow_up": N_("catatan pelaksanaan"),
    "meeting": N_("rapat"),
    "letter": N_("surat"),
    "signatory": N_("pejabat penanda tangan"),
    "office": N_("kantor"),
    "history": N_("riwayat"),
}


def noun(name: str) -> str:
    """The user's word for one of our nouns."""
    return _(NOUNS[name])


def title(name: str) -> str:
    """The same word at the head of a page or a field: first letter large."""
    word = noun(name)
    return word[:1].upper() + word[1:]

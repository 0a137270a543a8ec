"""The words of instruments and scores: reasons, states of weights, subjects, kinds of nothing."""

from __future__ import annotations

from desktop.wording import N_, _

REASONS = {
    "bukan_kewenangan": N_("Bukan kewenangan (beralih menurut UU 23/2014)"),
    "tidak_ada_layanan": N_("Tidak ada layanan ini di unit"),
    "belum_berjalan": N_("Produk belum berjalan pada masa penilaian"),
    "digantikan": N_("Digantikan layanan lain"),
    "alasan_lain": N_("Alasan lain, tulis di catatan"),
}
WEIGHTS = {
    "official": N_("Bobot menurut sumber resmi"),
    "partly": N_("Bobot indikator belum resmi"),
    "assumed": N_("Bobot indikator belum resmi"),
}
STATUSES = {"official": N_("resmi"), "draft": N_("draf")}
SUBJECTS = {
    "unit": N_("satu jawaban untuk unit"),
    "product": N_("per produk"),
    "respondent": N_("per responden"),
}
ROLES = {
    "pengguna": N_("pengguna layanan"),
    "petugas": N_("petugas"),
    "pengelola_pengaduan": N_("pengelola pengaduan"),
}
COLOURS = {"hijau": N_("Hijau"), "kuning": N_("Kuning"), "merah": N_("Merah")}
EFFECTS = {"no_certificate": N_("sertifikat tidak diberikan")}


def reason(name: str) -> str:
    """Why an indicator does not apply."""
    return _(REASONS[name])


def weights(note: str) -> str:
    """What is known of the weights ("official", "partly", "assumed"), as a sentence's start."""
    return _(WEIGHTS[note])


def weights_in_sentence(note: str) -> str:
    """The same within a sentence or after a comma: "bobot indikator belum resmi"."""
    said = weights(note)
    return said[:1].lower() + said[1:]


def status(name: str) -> str:
    """Is the instrument official or a draft?"""
    return _(STATUSES[name])


def subject(name: str) -> str:
    """Of what an indicator is asked."""
    return _(SUBJECTS[name])


def role(name: str) -> str:
    """Who answered. A role of somebody's own instrument stands as it is written there."""
    return _(ROLES[name]) if name in ROLES else name


def colour(name: str) -> str:
    """The colour of a zone, as written beside its name."""
    return _(COLOURS[name]) if name in COLOURS else name


def effect(name: str) -> str:
    """What a gate prevents."""
    return _(EFFECTS[name]) if name in EFFECTS else name


def no_value() -> str:
    """Everything dropped out: there is no number, and it is not zero."""
    return _("tidak dapat dinilai")


def not_assessed() -> str:
    """Nobody has answered yet."""
    return _("belum dinilai")


def not_applicable() -> str:
    """The short mark of a cell that does not apply."""
    return _("TB")

"""What is wrong with a bridge between two instruments, and what to do."""

from __future__ import annotations

from desktop.wording import N_

SENTENCES: dict[str, str] = {
    "bridge.text_broken": N_("Berkas jembatan tidak dapat dibaca: {reason}."),
    "bridge.too_large": N_("Jembatan memuat lebih dari {most} pasangan."),
    "bridge.field_unknown": N_("{place}: isian {key} tidak dikenal. Periksa ejaannya."),
    "bridge.field_missing": N_("{place}: isian {key} belum ada."),
    "bridge.value_wrong": N_("{place}: {value} tidak dapat dipakai."),
    "bridge.code_unknown": N_("Kode {place} tidak ada dalam {instrument}."),
    "bridge.overlap": N_(
        "{place} sudah memuat {below}. Pasangkan salah satu saja, supaya tidak terhitung dua kali."
    ),
    "bridge.link_double": N_("Pasangan {place} dan {new} tertulis dua kali."),
    "bridge.portion_wrong": N_(
        "{place}: bagian {value} tidak dapat dipakai. Isi di atas 0 sampai 1."
    ),
    "bridge.too_much": N_("{place}: bagian-bagiannya berjumlah {value}, lebih dari seluruhnya."),
}

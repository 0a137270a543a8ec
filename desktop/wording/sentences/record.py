"""What can be wrong with any record or list."""

from __future__ import annotations

from desktop.wording import N_

SENTENCES: dict[str, str] = {
    "record.field_unknown": N_("Isian {field} tidak dikenal pada {noun}."),
    "record.text_broken": N_("Teks ini memuat tanda yang tidak dapat disimpan. Hapus tanda itu."),
    "record.number_too_large": N_("Angka ini terlalu besar. Periksa isiannya."),
    "record.count_negative": N_(
        "Jumlah tidak boleh kurang dari nol. Kosongkan bila belum diketahui."
    ),
    "listing.kind_unknown": N_("Daftar {kind} tidak dikenal."),
    "listing.not_of_rounds": N_("Daftar {kind} tidak dapat dibatasi pada satu putaran."),
    "export.embargoed": N_(
        "Nilai belum boleh keluar dari kantor: putaran {rounds} belum dirilis. Tambahkan "
        "--without-scores, atau pilih putaran yang sudah dirilis dengan --round."
    ),
}

"""What can be wrong with a letter, and what to do about it."""

from __future__ import annotations

from desktop.wording import N_

SENTENCES: dict[str, str] = {
    "letter.unknown": N_("Surat dengan ID {id} tidak ada di kantor ini."),
    "letter.state_unknown": N_("Keadaan surat {state} tidak dikenal."),
    "letter.step_wrong": N_(
        "Surat ini tidak dapat dipindahkan ke keadaan tersebut. Surat yang sudah terbit hanya "
        "dapat ditarik atau diganti dengan surat baru."
    ),
    "letter.content_damaged": N_(
        "Isi surat ini tidak dapat dibaca. Pulihkan berkas kantor dari cadangan terakhir."
    ),
    "letter.signer_missing": N_(
        "Nama pejabat penanda tangan belum diisi. Isi nama sebelum surat dicetak final."
    ),
    "letter.legal_basis_missing": N_(
        "Temuan {row} ({indicator}) belum memiliki dasar hukum. Isi dasar hukumnya atau cetak "
        "sebagai draf."
    ),
    "letter.embargo_broken": N_(
        "Surat saran tidak boleh memuat hasil penilaian selama embargo. Ubah kalimat yang memuat: "
        "{words}."
    ),
    "letter.logo_unreadable": N_(
        "Gambar lambang tidak dapat dibaca. Pilih gambar PNG atau JPEG yang lain."
    ),
    "letter.logo_too_large": N_(
        "Gambar lambang terlalu besar: {width} × {height} titik. Perkecil hingga paling banyak "
        "{limit} juta titik."
    ),
    "letter.not_released": N_(
        "Nilai belum boleh dicetak: putaran {round} belum dirilis. Catatan dan saran dapat dicetak."
    ),
    "letter.not_final": N_(
        "Penilaian {unit} belum dibekukan. Bekukan dahulu, lalu buat surat hasilnya."
    ),
    "letter.subject_missing": N_("Pilih dahulu unit atau kesepakatan untuk surat ini."),
    "letter.print_failed": N_(
        "Pencetak {printer} tidak dapat memulai. Periksa pencetaknya, lalu cetak lagi."
    ),
    "letter.assessment_missing": N_("Penilaian untuk surat ini belum dipilih."),
    "letter.number_taken": N_(
        "Nomor {number} sudah dipakai surat lain pada tahun yang sama. Isi nomor lain atau "
        "kosongkan."
    ),
    "letter.issued": N_(
        "Surat {number} sudah terbit dan tidak dapat diubah. Buat surat baru sebagai penggantinya."
    ),
    "letter.reason_missing": N_("Alasan penarikan surat belum diisi."),
    "checklist.parties_missing": N_(
        "“{title}” belum memiliki dua pihak. Lengkapi para pihak sebelum mencetak daftar periksa."
    ),
    "checklist.no_commitment": N_(
        "“{title}” belum memiliki komitmen. Tambahkan komitmen sebelum mencetak daftar periksa."
    ),
}

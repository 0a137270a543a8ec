"""What can be wrong with a letter, and what to do about it."""

from __future__ import annotations

from desktop.wording import N_

SENTENCES: dict[str, str] = {
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
}

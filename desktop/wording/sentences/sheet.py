"""What can be wrong with a workbook, its sheets, rows and cells."""

from __future__ import annotations

from desktop.wording import N_

SENTENCES: dict[str, str] = {
    "workbook.empty_file": N_("Berkas ini kosong."),
    "workbook.foreign": N_("Berkas ini bukan buku kerja .xlsx."),
    "workbook.old_format": N_(
        "Berkas ini buku kerja Excel lama (.xls). Simpan ulang sebagai .xlsx."
    ),
    "workbook.locked": N_(
        "Buku kerja ini terkunci kata sandi. Simpan tanpa kata sandi lebih dahulu."
    ),
    "workbook.damaged": N_(
        "Buku kerja ini rusak atau tidak lengkap. Buka dan simpan ulang, lalu ulangi."
    ),
    "workbook.too_large": N_(
        "Buku kerja ini terlalu besar untuk dibaca. Bagi menjadi beberapa berkas, masing-masing"
        " paling banyak {megabytes} MB."
    ),
    "workbook.too_many_rows": N_(
        "Buku kerja ini memuat lebih dari {rows} baris atau {columns} kolom. Bagi menjadi "
        "beberapa berkas."
    ),
    "workbook.no_rows": N_("Buku kerja ini tidak memuat satu baris pun untuk dibaca."),
    "workbook.not_recognised": N_(
        "Buku kerja ini tidak dikenali: lembar {sheets} tidak memuat kolom yang diperlukan. "
        "Kolom instansi: {columns}."
    ),
    "workbook.written_only": N_(
        "Buku kerja ini berisi {title}, yang hanya untuk dibaca. Yang dapat diimpor: daftar "
        "instansi, unit, dan produk."
    ),
    "workbook.sheet_twice": N_("Lembar {sheets} memuat daftar yang sama. Sisakan satu."),
    "workbook.column_missing": N_(
        "Lembar {sheet}: kolom yang diperlukan belum lengkap. Kolomnya: {columns}."
    ),
    "workbook.column_twice": N_("Kolom ini ada dua kali. Hapus salah satunya."),
    "workbook.merged": N_(
        "Lembar {sheet}, baris {first} sampai {last}: ada sel gabungan. Pisahkan selnya dan isi"
        " setiap baris."
    ),
    "workbook.formula": N_("Sel ini berisi rumus. Ganti rumus dengan nilainya."),
    "workbook.cell_error": N_(
        "Sel ini berisi tanda kesalahan rumus, misalnya #N/A. Isi dengan nilai yang benar."
    ),
    "workbook.not_text": N_(
        "{value} tersimpan sebagai angka atau tanggal. Ubah format sel menjadi Teks, lalu ketik"
        " ulang."
    ),
    "workbook.not_a_date": N_("{value} bukan tanggal. Tulis misalnya 23 November 2026."),
    "workbook.choice_unknown": N_("{value} tidak dikenal. Pilihannya: {choices}."),
    "register.twice": N_("{name} sudah ditulis di baris {first}."),
    "register.agency_unknown": N_(
        "Instansi {name} tidak ada di buku kerja ini maupun di kantor ini."
    ),
    "register.agency_ambiguous": N_(
        "Ada lebih dari satu instansi bernama {name}. Isi kolom wilayahnya."
    ),
    "register.unit_unknown": N_("Unit {name} tidak ada pada instansi itu."),
    "register.unit_ambiguous": N_("Ada lebih dari satu unit bernama {name} pada instansi itu."),
}

"""What can be wrong with the workbook of an instrument."""

from __future__ import annotations

from desktop.wording import N_

SENTENCES: dict[str, str] = {
    "workbook.not_an_instrument": N_(
        "Buku kerja ini tidak memuat instrumen: lembar {sheets} tidak ada. Ekspor sebuah instrumen "
        "untuk melihat susunannya."
    ),
    "workbook.sheets_missing": N_(
        "Lembar {sheets} tidak ada. Kembalikan lembarnya; yang tidak dipakai cukup dikosongkan."
    ),
    "workbook.column_unknown": N_(
        "Kolom {value} tidak dikenal. Perbaiki judulnya atau hapus kolomnya."
    ),
    "workbook.line_unknown": N_("Isian {value} tidak dikenal. Periksa ejaannya."),
    "workbook.twice": N_("{value} sudah ditulis di baris {first}."),
    "workbook.cell_empty": N_("Sel ini belum diisi."),
    "workbook.code_spaces": N_(
        "Ada spasi di awal atau akhir {value}. Hapus spasinya, karena kode harus sama persis."
    ),
    "workbook.not_a_number": N_("{value} bukan angka."),
    "workbook.number_is_text": N_(
        "{value} tersimpan sebagai teks. Ubah format sel menjadi Angka atau Umum, lalu ketik ulang."
    ),
    "workbook.number_is_date": N_(
        "Sel ini berisi tanggal ({value}), bukan angka. Ubah format sel menjadi Angka, lalu ketik "
        "ulang; pecahan ditulis dalam sel berformat Teks."
    ),
    "workbook.not_an_integer": N_("{value} harus berupa bilangan bulat."),
    "workbook.name_unknown": N_(
        "{value} tidak ada. Periksa ejaannya, atau tambahkan lebih dahulu di lembarnya."
    ),
    "instrument.parent_missing": N_("{place}: induk {parent} tidak ada di lembar ini."),
    "instrument.not_shipped": N_(
        "Instrumen {code} tidak ada di antara bawaan program ({known}). Untuk instrumen kantor, "
        "sebutkan kantornya dengan --office."
    ),
    "instrument.workbook_unfit": N_(
        "Instrumen {code} memuat tulisan yang tidak dapat disimpan dalam buku kerja. Ekspor "
        "sebagai .toml."
    ),
}

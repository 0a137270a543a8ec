"""What can be wrong with a file, a folder or a server."""

from __future__ import annotations

from desktop.wording import N_

SENTENCES: dict[str, str] = {
    "file.missing": N_("Berkas {path} tidak ditemukan. Periksa nama dan tempatnya."),
    "file.foreign": N_("{path} bukan berkas kantor Patuh. Pilih berkas lain."),
    "file.exists": N_("{path} sudah ada. Pilih nama lain."),
    "file.no_folder": N_("Folder {path} tidak ada. Buat foldernya lebih dahulu."),
    "file.is_folder": N_("{path} adalah folder, bukan berkas."),
    "file.empty": N_("Berkas ini belum memuat kantor. Buat kantor baru di tempat lain."),
    "file.other_version": N_(
        "Berkas ini ditulis oleh versi program yang lain (susunan {found}; program ini "
        "{expected}). Gunakan versi yang sesuai."
    ),
    "file.pragma_refused": N_(
        "Berkas tidak dapat dibuka dengan aman ({name}: {found}, seharusnya {expected}). Simpan"
        " berkas di disk komputer ini, bukan di folder jaringan."
    ),
    "file.disk_full": N_(
        "Disk penuh. Kosongkan ruang, lalu ulangi. Yang sudah tersimpan tetap utuh."
    ),
    "file.read_only": N_("Berkas {path} hanya dapat dibaca. Periksa izinnya."),
    "file.busy": N_("Berkas {path} sedang dipakai program lain. Tutup program itu, lalu ulangi."),
    "file.unreadable": N_("{path} tidak dapat dibaca atau ditulis. Periksa disk dan sambungannya."),
    "file.damaged": N_("Berkas {path} rusak. Pulihkan dari cadangan terakhir."),
    "file.unsound": N_(
        "{count} hal bermasalah dalam {path}. Simpan salinannya, lalu pulihkan cadangan "
        "terakhir yang baik."
    ),
    "file.denied": N_("Tidak ada izin untuk membuka atau menulis {path}."),
    "file.name_wrong": N_("Nama berkas {path} tidak dapat dipakai di komputer ini."),
    "file.suffix_wrong": N_("Nama {path} harus berakhir dengan {suffix}."),
    "file.too_large": N_("{path} terlalu besar; paling banyak {megabytes} MB."),
    "file.not_text": N_("{path} bukan berkas teks UTF-8."),
    "file.not_json": N_("{path} bukan dokumen JSON yang utuh (baris {line})."),
    "server.unreachable": N_(
        "Basis data tidak dapat dihubungi. Periksa alamat, jaringan, dan kata sandinya."
    ),
    "server.driver_missing": N_("Penghubung PostgreSQL belum terpasang di komputer ini."),
    "server.address_wrong": N_(
        "Alamat basis data tidak terbaca. Tulis seperti postgresql://pengguna@peladen/nama."
    ),
}

"""What can be wrong with an agency."""

from __future__ import annotations

from desktop.wording import N_

SENTENCES: dict[str, str] = {
    "agency.name_missing": N_("Nama instansi belum diisi."),
    "agency.name_taken": N_(
        "{name} sudah ada di wilayah ini. Gunakan instansi yang ada, atau beri nama lain."
    ),
    "agency.kind_missing": N_("Jenis instansi belum diisi, dan tidak terbaca dari namanya."),
    "agency.kind_unknown": N_("Jenis instansi {kind} tidak dikenal. Pilih salah satu dari daftar."),
    "agency.phone_wrong": N_(
        "Nomor telepon hanya boleh berisi angka, spasi, dan tanda +. Hapus {letters}."
    ),
    "agency.ends_before_start": N_(
        "Tanggal berakhir ini sebelum instansi mulai berlaku. Isi tanggal setelah {start}."
    ),
    "agency.region_missing": N_(
        "Wilayah instansi belum diisi. Isi kode Kemendagri atau nama wilayahnya."
    ),
    "agency.looks_alike": N_(
        "{name} tampak sama dengan {other} yang sudah ada. Periksa apakah keduanya instansi "
        "yang sama."
    ),
    "agency.box_unknown": N_("Isi kotak pengaduan: ada, tidak ada, atau belum diketahui."),
    "agency.source_unknown": N_("Asal data instansi {source} tidak dikenal."),
    "agency.ended": N_("{name} sudah berakhir pada {on}. Ubah nama penggantinya."),
    "agency.unknown": N_("Instansi dengan ID {id} tidak ada di kantor ini."),
}

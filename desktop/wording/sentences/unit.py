"""What can be wrong with a service unit."""

from __future__ import annotations

from desktop.wording import N_

SENTENCES: dict[str, str] = {
    "unit.name_missing": N_("Nama unit layanan belum diisi."),
    "unit.name_taken": N_("Unit {name} sudah ada di instansi ini."),
    "unit.type_missing": N_("Jenis unit belum diisi."),
    "unit.type_unknown": N_(
        "Jenis unit {type} tidak dikenal. Pilih salah satu dari daftar jenis unit."
    ),
    "unit.in_use": N_(
        "Unit {name} ada dalam putaran penilaian, jadi tidak dapat dihapus. "
        "Ubah namanya bila perlu."
    ),
    "unit.agency_missing": N_("Instansi pemilik belum diisi."),
    "unit.unknown": N_("Unit layanan dengan ID {id} tidak ada di kantor ini."),
}

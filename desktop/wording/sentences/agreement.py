"""What can be wrong with an agreement, its commitments and follow-up."""

from __future__ import annotations

from desktop.wording import N_

SENTENCES: dict[str, str] = {
    "agreement.title_missing": N_("Judul kesepakatan belum diisi."),
    "agreement.kind_unknown": N_(
        "Jenis kesepakatan ini tidak dikenal. Pilih salah satu dari daftar."
    ),
    "agreement.state_unknown": N_(
        "Keadaan kesepakatan ini tidak dikenal. Pilih salah satu dari daftar."
    ),
    "agreement.role_unknown": N_("Peran {role} tidak dikenal. Pilih mewakili atau disebut."),
    "agreement.party_missing": N_("Nama salah satu pihak belum diisi."),
    "agreement.agency_twice": N_("Satu instansi tercantum dua kali. Hapus salah satunya."),
    "agreement.representing_too_many": N_(
        "Yang mewakili tidak boleh lebih banyak daripada seluruhnya ({universe})."
    ),
    "agreement.ends_before_signing": N_(
        "Tanggal berakhir ini sebelum penandatanganan. Isi tanggal setelah {signed}."
    ),
    "agreement.not_signed": N_(
        "Isi tanggal penandatanganan: kesepakatan berlaku sejak ditandatangani."
    ),
    "agreement.parent_below": N_(
        "Perjanjian induk tidak boleh perjanjian ini sendiri atau turunannya."
    ),
    "agreement.unknown": N_("Kesepakatan dengan ID {id} tidak ada di kantor ini."),
    "commitment.activity_missing": N_("Janji belum diisi."),
    "commitment.agreement_missing": N_("Pilih kesepakatan yang memuat janji ini."),
    "commitment.stage_missing": N_("Nama salah satu tahap belum diisi."),
    "commitment.count_negative": N_(
        "Jumlah tidak boleh kurang dari nol. Kosongkan bila belum diketahui."
    ),
    "commitment.unknown": N_("Komitmen dengan ID {id} tidak ada di kantor ini."),
    "followup.state_unknown": N_(
        "Keadaan laporan ini tidak dikenal. Pilih salah satu dari daftar."
    ),
    "followup.in_future": N_("Tanggal laporan tidak boleh setelah hari ini."),
    "followup.unknown": N_("Catatan pelaksanaan dengan ID {id} tidak ada di kantor ini."),
}

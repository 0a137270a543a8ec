"""What can be wrong with a round."""

from __future__ import annotations

from desktop.wording import N_

SENTENCES: dict[str, str] = {
    "round.exists": N_(
        "Putaran dengan tahun, instrumen, jalur, dan wilayah yang sama sudah ada: {name}."
    ),
    "round.year_wrong": N_(
        "Tahun {year} tidak dapat dipakai. Isi tahun sejak 2009, paling jauh lima tahun lagi."
    ),
    "round.track_unknown": N_("Jalur {track} tidak dikenal. Pilih internal atau ombudsman."),
    "round.name_missing": N_("Nama putaran belum diisi."),
    "round.minimum_wrong": N_("Standar minimum harus angka dari {low} sampai {high}."),
    "round.sample_too_large": N_(
        "Sampel tidak boleh lebih besar daripada seluruhnya ({universe})."
    ),
    "round.field_ends_early": N_(
        "Akhir pengambilan data ini sebelum awalnya. Isi tanggal setelah {start}."
    ),
    "round.state_unknown": N_("Keadaan putaran {state} tidak dikenal."),
    "round.step_wrong": N_(
        "Keadaan putaran ini {now}, belum dapat menjadi {wanted}. Majukan satu langkah demi "
        "satu langkah."
    ),
    "round.closed_for_units": N_("Putaran {name} sudah dibekukan. Unit tidak dapat ditambah lagi."),
    "round.already_released": N_("Putaran {name} sudah dirilis dan tidak dapat diubah lagi."),
    "round.no_units": N_("Putaran {name} belum memiliki unit yang dinilai."),
    "round.not_final": N_(
        "Putaran {name} belum dapat dirilis; keadaannya {now}. Bekukan putaran ini lebih dahulu."
    ),
    "round.not_all_final": N_(
        "Putaran belum dapat dibekukan: {count} dari {total} penilaian belum dibekukan."
    ),
    "round.release_in_future": N_("Tanggal rilis tidak boleh setelah hari ini."),
    "round.unknown": N_("Putaran dengan ID {id} tidak ada di kantor ini."),
}

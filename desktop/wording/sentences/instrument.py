"""What can be wrong with an instrument, each with its place, and what to do about it."""

from __future__ import annotations

from desktop.wording import N_

SENTENCES: dict[str, str] = {
    # reading
    "instrument.text_broken": N_("Berkas instrumen tidak dapat dibaca: {reason}."),
    "instrument.field_missing": N_("{place}: isian {key} belum ada."),
    "instrument.field_unknown": N_("{place}: isian {key} tidak dikenal. Periksa ejaannya."),
    "instrument.not_a_table": N_("{place}: {value} harus berupa tabel."),
    "instrument.not_a_list": N_("{place}: {value} harus berupa daftar."),
    "instrument.not_text": N_("{place}: {value} harus berupa teks."),
    "instrument.text_empty": N_("{place}: belum diisi."),
    "instrument.not_a_number": N_("{place}: {value} bukan angka. Tulis misalnya 12.22."),
    "instrument.not_an_integer": N_("{place}: {value} harus berupa bilangan bulat."),
    "instrument.not_a_flag": N_("{place}: {value} harus true atau false."),
    "instrument.not_a_date": N_("{place}: {value} bukan tanggal. Tulis misalnya 2026-01-31."),
    "instrument.not_a_choice": N_("{place}: {value} tidak dikenal. Pilihannya: {choices}."),
    "instrument.set_unknown": N_(
        "{place}: kumpulan pilihan {value} tidak ada. Yang ada: {choices}."
    ),
    "instrument.parent_unknown": N_(
        "{place}: induk {parent} belum ada di atasnya. Tulis induk sebelum anaknya."
    ),
    "instrument.too_large": N_(
        "{place}: instrumen terlalu besar; paling banyak {nodes} simpul dan {levels} tingkat."
    ),
    "instrument.weight_unreadable": N_(
        "Bobot “{text}” tidak dapat dibaca. Isi angka tidak negatif, misalnya 12,22, "
        "atau kosongkan."
    ),
    "instrument.option_unreadable": N_(
        "Baris “{line}” tidak dapat dibaca. Tulis nilai, titik dua, lalu kalimatnya: 5: Lengkap."
    ),
    # the whole
    "instrument.scale_wrong": N_("Skala {min} sampai {max} tidak dapat dipakai."),
    "instrument.decimals_wrong": N_(
        "{place}: jumlah desimal {value} tidak dapat dipakai. Isi 0 sampai 6; cacah tanpa desimal."
    ),
    "instrument.validity_wrong": N_("Masa berlaku berakhir sebelum dimulai."),
    "instrument.zones_missing": N_("Zona belum ada. Isi sekurang-kurangnya satu zona."),
    "instrument.zone_double": N_("Zona {zone} tertulis dua kali."),
    "instrument.zone_order": N_(
        "Batas zona {zone} ({bound}) tidak di bawah zona sebelumnya. Urutkan dari yang terbaik."
    ),
    "instrument.zone_hole": N_(
        "Zona terendah ({zone}) tidak mulai dari nilai terendah skala, sehingga ada nilai tanpa "
        "zona."
    ),
    "instrument.zone_unreachable": N_("Zona {zone} berada di atas nilai tertinggi skala."),
    "instrument.code_double": N_("Kode {place} dipakai lebih dari satu kali."),
    "instrument.variant_double": N_("Varian tahun {year} tertulis dua kali."),
    "instrument.quota_wrong": N_("Jumlah responden {role} atau tahunnya tidak dapat dipakai."),
    "instrument.opinion_wrong": N_("Tabel opini tidak lengkap: {place}."),
    # the tree
    "instrument.node_empty": N_(
        "{place}: tidak memuat indikator. Isi indikator atau hapus simpul ini."
    ),
    "instrument.indicator_with_children": N_("{place}: indikator tidak dapat memuat anak."),
    "instrument.grouping_wrong": N_(
        "{place}: simpul pengelompok tidak memiliki bobot dan jawaban sendiri."
    ),
    "instrument.weight_missing": N_(
        '{place}: bobot belum ditulis. Bila memang belum diketahui, tulis "unknown".'
    ),
    "instrument.weight_negative": N_("{place}: bobot tidak boleh negatif."),
    "instrument.weight_mixed": N_(
        "{place}: sebagian bobot diketahui dan sebagian tidak ({unknown}). Isi semuanya atau "
        "kosongkan semuanya."
    ),
    "instrument.official_without_weights": N_(
        "{place}: ada bobot yang belum diketahui, sehingga instrumen tetap berstatus draf."
    ),
    "instrument.level_uncounted": N_("{place}: tidak ada anak yang dihitung; semua bobotnya 0."),
    # indicators
    "instrument.options_missing": N_(
        "{place}: pilihan jawaban belum lengkap. Perlu sekurang-kurangnya dua nilai yang berbeda; "
        "ya/tidak tepat dua."
    ),
    "instrument.option_double": N_("{place}: pilihan {label} tertulis dua kali."),
    "instrument.option_unreachable": N_(
        "{place}: nilai pilihan {score} berada di luar batas indikator."
    ),
    "instrument.options_and_number": N_(
        "{place}: jawaban berupa pilihan atau angka, tidak keduanya."
    ),
    "instrument.range_wrong": N_("{place}: batas terendah dan tertinggi tidak dapat dipakai."),
    "instrument.band_hole": N_("{place}: rentang pertama tidak mulai dari batas terendah."),
    "instrument.band_order": N_("{place}: rentang mulai {bound} tidak di atas rentang sebelumnya."),
    "instrument.years_wrong": N_("{place}: tahun akhir mendahului tahun awal."),
    "instrument.role_without_respondent": N_(
        "{place}: peran hanya dipakai pada indikator yang ditanyakan kepada responden."
    ),
    "instrument.optional_counted": N_(
        "{place}: indikator yang dihitung tidak boleh dikosongkan. Hanya indikator berbobot 0 atau "
        "berjawaban teks yang boleh."
    ),
    "instrument.product_type_without_product": N_(
        "{place}: jenis produk hanya dipakai pada indikator yang ditanyakan per produk."
    ),
    # publishing
    "instrument.nameless": N_("{place}: nama belum diisi."),
    "instrument.zone_nameless": N_("Zona {zone}: nama belum diisi."),
    "instrument.zone_colour": N_("Zona {zone}: warna {value} tidak dikenal. Pilihannya: {known}."),
    "instrument.official_assumed": N_(
        "{place}: bobotnya tanpa sumber, sehingga instrumen tetap berstatus draf. Isi sumbernya "
        "atau ubah statusnya."
    ),
    "instrument.official_zone_assumed": N_(
        "Zona {zone}: batasnya tanpa sumber, sehingga instrumen tetap berstatus draf."
    ),
    "instrument.unit_type_unknown": N_("{place}: jenis unit {type} tidak ada di kantor ini."),
    "instrument.asked_of_nobody": N_(
        "{place}: tidak ada jenis unit yang ditanyai indikator ini. Periksa jenis unitnya."
    ),
    "instrument.asked_in_no_year": N_(
        "{place}: indikator ini tidak ditanyakan pada tahun mana pun. Periksa tahunnya."
    ),
    "instrument.band_unreachable": N_(
        "{place}: rentang mulai {bound} berada di atas batas tertinggi."
    ),
    "instrument.cycle": N_("{place}: induknya {parent} berada di bawah simpul ini sendiri."),
    # versions
    "instrument.is_draft": N_(
        "Instrumen {code} versi {version} masih rancangan. Terbitkan lebih dahulu."
    ),
    "instrument.not_a_draft": N_(
        "Instrumen {code} versi {version} sudah {now}. Buat versi baru untuk mengubahnya."
    ),
    "instrument.not_published": N_("Instrumen {code} versi {version} tidak sedang diterbitkan."),
    "instrument.kept_for_ever": N_(
        "Instrumen {code} versi {version} pernah diterbitkan dan tidak dapat dihapus."
    ),
    "instrument.version_missing": N_("Kode dan versi instrumen harus diisi."),
    # asking for what is not there
    "instrument.node_unknown": N_("Simpul nomor {number} tidak ada pada instrumen {instrument}."),
    "instrument.code_unknown": N_("Kode {place} tidak ada pada instrumen {instrument}."),
}

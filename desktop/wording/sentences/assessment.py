"""What can be wrong with an assessment."""

from __future__ import annotations

from desktop.wording import N_

SENTENCES: dict[str, str] = {
    "assessment.exists": N_("Unit {unit} sudah ada dalam putaran ini."),
    "assessment.ends_before_start": N_(
        "Tanggal selesai ini sebelum tanggal mulai. Perbaiki salah satunya."
    ),
    "assessment.already_begun": N_(
        "Penilaian {unit} sudah dimulai dan tidak dapat dikeluarkan dari putaran."
    ),
    "assessment.frozen": N_(
        "Penilaian ini sudah dibekukan pada {on} dan tidak dapat diubah. Buka sebagai revisi "
        "bila perlu."
    ),
    "assessment.handed_on": N_(
        "Keadaan penilaian ini {now}. Kembalikan ke pengambilan data untuk mengubahnya."
    ),
    "assessment.incomplete": N_(
        "Belum dapat dilanjutkan: {count} dari {applicable} butir belum dinilai."
    ),
    "assessment.blocked": N_(
        "Instrumen ini tidak menerima jawaban tidak berlaku: {count} butir harus dijawab."
    ),
    "assessment.verifier_same": N_(
        "{name} sudah menyatakan penilaian ini lengkap. Verifikasi dilakukan oleh orang lain."
    ),
    "assessment.not_verified": N_(
        "Penilaian ini belum diverifikasi; keadaannya {now}. Putaran ini mensyaratkan verifikasi."
    ),
    "assessment.not_validated": N_(
        "Penilaian ini belum divalidasi; keadaannya {now}. Putaran ini mensyaratkan validasi."
    ),
    "assessment.not_released": N_(
        "Putaran {round} belum dirilis, jadi hasilnya belum dapat disampaikan."
    ),
    "assessment.state_unknown": N_("Keadaan penilaian {state} tidak dikenal."),
    "assessment.step_wrong": N_(
        "Keadaan penilaian ini {now}, belum dapat menjadi {wanted}. Majukan satu langkah demi "
        "satu langkah."
    ),
    "assessment.reason_missing": N_("Isi alasannya: membuka kembali penilaian memerlukan alasan."),
    "assessment.published": N_(
        "Penilaian ini memakai nilai yang sudah dipublikasikan dan tidak memiliki lembar jawaban."
    ),
    "assessment.respondents_wrong": N_(
        "Jumlah responden harus 0 sampai {most} untuk setiap peran."
    ),
    "assessment.superseded": N_(
        "Penilaian ini sudah diganti oleh revisi {revision}. Pakai revisi itu."
    ),
    "assessment.unknown": N_("Penilaian dengan ID {id} tidak ada di kantor ini."),
}

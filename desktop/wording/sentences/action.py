"""What can be wrong with an action."""

from __future__ import annotations

from desktop.wording import N_

SENTENCES: dict[str, str] = {
    "action.title_missing": N_("Tindakan belum diisi."),
    "action.agency_missing": N_("Instansi pelaksana belum dipilih."),
    "action.obstacle_unknown": N_("Kendala ini tidak dikenal. Pilih salah satu dari daftar."),
    "action.due_before_receipt": N_(
        "Tanggal ini sebelum surat diterima. Isi tanggal setelah {received}."
    ),
    "action.extension_too_early": N_("Perpanjangan harus setelah batas waktu semula, {due}."),
    "action.step_wrong": N_("Tahap tindak lanjut ini {now}, belum dapat menjadi {wanted}."),
    "action.verifier_same": N_(
        "{name} melaporkan tindak lanjut ini. Verifikasi dilakukan oleh orang lain."
    ),
    "action.drop_reason_missing": N_("Isi alasan pembatalan."),
    "action.step_in_future": N_("Tanggal langkah ini tidak boleh setelah hari ini."),
    "action.unknown": N_("Tindak lanjut dengan ID {id} tidak ada di kantor ini."),
}

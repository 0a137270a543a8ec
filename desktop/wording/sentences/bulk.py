"""What can be wrong with a document that is applied in bulk; each says the place."""

from __future__ import annotations

from desktop.wording import N_

SENTENCES: dict[str, str] = {
    "apply.not_an_object": N_("{path}: di sini harus ada objek dengan nama isian dan isinya."),
    "apply.not_a_list": N_("{path}: di sini harus ada daftar."),
    "apply.not_a_text": N_("{path}: isi dengan teks."),
    "apply.not_a_number": N_("{path}: isi dengan angka yang sesuai."),
    "apply.not_yes_or_no": N_("{path}: isi dengan true atau false."),
    "apply.not_a_day": N_("{path}: isi dengan tanggal seperti 2026-11-23."),
    "apply.in_future": N_("{path}: tanggal ini belum tiba."),
    "apply.word_unknown": N_("{path}: isinya salah satu dari {known}."),
    "apply.name_unknown": N_("{path}: isian “{name}” tidak dikenal. Yang ada: {known}."),
    "apply.value_missing": N_("{path}: isian “{name}” belum ada."),
    "apply.text_missing": N_("{path}: belum diisi."),
    "apply.text_broken": N_("{path}: teks ini memuat huruf yang rusak."),
    "apply.too_deep": N_("{path}: dokumen ini bersarang terlalu dalam."),
    "apply.key_twice": N_("{path}: kunci “{key}” sudah dipakai."),
    "apply.twice": N_("{path}: isian yang sama sudah disebut."),
    "apply.not_in_scope": N_("{path}: produk ini tidak termasuk dalam penilaian."),
    "apply.no_such_respondent": N_(
        "{path}: tidak ada lagi lembar responden “{role}”. Naikkan kuotanya lebih dahulu."
    ),
    "apply.no_such_finding": N_("{path}: tidak ada temuan pada indikator {indicator}."),
    "apply.step_of_what": N_("{path}: sebutkan satu saja: assessment, round, atau action."),
    "apply.not_kept": N_("{path}: catatan ini bertentangan dengan isi berkas kantor."),
}

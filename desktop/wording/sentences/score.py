"""What can be wrong with answers and with a document that is to be scored."""

from __future__ import annotations

from desktop.wording import N_

SENTENCES: dict[str, str] = {
    "answer.reason_unknown": N_(
        "Alasan tidak berlaku {reason} tidak dikenal. Pilihannya: {reasons}."
    ),
    "answer.not_an_option": N_("Nilai {answer} bukan salah satu pilihan. Pilihannya: {options}."),
    "answer.not_a_number": N_("Jawaban {answer} bukan angka."),
    "answer.not_text": N_("Jawaban harus berupa teks."),
    "answer.out_of_range": N_("{answer} berada di luar batas {minimum} sampai {maximum}."),
    "answer.too_precise": N_("{answer} memiliki lebih dari {decimals} desimal."),
    "answer.not_stored": N_(
        "Jawaban tersimpan {stored} tidak dikenal oleh instrumen ini. Pulihkan berkas "
        "kantor dari cadangan terakhir."
    ),
    "score.instrument_unknown": N_("Instrumen {instrument} tidak dikenal. Yang ada: {known}."),
    "score.code_unknown": N_("{place}: instrumen {instrument} tidak memuat indikator {indicator}."),
    "score.not_asked": N_("{place}: indikator {indicator} tidak ditanyakan di sini."),
    "score.field_missing": N_("{place}: isian {key} belum ada."),
    "score.field_unknown": N_("{place}: isian {key} tidak dikenal. Periksa ejaannya."),
    "score.not_a_table": N_("{place}: {value} harus berupa tabel."),
    "score.not_a_list": N_("{place}: {value} harus berupa daftar."),
    "score.not_text": N_("{place}: {value} harus berupa teks."),
    "score.not_an_integer": N_(
        "{place}: {value} harus berupa bilangan bulat dalam batas yang wajar."
    ),
    "score.not_a_number": N_("{place}: {value} bukan angka."),
    "score.units_and_entities": N_(
        "{place}: berisi unit atau entitas di bawahnya, tidak keduanya."
    ),
    "score.too_deep": N_("{place}: paling banyak {levels} tingkat entitas."),
    "score.not_a_flag": N_("{place}: {value} harus true atau false."),
    "score.value_and_answers": N_(
        "{place}: nilai terbit dan jawaban tidak dapat diisi bersama. Pilih salah satu."
    ),
    "score.value_out_of_range": N_("Nilai terbit {value} untuk {unit} berada di luar skala."),
    "score.unit_weight_missing": N_(
        "Bobot {unit} belum diisi. Instrumen ini merata-ratakan unit menurut bobot yang ditetapkan."
    ),
}

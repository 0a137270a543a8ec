"""What can be wrong with a meeting."""

from __future__ import annotations

from desktop.wording import N_

SENTENCES: dict[str, str] = {
    "meeting.title_missing": N_("Judul rapat belum diisi."),
    "meeting.day_missing": N_("Tanggal rapat belum diisi."),
    "meeting.region_missing": N_("Wilayah rapat belum diisi."),
    "meeting.kind_unknown": N_("Jenis rapat ini tidak dikenal. Pilih salah satu dari daftar."),
    "meeting.state_unknown": N_("Keadaan rapat ini tidak dikenal. Pilih salah satu dari daftar."),
    "meeting.time_wrong": N_("Waktu ini tidak terbaca. Tulis jam dan menit, misalnya 09.30."),
    "meeting.ends_before_start": N_(
        "Rapat tidak dapat selesai sebelum dimulai. Perbaiki salah satu waktunya."
    ),
    "meeting.attendance_negative": N_("Jumlah hadir tidak boleh kurang dari nol."),
    "meeting.unknown": N_("Rapat dengan ID {id} tidak ada di kantor ini."),
}

"""What can be wrong with our own office, its signatories and days off."""

from __future__ import annotations

from desktop.wording import N_

SENTENCES: dict[str, str] = {
    "office.name_missing": N_("Nama kantor belum diisi."),
    "office.kind_unknown": N_(
        "Jenis kantor {kind} tidak dikenal. Pilih perwakilan Ombudsman atau pemerintah daerah."
    ),
    "office.token_unknown": N_("Tanda {{{token}}} tidak dikenal dalam pola nomor."),
    "office.template_broken": N_("Kurung kurawal dalam pola nomor tidak berpasangan."),
    "office.margin_wrong": N_("Batas tepi harus {least} sampai {most} mm."),
    "office.paper_unknown": N_(
        "Ukuran kertas {paper} tidak dikenal. Pilih salah satu dari daftar."
    ),
    "office.zone_unknown": N_("Zona waktu {zone} tidak dikenal. Pilih WIB, WITA, atau WIT."),
    "office.due_days_wrong": N_("Jumlah hari kerja harus 1 sampai 365."),
    "signatory.title_missing": N_("Jabatan penanda tangan belum diisi."),
    "signatory.form_unknown": N_(
        "Bentuk tanda tangan {form} tidak dikenal. Pilih salah satu dari daftar."
    ),
    "signatory.principal_missing": N_("Isi jabatan yang diwakili untuk a.n. atau u.b."),
    "signatory.nip_wrong": N_("NIP terdiri dari 18 angka. Yang diisi {digits} huruf atau angka."),
    "signatory.unknown": N_("Penanda tangan dengan ID {id} tidak ada di kantor ini."),
    "holiday.name_missing": N_("Nama hari libur belum diisi."),
    "holiday.unknown": N_("Tidak ada hari libur pada {day}."),
}

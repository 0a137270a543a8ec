"""What can be wrong with a finding."""

from __future__ import annotations

from desktop.wording import N_

SENTENCES: dict[str, str] = {
    "finding.frozen": N_("Temuan ini sudah dibekukan pada {on} dan tidak dapat diubah."),
    "finding.suggestion_missing": N_("Saran perbaikan belum diisi."),
    "finding.due_in_past": N_("Batas waktu tidak boleh sebelum hari ini."),
    "finding.unknown": N_("Temuan dengan ID {id} tidak ada di kantor ini."),
}

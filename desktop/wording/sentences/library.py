"""What can be wrong with the instruments that an office keeps."""

from __future__ import annotations

from desktop.wording import N_

SENTENCES: dict[str, str] = {
    "instrument.unknown": N_("Instrumen {code} tidak ada di kantor ini."),
    "instrument.version_taken": N_(
        "Instrumen {code} versi {version} sudah ada dengan isi yang berbeda. Beri nomor versi baru."
    ),
}

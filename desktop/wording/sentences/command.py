"""What can be wrong with a command or the program itself."""

from __future__ import annotations

from desktop.wording import N_

SENTENCES: dict[str, str] = {
    "clock.wrong": N_(
        "PATUH_NOW berisi {text}, bukan tanggal atau waktu. Tulis misalnya 2026-11-23T09:00+07:00."
    ),
    "program.fault": N_(
        "Program menemui gangguan yang tidak terduga. Rinciannya tercatat di {log}."
    ),
}

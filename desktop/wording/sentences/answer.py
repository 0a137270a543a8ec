"""What can be wrong with an answer on its sheet; `score` says the rest."""

from __future__ import annotations

from desktop.wording import N_

SENTENCES: dict[str, str] = {
    "answer.not_asked": N_("{indicator} tidak ditanyakan pada {subject}."),
    "sheet.unknown": N_("Lembar jawaban {sheet} bukan bagian dari penilaian ini."),
}

"""What can be wrong with a region."""

from __future__ import annotations

from desktop.wording import N_

SENTENCES: dict[str, str] = {
    "region.unknown": N_(
        "Wilayah {code} tidak ada dalam daftar wilayah. Gunakan kode Kemendagri, misalnya 62.13."
    ),
}

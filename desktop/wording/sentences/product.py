"""What can be wrong with a service product."""

from __future__ import annotations

from desktop.wording import N_

SENTENCES: dict[str, str] = {
    "product.name_missing": N_("Nama produk layanan belum diisi."),
    "product.name_taken": N_("Produk {name} sudah ada di unit ini."),
    "product.in_use": N_(
        "Produk {name} ada dalam penilaian, jadi tidak dapat dihapus. Ubah namanya bila perlu."
    ),
    "product.unit_missing": N_("Unit layanan belum diisi."),
    "product.unknown": N_("Produk layanan dengan ID {id} tidak ada di unit ini."),
}

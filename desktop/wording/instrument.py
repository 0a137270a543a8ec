"""The words of an instrument's fields and choices: one table for workbooks, differences, editor."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from desktop.domain.exact import exact_text
from desktop.wording import N_, _, language

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        # the instrument
        "code": N_("Kode"),
        "version": N_("Versi"),
        "name": N_("Nama"),
        "short_name": N_("Nama pendek"),
        "status": N_("Status"),
        "legal_basis": N_("Dasar hukum"),
        "valid_from": N_("Berlaku mulai"),
        "valid_to": N_("Berlaku sampai"),
        "scale_min": N_("Nilai terendah"),
        "scale_max": N_("Nilai tertinggi"),
        "na_policy": N_("Bila tidak berlaku"),
        "unanswered": N_("Bila kosong saat difinalkan"),
        "rounding_at": N_("Dibulatkan pada"),
        "products": N_("Perhitungan produk"),
        "entity_reducer": N_("Nilai entitas"),
        "assumed": N_("Tanpa sumber"),
        # the tree
        "parent": N_("Induk"),
        "order": N_("Urutan"),
        "weight": N_("Bobot"),
        "grouping": N_("Hanya mengelompokkan"),
        "source_note": N_("Catatan sumber"),
        "note": N_("Catatan"),
        "indicator": N_("Indikator"),
        "per": N_("Ditanyakan"),
        "answer": N_("Jenis jawaban"),
        "role": N_("Peran responden"),
        "options": N_("Pilihan jawaban"),
        "minimum": N_("Batas terendah"),
        "maximum": N_("Batas tertinggi"),
        "decimals": N_("Desimal"),
        "bands": N_("Rentang"),
        "evidence_hint": N_("Bukti"),
        "remedy_hint": N_("Saran perbaikan"),
        "unit_types": N_("Jenis unit"),
        "product_types": N_("Jenis produk"),
        "entity_kinds": N_("Jenis entitas"),
        "from_year": N_("Mulai tahun"),
        "to_year": N_("Sampai tahun"),
        "optional": N_("Boleh kosong"),
        # zones, options, bands
        "zones": N_("Zona"),
        "colour": N_("Warna"),
        "min": N_("Mulai nilai"),
        "until": N_("Sampai nilai"),
        "sourced": N_("Bersumber"),
        "set": N_("Kumpulan pilihan"),
        "label": N_("Sebutan"),
        "score": N_("Nilai"),
        # the rest
        "year": N_("Tahun"),
        "variants": N_("Varian tahun"),
        "quotas": N_("Jumlah minimal"),
        "of": N_("Yang dihitung"),
        "least": N_("Sekurang-kurangnya"),
        "counted_per": N_("Dihitung per"),
        "below": N_("Bila kurang"),
        "source": N_("Sumber"),
        "gates": N_("Syarat di luar nilai"),
        "effect": N_("Akibat"),
        "condition": N_("Keadaan"),
        "loci": N_("Unit yang lazim dinilai"),
        "kind": N_("Jenis"),
        "notes": N_("Catatan instrumen"),
        "about": N_("Tentang"),
        "text": N_("Isi"),
        "alternative_scales": N_("Skala lain"),
        "used": N_("Dipakai"),
        "most": N_("Nilai paling tinggi"),
        "opinion": N_("Opini"),
        "zone": N_("Zona"),
        "decided_by": N_("Kolom ditentukan simpul"),
        "met": N_("Kolom bila terpenuhi"),
        "unmet": N_("Kolom bila tidak terpenuhi"),
        "threshold": N_("Ambang"),
        "rule": N_("Aturan"),
        "rows": N_("Baris opini"),
        "columns": N_("Kolom opini"),
        "root": N_("Akar pohon"),
    }
)

CHOICES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "status": {"official": N_("resmi"), "draft": N_("draf")},
        "na_policy": {
            "exclude": N_("keluar dari hitungan"),
            "zero": N_("dihitung 0"),
            "block": N_("tidak dapat difinalkan"),
        },
        "unanswered": {"open": N_("tidak dapat difinalkan"), "zero": N_("dihitung 0")},
        "below": {"open": N_("masih terbuka"), "zero": N_("dihitung 0")},
        "rounding_at": {
            "final": N_("nilai akhir"),
            "unit": N_("nilai unit"),
            "entity": N_("nilai entitas"),
        },
        "products": {
            "indicator": N_("rata-rata per indikator"),
            "first": N_("seluruh pohon per produk"),
        },
        "entity_reducer": {
            "mean": N_("rata-rata unit"),
            "mean_by_products": N_("rata-rata menurut jumlah produk"),
            "weights": N_("menurut bobot unit"),
        },
        "per": {
            "unit": N_("unit"),
            "product": N_("produk"),
            "respondent": N_("responden"),
        },
        "answer": {
            "options": N_("pilihan"),
            "yes_no": N_("ya/tidak"),
            "number": N_("angka"),
            "count": N_("cacah"),
            "percentage": N_("persentase"),
            "text": N_("teks"),
        },
        "colour": {"hijau": N_("hijau"), "kuning": N_("kuning"), "merah": N_("merah")},
        "of": {"respondent": N_("responden"), "product": N_("produk")},
        "counted_per": {"unit": N_("unit"), "product": N_("produk")},
        "flag": {"true": N_("ya"), "false": N_("tidak")},
    }
)
UNKNOWN = N_("belum diketahui")
"""A weight that no source gives."""


def field(name: str) -> str:
    """The user's word for a field; one that has none stands as it is."""
    return _(FIELDS[name]) if name in FIELDS else name


def choice(name: str, value: str) -> str:
    """The user's word for one of a field's choices."""
    words = CHOICES.get(name, {})
    return _(words[value]) if value in words else value


def flag(value: bool) -> str:
    """Yes or no."""
    return choice("flag", "true" if value else "false")


def unknown() -> str:
    """How an unknown weight is written."""
    return _(UNKNOWN)


def number(value: Fraction | Decimal | int) -> str:
    """An exact number, all its digits: "12,22", "1/3"."""
    written = exact_text(Fraction(value))
    return written.replace(".", ",") if language() == "id" else written


def weight(value: Fraction | None) -> str:
    """A weight, known or not."""
    return unknown() if value is None else number(value)

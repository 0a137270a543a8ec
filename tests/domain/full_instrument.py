"""An instrument in which no field of any record holds its default."""

from __future__ import annotations

from typing import Any

ZONES: list[dict[str, Any]] = [
    {"code": "BAIK", "name": "Baik", "colour": "hijau", "min": "2.5", "sourced": False},
    {"code": "BURUK", "name": "Buruk", "colour": "merah", "min": 1},
]
YES_NO = [{"score": 1, "label": "Ada"}, {"score": 0, "label": "Tidak ada"}]
CHOSEN: dict[str, Any] = {
    "per": "product",
    "answer": "options",
    "options": [{"score": "2.5", "label": "Lengkap"}, {"score": 0, "label": "Tidak ada"}],
    "minimum": 0,
    "maximum": 5,
    "legal_basis": "UU 25/2009; Ps. 21",
    "evidence_hint": "SK\nstandar pelayanan",
    "remedy_hint": "Tetapkan",
    "unit_types": ["DINAS", "RSUD"],
    "product_types": ["JASA"],
    "entity_kinds": ["PEMDA"],
    "from_year": 2023,
    "to_year": 2024,
}
COUNTED: dict[str, Any] = {
    "per": "respondent",
    "role": "pengguna",
    "answer": "percentage",
    "decimals": 2,
    "bands": [{"minimum": 0, "score": 1, "label": "lama"}, {"minimum": "1/3", "score": 2}],
    "optional": True,
}
FULL: dict[str, Any] = {
    "code": "penuh",
    "version": "1.10",
    "name": "Instrumen penuh",
    "short_name": "Penuh",
    "status": "official",
    "legal_basis": ["UU 25/2009, Ps. 21", "PP 96/2012"],
    "valid_from": "2024-01-01",
    "valid_to": "2026-12-31",
    "scale_min": 1,
    "scale_max": 5,
    "zones": ZONES,
    "na_policy": "block",
    "unanswered": "zero",
    "decimals": 3,
    "rounding_at": [],
    "products": "first",
    "entity_reducer": "weights",
    "assumed": ["na_policy", "lain"],
    "variants": [{"year": 2023, "note": "awal", "sourced": False}],
    "quotas": [
        {
            "of": "respondent",
            "minimum": 30,
            "role": "pengguna",
            "per": "product",
            "from_year": 2023,
            "to_year": 2025,
            "sourced": False,
            "source": "juknis",
            "note": "catatan",
            "below": "zero",
        }
    ],
    "opinion": {
        "rows": [
            {"zone": "BAIK", "name": "Tinggi", "sourced": False},
            {"zone": "BURUK", "name": "Rendah"},
        ],
        "columns": [
            {"code": "TANPA", "name": "Tanpa", "sourced": False},
            {"code": "DENGAN", "name": "Dengan"},
        ],
        "decided_by": "B",
        "met": "TANPA",
        "unmet": "DENGAN",
        "threshold": "2.5",
        "rule": "kepatuhan",
        "assumed": ["met"],
    },
    "gates": [
        {"code": "g", "effect": "no_certificate", "condition": "x", "source": "y", "sourced": False}
    ],
    "loci": [{"kind": "PROVINSI", "unit_types": ["DINAS"], "sourced": False}],
    "alternative_scales": [
        {"used": "2016", "maximum": 4, "zones": ZONES, "note": "lama", "sourced": False}
    ],
    "notes": [{"about": "zona", "text": "Batas zona bersumber."}],
    "root": {
        "code": "akar",
        "name": "Akar",
        "assumed": ["name"],
        "source_note": "s",
        "note": "n",
        "children": [
            {
                "code": "A",
                "name": "Dimensi",
                "weight": "12.22",
                "children": [
                    {
                        "code": "A.g",
                        "name": "Kelompok",
                        "grouping": True,
                        "children": [
                            {
                                "code": "A.1",
                                "name": "Ada",
                                "weight": "1/3",
                                "assumed": ["weight", "options"],
                                "source_note": "sumber",
                                "note": "catatan",
                                "indicator": CHOSEN,
                            }
                        ],
                    },
                    {
                        "code": "A.2",
                        "name": "Bagian",
                        "weight": "0.123456789012345678",
                        "indicator": {"per": "unit", "answer": "yes_no", "options": YES_NO},
                    },
                ],
            },
            {"code": "B", "name": "Tercatat", "weight": 0, "indicator": COUNTED},
        ],
    },
}
"""Its document."""

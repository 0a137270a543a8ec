"""The columns of agencies, units and products: written by the export, read by the import."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from desktop.domain.agency import Product, Unit
from desktop.sheets.columns import Column
from desktop.wording import N_


@dataclass(frozen=True, slots=True)
class RegisterSheet:
    """One sheet of a register workbook."""

    noun: str
    title: str
    names: tuple[str, ...]
    """What people call such a sheet."""
    columns: tuple[Column, ...]
    needed: tuple[str, ...]
    """Fields whose columns a sheet must have."""
    telling: tuple[str, ...]
    """Fields of which at least one column must be there: by them a sheet is recognised."""


AGENCIES = RegisterSheet(
    "agency",
    N_("Daftar instansi"),
    ("Instansi", "OPD", "SKPD", "Perangkat daerah"),
    (
        Column(
            "region_code",
            N_("Wilayah"),
            width=26,
            take=lambda a: a.region_name,
            is_read=True,
            also=("Kode wilayah", "Daerah", "Kabupaten/Kota"),
        ),
        Column(
            "name",
            N_("Nama"),
            width=48,
            is_read=True,
            also=("Nama instansi", "Nama OPD", "Nama SKPD", "Nama perangkat daerah"),
        ),
        Column("short_name", N_("Singkatan"), width=18, is_read=True),
        Column(
            "kind",
            N_("Jenis"),
            "choice",
            words="agency.kind",
            is_read=True,
            also=("Jenis instansi",),
        ),
        Column("head_name", N_("Kepala"), width=28, is_read=True, also=("Nama kepala",)),
        Column("head_title", N_("Gelar"), width=16, is_read=True, also=("Gelar kepala",)),
        Column("address", N_("Alamat"), width=40, is_read=True),
        Column(
            "complaint_phone",
            N_("Nomor pengaduan"),
            width=20,
            is_read=True,
            also=("Telepon pengaduan",),
        ),
        Column(
            "complaint_box",
            N_("Kotak pengaduan"),
            "choice",
            words="agency.complaint_box",
            is_read=True,
        ),
        Column("valid_from", N_("Berlaku sejak"), "date", is_read=True),
        Column("valid_to", N_("Berlaku sampai"), "date"),
        Column("role", N_("Peran"), "choice", words="agency.role"),
        Column("unit_count", N_("Jumlah unit"), "count", width=12),
        Column("product_count", N_("Jumlah produk"), "count", width=12),
        Column("source", N_("Asal data"), "choice", width=18, words="agency.source"),
        Column("id", N_("ID"), width=14),
    ),
    needed=("name",),
    telling=("kind", "short_name", "complaint_phone", "head_name", "region_code"),
)

UNITS = RegisterSheet(
    "unit",
    N_("Daftar unit layanan"),
    ("Unit", "Unit layanan"),
    (
        Column("region_code", N_("Wilayah"), width=14, is_read=True, also=("Kode wilayah",)),
        Column(
            "agency",
            N_("Nama instansi"),
            width=44,
            take=lambda u: u.agency_name,
            is_read=True,
            also=("Instansi", "OPD"),
        ),
        Column("name", N_("Nama"), width=40, is_read=True, also=("Nama unit", "Unit layanan")),
        Column("short_name", N_("Singkatan"), width=18, is_read=True),
        Column("unit_type", N_("Jenis unit"), width=22, is_read=True),
        Column("address", N_("Alamat"), width=40, is_read=True),
        Column("products", N_("Jumlah produk"), "count", width=12, take=lambda u: len(u.products)),
        Column("id", N_("ID"), width=14),
    ),
    needed=("agency", "name", "unit_type"),
    telling=("unit_type",),
)

PRODUCTS = RegisterSheet(
    "product",
    N_("Daftar produk layanan"),
    ("Produk", "Produk layanan"),
    (
        Column(
            "region_code",
            N_("Wilayah"),
            width=14,
            take=lambda p: p.unit.region_code,
            is_read=True,
            also=("Kode wilayah",),
        ),
        Column(
            "agency",
            N_("Nama instansi"),
            width=44,
            take=lambda p: p.unit.agency_name,
            is_read=True,
            also=("Instansi", "OPD"),
        ),
        Column(
            "unit",
            N_("Nama unit"),
            width=40,
            take=lambda p: p.unit.name,
            is_read=True,
            also=("Unit", "Unit layanan"),
        ),
        Column(
            "name",
            N_("Nama"),
            width=44,
            take=lambda p: p.product.name,
            is_read=True,
            also=("Nama produk", "Produk layanan"),
        ),
        Column(
            "short_name",
            N_("Singkatan"),
            width=18,
            take=lambda p: p.product.short_name,
            is_read=True,
        ),
        Column(
            "product_type",
            N_("Jenis produk"),
            width=20,
            take=lambda p: p.product.product_type,
            is_read=True,
        ),
        Column("id", N_("ID"), width=14, take=lambda p: p.product.id),
    ),
    needed=("agency", "unit", "name"),
    telling=("unit",),
)

SHEETS = (AGENCIES, UNITS, PRODUCTS)


@dataclass(frozen=True, slots=True)
class ProductLine:
    """A product with the unit it belongs to."""

    unit: Unit
    product: Product


def product_lines(units: tuple[Any, ...]) -> tuple[ProductLine, ...]:
    """The products of units, one line each."""
    return tuple(ProductLine(unit, product) for unit in units for product in unit.products)

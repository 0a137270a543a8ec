"""Agencies, their service units and products."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from desktop.domain.problems import Problem

KINDS = (
    "dinas",
    "badan",
    "sekretariat",
    "inspektorat",
    "bagian setda",
    "satuan",
    "kecamatan",
    "rsud",
    "puskesmas",
    "bumd",
    "instansi vertikal",
)
SOURCES = ("own", "real", "typical", "sample")
"""own = typed in this office; real, typical = from the shipped list; sample = made up (CONTOH)."""
BOXES = ("yes", "no", "unknown")
FIRST_YEAR = 1945


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency as it stands; names change with each Perda, so the past stays in its successor."""

    id: str
    region_code: str
    region_name: str
    kind: str
    name: str
    short_name: str
    head_name: str
    head_title: str
    """Academic titles of the head, apart from the name."""
    address: str
    complaint_phone: str
    complaint_box: str
    """yes | no | unknown (art. 36 UU 25/2009 asks for means of complaint)"""
    valid_from: date | None
    valid_to: date | None
    successor_id: str | None
    source: str
    unit_count: int = 0
    product_count: int = 0
    role: str = ""
    """representing | named | "" in the agreement that covers the region"""

    @property
    def is_active(self) -> bool:
        """Whether the agency still exists under this name."""
        return self.valid_to is None


@dataclass(frozen=True, slots=True)
class Product:
    """A service product of a unit; scores and respondents are per product."""

    id: str
    unit_id: str
    name: str
    short_name: str
    product_type: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A service unit (unit layanan): the counter or office that is assessed."""

    id: str
    agency_id: str
    agency_name: str
    region_code: str
    name: str
    short_name: str
    unit_type: str
    address: str
    products: tuple[Product, ...] = ()


def check_name(name: str, field: str = "name", code: str = "agency.name_missing") -> str:
    """The name without surplus spaces; a name that is empty is a problem."""
    clean = " ".join(name.split())
    if not clean:
        raise Problem(code, field=field)
    return clean


def check_phone(phone: str) -> str:
    """A telephone number: digits, spaces, dashes, brackets and +; anything else is named."""
    wrong = re.sub(r"[0-9 +()\-./]", "", phone)
    if wrong:
        raise Problem("agency.phone_wrong", field="complaint_phone", letters=wrong)
    return phone.strip()


def check_period(valid_from: date | None, valid_to: date | None) -> None:
    """An agency cannot end before it began."""
    if valid_from and valid_to and valid_to < valid_from:
        raise Problem("agency.ends_before_start", field="valid_to", start=valid_from)


_DROPPED = {"dinas", "badan", "kantor", "kabupaten", "kota", "dan", "daerah", "bagian"}


def likeness(name: str) -> frozenset[str]:
    """The words by which two spellings of one agency are held to be alike."""
    words = re.findall(r"[a-z0-9]+", name.casefold())
    return frozenset(w for w in words if w not in _DROPPED) or frozenset(words)


def looks_like(name: str, short_name: str, other: Agency) -> bool:
    """Whether a new name reads like an agency that is already kept."""
    if likeness(name) == likeness(other.name):
        return True
    shorts = {s.casefold() for s in (other.short_name, other.name) if s}
    return name.casefold() in shorts or bool(short_name and short_name.casefold() in shorts)

"""Regions by Kemendagri code (62.13), never by BPS code."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Region:
    """A province, regency or city."""

    code: str
    name: str
    level: str
    """provinsi | kabupaten | kota"""
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class UnitType:
    """One kind of service unit; instruments say to which types an indicator applies."""

    code: str
    name: str
    agency_kind: str
    service_kind: str

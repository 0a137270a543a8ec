"""Our own office: what its letters say and look like. Data of the office file, with history."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from desktop.domain.problems import Problem

PAPERS = ("A4", "F4", "F4-215")
TIME_ZONES = {"Asia/Jakarta": "WIB", "Asia/Pontianak": "WIB", "Asia/Makassar": "WITA"} | {
    "Asia/Jayapura": "WIT"
}
FORMS = ("own", "an", "ub", "plt", "plh", "pj")
TOKENS = frozenset({"sifat", "kode", "urut", "unit", "bulan_romawi", "tahun"})
MARGIN_LIMITS = (8, 60)
"""Least and greatest margin in mm: nothing nearer than 8 mm to an edge."""


@dataclass(frozen=True, slots=True)
class OfficeProfile:
    """The office's name, letterhead, paper and habits."""

    name: str
    kind: str
    """ombudsman | regency"""
    region_code: str
    region_name: str
    head_line: str
    office_line: str
    """The bold office name of the letterhead; several lines are separated by line feeds."""
    address_line: str
    contact_line: str
    logo: bytes | None
    logo_name: str
    paper: str
    margin_left: int
    margin_right: int
    margin_top: int
    margin_bottom: int
    place: str
    time_zone: str
    number_template: str
    archive_code: str
    unit_code: str
    coordinator: str
    """The unit through which action plans are handed in (unit pengelola)."""
    due_days: int
    """Working days given for a suggestion; no statutory number was found, so it is a setting."""

    @property
    def zone_word(self) -> str:
        """WIB, WITA or WIT."""
        return TIME_ZONES[self.time_zone]


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs: the form of the block and the optional rank and NIP."""

    id: str
    title: str
    form: str
    """own | an | ub | plt | plh | pj"""
    on_behalf_of: str
    between: str
    """The title between, for u.b."""
    name: str
    rank: str
    nip: str
    is_default: bool


@dataclass(frozen=True, slots=True)
class Holiday:
    """One day off, with the decree it comes from."""

    day: date
    name: str
    kind: str
    """libur | cuti bersama"""
    source: str


def check_template(template: str) -> str:
    """A numbering template whose tokens are all known."""
    for token in re.findall(r"\{([^{}]*)\}", template):
        if token not in TOKENS:
            raise Problem("office.token_unknown", field="number_template", token=token)
    if re.sub(r"\{[^{}]*\}", "", template).count("{") or template.count("{") != template.count("}"):
        raise Problem("office.template_broken", field="number_template")
    return template.strip()


def check_nip(nip: str) -> str:
    """A civil-service number has 18 digits; ORI's heads need not have one."""
    digits = re.sub(r"\s", "", nip)
    if digits and not re.fullmatch(r"\d{18}", digits):
        raise Problem("signatory.nip_wrong", field="nip", digits=len(digits))
    return digits


def check_margin(field: str, value: int) -> int:
    """A margin in whole millimetres within what a printer can hold."""
    least, most = MARGIN_LIMITS
    if not least <= value <= most:
        raise Problem("office.margin_wrong", field=field, least=least, most=most)
    return value

"""Who is written to and who writes: titles of office, never persons. Paper is Indonesian."""

from __future__ import annotations

from desktop.domain.agency import Agency
from desktop.domain.profile import OfficeProfile, Signatory
from desktop.wording import _


def head_of_region(region: str) -> str:
    """ "Kabupaten Contoh" -> "Bupati Contoh"; a name without its kind is a province."""
    kind, _space, name = region.partition(" ")
    if kind == "Kabupaten":
        return _("Bupati {name}").format(name=name)
    if kind == "Kota":
        return _("Wali Kota {name}").format(name=name)
    name = name if kind == "Provinsi" else region
    return _("Gubernur {name}").format(name=name)


def head_of_agency(agency: Agency) -> str:
    """The title of an agency's head, as a letter addresses it."""
    if agency.kind in ("rsud", "bumd"):
        return _("Direktur {agency}").format(agency=agency.name)
    if agency.kind == "kecamatan":
        return _("Camat {name}").format(name=agency.name.removeprefix("Kecamatan "))
    if agency.kind == "inspektorat":
        return _("Inspektur {region}").format(region=agency.region_name)
    if agency.kind == "sekretariat":
        return agency.name.replace("Sekretariat", _("Sekretaris"), 1)
    return _("Kepala {agency}").format(agency=agency.name)


def office_in_sentence(profile: OfficeProfile) -> str:
    """Our office as a sentence names it: the letterhead's words, not in capitals."""
    if profile.kind == "ombudsman":
        words = " ".join([profile.head_line, *profile.office_line.splitlines()])
        return " ".join(words.split()).title()
    return profile.name


def letter_of(profile: OfficeProfile, signatory: Signatory | None) -> str:
    """Whose letter an annex belongs to: "Surat Sekretaris Daerah Kabupaten Contoh"."""
    title = ""
    if signatory is not None:
        principal = signatory.on_behalf_of if signatory.form in ("an", "ub") else ""
        title = principal or signatory.title
        title = title.title() if title.isupper() else title  # "Kepala DPMPTSP" stays as typed
    if profile.kind != "ombudsman":
        office = profile.region_name
    elif title.startswith("Kepala Perwakilan"):
        office = _("Ombudsman Republik Indonesia {region}").format(region=profile.region_name)
    else:
        office = office_in_sentence(profile)
    return " ".join(_("Surat {title} {office}").format(title=title, office=office).split())

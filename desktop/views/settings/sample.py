"""A short letter in the office's present style, for the preview: no real letter, no facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from desktop.domain.letter import (
    Heading,
    Letterhead,
    Margins,
    Signer,
    Style,
    SuggestionAnnex,
    SuggestionLetter,
)
from desktop.domain.profile import OfficeProfile, Signatory
from desktop.wording import _, speaking


def style_of(values: Mapping[str, Any]) -> Style:
    """Letterhead, paper and margins of a draft."""
    names = tuple(line.strip() for line in str(values["office_line"]).split("\n") if line.strip())
    addresses = (str(values["address_line"]).strip(), str(values["contact_line"]).strip())
    logo = values["logo"]
    return Style(
        letterhead=Letterhead(
            first_line=str(values["head_line"]).strip(),
            name_lines=names,
            address_lines=tuple(line for line in addresses if line),
            logo=logo.data if logo else None,
        ),
        paper=values["paper"],
        margins=Margins(
            left=values["margin_left"],
            right=values["margin_right"],
            top=values["margin_top"],
            bottom=values["margin_bottom"],
        ),
    )


def sample_letter(
    profile: OfficeProfile, values: Mapping[str, Any], signatories: Sequence[Signatory]
) -> SuggestionLetter:
    """The letter; on paper Indonesian is spoken whatever the window speaks."""
    with speaking("id"):
        return SuggestionLetter(
            style=style_of(values),
            heading=_heading(profile),
            body=(_paragraph(),) * 3,
            signer=_signer(signatories),
            annex=SuggestionAnnex(title=(_("Contoh"),), letter_of=profile.name, groups=()),
        )


def _heading(profile: OfficeProfile) -> Heading:
    return Heading(
        number=None,
        subject=_("Contoh surat"),
        place=profile.place or profile.region_name,
        dated=None,
        drawn_up=date(2026, 11, 23),
        addressee=_("Kepala Dinas Contoh"),
    )


def _paragraph() -> str:
    return _(
        "Baris ini hanya memperlihatkan letak tulisan pada kertas: kop, batas kiri dan kanan, "
        "jarak baris, dan tempat tanda tangan. Isi surat yang sebenarnya dibuat di halaman Surat."
    )


def _signer(signatories: Sequence[Signatory]) -> Signer:
    if not signatories:
        return Signer(titles=(_("Jabatan penanda tangan"),), name=_("Nama penanda tangan"))
    one = signatories[0]
    return Signer(
        titles=(one.title,),
        form=one.form,  # type: ignore[arg-type]
        on_behalf_of=one.on_behalf_of,
        between=one.between,
        name=one.name,
        rank=one.rank,
        nip=one.nip,
    )

"""What all drafts share: style, signer, heading, and the rows of findings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from desktop.documents.draft_fields import filled_number
from desktop.domain.finding import Finding
from desktop.domain.letter import (
    FindingLine,
    Heading,
    Letterhead,
    Margins,
    Signer,
    Stamp,
    Style,
)
from desktop.domain.letter_fields import LetterFields
from desktop.domain.profile import OfficeProfile, Signatory
from desktop.wording import _

_TAIL = re.compile(r"\s*\([^()]*\)\s*$")


def style_of(profile: OfficeProfile) -> Style:
    """Letterhead, paper and margins of the office."""
    names = tuple(line.strip() for line in profile.office_line.splitlines() if line.strip())
    addresses = tuple(line for line in (profile.address_line, profile.contact_line) if line)
    return Style(
        letterhead=Letterhead(
            first_line=profile.head_line,
            name_lines=names or (profile.name,),
            address_lines=addresses,
            logo=profile.logo,
        ),
        paper=profile.paper,  # type: ignore[arg-type]
        margins=Margins(
            left=profile.margin_left,
            right=profile.margin_right,
            top=profile.margin_top,
            bottom=profile.margin_bottom,
        ),
    )


def signer_of(signatory: Signatory | None) -> Signer:
    """The signature block of a letter; titles of office stand in capitals."""
    if signatory is None:
        return Signer(titles=("",), name="")
    return Signer(
        titles=(signatory.title.upper(),),
        form=signatory.form,  # type: ignore[arg-type]
        on_behalf_of=signatory.on_behalf_of.upper(),
        between=signatory.between.upper(),
        name=signatory.name,
        rank=signatory.rank,
        nip=signatory.nip,
    )


def heading_of(fields: LetterFields, profile: OfficeProfile) -> Heading:
    """Nomor to addressee. A letter of these kinds has one annex."""
    on = fields.dated or fields.drawn_up
    template = filled_number(profile, on=on, classification=fields.classification)
    return Heading(
        number=fields.number.strip() or None,
        number_template=template,
        classification=fields.classification,
        attachments=1,
        subject=fields.subject,
        place=fields.place,
        dated=fields.dated,
        drawn_up=fields.drawn_up,
        addressee=fields.addressee,
        attention=fields.attention,
        addressee_place=fields.addressee_place,
    )


def opened(body: tuple[str, ...], fields: LetterFields) -> tuple[str, ...]:
    return (fields.opening.strip() or body[0], *body[1:])


def stamp_for(is_sample: bool) -> Stamp | None:
    return "CONTOH" if is_sample else None


def indicator_name(name: str) -> str:
    """The name on paper: without the remark in brackets behind it (years, ways of scoring)."""
    return _TAIL.sub("", name)


def finding_lines(
    findings: Iterable[Finding], *, products: Sequence[str] = ()
) -> tuple[FindingLine, ...]:
    """Rows of the annex. What is the same at several products is one row that names them, unless
    it is the same at all of them."""
    rows: dict[tuple[object, ...], list[str]] = {}
    firsts: dict[tuple[object, ...], Finding] = {}
    for each in findings:
        alike = (each.code, each.note, each.suggestion, each.legal_basis, each.due_on)
        firsts.setdefault(alike, each)
        names = rows.setdefault(alike, [])
        if each.product_name:
            names.append(each.product_name)
    return tuple(_finding_line(firsts[row], rows[row], products) for row in rows)


def _finding_line(one: Finding, at: Sequence[str], products: Sequence[str]) -> FindingLine:
    note = one.note.strip() or _("Belum sepenuhnya terpenuhi menurut jawaban yang diterima.")
    if at and (not products or set(at) < set(products)):
        note = _("{note} Pada: {products}.").format(note=_stopped(note), products="; ".join(at))
    return FindingLine(
        indicator=indicator_name(one.indicator_name),
        note=note,
        suggestion=one.suggestion,
        legal_basis=one.legal_basis.replace("Ps.", _("Pasal ")),
        due=one.due_on,
    )


def _stopped(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."

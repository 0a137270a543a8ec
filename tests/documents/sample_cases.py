"""The hard cases: long names and lists, other instruments, what is missing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from desktop.domain.letter import DimensionLine, Letterhead, Margins, ResultLetter, Signer, Style
from tests.documents.sample_facts import FINDINGS, NINE, SEKDA, THREE, emblem
from tests.documents.sample_letters import annex, result, result_of


def electronic() -> ResultLetter:
    letter = result()
    letterhead = replace(
        letter.style.letterhead,
        name_lines=("INSPEKTORAT DAERAH",),
        address_lines=(
            "Jalan Contoh Raya Nomor 7, Kota Contoh 00000",
            "Telepon (0000) 000001, laman inspektorat.contohkab.example, pos-el itda@example",
        ),
    )
    signer = Signer(
        titles=("INSPEKTUR",),
        form="plt",
        name="Contoh Wijaya, S.E., M.Ak.",
        rank="Pembina Tingkat I",
        nip="197501012000032000",
    )
    return replace(
        letter, style=replace(letter.style, letterhead=letterhead), signer=signer, mode="electronic"
    )


def long_letter() -> ResultLetter:
    """Three lines of office name, a number of 32 characters, a long signer, 25 findings."""
    base = annex()
    many = tuple(FINDINGS[n % len(FINDINGS)] for n in range(25))
    letter = result_of(replace(base, findings=many))
    letterhead = replace(
        letter.style.letterhead,
        name_lines=(
            "DINAS PEKERJAAN UMUM, PENATAAN RUANG,",
            "PERUMAHAN RAKYAT, KAWASAN",
            "PERMUKIMAN DAN PERTANAHAN",
        ),
    )
    heading = replace(
        letter.heading,
        number="B/000.8.3/412/DPUPRPKPP-ORG/2026",
        addressee="Kepala Dinas Pekerjaan Umum, Penataan Ruang, Perumahan Rakyat, Kawasan "
        "Permukiman dan Pertanahan",
    )
    signer = replace(
        SEKDA,
        titles=("ASISTEN ADMINISTRASI UMUM",),
        form="ub",
        between="SEKRETARIS DAERAH",
        name="Dr. Drs. H. Contoh Pratama Kusumawardana, S.H., M.Si.",
    )
    style = replace(letter.style, letterhead=letterhead)
    return replace(letter, style=style, heading=heading, signer=signer)


def three_zones() -> ResultLetter:
    """An instrument of three zones; no findings, everything applies, no minimum."""
    base = annex()
    zones = {"A": "HIJAU", "B": "KUNING", "C": "KUNING"}
    parts = tuple(replace(part, zone=zones[part.zone or ""]) for part in base.dimensions)
    return result_of(
        replace(
            base,
            zones=THREE,
            zone="KUNING",
            dimensions=parts,
            minimum=None,
            findings=(),
            not_applicable=(),
            losses=(),
            weights_official=True,
        )
    )


def nine_zones() -> ResultLetter:
    """Nine grades on a scale of 5; one part of the tree dropped out."""
    parts = (
        DimensionLine(
            name="Kebijakan pelayanan dan profesionalisme pelaksana",
            weight=Decimal("62.5"),
            counted=8,
            asked=8,
            value=Decimal("4.2"),
            contribution=Decimal("2.625"),
            zone="A-",
        ),
        DimensionLine(
            name="Sarana dan prasarana",
            weight=Decimal("37.5"),
            counted=5,
            asked=6,
            value=Decimal("2.1"),
            contribution=Decimal("0.7875"),
            zone="C-",
        ),
        DimensionLine(
            name="Inovasi",
            weight=None,
            counted=0,
            asked=3,
            value=None,
            contribution=None,
        ),
    )
    return result_of(
        replace(
            annex(),
            zones=NINE,
            zone="B-",
            value=Decimal("3.4125"),
            minimum=Decimal("3.51"),
            high=Decimal(5),
            level="aspek",
            dimensions=parts,
            losses=(),
            policy="zero",
        )
    )


def nothing_assessable() -> ResultLetter:
    """Everything not applicable: no value, no bar, no zone."""
    return result_of(replace(annex(), value=None, zone=None, dimensions=(), losses=()))


def unfinished() -> ResultLetter:
    """What a draft lacks: number, day, signer, an article, a place."""
    letter = result()
    heading = replace(
        letter.heading,
        number=None,
        number_template="B/000.8.3/{urut}/ORG/2026",
        dated=None,
        attachments=0,
        addressee_place="",
    )
    finding = replace(FINDINGS[0], legal_basis="", due=None)
    return replace(
        letter,
        heading=heading,
        signer=replace(SEKDA, name="", rank="", nip=""),
        copies=(),
        stamp=None,
        annex=replace(letter.annex, findings=(finding, *FINDINGS[1:])),
    )


def older_habit() -> ResultLetter:
    """Kepada Yth. at the right; the head of region's own kop; other margins."""
    letter = result()
    letterhead = Letterhead(
        first_line="",
        name_lines=("BUPATI CONTOH",),
        address_lines=("Jalan Contoh Raya Nomor 1, Kota Contoh 00000",),
        logo=emblem(),
        form="head",
    )
    style = Style(
        letterhead=letterhead,
        paper="F4-215",
        margins=Margins(left=30, right=25),
        addressee="kepada",
    )
    signer = Signer(titles=("BUPATI CONTOH",), name="Dr. Contoh Mahardika, S.H.", nip="1")
    return replace(letter, style=style, signer=signer)

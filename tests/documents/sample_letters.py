"""The contents of the three papers as Kabupaten Contoh would write them: a start to vary from."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from desktop.domain.letter import (
    Checklist,
    ChecklistParty,
    FindingLine,
    Heading,
    Letterhead,
    NotApplicableLine,
    PaperSize,
    Respondents,
    ResultAnnex,
    ResultLetter,
    Signer,
    Style,
    SuggestionAnnex,
    SuggestionGroup,
    SuggestionLetter,
)
from desktop.wording import letters
from tests.documents.sample_facts import (
    DAY,
    FINDINGS,
    FIVE,
    SEKDA,
    THREE,
    UNIT,
    commitments,
    dimensions,
    emblem,
    losses,
)

__all__ = ["FINDINGS", "FIVE", "SEKDA", "THREE", "UNIT", "emblem"]


def regency_style(paper: PaperSize = "A4") -> Style:
    letterhead = Letterhead(
        first_line="PEMERINTAH KABUPATEN CONTOH",
        name_lines=("SEKRETARIAT DAERAH",),
        address_lines=(
            "Jalan Contoh Raya Nomor 1, Kota Contoh 00000",
            "Telepon (0000) 000000, laman setda.contohkab.example, pos-el setda@contohkab.example",
        ),
        logo=emblem(),
    )
    return Style(letterhead=letterhead, paper=paper)


def ombudsman_style(paper: PaperSize = "A4") -> Style:
    letterhead = Letterhead(
        first_line="OMBUDSMAN REPUBLIK INDONESIA",
        name_lines=("PERWAKILAN PROVINSI CONTOH",),
        address_lines=(
            "Jalan Percontohan Nomor 21, Kota Percontohan 00000",
            "Telepon (0000) 000002, laman ombudsman.example, pos-el contoh@ombudsman.example",
        ),
        logo=emblem(),
    )
    return Style(letterhead=letterhead, paper=paper)


def annex() -> ResultAnnex:
    parts = dimensions()
    value = sum((Fraction(part.contribution or 0) for part in parts), Fraction(0))
    dearest = losses()
    return ResultAnnex(
        title=("Hasil penilaian mandiri", "Kepatuhan penyelenggaraan pelayanan publik tahun 2026"),
        letter_of="Surat Sekretaris Daerah Kabupaten Contoh",
        unit=UNIT,
        region="Kabupaten Contoh",
        products=("Persetujuan Bangunan Gedung", "Izin Pertambangan Rakyat"),
        first_day=date(2026, 10, 5),
        last_day=date(2026, 10, 30),
        respondents=(
            Respondents(role="petugas", count=4),
            Respondents(role="pengguna layanan", count=30),
            Respondents(role="pengelola pengaduan", count=2),
        ),
        instrument="Penilaian Kepatuhan 2022–2024, versi 1.0",
        weights_official=False,
        value=value,
        zone="B",
        minimum=Decimal(78),
        zones=FIVE,
        dimensions=parts,
        answer_range="0–5",
        losses=dearest,
        other_losses=22,
        other_lost=100 - value - sum((Fraction(loss.lost) for loss in dearest), Fraction(0)),
        findings=FINDINGS,
        not_applicable=(
            NotApplicableLine(
                indicator="Biaya/tarif atau keterangan gratis diinformasikan",
                reason="Bukan kewenangan",
                note="Produk Izin Pertambangan Rakyat menjadi urusan provinsi sejak UU Nomor 23 "
                "Tahun 2014; unit tidak lagi memungut biaya.",
            ),
            NotApplicableLine(
                indicator="Sistem antrean dan informasi layanan di lokasi",
                reason="Tidak ada layanan",
                note="Antrean dikelola Mal Pelayanan Publik yang menjadi tanggung jawab "
                "Sekretariat Daerah.",
            ),
        ),
    )


def result_of(content: ResultAnnex, *, paper: PaperSize = "A4", unit: str = UNIT) -> ResultLetter:
    """An assessment letter for an annex, its body composed from it."""
    body = letters.result_body(
        content,
        basis="Surat Edaran Bupati Contoh Nomor 000.8.3/118/ORG/2026 tentang penilaian mandiri "
        "pelayanan publik",
        report_to="Bupati",
        through="Bagian Organisasi",
        deadline=date(2026, 12, 4),
    )
    return ResultLetter(
        style=regency_style(paper),
        heading=Heading(
            number="B/000.8.3/412/ORG/2026",
            attachments=1,
            subject="Hasil penilaian mandiri kepatuhan penyelenggaraan pelayanan publik tahun 2026",
            place="Kota Contoh",
            dated=DAY,
            drawn_up=DAY,
            addressee=f"Kepala {unit}",
            addressee_place="Kota Contoh",
        ),
        body=body,
        signer=SEKDA,
        copies=("Bupati Contoh, sebagai laporan", "Inspektur Kabupaten Contoh"),
        stamp="CONTOH",
        annex=content,
    )


def result(paper: PaperSize = "A4") -> ResultLetter:
    return result_of(annex(), paper=paper)


def suggestion(paper: PaperSize = "A4") -> SuggestionLetter:
    office = "Ombudsman Republik Indonesia Perwakilan Provinsi Contoh"
    body = letters.suggestion_body(
        office=office,
        units=3,
        region="Kabupaten Contoh",
        first_day=date(2026, 11, 9),
        last_day=date(2026, 11, 13),
    )
    return SuggestionLetter(
        style=ombudsman_style(paper),
        heading=Heading(
            number="B/214/PC.02-99/XI/2026",
            classification="Segera",
            attachments=1,
            subject="Saran perbaikan pelayanan publik setelah pengambilan data",
            place="Kota Percontohan",
            dated=DAY,
            drawn_up=DAY,
            addressee="Bupati Contoh",
            attention="Sekretaris Daerah",
            addressee_place="Kota Contoh",
        ),
        body=body,
        signer=Signer(titles=("KEPALA PERWAKILAN",), name="Contoh Lestari, S.H., M.H."),
        copies=(
            "Ketua Ombudsman Republik Indonesia, sebagai laporan",
            "Kepala Bagian Organisasi Sekretariat Daerah Kabupaten Contoh",
        ),
        annex=SuggestionAnnex(
            title=("Catatan dan saran perbaikan",),
            letter_of="Surat Kepala Perwakilan Ombudsman Republik Indonesia Provinsi Contoh",
            groups=(
                SuggestionGroup(unit=UNIT, findings=FINDINGS[:4]),
                SuggestionGroup(unit="Puskesmas Contoh Hulu", findings=FINDINGS[4:]),
                SuggestionGroup(
                    unit="Dinas Sosial",
                    findings=(
                        FindingLine(
                            indicator="Jangka waktu penyelesaian",
                            note="Batas waktu penerbitan surat keterangan berbeda antara brosur "
                            "dan papan informasi.",
                            suggestion="Menyamakan batas waktu dengan keputusan standar pelayanan.",
                            legal_basis="UU 25/2009 Pasal 21 huruf d",
                            due=date(2026, 12, 18),
                        ),
                    ),
                ),
            ),
        ),
    )


def checklist(paper: PaperSize = "A4", rows: int = 7) -> Checklist:
    return Checklist(
        paper=paper,
        title="Daftar periksa tindak lanjut nota kesepakatan",
        subject="Peningkatan Kualitas Pelayanan Publik dan Pencegahan Maladministrasi",
        number="02/2026",
        agreement="Nota Kesepakatan 11/ORI-MOU/II/2026",
        first=ChecklistParty(
            name="Ombudsman RI Perwakilan Provinsi Contoh",
            number="11/ORI-MOU/II/2026",
            signer=Signer(titles=("Kepala Keasistenan Pencegahan",), name="Contoh Rahma, S.H."),
        ),
        second=ChecklistParty(
            name="Pemerintah Kabupaten Contoh",
            number="000.4.7.2/06/NK/2026",
            signer=Signer(
                titles=("Kepala Bagian Organisasi",),
                name="Contoh Saputra, S.STP., M.Si.",
                nip="198001012002121000",
            ),
        ),
        signed_on=date(2026, 2, 12),
        signed_at="Kota Contoh",
        valid_until=date(2031, 2, 11),
        period=(date(2026, 7, 1), date(2026, 12, 31)),
        place="Kota Contoh",
        year=2026,
        rows=commitments(rows),
    )

"""Sample papers of Kabupaten Contoh: all names and numbers are made up.

`samples()` gives every paper of the gallery by name; the functions below give contents to vary.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from io import BytesIO

from PIL import Image, ImageDraw

from desktop import shipped
from desktop.documents import Paper
from desktop.domain.letter import (
    Checklist,
    ChecklistParty,
    CommitmentLine,
    DimensionLine,
    FindingLine,
    Heading,
    Letterhead,
    Loss,
    Margins,
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
    ZoneBand,
)
from desktop.wording import letters

DAY = date(2026, 11, 23)
UNIT = "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu"
FIVE = tuple(
    ZoneBand(code=code, name=name, colour=colour, lower=Decimal(lower))
    for code, name, colour, lower in (
        ("A", "Kualitas Tertinggi", "hijau", 88),
        ("B", "Kualitas Tinggi", "hijau", 78),
        ("C", "Kualitas Sedang", "kuning", 54),
        ("D", "Kualitas Rendah", "merah", 32),
        ("E", "Kualitas Terendah", "merah", 0),
    )
)
THREE = tuple(
    ZoneBand(code=code, name=name, colour=code.lower(), lower=Decimal(lower))
    for code, name, lower in (
        ("HIJAU", "Kepatuhan tinggi", 81),
        ("KUNING", "Kepatuhan sedang", 51),
        ("MERAH", "Kepatuhan rendah", 0),
    )
)
NINE = tuple(
    ZoneBand(code=code, name=name, colour=colour, lower=Decimal(lower))
    for code, name, colour, lower in (
        ("A", "Pelayanan Prima", "hijau", "4.51"),
        ("A-", "Sangat Baik", "hijau", "4.01"),
        ("B", "Baik", "hijau", "3.51"),
        ("B-", "Baik (dengan catatan)", "kuning", "3.01"),
        ("C", "Cukup", "kuning", "2.51"),
        ("C-", "Cukup (dengan catatan)", "kuning", "2.01"),
        ("D", "Kurang/Pembinaan", "merah", "1.51"),
        ("E", "Prioritas pembinaan", "merah", "1.01"),
        ("F", "Pembinaan intensif", "merah", "0"),
    )
)
FINDINGS = (
    FindingLine(
        indicator="Kompensasi pelayanan",
        note="Belum ada keputusan tentang bentuk dan tata cara kompensasi bila layanan melewati "
        "batas waktu.",
        suggestion="Menetapkan keputusan kepala dinas tentang kompensasi dan memasangnya di ruang "
        "layanan serta laman resmi.",
        legal_basis="UU 25/2009 Pasal 21 huruf l",
        due=date(2027, 1, 8),
    ),
    FindingLine(
        indicator="Isi maklumat pelayanan",
        note="Maklumat belum memuat kesediaan menerima sanksi dan memberi kompensasi.",
        suggestion="Memperbaiki naskah maklumat, ditandatangani kepala dinas, dan dipasang pada "
        "kedua loket.",
        legal_basis="UU 25/2009 Pasal 22",
        due=date(2026, 12, 18),
    ),
    FindingLine(
        indicator="Hasil penilaian kinerja dan survei kepuasan",
        note="Hasil survei kepuasan masyarakat triwulan III belum diumumkan.",
        suggestion="Mengumumkan hasil survei paling lambat 10 (sepuluh) hari kerja setelah "
        "triwulan berakhir.",
        legal_basis="UU 25/2009 Pasal 38",
        due=date(2026, 12, 18),
    ),
    FindingLine(
        indicator="Pembinaan pengelola pengaduan",
        note="Dua pengelola pengaduan belum pernah mengikuti pembinaan sejak ditetapkan.",
        suggestion="Menyelenggarakan pembinaan internal bersama Inspektorat dan mencatatnya dalam "
        "notula.",
        legal_basis="UU 25/2009 Pasal 37",
        due=date(2027, 1, 8),
    ),
    FindingLine(
        indicator="Pengetahuan tentang 14 komponen standar pelayanan",
        note="Dua dari empat petugas menyebut kurang dari separuh komponen.",
        suggestion="Membagikan ringkasan komponen dan mengulang pengarahan pada apel mingguan.",
        legal_basis="UU 25/2009 Pasal 21",
        due=date(2026, 12, 18),
    ),
    FindingLine(
        indicator="Sarana bagi kelompok rentan",
        note="Kursi roda tersedia, tetapi jalur landai terhalang rak brosur.",
        suggestion="Memindahkan rak dan menandai jalur landai.",
        legal_basis="UU 25/2009 Pasal 29",
    ),
)


def emblem() -> bytes:
    """A made-up emblem, no one's own."""
    image = Image.new("RGBA", (380, 470), (255, 255, 255, 0))
    pen = ImageDraw.Draw(image)
    pen.ellipse((8, 8, 372, 462), outline=(20, 20, 20, 255), width=8)
    pen.polygon([(190, 90), (290, 330), (90, 330)], outline=(20, 20, 20, 255), width=8)
    pen.rectangle((120, 350, 260, 380), fill=(20, 20, 20, 255))
    data = BytesIO()
    image.save(data, "PNG")
    return data.getvalue()


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


SEKDA = Signer(
    titles=("SEKRETARIS DAERAH",),
    form="an",
    on_behalf_of="BUPATI CONTOH",
    name="Drs. Contoh Pratama, M.Si.",
    rank="Pembina Utama Muda",
    nip="197001011995031000",
)


def dimensions() -> tuple[DimensionLine, ...]:
    """Four dimensions; the contributions are exact and add up to the value."""
    return tuple(
        DimensionLine(
            name=f"Dimensi {name}",
            weight=Decimal(weight),
            counted=counted,
            asked=asked,
            value=value,
            contribution=Fraction(weight) * Fraction(value) / 100,
            zone=zone,
        )
        for name, weight, counted, asked, value, zone in (
            ("Input", "21.85", 14, 15, Fraction("73.38"), "C"),
            ("Proses", "32.37", 10, 11, Fraction(80), "B"),
            ("Output", "24.24", 10, 10, Fraction(94), "A"),
            ("Pengaduan", "21.54", 9, 9, Fraction(200, 3), "C"),
        )
    )


def losses() -> tuple[Loss, ...]:
    return tuple(
        Loss(indicator=indicator, answer=answer, lost=Decimal(lost))
        for indicator, answer, lost in (
            ("Informasi hasil penilaian kinerja/SKM diumumkan", "2", "1.9422"),
            (
                "Isi maklumat memuat janji, perbaikan terus-menerus, kesediaan diberi sanksi",
                "2",
                "1.9422",
            ),
            ("Pembinaan/peningkatan pengetahuan pengelola pengaduan", "1", "1.9147"),
            ("Kompensasi bila layanan tidak sesuai standar", "1", "1.1693"),
            ("Pengetahuan petugas tentang 14 komponen standar pelayanan", "3", "1.1395"),
            (
                "Mekanisme dan tata cara pengelolaan pengaduan ditetapkan dan dipublikasikan",
                "3",
                "0.9573",
            ),
        )
    )


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


COMMITMENTS = """\
a: percepatan penyelesaian laporan|Menunjuk narahubung pada 10 (sepuluh) perangkat daerah|\
Keputusan Bupati tentang narahubung|Bagian Organisasi|2026-03-31
a: percepatan penyelesaian laporan|Menjawab permintaan klarifikasi paling lambat 14 (empat belas) \
hari|Register surat masuk dan surat jawaban|Inspektorat|
b: pencegahan maladministrasi|Pendampingan standar pelayanan pada 10 (sepuluh) unit|\
Standar pelayanan ditetapkan dan dipasang|Bagian Organisasi|2026-06-30
b: pencegahan maladministrasi|Menyatukan 194 kewenangan perizinan dalam satu pintu, bertahap|\
Peraturan Bupati tentang pendelegasian|DPMPTSP|2026-12-31
c: peningkatan mutu layanan|Penilaian mandiri sebelum penilaian Ombudsman|\
Laporan penilaian mandiri|Inspektorat dan Bagian Organisasi|2026-10-30
c: peningkatan mutu layanan|Menyediakan kotak dan nomor telepon pengaduan di setiap perangkat \
daerah|Foto dan uji panggil nomor|seluruh perangkat daerah|2026-06-30
d: pertukaran data dan informasi|Pertemuan berkala setiap semester|\
Notula dan daftar hadir|Sekretariat Daerah|2026-12-15
"""


def commitments(count: int = 7) -> tuple[CommitmentLine, ...]:
    listed = [tuple(line.split("|")) for line in COMMITMENTS.splitlines()]
    rows = [listed[n % len(listed)] for n in range(count)]
    return tuple(
        CommitmentLine(
            article=f"Pasal 3 huruf {article}",
            activity=activity,
            output=output,
            owner_first="Perwakilan" if number % 7 in (0, 1, 2, 6) else "",
            owner_second=owner,
            due=date.fromisoformat(due) if due else None,
            due_words="" if due else "Sepanjang 2026",
        )
        for number, (article, activity, output, owner, due) in enumerate(rows)
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


def paper() -> Paper:
    """The wing with the faces that are shipped."""
    return Paper(
        regular=shipped.path("fonts", "Arimo-Regular.ttf"),
        bold=shipped.path("fonts", "Arimo-Bold.ttf"),
        italic=shipped.path("fonts", "Arimo-Italic.ttf"),
    )


def samples() -> dict[str, Callable[[], bytes]]:
    """Every paper of the gallery: a name and what makes its PDF."""
    wing = paper()
    return {
        "01a-surat-hasil-basah-A4": lambda: wing.letter(result()),
        "01a-surat-hasil-basah-F4": lambda: wing.letter(result("F4")),
        "01b-surat-hasil-siap-TTE-A4": lambda: wing.letter(electronic()),
        "02-surat-saran-embargo-A4": lambda: wing.letter(suggestion()),
        "02-surat-saran-embargo-F4": lambda: wing.letter(suggestion("F4")),
        "03-daftar-periksa-mou-A4": lambda: wing.letter(checklist()),
        "03-daftar-periksa-mou-F4": lambda: wing.letter(checklist("F4")),
        "uji-1-kop-panjang-25-temuan-A4": lambda: wing.letter(long_letter()),
        "uji-2-mou-12-komitmen-A4": lambda: wing.letter(checklist(rows=12)),
        "uji-3-mou-60-komitmen-F4-215": lambda: wing.letter(checklist("F4-215", rows=60)),
        "uji-4-tiga-zona-tanpa-temuan-A4": lambda: wing.letter(three_zones()),
        "uji-5-sembilan-zona-A4": lambda: wing.letter(nine_zones()),
        "uji-6-tidak-dapat-dinilai-A4": lambda: wing.letter(nothing_assessable()),
        "uji-7-belum-lengkap-A4": lambda: wing.letter(unfinished()),
        "uji-8-kop-bupati-F4-215": lambda: wing.letter(older_habit()),
    }

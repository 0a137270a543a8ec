"""Made-up facts of Kabupaten Contoh that the sample papers are made of."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from io import BytesIO

from PIL import Image, ImageDraw

from desktop.domain.letter import (
    CommitmentLine,
    DimensionLine,
    FindingLine,
    Loss,
    Signer,
    ZoneBand,
)

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

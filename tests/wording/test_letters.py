"""The standing sentences of the papers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from desktop.domain.letter_rules import embargo_breaches, plain
from desktop.wording import letters, speaking
from tests.documents import samples

ORDER = "Surat Edaran Bupati Contoh Nomor 000.8.3/118/ORG/2026"


def body(**changes: object) -> tuple[str, ...]:
    annex = replace(samples.annex(), **changes)  # type: ignore[arg-type]
    return letters.result_body(
        annex,
        basis=ORDER,
        report_to="Bupati",
        through="Bagian Organisasi",
        deadline=date(2026, 12, 4),
    )


def test_the_body_of_an_assessment_letter() -> None:
    opening, result, request, closing = body()
    assert opening == (
        f"Menindaklanjuti {ORDER}, Tim Penilai telah menilai {samples.UNIT} pada tanggal 5 sampai "
        "dengan 30 Oktober 2026."
    )
    assert result == (
        "Hasilnya adalah **79,08** (zona B, Kualitas Tinggi), sedangkan standar minimum yang "
        "ditetapkan adalah 78,00. Terdapat 6 (enam) temuan yang perlu diperbaiki. Rincian nilai, "
        "temuan, dan saran perbaikan disampaikan dalam lampiran surat ini."
    )
    assert request == (
        "Sehubungan dengan hal tersebut, Saudara diminta menyusun rencana aksi dan "
        "menyampaikannya kepada Bupati melalui Bagian Organisasi paling lambat tanggal 4 Desember "
        "2026, serta menuntaskan perbaikan sesuai dengan batas waktu pada setiap temuan."
    )
    assert closing.startswith("Demikian disampaikan")


def test_what_is_not_there_is_not_spoken_of() -> None:
    assert "sedangkan" not in body(minimum=None)[1]
    without = body(findings=())
    assert len(without) == 3
    assert "Tidak terdapat temuan yang perlu diperbaiki." in without[1]
    assert "zona" not in body(value=None, zone=None)[1]
    opening = letters.result_opening(samples.annex(), "")
    assert opening.startswith("Tim Penilai telah menilai")


def test_an_equal_or_higher_office_is_not_ordered() -> None:
    asked = letters.request(report_to="Bupati", through="", deadline=None, respectful=True)
    assert "kami mengharapkan Saudara menyusun" in asked
    assert "kepada Bupati paling lambat 30 (tiga puluh) hari kerja sejak surat diterima" in asked


def test_marks_in_a_name_are_not_obeyed() -> None:
    opening = body(unit="Dinas **Bintang** & __Garis__")[0]
    assert "Dinas **Bintang** & __Garis__" in plain(opening)


def test_the_body_under_embargo_tells_no_result() -> None:
    for paragraph in samples.suggestion().body:
        assert embargo_breaches(plain(paragraph)) == ()


def test_paper_is_indonesian_even_in_an_english_window(english: None) -> None:
    with speaking("en"):
        assert body()[-1].startswith("Demikian disampaikan")


def test_the_rounding_example_is_the_instruments_own_seam() -> None:
    assert "77,995 menjadi 78,00 dan masuk zona B." in letters.rounding(samples.FIVE, Decimal(78))
    assert "53,995 menjadi 54,00 dan masuk zona C." in letters.rounding(samples.FIVE, Decimal(54))
    assert "77,995" in letters.rounding(samples.FIVE, Decimal(60))
    assert "50,995 menjadi 51,00 dan masuk zona KUNING." in letters.rounding(samples.THREE, None)
    assert letters.rounding(samples.THREE[:1], None).endswith("termasuk dalam zona.")


def test_why_follows_the_instruments_policy() -> None:
    annex = samples.annex()
    assert letters.why(annex).startswith("Nilai akhir adalah jumlah kontribusi keempat dimensi.")
    assert "dihitung nol" in letters.why(replace(annex, policy="zero"))
    assert letters.why(replace(annex, policy="block", dimensions=annex.dimensions[:1])) == (
        "Nilai akhir sama dengan nilai dimensi tersebut."
    )


def test_kinds_and_states_have_names() -> None:
    assert letters.kind_name("suggestion") == "Surat saran perbaikan"
    assert letters.state_name("handed_over") == "Diserahkan"
    assert letters.attachment(0) == "-"
    assert letters.attachment(1) == "1 (satu) berkas"

"""The annex of an assessment letter: sections A to F."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from PIL import Image, ImageFilter

from desktop.documents import Paper
from desktop.documents.zones import patterns
from desktop.domain.letter import DimensionLine, Loss, ResultAnnex, ZoneBand
from tests.documents import samples
from tests.documents.conftest import Pages, grey_page

NUMBER = re.compile(r"[−+]?\d+,\d{4}")


def read(paper: Paper, annex: ResultAnnex) -> Pages:
    return Pages(paper.letter(samples.result_of(annex)))


def flat(pages: Pages) -> str:
    return " ".join(pages.all.split())


def exact(text: str) -> Decimal:
    return Decimal(text.replace("−", "-").replace("+", "").replace(",", "."))


def test_all_sections_stand_in_order(paper: Paper) -> None:
    text = flat(Pages(paper.letter(samples.result())))
    heads = [
        "A. Unit yang dinilai",
        "B. Nilai akhir dan nilai per dimensi",
        "C. Mengapa angka ini",
        "D. Temuan dan saran perbaikan",
        "E. Indikator yang tidak berlaku",
        "F. Zona dan pembulatan",
    ]
    places = [text.index(head) for head in heads]
    assert places == sorted(places)
    assert "2 (dua) produk: Persetujuan Bangunan Gedung; Izin Pertambangan Rakyat" in text
    assert "4 (empat) petugas, 30 (tiga puluh) pengguna layanan" in text
    assert "bobot indikator belum resmi" in text
    assert "B – Kualitas Tinggi (Hijau)" in text
    assert "+1,08" in text
    assert "Standar minimum 78,00" in text
    assert "77,995 menjadi 78,00 dan masuk zona B" in text


def test_a_section_head_is_never_last_on_a_page(paper: Paper) -> None:
    for letter in (samples.result(), samples.long_letter(), samples.nine_zones()):
        for text in Pages(paper.letter(letter)).texts:
            body = text.split("Nomor B/")[0].rstrip().splitlines()
            assert not re.match(r"[A-F]\.\s", body[-1])


def test_printed_parts_add_up_to_the_printed_total(paper: Paper) -> None:
    lines = Pages(paper.letter(samples.result())).texts[1].splitlines()
    parts = [
        exact(NUMBER.findall(line)[-1])
        for line in lines
        if line.startswith("Dimensi ") and len(NUMBER.findall(line)) == 2
    ]
    [total] = [exact(NUMBER.findall(line)[-1]) for line in lines if line.startswith("Jumlah")]
    assert len(parts) == 4
    assert sum(parts) == total


def thirds() -> ResultAnnex:
    """Three parts of 33.33335: each is printed half up, and three roundings show."""
    part = Fraction(6666670, 200000)
    lines = tuple(
        DimensionLine(
            name=f"Bagian {number}",
            weight=Fraction(100, 3),
            counted=1,
            asked=1,
            value=part * 3,
            contribution=part,
            zone="A",
        )
        for number in range(3)
    )
    value = part * 3
    loss = Loss(indicator="Satu", answer="0", lost=(100 - value) / 2)
    return replace(
        samples.annex(),
        dimensions=lines,
        value=value,
        zone="A",
        losses=(loss,),
        other_losses=1,
        other_lost=loss.lost,
        high=Decimal(100),
    )


def test_where_roundings_do_not_add_up_a_line_carries_the_difference(paper: Paper) -> None:
    text = flat(read(paper, thirds()))
    assert text.count("33,3334") == 3  # half up, none bent
    assert "33,3333 1 dari 1" in text  # a weight that two decimals would not say
    assert "Selisih pembulatan −0,0001" in text
    assert "Jumlah 99,9999 3 dari 3 100,0001" in text
    assert "Selisih pembulatan" not in flat(Pages(paper.letter(samples.result())))


def test_losses_lead_from_the_highest_value_to_the_result(paper: Paper) -> None:
    lines = Pages(paper.letter(samples.result())).texts[2].splitlines()
    numbers = [exact(found[-1]) for line in lines if (found := NUMBER.findall(line))]
    assert numbers[0] == 100
    assert sum(numbers[:-1]) == numbers[-1]
    assert any("Enam indikator yang paling banyak mengurangi nilai:" in line for line in lines)


def test_nothing_to_list_is_said_in_words(paper: Paper) -> None:
    text = flat(Pages(paper.letter(samples.three_zones())))
    assert "D. Temuan dan saran perbaikan Nihil." in text
    assert "E. Indikator yang tidak berlaku Seluruh indikator berlaku." in text
    assert "Tidak terdapat temuan yang perlu diperbaiki." in text
    assert "Saudara diminta" not in text
    assert "standar minimum" not in text.lower().replace("standar minimum selisih", "")
    assert "50,995 menjadi 51,00 dan masuk zona KUNING" in text


def test_no_value_is_never_zero(paper: Paper) -> None:
    text = flat(Pages(paper.letter(samples.nothing_assessable())))
    assert "tidak dapat dinilai" in text
    assert "0,00" not in text.split("F. Zona")[0].replace("78,00", "").replace("100,00", "")
    assert "Skala zona" not in text


def test_findings_rows_stay_whole_and_their_head_repeats(paper: Paper) -> None:
    pages = Pages(paper.letter(samples.long_letter()))
    holding = [text for text in pages.texts if "Kompensasi" in text and "Batas waktu" in text]
    assert len(holding) >= 3
    solid = pages.solid
    for number in range(1, 26):
        assert str(number) in solid
    assert solid.count("Menyelenggarakanpembinaaninternal") == 4


def test_a_finding_without_article_or_date_prints_what_is_missing(paper: Paper) -> None:
    text = flat(Pages(paper.letter(samples.unfinished())))
    assert "[dasar hukum belum diisi]" in text
    assert "30 (tiga puluh) hari kerja sejak surat diterima" in text
    assert "DRAF" in text


def test_a_finding_longer_than_a_page_is_printed_whole(paper: Paper) -> None:
    words = " ".join(f"catatan{number}" for number in range(900))
    finding = replace(samples.FINDINGS[0], note=words)
    solid = read(paper, replace(samples.annex(), findings=(finding,))).solid
    for number in (0, 450, 899):
        assert f"catatan{number}" in solid


def test_patterns_go_by_rank_whatever_the_number_of_zones() -> None:
    def of(count: int) -> str:
        zones = [ZoneBand(code=str(n), name="", colour="", lower=Decimal(n)) for n in range(count)]
        return "".join(patterns(zones)[str(n)] for n in reversed(range(count)))

    assert of(5) == "ABCDE"
    assert of(3) == "ACD"
    assert of(2) == "AE"
    assert of(1) == "A"
    for count in range(6, 10):
        assert of(count)[0] == "A"
        assert of(count)[-1] == "E"
        assert len(set(of(count))) == count
    assert len(of(12)) == 12


def ink(picture: Image.Image, box: tuple[float, float, float, float]) -> float:
    """The share of black in a box of millimetres from the upper left, in a 150 dpi copy."""
    left, top, right, bottom = (round(side * 150 / 25.4) for side in box)
    part = picture.crop((left, top, right, bottom))
    return part.histogram()[0] / (part.width * part.height)


def test_a_copy_keeps_hatched_from_plain_and_every_zone_apart(paper: Paper) -> None:
    """150 dpi, grey, blur, threshold 165: as a copier would show it."""
    pdf = paper.letter(replace(samples.result(), stamp=None))
    grey = grey_page(paper, pdf, 1, 150 / 72).filter(ImageFilter.GaussianBlur(0.9))
    copy = grey.point([255 if value > 165 else 0 for value in range(256)])
    pages = Pages(pdf)

    def row(words: str) -> float:
        return 297 - pages.place(words, 1)[1] * 25.4 / 72 - 1

    for words, is_below in (("Dimensi Input", True), ("Dimensi Proses", False)):
        middle = row(words)
        share = ink(copy, (70, middle - 2.5, 120, middle + 2.5))
        assert 0.1 < share < 0.6 if is_below else share < 0.01
        assert 0.03 < ink(copy, (180, middle - 2, 191, middle + 2)) < 0.5  # the value is there
    strip = row("Skala zona")
    worst, low, middle, high, best = (
        ink(copy, (68.5 + 1.06 * start, strip - 2.2, 68.5 + 1.06 * end, strip + 2.2))
        for start, end in ((1, 12), (33, 38), (56, 61), (78.5, 80.5), (88.5, 91))
    )
    assert low > middle > high > best
    assert worst > best  # the second outline of the solid zone

"""The letter page: head, axis, one page, signature, room for ink and stamp."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.documents import Paper
from desktop.documents.text import mm
from desktop.domain.letter import (
    Letterhead,
    Margins,
    ResultLetter,
    Signer,
    Style,
    SuggestionLetter,
)
from tests.documents import samples
from tests.documents.conftest import Pages, grey_page

SENTENCE = "Kalimat tambahan ini membuat isi surat menjadi lebih panjang daripada biasanya. "


def pages(paper: Paper, letter: ResultLetter | SuggestionLetter) -> Pages:
    return Pages(paper.letter(letter))


def test_colons_stand_in_one_column_and_values_in_another(paper: Paper) -> None:
    read = pages(paper, samples.result())
    assert {round(x) for text, x, _ in read.pieces(0) if text == ":"} == {round(mm(52))}
    for value in ("B/000.8.3/412", "Biasa", "1 (satu) berkas", "Hasil penilaian"):
        assert read.place(value)[0] == pytest.approx(mm(56), abs=0.5)


def test_the_date_stands_on_the_number_line_and_on_the_axis_of_the_signature(
    paper: Paper,
) -> None:
    read = pages(paper, samples.result())
    date = read.place("Kota Contoh, 23 November 2026")
    assert date[0] == pytest.approx(mm(30 + 92), abs=0.5)
    assert date[1] == read.place("Nomor")[1]
    for line in ("SEKRETARIS DAERAH,", "Drs. Contoh Pratama", "NIP 19700101 199503 1 000"):
        assert read.place(line)[0] == pytest.approx(date[0], abs=0.1)


def test_a_long_place_moves_the_axis_to_84_mm(paper: Paper) -> None:
    read = pages(paper, samples.suggestion())
    assert read.place("Kota Percontohan, 23")[0] == pytest.approx(mm(30 + 84), abs=0.5)
    assert read.place("KEPALA PERWAKILAN,")[0] == pytest.approx(mm(30 + 84), abs=0.5)


def test_a_long_number_is_never_broken_and_sends_the_date_above(paper: Paper) -> None:
    read = pages(paper, samples.long_letter())
    assert "B/000.8.3/412/DPUPRPKPP-ORG/2026" in read.texts[0]
    assert read.place("Kota Contoh, 23")[1] > read.place("Nomor")[1]


def test_a_name_breaks_once_before_its_degrees(paper: Paper) -> None:
    read = pages(paper, samples.long_letter())
    first = read.place("Dr. Drs. H. Contoh Pratama Kusumawardana,", 1)
    second = read.place("S.H., M.Si.", 1)
    assert first[0] == second[0]
    assert first[1] - second[1] == pytest.approx(15)


def test_room_for_ink_is_32_mm_and_nothing_stands_at_its_left(paper: Paper) -> None:
    letter = replace(samples.result(), stamp=None)
    pdf = paper.letter(letter)
    read = Pages(pdf)
    title, name = read.place("SEKRETARIS DAERAH,")[1], read.place("Drs. Contoh Pratama")[1]
    assert title - name == pytest.approx(mm(32) + 15, abs=0.1)
    picture = grey_page(paper, pdf, 0, 1)
    axis = mm(30 + 92)
    below_title, below_nip = picture.height - title + 5, picture.height - name + 34
    left_of_name = picture.crop((0, int(below_title), int(axis) - 2, int(below_nip)))
    clear = picture.crop((0, int(below_title), picture.width, int(picture.height - name - 10)))
    assert left_of_name.getextrema() == (255, 255)
    assert clear.getextrema() == (255, 255)


def with_sentences(count: int) -> ResultLetter:
    letter = samples.result()
    first, second, *rest = letter.body
    return replace(letter, body=(first, second + " " + SENTENCE * count, *rest))


def letter_pages(read: Pages) -> int:
    """How many pages come before the annex."""
    return next(number for number, text in enumerate(read.texts) if "Unit yang dinilai" in text)


def test_a_letter_shrinks_in_steps_before_it_takes_a_second_page(paper: Paper) -> None:
    seen: list[tuple[int, float, float]] = []
    for count in range(16):
        read = pages(paper, with_sentences(count))
        first = read.place("Menindaklanjuti")[1]
        leading = first - max(y for _, _, y in read.pieces(0) if y < first)
        step = (letter_pages(read), read.size("Menindaklanjuti"), round(leading, 1))
        if step not in seen:
            seen.append(step)
    assert seen == [(1, 12, 16), (1, 12, 15), (1, 11.5, 14.5), (1, 11, 14), (2, 12, 16)]


def test_on_two_pages_text_stands_above_the_signature(paper: Paper) -> None:
    for count in (14, 25, 40, 70):
        read = pages(paper, with_sentences(count))
        last = read.texts[letter_pages(read) - 1]
        assert "Sehubungan dengan hal tersebut" in last
        assert "terima kasih." in last
        assert "NIP 19700101" in last
        assert "Inspektur Kabupaten Contoh." in last


def test_one_endless_paragraph_loses_nothing(paper: Paper) -> None:
    letter = samples.result()
    body = (" ".join(f"kata{number}" for number in range(2500)),)
    read = pages(paper, replace(letter, body=body))
    for number in (0, 1200, 2499):
        assert f"kata{number}" in read.solid
    assert "NIP19700101" in read.solid


@pytest.mark.parametrize(
    ("signer", "printed", "absent"),
    [
        (
            Signer(
                titles=("KEPALA DINAS SOSIAL", "KABUPATEN CONTOH"),
                name="Contoh Pertiwi, S.Sos.",
                rank="Pembina Tingkat I",
                nip="197001011995031000",
            ),
            ("KEPALA DINAS SOSIAL", "KABUPATEN CONTOH,", "Pembina Tingkat I", "NIP 19700101"),
            ("KEPALA DINAS SOSIAL,", "a.n.", "u.b."),
        ),
        (samples.SEKDA, ("a.n.", "BUPATI CONTOH", "SEKRETARIS DAERAH,"), ("BUPATI CONTOH,",)),
        (
            replace(
                samples.SEKDA,
                form="ub",
                between="SEKRETARIS DAERAH",
                titles=("ASISTEN ADMINISTRASI UMUM",),
            ),
            ("a.n.", "SEKRETARIS DAERAH", "u.b.", "ASISTEN ADMINISTRASI UMUM,"),
            ("SEKRETARIS DAERAH,",),
        ),
        (
            Signer(titles=("BUPATI CONTOH",), name="Dr. Contoh Mahardika, S.H.", rank="x", nip="y"),
            ("BUPATI CONTOH,", "CONTOH MAHARDIKA"),
            ("NIP", "S.H.", "Dr."),
        ),
        (
            Signer(titles=("INSPEKTUR",), form="plt", name="Contoh Wijaya, S.E.", nip="1"),
            ("Plt. INSPEKTUR,", "Contoh Wijaya, S.E.", "NIP 1"),
            (),
        ),
        (
            Signer(titles=("SEKRETARIS DAERAH",), form="plh", name="Contoh Anggara, S.H.", nip="1"),
            ("Plh. SEKRETARIS DAERAH,", "CONTOH ANGGARA"),
            ("NIP", "S.H."),
        ),
        (
            Signer(titles=("KEPALA PERWAKILAN",), name="Contoh Lestari, S.H., M.H."),
            ("KEPALA PERWAKILAN,", "Contoh Lestari, S.H., M.H."),
            ("NIP",),
        ),
    ],
)
def test_signature_forms(
    signer: Signer, printed: tuple[str, ...], absent: tuple[str, ...], paper: Paper
) -> None:
    letter = replace(samples.result(), signer=signer)
    text = pages(paper, letter).texts[0].split("terima kasih.")[1].split("Tembusan")[0]
    for words in printed:
        assert words in text
    for words in absent:
        assert words not in text


def test_on_behalf_hangs_left_of_the_axis(paper: Paper) -> None:
    read = pages(paper, samples.result())
    assert read.place("a.n.")[0] < read.place("BUPATI CONTOH")[0]
    assert read.place("BUPATI CONTOH")[0] == read.place("SEKRETARIS DAERAH,")[0]


def test_prepared_for_the_signing_service(paper: Paper) -> None:
    read = pages(paper, samples.electronic())
    assert "BSrE" in read.texts[0]
    assert "#" in read.texts[0]
    assert all("BSrE" not in text for text in read.texts[1:])
    assert "Ditandatangani secara elektronik oleh" not in read.all
    assert "BSrE" not in pages(paper, samples.result()).all


def test_what_is_not_known_is_room_for_the_pen(paper: Paper) -> None:
    read = pages(paper, samples.unfinished())
    first = " ".join(read.texts[0].split())
    assert "B/000.8.3/ /ORG/2026" in first
    assert "Kota Contoh, November 2026" in first
    assert "Lampiran : -" in first
    assert "di Tempat" in first
    assert "....." in first
    assert "Tembusan" not in first
    assert "NIP" not in first
    number = next(text for text, _, _ in read.pieces(0) if text.startswith("B/000.8.3/"))
    assert number.count(" ") + number.count("\xa0") >= 10


def test_one_copy_has_no_number(paper: Paper) -> None:
    letter = replace(samples.result(), copies=("Bupati Contoh",))
    text = pages(paper, letter).texts[0]
    assert "Bupati Contoh." in text
    assert "1." not in text.split("Tembusan:")[1].split("Nomor")[0]


def test_a_kop_of_the_head_of_region_and_an_older_addressee(paper: Paper) -> None:
    read = pages(paper, samples.older_habit())
    centre = mm(30) + mm(210 - 30 - 25) / 2
    x = read.place("BUPATI CONTOH")[0]
    assert x < centre
    assert read.place("Kepada")[0] == read.place("Kota Contoh, 23")[0]
    assert read.place("Kepada")[1] < read.place("Nomor")[1]


def test_a_kop_can_be_one_picture_and_an_office_without_emblem_leaves_it_out(
    paper: Paper,
) -> None:
    letter = samples.result()
    picture = Letterhead(
        first_line="", name_lines=(), address_lines=(), logo=samples.emblem(), form="picture"
    )
    read = pages(paper, replace(letter, style=Style(letterhead=picture)))
    top = mm(297 - 12 - 40 - 7)
    assert read.place("Nomor")[1] == pytest.approx(top - read.size("Nomor"), abs=0.1)
    bare = replace(letter.style.letterhead, logo=None)
    read = pages(paper, replace(letter, style=Style(letterhead=bare)))
    assert "SEKRETARIAT DAERAH" in read.texts[0]


def test_the_office_name_has_one_size_for_all_its_lines(paper: Paper) -> None:
    letter = samples.result()
    long_name = "DINAS PEKERJAAN UMUM PENATAAN RUANG PERUMAHAN RAKYAT KAWASAN PERMUKIMAN"
    head = replace(letter.style.letterhead, name_lines=(long_name, "DAN PERTANAHAN"))
    read = pages(paper, replace(letter, style=Style(letterhead=head)))
    assert read.size("DINAS PEKERJAAN") == read.size("DAN PERTANAHAN") == 14


def test_very_long_fields_stay_on_the_page_and_whole(paper: Paper) -> None:
    letter = samples.result()
    words = " ".join(f"kata{number}" for number in range(40))
    heading = replace(
        letter.heading,
        number="B/" + "/".join(f"bagian{number}" for number in range(20)),
        subject=words.upper(),
        place=words.title(),
        addressee=words.replace("kata", "jabatan"),
        attention=words.replace("kata", "bidang"),
    )
    head = replace(letter.style.letterhead, first_line="PEMERINTAH " * 12, name_lines=(words,))
    style = replace(letter.style, letterhead=head)
    copies = tuple(f"Kepala Dinas Nomor {number} Kabupaten Contoh" for number in range(90))
    signer = replace(letter.signer, titles=(words.replace("kata", "gelar"),))
    long_letter = replace(letter, heading=heading, style=style, copies=copies, signer=signer)
    pdf = paper.letter(long_letter)
    solid = Pages(pdf).solid
    for word in ("bagian19", "KATA39", "Kata39", "jabatan39", "bidang39", "gelar39", "Nomor89"):
        assert word in solid
    assert "90.KepalaDinasNomor89KabupatenContoh." in solid
    for page in range(letter_pages(Pages(pdf))):
        assert edges(paper, pdf, page)[2] <= mm(210 - 20) + 1


@pytest.mark.parametrize(("left", "right"), [(60, 60), (8, 8), (40, 20)])
def test_other_margins_are_kept(left: int, right: int, paper: Paper) -> None:
    letter = replace(samples.result(), stamp=None)
    style = replace(letter.style, margins=Margins(left=left, right=right, top=30, bottom=30))
    pdf = paper.letter(replace(letter, style=style))
    for page in range(paper.page_count(pdf)):
        first, _, last, _ = edges(paper, pdf, page)
        assert first >= mm(left) - 1.5
        assert last <= mm(210 - right) + 1.5


def edges(paper: Paper, pdf: bytes, page: int) -> tuple[int, int, int, int]:
    """Where the ink of a page begins and ends, in points; the watermark does not count."""
    dark = grey_page(paper, pdf, page, 1).point([255 if grey < 140 else 0 for grey in range(256)])
    found = dark.getbbox()
    assert found is not None
    return found

"""What holds for every paper: faces, bytes, names as typed, pictures of pages."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader

from desktop.documents import Paper
from desktop.documents.text import mm
from desktop.domain.letter import FindingLine
from desktop.domain.problems import Problem
from desktop.wording import speaking
from tests.documents import samples
from tests.documents.conftest import Pages, grey_page

ALL = samples.samples()
NASTY = (
    'Dinas <Perhubungan> & "Kominfo"',
    "<b>tebal</b> <img src=/etc/passwd> &lt; &amp; %s {urut}",
    "**bintang** __garis__ \\*",
    "Ñandú Éé – “kutip” ½ №",
    "A" * 200,
)


@pytest.mark.parametrize("name", ALL)
def test_only_arimo_is_embedded_and_subset(name: str) -> None:
    for page in PdfReader(BytesIO(ALL[name]())).pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            face = font.get_object()
            assert "+Arimo" in face["/BaseFont"]
            assert "/FontFile2" in face["/FontDescriptor"]
            assert "/ToUnicode" in face


@pytest.mark.parametrize("name", list(ALL)[::4])
def test_the_same_content_gives_the_same_bytes(name: str) -> None:
    assert ALL[name]() == ALL[name]()


@pytest.mark.parametrize("name", ALL)
def test_every_page_says_which_of_how_many_it_is(name: str) -> None:
    texts = Pages(ALL[name]()).texts
    for number, text in enumerate(texts, start=1):
        assert f"Halaman {number} dari {len(texts)}" in text


@pytest.mark.parametrize("name", ALL)
def test_nothing_but_the_watermark_comes_near_an_edge(name: str, paper: Paper) -> None:
    """8 mm at every side, 30 mm at the left, judged on the picture."""
    pdf = ALL[name]()
    pixels = grey_page(paper, pdf, 0, 1)
    dark = pixels.point([255 if value < 140 else 0 for value in range(256)]).getbbox()
    assert dark is not None
    left, top, right, bottom = dark
    assert left >= mm(30) - 2
    assert min(top, pixels.width - right, pixels.height - bottom) >= mm(8)


def test_paper_is_indonesian_whatever_the_window_speaks(paper: Paper, english: None) -> None:
    with speaking("en"):
        text = Pages(paper.checklist(samples.checklist())).all
    assert "Halaman 1 dari 2" in text
    assert "31 Desember 2026" in " ".join(text.split())


@pytest.mark.parametrize("name", NASTY)
def test_a_name_is_printed_as_typed_everywhere(name: str, paper: Paper) -> None:
    solid = "".join(name.split())
    finding = FindingLine(indicator=name, note=name, suggestion=name, legal_basis=name)
    annex = replace(samples.annex(), unit=name, region=name, products=(name,), findings=(finding,))
    result = samples.result_of(annex, unit=name)
    found = Pages(paper.letter(result)).solid
    assert found.count(solid) >= 9  # addressee, opening, unit, region, product, four in the row
    listed = samples.checklist(rows=1)
    row = replace(listed.rows[0], activity=name, output=name)
    listed = replace(listed, rows=(row,), second=replace(listed.second, name=name))
    assert Pages(paper.letter(listed)).solid.count(solid) >= 3


def test_importing_the_wing_brings_no_pdf_library() -> None:
    code = (
        "import sys, desktop.documents, desktop.domain.letter, desktop.wording.letters;"
        "print([m for m in ('reportlab', 'PIL', 'pypdfium2', 'lokal') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_pages_become_pictures(paper: Paper) -> None:
    pdf = ALL["03-daftar-periksa-mou-F4"]()
    assert paper.page_count(pdf) == 2
    wide, high = paper.page_sizes(pdf)[0]
    assert (round(wide * 25.4 / 72), round(high * 25.4 / 72)) == (330, 210)
    image = paper.page_image(pdf, 1, 0.5)
    assert (image.width, image.height) == (468, 298)
    assert len(image.data) == image.stride * image.height
    assert "PIHAK KESATU" in paper.page_texts(pdf)[1]


def test_a_text_is_found_where_it_stands_also_across_lines(paper: Paper) -> None:
    letter = samples.suggestion()
    pdf = paper.letter(letter)
    lines = paper.text_boxes(pdf, 0, letter.heading.subject)
    assert len(lines) > 1
    assert all(
        0 < x < 595 and 0 < y < 420 and wide > 20 and 5 < high < 20 for x, y, wide, high in lines
    )
    assert lines[0][1] < lines[1][1]
    assert paper.text_boxes(pdf, 0, "tidak tertulis di sini") == ()


@pytest.mark.parametrize(
    ("paper_size", "millimetres"),
    [("A4", (210, 297)), ("F4", (210, 330)), ("F4-215", (215, 330))],
)
def test_paper_sizes(paper_size: str, millimetres: tuple[int, int], paper: Paper) -> None:
    pdf = paper.letter(samples.suggestion(paper_size))  # type: ignore[arg-type]
    size = tuple(round(side * 25.4 / 72) for side in paper.page_sizes(pdf)[0])
    assert size == millimetres


def png(wide: int, high: int) -> bytes:
    data = BytesIO()
    Image.new("1", (wide, high)).save(data, "PNG")
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "letter.logo_unreadable"),
        (b"GIF89a", "letter.logo_unreadable"),
        (samples.emblem()[:400], "letter.logo_unreadable"),
        (png(6000, 5000), "letter.logo_too_large"),
        (png(12_000, 10_000), "letter.logo_too_large"),
    ],
)
def test_a_picture_that_cannot_be_printed_is_a_problem(
    data: bytes, code: str, paper: Paper
) -> None:
    with pytest.raises(Problem) as caught:
        paper.check_picture(data)
    assert caught.value.code == code


def test_a_large_emblem_does_not_make_a_large_file(paper: Paper) -> None:
    letter = samples.suggestion()
    head = replace(letter.style.letterhead, logo=png(4000, 4900))
    pdf = paper.letter(replace(letter, style=replace(letter.style, letterhead=head)))
    assert len(pdf) < 100_000

"""A file is looked over before it is read: wrong kinds, bombs and broken parts are named."""

from __future__ import annotations

import io
import time
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.problems import Problem
from desktop.sheets import Sheets, package
from desktop.sheets.package import address, look_over
from tests.sheets import books

SHEET = "xl/worksheets/sheet1.xml"
GOOD = books.agencies(("Kabupaten Contoh", "Dinas Sosial", "Dinsos", "Dinas", "", None))


def refused(content: bytes) -> str:
    with pytest.raises(Problem) as problem:
        Sheets().read_register(content)
    return problem.value.code


def read_or_refused(content: bytes) -> None:
    """Anything but a Problem fails the test by itself."""
    with suppress(Problem):
        Sheets().read_register(content)


def cells(xml: str) -> bytes:
    """The good workbook with another sheetData."""

    def change(part: bytes) -> bytes:
        head, rest = part.split(b"<sheetData>")
        return (
            head + b"<sheetData>" + xml.encode() + b"</sheetData>" + rest.split(b"</sheetData>")[1]
        )

    return books.with_part(GOOD, SHEET, change)


OLE = bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 600


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "workbook.empty_file"),
        (b"Nama;Jenis\n", "workbook.foreign"),
        (b"%PDF-1.7", "workbook.foreign"),
        (OLE, "workbook.old_format"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "workbook.locked"),
        (b"PK\x03\x04 broken", "workbook.damaged"),
        (books.packed({"a.txt": b"x"}), "workbook.foreign"),
        (GOOD[: len(GOOD) // 2], "workbook.damaged"),
        (books.data(books.book({"Instansi": []})), "workbook.no_rows"),
        (books.data(books.book({"Lain": [["a", "b"], [1, 2]]})), "workbook.not_recognised"),
    ],
)
def test_a_wrong_file_is_named(content: bytes, code: str) -> None:
    assert refused(content) == code


def test_a_sheet_of_heads_alone_holds_nothing() -> None:
    assert Sheets().read_register(books.agencies()).size == 0


def test_a_bomb_is_found_before_it_is_unpacked() -> None:
    found = books.parts(GOOD)
    found["xl/media/bomb"] = b"\0" * 90_000_000
    bomb = books.packed(found)
    assert len(bomb) < 200_000
    start = time.process_time()
    assert refused(bomb) == "workbook.too_large"
    assert time.process_time() - start < 1


def test_a_part_larger_than_it_says_is_cut_off() -> None:
    """The size in the directory lies: what is read stops there and is found damaged."""
    lying = bytearray(GOOD)
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        size = archive.getinfo(SHEET).file_size
    at = lying.rindex(size.to_bytes(4, "little"))
    lying[at : at + 4] = (40).to_bytes(4, "little")
    assert refused(bytes(lying)) == "workbook.damaged"


def test_entities_of_a_document_are_refused() -> None:
    def with_entities(part: bytes) -> bytes:
        body = part.split(b"?>", 1)[-1]
        return b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' + body

    assert refused(books.with_part(GOOD, SHEET, with_entities)) == "workbook.damaged"


@pytest.mark.parametrize(
    "xml",
    [
        '<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>x</t></is></c></row>',
        '<row r="1"><c r="XFD1"><v>1</v></c></row>',
        '<row r="30000"><c><v>1</v></c></row>',
    ],
)
def test_a_cell_far_away_is_refused_not_allocated(xml: str) -> None:
    assert refused(cells(xml)) == "workbook.too_many_rows"


def test_a_million_blank_rows_cost_nothing() -> None:
    blank = '<row r="{n}"><c r="A{n}" s="1"/></row>'
    heads = "".join(
        f'<c r="{place}1" t="inlineStr"><is><t>{head}</t></is></c>'
        for place, head in zip("ABC", ("Nama", "Jenis", "Wilayah"), strict=True)
    )
    far = "".join(blank.format(n=n) for n in (1_048_575, 1_048_576))
    register = Sheets().read_register(cells(f'<row r="1">{heads}</row>{far}'))
    assert register.size == 0


def test_what_reads_the_values_sees_only_what_was_looked_at() -> None:
    found = books.parts(GOOD)
    found["xl/vbaProject.bin"] = b"macro"
    looked = look_over(books.packed(found))
    assert "xl/vbaProject.bin" not in books.parts(looked.data)
    assert set(looked.sheets) == {"Instansi"}


def test_a_false_dimension_hides_no_row() -> None:
    def lie(part: bytes) -> bytes:
        return part.replace(b'<dimension ref="A1:F2"/>', b'<dimension ref="A1:A1"/>')

    register = Sheets().read_register(books.with_part(GOOD, SHEET, lie))
    assert [entry.text("name") for entry in register.agencies] == ["Dinas Sosial"]


@pytest.mark.parametrize(("reference", "cell"), [("B14", (14, 2)), ("$AA$3", (3, 27))])
def test_addresses(reference: str, cell: tuple[int, int]) -> None:
    assert address(reference) == cell


@pytest.mark.parametrize("reference", ["", "14", "AAAA1", "A0x", "A-1"])
def test_what_is_no_address(reference: str) -> None:
    with pytest.raises(ValueError, match=f"^{reference}$"):
        address(reference)


@given(st.binary(max_size=300))
def test_junk_is_a_problem_never_a_crash(junk: bytes) -> None:
    for content in (junk, b"PK\x03\x04" + junk, OLE + junk):
        assert refused(content).startswith("workbook.")


@given(st.integers(0, len(GOOD) - 1), st.integers(1, 255))
def test_a_changed_byte_is_read_or_refused(place: int, change: int) -> None:
    content = bytearray(GOOD)
    content[place] ^= change
    read_or_refused(bytes(content))


@given(
    st.sampled_from([SHEET, "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"]),
    st.data(),
)
def test_changed_xml_is_read_or_refused(name: str, draw: st.DataObject) -> None:
    def change(part: bytes) -> bytes:
        at = draw.draw(st.integers(0, len(part)))
        return part[:at] + draw.draw(st.sampled_from(WORDS)) + part[at:]

    read_or_refused(books.with_part(GOOD, name, change))


WORDS = [
    b"<",
    b">",
    b'"',
    b"&#x0;",
    b"<row r='0'>",
    b' r="A0"',
    b' t="s"',
    b"99999999999",
    b"-",
    b"\xff",
]


def test_the_limits_leave_room_for_a_national_register() -> None:
    assert package.MOST_ROWS >= 20_000


def test_a_panic_of_the_reader_is_a_damaged_workbook(monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        """What pyo3 raises; it is no Exception."""

    def panic(*_: object) -> None:
        raise PanicException

    monkeypatch.setattr("desktop.sheets.cells.CalamineWorkbook.from_filelike", panic)
    assert refused(GOOD) == "workbook.damaged"

"""Looks a workbook over before it is read: is it one, is it small enough, what is in its cells?

An .xlsx is a ZIP of XML. A bomb is found by counting, never by opening it: sizes before anything
is unpacked, then one pass over the XML that stops at the first limit. What reads the values
afterwards is given a fresh, uncompressed package of the parts that were looked at, no others.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from xml.parsers import expat

from desktop.domain.problems import Problem

MARK = "Patuh"
"""Name of the document property by which our own workbooks are known."""
MOST_BYTES = 20_000_000
MOST_UNPACKED = 80_000_000
MOST_RATIO = 200
"""Real sheets pack 5 to 30 times; repeated rows up to 100."""
MOST_PARTS = 2_000
MOST_ROWS = 20_000
MOST_COLUMNS = 100
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_SHARED = ("[Content_Types].xml", "_rels/.rels", _WORKBOOK, _RELATIONS)
_MORE = ("xl/styles.xml", "xl/sharedStrings.xml")
Cell = tuple[int, int]
"""(row, column), both from 1."""


@dataclass(slots=True)
class Look:
    """What one pass over a sheet's XML saw."""

    formulas: set[Cell] = field(default_factory=set[Cell])
    errors: set[Cell] = field(default_factory=set[Cell])
    merges: list[tuple[int, int, int, int]] = field(default_factory=list[tuple[int, int, int, int]])
    """(first row, first column, last row, last column)"""


@dataclass(frozen=True, slots=True)
class Package:
    """A workbook that was looked over."""

    data: bytes
    """A fresh .xlsx with nothing but sheets, texts and styles."""
    mark: str
    """What the workbook says it holds; "" for somebody else's."""
    sheets: Mapping[str, Look]


def look_over(data: bytes) -> Package:
    """Checks the bytes of a workbook; a Problem names what is wrong with the file as a whole."""
    _check_kind(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_sizes(archive, len(data))
            return _look_into(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError):
        raise Problem("workbook.damaged") from None
    except RuntimeError:  # zipfile's word for an encrypted part
        raise Problem("workbook.locked") from None
    except (expat.ExpatError, ValueError, UnicodeError):
        raise Problem("workbook.damaged") from None


def _check_kind(data: bytes) -> None:
    if not data:
        raise Problem("workbook.empty_file")
    if len(data) > MOST_BYTES:
        raise Problem("workbook.too_large", megabytes=MOST_BYTES // 1_000_000)
    if data.startswith(_OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        raise Problem("workbook.locked" if locked else "workbook.old_format")
    if not data.startswith(b"PK"):
        raise Problem("workbook.foreign")


def _check_sizes(archive: zipfile.ZipFile, packed: int) -> None:
    parts = archive.infolist()
    size = sum(part.file_size for part in parts)
    bomb = size > MOST_UNPACKED or (size > 2_000_000 and size > packed * MOST_RATIO)
    if len(parts) > MOST_PARTS or bomb:
        raise Problem("workbook.too_large", megabytes=MOST_BYTES // 1_000_000)
    names = {part.filename for part in parts}
    if not names.issuperset(_SHARED):
        raise Problem("workbook.foreign")


def _look_into(archive: zipfile.ZipFile) -> Package:
    names = set(archive.namelist())
    places = {title: place for title, place in _sheets(archive).items() if place in names}
    kept = [*_SHARED, *(name for name in _MORE if name in names), *places.values()]
    parts = {name: archive.read(name) for name in dict.fromkeys(kept)}
    looks = {title: _look(parts[place]) for title, place in places.items()}
    return Package(_packed(parts), _mark(archive, names), looks)


def _packed(parts: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as fresh:
        for name, content in parts.items():
            fresh.writestr(name, content)
    return stream.getvalue()


def _sheets(archive: zipfile.ZipFile) -> dict[str, str]:
    """Title of each sheet and the part it is kept in."""
    targets: dict[str, str] = {}
    for attributes in _elements(archive.read(_RELATIONS), "Relationship"):
        target = attributes.get("Target", "")
        at_root = target.startswith("/")
        place = target[1:] if at_root else posixpath.normpath(posixpath.join("xl", target))
        targets[attributes.get("Id", "")] = place
    found: dict[str, str] = {}
    for attributes in _elements(archive.read(_WORKBOOK), "sheet"):
        link = next((v for k, v in attributes.items() if k.rpartition(":")[2] == "id"), "")
        found[attributes.get("name", "")] = targets.get(link, "")
    return found


def _mark(archive: zipfile.ZipFile, names: set[str]) -> str:
    if "docProps/custom.xml" not in names:
        return ""
    text = archive.read("docProps/custom.xml").decode("utf-8", "replace")
    said = re.search(rf'name="{MARK}"[^>]*>\s*<[^>]*lpwstr[^>]*>([^<]{{1,80}})<', text)
    return said[1] if said else ""


def _parser() -> expat.XMLParserType:
    """A parser that knows no entities of a document's own: an .xlsx has none."""
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def refuse(*_: object) -> None:
        raise ValueError("a document type in a workbook")

    parser.StartDoctypeDeclHandler = refuse
    return parser


def _elements(xml: bytes, wanted: str) -> list[dict[str, str]]:
    """The attributes of every element of that name, whatever its prefix."""
    found: list[dict[str, str]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] == wanted:
            found.append(attributes)

    parser = _parser()
    parser.StartElementHandler = start
    parser.Parse(xml, True)
    return found


class _Looker:
    """Follows rows and cells of a sheet; positions may be left out in the file."""

    def __init__(self) -> None:
        self.look = Look()
        self._row = self._column = 0
        self._steps = {"c": self._cell, "row": self._begin_row, "mergeCell": self._merge}
        self._steps |= dict.fromkeys(("v", "is"), self._value) | {"f": self._formula}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        step = self._steps.get(name.rpartition(":")[2] if ":" in name else name)
        if step is not None:
            step(attributes)

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._row = int(attributes["r"]) if "r" in attributes else self._row + 1
        self._column = 0

    def _cell(self, attributes: dict[str, str]) -> None:
        if "r" in attributes:
            self._row, self._column = address(attributes["r"])
        else:
            self._column += 1
        if attributes.get("t") == "e":
            self.look.errors.add((self._row, self._column))

    def _value(self, _attributes: dict[str, str]) -> None:
        """Only a cell with a value takes room when it is read; styled blanks do not."""
        if self._row > MOST_ROWS or self._column > MOST_COLUMNS:
            raise Problem("workbook.too_many_rows", rows=MOST_ROWS, columns=MOST_COLUMNS)

    def _formula(self, attributes: dict[str, str]) -> None:
        self._value(attributes)
        self.look.formulas.add((self._row, self._column))

    def _merge(self, attributes: dict[str, str]) -> None:
        first, _, last = attributes.get("ref", "").partition(":")
        top, left = address(first)
        bottom, right = address(last or first)
        self.look.merges.append((top, left, bottom, right))


def _look(xml: bytes) -> Look:
    looker = _Looker()
    parser = _parser()
    parser.StartElementHandler = looker.start
    parser.Parse(xml, True)
    return looker.look


_ADDRESS = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})", re.ASCII)


def address(reference: str) -> Cell:
    """ "B14" is (14, 2)."""
    found = _ADDRESS.fullmatch(reference)
    if not found:
        raise ValueError(reference)
    return int(found[2]), _column(found[1])


@cache
def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number

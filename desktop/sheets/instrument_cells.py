"""One field of an instrument as the content of a cell, and back, without loss and without guessing.

A blank cell is the field's default. Where the default is not blank, "–" says that nothing is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from functools import cache

from desktop.domain.exact import exact, exact_text
from desktop.domain.instrument_text import UNKNOWN
from desktop.domain.problems import Problem
from desktop.sheets.cells import as_date, blank, shown
from desktop.sheets.columns import LANGUAGES, plain
from desktop.sheets.instrument_layout import CODES, Field
from desktop.wording import instrument, language, speaking

Content = str | int | Decimal | date | None
NOTHING = "–"
KEPT_DIGITS = 15
"""A number cell keeps this many digits; longer numbers and fractions are written as text."""
_FIRST_DAY = date(1901, 1, 1)
_ITEM = re.compile(r'\s*("(?:[^"]|"")*"|[^;\n]*)\s*(?:;|\n|$)')
_NUMBER_LIKE = re.compile(r"[-+]?[\d.,\s]+%?")


# Out


def content(field: Field, value: object, *, alone: bool = False) -> Content:
    """What stands in the cell. `alone`: of a list this is the one item of its line."""
    sort = field.kind.sort
    if isinstance(value, list):
        items = [str(item) for item in value]  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
        return _nothing(field) if not items else "; ".join(_item(field, i, alone) for i in items)
    if sort == "number" and isinstance(value, str):
        return _number(value)
    if sort == "day" and isinstance(value, str):
        return value if date.fromisoformat(value) < _FIRST_DAY else date.fromisoformat(value)
    if sort == "flag":
        return instrument.flag(bool(value))
    if sort == "choice":
        return field.word(str(value))
    return value if isinstance(value, int) else str(value)


def _nothing(field: Field) -> str:
    return NOTHING if field.kind.default or field.kind.needed else ""


def _number(value: str) -> Content:
    if value == UNKNOWN:
        return instrument.unknown()
    short = "/" not in value and len(value.strip("-").replace(".", "").lstrip("0")) <= KEPT_DIGITS
    return Decimal(value) if short else value


def _item(field: Field, item: str, alone: bool) -> str:
    """A word of a list: by its label if it has one, else as it is, in quotes where it must be."""
    label = _label(field, item)
    if _meant(field, label) == item and not _needs_quotes(label, alone):
        return label
    if _meant(field, item) == item and not _needs_quotes(item, alone):
        return item
    doubled = item.replace('"', '""')
    return f'"{doubled}"'


def _needs_quotes(item: str, alone: bool) -> bool:
    return (
        item != item.strip()
        or item in ("", NOTHING)
        or item.startswith('"')
        or (not alone and any(mark in item for mark in ";\n"))
    )


def _label(field: Field, item: str) -> str:
    if field.name == "assumed":
        return instrument.field(item)
    return instrument.choice(field.words, item)


def _meant(field: Field, item: str) -> str:
    return _labels(field.name, field.words, _taught()).get(plain(item), item)


def _taught() -> tuple[str, ...]:
    """The languages that can be spoken here: labels are gathered once for them."""
    found: list[str] = []
    for each in LANGUAGES:
        with speaking(each):
            found.append(language())
    return tuple(found)


@cache
def _labels(name: str, words: str, taught: tuple[str, ...]) -> dict[str, str]:
    """What a word of a list may be called (as `plain` has it) and what it means."""
    names = instrument.FIELDS if name == "assumed" else instrument.CHOICES.get(words, {})
    found: dict[str, str] = {}
    for spoken in taught:
        with speaking(spoken):
            for each in names:
                word = (
                    instrument.field(each) if name == "assumed" else instrument.choice(words, each)
                )
                found.setdefault(plain(word), each)
    return found | {plain(each): each for each in names}


# In


def meaning(field: Field, cell: object, *, alone: bool = False) -> object:
    """The field's value of a cell; None: the default. A Problem says what is wrong in the cell."""
    sort = field.kind.sort
    if sort == "text":
        return _read_text(field, cell)
    if blank(cell):
        return None
    if sort == "number":
        return _read_number(cell, may_be_unknown=field.name == "weight")
    if sort == "integer":
        return _read_integer(cell)
    if sort == "flag":
        return _read_flag(cell)
    if sort == "day":
        found = as_date(cell)
        return found.isoformat() if found else None
    if not isinstance(cell, str):
        raise Problem("workbook.not_text", value=shown(cell))
    if sort == "choice":
        return _read_choice(field, cell)
    return [] if cell.strip() == NOTHING else [*_read_words(field, cell, alone)]


def _read_text(field: Field, cell: object) -> str | None:
    if cell is None or cell == "":
        return "" if field.kind.needed else None
    if not isinstance(cell, str):
        raise Problem("workbook.not_text", value=shown(cell))
    if field.name in CODES and cell != cell.strip():
        raise Problem("workbook.code_spaces", value=cell.strip())
    return cell


def _read_number(cell: object, *, may_be_unknown: bool) -> str:
    if isinstance(cell, date | datetime):
        raise Problem("workbook.number_is_date", value=shown(cell))
    if isinstance(cell, str):
        if may_be_unknown and plain(cell) in _unknown():
            return UNKNOWN
        return _read_written_number(cell.strip())
    found = exact(cell)
    if found is None:
        raise Problem("workbook.not_a_number", value=shown(cell))
    return exact_text(found)


def _read_written_number(text: str) -> str:
    """A text that no number cell can hold: a fraction, or more digits than it keeps."""
    found = exact(text)
    digits = sum(letter.isdigit() for letter in text)
    if found is not None and ("/" in text or digits > KEPT_DIGITS):
        return exact_text(found)
    if _NUMBER_LIKE.fullmatch(text):
        raise Problem("workbook.number_is_text", value=text[:60])
    raise Problem("workbook.not_a_number", value=text[:60])


def _unknown() -> set[str]:
    found = {plain(UNKNOWN)}
    for each in LANGUAGES:
        with speaking(each):
            found.add(plain(instrument.unknown()))
    return found


def _read_integer(cell: object) -> int:
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 10**9:
        return int(cell)
    if isinstance(cell, int) and not isinstance(cell, bool):
        return cell
    if isinstance(cell, str) and re.fullmatch(r"-?\d{1,9}", cell.strip(), re.ASCII):
        return int(cell)
    raise Problem("workbook.not_an_integer", value=shown(cell))


def _read_flag(cell: object) -> bool:
    if isinstance(cell, bool):
        return cell
    said = plain(cell) if isinstance(cell, str) else ""
    found = _labels("", "flag", _taught()).get(said)
    if found is None:
        offered = (instrument.flag(True), instrument.flag(False))
        raise Problem("workbook.choice_unknown", value=shown(cell), choices=offered)
    return found == "true"


def _read_choice(field: Field, cell: str) -> str:
    found = field.choices().get(plain(cell))
    if found is None:
        offered = tuple(field.word(code) for code in field.kind.choices)
        raise Problem("workbook.choice_unknown", value=cell.strip()[:60], choices=offered)
    return found


def _read_words(field: Field, cell: str, alone: bool) -> Iterator[str]:
    items = [cell.strip()] if alone else [found[1].strip() for found in _ITEM.finditer(cell)]
    for item in items:
        if len(item) > 1 and item.startswith('"') and item.endswith('"'):
            yield item[1:-1].replace('""', '"')
        elif item:
            yield _meant(field, item)

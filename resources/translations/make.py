"""The English catalogue: `python3 dev.py words`.

Gathers every text of desktop/ (`_`, `N_`, `counted`), takes its English from parts/*.po (drop-box
of a room that adds texts) or else from en.po as it is, writes en.po and compiles en.mo, which is
what the program reads. Exit 1 and a list when English is missing or does not fit.
"""

from __future__ import annotations

import string
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

HERE = Path(__file__).resolve().parent
SOURCE = HERE.parent.parent / "desktop"
KEYWORDS = {"_": None, "N_": None, "counted": (1, 2)}
MADE = datetime(2026, 1, 1, tzinfo=UTC)  # no clock in the file: the same words, the same bytes

Words = tuple[str, ...]
"""One text, or the texts for one and for many."""


def forms(text: str | list[str] | Words | None) -> Words:
    """The forms of a message, whichever way Babel holds it."""
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def texts(source: Path = SOURCE) -> Catalog:
    """Every text of the program and the files it stands in; the English is empty."""
    catalogue = Catalog(
        locale="en",
        project="Patuh",
        version="en",
        msgid_bugs_address="-",
        last_translator="-",
        language_team="Patuh",
        header_comment="# English of Patuh; the source texts are Indonesian.",
        creation_date=MADE,
        revision_date=MADE,
        fuzzy=False,
    )
    found = extract_from_dir(source, [("**.py", "python")], keywords=KEYWORDS)
    for file, _line, text, _comments, _context in sorted(found, key=lambda one: one[0]):
        catalogue.add(text, locations=[(f"desktop/{file}", 1)])
    return catalogue


def known(folder: Path = HERE) -> tuple[dict[str, Words], list[str]]:
    """The English there is by source text, and a line for each text that two parts put apart."""
    english = dict(_pairs(folder / "en.po"))
    of_part: dict[str, tuple[str, Words]] = {}
    quarrels: list[str] = []
    for part in sorted(folder.glob("parts/*.po")):
        for text, words in _pairs(part):
            first, earlier = of_part.setdefault(text, (part.name, words))
            if earlier != words:
                quarrels.append(f"{text!r}: {earlier} in {first}, {words} in {part.name}")
    return english | {text: words for text, (_, words) in of_part.items()}, quarrels


def _pairs(file: Path) -> Iterator[tuple[str, Words]]:
    if not file.exists():
        return
    with file.open("rb") as stream:
        for message in read_po(stream, locale="en"):
            if message.id and all(forms(message.string)):
                yield forms(message.id)[0], forms(message.string)


def merge(catalogue: Catalog, english: dict[str, Words]) -> None:
    """Puts the known English beside its source text."""
    for message in catalogue:
        words = english.get(forms(message.id)[0]) if message.id else None
        if words and message.pluralizable:
            message.string = words if len(words) == 2 else words * 2
        elif words:
            message.string = words[0]


def faults(catalogue: Catalog) -> list[str]:
    """A line for each text without English, or whose English names other placeholders."""
    return [line for message in catalogue if message.id for line in _faults(message)]


def _faults(message: Message) -> Iterator[str]:
    source, english = forms(message.id), forms(message.string)
    where = message.locations[0][0] if message.locations else "?"
    if not all(english):
        yield f"no English: {source[0]!r} ({where})"
    elif {placeholders(one) for one in english} - {placeholders(one) for one in source}:
        yield f"other placeholders: {source[0]!r} and {english} ({where})"


def placeholders(text: str) -> frozenset[str]:
    """The names in braces; a text with lone braces is no pattern and has none."""
    try:
        return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name)
    except ValueError:
        return frozenset()


def as_po(catalogue: Catalog) -> bytes:
    """The catalogue to read and to edit."""
    stream = BytesIO()
    write_po(stream, catalogue, width=100, sort_output=True, include_lineno=False)
    return stream.getvalue()


def as_mo(catalogue: Catalog) -> bytes:
    """The catalogue for the program."""
    stream = BytesIO()
    write_mo(stream, catalogue)
    return stream.getvalue()


def build(folder: Path = HERE, source: Path = SOURCE) -> tuple[Catalog, list[str]]:
    """The merged catalogue, and what is wrong with it."""
    catalogue = texts(source)
    english, quarrels = known(folder)
    merge(catalogue, english)
    return catalogue, [*quarrels, *faults(catalogue)]


def main() -> int:
    catalogue, wrong = build()
    (HERE / "en.po").write_bytes(as_po(catalogue))
    (HERE / "en.mo").write_bytes(as_mo(catalogue))
    print("\n".join([*wrong, f"{len(catalogue)} texts, {len(wrong)} to mend"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

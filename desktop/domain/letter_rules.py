"""Rules of a letter's content: marks in texts, bare names, what is missing, the embargo."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.domain.letter import FindingLine, ResultLetter, Signer, Stamp, SuggestionLetter
from desktop.domain.problems import Problem

_MARKS = re.compile(r"\\(?P<typed>[*_\\])|\*\*(?P<bold>.+?)\*\*|__(?P<italic>.+?)__", re.DOTALL)
_HEADS = re.compile(r"(WAKIL )?(BUPATI|GUBERNUR|WALI ?KOTA)\b")
_DEGREES_BEFORE = re.compile(r"^((Prof|Dr|Drs|Dra|Ir|dr|drg|drh|Apt|apt|Ns)\.\s*)+")

EMBARGO_WORDS = ("zona", "nilai", "skor", "predikat", "peringkat")
_EMBARGO = re.compile(rf"\b(ber)?({'|'.join(EMBARGO_WORDS)})(nya)?\b", re.IGNORECASE)
VEIL = "…"
_NUMBER = re.compile(r"(?<![\w./,])\d+(?:,\d+|\.\d{1,2})(?![\w./]*\d)")
_TIME = re.compile(r"([01]?\d|2[0-4])\.[0-5]\d")


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one face."""

    text: str
    bold: bool = False
    italic: bool = False


def as_typed(text: str) -> str:
    """A name or fact for the body: its marks, if it has any, are printed and not obeyed."""
    return re.sub(r"([\\]|\*(?=\*)|(?<=\*)\*|_(?=_)|(?<=_)_)", r"\\\1", text)


def spans(text: str) -> tuple[Span, ...]:
    """The runs of a text of the body. A mark without its partner is printed as it stands."""
    return tuple(_joined(_runs(text)))


def plain(text: str) -> str:
    """The text without its marks, as a reader sees it."""
    return "".join(span.text for span in spans(text))


def stands_bare(signer: Signer) -> bool:
    """Whether the name stands in capitals, without degrees, rank and NIP.

    Heads of region and their deputies, also acting ones, and an acting regional secretary
    (Permendagri 1/2023 art. 44); the signer's own setting wins.
    """
    if signer.bare is not None:
        return signer.bare
    title = " ".join(signer.titles).upper()
    if _HEADS.match(title):
        return True
    return title.startswith("SEKRETARIS DAERAH") and signer.form in ("plh", "pj")


def bare_name(name: str) -> str:
    """The name in capitals without the degrees before and after it."""
    return _DEGREES_BEFORE.sub("", name.split(",")[0].strip()).upper()


def findings_of(letter: ResultLetter | SuggestionLetter) -> tuple[FindingLine, ...]:
    """All rows with a suggestion, in the order of print."""
    if isinstance(letter, ResultLetter):
        return letter.annex.findings
    return tuple(line for group in letter.annex.groups for line in group.findings)


def stamp_of(letter: ResultLetter | SuggestionLetter) -> Stamp | None:
    """The stamp to print: what is incomplete is a draft, whatever the letter says of itself."""
    if letter.stamp is None and any(not line.legal_basis for line in findings_of(letter)):
        return "DRAF"
    return letter.stamp


def check_final(letter: ResultLetter | SuggestionLetter) -> None:
    """A final print holds the signer's name and every legal basis; a draft may still lack them."""
    problems: list[Problem] = []
    if not letter.signer.name.strip():
        problems.append(Problem("letter.signer_missing", field="signer"))
    for row, line in enumerate(findings_of(letter), start=1):
        if not line.legal_basis.strip():
            problems.append(
                Problem("letter.legal_basis_missing", row=row, indicator=line.indicator)
            )
    _raise_all(problems)


def check_embargo(letter: SuggestionLetter) -> None:
    """A suggestion letter says nothing of the result: no zone, score, rank or decimal number.

    Letterhead, number and the standing words ("hasil penilaian") are not touched by it.
    """
    problems: list[Problem] = []
    for place, text in _embargoed_texts(letter):
        if breaches := embargo_breaches(text):
            problems.append(Problem("letter.embargo_broken", words=breaches, place=place))
    _raise_all(problems)


def embargo_breaches(text: str) -> tuple[str, ...]:
    """The words and numbers in a text that would tell a result."""
    found = [match.group() for match in _EMBARGO.finditer(text)]
    numbers = (match.group() for match in _NUMBER.finditer(text))
    return tuple(dict.fromkeys([*found, *(n for n in numbers if not _TIME.fullmatch(n))]))


def veiled(text: str) -> str:
    """The text without what would tell a result."""

    def cover(found: re.Match[str]) -> str:
        return found.group() if _TIME.fullmatch(found.group()) else VEIL

    return _NUMBER.sub(cover, _EMBARGO.sub(VEIL, text))


def _embargoed_texts(letter: SuggestionLetter) -> Iterator[tuple[str, str]]:
    yield "heading", letter.heading.subject
    yield "heading", letter.heading.classification
    for paragraph in letter.body:
        yield "body", plain(paragraph)
    for line in letter.annex.title:
        yield "annex", line
    for copy in letter.copies:
        yield "copies", copy
    for line in findings_of(letter):
        said = (line.indicator, line.note, line.suggestion, line.legal_basis, line.due_words)
        for text in said:
            yield "annex", text


def _raise_all(problems: list[Problem]) -> None:
    if problems:
        first, *more = problems
        raise Problem(first.code, tuple(more), **first.facts)


def _runs(text: str) -> Iterator[Span]:
    end = 0
    for match in _MARKS.finditer(text):
        yield Span(text[end : match.start()])
        end = match.end()
        if (typed := match["typed"]) is not None:
            yield Span(typed)
        elif match["bold"] is not None:
            yield from (Span(one.text, True, one.italic) for one in _runs(match["bold"]))
        else:
            yield from (Span(one.text, one.bold, True) for one in _runs(match["italic"]))
    yield Span(text[end:])


def _joined(runs: Iterator[Span]) -> Iterator[Span]:
    last = Span("")
    for run in runs:
        if (run.bold, run.italic) == (last.bold, last.italic):
            last = Span(last.text + run.text, run.bold, run.italic)
        elif run.text:
            if last.text:
                yield last
            last = run
    if last.text:
        yield last

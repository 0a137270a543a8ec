"""Text into lines. Everything is drawn as typed: no text is ever read as markup.

A `Type` is a size with its leading and habits; `wrap` breaks runs into lines; `draw` puts a line
on the canvas. Amounts, dates and articles are glued with U+00A0, so that no line end splits them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from reportlab.pdfgen.canvas import Canvas

from desktop.documents.fonts import NAMES, Face, width
from desktop.domain.letter_rules import Span, spans

Align = Literal["left", "right", "centre", "justify"]
NBSP = "\N{NO-BREAK SPACE}"
MM = 72 / 25.4
_MONTHS = (
    "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember|"
    "January|February|March|May|June|July|August|October|December"
)
_AMOUNT = re.compile(r"\d+ \(\w+(?: \w+){0,2}\)")
_DATE = re.compile(rf"\b\d{{1,2}} (?:{_MONTHS})(?: \d{{4}})?\b")
_DAY_AND_MONTH = re.compile(rf"\b\d{{1,2}} (?:{_MONTHS})\b")
_PAIRS = re.compile(
    r"\b(?:Pasal|pasal|ayat|huruf|angka) \S+|PIHAK (?:KESATU|KEDUA)|terima kasih|\bRp \d"
)
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\ud800-\udfff]")
_SPACES = re.compile(r"([ \n])")


@dataclass(frozen=True, slots=True)
class Type:
    """How a text is set, in points; `indent` moves the first line, `hang` the others."""

    size: float
    leading: float
    face: Face = "regular"
    align: Align = "left"
    indent: float = 0
    hang: float = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its runs, their width, where it starts, and whether its paragraph ends here."""

    runs: tuple[tuple[str, Face], ...]
    width: float
    start: float
    is_last: bool


Word = list[tuple[str, Face]]


def mm(length: float) -> float:
    """Millimetres in points."""
    return length * MM


def clean(text: str) -> str:
    """The text without control characters; line feeds stay."""
    return _CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))


def glued(text: str, *, whole_dates: bool = True) -> str:
    """The text with amounts, dates and articles made unbreakable; in cells the year may break."""
    for pattern in (_AMOUNT, _DATE if whole_dates else _DAY_AND_MONTH, _PAIRS):
        text = pattern.sub(lambda found: found.group().replace(" ", NBSP), text)
    return text


def body_spans(text: str) -> tuple[Span, ...]:
    """A paragraph of the body with its two marks; no last line of one word."""
    paragraph = glued(clean(text)).rstrip()
    head, space, tail = paragraph.rpartition(" ")
    if space and len(tail) < 20 and NBSP not in tail:
        paragraph = f"{head}{NBSP}{tail}"
    return spans(paragraph)


def wrap(text: str | Sequence[Span], type_: Type, room: float) -> tuple[Line, ...]:
    """The lines of a text in a room of that width. A word too long for it is broken."""
    parts = [Span(text)] if isinstance(text, str) else text
    lines: list[Line] = []
    for paragraph in _paragraphs(parts, type_.face):
        lines += _fill(paragraph, type_, room)
    return tuple(lines)


def draw(canvas: Canvas, line: Line, type_: Type, x: float, baseline: float, room: float) -> None:
    """Draws a line; x and room are those of its whole block."""
    slack = room - line.start - line.width
    shift = {"right": slack, "centre": slack / 2}.get(type_.align, 0)
    pen = canvas.beginText(x + line.start + shift, baseline)
    stretch = 0.0
    if type_.align == "justify" and not line.is_last:
        gaps = sum(run.count(" ") + run.count(NBSP) for run, _ in line.runs)
        stretch = slack / gaps if gaps else 0
    if stretch:
        pen.setWordSpace(stretch)
    for run, face in line.runs:
        pen.setFont(NAMES[face], type_.size)
        pen.textOut(run)
    if stretch:
        pen.setWordSpace(0)
    canvas.drawText(pen)


def _paragraphs(parts: Iterable[Span], face: Face) -> Iterable[list[Word]]:
    """Words, each of one or more runs, for every piece between line feeds."""
    words: list[Word] = []
    word: Word = []
    for part in parts:
        cut: Face = "bold" if part.bold else "italic" if part.italic else face
        for piece in _SPACES.split(clean(part.text)):
            if piece in (" ", "\n"):
                words.append(word)
                word = []
                if piece == "\n":
                    yield words
                    words = []
            elif piece:
                word.append((piece, cut))
    yield [*words, word]


def _fill(words: list[Word], type_: Type, room: float) -> list[Line]:
    lines: list[Line] = []
    now: list[Word] = []
    used = 0.0
    start = type_.indent
    for word in _broken([word for word in words if word], type_.size, room - type_.hang):
        wide = _wide(word, type_.size)
        gap = width(" ", now[-1][-1][1], type_.size) if now else 0
        if now and used + gap + wide > room - start + 0.01:
            lines.append(Line(_joined(now), used, start, is_last=False))
            now, used, gap, start = [], 0.0, 0, type_.hang
        now.append(word)
        used += gap + wide
    lines.append(Line(_joined(now), used, start, is_last=True))
    return lines


def _joined(words: list[Word]) -> tuple[tuple[str, Face], ...]:
    runs: list[tuple[str, Face]] = []
    for word in words:
        spaced: Word = [(" ", runs[-1][1]), *word] if runs else word
        for text, face in spaced:
            if runs and runs[-1][1] == face:
                runs[-1] = (runs[-1][0] + text, face)
            else:
                runs.append((text, face))
    return tuple(runs)


def _wide(word: Word, size: float) -> float:
    return sum(width(text, face, size) for text, face in word)


def _broken(words: Iterable[Word], size: float, room: float) -> Iterable[Word]:
    """The words, those wider than the room cut: first at glue, then after a sign, then anywhere."""
    for word in words:
        if _wide(word, size) <= room:
            yield word
        else:
            yield from _cut(word, size, room)


def _cut(word: Word, size: float, room: float) -> Iterable[Word]:
    for text, face in word:
        for piece in text.split(NBSP):
            rest = piece
            while width(rest, face, size) > room and len(rest) > 1:
                at = _last_fitting(rest, face, size, room)
                yield [(rest[:at], face)]
                rest = rest[at:]
            if rest:
                yield [(rest, face)]


def _last_fitting(text: str, face: Face, size: float, room: float) -> int:
    at = len(text) - 1
    while at > 1 and width(text[:at], face, size) > room:
        at -= 1
    sign = max(text.rfind(sign, at // 2, at) for sign in "/-_.@:?&=")
    return sign + 1 if sign > 0 else at

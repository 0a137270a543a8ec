"""The signature block: title, room for ink and stamp, name, rank and NIP.

Nothing is printed at the left of the name: the violet stamp goes there. Forms by Permendagri
1/2023: a.n. hangs left of the axis, u.b. is the second level, Plt./Plh./Pj. stand before the title.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

from reportlab.pdfgen.canvas import Canvas

from desktop.documents.blocks import Block
from desktop.documents.fonts import NAMES, width
from desktop.documents.text import Type, mm, wrap
from desktop.domain.letter import Mode, Signer
from desktop.domain.letter_rules import bare_name, stands_bare
from desktop.wording import numbers

ROOM, BOX = 32, 25
"""Millimetres clear for a wet signature; height of the signing service's box within them."""
AXIS_FROM_RIGHT, WIDEST, NAME_LIMIT = 68, 88, 84
"""The axis stands 68 mm from the right edge (92 of 160), at most 88; a name breaks at 84."""
DOTS = 50
PREFIX = {"plt": "Plt. ", "plh": "Plh. ", "pj": "Pj. "}


@dataclass(frozen=True, slots=True)
class SignerLines:
    """The lines above and below the room for the signature; hung texts stand left of them."""

    above: tuple[tuple[str, str], ...]
    below: tuple[str, ...]

    def widest(self, size: float) -> float:
        """The width of the block, without what hangs left of it."""
        texts = [*(text for _, text in self.above), *self.below]
        return max((width(text, "regular", size) for text in texts), default=0.0)


def signer_lines(signer: Signer, size: float, *, limit: float = mm(WIDEST - 1)) -> SignerLines:
    """The lines of a block, none wider than the limit."""
    above = [
        ("" if number else hung, part)
        for hung, title in _titles(signer)
        for number, part in enumerate(_broken(title, size, limit))
    ]
    bare = stands_bare(signer)
    name = bare_name(signer.name) if bare else signer.name.strip()
    below = _name_lines(name, size, limit) if name else [_dots(size)]
    if not bare and signer.rank:
        below += _broken(signer.rank, size, limit)
    if not bare and signer.nip:
        below.append(f"NIP {numbers.nip(signer.nip)}")
    return SignerLines(tuple(above), tuple(below))


def date_axis(room: float, date_width: float, lines: SignerLines, size: float) -> float:
    """The common left edge of date and signature: 92 mm, or further left for long lines.

    A long date moves it in steps of 4 mm, a long signer as far as needed, at most to 72 mm.
    """
    usual = room - mm(AXIS_FROM_RIGHT)
    least = room - mm(WIDEST)
    for_date = mm(floor((room - date_width - mm(1)) / mm(4) + 0.001) * 4)
    for_signer = room - lines.widest(size) - mm(1)
    return max(least, min(usual, for_date, for_signer))


class Signature(Block):
    """The block of a letter, its left edge on the date axis."""

    def __init__(self, lines: SignerLines, type_: Type, axis: float, mode: Mode) -> None:
        self._lines = lines
        self._type = type_
        self._axis = axis
        self._mode = mode

    def height(self, room: float) -> float:
        rows = len(self._lines.above) + len(self._lines.below)
        return rows * self._type.leading + mm(ROOM)

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        size, leading = self._type.size, self._type.leading
        left = x + self._axis
        canvas.setFont(NAMES["regular"], size)
        baseline = top - size
        for hung, text in self._lines.above:
            canvas.drawRightString(left, baseline, hung)
            canvas.drawString(left, baseline, text)
            baseline -= leading
        if self._mode == "electronic":
            self._draw_box(canvas, left, baseline + size, room - self._axis)
            canvas.setFont(NAMES["regular"], size)
        baseline -= mm(ROOM)
        for text in self._lines.below:
            canvas.drawString(left, baseline, text)
            baseline -= leading

    def _draw_box(self, canvas: Canvas, left: float, top: float, room: float) -> None:
        """Where the signing service draws; its anchor stands in the middle."""
        wide, high = room - mm(2), mm(BOX)
        bottom = top - mm(ROOM) + mm(2)
        canvas.saveState()
        canvas.setLineWidth(0.5)
        canvas.setDash(3, 2)
        canvas.rect(left, bottom, wide, high)
        canvas.setFont(NAMES["regular"], 9)
        canvas.setFillGray(0.55)
        canvas.drawCentredString(left + wide / 2, bottom + high / 2 - 3, "#")
        canvas.restoreState()


def _titles(signer: Signer) -> list[tuple[str, str]]:
    """(what hangs left, text) of each title line; only the last one ends with a comma."""
    own = [*signer.titles] or [""]
    if own[-1].strip():
        own[-1] = own[-1].rstrip(" ,") + ","
    lines: list[tuple[str, str]] = []
    if signer.form in ("an", "ub"):
        lines.append(("a.n. ", signer.on_behalf_of))
    if signer.form == "ub":
        lines += [("", signer.between), ("", "u.b.")]
    own[0] = PREFIX.get(signer.form, "") + own[0]
    return [*lines, *(("", title) for title in own)]


def _name_lines(name: str, size: float, limit: float) -> list[str]:
    """A name is broken once, before the degrees after it, and only when it needs it."""
    head, comma, degrees = name.partition(",")
    if width(name, "regular", size) > mm(NAME_LIMIT) and comma:
        return [*_broken(f"{head},", size, limit), *_broken(degrees.strip(), size, limit)]
    return _broken(name, size, limit)


def _broken(text: str, size: float, limit: float) -> list[str]:
    lines = wrap(text, Type(size, size), limit)
    return ["".join(run for run, _ in line.runs) for line in lines]


def _dots(size: float) -> str:
    return "." * round(mm(DOTS) / width(".", "regular", size))


def pad_blocks(blocks: Sequence[SignerLines]) -> list[SignerLines]:
    """Blocks side by side with their names on one line: the shorter ones get empty lines."""
    above = max(len(block.above) for block in blocks)
    below = max(len(block.below) for block in blocks)
    return [
        SignerLines(
            (("", ""),) * (above - len(block.above)) + block.above,
            block.below + ("",) * (below - len(block.below)),
        )
        for block in blocks
    ]

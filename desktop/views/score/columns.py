"""The columns of Hasil: units at the left, the parts of a number at the right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop.domain.assessment import Assessment
from desktop.domain.score import NodeScore
from desktop.domain.years import Change
from desktop.views import paint
from desktop.views.cells import Kind, Look, Share, register
from desktop.views.columns import Column
from desktop.views.score.words import change_mark, change_tip
from desktop.views.zones import ZoneMark
from desktop.wording import _, numbers


@dataclass(frozen=True, slots=True)
class Turn:
    """What full would make of the unit's value; the zone where it is another one."""

    text: str
    zone: ZoneMark | None


def _paint_turn(painter: QPainter, box: QRectF, value: Turn, look: Look) -> None:
    """What the value would become, and a chip only where the zone would change."""
    paint.write(painter, box, value.text, "body", look.shade())
    if value.zone is not None:
        paint.chip(painter, box.right() - 42, box.center().y(), value.zone, 22, short=True)


def _turn_words(value: Turn) -> str:
    return f"{value.text} {value.zone.long if value.zone else ''}".strip()


register("turn", Kind(_paint_turn, _turn_words))


@dataclass(frozen=True, slots=True)
class Shift:
    """The change to an earlier year: what the cell says, and whether it fell."""

    text: str
    tone: str = "text2"


def _paint_shift(painter: QPainter, box: QRectF, value: Shift, look: Look) -> None:
    paint.write(painter, box, value.text, "body", value.tone, paint.RIGHT)


register("shift", Kind(_paint_shift, lambda value: value.text, right=True))


LONG, LONG_NARROW = 26, 14
"""Letters of a unit's name from which the list shows its abbreviation."""


def unit_columns(
    marks: Mapping[str, ZoneMark],
    changes: Mapping[str, Change] | None = None,
    *,
    all_scored: bool = True,
    narrow: bool = False,
) -> tuple[Column[Assessment], ...]:
    """Unit, value, zone, and the change to the year before where any unit has one.

    A unit without a value has the words "Belum dinilai" under zone and change together.
    """
    known = changes or {}
    chips = [paint.chip_width(mark.short, 22) for mark in marks.values()]
    zone = max([62, *(chip + 10 for chip in chips)])
    if not known and not all_scored:
        zone = max(zone, 136)
    columns = (
        Column[Assessment](
            "unit_name",
            _("Unit"),
            stretch=1,
            value=lambda a: _name(a, LONG_NARROW if narrow else LONG),
            tip=lambda a: a.unit_name,
        ),
        Column[Assessment](
            "value", _("Nilai"), "number", width=66, role="strong", value=lambda a: a.value
        ),
        Column[Assessment](
            "zone", _("Zona"), "zone", width=zone, value=lambda a: marks.get(a.zone or "")
        ),
    )
    return (*columns, _change_column(known)) if known else columns


def _change_column(changes: Mapping[str, Change]) -> Column[Assessment]:
    year = max(change.year for change in changes.values())

    def shown(each: Assessment) -> Shift:
        change = changes.get(each.id)
        if change is None:
            return Shift(_("baru") if each.value is not None else "", "text3")
        real = change.comparison.real if change.comparison is not None else change.points
        text = change_mark(change, year=year)
        return Shift(text, "danger" if text != "≠" and (real or 0) < 0 else "text2")

    def tip(each: Assessment) -> str:
        change = changes.get(each.id)
        if change is not None:
            return change_tip(change)
        return _("Belum ada nilai dari tahun sebelumnya.") if each.value is not None else ""

    texts = [change_mark(change, year=year) for change in changes.values()]
    wide = max(paint.width_of(text, "body") for text in texts)
    width = max(72, round(wide) + 18)
    return Column("change", f"± {year}", "shift", width=width, value=shown, tip=tip)


def _name(each: Assessment, longest: int) -> str:
    return each.unit_short if each.unit_short and len(each.unit_name) > longest else each.unit_name


@dataclass(frozen=True, slots=True)
class Part:
    """One row of "Mengapa angka ini?": a node, or the rest of a dimension folded into one."""

    id: str
    name: str
    value: Fraction | None
    share: Fraction
    """Its weight in the whole, in points of the scale: what it contributes when full."""
    contribution: Fraction
    gain: Fraction
    becomes: Decimal | None
    zone: ZoneMark | None
    """The zone with this part full, where it is another than now."""
    counted: bool
    is_group: bool
    longest: Fraction
    """The greatest share of all rows: the length of a whole bar."""
    number: int | None = None
    """Of the indicator; None for what is not asked itself."""
    entity: str = ""
    """What full would bring the entity."""


def part_columns(value: str) -> tuple[Column[Part], ...]:
    """Name, value, weight, contribution as bar and number, and what full would bring."""
    return (
        Column("name", _("Mengapa {value}?").format(value=value), stretch=3, tip=_tip, least=150),
        Column("value", _("Nilai"), "number", width=60, value=lambda p: _shown(p.value)),
        Column("weight", _("Bobot"), "number", width=54, ink="text2", value=_weight),
        Column("share", _("Sumbangan"), "bar", stretch=2, least=112, value=_share),
        Column(
            "gain", _("Bila penuh"), "number", width=74, role="strong", value=_gain, tip=_tip_gain
        ),
        Column("becomes", "", "turn", width=134, ink="text2", value=_becomes, drop_below=600),
    )


def _tip(part: Part) -> str:
    return part.name


def _tip_gain(part: Part) -> str:
    return part.entity


def _shown(value: Fraction | None) -> str:
    return numbers.decimal(value)


def _weight(part: Part) -> str:
    return numbers.decimal(part.share) if part.counted else "–"


def _share(part: Part) -> Share:
    if not part.counted:
        return Share(0, 0, "")
    longest = part.longest or Fraction(1)
    return Share(
        float(part.contribution / longest),
        float(part.share / longest),
        numbers.decimal(part.contribution),
    )


def _gain(part: Part) -> str:
    return numbers.signed(part.gain) if part.gain > 0 else "–"


def _becomes(part: Part) -> Turn:
    if part.becomes is None or part.gain <= 0:
        return Turn("", None)
    return Turn(_("jadi {value}").format(value=numbers.decimal(part.becomes)), part.zone)


def part_of(
    node: NodeScore,
    name: str,
    marks: Mapping[str, ZoneMark],
    now: str,
    longest: Fraction,
    *,
    is_asked: bool = False,
    entity: str = "",
) -> Part:
    """A row from a node's score; `now` is the unit's zone code."""
    other = node.with_gain_zone is not None and node.with_gain_zone.code != now
    return Part(
        id=node.code or "root",
        name=name,
        value=node.value,
        share=node.share,
        contribution=node.contribution,
        gain=node.gain,
        becomes=node.with_gain,
        zone=marks.get(node.with_gain_zone.code) if other and node.with_gain_zone else None,
        counted=node.counted,
        is_group=False,
        longest=longest,
        number=node.number if is_asked else None,
        entity=entity,
    )

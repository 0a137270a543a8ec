"""The tree of agreements, the ledger of promises, and the covered agencies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from desktop.domain.agreement import Agreement, Commitment
from desktop.domain.calendar import Holidays
from desktop.views import cells, paint
from desktop.views.agreement.words import (
    amount,
    baseline_words,
    promised_words,
    scope_tag,
    short_counts,
    signed_words,
    stage_words,
    standing_tag,
    state_tag,
)
from desktop.views.cells import Look, Tag, TwoLine
from desktop.views.columns import Column
from desktop.views.trees import Branch
from desktop.wording import _, counted

STAGE_COLUMNS = 3
"""So many stages stand in the ledger, the last ones; the stage line has them all."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the tree: an agreement, or the agencies it covers."""

    agreement: Agreement
    is_scope: bool = False
    is_head: bool = False
    """Something hangs under it."""

    @property
    def id(self) -> str:
        """The agreement's id; for its agencies with a mark."""
        return scope_id(self.agreement.id) if self.is_scope else self.agreement.id


def scope_id(agreement: str) -> str:
    """The id of the row with the agencies of an agreement."""
    return f"{agreement}/scope"


def tree_columns(today: date, holidays: Holidays) -> tuple[Column[Row], ...]:
    """Name and date, how it stands. The badges are never cut, in no language."""
    samples = (counted("{n} hari kerja", "{n} hari kerja", 60), _("Berakhir"), _("Rancangan"))
    widest = max(paint.badge_width(one) for one in samples)

    def name(row: Row) -> TwoLine:
        if row.is_scope:
            return TwoLine(_("Wakil OPD untuk tindak lanjut"), short_counts(row.agreement))
        first = row.agreement.short_title or row.agreement.title
        return TwoLine(first, signed_words(row.agreement, today), strong=row.is_head)

    def state(row: Row) -> Tag:
        return scope_tag(row.agreement) if row.is_scope else _state(row, today, holidays)

    return (
        Column("title", _("Perjanjian"), "two_line", stretch=1, value=name, tip=_tip),
        Column("state", _("Keadaan"), "badge", width=widest + 20, value=state),
    )


def _state(row: Row, today: date, holidays: Holidays) -> Tag:
    return state_tag(row.agreement, today, holidays)


def _tip(row: Row) -> str:
    return short_counts(row.agreement) if row.is_scope else row.agreement.title


def branches(agreements: Sequence[Agreement]) -> list[Branch]:
    """The agreements as a tree; one whose parent is not here stands at the top."""
    known = {a.id for a in agreements}
    below: dict[str | None, list[Agreement]] = {}
    for each in agreements:
        parent = each.parent_id if each.parent_id in known else None
        below.setdefault(parent, []).append(each)

    def grow(parent: str | None) -> tuple[Branch, ...]:
        return tuple(plant(each) for each in below.get(parent, ()))

    def plant(each: Agreement) -> Branch:
        scope = (Branch(Row(each, is_scope=True)),) if each.representing is not None else ()
        children = (*scope, *grow(each.id))
        return Branch(Row(each, is_head=bool(children)), children)

    return list(grow(None))


def with_parents(wanted: set[str], agreements: Sequence[Agreement]) -> list[Agreement]:
    """Those that are wanted and all above them, so that a filtered tree keeps its places."""
    above = {a.id: a.parent_id for a in agreements}
    kept: set[str] = set()
    for one in wanted:
        at: str | None = one
        while at is not None and at not in kept:
            kept.add(at)
            at = above.get(at)
    return [a for a in agreements if a.id in kept]


# The ledger


def ledger_columns(labels: Sequence[str]) -> tuple[Column[Commitment], ...]:
    """Promise, baseline, target, one column per stage label, standing."""
    return (
        Column("activity", _("Janji"), "two_line", stretch=1, value=_promise, least=150),
        Column("baseline", _("Awal"), "lines", width=76, ink="text2", value=baseline_words),
        _target_column(),
        *(_stage_column(label) for label in labels[-STAGE_COLUMNS:]),
        Column("standing", _("Keadaan"), "badge", width=_standing_width(), value=standing_tag),
    )


def _target_column() -> Column[Commitment]:
    def value(commitment: Commitment) -> str:
        return amount(commitment.target, commitment.unit)

    return Column(
        "target", _("Target"), "lines", width=92, role="strong", value=value, align="right"
    )


def _standing_width() -> int:
    words = (_("Perlu laporan"), _("Tanpa target"), _("Terlaksana"))
    return max(paint.badge_width(one) for one in words) + 20


def _stage_column(label: str) -> Column[Commitment]:
    def value(commitment: Commitment) -> str:
        found = next((s for s in commitment.stages if s.label == label), None)
        return stage_words(found, commitment.unit)

    return Column(
        f"stage-{label}", label, "lines", width=88, value=value, tip=value, drop_below=560
    )


def _promise(commitment: Commitment) -> TwoLine:
    return TwoLine(commitment.activity, promised_words(commitment))


def labels_of(commitments: Sequence[Commitment]) -> list[str]:
    """All stage labels in their order."""
    found = {stage.label for each in commitments for stage in each.stages}
    return sorted(found)


def _paint_lines(painter: QPainter, box: QRectF, value: object, look: Look) -> None:
    """A value in up to two lines: 9 pt where it needs the second one."""
    text = cells.said(value)
    align = Qt.AlignmentFlag.AlignRight if look.right else Qt.AlignmentFlag.AlignLeft
    ink = "text3" if text == cells.DASH else look.shade()
    if paint.width_of(text, look.role) <= box.width():
        paint.write(painter, box, text, look.role, ink, align)
        return
    small = "caption-strong" if look.role == "strong" else "caption"
    first, rest = _broken(text, small, box.width())
    middle = box.center().y()
    paint.write(painter, QRectF(box.x(), middle - 17, box.width(), 18), first, small, ink, align)
    paint.write(painter, QRectF(box.x(), middle, box.width(), 18), rest, small, ink, align)


def _broken(text: str, role: str, width: float) -> tuple[str, str]:
    """As many words as fit in one line, and the rest."""
    words = text.split(" ")
    count = next(
        (n for n in range(len(words), 1, -1) if paint.width_of(" ".join(words[:n]), role) <= width),
        1,
    )
    return " ".join(words[:count]), " ".join(words[count:])


cells.register("lines", cells.Kind(_paint_lines, cells.said))


# Covered agencies


@dataclass(frozen=True, slots=True)
class Covered:
    """An agency that an agreement covers, and its part in it."""

    id: str
    name: str
    role: str


def covered_columns() -> tuple[Column[Covered], ...]:
    """Name and part."""
    width = max(paint.badge_width(word) for word in (_("Mewakili"), _("Disebut"))) + 20
    return (
        Column("name", _("Perangkat daerah"), stretch=1),
        Column("role", _("Peran"), "badge", width=width, value=lambda one: role_tag(one.role)),
    )


def role_tag(role: str) -> Tag:
    """The part of an agency as a badge."""
    return Tag(_("Mewakili"), "accent") if role == "representing" else Tag(_("Disebut"))

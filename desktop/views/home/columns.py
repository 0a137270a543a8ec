"""The list of what is due."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.action import Due
from desktop.domain.home import DueAction
from desktop.views.cells import Days, Tag, TwoLine
from desktop.views.columns import Column, Group
from desktop.wording import N_, _, counted

GROUPS = (
    ("late", N_("Terlambat"), "danger"),
    ("week", N_("Minggu ini"), ""),
    ("month", N_("Bulan ini"), ""),
    ("later", N_("Kemudian"), ""),
    ("none", N_("Tanpa batas waktu"), ""),
)
STATES = {
    "planned": (N_("Belum dimulai"), "neutral"),
    "running": (N_("Dalam proses"), "accent"),
    "reported": (N_("Bukti masuk"), "accent"),
    "verified": (N_("Diverifikasi"), "ok"),
}


def columns() -> tuple[Column[DueAction], ...]:
    """Days left, what and who, how it stands."""
    return (
        Column("days", _("Batas waktu"), "days", width=140, value=lambda d: days_of(d.due)),
        Column("title", _("Tindakan"), "two_line", stretch=1, value=_what),
        Column("state", _("Keadaan"), "badge", width=120, value=_state),
    )


def days_of(due: Due) -> Days:
    """The time left in words: always working days."""
    if due.group == "today":
        return Days(_("Hari ini"), "today")
    if due.group == "none":
        return Days(_("Tanpa batas"), "none")
    days = abs(due.days)
    text = counted("{n} hari kerja", "{n} hari kerja", days)
    return Days(text, "late" if due.group == "late" else "soon")


def _what(item: DueAction) -> TwoLine:
    action = item.action
    who = action.person or _("belum ditunjuk")
    return TwoLine(action.title, f"{action.unit_name} · {who}", strong=True)


def _state(item: DueAction) -> Tag:
    if item.action.obstacle:
        return Tag(_("Ada kendala"), "warn")
    word, tone = STATES[item.action.state]
    return Tag(_(word), tone)


def grouped(due: Sequence[DueAction]) -> list[DueAction | Group]:
    """The due actions under their headings; "today" stands in this week."""
    rows: list[DueAction | Group] = []
    for code, title, tone in GROUPS:
        mine = [
            d for d in due if d.due.group == code or (code == "week" and d.due.group == "today")
        ]
        if mine:
            mine.sort(key=lambda d: d.due.days)
            rows += [Group(_(title), len(mine), tone), *mine]
    return rows

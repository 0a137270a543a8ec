"""The list of meetings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.domain.calendar import Holidays
from desktop.domain.meeting import Meeting
from desktop.views import paint
from desktop.views.cells import Picture, TwoLine
from desktop.views.columns import Column, Group
from desktop.views.meeting.words import (
    day_unknown,
    hours_words,
    is_coming,
    is_past,
    short_region,
    state_tag,
    title_line,
    until_words,
    when_words,
)
from desktop.wording import _, dates, states


def meeting_columns(
    today: date, holidays: Holidays, zone: str, *, narrow: bool = False
) -> tuple[Column[Meeting], ...]:
    """Day, title, region, embargo, state; in a narrow list without weekday and region."""

    def day(meeting: Meeting) -> TwoLine:
        if meeting.held_on is None:
            return TwoLine(day_unknown(), hours_words(meeting, zone))
        if not narrow:
            return TwoLine(dates.full(meeting.held_on), when_words(meeting, today, holidays, zone))
        is_near = meeting.state == "planned" and is_coming(meeting, today)
        left = until_words(meeting, today, holidays) if is_near else hours_words(meeting, zone)
        return TwoLine(dates.long(meeting.held_on), left)

    words = [_("Belum dicatat"), *states.words("meeting").values()]
    width = max(paint.badge_width(word) for word in words) + 20
    return (
        Column("held_on", _("Tanggal"), "two_line", width=_day_width(narrow), value=day),
        Column("title", _("Judul"), "two_line", stretch=1, least=150, value=_title),
        Column("region", _("Wilayah"), width=124, ink="text2", value=_region, drop_below=640),
        Column("embargo", "", "icon", width=28, pad=6, value=_embargo),
        Column("state", _("Keadaan"), "badge", width, value=lambda m: state_tag(m, today)),
    )


def _day_width(narrow: bool) -> int:
    """Room for the longest day of a month with a long name: dates are never cut."""
    days = [date(2026, 9, day) for day in range(24, 31)]
    said = [day_unknown(), *(dates.long(day) if narrow else dates.full(day) for day in days)]
    return round(max(paint.width_of(one) for one in said)) + 20


def _region(meeting: Meeting) -> str:
    return short_region(meeting.region_name)


def _title(meeting: Meeting) -> TwoLine:
    return TwoLine(meeting.title, title_line(meeting))


def _embargo(meeting: Meeting) -> Picture | None:
    if not meeting.is_embargoed:
        return None
    return Picture("embargo", _("Putaran belum dirilis: tanpa hasil"), "warn")


def grouped(meetings: Sequence[Meeting], today: date) -> list[Meeting | Group]:
    """What comes, nearest first; what is past, newest first; then those without a day."""
    coming = sorted((m for m in meetings if is_coming(m, today)), key=_order)
    past = sorted((m for m in meetings if is_past(m, today)), key=_order, reverse=True)
    undated = [m for m in meetings if m.held_on is None]
    rows: list[Meeting | Group] = []
    if coming:
        rows += [Group(_("Akan datang"), len(coming)), *coming]
    if past:
        rows += [Group(_("Sudah berlangsung"), len(past)), *past]
    if undated:
        rows += [Group(day_unknown(), len(undated)), *undated]
    return rows


def _order(meeting: Meeting) -> tuple[date, str]:
    return meeting.held_on or date.min, meeting.starts

"""How meetings are said: kind, state, day, hours."""

from __future__ import annotations

from datetime import date, time

from desktop.domain.calendar import Holidays, working_days
from desktop.domain.meeting import KINDS, STATES, Meeting
from desktop.views.cells import Tag
from desktop.wording import _, counted, dates, states


def kind_word(kind: str) -> str:
    """The kind of a meeting."""
    return states.word("meeting.kind", kind)


def kind_choices() -> list[tuple[str, str]]:
    """Choices of the kind."""
    return [(kind, kind_word(kind)) for kind in KINDS]


def state_choices() -> list[tuple[str, str]]:
    """Choices of the state."""
    return [(state, states.word("meeting", state)) for state in STATES]


def is_coming(meeting: Meeting, today: date) -> bool:
    """Whether the meeting still lies ahead; nobody can say it of one without a day."""
    return meeting.held_on is not None and meeting.held_on >= today


def is_past(meeting: Meeting, today: date) -> bool:
    """Whether the day of the meeting has passed."""
    return meeting.held_on is not None and meeting.held_on < today


def day_unknown() -> str:
    """What stands in the place of a day that no source tells."""
    return _("Tanggal belum tercatat")


def state_tag(meeting: Meeting, today: date) -> Tag:
    """How a meeting stands; one that was planned and is past asks for its record."""
    if meeting.state == "planned" and is_past(meeting, today):
        return Tag(_("Belum dicatat"), "warn")
    tones = {"planned": "accent", "held": "ok", "cancelled": "neutral"}
    return Tag(states.word("meeting", meeting.state), tones[meeting.state])


def when_words(meeting: Meeting, today: date, holidays: Holidays, zone: str) -> str:
    """The line under the day: how long until then and when it starts; later the hours."""
    if meeting.state != "planned" or not is_coming(meeting, today):
        return hours_words(meeting, zone)
    parts = [until_words(meeting, today, holidays), meeting.starts and _clock(meeting.starts)]
    return " · ".join(part for part in parts if part)


def until_words(meeting: Meeting, today: date, holidays: Holidays) -> str:
    """How many working days are left until then."""
    if meeting.held_on is None:
        return ""
    if meeting.held_on == today:
        return _("hari ini")
    left = working_days(today, meeting.held_on, holidays).days
    return counted("{n} hari kerja lagi", "{n} hari kerja lagi", left)


def hours_words(meeting: Meeting, zone: str) -> str:
    """09.00–11.30 WIB; nothing while the hours are not known."""
    if not meeting.starts:
        return ""
    hours = _clock(meeting.starts)
    if meeting.ends:
        hours = f"{hours}–{_clock(meeting.ends)}"
    return f"{hours} {zone}"


def _clock(text: str) -> str:
    hour, minute = text.split(".")
    return dates.clock(time(int(hour), int(minute)))


def short_region(name: str) -> str:
    """ "Kabupaten Contoh" -> "Kab. Contoh": names of regions are not cut."""
    return name.replace("Kabupaten ", "Kab. ").replace("Provinsi ", "Prov. ")


def title_line(meeting: Meeting) -> str:
    """The line under a title: kind and place."""
    return " · ".join(part for part in (kind_word(meeting.kind), meeting.place) if part)

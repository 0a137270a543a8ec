"""The columns of the list of units."""

from __future__ import annotations

from desktop.domain.assessment import Assessment
from desktop.views.assessment.words import state_badge
from desktop.views.cells import Share, Tag, TwoLine
from desktop.views.columns import Column
from desktop.views.zones import ZoneMark
from desktop.wording import _


def of_units(marks: dict[str, ZoneMark], *, provisional: bool) -> tuple[Column[Assessment], ...]:
    """Unit, team, state, progress, value and zone. `provisional`: values of open assessments
    are shown too (not on the Ombudsman's own track)."""
    return (
        Column("unit_name", _("Unit"), "two_line", stretch=1, least=170, value=_name),
        Column("team", _("Tim"), width=72, ink="text2", drop_below=640),
        Column("state", _("Keadaan"), "badge", width=154, value=_state, drop_below=560),
        Column("answered", _("Terisi"), "bar", width=124, value=_progress),
        Column(
            "value",
            _("Nilai"),
            "number",
            width=64,
            role="strong",
            value=lambda a: a.value if _may_show(a, provisional) else None,
        ),
        Column(
            "zone",
            _("Zona"),
            "zone",
            width=70,
            value=lambda a: marks.get(a.zone or "") if _may_show(a, provisional) else None,
        ),
    )


def _name(a: Assessment) -> TwoLine:
    second = a.agency_name if a.agency_name != a.unit_name else a.unit_short
    revision = _("Revisi {n}").format(n=a.revision) if a.revision > 1 else ""
    return TwoLine(a.unit_name, " · ".join(part for part in (second, revision) if part))


def _state(a: Assessment) -> Tag:
    return Tag(*state_badge(a))


def _progress(a: Assessment) -> Share:
    if a.published_value is not None:
        return Share(0, 0, _("terbitan"))
    share = a.answered / a.applicable if a.applicable else 0.0
    return Share(share, 1.0, f"{a.answered}/{a.applicable}")


def _may_show(a: Assessment, provisional: bool) -> bool:
    is_complete = a.applicable > 0 and a.answered == a.applicable
    return provisional or a.is_frozen or is_complete or a.published_value is not None

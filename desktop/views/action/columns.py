"""The list of actions and the list of findings."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.action import Action, Due
from desktop.domain.finding import Finding
from desktop.views.action.words import days_of, stage_of, standing_of
from desktop.views.cells import Tag, TwoLine
from desktop.views.columns import Column
from desktop.wording import _, counted


@dataclass(frozen=True, slots=True)
class Item:
    """An action and how it stands against the calendar."""

    action: Action
    due: Due

    @property
    def id(self) -> str:
        """The action's public id."""
        return self.action.id


def action_columns() -> tuple[Column[Item], ...]:
    """Time left, what and where, stage, standing."""
    return (
        Column(
            "due", _("Batas waktu"), "days", width=138, value=lambda i: days_of(i.action, i.due)
        ),
        Column("title", _("Tindakan"), "two_line", stretch=1, value=_what, least=180),
        Column(
            "stage",
            _("Tahap"),
            "stages",
            width=156,
            value=lambda i: stage_of(i.action),
            drop_below=640,
        ),
        Column("state", _("Keadaan"), "badge", width=140, value=lambda i: standing_of(i.action)),
    )


def _what(item: Item) -> TwoLine:
    action = item.action
    who = action.person or _("belum ditunjuk")
    parts = [action.agency_short or action.unit_name, action.origin, who]
    return TwoLine(action.title, " · ".join(part for part in parts if part))


def finding_columns() -> tuple[Column[Finding], ...]:
    """Unit, indicator, suggestion, whether something is planned."""
    return (
        Column("code", _("Kode"), width=70, ink="text2"),
        Column("name", _("Temuan"), "two_line", stretch=3, value=_found, least=160),
        Column("suggestion", _("Saran perbaikan"), stretch=3, least=140),
        Column("actions", _("Tindakan"), "badge", width=118, value=_planned),
    )


def _found(finding: Finding) -> TwoLine:
    where = [finding.unit_name, finding.product_name or ""]
    return TwoLine(finding.indicator_name, " · ".join(part for part in where if part))


def _planned(finding: Finding) -> Tag:
    if finding.action_count:
        return Tag(counted("{n} tindakan", "{n} tindakan", finding.action_count), "accent")
    return Tag(_("Belum ada"), "neutral")

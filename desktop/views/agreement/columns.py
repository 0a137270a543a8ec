"""The tree of agreements and the ledger of promises."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.domain.agreement import Agreement, Commitment
from desktop.domain.calendar import Holidays
from desktop.views.agreement.words import (
    amount,
    baseline_words,
    signed_words,
    stage_words,
    standing_tag,
    state_tag,
)
from desktop.views.cells import TwoLine
from desktop.views.columns import Column
from desktop.views.trees import Branch
from desktop.wording import _


def tree_columns(today: date, holidays: Holidays) -> tuple[Column[Agreement], ...]:
    """Name and date, how it stands."""
    return (
        Column("title", _("Perjanjian"), "two_line", stretch=1, value=_name, tip=lambda a: a.title),
        Column(
            "state",
            _("Keadaan"),
            "badge",
            width=126,
            value=lambda a: state_tag(a, today, holidays),
        ),
    )


def _name(agreement: Agreement) -> TwoLine:
    first = agreement.short_title or agreement.title
    return TwoLine(first, signed_words(agreement), strong=agreement.parent_id is None)


def branches(agreements: Sequence[Agreement]) -> list[Branch]:
    """The agreements as a tree; one whose parent is not here stands at the top."""
    known = {a.id for a in agreements}
    below: dict[str | None, list[Agreement]] = {}
    for each in agreements:
        parent = each.parent_id if each.parent_id in known else None
        below.setdefault(parent, []).append(each)

    def grow(parent: str | None) -> tuple[Branch, ...]:
        return tuple(Branch(each, grow(each.id)) for each in below.get(parent, ()))

    return list(grow(None))


def ledger_columns(labels: Sequence[str]) -> tuple[Column[Commitment], ...]:
    """Promise, baseline, target, one column per stage label (at most three), standing."""
    return (
        Column("activity", _("Janji"), "two_line", stretch=1, value=_promise, least=150),
        Column("baseline", _("Awal"), width=112, ink="text2", value=baseline_words),
        Column("target", _("Target"), "number", width=112, role="strong", value=_target),
        *(_stage_column(label) for label in labels[:3]),
        Column("standing", _("Keadaan"), "badge", width=118, value=standing_tag),
    )


def _stage_column(label: str) -> Column[Commitment]:
    def value(commitment: Commitment) -> str:
        found = next((s for s in commitment.stages if s.label == label), None)
        return stage_words(found)

    return Column(f"stage-{label}", label, width=84, value=value, tip=value, drop_below=520)


def _promise(commitment: Commitment) -> TwoLine:
    second = commitment.promised_to or commitment.article or commitment.output
    return TwoLine(commitment.activity, second)


def _target(commitment: Commitment) -> str:
    return amount(commitment.target, commitment.unit)


def labels_of(commitments: Sequence[Commitment]) -> list[str]:
    """All stage labels in their order."""
    found = {stage.label for each in commitments for stage in each.stages}
    return sorted(found)

"""Lists that may leave the office, by kind. What an embargo covers is left out here."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from desktop.domain.assessment import Assessment
from desktop.domain.history import HistoryEntry
from desktop.domain.listing import KINDS, OF_ROUNDS, Listing, RoundLine
from desktop.domain.problems import Problem
from desktop.domain.round import Round
from desktop.models.round import RoundRow
from desktop.services.actions import actions
from desktop.services.agencies import agencies, units
from desktop.services.agreements import agreements, commitments
from desktop.services.assessments import assessments
from desktop.services.embargo import TEXTS, embargoed, released_assessments, veil, veil_values
from desktop.services.findings import findings
from desktop.services.history import entries, last_seq
from desktop.services.letters import letters
from desktop.services.meetings import meetings
from desktop.services.results import results
from desktop.services.rounds import rounds
from desktop.services.rows import find

SCORES = ("value", "zone", "low", "high", "published_value", "exact")


def listing(db: Session, *, kind: str, round: str | None = None) -> Listing:
    """All records of a kind, or those of one round; what is under embargo has no score in it."""
    if kind not in KINDS:
        raise Problem("listing.kind_unknown", kind=kind)
    if round is not None:
        if kind not in OF_ROUNDS:
            raise Problem("listing.not_of_rounds", kind=kind)
        find(db, RoundRow, round)
    held = [each for each in rounds(db) if round in (None, each.id)]
    if kind == "rounds":
        return _marked(kind, [_line(db, each) for each in held], held)
    if kind == "assessments":
        found = assessments(db, round=round)
        used = {each.round_id for each in found}
        return _marked(kind, [_covered(a) for a in found], [r for r in held if r.id in used])
    if kind == "history":
        return Listing(kind, tuple(_silent(db, entries(db, limit=last_seq(db)))))
    records, withheld = _told(db, kind, _FOUND[kind](db, round))
    samples = {each.id for each in held if each.is_sample}
    made_up = any(_is_sample(one, samples) for one in records)
    return Listing(kind, records, withheld, is_sample=made_up)


def _told(db: Session, kind: str, found: Iterable[Any]) -> tuple[tuple[Any, ...], tuple[str, ...]]:
    """The records as they may be told, and the rounds of which a text would have told more."""
    if kind not in TEXTS:
        return tuple(found), ()
    secret = embargoed(db)
    records: list[Any] = []
    withheld: list[str] = []
    for record in found:
        told = veil(record, TEXTS[kind]) if record.id in secret else record
        records.append(told)
        if told is not record:
            withheld.append(secret[record.id])
    return tuple(records), tuple(dict.fromkeys(withheld))


def _marked(kind: str, records: Sequence[Any], held: Sequence[Round]) -> Listing:
    drafts = dict.fromkeys(r.instrument_name for r in held if r.instrument_status == "draft")
    return Listing(
        kind,
        tuple(records),
        tuple(each.name for each in held if not each.is_released),
        tuple(drafts),
        any(each.is_sample for each in held),
    )


def _is_sample(record: Any, rounds: Container[str]) -> bool:
    """Whether a record is made up: it says so itself, or its round does."""
    made_up = getattr(record, "is_sample", False) or getattr(record, "source", "") == "sample"
    return made_up or str(getattr(record, "round_id", "")) in rounds


_FOUND: dict[str, Callable[[Session, str | None], Iterable[Any]]] = {
    "agencies": lambda db, _: agencies(db),
    "units": lambda db, _: units(db),
    "findings": lambda db, held: findings(db, round=held),
    "actions": lambda db, held: actions(db, round=held),
    "agreements": lambda db, _: agreements(db),
    "commitments": lambda db, _: commitments(db),
    "meetings": lambda db, _: meetings(db),
    "letters": lambda db, _: letters(db),
}


def _covered(whole: Assessment) -> Assessment:
    """The assessment as it may be told: without a number until its round is released."""
    if whole.is_released:
        return whole
    return replace(whole, value=None, zone=None, low=None, high=None, published_value=None)


def _line(db: Session, held: Round) -> RoundLine:
    """A round with the result of its entity, once it is released."""
    if not held.is_released:
        return RoundLine(held)
    found = results(db, round=held.id)
    return RoundLine(held, found.value, found.zone.code if found.zone else None)


def _silent(db: Session, found: Iterable[HistoryEntry]) -> Iterable[HistoryEntry]:
    """History without answers or numbers of assessments that are under embargo."""
    released, secret = released_assessments(db), embargoed(db)
    for entry in found:
        hidden = entry.kind == "assessment" and entry.subject not in released
        yield _without_scores(entry) if hidden or entry.subject in secret else entry


def _without_scores(entry: HistoryEntry) -> HistoryEntry:
    if entry.act.startswith("answer."):
        return replace(entry, before={}, after={})
    before = {name: value for name, value in entry.before.items() if name not in SCORES}
    after = {name: value for name, value in entry.after.items() if name not in SCORES}
    return replace(entry, before=veil_values(before), after=veil_values(after))

"""Bulk, promises: agreements with commitments and what was reported, meetings, actions."""

from __future__ import annotations

from typing import Any, cast

from desktop.domain import meeting as meeting_rules
from desktop.models.action import ActionRow
from desktop.models.agency import AgencyRow
from desktop.models.agreement import AgreementRow, CommitmentRow
from desktop.models.assessment import FindingRow
from desktop.models.meeting import MeetingRow
from desktop.models.round import RoundRow
from desktop.services import actions, agreements, meetings
from desktop.services.bulk_read import (
    Item,
    Shape,
    count,
    day,
    list_of,
    one_of,
    ref,
    shaped,
    text,
    yes,
)
from desktop.services.bulk_scoring import STEP, advance_action, finding_at

AGREEMENT: Shape = {
    **dict.fromkeys(
        (
            "kind title short_title region_code place state basis witnesses scope obstacle note"
        ).split(),
        text,
    ),
    **dict.fromkeys("signed_on valid_until".split(), day),
    **dict.fromkeys("universe representing".split(), count),
    "is_sample": yes,
    "parties": list_of(
        shaped(dict.fromkeys("name number signer signer_title".split(), text), "name")
    ),
    "agencies": list_of(
        shaped({"agency": ref(AgencyRow), "role": one_of("representing", "named")}, "agency")
    ),
}
COMMITMENT: Shape = {
    **dict.fromkeys(
        "article activity output owner_first owner_second unit due_words promised_to".split(), text
    ),
    **dict.fromkeys("baseline target".split(), count),
    "due_on": day,
    "stages": list_of(shaped({"label": text, "plan": text, "target": count}, "label")),
}
FOLLOWUP: Shape = {
    **dict.fromkeys("state stage evidence obstacle plan".split(), text),
    "amount": count,
}
MEETING: Shape = {
    **dict.fromkeys(
        "kind title region_code starts ends place attendees minutes handed_over".split(), text
    ),
    "held_on": day,
    "attendance": count,
    "state": one_of(*meeting_rules.STATES),
    "round": ref(RoundRow),
    "agreement": ref(AgreementRow),
    "agencies": list_of(ref(AgencyRow)),
}
PLAN: Shape = {
    **dict.fromkeys("title person output".split(), text),
    "received_on": day,
    "due_on": day,
    "commitment": ref(CommitmentRow),
    "meeting": ref(MeetingRow),
    "agency": ref(AgencyRow),
}
AFTERWARDS: Shape = {
    **dict.fromkeys("obstacle obstacle_note evidence_note".split(), text),
    "extended_to": day,
}


def agreement(item: Item) -> None:
    """An agreement with its commitments."""
    change = item.read("id", ref(AgreementRow))
    if change is None:
        facts = item.facts({**AGREEMENT, "parent": ref(AgreementRow)}, "commitments")
        item.need("title", text)
        item.need("region_code", text)
        id = item.made("agreement", item.do(agreements.add_agreement, **facts).id)
    else:
        facts = item.facts(AGREEMENT, "commitments")
        id = item.made("agreement", item.do(agreements.change_agreement, id=change, **facts).id)
    for inner in item.items("commitments"):
        commitment(inner, id)


def commitment(item: Item, agreement_id: str) -> None:
    """A promise with what was reported about it."""
    facts = item.facts(COMMITMENT, "followups")
    change = item.read("id", ref(CommitmentRow))
    owner = None if change else agreement_id
    changes = item.do(agreements.keep_commitment, id=change, agreement=owner, **facts)
    id = item.made("commitment", changes.id)
    for inner in item.items("followups"):
        reported = inner.facts(FOLLOWUP)
        inner.need("state", text)
        inner.made("followup", inner.do(agreements.report_followup, commitment=id, **reported).id)


def meeting(item: Item) -> None:
    """A meeting."""
    facts = item.facts(MEETING)
    id = item.read("id", ref(MeetingRow))
    item.made("meeting", item.do(meetings.keep_meeting, id=id, **facts).id)


def action(item: Item) -> None:
    """An action: planned or changed, with its obstacle, then moved along its steps."""
    planned = item.facts({**PLAN, **AFTERWARDS}, "finding", "steps")
    later = {name: planned.pop(name) for name in AFTERWARDS if name in planned}
    id = cast("str | None", item.read("id", ref(ActionRow)))
    if id is None:
        finding = _finding(item)
        id = str(item.do(actions.plan_action, finding=finding, **planned).id)
    else:
        later |= planned
    item.made("action", id)
    if later:
        item.do(actions.change_action, id=id, **later)
    for inner in item.items("steps"):
        facts: dict[str, Any] = inner.facts(STEP)
        inner.need("state", text)
        advance_action(inner, id, facts)


def _finding(item: Item) -> str | None:
    """The finding an action mends: its id, or where it stands."""
    value = item.value.get("finding")
    if value is None or isinstance(value, str):
        return cast("str | None", item.read("finding", ref(FindingRow)))
    where = Item(item.bulk, value, f"{item.path}.finding", item.act)
    where.only("assessment", "indicator", "product")
    return finding_at(where)

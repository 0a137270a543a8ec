"""What the page asks the office beside the agreement itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.domain.action import Action
from desktop.domain.agreement import Agreement, Commitment, FollowUp
from desktop.services import actions, agencies, agreements

if TYPE_CHECKING:
    from desktop.office import Office


def about(office: Office, commitment: Commitment) -> tuple[Sequence[FollowUp], Sequence[Action]]:
    """What was reported about a promise, and the actions that serve it."""
    entries = office.read(agreements.followups, commitment=commitment.id)
    every = office.read(actions.actions)
    return entries, [one for one in every if one.commitment_id == commitment.id]


def agencies_of(office: Office, region: str | None) -> list[tuple[str, str]]:
    """The agencies of a region that exist now, as choices."""
    known = office.read(agencies.agencies, region=region, active=True) if region else ()
    return [(one.id, one.name) for one in known]


def doers(office: Office, agreement: Agreement) -> list[tuple[str, str]]:
    """Who can act for an agreement: the agencies it covers, then the others of its region."""
    page = office.read(agreements.agreement_page, id=agreement.id)
    covered = {id: name for id, name, _role in page.agencies}
    others = dict(agencies_of(office, agreement.region_code))
    return list({**covered, **others}.items())

"""A finding (temuan): an indicator below full, with the suggestion that mends it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Finding:
    """One gap of one assessment; derived while collecting, editable, frozen with the seal."""

    id: str
    assessment_id: str
    round_id: str
    unit_id: str
    unit_name: str
    agency_id: str
    indicator: int
    code: str
    indicator_name: str
    product_id: str | None
    product_name: str | None
    note: str
    """What was found (catatan)."""
    suggestion: str
    """What mends it (saran perbaikan)."""
    legal_basis: str
    due_on: date | None
    is_edited: bool
    is_frozen: bool
    action_count: int = 0

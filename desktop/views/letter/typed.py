"""Between what a letter's fields are (`LetterFields`) and what the form shows and returns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from desktop.domain.letter import Checklist
from desktop.domain.letter_data import Content
from desktop.domain.letter_fields import USED, LetterFields, half_year
from desktop.domain.letter_rules import plain
from desktop.domain.profile import Signatory
from desktop.wording import dates, speaking

PLAIN = (
    "number classification dated place subject addressee attention addressee_place basis opening "
    "report_to through deadline due_days respectful signatory_id mode units checked_on for_second"
).split()
"""Fields that the form shows as they are."""
FLOWING = ("addressee", "subject", "basis", "opening")
"""Texts of several lines on the screen that are one on the paper."""
KEPT = ("number", "classification", "dated", "place", "signatory_id", "mode")
"""What a person typed stays when another subject is chosen; the rest comes from its facts."""


def shown(fields: LetterFields) -> dict[str, Any]:
    """The form's values."""
    first, last = fields.period or half_year(fields.drawn_up)
    return {name: getattr(fields, name) for name in PLAIN} | {
        "copies": "\n".join(fields.copies),
        "period_from": first,
        "period_to": last,
    }


def typed(values: Mapping[str, Any], base: LetterFields, kind: str) -> LetterFields:
    """The letter's fields; what this kind does not show stays as in `base`."""
    used = USED[kind]
    changes = {name: values[name] for name in PLAIN if name in used}
    changes |= {name: " ".join(changes[name].split()) for name in FLOWING if name in used}
    if "copies" in used:
        changes["copies"] = copies_of(values["copies"])
    if "period" in used:
        changes["period"] = _period(values, base)
    if changes.get("due_days", 0) is None:
        changes["due_days"] = base.due_days
    return replace(base, **changes)


def copies_of(text: str) -> tuple[str, ...]:
    """Tembusan, one on each line or separated by semicolons."""
    parts = (part.strip() for part in re.split(r"[;\n]", text))
    return tuple(part.rstrip(".") for part in parts if part)


def _period(values: Mapping[str, Any], base: LetterFields) -> Any:
    first, last = base.period or half_year(base.drawn_up)
    return values["period_from"] or first, values["period_to"] or last


def sought(name: str, content: Content, fields: LetterFields, signer: Signatory | None) -> str:
    """How the paper says a field, so that it can be marked there; empty when it cannot be told."""
    if isinstance(content, Checklist):
        return {"number": fields.number, "place": fields.place}.get(name, "")
    heading = content.heading
    with speaking("id"):
        day = dates.long(heading.dated) if heading.dated else ""
        limit = dates.long(fields.deadline) if fields.deadline else ""
    said = {
        "number": heading.number or "",
        "classification": f"Sifat : {heading.classification}",
        "dated": day,
        "place": f"{heading.place}, {day}" if day else "",
        "opening": plain(content.body[0]),
        "deadline": limit,
        "signatory_id": signer.name if signer else "",
        "copies": fields.copies[0] if fields.copies else "",
    }
    return said[name] if name in said else str(getattr(fields, name, "") or "")

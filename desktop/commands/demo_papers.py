"""The demo's papers: composed from facts, printed, registered; and one list as a workbook."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from desktop import shipped
from desktop.domain.letter_data import Content
from desktop.domain.letter_fields import LetterFields
from desktop.office import Office
from desktop.services import letters, listing

LIST = "Daftar tindak lanjut.xlsx"
DAYS = ("dated", "drawn_up", "deadline", "checked_on")
SUBJECTS = {"result": "assessment_id", "suggestion": "round", "checklist": "agreement"}
"""What a letter of each kind is about, as the register calls it."""


def write_papers(office: Office, folder: Path, keys: Mapping[str, str]) -> tuple[Path, ...]:
    """Composes, prints and registers the demo's letters, then writes the list."""
    wanted = json.loads(shipped.text("seeds", "demo", "letters.json"))
    printed = [_letter(office, folder, keys, each) for each in wanted]
    return (*printed, _list(office, folder))


def _letter(
    office: Office, folder: Path, keys: Mapping[str, str], wanted: Mapping[str, Any]
) -> Path:
    kind, subject = wanted["kind"], keys[wanted["subject"]]
    usual, _content = office.draft(kind, subject)
    fields = _edited(usual, wanted["fields"], keys)
    _fields, content = office.draft(kind, subject, fields)
    pdf: bytes = office.paper.letter(content)
    file = folder / wanted["file"]
    file.write_bytes(pdf)
    _register(office, {SUBJECTS[kind]: subject}, fields, content, pdf, wanted["states"])
    return file


def _edited(
    usual: LetterFields, changes: Mapping[str, Any], keys: Mapping[str, str]
) -> LetterFields:
    """The usual fields with what the data file says; keys become ids, days dates."""
    edited = dict(changes)
    for name in DAYS:
        if edited.get(name):
            edited[name] = date.fromisoformat(edited[name])
    if "copies" in edited:
        edited["copies"] = tuple(edited["copies"])
    if "units" in edited:
        edited["units"] = tuple(keys[each] for each in edited["units"])
    if "signatory_id" in edited:
        edited["signatory_id"] = keys[edited["signatory_id"]]
    return replace(usual, **edited)


def _register(
    office: Office,
    subject: Mapping[str, str],
    fields: LetterFields,
    content: Content,
    pdf: bytes,
    states: list[str],
) -> None:
    kept = office.do(
        letters.keep_letter,
        content=content,
        number=fields.number,
        dated=fields.dated or fields.drawn_up,
        subject=fields.subject,
        addressee=fields.addressee,
        **subject,
    )
    office.do(letters.issue_letter, id=kept.id, sha256=hashlib.sha256(pdf).hexdigest())
    for state in states:
        office.do(letters.advance_letter, id=kept.id, state=state)


def _list(office: Office, folder: Path) -> Path:
    file = folder / LIST
    found = office.read(listing.listing, kind="actions")
    book: bytes = office.sheets.export(found, office=office.profile.name, today=office.today)
    file.write_bytes(book)
    return file

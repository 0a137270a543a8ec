"""A draft letter is taken up again with everything that was typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.office import Office
from desktop.services import letters
from tests.services.conftest import Scene


def test_what_was_typed_into_a_draft_comes_back(office: Office, scene: Scene) -> None:
    usual, _content = office.draft("suggestion", scene.round)
    typed = replace(
        usual,
        number="B/7/2026",
        dated=None,
        copies=("Bupati Contoh", "Inspektur"),
        units=(scene.assessment,),
        period=(date(2026, 7, 1), date(2026, 12, 31)),
    )
    fields, content = office.draft("suggestion", scene.round, typed)
    kept = office.do(
        letters.keep_letter,
        content=content,
        fields=fields,
        number=fields.number,
        subject=fields.subject,
        addressee=fields.addressee,
        round=scene.round,
    ).id
    assert office.read(letters.letter_fields, id=str(kept)) == typed
    assert office.read(letters.letter_content, id=str(kept)) == content


def test_a_letter_kept_without_its_fields_has_none(office: Office, scene: Scene) -> None:
    fields, content = office.draft("suggestion", scene.round)
    kept = office.do(
        letters.keep_letter,
        content=content,
        subject=fields.subject,
        addressee=fields.addressee,
        round=scene.round,
    ).id
    assert office.read(letters.letter_fields, id=str(kept)) is None

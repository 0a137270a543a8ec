"""The register of letters: what may be issued, and only by issuing."""

from __future__ import annotations

import pytest

from desktop.domain.problems import Problem
from desktop.office import Office
from desktop.services import answers, findings, letters, offices
from tests.services.conftest import Scene

HASH = "0" * 64


def drafted(office: Office, scene: Scene) -> str:
    """A suggestion letter in the register, as a draft."""
    fields, content = office.draft("suggestion", scene.round)
    made = office.do(
        letters.keep_letter,
        content=content,
        subject=fields.subject,
        addressee=fields.addressee,
        round=scene.round,
    )
    return str(made.id)


@pytest.fixture
def gaps(scene: Scene) -> Scene:
    """One gap, and somebody who signs."""
    sheet, number, _ = scene.cells()[0]
    save = {"assessment": scene.assessment, "sheet": sheet, "indicator": number}
    scene.office.do(answers.save_answer, **save, value=2)
    scene.office.do(offices.keep_signatory, title="Sekretaris Daerah", name="Rina Wulandari")
    return scene


def refusal(office: Office, use_case: object, **facts: object) -> str:
    with pytest.raises(Problem) as refused:
        office.do(use_case, **facts)  # type: ignore[arg-type]
    return refused.value.code


def test_a_draft_becomes_final_only_by_issuing_it(office: Office, gaps: Scene) -> None:
    made = drafted(office, gaps)
    assert refusal(office, letters.advance_letter, id=made, state="final") == "letter.step_wrong"
    office.do(letters.issue_letter, id=made, sha256=HASH)
    (entry,) = office.read(letters.letters)
    assert (entry.state, entry.sha256) == ("final", HASH)


def test_a_letter_without_a_signers_name_stays_a_draft(office: Office, gaps: Scene) -> None:
    signer = office.read(offices.signatories)[0]
    office.do(offices.keep_signatory, id=signer.id, title=signer.title, name="")
    made = drafted(office, gaps)
    issue = {"id": made, "sha256": HASH}
    assert refusal(office, letters.issue_letter, **issue) == "letter.signer_missing"
    assert office.read(letters.letters)[0].state == "draft"


def test_a_letter_without_a_legal_basis_stays_a_draft(office: Office, gaps: Scene) -> None:
    found = office.read(findings.findings, assessment=gaps.assessment)[0]
    office.do(findings.change_finding, id=found.id, legal_basis="")
    issue = {"id": drafted(office, gaps), "sha256": HASH}
    assert refusal(office, letters.issue_letter, **issue) == "letter.legal_basis_missing"

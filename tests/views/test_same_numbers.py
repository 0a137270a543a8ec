"""One number, four ways out: the window, the letter, the workbook and the command say the same."""

from __future__ import annotations

import io
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from desktop import commands
from desktop.office import Office
from desktop.services import answers, assessments, results, rounds, sealing
from desktop.services.listing import listing
from desktop.views.score.page import ScorePage
from desktop.wording import numbers
from tests.documents.conftest import Pages
from tests.views.conftest import OpenWindow, Scene


def _released(office: Office, scene: Scene) -> None:
    """Scored unevenly, so that the value has decimals to lose; sealed and released."""
    scene.office = office
    cells = scene.cells()
    uneven = [(sheet, node, place % 2) for place, (sheet, node, _) in enumerate(cells)]
    uneven[::3] = [(sheet, node, 1) for sheet, node, _ in uneven[::3]]
    office.do(answers.save_answers, assessment=scene.assessment, cells=tuple(uneven))
    office.do(sealing.finalise_assessment, id=scene.assessment)
    for state in ("verifying", "final"):
        office.do(rounds.advance_round, id=scene.round, state=state)
    office.do(rounds.release_round, id=scene.round, on=office.today, number="1/2026")


def _in_letter(office: Office, assessment: str) -> str:
    _, content = office.draft("result", assessment)
    return Pages(office.paper.letter(content)).all


def _in_workbook(office: Office, kind: str) -> dict[str, Any]:
    """The only row of a list, by its heads."""
    found = office.read(listing, kind=kind)
    book = load_workbook(
        io.BytesIO(office.sheets.export(found, office="Kantor", today=office.today))
    )
    rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    at = next(i for i, row in enumerate(rows) if "Nilai" in row)
    return dict(zip(map(str, rows[at]), rows[at + 1], strict=True))


def _by_command(capsys: pytest.CaptureFixture[str], file: Path, kind: str) -> dict[str, Any]:
    capsys.readouterr()
    assert commands.main(["list", kind, "--office", str(file), "--json"], show=lambda _: 0) == 0
    (record,) = json.loads(capsys.readouterr().out)[kind]
    return record


def test_a_number_is_the_same_string_wherever_it_is_said(
    office_file: Path,
    stocked: Scene,
    open_window: OpenWindow,
    capsys: pytest.CaptureFixture[str],
) -> None:
    office = Office.open(office_file, operator="Siti Rahmah")
    _released(office, stocked)
    whole = office.read(assessments.assessment, id=stocked.assessment)
    score = office.read(results.unit_result, assessment_id=stocked.assessment).score
    letter = _in_letter(office, stocked.assessment)
    row, entity = (_in_workbook(office, kind) for kind in ("assessments", "rounds"))
    office.close()
    assert whole.value is not None
    assert whole.value % 1, "a whole number would prove little"
    said = numbers.decimal(whole.value)  # "84,10"
    plain = str(whole.value)  # "84.10"

    page = open_window("score").page()
    assert isinstance(page, ScorePage)
    assert page.detail.value.text() == said
    assert page.entity.value.text() == said
    assert said in letter
    assert f"{Decimal(str(row['Nilai'])):.2f}" == plain
    assert f"{Decimal(str(entity['Nilai'])):.2f}" == plain
    told = _by_command(capsys, office_file, "assessments")
    assert (told["value"], told["zone"]) == (plain, whole.zone)
    assert _by_command(capsys, office_file, "rounds")["value"] == plain
    for node in score.nodes[1:]:  # the parts on paper are those of the engine
        if node.counted and node.code in ("SD", "MF") and node.value is not None:
            assert numbers.decimal(node.value, 4) in letter

"""Pictures of Surat."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from desktop.services import agreements, assessments, letters, rounds

REGION = "99.01"


def shots(window: Any, office: Any) -> Iterator[tuple[str, QWidget]]:
    """The register, each kind of letter, a word that tells a result, and an issued letter."""
    kept = window.round_id
    window.go("letter")
    page = window.page()
    page.show_place()
    yield "letter-list", window
    known = office.read(rounds.rounds, region=REGION)
    held = {each.is_released: each for each in reversed(known)}  # the newest of each
    window.go("letter", new="suggestion", round=held[False].id)
    _paper(page)
    yield "letter-suggestion", window
    yield from _told(window, page)
    yield from _result(window, page, office, held[True].id)
    papers = [a for a in office.read(agreements.agreements, region=REGION) if a.commitment_count]
    window.go("letter", new="checklist", agreement=papers[0].id)
    _paper(page)
    yield "letter-checklist", window
    yield from _issued(window, page, office)
    page.to_register.click()
    window.choose_round(kept)


def _told(window: Any, page: Any) -> Iterator[tuple[str, QWidget]]:
    """Words of a result under embargo: beside the field, the last paper greyed."""
    field = page.editor.form.field("subject")
    said = field.value()
    field.set_value("Saran perbaikan bagi unit zona kuning")
    field.focus()
    _until(page.side.view.is_stale)
    yield "letter-embargo", window
    field.set_value(said)
    _paper(page)


def _result(window: Any, page: Any, office: Any, held: str) -> Iterator[tuple[str, QWidget]]:
    unit = office.read(assessments.assessments, round=held)[0]
    window.choose_round(held)
    window.go("letter", new="result", assessment=unit.id)
    _paper(page)
    yield "letter-result", window
    bar = page.editor.form.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    yield "letter-result-foot", window


def _issued(window: Any, page: Any, office: Any) -> Iterator[tuple[str, QWidget]]:
    for entry in office.read(letters.letters):
        if entry.state != "draft" and entry.kind == "suggestion":
            window.go("letter", id=entry.id)
            _paper(page)
            yield "letter-issued", window
            page.issued.withdraw.click()
            yield "letter-withdraw", window
            page.issued.reason.leave()
            return


def _paper(page: Any) -> None:
    preview = page.side.preview
    _until(lambda: preview.last is not None and preview.is_settled())


def _until(holds: Any, seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end and not holds():
        QApplication.processEvents()
        time.sleep(0.01)
    for _turn in range(20):
        QApplication.processEvents()
        time.sleep(0.005)

"""Pictures of Instrumen: a published version, a draft with problems, a trial."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.services import instruments


def shots(window: Any, office: Any) -> Iterator[tuple[str, QWidget]]:
    """The library; a new draft; a node that is edited; a trial score."""
    window.go("instrument", code="ori-2022-2024", version="1.0")
    page = window.page()
    yield "instrument", window
    page.new()
    yield "instrument-new-version", window
    page.version.leave()
    made = {"code": "uu25-14-komponen", "version": "1.0", "as_version": "1.1"}
    office.do(instruments.begin_version, **made)
    page.load()
    page.list.select(("uu25-14-komponen", "1.1"))
    page.tree.select(2)
    page._fill_trial()
    yield "instrument-draft", window
    page.form.field("weight").set_value("dua")
    page.save()
    yield "instrument-problem", window
    page.form.drop()

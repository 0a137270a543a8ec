"""Pictures of Putaran: the list with a saved round, and a new one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.services.rounds import rounds


def shots(window: Any, office: Any) -> Iterator[tuple[str, QWidget]]:
    """List and form; a new round with an instrument that is not valid in its year; a problem."""
    held = next(r for r in office.read(rounds) if r.year == 2026)
    window.go("round", id=held.id)
    yield "round", window
    page = window.page()
    page.new()
    page.form.field("instrument").combo.setCurrentIndex(1)
    page.form.field("year").line.setText("2026")
    yield "round-new", window
    page.form.field("universe").line.setText("10")
    page.form.field("sample").line.setText("12")
    page.form.submit()
    yield "round-problem", window
    page.form.drop()

"""Pictures of Rapat."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain.problems import Problem
from desktop.services import meetings


def shots(window: Any, office: Any) -> Iterator[tuple[str, QWidget]]:
    """A meeting under embargo, one that was held, a problem, what was agreed, a new one, none."""
    window.go("meeting")
    page = window.page()
    every = office.read(meetings.meetings)
    embargoed = next((m for m in every if m.is_embargoed), every[0])
    page.list.select(embargoed.id)
    yield "meeting-embargo", window
    held = next((m for m in every if m.state == "held" and not m.is_embargoed), every[0])
    page.list.select(held.id)
    yield "meeting", window
    page.form.agreed.start()
    window.repaint()
    yield "meeting-agreed", window
    page.form.agreed.shut()
    page.form.field("ends").set_value("07.00")
    page.form.show_problem(Problem("meeting.ends_before_start", field="ends"))
    yield "meeting-problem", window
    page.form.drop()
    page.new()
    yield "meeting-new", window
    page.form.drop()
    page.filter.setText("xyz")
    page.filter.typed.emit("xyz")
    yield "meeting-filtered", window
    page.filter.clear()

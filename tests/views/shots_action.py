"""Pictures of Tindak lanjut."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain.problems import Problem


def shots(window: Any, office: Any) -> Iterator[tuple[str, QWidget]]:
    """The list with its form, a problem beside a field, a new action, the findings."""
    window.go("action")
    page = window.page()
    yield "action", window
    page.form.field("extended_to").set_value(date(2026, 9, 30))
    due = date(2026, 11, 13)
    page.form.show_problem(Problem("action.extension_too_early", field="extended_to", due=due))
    yield "action-problem", window
    page.form.drop()
    page.new()
    yield "action-new", window
    page.draft.drop()
    page.swap.click()
    yield "action-findings", window
    page.swap.click()

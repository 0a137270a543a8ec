"""Pictures of MoU."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain.problems import Problem
from desktop.services import agreements


def shots(window: Any, office: Any) -> Iterator[tuple[str, QWidget]]:
    """Umbrella, an agreement with its ledger, its agencies, the forms, a problem, a filter."""
    window.go("agreement")
    page = window.page()
    every = office.read(agreements.agreements)
    page.tree.select(every[0].id)
    yield "agreement-umbrella", window
    richest = max(every, key=lambda a: (a.unknown_count or 0, a.commitment_count))
    page.tree.select(richest.id)
    yield "agreement", window
    page.tree.select(f"{richest.id}/scope")
    yield "agreement-agencies", window
    reported = next((c for c in office.read(agreements.commitments) if c.entry_count), None)
    if reported is not None:
        page.tree.select(reported.agreement_id)
        page.detail.ledger.select(reported.id)
        yield "agreement-reported", window
    yield from _forms(window, page)
    page.filter.setText("satu pintu")
    page.filter.typed.emit("satu pintu")
    yield "agreement-filtered", window
    page.filter.clear()


def _forms(window: Any, page: Any) -> Iterator[tuple[str, QWidget]]:
    page.edit()
    page.form.field("valid_until").set_value(date(2000, 1, 1))
    signed = page.form.field("signed_on").value()
    page.form.show_problem(
        Problem("agreement.ends_before_signing", field="valid_until", signed=signed)
    )
    yield "agreement-problem", window
    page.form.reach("agencies")
    yield "agreement-coverage", window
    page.form.drop()
    page.detail.change_promise.click()
    yield "agreement-promise", window
    page.promise_form.drop()
    page.detail.promise.report.click()
    yield "agreement-report", window
    page.report_form.drop()
    page.detail.promise.plan.click()
    yield "agreement-plan", window
    page.plan_form.drop()
    page.new()
    yield "agreement-new", window
    page.form.drop()

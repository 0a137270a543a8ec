"""MoU: from an empty office to a checklist, by typing; what is unknown stays unknown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.agreement import Agreement, Commitment
from desktop.office import Office
from desktop.services import actions, agreements
from desktop.views.agreement.facts import shares
from desktop.views.agreement.page import AgreementPage
from desktop.views.agreement.promise import ReportLine, stage_points
from desktop.views.agreement.stage_field import StageEntry, StagesField
from desktop.views.checklists import CheckListField
from desktop.views.questions import Dialog
from desktop.views.stages import DONE, TARGET, UNKNOWN
from tests.views.conftest import OpenWindow, Scene

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
TITLE = "Peningkatan kualitas pelayanan publik"


def _page(qtbot: QtBot, window: Any) -> AgreementPage:
    page = window.page()
    assert isinstance(page, AgreementPage)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return page


def _type(qtbot: QtBot, form: Any, field: str, text: str) -> None:
    """Puts the cursor into a field, as Tab would, and types."""
    form.field(field).focus()
    where = QApplication.focusWidget()
    assert where is not None
    qtbot.keyClicks(where, text)


def _below(form: Any, field: str) -> str:
    return form.field(field)._below.words()


def _save(qtbot: QtBot, page: AgreementPage) -> None:
    qtbot.keyClick(page.window(), KEY.Key_S, CTRL)


def _every(page: AgreementPage) -> tuple[Agreement, ...]:
    return page.office.read(agreements.agreements)


def _promises(page: AgreementPage) -> tuple[Commitment, ...]:
    return page.office.read(agreements.commitments)


def _with(office_file: Path, agency: str, **facts: Any) -> tuple[str, str]:
    """An agreement in force with two parties and one promise of two stages."""
    office = Office.open(office_file, operator="Siti Rahmah")
    parties = (
        {"name": "Ombudsman RI", "number": "11/ORI/2022"},
        {"name": "Pemerintah Kabupaten Contoh", "number": "06/NK/2022"},
    )
    made = office.do(
        agreements.add_agreement,
        title=TITLE,
        short_title="Contoh dan Ombudsman",
        region_code="99.01",
        parties=parties,
        agencies=({"agency": agency, "role": "named"},),
        signed_on=date(2022, 2, 18),
        state="in_force",
        **facts,
    ).id
    promise = office.do(
        agreements.keep_commitment,
        agreement=made,
        activity="Penyerahan ke satu pintu",
        unit="kewenangan",
        target=194,
        stages=(
            {"label": "2019", "plan": "mulai", "target": None},
            {"label": "2020", "plan": "lengkap", "target": 194},
        ),
    ).id
    office.close()
    return str(made), str(promise)


def test_from_an_empty_office_to_a_checklist(qtbot: QtBot, open_window: OpenWindow) -> None:
    page = _page(qtbot, open_window("agreement"))
    assert not page.checklist.isVisible()
    qtbot.keyClick(page.window(), KEY.Key_N, CTRL)
    assert page.right.currentWidget() is page.form
    assert page.form.field("title").editor.hasFocus()
    _type(qtbot, page.form, "title", TITLE)
    _type(qtbot, page.form, "party0_name", "Ombudsman RI Perwakilan Contoh")
    _type(qtbot, page.form, "party0_number", "11/ORI-MOU/II/2022")
    _type(qtbot, page.form, "party1_name", "Pemerintah Kabupaten Contoh")
    _type(qtbot, page.form, "signed_on", "18-02-2022")
    _save(qtbot, page)
    qtbot.waitUntil(lambda: len(_every(page)) == 1)
    qtbot.waitUntil(lambda: page.right.currentWidget() is page.detail)
    made = _every(page)[0]
    assert [p.name for p in made.parties][1] == "Pemerintah Kabupaten Contoh"
    assert (made.parties[0].number, made.signed_on) == ("11/ORI-MOU/II/2022", date(2022, 2, 18))
    assert page.tree.chosen_id() == made.id
    assert not page.checklist.isEnabled()

    qtbot.keyClick(page.window(), KEY.Key_J, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: page.right.currentWidget() is page.promise_form)
    _type(qtbot, page.promise_form, "activity", "Penyerahan ke satu pintu")
    _type(qtbot, page.promise_form, "target", "194")
    _type(qtbot, page.promise_form, "stages", "2019")
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "mulai di DPMPTSP")
    _save(qtbot, page)
    qtbot.waitUntil(lambda: len(_promises(page)) == 1)
    qtbot.waitUntil(lambda: page.right.currentWidget() is page.detail)
    promise = _promises(page)[0]
    assert (promise.target, promise.baseline) == (194, None)
    assert [(s.label, s.plan, s.target) for s in promise.stages] == [
        ("2019", "mulai di DPMPTSP", None)
    ]
    assert page.detail.ledger.chosen_id() == promise.id
    assert page.checklist.isEnabled()


def test_the_checklist_is_written_on_the_letter_page(
    qtbot: QtBot,
    office_file: Path,
    stocked: Scene,
    open_window: OpenWindow,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made, _promise = _with(office_file, stocked.agency)
    page = _page(qtbot, open_window("agreement"))
    gone: list[tuple[str, dict[str, Any]]] = []
    monkeypatch.setattr(page.shell, "go", lambda key, **place: gone.append((key, place)))
    page.print_out()
    assert gone == [("letter", {"new": "checklist", "agreement": made})]


def test_a_report_stands_under_the_stage_line(
    qtbot: QtBot, office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    _made, promise = _with(office_file, stocked.agency)
    page = _page(qtbot, open_window("agreement"))
    assert page.detail.promise.findChildren(ReportLine) == []
    page.detail.promise.report.click()
    form = page.report_form
    assert form.field("stage").value() == "2019"  # the first without a report
    _type(qtbot, form, "amount", "60")
    _type(qtbot, form, "evidence", "Peraturan Bupati 44/2019")
    form.field("state").set_value("partly")
    _save(qtbot, page)
    qtbot.waitUntil(lambda: len(page.office.read(agreements.followups, commitment=promise)) == 1)
    qtbot.waitUntil(lambda: len(page.detail.promise.findChildren(ReportLine)) == 1)
    assert page.detail.ledger.hasFocus()
    entry = page.office.read(agreements.followups, commitment=promise)[0]
    assert (entry.stage, entry.amount, entry.by) == ("2019", 60, "Siti Rahmah")
    said = page.detail.promise.findChildren(ReportLine)[0].accessibleName()
    assert "tahap 2019 · 60 kewenangan · Peraturan Bupati 44/2019" in said


def test_problems_stand_beside_their_fields(
    qtbot: QtBot, office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    _with(office_file, stocked.agency)
    page = _page(qtbot, open_window("agreement"))
    page.edit()
    form = page.form
    form.field("title").set_value("")
    page.save()
    assert "belum diisi" in _below(form, "title")
    form.field("title").set_value(TITLE)
    form.field("party1_name").set_value("")
    page.save()
    assert "Nama salah satu pihak belum diisi" in _below(form, "party1_name")
    form.field("party1_name").set_value("Pemerintah Kabupaten Contoh")
    form.field("universe").set_value(8)
    form.field("representing").set_value(10)
    page.save()
    qtbot.waitUntil(lambda: "(8)" in _below(form, "representing"))
    form.field("universe").set_value(42)
    form.field("valid_until").set_value(date(2020, 1, 1))
    page.save()
    qtbot.waitUntil(lambda: "18 Februari 2022" in _below(form, "valid_until"))
    form.field("valid_until").set_value(date(2027, 2, 17))
    page.save()
    qtbot.waitUntil(lambda: _every(page)[0].representing == 10)
    assert _every(page)[0].universe == 42


def test_what_is_known_of_coverage_is_said_in_full_and_reachable(
    qtbot: QtBot, office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    made, _promise = _with(office_file, stocked.agency, universe=42, representing=10)
    page = _page(qtbot, open_window("agreement"))
    said = page.detail.head.scope.value.text()
    assert said == "42 perangkat daerah · 10 mewakili · 1 disebut namanya · 9 belum diketahui"
    page.detail.head.coverage.click()
    assert page.right.currentWidget() is page.coverage
    assert [one.name for one in page.coverage.list.table.rows] == ["Dinas Contoh"]
    qtbot.keyClick(page.coverage.list, KEY.Key_Escape)
    assert page.tree.hasFocus()
    assert page.tree.chosen_id() == f"{made}/scope"


def test_agencies_are_covered_by_keys(
    qtbot: QtBot, office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    made, _promise = _with(office_file, stocked.agency)
    page = _page(qtbot, open_window("agreement"))
    page.edit()
    field = page.form.field("agencies")
    assert isinstance(field, CheckListField)
    assert field.value() == ((stocked.agency, "named"),)
    field.focus()
    field.list.select_first()
    qtbot.keyClick(field.list, KEY.Key_Space)
    assert field.value() == ((stocked.agency, "representing"),)
    _save(qtbot, page)

    def covered() -> list[str]:
        kept = page.office.read(agreements.agreement_page, id=made)
        return [role for _id, _name, role in kept.agencies]

    qtbot.waitUntil(lambda: covered() == ["representing"])
    qtbot.waitUntil(lambda: page.right.currentWidget() is page.detail)
    page.edit()
    field.list.select_first()
    qtbot.keyClick(field.list, KEY.Key_Space)
    assert field.value() == ()
    page.save()
    qtbot.waitUntil(lambda: covered() == [])


def test_the_filter_finds_promises_and_keeps_what_stands_above(
    qtbot: QtBot, office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    above, promise = _with(office_file, stocked.agency)
    office = Office.open(office_file, operator="Siti Rahmah")
    facts = {"region_code": "99.01", "parent": above}
    below = office.do(agreements.add_agreement, title="PKS pengaduan", kind="pks", **facts).id
    office.do(agreements.keep_commitment, agreement=below, activity="Nomor pengaduan")
    office.do(agreements.add_agreement, title="Rencana lain", kind="plan", region_code="99.01")
    office.close()
    page = _page(qtbot, open_window("agreement"))
    page.find()
    qtbot.keyClicks(page.filter, "nomor peng")
    qtbot.waitUntil(lambda: page.tree.chosen_id() == below)
    assert page.tree.tree.rowCount() == 1  # the one above it is kept, the other is not
    assert page.filter.hasFocus()
    qtbot.keyClick(page.filter, KEY.Key_Escape)
    assert page.tree.tree.rowCount() == 2
    qtbot.keyClicks(page.filter, "satu pintu")
    qtbot.waitUntil(lambda: page.tree.chosen_id() == above)
    assert page.detail.ledger.chosen_id() == promise


def test_a_stage_without_a_time_is_said_beside_its_row(
    qtbot: QtBot, office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    _with(office_file, stocked.agency)
    page = _page(qtbot, open_window("agreement"))
    page.tree.setFocus()
    qtbot.keyClick(page.tree, KEY.Key_Return)
    assert page.detail.ledger.hasFocus()
    page.edit()  # F2 in the ledger is about the promise
    assert page.right.currentWidget() is page.promise_form
    stages = page.promise_form.field("stages")
    assert isinstance(stages, StagesField)
    free = stages._rows[-1].lines[1]
    qtbot.keyClicks(free, "tuntas")
    page.save()
    assert "Isi waktu tahap ini" in _below(page.promise_form, "stages")
    qtbot.keyClicks(stages._rows[2].lines[0], "2020")
    page.save()
    assert "tertulis dua kali" in _below(page.promise_form, "stages")
    stages._rows[2].lines[0].clear()
    qtbot.keyClicks(stages._rows[2].lines[0], "2021")
    page.save()
    qtbot.waitUntil(lambda: len(_promises(page)[0].stages) == 3)
    assert [s.label for s in _promises(page)[0].stages] == ["2019", "2020", "2021"]


def test_an_emptied_row_of_stages_is_gone(qtbot: QtBot) -> None:
    field = StagesField("stages", "Tahap")
    qtbot.addWidget(field)
    field.fill((StageEntry("2019", "mulai", None), StageEntry("2020", "lengkap", 194)))
    assert not field.is_changed()
    for line in field._rows[0].lines:
        line.clear()
    assert field.value() == (StageEntry("2020", "lengkap", 194),)
    assert field.is_changed()
    field.revert()
    assert len(field.value()) == 2


def test_a_draft_is_not_lost_without_a_question(
    qtbot: QtBot, office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    first, _promise = _with(office_file, stocked.agency)
    office = Office.open(office_file, operator="Siti Rahmah")
    other = office.do(agreements.add_agreement, title="Lain", region_code="99.01").id
    office.close()
    page = _page(qtbot, open_window("agreement"))
    page.tree.select(first)
    page.edit()
    page.form.field("place").set_value("Kota Contoh")
    page.tree.select(other)
    asked = next(d for d in page.window().findChildren(Dialog) if d.isVisible())
    asked.reject()
    qtbot.waitUntil(lambda: page.tree.chosen_id() == first)
    assert page.form.field("place").value() == "Kota Contoh"
    page.form.drop()
    assert page.right.currentWidget() is page.detail
    page.edit()
    qtbot.keyClick(page.form, KEY.Key_Escape)  # nothing is changed: Esc leaves at once
    assert page.right.currentWidget() is page.detail
    assert page.tree.hasFocus()


def test_a_promise_becomes_an_action(
    qtbot: QtBot, office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    _made, promise = _with(office_file, stocked.agency)
    page = _page(qtbot, open_window("agreement"))
    page.detail.promise.plan.click()
    assert page.plan_form.field("title").value() == "Penyerahan ke satu pintu"
    assert page.plan_form.field("agency").value() == stocked.agency  # the only one there is
    _type(qtbot, page.plan_form, "person", "Rina")
    page.save()
    qtbot.waitUntil(lambda: len(page.office.read(actions.actions)) == 1)
    made = page.office.read(actions.actions)[0]
    assert (made.commitment_id, made.person) == (promise, "Rina")
    qtbot.waitUntil(lambda: page.right.currentWidget() is page.detail)
    names = [w.accessibleName() for w in page.detail.promise.findChildren(QWidget)]
    assert "Tindak lanjut: Penyerahan ke satu pintu" in names


def test_an_agreement_is_moved_under_another_but_not_under_itself(
    qtbot: QtBot, office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    above, _promise = _with(office_file, stocked.agency)
    office = Office.open(office_file, operator="Siti Rahmah")
    below = office.do(agreements.add_agreement, title="PKS", region_code="99.01").id
    office.close()
    page = _page(qtbot, open_window("agreement"))
    page.tree.select(below)
    page.edit()
    page.form.field("parent").set_value(above)
    page.save()

    def parents() -> dict[str, str | None]:
        return {a.id: a.parent_id for a in _every(page)}

    qtbot.waitUntil(lambda: parents()[str(below)] == above)
    qtbot.waitUntil(lambda: page.right.currentWidget() is page.detail)
    page.tree.select(above)
    page.edit()
    page.form.field("parent").set_value(below)
    page.save()
    qtbot.waitUntil(lambda: "turunannya" in _below(page.form, "parent"))
    assert parents()[above] is None
    page.form.drop()


def test_a_third_party_and_those_beyond_are_kept(
    qtbot: QtBot, office_file: Path, stocked: Scene, open_window: OpenWindow
) -> None:
    made, _promise = _with(office_file, stocked.agency)
    office = Office.open(office_file, operator="Siti Rahmah")
    names = ("Ombudsman", "Pemerintah", "Kejaksaan", "Kepolisian")
    parties = tuple({"name": name} for name in names)
    office.do(agreements.change_agreement, id=made, parties=parties)
    office.close()
    page = _page(qtbot, open_window("agreement"))
    page.edit()
    assert page.form.field("party2_name").isVisible()
    page.form.field("party2_name").set_value("Kejaksaan Negeri")
    page.save()
    wanted = ["Ombudsman", "Pemerintah", "Kejaksaan Negeri", "Kepolisian"]
    qtbot.waitUntil(lambda: [p.name for p in _every(page)[0].parties] == wanted)


@pytest.fixture
def told(office_file: Path, stocked: Scene) -> tuple[Agreement, Commitment]:
    """The agreement and its promise as records."""
    _with(office_file, stocked.agency)
    office = Office.open(office_file, operator="Siti Rahmah")
    agreement = office.read(agreements.agreements)[0]
    promise = office.read(agreements.commitments)[0]
    office.close()
    return agreement, promise


def test_a_stage_line_shows_what_is_not_reported_as_unknown(
    told: tuple[Agreement, Commitment],
) -> None:
    agreement, promise = told
    start, first, target = stage_points(agreement, promise)
    assert (start.top, start.word, start.state) == ("2022", "awal: belum tercatat", UNKNOWN)
    assert (first.word, first.state) == ("mulai: belum dilaporkan", UNKNOWN)
    assert (target.word, target.state, target.value) == ("lengkap", TARGET, "194")


def test_a_stage_line_shows_a_reported_count(told: tuple[Agreement, Commitment]) -> None:
    agreement, promise = told
    first = replace(promise.stages[0], reported="60")
    reported = replace(promise, baseline=0, stages=(first, promise.stages[1]))
    points = stage_points(agreement, reported)
    assert points[0].word == "awal: 0 kewenangan"  # zero is known, and no question mark
    assert points[0].state == DONE
    assert points[1].word == "mulai: tercapai 60 kewenangan"


def test_short_facts_keep_their_width_and_long_ones_share_the_rest() -> None:
    assert shares([100, 300, 80, 60], 600) == [100, 300, 80, 60]
    assert shares([100, 300, 80, 400], 600) == [100, 210, 80, 210]

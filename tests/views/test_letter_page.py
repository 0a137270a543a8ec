"""Surat: from data to the paper, to the file, to the register."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.letter import SuggestionLetter
from desktop.office import Office
from desktop.services import agreements, findings, letters, offices
from desktop.views.buttons import Button
from desktop.views.letter import outgoing, printing
from desktop.views.letter.page import LetterPage
from desktop.views.messages import Banner
from desktop.views.questions import Dialog
from tests.views.conftest import OpenWindow, Scene

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def work(office_file: Path, stocked: Scene) -> Callable[..., None]:
    """Runs something on the office before the window opens."""

    def run(does: Callable[[Office], object]) -> None:
        office = Office.open(office_file, operator="Siti Rahmah")
        stocked.office = office
        does(office)
        office.close()

    return run


def signed(office: Office) -> None:
    office.do(offices.keep_signatory, title="Kepala Perwakilan", name="Budi Contoh, S.H.")


def promised(office: Office) -> str:
    parties = (
        {"name": "Ombudsman RI", "number": "11/MOU/2026", "signer": "A", "signer_title": "Kepala"},
        {
            "name": "Kabupaten Contoh",
            "number": "5/NK/2026",
            "signer": "B",
            "signer_title": "Bupati",
        },
    )
    title = "Peningkatan pelayanan publik"
    made = office.do(agreements.add_agreement, title=title, region_code="99.01", parties=parties).id
    activity = "Menunjuk narahubung pada 10 perangkat daerah"
    office.do(agreements.keep_commitment, agreement=made, activity=activity, article="Pasal 3")
    return str(made)


def page_of(window: Any) -> LetterPage:
    page = window.page()
    assert isinstance(page, LetterPage)
    return page


def activate(qtbot: QtBot, window: Any) -> None:
    """Keys reach the shortcuts of an active window only."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def wait_for_paper(qtbot: QtBot, page: LetterPage) -> None:
    preview = page.side.preview
    qtbot.waitUntil(lambda: preview.last is not None and preview.is_settled(), timeout=15_000)
    qtbot.waitUntil(lambda: page.side.view.image(0) is not None)


def press(qtbot: QtBot, window: Any, text: str) -> None:
    """Presses a button of the question on the screen."""

    def shown() -> list[Button]:
        dialogs = [d for d in window.findChildren(Dialog) if d.isVisible()]
        return [b for d in dialogs for b in d.findChildren(Button) if b.text() == text]

    qtbot.waitUntil(lambda: bool(shown()))
    shown()[0].click()


def banners(window: Any) -> list[str]:
    """The sentences above the page."""
    shown = [b for b in window.frame.findChildren(Banner) if b.isVisible()]
    return [banner.text() for banner in shown]


def save_to(monkeypatch: pytest.MonkeyPatch, path: Path) -> list[str]:
    """Answers the file dialog; returns the names it was asked with."""
    asked: list[str] = []

    def answer(
        _parent: object,
        _title: str,
        _kinds: str,
        name: str,
        _suffix: str,
        take: Callable[[str], object],
    ) -> None:
        asked.append(name)
        take(str(path))

    monkeypatch.setattr(outgoing, "ask_save", answer)
    return asked


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(p.extract_text() for p in PdfReader(BytesIO(pdf)).pages).split())


def test_a_result_is_previewed_issued_and_registered_with_its_hash(
    qtbot: QtBot,
    work: Callable[..., None],
    stocked: Scene,
    open_window: OpenWindow,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    work(lambda office: (signed(office), stocked.release()))
    window = open_window("letter")
    page = page_of(window)
    window.go("letter", new="result", assessment=stocked.assessment)
    wait_for_paper(qtbot, page)
    assert page.side.bar.words.text().startswith("Halaman 1 dari ")
    place = tmp_path / "hasil.pdf"
    asked = save_to(monkeypatch, place)
    page.editor.form.field("number").set_value("B/12/2026")
    page.side.bar.issue.click()
    press(qtbot, window, "Terbitkan")
    qtbot.waitUntil(place.exists, timeout=15_000)
    qtbot.waitUntil(lambda: page.entry is not None and page.entry.state == "final")
    pdf = place.read_bytes()
    said = text_of(pdf)
    assert "Loket" in said
    assert "100,00" in said
    assert "DRAF" not in said
    [entry] = page.office.read(letters.letters)
    assert (entry.number, entry.state) == ("B/12/2026", "final")
    assert entry.sha256 == hashlib.sha256(pdf).hexdigest()
    assert Path(asked[0]).name == "Surat hasil penilaian Loket 2026-11-23.pdf"
    wait_for_paper(qtbot, page)
    qtbot.waitUntil(lambda: "sama dengan berkas" in page.issued.hash.remark.text())
    assert not list(tmp_path.glob(".*.part"))


def test_before_release_a_template_with_a_score_is_not_offered(
    qtbot: QtBot, work: Callable[..., None], stocked: Scene, open_window: OpenWindow
) -> None:
    work(lambda office: (signed(office), stocked.fill(1)))
    window = open_window("letter")
    page = page_of(window)
    page.new()
    combo = page.editor.form.field("kind").editor
    assert combo.count() == 1  # type: ignore[attr-defined]
    assert page.editor.kind == "suggestion"
    assert page.editor.form.embargo.isVisible()
    wait_for_paper(qtbot, page)
    window.go("letter", new="result", assessment=stocked.assessment)
    [(kind, sentence)] = page.side.notes
    assert kind == "danger"
    assert sentence.startswith("Nilai belum boleh dicetak: putaran")
    assert page.side.view.page_count() == 0
    assert not page.side.bar.issue.isEnabled()


def test_a_suggestion_letter_leaves_without_a_result(
    qtbot: QtBot,
    work: Callable[..., None],
    stocked: Scene,
    open_window: OpenWindow,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    work(lambda office: (signed(office), stocked.fill(1)))
    window = open_window("letter")
    page = page_of(window)
    window.go("letter", new="suggestion", round=stocked.round)
    wait_for_paper(qtbot, page)
    place = tmp_path / "saran.pdf"
    save_to(monkeypatch, place)
    page.side.bar.issue.click()
    press(qtbot, window, "Terbitkan")
    qtbot.waitUntil(place.exists, timeout=15_000)
    qtbot.waitUntil(lambda: page.entry is not None and page.entry.state == "final")
    said = text_of(place.read_bytes())
    assert "Loket" in said
    assert "zona" not in said.casefold()
    [entry] = page.office.read(letters.letters)
    assert (entry.kind, entry.round_id, entry.holds_score) == ("suggestion", stocked.round, False)


def test_a_checklist_comes_from_an_agreement(
    qtbot: QtBot,
    work: Callable[..., None],
    stocked: Scene,
    open_window: OpenWindow,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    made: list[str] = []
    work(lambda office: made.append(promised(office)))
    window = open_window("letter")
    page = page_of(window)
    window.go("letter", new="checklist", agreement=made[0])
    wait_for_paper(qtbot, page)
    wide, high = page.office.paper.page_sizes(page.side.preview.last.pdf)[0]  # type: ignore[union-attr]
    assert wide > high
    place = tmp_path / "periksa.pdf"
    save_to(monkeypatch, place)
    page.side.bar.save.click()
    qtbot.waitUntil(place.exists, timeout=15_000)
    said = text_of(place.read_bytes())
    assert "11/MOU/2026" in said
    assert "narahubung" in said
    assert "DRAF" in said
    assert page.office.read(letters.letters) == ()


def test_a_result_word_is_said_beside_its_field_and_the_last_paper_stays_greyed(
    qtbot: QtBot, work: Callable[..., None], stocked: Scene, open_window: OpenWindow
) -> None:
    work(lambda office: (signed(office), stocked.fill(1)))
    page = page_of(open_window("letter"))
    page.new()
    wait_for_paper(qtbot, page)
    field = page.editor.form.field("subject")
    kept = field.value()
    field.set_value("Saran untuk zona hijau")
    qtbot.waitUntil(page.side.view.is_stale, timeout=15_000)
    qtbot.waitUntil(lambda: "zona" in field._below.words())
    assert not field._below.words().startswith("heading")
    assert page.side.view.page_count() > 0
    field.set_value(kept)
    qtbot.waitUntil(lambda: not page.side.view.is_stale(), timeout=15_000)
    assert field._below.words() == ""


def test_without_a_signatory_a_letter_is_a_draft_and_the_way_there_is_shown(
    qtbot: QtBot, work: Callable[..., None], stocked: Scene, open_window: OpenWindow
) -> None:
    work(lambda _office: stocked.fill(1))
    window = open_window("letter")
    page = page_of(window)
    page.new()
    wait_for_paper(qtbot, page)
    assert page.editor.form.to_signatories.isVisible()
    assert any("penanda tangan belum diisi" in sentence for _kind, sentence in page.side.notes)
    page.side.bar.issue.click()
    assert page.office.read(letters.letters) == ()
    page.editor.form.to_signatories.click()
    qtbot.waitUntil(lambda: window.page() is not page)


def test_a_finding_without_its_article_keeps_the_letter_a_draft(
    qtbot: QtBot, work: Callable[..., None], stocked: Scene, open_window: OpenWindow
) -> None:
    def prepare(office: Office) -> None:
        signed(office)
        stocked.fill(1)
        first = office.read(findings.findings)[0]
        office.do(findings.change_finding, id=first.id, legal_basis="")

    work(prepare)
    window = open_window("letter")
    page = page_of(window)
    page.new()
    wait_for_paper(qtbot, page)
    assert any("belum memiliki dasar hukum" in sentence for _kind, sentence in page.side.notes)
    assert "DRAF" in text_of(page.side.preview.last.pdf)  # type: ignore[union-attr]
    page.side.bar.issue.click()
    qtbot.wait(50)
    assert page.office.read(letters.letters) == ()
    assert any("Isi dasar hukumnya" in sentence for sentence in banners(window))


def test_a_draft_is_kept_by_key_and_taken_up_again(
    qtbot: QtBot, work: Callable[..., None], stocked: Scene, open_window: OpenWindow
) -> None:
    work(lambda office: (signed(office), stocked.fill(1)))
    window = open_window("letter")
    page = page_of(window)
    activate(qtbot, window)
    QTest.keyClick(window, Qt.Key.Key_N, CTRL)
    wait_for_paper(qtbot, page)
    number, copies = page.editor.form.field("number"), page.editor.form.field("copies")
    number.focus()
    QTest.keyClicks(number.editor, "7")
    number.editor.clearFocus()
    assert number.value().endswith("/2026")
    assert "{" not in number.value()
    copies.set_value("Bupati Contoh; Inspektur")
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: len(page.office.read(letters.letters)) == 1)
    qtbot.waitUntil(lambda: "rancangan tersimpan 09.00" in page.head.caption.text())
    [entry] = page.office.read(letters.letters)
    assert (entry.state, entry.number) == ("draft", number.value())
    content = page.office.read(letters.letter_content, id=entry.id)
    assert isinstance(content, SuggestionLetter)
    assert content.copies == ("Bupati Contoh", "Inspektur")
    QTest.keyClick(number.editor, Qt.Key.Key_Escape)
    assert page.faces.currentWidget() is page.register
    assert page.register.list.chosen_id() == entry.id
    page.register.list.select(None)
    page.register.list.select(entry.id)
    QTest.keyClick(page.register.list, Qt.Key.Key_Return)
    assert copies.value() == "Bupati Contoh\nInspektur"
    wait_for_paper(qtbot, page)


def test_a_number_that_is_taken_is_said_beside_it(
    qtbot: QtBot, work: Callable[..., None], stocked: Scene, open_window: OpenWindow
) -> None:
    work(lambda office: (signed(office), stocked.fill(1)))
    page = page_of(open_window("letter"))
    number = page.editor.form.field("number")
    for known in (False, True):
        page.new()
        wait_for_paper(qtbot, page)
        number.set_value("B/1/2026")
        page.save()
        qtbot.waitUntil(lambda known=known: known or page.entry is not None)
    qtbot.waitUntil(lambda: "sudah dipakai surat lain" in number._below.words())
    wait_for_paper(qtbot, page)
    assert "sudah dipakai surat lain" in number._below.words()
    assert len(page.office.read(letters.letters)) == 1
    number.set_value("B/2/2026")
    page.save()
    qtbot.waitUntil(lambda: len(page.office.read(letters.letters)) == 2)


def test_an_issued_letter_moves_on_and_is_withdrawn_with_a_reason(
    qtbot: QtBot, work: Callable[..., None], stocked: Scene, open_window: OpenWindow
) -> None:
    def prepare(office: Office) -> None:
        signed(office)
        stocked.fill(1)
        fields, content = office.draft("suggestion", stocked.round)
        facts = {"subject": fields.subject, "addressee": fields.addressee, "round": stocked.round}
        kept = office.do(letters.keep_letter, content=content, fields=fields, **facts).id
        office.do(letters.issue_letter, id=kept, sha256="0" * 64)

    work(prepare)
    window = open_window("letter")
    page = page_of(window)

    def state() -> str:
        return page.office.read(letters.letters)[0].state

    window.go("letter", id=page.office.read(letters.letters)[0].id)
    wait_for_paper(qtbot, page)
    assert not page.side.bar.issue.isVisible()
    qtbot.waitUntil(lambda: "disusun ulang" in page.issued.hash.remark.text())
    page.issued.step.click()
    qtbot.waitUntil(lambda: state() == "signed")
    qtbot.waitUntil(lambda: page.issued.step.text() == "Catat diserahkan")
    page.issued.withdraw.click()
    page.issued.reason.submit()
    assert state() == "signed"
    page.issued.reason.field("reason").set_value("Salah alamat")
    page.issued.reason.submit()
    qtbot.waitUntil(lambda: state() == "withdrawn")
    qtbot.waitUntil(lambda: "Salah alamat" in page.issued.remark.text())
    assert not page.issued.step.isVisible()


def test_the_register_is_newest_first_and_filtered(
    qtbot: QtBot, work: Callable[..., None], stocked: Scene, open_window: OpenWindow
) -> None:
    def prepare(office: Office) -> None:
        fields, content = office.draft("suggestion", stocked.round)
        for number in ("B/1/2026", "B/2/2026"):
            office.do(
                letters.keep_letter,
                content=content,
                number=number,
                subject=fields.subject,
                addressee=fields.addressee,
                round=stocked.round,
            )

    work(prepare)
    page = page_of(open_window("letter"))
    rows = page.register.list.table.rows
    assert [entry.number for entry in rows] == ["B/2/2026", "B/1/2026"]
    page.find()
    QTest.keyClicks(page.register.filter, "b/1")
    qtbot.waitUntil(lambda: len(page.register.list.table.rows) == 1)
    assert page.register.count.text() == "1 dari 2 surat"
    page.register.clear()
    assert len(page.register.list.table.rows) == 2


def test_the_paper_keeps_its_place_and_the_focused_field_is_marked(
    qtbot: QtBot, work: Callable[..., None], stocked: Scene, open_window: OpenWindow
) -> None:
    work(lambda office: (signed(office), stocked.fill(1)))
    window = open_window("letter")
    activate(qtbot, window)
    page = page_of(window)
    page.new()
    wait_for_paper(qtbot, page)
    view, place = page.side.view, page.editor.form.field("addressee")
    page.side.zoom(1)
    view.verticalScrollBar().setValue(300)
    place.focus()
    place.set_value("Wali Kota Contoh")
    qtbot.waitUntil(
        lambda: "Wali Kota Contoh" in text_of(page.side.preview.last.pdf),  # type: ignore[union-attr]
        timeout=15_000,
    )
    assert view.verticalScrollBar().value() == 300
    qtbot.waitUntil(lambda: bool(view._marks))
    page.save()
    qtbot.waitUntil(lambda: page.entry is not None)


def test_a_letter_with_changes_is_not_left_without_asking(
    qtbot: QtBot, work: Callable[..., None], stocked: Scene, open_window: OpenWindow
) -> None:
    work(lambda office: (signed(office), stocked.fill(1)))
    window = open_window("letter")
    page = page_of(window)
    page.new()
    wait_for_paper(qtbot, page)
    page.editor.form.field("attention").set_value("Inspektur")
    page.to_register.click()
    press(qtbot, window, "Simpan")
    qtbot.waitUntil(lambda: page.faces.currentWidget() is page.register)
    assert len(page.office.read(letters.letters)) == 1


@pytest.mark.parametrize(("paper", "high"), [("A4", 297), ("F4", 330)])
def test_a_print_has_the_pages_and_the_size_of_the_paper(
    paper: str,
    high: int,
    qtbot: QtBot,
    work: Callable[..., None],
    stocked: Scene,
    open_window: OpenWindow,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    from PySide6.QtPrintSupport import QPrinter

    def prepare(office: Office) -> None:
        signed(office)
        stocked.fill(1)
        office.do(offices.change_profile, paper=paper)

    work(prepare)
    window = open_window("letter")
    page = page_of(window)
    page.new()
    wait_for_paper(qtbot, page)
    place = tmp_path / "cetak.pdf"

    def answer(_parent: object, printer: QPrinter, _pages: int, take: Callable[[], object]) -> None:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(place))
        take()

    monkeypatch.setattr(printing, "ask_printer", answer)
    activate(qtbot, window)
    QTest.keyClick(window, Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: window._toast.text() == "Surat dikirim ke pencetak.", timeout=20_000)
    made = PdfReader(BytesIO(place.read_bytes()))
    assert len(made.pages) == page.side.view.page_count()
    box = made.pages[0].mediabox
    assert (round(box.width / 72 * 25.4), round(box.height / 72 * 25.4)) == (210, high)


def test_folio_is_the_printers_own_size_and_a_checklist_lies() -> None:
    from PySide6.QtGui import QPageLayout, QPageSize

    point = 72 / 25.4
    lying = printing.page_layout(330 * point, 210 * point)
    assert lying.pageSize().id() == QPageSize.PageSizeId.Folio
    assert lying.orientation() == QPageLayout.Orientation.Landscape
    odd = printing.page_size(215 * point, 330 * point)
    assert round(odd.size(QPageSize.Unit.Millimeter).width()) == 215


def test_an_office_without_anything_says_what_to_do(open_window: OpenWindow) -> None:
    page = page_of(open_window("letter"))
    assert page.register.list.table.rows == []
    said = [b.text() for b in page.register.list.findChildren(Button) if b.isVisible()]
    assert said == ["Buat putaran"]
    page.new()
    assert page.faces.currentWidget() is page.register


def test_a_file_that_cannot_be_written_leaves_no_final_letter(
    qtbot: QtBot,
    work: Callable[..., None],
    stocked: Scene,
    open_window: OpenWindow,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    work(lambda office: (signed(office), stocked.fill(1)))
    window = open_window("letter")
    page = page_of(window)
    page.new()
    wait_for_paper(qtbot, page)
    save_to(monkeypatch, tmp_path / "tidak ada" / "saran.pdf")
    page.side.bar.issue.click()
    press(qtbot, window, "Terbitkan")
    qtbot.waitUntil(lambda: any("tidak ada" in said for said in banners(window)))
    [entry] = page.office.read(letters.letters)
    assert (entry.state, entry.sha256) == ("draft", None)

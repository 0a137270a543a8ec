"""What leaves the office: the issued file, copies, and paper from the printer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop.domain.letter_data import Content
from desktop.domain.problems import Problem
from desktop.domain.register import LetterEntry
from desktop.services import letters
from desktop.views.files import ask_save
from desktop.views.letter import files, printing
from desktop.views.letter.editor import Editor
from desktop.views.letter.preview import as_draft
from desktop.views.letter.standing import about
from desktop.views.letter.words import file_name
from desktop.views.pages import Page
from desktop.wording import _

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from desktop.office import Office


class Outgoing:
    """Files and prints of the letter in hand; `entry` is its line in the register, if any."""

    def __init__(self, page: Page, editor: Editor) -> None:
        self._page, self._shell, self._editor = page, page.shell, editor
        self.entry: LetterEntry | None = None

    @property
    def _office(self) -> Office:
        return self._page.office

    def stored(self) -> Content | None:
        """What the register keeps of the letter in hand."""
        if self.entry is None:
            return None
        return self._office.read(letters.letter_content, id=self.entry.id)

    # Issuing

    def issue(self, facts: dict[str, Any], done: Callable[[str], object]) -> None:
        """Asks for a file, writes it and registers it; `done` gets the letter's id."""
        self._ask_file(draft=False, take=lambda path: self._issue(path, facts, done))

    def _issue(self, path: str, facts: dict[str, Any], done: Callable[[str], object]) -> None:
        office = self._office

        def finish(id: str) -> None:
            done(id)
            self._say_saved(_("Surat terbit dan tersimpan."), path)

        self._shell.jobs.start(
            _("Menerbitkan surat"),
            lambda _progress: files.issue(office, path, facts),
            then=finish,
            failed=self._failed,
            can_cancel=False,
        )

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Problem):
            self._editor.show_problem(error)
        else:
            self._shell.fault(error)

    def _ask_file(self, *, draft: bool, take: Callable[[str], object]) -> None:
        name = self._file_name(draft=draft)
        home = self._office.path.parent if self._office.path else Path.home()
        title, kinds = _("Simpan PDF"), _("Berkas PDF (*.pdf)")
        ask_save(self._page, title, kinds, str(home / name), "pdf", take)

    def _file_name(self, *, draft: bool) -> str:
        editor, entry = self._editor, self.entry
        kind, whom = editor.kind, editor.offer.subject_name(editor.kind, editor.subject)
        if not editor.is_open and entry is not None:
            kind, whom = entry.kind, about(self._office, entry)
        day = entry.dated if entry is not None else None
        return file_name(kind, whom, day or self._office.today, draft=draft)

    def _say_saved(self, words: str, path: str) -> None:
        def view() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(path))

        self._shell.toast(words, _("Buka berkas"), view)

    # Copies and print

    def content(self) -> Content | None:
        """What is saved or printed now: an unissued letter says DRAF on every page."""
        try:
            return as_draft(self._editor.compose()) if self._editor.is_open else self.stored()
        except Problem as problem:
            self._editor.show_problem(problem)
            return None

    def save_copy(self) -> None:
        """Simpan PDF…"""
        content, office = self.content(), self._office
        if content is None:
            return

        def write(path: str) -> None:
            self._shell.jobs.start(
                _("Menyimpan PDF"),
                lambda _progress: files.write(path, office.paper.letter(content)),
                then=lambda _path: self._say_saved(_("PDF tersimpan."), path),
                can_cancel=False,
            )

        self._ask_file(draft=self._editor.is_open, take=write)

    def print_out(self) -> None:
        """Cetak…: the system's print dialog, then the pages at 300 dpi."""
        content, paper = self.content(), self._office.paper
        if content is None:
            return
        pdf: bytes = paper.letter(content)
        sizes = paper.page_sizes(pdf)
        printer = printing.make_printer(sizes, self._file_name(draft=False).removesuffix(".pdf"))
        printing.ask_printer(self._page, printer, len(sizes), lambda: self._print(printer, pdf))

    def _print(self, printer: QPrinter, pdf: bytes) -> None:
        work = printing.Printing(self._shell.jobs, printer, self._office.paper, pdf)
        said = _("Surat dikirim ke pencetak.")
        work.start(lambda: self._shell.toast(said), self._shell.fault)

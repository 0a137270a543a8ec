"""Surat: the register, and the letter in hand with its paper."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.domain.problems import Problem
from desktop.domain.register import LetterEntry
from desktop.services import letters
from desktop.views import theme
from desktop.views.buttons import Button
from desktop.views.keys import Key
from desktop.views.letter.editor import Editor, missing
from desktop.views.letter.issued import IssuedLetter
from desktop.views.letter.offer import offer
from desktop.views.letter.outgoing import Outgoing
from desktop.views.letter.preview import Made
from desktop.views.letter.register import Register
from desktop.views.letter.side import PaperSide
from desktop.views.letter.standing import standing
from desktop.views.letter.words import number_of
from desktop.views.pages import Page, Shell
from desktop.views.questions import confirm
from desktop.wording import N_, _, dates
from desktop.wording.letters import kind_name
from desktop.wording.problems import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.office import Office

WIDE, NARROW = 408, 332


class LetterPage(Page):
    """Two faces: the register, and a letter (a draft in its editor, or one that was issued)."""

    listens_to: ClassVar[frozenset[str]] = frozenset(
        {"letter", "round", "assessment", "finding", "agreement", "agency", "office"}
    )
    help_text: ClassVar[str] = N_(
        "Surat disusun dari data, diperiksa di atas kertasnya sendiri, lalu diterbitkan dan "
        "dicatat dengan sidik jari berkasnya."
    )

    def __init__(self, office: Office | None, shell: Shell) -> None:
        super().__init__(office, shell)
        self._round = shell.round_id
        self.to_register = Button(_("Daftar surat"), icon="paper", on=self._leave_letter)
        self.add_plain = Button(_("Surat baru"), icon="add", on=self.new)
        self.add_first = Button(_("Surat baru"), "primary", icon="add", on=self.new)
        self.head.add(self.to_register, self.add_plain, self.add_first)
        self.register = Register(self.new, self._make_round)
        self.side = PaperSide(shell.fault)
        self.editor = Editor(self.office, shell, self.side)
        self.issued = IssuedLetter(self._advance)
        self.outgoing = Outgoing(self, self.editor)
        self.faces = QStackedWidget()
        self.body.addWidget(self.faces, 1)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.left = QStackedWidget()
        self.left.addWidget(self.editor.form)
        self.left.addWidget(self.issued)
        self.left.setFixedWidth(WIDE)
        self.desk = QWidget()
        line = QHBoxLayout(self.desk)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.left)
        line.addWidget(self.side, 1)
        self.faces.addWidget(self.register)
        self.faces.addWidget(self.desk)
        QWidget.setTabOrder(self.editor.form.field("copies").editor, self.side.view)
        self.side.order_keys()

    def _connect(self) -> None:
        self.register.list.opened.connect(self._open)
        self.editor.form.saving.connect(lambda _values: self._keep())
        for part in (self.editor.form, self.issued, self.side.view):
            part.left.connect(self._leave_letter)
        bar = self.side.bar
        bar.kept.connect(self.save)
        bar.issued.connect(self._ask_issue)
        bar.saved.connect(self.outgoing.save_copy)
        bar.printed.connect(self.print_out)
        self.side.preview.made.connect(self._check_hash)

    @property
    def entry(self) -> LetterEntry | None:
        """The register's line of the letter in hand; None for a new one."""
        return self.outgoing.entry

    @entry.setter
    def entry(self, entry: LetterEntry | None) -> None:
        self.outgoing.entry = entry

    def _entry(self, id: str) -> LetterEntry:
        return next(e for e in self.office.read(letters.letters) if e.id == id)

    # Loading and going

    def load(self) -> None:
        entries = self.office.read(letters.letters)
        self.register.show_entries(entries, bool(entries) or self._can_write())
        if self.entry is not None:
            self.entry = next((e for e in entries if e.id == self.entry.id), None)
        if self.faces.currentWidget() is self.register:
            self._show_register()
        elif not self.editor.is_open:
            self._refresh_issued()
        elif self._round != self.shell.round_id and not self.editor.letter:
            self._begin(self.editor.kind)
        elif self.entry is not None and self.entry.state != "draft":
            self._show_issued(self.entry)
        else:
            self.editor.reload()
            self._show_head()
        self._round = self.shell.round_id

    def _refresh_issued(self) -> None:
        if self.entry is None:
            self._show_register()
        else:
            self._show_facts(self.entry)

    def show_place(
        self, *, id: str | None = None, new: str | bool | None = None, **place: Any
    ) -> None:
        """A letter by id, or a new one: new="result", assessment=… and so on."""
        if id is not None:
            found = next((e for e in self.office.read(letters.letters) if e.id == id), None)
            if found is not None:
                self.may_leave(lambda: self._open(found))
        elif new:
            kind = new if isinstance(new, str) else ""
            self.may_leave(lambda: self._begin(kind, **place))

    def new(self) -> None:
        """Ctrl+N."""
        self.may_leave(self._begin)

    def _begin(self, kind: str = "", **place: Any) -> None:
        if not kind and not self._can_write():
            self._say_nothing_to_write()
            return
        self.entry = None
        self._show_desk(self.editor.form)
        self.editor.begin(kind, **place)
        self._show_head()
        self._focus_first()

    def _can_write(self) -> bool:
        return bool(offer(self.office, self.shell.round_id).kinds)

    def _say_nothing_to_write(self) -> None:
        words = _("Belum ada putaran atau kesepakatan yang dapat disurati.")

        self.shell.banner("write", "info", words, _("Buat putaran"), self._make_round)

    def _make_round(self) -> None:
        self.shell.clear_banner("write")
        self.shell.go("round", new=True)

    def _open(self, entry: LetterEntry) -> None:
        self.entry = entry
        if entry.state == "draft":
            self._show_desk(self.editor.form)
            self.editor.open(entry)
            self._show_head()
            self._focus_first()
        else:
            self._show_issued(entry)

    def _show_desk(self, left: QWidget) -> None:
        self.shell.clear_banner("write")
        self.editor.is_open = left is self.editor.form
        self.left.setCurrentWidget(left)
        self.faces.setCurrentWidget(self.desk)
        self._show_buttons()

    def _show_register(self) -> None:
        self.editor.is_open = False
        self.faces.setCurrentWidget(self.register)
        self._show_buttons()
        self.head.show_words(_("Surat"), self.register.summary())

    def _show_buttons(self) -> None:
        listing = self.faces.currentWidget() is self.register
        self.to_register.setVisible(not listing)
        self.add_plain.setVisible(not listing)
        self.add_first.setVisible(listing)

    def _leave_letter(self) -> None:
        """Back to the register; asks about a draft with changes."""
        self.may_leave(self._go_to_register)

    def _go_to_register(self) -> None:
        kept = self.entry.id if self.entry else self.editor.letter
        self.side.preview.clear()
        self.side.show_notes(())
        self._show_register()
        if kept:
            self.register.list.select(kept)
        self.register.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_head(self, saved: str = "") -> None:
        state = _("belum disimpan") if self.entry is None else saved or _("rancangan")
        kind = kind_name(self.editor.kind) if self.editor.kind else _("surat baru")
        self.head.show_words(_("Surat"), f"{kind} · {state}")

    # Drafts

    def save(self) -> None:
        """Ctrl+S: the draft into the register."""
        form = self.editor.form
        if not self.editor.is_open:
            return
        if form.is_new() or form.is_dirty():
            form.submit()
        else:
            self.shell.toast(_("Rancangan sudah tersimpan."))

    def _keep(self, then: Callable[[], object] | None = None) -> None:
        facts = self._register_facts()
        if facts is None:
            return

        def kept(changes: Any) -> None:
            self.editor.letter = changes.id
            self.entry = self._entry(changes.id)
            clock = dates.clock(self.office.now.time())
            self._show_head(_("rancangan tersimpan {clock}").format(clock=clock))
            if then is not None:
                then()

        form = self.editor.form
        said = "" if then else _("Rancangan tersimpan.")
        failed = self._show_problem
        self.write(letters.keep_letter, form=form, then=kept, failed=failed, said=said, **facts)

    def _register_facts(self) -> dict[str, Any] | None:
        try:
            return self.editor.register_facts()
        except Problem as problem:
            self._show_problem(problem)
            return None

    def _show_problem(self, problem: Problem) -> None:
        self.editor.form.set_busy(False)
        self.editor.show_problem(problem)

    # Issuing

    def _ask_issue(self) -> None:
        """Terbitkan…: what is wrong is said first, then the draft is kept, then it is asked."""
        if not self.editor.form.is_sound():
            return
        facts = self._register_facts()
        if facts is None:
            return
        problems = missing(facts["content"])
        if problems:
            self.editor.show_problem(Problem(problems[0].code, problems[1:], **problems[0].facts))
            return
        self._keep(self._confirm_issue)

    def _confirm_issue(self) -> None:
        sentence = _(
            "Setelah terbit, isinya tidak dapat diubah lagi. Berkas PDF disimpan dan sidik "
            "jarinya dicatat dalam daftar surat."
        )
        if self.entry is not None and not self.entry.number:
            sentence = _("Nomor belum diisi dan akan ditulis tangan.") + " " + sentence
        confirm(self, _("Terbitkan surat ini?"), sentence, _("Terbitkan"), self._issue)

    def _issue(self) -> None:
        facts = self._register_facts()
        if facts is None:
            return

        def done(id: str) -> None:
            self.editor.form.mark_saved()
            self._open(self._entry(id))

        self.outgoing.issue(facts, done)

    def print_out(self) -> None:
        """Ctrl+P."""
        if self.faces.currentWidget() is self.desk:
            self.outgoing.print_out()
        else:
            self.shell.toast(_("Buka dahulu surat yang akan dicetak."))

    # Issued letters

    def _show_issued(self, entry: LetterEntry) -> None:
        self.entry = entry
        self._show_desk(self.issued)
        self.side.show_notes(())
        self.side.bar.show_draft(False)
        self.side.show_nothing(_("Menyusun surat…"))
        self._show_facts(entry)
        try:
            content = self.outgoing.stored()
        except Problem as problem:
            self.side.show_nothing("")
            self.side.show_notes([("danger", say(problem))])
            return
        assert content is not None
        self.side.ask(self.office.paper, lambda: content, stamped=False, now=True, sought="")
        self.issued.step.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_facts(self, entry: LetterEntry) -> None:
        self.head.show_words(_("Surat"), f"{kind_name(entry.kind)} · {number_of(entry)}")
        self.issued.show_letter(entry, standing(self.office, entry))
        made = self.side.preview.last
        if made is not None and self.side.preview.is_settled():
            self._check_hash(made)

    def _check_hash(self, made: Made) -> None:
        if self.editor.is_open or self.entry is None or not self.entry.sha256:
            return
        same = hashlib.sha256(made.pdf).hexdigest() == self.entry.sha256
        self.issued.show_hash(self.entry.sha256, same=same)

    def _advance(self, state: str, reason: str) -> None:
        if self.entry is None:
            return

        def failed(problem: Problem) -> None:
            if not self.issued.show_problem(problem):
                self.show_problem(problem)

        said = _("Surat ditarik.") if state == "withdrawn" else _("Keadaan surat tercatat.")
        self.write(
            letters.advance_letter,
            id=self.entry.id,
            state=state,
            reason=reason,
            failed=failed,
            said=said,
        )

    # Keys

    def panes(self) -> Sequence[QWidget]:
        if self.faces.currentWidget() is self.register:
            return (self.register.list, self.register.filter)
        left = self.editor.form if self.editor.is_open else self.issued
        return (left, self.side.view, self.side.bar)

    def _focus_first(self) -> None:
        self.editor.focus_first()

    def find(self) -> None:
        """Ctrl+F: the filter of the register."""
        if self.faces.currentWidget() is self.register:
            self.register.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def edit(self) -> None:
        """F2: into the fields, or into the letter that is chosen."""
        chosen = self.register.list.current()
        if self.faces.currentWidget() is self.register and isinstance(chosen, LetterEntry):
            self._open(chosen)
        else:
            super().edit()

    def keys(self) -> tuple[Key, ...]:
        return (
            Key("Enter", _("buka surat")),
            Key("Esc", _("kembali ke daftar surat")),
            Key("Ctrl++ Ctrl+-", _("perbesar dan perkecil kertas")),
            Key("Ctrl+0", _("seluruh lebar kertas")),
        )

    def fit(self, window_width: int) -> None:
        super().fit(window_width)
        narrow = window_width < theme.NARROW
        self.left.setFixedWidth(NARROW if narrow else WIDE)
        self.editor.form.fit(narrow=narrow)

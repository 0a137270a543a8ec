"""A letter being written: its subject, its facts, its fields, and the paper they make."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.letter import Checklist
from desktop.domain.letter_data import Content
from desktop.domain.letter_facts import ChecklistFacts, ResultFacts, SuggestionFacts
from desktop.domain.letter_fields import LetterFields
from desktop.domain.letter_rules import check_final, plain
from desktop.domain.problems import Problem
from desktop.domain.profile import Signatory
from desktop.domain.register import LetterEntry
from desktop.services import letters
from desktop.services.assessments import assessment as one_assessment
from desktop.views.letter.form import SUBJECT_FIELD, LetterForm
from desktop.views.letter.offer import Offer, offer
from desktop.views.letter.preview import Made
from desktop.views.letter.side import PaperSide
from desktop.views.letter.typed import KEPT, shown, sought, typed
from desktop.views.pages import Shell
from desktop.wording import _, counted
from desktop.wording.problems import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.office import Office

Facts = ResultFacts | SuggestionFacts | ChecklistFacts
KEPT_AS = {"result": "assessment_id", "suggestion": "round", "checklist": "agreement"}
"""What a letter of each kind is about, as the register calls it."""
_PLACES = {"heading": "subject", "body": "opening", "copies": "copies", "signer": "signatory_id"}
"""Where a Problem of the content is said: the field beside which it stands."""


class Author(Protocol):
    """Our office as the writer of letters (office.author())."""

    signatories: Sequence[Signatory]

    def fields(self, facts: Facts) -> LetterFields:
        """What may be edited, filled in from facts."""
        ...

    def compose(self, facts: Facts, fields: LetterFields) -> Content:
        """What the paper says."""
        ...

    def signatory(self, id: str | None) -> Signatory | None:
        """The one named, else the usual one."""
        ...


class Editor(QObject):
    """Keeps form and paper together. Reads the office; writing is the page's."""

    def __init__(self, office: Office, shell: Shell, side: PaperSide) -> None:
        super().__init__(side)
        self._office, self._shell, self.side = office, shell, side
        self.form = LetterForm(lambda: shell.go("settings", group="signatories"))
        self.letter: str | None = None
        self.meeting: str | None = None
        self.kind, self.subject = "", ""
        self.offer = Offer(None, (), ())
        self._facts: Facts | None = None
        self._author: Author | None = None
        self._base: LetterFields | None = None
        self._filling, self._field = False, ""
        self._blamed: list[str] = []
        self.is_open = False
        self.form.picked.connect(self._pick)
        self.form.field("units").changed.connect(self._change_units)
        self.form.edited.connect(self._on_edit)
        side.preview.made.connect(self._on_made)
        side.preview.refused.connect(self._refuse)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    # Opening

    def begin(
        self,
        kind: str = "",
        *,
        assessment: str | None = None,
        round: str | None = None,
        agreement: str | None = None,
        meeting: str | None = None,
    ) -> None:
        """A new letter: of a kind, about a subject, or of the first kind that can be written."""
        if assessment is not None:
            round = self._office.read(one_assessment, id=assessment).round_id
        self.letter, self.meeting = None, meeting
        self.offer = offer(self._office, round or self._shell.round_id)
        kinds = self.offer.kinds
        if not (assessment or agreement or kind in kinds):
            kind = kinds[0] if kinds else ""
        subject = assessment or agreement or self.offer.only_subject(kind)
        self._show(kind, subject or "")
        self._fill()
        self._settle()

    def open(self, entry: LetterEntry) -> None:
        """A draft from the register."""
        self.letter, self.meeting = entry.id, entry.meeting_id
        held = entry.round_id
        if entry.assessment_id:
            held = self._office.read(one_assessment, id=entry.assessment_id).round_id
        self.offer = offer(self._office, held or self._shell.round_id)
        subject = entry.assessment_id or entry.round_id or entry.agreement_id or ""
        self._show(entry.kind, subject, self._office.read(letters.letter_fields, id=entry.id))
        self._fill()
        self._settle()

    def reload(self) -> None:
        """Facts as they stand now; what was typed stays."""
        if self.offer.round is not None:
            self.offer = offer(self._office, self.offer.round.id)
        read = bool(self.subject) and self._read(self._units())
        self._guarded(self._show_choices)
        if read:
            self.render(now=True)

    def _values(self) -> dict[str, Any]:
        values = shown(self._base) if self._base is not None else {}
        if values and values["signatory_id"] is None and self._author is not None:
            usual = self._author.signatory(None)
            values["signatory_id"] = usual.id if usual else None
        return {**values, "kind": self.kind, SUBJECT_FIELD.get(self.kind, ""): self.subject or None}

    def _show(self, kind: str, subject: str, fields: LetterFields | None = None) -> None:
        """Another kind or subject; the fields come from its facts unless they are given."""
        self.kind, self.subject, self.is_open = kind, subject, True
        self._base = self._facts = None
        self._blame({})
        self.side.show_notes(())
        read = bool(subject) and self._read(fields.units if fields else None)
        self._guarded(self._show_choices)
        if not subject:
            self.side.show_nothing(self._missing_subject())
        elif read and self._author is not None and self._facts is not None:
            self._base = fields or self._author.fields(self._facts)
            self.side.show_nothing(_("Menyusun surat…"))

    def _missing_subject(self) -> str:
        if not self.kind:
            return _("Pilih templat untuk melihat suratnya.")
        if self.kind == "checklist":
            return _("Pilih kesepakatan untuk melihat daftar periksanya.")
        return _("Pilih unit untuk melihat suratnya.")

    def _show_choices(self) -> None:
        known = self.offer
        has_facts = self._base is not None or self._facts is not None
        kind = self.kind if self.kind in known.kinds else ""
        self.form.show_kind(kind, embargo=known.is_embargoed, whole=has_facts)
        signatories = self._author.signatories if self._author is not None else ()
        self.form.show_choices(known.kinds, known.assessments, known.agreements, signatories)

    def _read(self, units: tuple[str, ...] | None) -> bool:
        """Reads facts and author; a Problem is said in the paper's place."""
        try:
            self._facts = self._office.letter_facts(self.kind, self.subject, units)
            self._author = self._office.author()
        except Problem as problem:
            self._facts = None
            self.side.show_nothing("")
            self.side.show_notes([("danger", say(problem))])
            return False
        return True

    def _fill(self) -> None:
        values, is_new = self._values(), self.letter is None
        self._guarded(lambda: self.form.show_values(values, self.title(), is_new=is_new))

    def _settle(self) -> None:
        """After filling: fields and paper from their upper edge."""
        self.form.area.verticalScrollBar().setValue(0)
        self.side.bar.show_draft(True)
        self.side.view.to_top()
        self.render(now=True)

    def _guarded(self, does: Callable[[], object]) -> None:
        """Fills the form without taking it for a person's choice."""
        kept, self._filling = self._filling, True
        try:
            does()
        finally:
            self._filling = kept

    # Choosing by hand

    def _pick(self) -> None:
        if self._filling:
            return
        kind = self.form.field("kind").value() or ""
        subject = self.offer.only_subject(kind) or ""
        if kind == self.kind and kind in ("result", "checklist"):
            subject = self.form.field(SUBJECT_FIELD[kind]).value() or ""
        if (kind, subject) == (self.kind, self.subject):
            return
        typed_before = {n: v for n, v in self.form.changes().items() if n in KEPT}
        self._show(kind, subject)
        self._fill()
        for name, value in typed_before.items():
            self._guarded(lambda name=name, value=value: self.form.field(name).set_value(value))
        self._settle()

    def _change_units(self) -> None:
        if self._filling or self.kind != "suggestion" or not self._base or self._units() == ():
            return
        if self._read(self._units()):
            self.render()

    def _units(self) -> tuple[str, ...] | None:
        return self.form.field("units").value() if self.kind == "suggestion" else None

    def _on_edit(self) -> None:
        if not self._filling:
            self.render()

    # The paper

    def fields(self) -> LetterFields:
        """What is typed now."""
        assert self._base is not None
        return typed(self.form.values(), self._base, self.kind)

    def compose(self) -> Content:
        """What the letter says now; a Problem when it may not be said."""
        if self._author is None or self._facts is None or self._base is None:
            raise Problem("letter.subject_missing")
        return self._author.compose(self._facts, self.fields())

    def render(self, *, now: bool = False) -> None:
        """Wishes the paper of what is typed."""
        if self._author is None or self._facts is None or self._base is None:
            return
        if self.form.is_broken() or self._units() == ():
            self.side.view.grey()
            return
        author, facts, fields = self._author, self._facts, self.fields()
        self.side.ask(
            self._office.paper,
            lambda: author.compose(facts, fields),
            stamped=True,
            now=now,
            sought=self._sought(),
        )

    def _on_made(self, made: Made) -> None:
        if not self.is_open:
            return
        content = made.content
        if isinstance(content, Checklist):
            self.form.show_composed("", "")
        else:
            first = plain(content.body[0])
            self.form.show_composed(content.heading.number_template, first)
        self._blame({})
        self._show_missing(content)

    def _show_missing(self, content: Content) -> None:
        """What keeps a draft from being issued."""
        problems = missing(content)
        words = [say(one) for one in problems if one.code != "letter.legal_basis_missing"]
        bare = len(problems) - len(words)
        if bare:
            words.append(
                counted(
                    "{n} temuan belum memiliki dasar hukum; surat belum dapat diterbitkan.",
                    "{n} temuan belum memiliki dasar hukum; surat belum dapat diterbitkan.",
                    bare,
                )
            )
        notes = [("warn", sentence) for sentence in words]
        self.side.show_notes(notes, _("Buka temuan") if bare else "", self._to_findings)

    def _to_findings(self) -> None:
        place = {"assessment": self.subject} if self.kind == "result" else {}
        self._shell.go("action", **place)

    def _refuse(self, problem: Problem) -> None:
        """The words typed now may not be printed: said until they are others."""
        if not self.is_open:
            return
        beside, rest = self._placed(problem)
        self._blame(beside)
        found = any(one.facts.get("place") == "annex" for one in problem.each())
        notes = [("danger", sentence) for sentence in rest[:3]]
        self.side.show_notes(notes, _("Buka temuan") if found else "", self._to_findings)

    def show_problem(self, problem: Problem) -> None:
        """What was asked for is refused: said beside the field until it is changed, or in a
        banner."""
        beside, rest = self._placed(problem)
        for name, sentence in beside.items():
            self.form.field(name).show_problem(sentence)
        for name in list(beside)[:1]:
            self.form.field(name).focus()
        if rest:
            self._shell.banner("write", "danger", rest[0])

    def _placed(self, problem: Problem) -> tuple[dict[str, str], list[str]]:
        """The sentences that belong to a field in sight, and the others."""
        beside: dict[str, str] = {}
        rest: list[str] = []
        for one in problem.each():
            place = str(one.facts.get("place") or one.field or "")
            name = _PLACES.get(place, place)
            sentence = _sentence(one)
            if self.form.field_of(name) is not None:
                beside.setdefault(name, sentence)
            elif sentence not in rest:
                rest.append(sentence)
        return beside, rest

    def _blame(self, sentences: dict[str, str]) -> None:
        for name in self._blamed:
            self.form.field(name).show_problem("")
        for name, sentence in sentences.items():
            self.form.field(name).show_problem(sentence)
        self._blamed = list(sentences)

    # What is marked on it

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        name = self.form.field_with(now)
        if name and self.is_open and name != self._field:
            self._field = name
            self.side.preview.seek(self._sought())

    def _sought(self) -> str:
        last = self.side.preview.last
        if not self._field or last is None or self._base is None or self._author is None:
            return ""
        fields = self.fields()
        signer = self._author.signatory(fields.signatory_id)
        return sought(self._field, last.content, fields, signer)

    def focus_first(self) -> None:
        """The cursor to what is to be chosen next, else into the first field."""
        subject = self.form.field_of(SUBJECT_FIELD.get(self.kind, ""))
        if subject is not None and not self.subject:
            subject.focus()
        else:
            self.form.focus_first()

    # For the register

    def title(self) -> str:
        """What the letter is called where it is asked about."""
        from desktop.wording.letters import kind_name

        about = self.offer.subject_name(self.kind, self.subject)
        name = kind_name(self.kind) if self.kind else _("Surat")
        return f"{name} {about}".strip()

    def register_facts(self) -> dict[str, Any]:
        """The facts of `keep_letter`, with the content as it is composed now."""
        fields = self.fields()
        return {
            "id": self.letter,
            "content": self.compose(),
            "fields": fields,
            "number": fields.number,
            "dated": fields.dated,
            "subject": fields.subject,
            "addressee": fields.addressee,
            "meeting": self.meeting,
            KEPT_AS[self.kind]: self.subject,
        }


def _sentence(problem: Problem) -> str:
    """Where it is wrong is seen by where it is said."""
    return say(Problem(problem.code, **{**problem.facts, "place": ""}))


def missing(content: Content) -> tuple[Problem, ...]:
    """What a final print still lacks."""
    if isinstance(content, Checklist):
        return ()
    try:
        check_final(content)
    except Problem as problem:
        return tuple(problem.each())
    return ()

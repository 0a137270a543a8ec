"""`patuh letter` and `patuh checklist`: composed, printed, registered."""

from __future__ import annotations

import hashlib
from argparse import ArgumentParser, Namespace
from dataclasses import replace

from desktop.commands import files
from desktop.commands.dates import day
from desktop.commands.opening import opened
from desktop.commands.usage import office_arguments
from desktop.commands.verb import Misuse, Reply, Verb
from desktop.domain.letter import Checklist
from desktop.domain.letter_data import Content
from desktop.domain.letter_fields import LetterFields
from desktop.domain.letter_rules import check_final
from desktop.domain.problems import Problem
from desktop.office import Office
from desktop.services import letters
from desktop.services.files import staged
from desktop.wording import _
from desktop.wording.letters import kind_name, state_name

SUBJECTS = {"result": "assessment_id", "suggestion": "round", "checklist": "agreement"}
"""What a paper of each kind is about, as the register calls it."""


def _letter_arguments(parser: ArgumentParser) -> None:
    subject = parser.add_mutually_exclusive_group(required=True)
    subject.add_argument("--assessment", metavar="ID", help=_("surat hasil penilaian ini"))
    subject.add_argument("--round", metavar="ID", help=_("surat saran dari putaran ini"))
    parser.add_argument(
        "--suggestions", action="store_true", help=_("surat saran: tanpa nilai dan zona")
    )
    parser.add_argument("--number", default="", metavar="NOMOR", help=_("nomor surat"))
    parser.add_argument("--on", metavar="TANGGAL", help=_("tanggal surat"))
    _paper_arguments(parser)


def _paper_arguments(parser: ArgumentParser) -> None:
    office_arguments(parser)
    parser.add_argument(
        "-o", "--output", required=True, metavar="F.pdf", help=_("berkas yang ditulis")
    )


def _letter(args: Namespace) -> Reply:
    of_round = args.round is not None
    if of_round != args.suggestions:
        raise Misuse(_("Tulis --round ID bersama --suggestions, atau --assessment ID saja."))
    dated = day("--on", args.on)
    kind, subject = ("suggestion", args.round) if of_round else ("result", args.assessment)
    with opened(args) as office:
        fields, _content = office.draft(kind, subject)
        said = replace(fields, number=args.number or fields.number, dated=dated or fields.dated)
        return _paper(args, office, kind, subject, said)


def _checklist_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--agreement", required=True, metavar="ID", help=_("ID kesepakatan"))
    _paper_arguments(parser)


def _checklist(args: Namespace) -> Reply:
    with opened(args) as office:
        fields, _content = office.draft("checklist", args.agreement)
        return _paper(args, office, "checklist", args.agreement, fields)


def _paper(args: Namespace, office: Office, kind: str, subject: str, fields: LetterFields) -> Reply:
    """Prints a paper. The register and the file change together: neither without the other."""
    files.check_suffix(args.output, ".pdf")
    _fields, content = office.draft(kind, subject, fields)
    ready = _is_ready(content)
    content = content if ready else replace(content, stamp=content.stamp or "DRAF")
    pdf: bytes = office.paper.letter(content)
    with staged(args.output, pdf) as place:
        ref = _kept(office, {SUBJECTS[kind]: subject}, fields, content)
        if ready:
            office.do(letters.issue_letter, id=ref, sha256=hashlib.sha256(pdf).hexdigest())
    sha256, state = hashlib.sha256(pdf).hexdigest(), "final" if ready else "draft"
    document = {"written": str(place), "letter": ref, "kind": kind, "state": state}
    line = f"{place}: {kind_name(kind)} {ref}, {state_name(state).lower()}"
    return Reply({**document, "sha256": sha256}, (line,))


def _is_ready(content: Content) -> bool:
    """Whether it may be issued: else it is stamped as a draft, and stays one."""
    try:
        if not isinstance(content, Checklist):
            check_final(content)
    except Problem:
        return False
    return content.stamp != "DRAF"


def _kept(office: Office, subject: dict[str, str], fields: LetterFields, content: Content) -> str:
    """Keeps the paper in the register; gives its id."""
    kept = office.do(
        letters.keep_letter,
        content=content,
        fields=fields,
        number=fields.number,
        dated=fields.dated or fields.drawn_up,
        subject=fields.subject,
        addressee=fields.addressee,
        **subject,
    )
    return kept.id or ""


VERBS = {
    "letter": Verb(_letter_arguments, _letter),
    "checklist": Verb(_checklist_arguments, _checklist),
}

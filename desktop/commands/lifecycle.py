"""`patuh advance`, `finalise`, `release`: an assessment and a round move on, step by step."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import replace

from desktop.commands.dates import day
from desktop.commands.opening import opened
from desktop.commands.telling import plain
from desktop.commands.usage import office_arguments
from desktop.commands.verb import Reply, Verb
from desktop.domain import assessment as assessment_rules
from desktop.domain import round as round_rules
from desktop.office import Office
from desktop.services import assessments, rounds, sealing
from desktop.wording import _, states

SCORES = ("value", "zone", "low", "high", "published_value")


def _advance_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "noun",
        choices=("assessment", "round"),
        help=_("assessment (penilaian) atau round (putaran)"),
    )
    parser.add_argument("id", metavar="ID", help=_("ID seperti yang dicetak oleh list"))
    known = dict.fromkeys((*assessment_rules.STATES, *round_rules.STATES))
    parser.add_argument(
        "state",
        metavar="STATE",
        help=_("keadaan berikutnya: {states}").format(states=", ".join(known)),
    )
    office_arguments(parser)
    parser.add_argument("--reason", default="", metavar="R", help=_("alasan, bila mundur"))


def _advance(args: Namespace) -> Reply:
    of_round = args.noun == "round"
    step = rounds.advance_round if of_round else sealing.advance_assessment
    with opened(args) as office:
        changes = office.do(step, id=args.id, state=args.state, reason=args.reason)
        ref = changes.id or args.id
        return _round(office, ref) if of_round else _assessment(office, ref)


def _round(office: Office, ref: str) -> Reply:
    found = office.read(rounds.round_of, id=ref)
    line = f"{found.name}: {states.word('round', found.state)}"
    return Reply({"round": plain(found)}, (line,))


def _assessment(office: Office, ref: str) -> Reply:
    """The assessment as it may be told: without a number until its round is released."""
    found = office.read(assessments.assessment, id=ref)
    if not found.is_released:
        found = replace(found, **dict.fromkeys(SCORES))
    more = {"state": found.shown_state, "embargoed": not found.is_released}
    line = f"{found.unit_name}: {states.word('assessment', found.shown_state)}"
    return Reply({"assessment": {**plain(found), **more}}, (line,))


def _finalise_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--assessment", required=True, metavar="ID", help=_("ID penilaian"))
    office_arguments(parser)


def _finalise(args: Namespace) -> Reply:
    with opened(args) as office:
        office.do(sealing.finalise_assessment, id=args.assessment)
        return _assessment(office, args.assessment)


def _release_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--round", required=True, metavar="ID", help=_("ID putaran"))
    office_arguments(parser)
    parser.add_argument("--on", metavar="TANGGAL", help=_("tanggal rilis; tanpa ini hari ini"))
    parser.add_argument("--number", default="", metavar="NOMOR", help=_("nomor keputusan"))


def _release(args: Namespace) -> Reply:
    on = day("--on", args.on)
    with opened(args) as office:
        office.do(rounds.release_round, id=args.round, on=on or office.today, number=args.number)
        return _round(office, args.round)


VERBS = {
    "advance": Verb(_advance_arguments, _advance),
    "finalise": Verb(_finalise_arguments, _finalise),
    "release": Verb(_release_arguments, _release),
}

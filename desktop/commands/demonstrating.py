"""`patuh demo`: the worked office, its papers, and its window."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from desktop.commands.verb import Reply, Verb
from desktop.wording import _


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", help=_("folder tempat kantor contoh dibangun"))
    parser.add_argument("--no-window", action="store_true", help=_("jangan buka jendela"))


def _demo(args: Namespace) -> Reply:
    from desktop.commands.demo import NOW, run

    # This process shows nothing but the demo, whose days are counted from its own clock.
    os.environ.setdefault("PATUH_NOW", NOW)
    written = run(Path(args.folder))
    lines = (_("Kantor contoh sudah dibangun:"), *(f"  {file}" for file in written))
    opens = None if args.no_window else str(written[0])
    return Reply({"written": [str(file) for file in written]}, lines, opens=opens)


VERBS = {"demo": Verb(_arguments, _demo)}

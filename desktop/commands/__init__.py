"""The command line: thin verbs over the same use cases as the window (docs/commands.md).

Exit 0: done. 1: a problem that the user can act on. 2: a command that cannot be meant.
"""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import cast

from desktop import shipped
from desktop.commands import faults, telling
from desktop.commands.usage import Parser
from desktop.commands.verb import Misuse, Verb
from desktop.domain.problems import Problem
from desktop.services.files import as_problem
from desktop.wording import N_, _, speak, teach

Show = Callable[[str | None], int]
VERBS = {
    "demo": ("demonstrating", N_("membangun kantor contoh dan membuka jendelanya")),
    "new": ("office", N_("membuat berkas kantor baru")),
    "check": ("office", N_("memeriksa keutuhan berkas kantor")),
    "score": ("score", N_("menghitung nilai dari berkas JSON")),
    "instruments": ("instrument", N_("menampilkan instrumen yang tersedia")),
    "instrument": ("authoring", N_("memeriksa, mengekspor, atau mengimpor instrumen")),
    "list": ("listing", N_("menampilkan daftar")),
    "export": ("listing", N_("menulis daftar ke berkas .xlsx")),
    "import": ("intake", N_("membaca berkas .xlsx berisi instansi, unit, dan produk")),
    "apply": ("bulk", N_("menerapkan catatan dan jawaban dari berkas JSON")),
    "advance": ("lifecycle", N_("memajukan penilaian atau putaran satu langkah")),
    "finalise": ("lifecycle", N_("membekukan penilaian")),
    "release": ("lifecycle", N_("merilis putaran")),
    "letter": ("letter", N_("mencetak surat hasil penilaian atau surat saran")),
    "checklist": ("letter", N_("mencetak daftar periksa tindak lanjut")),
    "version": ("version", N_("menampilkan versi program dan bagiannya")),
}
"""Verb -> the module it lives in, and what it does in a line."""


def main(args: Sequence[str], *, show: Show) -> int:
    """Runs one command and gives its exit code. No traceback ever reaches the user."""
    words = tuple(args)
    telling.speak_utf8()
    teach("en", shipped.data("translations", "en.mo"))
    speak(_language(words))
    as_json = "--json" in words
    try:
        return _run(words, show)
    except Misuse as misuse:
        print(misuse, file=sys.stderr)
        return 2
    except Problem as problem:
        return telling.tell_problem(problem, as_json=as_json)
    except BrokenPipeError:
        return _closed_pipe()
    except OSError as error:
        return telling.tell_problem(as_problem(error), as_json=as_json)
    except KeyboardInterrupt:
        print(_("Dihentikan."), file=sys.stderr)
        return 1
    except Exception as error:  # noqa: BLE001 - the last line before the user
        return telling.tell_problem(faults.note(error, words), as_json=as_json)


def _language(words: Sequence[str]) -> str:
    """The language asked for, before anything is parsed: help and complaints are in it too."""
    pairs = zip(words, (*words[1:], ""), strict=False)
    return "en" if any(p == ("--lang", "en") or p[0] == "--lang=en" for p in pairs) else "id"


def _run(words: Sequence[str], show: Show) -> int:
    if not words or words[0] in ("-h", "--help"):
        print(overview())
        return 0 if words else 2
    name, rest = words[0], words[1:]
    if name not in VERBS:
        raise Misuse(f"{overview()}\n\n" + _("Perintah {verb} tidak dikenal.").format(verb=name))
    parser = Parser(name, _(VERBS[name][1]))
    verb = _load(name)
    verb.arguments(parser)
    try:
        parsed = parser.parse_args(rest)
    except SystemExit as done:  # --help has printed
        return int(done.code or 0)
    return _answer(verb, parsed, show)


def _load(name: str) -> Verb:
    module = import_module(f"desktop.commands.{VERBS[name][0]}")
    return cast("dict[str, Verb]", module.VERBS)[name]


def _answer(verb: Verb, args: Namespace, show: Show) -> int:
    reply = verb.run(args)
    code = telling.tell(reply, as_json=args.json)
    sys.stdout.flush()
    if reply.opens is not None:
        show(reply.opens)
    return code


def overview() -> str:
    """All verbs, one line each."""
    width = max(map(len, VERBS))
    lines = [f"  {name.ljust(width)}  {_(about)}" for name, (_module, about) in VERBS.items()]
    more = _("Bantuan untuk satu perintah: patuh PERINTAH --help")
    head = _("Pemakaian: patuh [BERKAS.patuh] atau patuh PERINTAH …")
    return "\n".join([head, "", *lines, "", more])


def _closed_pipe() -> int:
    """Whoever read our output has gone (`patuh list … | head`): nothing more to say."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0

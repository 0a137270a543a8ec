"""The parser in the user's words: argparse's own texts are English only."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import NoReturn

from desktop.commands.verb import Misuse
from desktop.wording import N_, _

_COMPLAINTS = (
    (r"the following arguments are required: (.*)", N_("Belum lengkap: {0}.")),
    (r"one of the arguments (.*) is required", N_("Pilih salah satu: {0}.")),
    (r"unrecognized arguments: (.*)", N_("Tidak dikenal: {0}.")),
    (r"argument (.*): invalid choice: (.*?) \(choose from (.*)\)", N_("{0}: pilihannya {2}.")),
    (r"argument (.*): expected .*", N_("{0} memerlukan isian.")),
    (r"argument (.*): not allowed with argument (.*)", N_("{0} tidak dapat dipakai bersama {1}.")),
    (r"argument (.*): ignored explicit argument (.*)", N_("{0} tidak memerlukan isian.")),
)
"""argparse's complaint and ours, with the same parts."""


class _Help(argparse.HelpFormatter):
    """Heads its usage line in the user's language."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],  # pyright: ignore[reportPrivateUsage]
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, _("Pemakaian: "))


class Parser(argparse.ArgumentParser):
    """One verb's parser. A wrong command raises Misuse with a sentence and the usage line."""

    def __init__(self, verb: str, about: str) -> None:
        super().__init__(
            prog=f"patuh {verb}",
            description=about,
            formatter_class=_Help,
            add_help=False,
            allow_abbrev=False,
        )
        self._positionals.title = _("Isian")
        self._optionals.title = _("Pilihan")
        self.add_argument("-h", "--help", action="help", help=_("tampilkan bantuan ini"))
        self.add_argument(
            "--json", action="store_true", help=_("cetak satu dokumen JSON, tanpa kalimat lain")
        )
        self.add_argument("--lang", choices=("id", "en"), help=_("bahasa kalimat: id atau en"))

    def error(self, message: str) -> NoReturn:
        raise Misuse(f"{self.format_usage().strip()}\n{complaint(message)}")


def complaint(message: str) -> str:
    """argparse's complaint in the user's language; an unknown one is said in general."""
    for pattern, ours in _COMPLAINTS:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            parts = [part.replace("'", "") for part in found.groups()]
            return _(ours).format(*parts)
    return _("Perintah ini tidak lengkap atau salah tulis.")


def office_arguments(parser: argparse.ArgumentParser) -> None:
    """On which office, and who acts."""
    parser.add_argument(
        "--office",
        required=True,
        metavar="F",
        help=_("berkas kantor (.patuh) atau alamat postgresql://"),
    )
    operator_argument(parser)


def operator_argument(parser: argparse.ArgumentParser) -> None:
    """Who acts; else the name kept on this computer."""
    parser.add_argument("--operator", metavar="NAMA", help=_("nama yang tercatat di riwayat"))

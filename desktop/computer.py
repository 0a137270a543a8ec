"""What belongs to this computer: operator, language, last files and region, backup place.

One TOML file in the user's configuration folder, read by window and commands alike.
`PATUH_OPERATOR` goes before the stored name; `PATUH_CONFIG_DIR` moves the folder (tests).
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime

REMEMBERED = 6
"""How many files are kept in the list of those opened last."""
LANGUAGES = ("id", "en")


class Recent(NamedTuple):
    """An office that was open before: a path or a database address, and when."""

    address: str
    opened: str
    """ISO date-time, local."""


class Computer(NamedTuple):
    """The settings of this computer. Change with `_replace`, then `save`."""

    operator: str = ""
    language: str = "id"
    backup_folder: str = ""
    region: str = ""
    """The region looked at last on the page of agencies: its Kemendagri code."""
    recent: tuple[Recent, ...] = ()

    @property
    def last(self) -> str:
        """The office that was open last, or ""."""
        return self.recent[0].address if self.recent else ""

    def with_opened(self, address: str, at: datetime) -> Computer:
        """The same with an office at the head of the list."""
        rest = tuple(one for one in self.recent if one.address != address)
        now = Recent(address, at.replace(tzinfo=None).isoformat(timespec="minutes"))
        return self._replace(recent=(now, *rest)[:REMEMBERED])


def folder() -> Path:
    """The user's configuration folder of this program."""
    moved = os.environ.get("PATUH_CONFIG_DIR", "").strip()
    if moved:
        return Path(moved)
    from platformdirs import user_config_path

    return user_config_path("Patuh", appauthor=False)


def file() -> Path:
    """The settings file; it need not exist."""
    return folder() / "computer.toml"


def log_file() -> Path:
    """Where our own faults are written down, for whoever mends them."""
    from platformdirs import user_log_path

    return user_log_path("Patuh", appauthor=False) / "patuh.log"


def load() -> Computer:
    """The stored settings. A file that cannot be read counts as empty: none of it is precious."""
    try:
        text = file().read_text(encoding="utf-8")
    except OSError:
        return _named(Computer())
    import tomllib

    try:
        return _named(_read(tomllib.loads(text)))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return _named(Computer())


def save(computer: Computer) -> None:
    """Writes the settings whole, beside the old file first."""
    place = file()
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_suffix(".part")
    part.write_text(_written(computer), encoding="utf-8")
    part.replace(place)


def stored_operator() -> str:
    """The operator's name of this computer; PATUH_OPERATOR goes first; "" = not asked yet."""
    return load().operator


def _named(computer: Computer) -> Computer:
    name = os.environ.get("PATUH_OPERATOR", "").strip()
    return computer._replace(operator=name) if name else computer


def _read(raw: dict[str, Any]) -> Computer:
    language = str(raw.get("language", "id"))
    entries = raw.get("recent", [])
    recent = tuple(
        Recent(str(one["address"]), str(one.get("opened", "")))
        for one in (entries if isinstance(entries, list) else [])
        if isinstance(one, dict) and one.get("address")
    )
    return Computer(
        operator=str(raw.get("operator", "")),
        language=language if language in LANGUAGES else "id",
        backup_folder=str(raw.get("backup_folder", "")),
        region=str(raw.get("region", "")),
        recent=recent[:REMEMBERED],
    )


def _written(computer: Computer) -> str:
    """TOML; a JSON string is a TOML basic string (non-ASCII kept as it is)."""
    import json

    def quoted(text: str) -> str:
        return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")

    lines = [
        f"operator = {quoted(computer.operator)}",
        f"language = {quoted(computer.language)}",
        f"backup_folder = {quoted(computer.backup_folder)}",
        f"region = {quoted(computer.region)}",
    ]
    for one in computer.recent:
        lines += ["", "[[recent]]", f"address = {quoted(one.address)}"]
        lines += [f"opened = {quoted(one.opened)}"]
    return "\n".join(lines) + "\n"

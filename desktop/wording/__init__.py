"""The user's words: Indonesian is the source, English its twin. No other room builds sentences.

The language is a context variable, so that a letter can be composed in Indonesian on one thread
while the window speaks English on another.
"""

from __future__ import annotations

import io
from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from gettext import GNUTranslations, NullTranslations

_default = ["id"]
"""The language of the whole program; a list, so that `speak` changes it for every reader."""
_language: ContextVar[str | None] = ContextVar("language", default=None)
_catalogues: dict[str, NullTranslations] = {"id": NullTranslations()}


def teach(language: str, catalogue: bytes) -> None:
    """Gives a language its compiled catalogue (the bytes of a .mo file)."""
    _catalogues[language] = GNUTranslations(io.BytesIO(catalogue))


def speak(language: str) -> None:
    """Sets the language of the whole program: "id" or a language that was taught."""
    _default[0] = language if language in _catalogues else "id"


@contextmanager
def speaking(language: str) -> Generator[None]:
    """Speaks another language within a block (paper is Indonesian whatever the window speaks)."""
    token = _language.set(language if language in _catalogues else "id")
    try:
        yield
    finally:
        _language.reset(token)


def language() -> str:
    """The language spoken here and now: "id" or "en"."""
    return _language.get() or _default[0]


def _(text: str) -> str:
    """The text in the language spoken here and now."""
    return _catalogues[language()].gettext(text)


def N_(text: str) -> str:
    """Marks a text of a constant table for extraction; `_` translates it when it is shown."""
    return text


def counted(one: str, many: str, number: int) -> str:
    """`one` or `many` by number, with {n} filled in. Indonesian has one form; English two."""
    return _catalogues[language()].ngettext(one, many, number).format(n=number)

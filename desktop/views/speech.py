"""The language of the window, for our words and for Qt's own (OK, Cancel, file dialogs).

Qt ships no Indonesian, so its texts are a small table: resources/translations/qtbase_id.toml.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desktop import computer, shipped, wording


class QtWords(QTranslator):
    """Qt's own texts in Indonesian, read at the first text that is asked for."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:  # type: ignore[override]
        """The Indonesian text, or nothing when Qt's own is to stay."""
        return table().get(sourceText)


@cache
def table() -> dict[str, str]:
    """English source text of Qt -> Indonesian."""
    import tomllib

    return dict(tomllib.loads(shipped.text("translations", "qtbase_id.toml"))["words"])


def speak_as_set() -> None:
    """Sets the language of this computer's settings."""
    language = computer.load().language
    if language != "id":
        catalogue = shipped.path("translations", f"{language}.mo")
        if catalogue.is_file():
            wording.teach(language, catalogue.read_bytes())
    wording.speak(language)


def teach_qt(app: QApplication) -> None:
    """Lets Qt's own texts and dates follow our language; before the first dialog, not before
    the first paint."""
    if wording.language() == "id":
        QLocale.setDefault(QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia))
        app.installTranslator(QtWords(app))

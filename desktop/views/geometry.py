"""Where the window stood: the one thing kept in QSettings."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow

from desktop import computer

_KEY = "window/geometry"


def _settings() -> QSettings:
    return QSettings(str(computer.folder() / "window.ini"), QSettings.Format.IniFormat)


def restore(window: QMainWindow) -> None:
    """Puts the window where it was; the first time 1366 by 768 at most."""
    kept = _settings().value(_KEY)
    if not (isinstance(kept, QByteArray) and window.restoreGeometry(kept)):
        room = window.screen().availableGeometry()
        window.resize(min(1366, room.width()), min(768, room.height()))


def keep(window: QMainWindow) -> None:
    """Remembers where the window is."""
    _settings().setValue(_KEY, window.saveGeometry())

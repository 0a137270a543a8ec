"""Pictures of Selamat datang, in a window without an office."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop import computer
from desktop.__main__ import load_office, make_demo
from desktop.views.window import MainWindow
from tests.views.shots_settings import wait_for

FILES = (
    ("E:\\Data\\Perwakilan Kalteng 2026.patuh", datetime(2026, 11, 12, 8, 5)),
    ("D:\\Patuh\\Kabupaten Contoh 2026.patuh", datetime(2026, 11, 22, 15, 20)),
)


def shots(window: Any, office: Any) -> Iterator[tuple[str, QWidget]]:
    """The three ways in, a new office file, what is missing there, a file that is not there."""
    before = computer.load()
    known = before._replace(recent=())
    for address, opened in FILES:
        known = known.with_opened(address, opened)
    computer.save(known)
    welcome: Any = MainWindow(load_office, "", make_demo=make_demo)
    welcome.resize(window.size())
    welcome.show()
    wait_for(lambda: welcome.page() is not None)
    yield "welcome", welcome
    yield from _birth(welcome)
    welcome.open_address("D:\\Patuh\\Kabupaten Contoh 2026.patuh")
    yield "welcome-missing", welcome
    welcome.close()
    computer.save(before)


def _birth(welcome: Any) -> Iterator[tuple[str, QWidget]]:
    page = welcome.page()
    page.new()
    page.card.name.set_value("Sekretariat Daerah Kabupaten Barito Timur")
    page.card.region.set_value("62.13")
    page.card.person.show()
    yield "welcome-new", welcome
    page.card.submit()
    yield "welcome-new-problem", welcome
    page.card.leave()

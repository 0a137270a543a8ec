"""Icons: SVGs of the heroicons package, read straight from its data file, and a few of our own.

Lines are made a little stronger at 16 px so that all sizes look alike. Icons are drawn at the
screen's ratio with the colour put into the SVG text, and kept by name, size, colour and ratio.
"""

from __future__ import annotations

import zlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop import shipped
from desktop.views.theme import colour

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

_NAMES = {
    "home": "home",
    "agency": "building-library",
    "assessment": "clipboard-document-check",
    "meeting": "user-group",
    "letter": "envelope",
    "settings": "cog-6-tooth",
    "person": "user",
    "add": "plus",
    "import": "arrow-down-tray",
    "export": "arrow-up-tray",
    "print": "printer",
    "delete": "trash",
    "search": "magnifying-glass",
    "filter": "funnel",
    "more": "ellipsis-horizontal",
    "undo": "arrow-uturn-left",
    "redo": "arrow-uturn-right",
    "down": "chevron-down",
    "up": "chevron-up",
    "right": "chevron-right",
    "left": "chevron-left",
    "done": "check",
    "close": "x-mark",
    "late": "exclamation-triangle",
    "problem": "exclamation-circle",
    "info": "information-circle",
    "today": "clock",
    "date": "calendar",
    "lock": "lock-closed",
    "unlock": "lock-open",
    "open": "folder-open",
    "try": "star",
    "file": "document",
    "paper": "document-text",
    "healthy": "shield-check",
    "embargo": "eye-slash",
    "evidence": "paper-clip",
    "edit": "pencil",
    "none": "minus",
    "reload": "arrow-path",
    "link": "link",
    "photo": "photo",
    "phone": "phone",
    "unit": "building-storefront",
    "round": "arrow-path-rounded-square",
    "team": "users",
    "backup": "circle-stack",
    "language": "language",
    "key": "key",
    "instrument": "scale",
    "note": "pencil-square",
    "copy": "clipboard-document",
    "help": "question-mark-circle",
}
"""Our words for icons -> heroicons' names. Any heroicons name works as well."""

_OWN = frozenset({"result", "action", "history", "agreement", "sign", "pdf", "app"})


@cache
def _archive() -> bytes:
    spec = find_spec("heroicons")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("heroicons")
    return (Path(spec.submodule_search_locations[0]) / "heroicons.zip").read_bytes()


def _unpacked(member: str) -> str:
    """One member of the archive. Building zipfile's index of 1,288 entries would take longer
    than drawing all icons of the first paint, so its entry is searched from the end."""
    raw, name = _archive(), member.encode()
    entry = raw.rfind(name) - 46
    if entry < 0 or raw[entry : entry + 4] != b"PK\x01\x02":
        raise LookupError(member)
    packed = int.from_bytes(raw[entry + 20 : entry + 24], "little")
    head = int.from_bytes(raw[entry + 42 : entry + 46], "little")
    names = int.from_bytes(raw[head + 26 : head + 28], "little")
    extra = int.from_bytes(raw[head + 28 : head + 30], "little")
    start = head + 30 + names + extra
    method = int.from_bytes(raw[entry + 10 : entry + 12], "little")
    content = raw[start : start + packed]
    return (zlib.decompress(content, -15) if method == 8 else content).decode()


@cache
def _svg(name: str, solid: bool) -> str:
    if name in _OWN:
        return shipped.text("icons", f"{name}-solid.svg" if solid else f"{name}.svg")
    return _unpacked(f"{'solid' if solid else 'outline'}/{_NAMES.get(name, name)}.svg")


def source(name: str, ink: str, size: int, *, solid: bool = False) -> str:
    """The SVG text in one colour, its line weighed for the size."""
    width = "1.7" if size <= 16 else "1.5"
    text = _svg(name, solid).replace("currentColor", ink)
    return text.replace('stroke-width="1.5"', f'stroke-width="{width}"')


@cache
def _pixmap(name: str, size: int, ink: str, ratio: float, solid: bool, gap: int) -> QPixmap:
    picture = QPixmap(round((size + gap) * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    svg = source(name, ink, size, solid=solid).encode()
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


def _ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


def pixmap(
    name: str, size: int = 16, ink: str = "text2", *, solid: bool = False, gap: int = 0
) -> QPixmap:
    """The picture of an icon; `ink` is a colour token, `gap` empty pixels on the right."""
    return _pixmap(name, size, colour(ink).name(), _ratio(), solid, gap)


def icon(name: str, size: int = 16, ink: str = "text2", *, gap: int = 0) -> QIcon:
    """A QIcon with its disabled picture."""
    from PySide6.QtGui import QIcon

    made = QIcon(pixmap(name, size, ink, gap=gap))
    made.addPixmap(pixmap(name, size, "text3", gap=gap), QIcon.Mode.Disabled)
    return made


def draw(
    painter: QPainter, name: str, box: QRectF, ink: str = "text2", *, solid: bool = False
) -> None:
    """Draws an icon into a square box, centred."""
    size = int(min(box.width(), box.height()))
    picture = pixmap(name, size, ink, solid=solid)
    x = box.x() + (box.width() - size) / 2
    y = box.y() + (box.height() - size) / 2
    painter.drawPixmap(int(x), int(y), picture)


def app_icon() -> QIcon:
    """The program's icon, in the sizes windows ask for."""
    from PySide6.QtGui import QIcon

    made = QIcon()
    for size in (16, 32, 48):
        made.addPixmap(_pixmap("app", size, "none", 1.0, False, 0))
    return made


def size(pixels: int, gap: int = 0) -> QSize:
    """The icon size of a button whose icon has a gap to its text."""
    return QSize(pixels + gap, pixels)

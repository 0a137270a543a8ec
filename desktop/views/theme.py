"""The look's tokens: colours, type scale, spaces. The only place that writes a hex value."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

FAMILIES = ("Segoe UI", "Open Sans", "Noto Sans")

XS, S, M, L, XL, XXL = 4, 8, 12, 16, 20, 24
SIDE = 28
"""The page's own margin left and right."""
BLEED = 8
"""What a table's selection sticks out to the left of the text edge."""
CONTROL = 32
FOOT = 56
ROW, ROW_TWO_LINES, ROW_TREE, ROW_GROUP, HEAD = 38, 48, 32, 34, 32
NAV_WIDE, NAV_RAIL, NARROW = 212, 56, 1200
PAGE_HEAD = 80


class ZoneTone(NamedTuple):
    """Colours of one zone: shape, word, ground of the chip, and an outline where fill is pale."""

    fill: str
    word: str
    ground: str
    edge: str = ""


class Palette(NamedTuple):
    """All colours of one appearance (look.md, section 2)."""

    chrome: str
    page: str
    sunken: str
    surface: str
    hover: str
    line: str
    field: str
    thumb: str
    desk: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_text: str
    soft: str
    soft_line: str
    danger: str
    danger_soft: str
    warn: str
    warn_soft: str
    ok: str
    ok_soft: str
    paper: str
    marked: str
    zone_a: ZoneTone
    zone_b: ZoneTone
    zone_c: ZoneTone
    zone_d: ZoneTone
    zone_e: ZoneTone
    zone_none: ZoneTone

    def zone(self, tone: str) -> ZoneTone:
        """The colours of tone "a" to "e", or "none"."""
        found: ZoneTone = getattr(self, f"zone_{tone}")
        return found


LIGHT = Palette(
    chrome="#F2F4F7",
    page="#FFFFFF",
    sunken="#F7F8FA",
    surface="#FFFFFF",
    hover="#F0F3F7",
    line="#E3E7EC",
    field="#7C8796",
    thumb="#C2C9D2",
    desk="#E6E9EE",
    text="#18202B",
    text2="#465162",
    text3="#5C6878",
    accent="#24589C",
    accent_hover="#1C4880",
    on_accent="#FFFFFF",
    accent_text="#1E4F8F",
    soft="#E7EEF8",
    soft_line="#B9CDE8",
    danger="#A3231B",
    danger_soft="#FBE9E7",
    warn="#735000",
    warn_soft="#FFF3D0",
    ok="#12633A",
    ok_soft="#E4F3EA",
    paper="#FFFFFF",
    marked="#FFF3D0",
    zone_a=ZoneTone("#0B6138", "#0B6138", "#DDF0E5"),
    zone_b=ZoneTone("#2E8B57", "#0F6B3F", "#E8F5ED"),
    zone_c=ZoneTone("#E0A200", "#6B4A00", "#FFF1C9", "#7E5700"),
    zone_d=ZoneTone("#C23B2E", "#A3231B", "#FBE5E2"),
    zone_e=ZoneTone("#6E1414", "#6E1414", "#F3DADA"),
    zone_none=ZoneTone("#7C8796", "#465162", "#EEF1F4"),
)

DARK = Palette(
    chrome="#15191F",
    page="#1B2027",
    sunken="#171B21",
    surface="#232933",
    hover="#272E39",
    line="#313947",
    field="#7F8B9C",
    thumb="#454F5D",
    desk="#11151A",
    text="#E9EDF2",
    text2="#BAC3CF",
    text3="#98A4B3",
    accent="#6FA6F2",
    accent_hover="#8DB9F7",
    on_accent="#0C1624",
    accent_text="#9CC4FA",
    soft="#22344F",
    soft_line="#3B5A87",
    danger="#FF9A8F",
    danger_soft="#43221F",
    warn="#F2C45A",
    warn_soft="#3D3115",
    ok="#7FD3A2",
    ok_soft="#18392A",
    paper="#FFFFFF",
    marked="#FFF3D0",
    zone_a=ZoneTone("#2FA568", "#7FD9A8", "#153A28"),
    zone_b=ZoneTone("#6CC796", "#8FDCB2", "#1A3B2B"),
    zone_c=ZoneTone("#F0B93A", "#F5CB6B", "#3D3115"),
    zone_d=ZoneTone("#EE6F60", "#FF9A8F", "#43221F"),
    zone_e=ZoneTone("#D2564D", "#FFA69D", "#4A1C1A"),
    zone_none=ZoneTone("#7F8B9C", "#BAC3CF", "#2B323D"),
)

_shown: list[Palette] = [LIGHT]

_TYPE: dict[str, tuple[float, QFont.Weight]] = {
    "display": (26, QFont.Weight.DemiBold),
    "title": (16, QFont.Weight.DemiBold),
    "head": (12, QFont.Weight.DemiBold),
    "lead-strong": (11, QFont.Weight.DemiBold),
    "lead": (11, QFont.Weight.Normal),
    "zero": (11, QFont.Weight.Bold),
    "body": (10, QFont.Weight.Normal),
    "strong": (10, QFont.Weight.DemiBold),
    "caption": (9, QFont.Weight.Normal),
    "caption-strong": (9, QFont.Weight.DemiBold),
}
ROLES = tuple(_TYPE)


def palette() -> Palette:
    """The colours in force."""
    return _shown[0]


@cache
def _colour(value: str) -> QColor:
    return QColor(value)


def colour(token: str) -> QColor:
    """The colour of a token, e.g. colour("accent")."""
    return _colour(getattr(palette(), token))


def tint(value: str) -> QColor:
    """A palette value (already a hex text) as QColor."""
    return _colour(value)


@cache
def font(role: str = "body") -> QFont:
    """The font of a role of the type scale, with tabular digits."""
    size, weight = _TYPE[role]
    made = QFont(list(FAMILIES))
    made.setPointSizeF(size)
    made.setWeight(weight)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def type_scale() -> dict[str, tuple[float, int]]:
    """Role -> points and weight, for the style sheet."""
    return {role: (size, weight.value) for role, (size, weight) in _TYPE.items()}


def qt_palette(p: Palette) -> QPalette:
    """Qt's own palette from the tokens."""
    role = QPalette.ColorRole
    made = QPalette()
    pairs = {
        role.Window: p.page,
        role.Base: p.page,
        role.AlternateBase: p.sunken,
        role.Button: p.surface,
        role.WindowText: p.text,
        role.Text: p.text,
        role.ButtonText: p.text,
        role.Highlight: p.soft,
        role.HighlightedText: p.text,
        role.Accent: p.accent,
        role.PlaceholderText: p.text3,
        role.Link: p.accent_text,
        role.ToolTipBase: p.text,
        role.ToolTipText: p.page,
        role.Mid: p.line,
        role.Midlight: p.hover,
        role.Dark: p.field,
        role.Shadow: p.field,
    }
    for which, value in pairs.items():
        made.setColor(which, QColor(value))
    for which in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(p.text3))
    return made


def dress(app: QApplication) -> None:
    """What comes before the first paint: name, language, style, palette, font."""
    from desktop.views.speech import speak_as_set

    app.setApplicationName("Patuh")
    speak_as_set()
    _put_on(app, LIGHT)


def finish(app: QApplication) -> None:
    """What can wait for the first paint: the style sheet, the system's colours, the icon."""
    from PySide6.QtCore import Qt

    from desktop.views import icons
    from desktop.views.speech import teach_qt
    from desktop.views.style import sheet

    teach_qt(app)
    p = palette()
    scheme = Qt.ColorScheme.Dark if p is DARK else Qt.ColorScheme.Light
    app.styleHints().setColorScheme(scheme)
    app.setStyleSheet(sheet(p, type_scale()))
    app.setWindowIcon(icons.app_icon())


def finish_once() -> None:
    """`finish`, unless it was done already."""
    app = QApplication.instance()
    if isinstance(app, QApplication) and not app.styleSheet():
        finish(app)


def apply(app: QApplication, p: Palette = LIGHT) -> None:
    """The whole look at once, for a widget that is shown without the window."""
    _put_on(app, p)
    finish(app)


def _put_on(app: QApplication, p: Palette) -> None:
    _shown[0] = p
    app.setStyle("Fusion")
    app.setPalette(qt_palette(p))
    app.setFont(font())

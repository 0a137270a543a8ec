"""The look's tokens: contrast as look.md computes it, and no colour anywhere else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.views import icons, theme
from desktop.views.buttons import Button
from desktop.views.labels import Label, Wrapped
from desktop.views.style import sheet

VIEWS = Path(theme.__file__).parent
BOTH = pytest.mark.parametrize("palette", [theme.LIGHT, theme.DARK], ids=["light", "dark"])


@pytest.fixture
def dressed(qapp: QApplication) -> QApplication:
    theme.apply(qapp)
    return qapp


def luminance(value: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    shade = QColor(value)
    parts = (linear(p) for p in (shade.redF(), shade.greenF(), shade.blueF()))
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@BOTH
def test_every_text_can_be_read(palette: theme.Palette) -> None:
    p = palette
    pairs = [(ink, ground) for ink in (p.text, p.text2, p.text3) for ground in (p.page, p.soft)]
    pairs += [(p.text3, p.chrome), (p.text3, p.hover), (p.on_accent, p.accent)]
    pairs += [(p.accent_text, p.soft), (p.danger, p.danger_soft), (p.warn, p.warn_soft)]
    pairs += [(p.ok, p.ok_soft), (p.page, p.text)]
    pairs += [(z.word, z.ground) for z in map(p.zone, ("a", "b", "c", "d", "e", "none"))]
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


@BOTH
def test_outlines_and_shapes_can_be_seen(palette: theme.Palette) -> None:
    p = palette
    pairs = [(p.field, p.page), (p.accent, p.page)]
    for tone in ("a", "b", "c", "d", "e", "none"):
        zone = p.zone(tone)
        pairs.append((zone.edge or zone.fill, zone.ground))
    assert [pair for pair in pairs if contrast(*pair) < 3] == []


def test_nothing_but_the_palette_writes_a_colour() -> None:
    found = {
        str(file.relative_to(VIEWS))
        for file in VIEWS.rglob("*.py")
        if re.search(r"[\"'#:]#?[0-9A-Fa-f]{6}\b", file.read_text(encoding="utf-8"))
        and re.search(r"#[0-9A-Fa-f]{6}\b", file.read_text(encoding="utf-8"))
    }
    assert found == {"theme.py"}


def test_the_style_sheet_is_whole() -> None:
    text = sheet(theme.LIGHT, theme.type_scale())
    assert text.count("{") == text.count("}")
    assert "{{" not in text
    assert "None" not in text


@pytest.mark.usefixtures("dressed")
def test_roles_have_the_sizes_of_the_scale(qtbot: QtBot) -> None:
    for role, (size, _weight) in theme.type_scale().items():
        label = Label("Nilai 86,44", role)
        qtbot.addWidget(label)
        label.ensurePolished()
        assert QFontInfo(label.font()).pointSizeF() == pytest.approx(size, abs=0.4), role
        assert size >= 9


@pytest.mark.usefixtures("dressed")
def test_a_name_with_brackets_shows_as_typed(qtbot: QtBot) -> None:
    label = Label("Dinas <Perhubungan> & “Kominfo”")
    plain = QLabel("Dinas")
    for widget in (label, plain):
        qtbot.addWidget(widget)
    assert label.sizeHint().width() > plain.sizeHint().width() * 3


@pytest.mark.usefixtures("dressed")
def test_wrapped_words_keep_the_height_they_need(qtbot: QtBot) -> None:
    words = Wrapped("Tanggal ini sebelum surat diterima. " * 4, "caption")
    qtbot.addWidget(words)
    words.resize(200, 10)
    words.show()
    assert words.minimumHeight() == words.heightForWidth(200)
    assert words.minimumHeight() >= 4 * words.fontMetrics().height()


@pytest.mark.usefixtures("dressed")
def test_a_button_that_is_off_says_why(qtbot: QtBot) -> None:
    button = Button("Kirim ke verifikasi", "primary", tip="Ctrl+Enter")
    qtbot.addWidget(button)
    button.set_off("26 butir belum dinilai.")
    assert not button.isEnabled()
    assert button.toolTip() == "26 butir belum dinilai."
    button.set_off("")
    assert button.isEnabled()
    assert button.toolTip() == "Ctrl+Enter"


@pytest.mark.usefixtures("dressed")
def test_buttons_are_32_high_in_every_state(qtbot: QtBot) -> None:
    for kind in ("plain", "primary", "danger", "quiet"):
        button = Button("Simpan", kind)
        qtbot.addWidget(button)
        button.ensurePolished()
        assert button.sizeHint().height() == 32, kind


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("name", [*icons._NAMES, *sorted(icons._OWN), "academic-cap"])
def test_every_icon_is_there_and_draws(name: str) -> None:
    for solid in (False, True):
        picture = icons.pixmap(name, 16, "text2", solid=solid).toImage()
        inked = sum(
            picture.pixelColor(x, y).alpha() > 0
            for x in range(picture.width())
            for y in range(picture.height())
        )
        assert inked > 8, (name, solid)


def test_an_icon_that_does_not_exist_is_a_fault() -> None:
    with pytest.raises(LookupError):
        icons.source("no-such-icon", "black", 16)

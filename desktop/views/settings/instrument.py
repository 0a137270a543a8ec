"""One instrument version as a page to read: facts, zones on their scale, sources, uses."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.instrument import Instrument, weights_note
from desktop.domain.library import InstrumentEntry
from desktop.views.chips import Badge, ZoneChip
from desktop.views.forms import Scroll
from desktop.views.labels import Label, Wrapped
from desktop.views.ruler import Band, ZoneRuler
from desktop.views.zones import marks
from desktop.wording import _, counted, dates, numbers, scoring


class InstrumentView(QWidget):
    """Built anew for each version: it is only read."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("g", "side")
        self.paper = Scroll(QWidget())
        self.paper.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.paper.setAccessibleName(_("Keterangan instrumen"))
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 0, 0, 0)
        box.addWidget(self.paper)

    def show_instrument(
        self, whole: Instrument, entry: InstrumentEntry, rounds: Sequence[str]
    ) -> None:
        """Another version, and the names of the rounds that use it."""
        inner = QWidget()
        inner.setProperty("g", "clear")
        box = QVBoxLayout(inner)
        box.setContentsMargins(24, 11, 24, 20)
        box.setSpacing(4)
        for part in (*_head(whole, entry), *_zones(whole), *_sources(whole), *_uses(rounds)):
            box.addWidget(part)
        box.addStretch(1)
        self.paper.setWidget(inner)
        inner.setAutoFillBackground(False)


def _head(whole: Instrument, entry: InstrumentEntry) -> list[QWidget]:
    title = QWidget()
    line = QHBoxLayout(title)
    line.setContentsMargins(0, 0, 0, 4)
    line.setSpacing(8)
    line.addWidget(Label(whole.short_name or whole.code, "head"))
    official = whole.status == "official"
    line.addWidget(Badge(_("Resmi") if official else _("Draf"), "ok" if official else "warn"))
    line.addStretch(1)
    parts: list[QWidget] = [title, Wrapped(whole.name, "lead")]
    note = weights_note(whole)
    parts.append(_gap(6))
    parts.append(Badge(scoring.weights(note), "ok" if note == "official" else "warn"))
    parts.append(_gap(4))
    return [*parts, _facts(whole, entry)]


def _facts(whole: Instrument, entry: InstrumentEntry) -> QWidget:
    until = dates.long(whole.valid_to) if whole.valid_to else _("sekarang")
    scale = _("{low} sampai {high}").format(
        low=numbers.decimal(whole.scale_min, 0), high=numbers.decimal(whole.scale_max, 0)
    )
    valid = _("{first} sampai {last}").format(first=dates.long(whole.valid_from), last=until)
    pairs = (
        (_("Berlaku"), valid),
        (_("Butir"), counted("{n} indikator", "{n} indikator", entry.indicator_count)),
        (_("Skala"), scale),
        (_("Sidik berkas"), entry.sha256[:16]),
    )
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    for row, (caption, value) in enumerate(pairs):
        grid.addWidget(Label(caption, "body", "text2"), row, 0)
        grid.addWidget(Wrapped(value, "body"), row, 1)
    return made


def _zones(whole: Instrument) -> list[QWidget]:
    signs = marks(whole.zones)
    ruler = ZoneRuler()
    bands = [Band(signs[zone.code], float(zone.min)) for zone in whole.zones]
    ruler.show_scale(bands, float(whole.scale_max))
    ruler.setAccessibleName(_("Zona pada skala"))
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for row, zone in enumerate(whole.zones):
        low = _("mulai {value}").format(value=numbers.decimal(zone.min))
        remark = low if zone.sourced else _("{low}, batas diperkirakan").format(low=low)
        grid.addWidget(ZoneChip(signs[zone.code], 22), row, 0, Qt.AlignmentFlag.AlignLeft)
        words = Label(remark, "body", "text2")
        grid.addWidget(words, row, 1, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return [_title(_("Zona")), ruler, table]


def _sources(whole: Instrument) -> list[QWidget]:
    parts: list[QWidget] = [_title(_("Sumber"))]
    texts = list(whole.legal_basis) or [_("Sumber belum dicatat.")]
    parts += [Wrapped(text, "body") for text in texts]
    return parts


def _uses(rounds: Sequence[str]) -> list[QWidget]:
    names = list(rounds) or [_("Belum dipakai dalam putaran mana pun.")]
    return [_title(_("Dipakai dalam")), *(Wrapped(name, "body") for name in names)]


def _title(text: str) -> QWidget:
    made = QWidget()
    box = QVBoxLayout(made)
    box.setContentsMargins(0, 14, 0, 2)
    box.addWidget(Label(text, "strong"))
    return made


def _gap(height: int) -> QWidget:
    made = QWidget()
    made.setFixedHeight(height)
    return made

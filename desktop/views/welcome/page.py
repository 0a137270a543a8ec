"""Selamat datang: three ways in, and the files that were open before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop import __version__, computer
from desktop.views.cards import Card
from desktop.views.chips import Icon
from desktop.views.forms import Scroll
from desktop.views.labels import Label, Wrapped
from desktop.views.pages import Page, Shell
from desktop.views.welcome.birth import OfficeCard
from desktop.views.welcome.demo import DemoBuilder
from desktop.views.welcome.recent import RecentFiles
from desktop.wording import N_, _

if TYPE_CHECKING:
    from desktop.office import Office

COLUMN, TOP, LOW = 640, 82, 620


class WelcomePage(Page):
    """The only page that lives without an office."""

    has_head: ClassVar[bool] = False
    help_text: ClassVar[str] = N_(
        "Buat berkas kantor baru, buka yang ada, atau coba dengan data buatan."
    )

    def __init__(self, office: Office | None, shell: Shell) -> None:
        super().__init__(office, shell)
        self.views = QStackedWidget()
        self.body.addWidget(self.views)
        self.demo = DemoBuilder(shell)
        self.first = Card(
            "add",
            _("Buat berkas kantor baru"),
            _("Isi nama kantor, pilih wilayah, lalu salin daftar instansi"),
            self.start_birth,
            first=True,
        )
        self.second = Card(
            "open",
            _("Buka berkas yang ada"),
            _("Dari komputer, diska lepas, atau folder bersama"),
            shell.choose_file,
        )
        self.third = Card(
            "try",
            _("Coba dengan Kabupaten Contoh"),
            _("7 unit, nilai buatan, boleh diubah sesuai hati"),
            self.demo.start,
        )
        self.third.setVisible(self.demo.can_build())
        self.recent = RecentFiles(shell.open_address)
        self.card = OfficeCard()
        self.card.left.connect(self.show_start)
        self.card.kept.connect(self._make_office)
        self.views.addWidget(self._start_view())
        self.views.addWidget(self._birth_view())

    def _start_view(self) -> QWidget:
        version = _("Patuh {version} · petunjuk tombol tersedia dengan F1")
        title = Label(_("Selamat datang di Patuh"), "title")
        promise = _("Semua data tinggal di satu berkas di komputer ini. Tidak perlu internet.")
        cards = QWidget()
        box = QVBoxLayout(cards)
        box.setContentsMargins(0, 14, 0, 14)
        box.setSpacing(10)
        for card in (self.first, self.second, self.third):
            box.addWidget(card)
        foot = Label(version.format(version=__version__), "caption")
        parts = [_mark(), title, Wrapped(promise, "lead", "text2"), cards, self.recent]
        return Centred(parts, foot)

    def _birth_view(self) -> QWidget:
        title = Label(_("Buat berkas kantor baru"), "title")
        promise = _("Satu berkas menyimpan semua data kantor. Semua isian dapat diubah kemudian.")
        gap = QWidget()
        gap.setFixedHeight(14)
        return Centred([title, Wrapped(promise, "lead", "text2"), gap, self.card])

    def load(self) -> None:
        self.recent.show_files(computer.load().recent)
        self.show_start()

    def show_start(self) -> None:
        """The three cards."""
        self.views.setCurrentIndex(0)
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def start_birth(self) -> None:
        """The draft of a new office file."""
        self.shell.clear_banner("open")
        self.views.setCurrentIndex(1)
        self.card.begin(operator=computer.load().operator)

    def _make_office(self, values: dict[str, Any]) -> None:
        """Makes the file; a refusal comes as a banner, and the draft is still there."""
        if values["operator"]:
            self.shell.keep_operator(values["operator"])
        facts = {name: values[name] for name in ("name", "kind", "with_agencies")}
        self.card.set_busy(False)
        self.shell.create_office(values["place"], region=values["region"], **facts)

    def new(self) -> None:
        self.start_birth()

    def panes(self) -> Sequence[QWidget]:
        return (self.first, self.recent) if self.views.currentIndex() == 0 else (self.card,)

    def focus_start(self) -> None:
        if self.views.currentIndex() == 0:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.card.focus_first()


def _mark() -> QWidget:
    mark = QWidget()
    line = QHBoxLayout(mark)
    line.setContentsMargins(0, 0, 0, 14)
    line.addWidget(Icon("app", "accent", 56))
    line.addStretch(1)
    return mark


class Centred(Scroll):
    """A column of 640 in the middle of the page; a low window leaves less room above it."""

    def __init__(self, parts: Sequence[QWidget], foot: QWidget | None = None) -> None:
        inner = QWidget()
        inner.setProperty("g", "clear")
        column = QWidget()
        column.setFixedWidth(COLUMN)
        line = QHBoxLayout(inner)
        line.setContentsMargins(24, 0, 24, 0)
        line.addStretch(1)
        line.addWidget(column)
        line.addStretch(1)
        self._box = QVBoxLayout(column)
        self._box.setSpacing(4)
        for part in parts:
            self._box.addWidget(part)
        self._box.addStretch(1)
        if foot is not None:
            self._box.addWidget(foot)
        super().__init__(inner)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = event.size().height() - LOW
        self._box.setContentsMargins(0, max(24, min(TOP, room)), 0, 16)

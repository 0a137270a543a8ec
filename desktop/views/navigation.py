"""The navigation: round switcher, pages with counts, settings and person; as a rail when narrow."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views import icons, paint
from desktop.views.clickable import Clickable
from desktop.views.entries import PAGES, SETTINGS, Entry
from desktop.views.theme import NAV_RAIL, NAV_WIDE, colour
from desktop.wording import _

ITEM_HEIGHT, SWITCHER_HEIGHT, PERSON_HEIGHT = 38, 46, 48


class NavItem(Clickable):
    """One page: icon, title, count. Solid icon, soft ground and a bar when it is shown."""

    def __init__(self, entry: Entry, hint: str) -> None:
        super().__init__(_(entry.title), ITEM_HEIGHT)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.entry, self._hint = entry, hint
        self._count, self._late = 0, False
        self.is_rail = False
        self.setToolTip(hint)

    def show_count(self, count: int, *, late: bool) -> None:
        """A count at the right; 0 hides it."""
        self._count, self._late = count, late
        self.setAccessibleName(f"{self.text()}, {count}" if count else self.text())
        self.update()

    def show_as_rail(self, rail: bool) -> None:
        """Icon only, with the title in the tooltip."""
        self.is_rail = rail
        self.setToolTip(f"{self.text()}  {self._hint}" if rail else self._hint)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        chosen = self.isChecked()
        box = QRectF(8, 1, self.width() - 16, ITEM_HEIGHT - 2)
        if chosen or self.underMouse():
            paint.rounded(painter, box, 6, colour("soft" if chosen else "line"))
        if chosen:
            paint.rounded(painter, QRectF(8, 11, 3, 16), 1.5, colour("accent"))
        if self.ringed:
            paint.ring(painter, box, 6)
        ink = "accent_text" if chosen else "text2"
        x = (self.width() - 20) / 2 if self.is_rail else 20
        icons.draw(painter, self.entry.icon, QRectF(x, 9, 20, 20), ink, solid=chosen)
        if not self.is_rail:
            self._paint_words(painter, chosen)

    def _paint_words(self, painter: QPainter, chosen: bool) -> None:
        role, ink = ("strong", "accent_text") if chosen else ("body", "text")
        paint.write(painter, QRectF(52, 0, 116, ITEM_HEIGHT), self.text(), role, ink)
        if self._count:
            box = QRectF(152, 0, self.width() - 172, ITEM_HEIGHT)
            ink = "danger" if self._late else "text2"
            paint.write(painter, box, str(self._count), "strong", ink, paint.RIGHT)


class Switcher(Clickable):
    """The round in force: name and caption; opens the list of rounds."""

    def __init__(self) -> None:
        super().__init__("", SWITCHER_HEIGHT)
        self._caption = ""

    def show_words(self, name: str, caption: str) -> None:
        """The round's name, and office and instrument below it."""
        self.setText(name)
        self._caption = caption
        self.setAccessibleName(_("Putaran: {name}").format(name=name))
        self.setToolTip(f"{name}\n{caption}" if caption else name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse() and self.text():
            paint.rounded(painter, QRectF(8, 1, self.width() - 16, 44), 6, colour("line"))
        if self.ringed:
            paint.ring(painter, QRectF(8, 1, self.width() - 16, 44), 6)
        room = self.width() - 20 - 28
        paint.write(painter, QRectF(20, 4, room, 20), self.text(), "strong")
        paint.write(painter, QRectF(20, 23, room, 18), self._caption, "caption", "text2")
        if self.text():
            icons.draw(painter, "down", QRectF(self.width() - 26, 15, 16, 16), "text2")


class Person(Clickable):
    """Who works here: name, and role or office below it."""

    def __init__(self) -> None:
        super().__init__("", PERSON_HEIGHT)
        self._caption = ""

    def show_words(self, name: str, caption: str) -> None:
        """Name and caption."""
        self.setText(name)
        self._caption = caption
        self.setAccessibleName(_("Operator: {name}").format(name=name))
        self.setToolTip(_("Ganti operator"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse():
            paint.rounded(painter, QRectF(8, 1, self.width() - 16, 46), 6, colour("line"))
        if self.ringed:
            paint.ring(painter, QRectF(8, 1, self.width() - 16, 46), 6)
        rail = self.width() < NAV_WIDE
        x = (self.width() - 16) / 2 if rail else 20
        icons.draw(painter, "person", QRectF(x, 16, 16, 16), "text2")
        if not rail:
            room = self.width() - 44 - 12
            paint.write(painter, QRectF(44, 5, room, 20), self.text())
            paint.write(painter, QRectF(44, 24, room, 17), self._caption, "caption", "text2")


class Navigation(QWidget):
    """The left side of the window. Tells which page is wanted; shows which one is there."""

    wanted = Signal(str)
    round_wanted = Signal(object)
    """A round's id, or None for "Putaran baru"."""

    def __init__(self, person: Callable[[], object]) -> None:
        super().__init__()
        self.setAccessibleName(_("Navigasi"))
        self.items = {
            entry.key: NavItem(entry, f"Ctrl+{at}") for at, entry in enumerate(PAGES, start=1)
        }
        self.items[SETTINGS.key] = NavItem(SETTINGS, "Ctrl+,")
        self.switcher, self.person = Switcher(), Person()
        self._rounds: tuple[tuple[str, str], ...] = ()
        self._round_now: str | None = None
        self._build()
        self.switcher.clicked.connect(self._open_rounds)
        self.person.clicked.connect(lambda _checked=False: person())
        self.show_as_rail(False)

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 8)
        box.setSpacing(0)
        box.addWidget(self.switcher)
        box.addSpacing(12)
        for key, item in self.items.items():
            if key == SETTINGS.key:
                box.addStretch(1)
            box.addWidget(item)
            item.clicked.connect(lambda _on=False, key=key: self.wanted.emit(key))
        box.addWidget(self.person)

    def show_page(self, key: str) -> None:
        """Marks the page in sight; one that has no item marks none."""
        for name, item in self.items.items():
            item.setAutoExclusive(False)
            item.setChecked(name == key)
            item.setAutoExclusive(True)

    def show_rounds(self, rounds: Sequence[tuple[str, str]], now: str | None) -> None:
        """The rounds one can switch to: (id, name)."""
        self._rounds, self._round_now = tuple(rounds), now

    def show_as_rail(self, rail: bool) -> None:
        """56 px with icons only, or 212 px."""
        self.setFixedWidth(NAV_RAIL if rail else NAV_WIDE)
        for item in self.items.values():
            item.show_as_rail(rail)
        self.switcher.setVisible(not rail)

    def focus_item(self) -> QWidget:
        """Where F6 lands: the item of the page in sight."""
        chosen = [item for item in self.items.values() if item.isChecked()]
        return chosen[0] if chosen else self.items["home"]

    def _open_rounds(self) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, name in self._rounds:
            choice = menu.addAction(name.replace("&", "&&"))
            choice.setCheckable(True)
            choice.setChecked(key == self._round_now)
            choice.triggered.connect(lambda _on=False, key=key: self.round_wanted.emit(key))
        if self._rounds:
            menu.addSeparator()
        new = menu.addAction(icons.icon("add"), _("Buat putaran…"))
        new.triggered.connect(lambda: self.round_wanted.emit(None))
        menu.popup(self.switcher.mapToGlobal(QPoint(12, SWITCHER_HEIGHT)))

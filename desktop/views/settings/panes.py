"""What every group of settings is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.forms import Form
from desktop.views.labels import Label
from desktop.views.theme import SIDE
from desktop.wording import _

if TYPE_CHECKING:
    from desktop.office import Office
    from desktop.views.pages import Page


class Pane(QWidget):
    """One group: reads in `load`, writes through its page."""

    key: ClassVar[str]
    title: ClassVar[str]

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.is_stale = True
        self.lay = QHBoxLayout(self)
        self.lay.setContentsMargins(0, 0, 0, 0)
        self.lay.setSpacing(0)

    @property
    def office(self) -> Office:
        """The open office."""
        return self.page.office

    def load(self) -> None:
        """Reads and shows. A draft that is under way stays."""
        raise NotImplementedError

    def parts(self) -> Sequence[QWidget]:
        """What F6 walks through."""
        return ()

    def new(self) -> None:
        """Ctrl+N."""

    def seek(self) -> None:
        """Ctrl+F."""

    def edit(self) -> None:
        """F2."""
        for part in self.parts():
            if isinstance(part, Form):
                part.focus_first()
                return

    def fit(self, window_width: int) -> None:
        """What gives way in a narrow window."""


class PaneForm(Form):
    """A form over the whole group; its fields get no wider than `most`."""

    def __init__(self, title: str, remark: str, most: int) -> None:
        super().__init__(title, ground="page", margins=(SIDE, 11, SIDE, 16))
        self._most = most
        self.head.add_button(Label(remark, "caption", "text2"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        right = max(SIDE, event.size().width() - SIDE - self._most)
        self.body.setContentsMargins(SIDE, 11, right, 16)


def file_form(title: str, most: int = 660) -> PaneForm:
    """A form of what travels with the office file; its head says so."""
    return PaneForm(title, _("ikut berkas, tercatat di riwayat"), most)


def computer_form(title: str) -> PaneForm:
    """A form of what stays on this computer."""
    return PaneForm(title, _("hanya di komputer ini"), 500)

"""What every group of settings is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.forms import Form
from desktop.views.labels import Label
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

    def find(self) -> None:
        """Ctrl+F."""

    def edit(self) -> None:
        """F2."""
        for part in self.parts():
            if isinstance(part, Form):
                part.focus_first()
                return

    def fit(self, window_width: int) -> None:
        """What gives way in a narrow window."""


def file_form(title: str) -> Form:
    """A form of what travels with the office file; its head says so."""
    return _form(title, _("ikut berkas, tercatat di riwayat"))


def computer_form(title: str) -> Form:
    """A form of what stays on this computer."""
    return _form(title, _("hanya di komputer ini"))


def _form(title: str, remark: str) -> Form:
    form = Form(title, ground="page", margins=(28, 6, 28, 16))
    form.head.add_button(Label(remark, "caption", "text2"))
    return form

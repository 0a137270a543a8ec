"""What the window keeps on this computer: who works here, and which offices were open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop import computer

if TYPE_CHECKING:
    from desktop.office import Office


class Memory:
    """The computer's settings as the window uses them; `refused` is called when a save fails."""

    def __init__(self, refused: Callable[[], object]) -> None:
        self.settings = computer.load()
        self._refused = refused

    def opened(self, office: Office) -> str:
        """Remembers an office as opened last; gives its address."""
        address = str(office.path.resolve()) if office.path else office.address
        self._keep(computer.load().with_opened(address, office.now))
        return address

    def call(self, name: str) -> None:
        """The operator's name from now on."""
        self._keep(computer.load()._replace(operator=name))

    def _keep(self, settings: computer.Computer) -> None:
        self.settings = settings
        try:
            computer.save(settings)
        except OSError:
            self._refused()

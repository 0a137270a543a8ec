"""What an integrity check of an office looked at, and what it found."""

from __future__ import annotations

from dataclasses import dataclass

CHECKS = ("structure", "references", "schema", "history", "seals", "totals")
"""structure, references: SQLite's own; history: the chain; seals, totals: recomputed."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, by the check that found it."""

    check: str
    id: str
    """Public id of the record, number of a history entry, or name of a table."""
    unit: str = ""
    agency: str = ""
    detail: str = ""
    """What SQLite or the program said; "" where the check's name says it all."""


@dataclass(frozen=True, slots=True)
class Health:
    """The result of an integrity check."""

    checked: tuple[str, ...]
    faults: tuple[Fault, ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults

    def faults_of(self, check: str) -> tuple[Fault, ...]:
        """What one check found."""
        return tuple(fault for fault in self.faults if fault.check == check)

"""What a bench tells: a value beside its floor. Seconds vary by machine, ratios hardly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

Pair = tuple[float, float]
"""A floor and a value, measured one right after the other."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """One line: `value` is `ratio` times `floor`, and should be at most `goal` times."""

    name: str
    value: float
    floor: float
    unit: str
    ratio: float
    goal: float

    @property
    def holds(self) -> bool:
        return self.ratio <= self.goal

    def as_json(self) -> dict[str, object]:
        """The shape of `--json`."""
        return {
            "name": self.name,
            "value": round(self.value, 4),
            "floor": round(self.floor, 4),
            "unit": self.unit,
            "ratio": round(self.ratio, 3),
            "goal": self.goal,
            "holds": self.holds,
        }

    def __str__(self) -> str:
        verdict = "holds" if self.holds else "TOO MUCH"
        numbers = f"{self.value:10.1f} {self.unit:<7} floor {self.floor:8.1f}"
        return f"{self.name:<34} {numbers}  ×{self.ratio:5.2f}  goal {self.goal:.2f}  {verdict}"


def of_pairs(name: str, pairs: Sequence[Pair], *, unit: str, goal: float) -> Ratio:
    """The median of the pairs' ratios: a slow moment of the machine slows both of a pair."""
    floors, values = zip(*pairs, strict=True)
    ratio = median(value / floor for floor, value in pairs)
    return Ratio(name, median(values), median(floors), unit, ratio, goal)

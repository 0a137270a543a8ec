"""Where in the workbook a fault stands that the domain tells by its place in the document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.exact import exact
from desktop.domain.problems import Problem
from desktop.sheets.instrument_found import Found, Line

_FIELDS = {
    "instrument.weight_missing": "weight",
    "instrument.weight_negative": "weight",
    "instrument.grouping_wrong": "grouping",
    "instrument.options_missing": "options",
    "instrument.options_and_number": "answer",
    "instrument.set_unknown": "options",
    "instrument.option_double": "options",
    "instrument.option_unreachable": "options",
    "instrument.decimals_wrong": "decimals",
    "instrument.range_wrong": "maximum",
    "instrument.years_wrong": "to_year",
    "instrument.role_without_respondent": "role",
    "instrument.product_type_without_product": "product_types",
    "instrument.optional_counted": "optional",
    "instrument.scale_wrong": "scale_max",
    "instrument.validity_wrong": "valid_to",
    "instrument.zone_order": "min",
    "instrument.zone_hole": "min",
    "instrument.zone_unreachable": "min",
    "instrument.zone_double": "code",
    "instrument.code_double": "code",
    "instrument.variant_double": "year",
    "instrument.quota_wrong": "minimum",
}
"""The cell that a fault of the whole is about."""
_WHOLE = "instrumen"


@dataclass(frozen=True, slots=True)
class _Spot:
    """A row of a sheet."""

    sheet: Found
    line: Line

    def row(self, name: str) -> int:
        return self.line.rows.get(name, self.line.row)


class Places:
    """Knows the row of everything that the document names."""

    def __init__(self, found: Mapping[str, Found]) -> None:
        self._found = found
        self._spots: dict[str, _Spot] = {}
        for key, sheet in found.items():
            for number, line in enumerate(sheet.lines, start=1):
                self._spots |= dict.fromkeys(_names(key, number, line), _Spot(sheet, line))
        self._name_nodes()

    def _name_nodes(self) -> None:
        """Nodes by their codes. The trunk has no row as a rule: its faults are the tree's."""
        tree = self._found["nodes"]
        code = self._found["instrument"].lines[0].values.get("code", "")
        self._spots[str(code)] = _Spot(tree, Line(tree.head))
        for sheet in filter(None, (self._found.get("root"), tree)):
            self._spots |= {str(x.values["code"]): _Spot(sheet, x) for x in sheet.lines}

    def located(self, problem: Problem) -> Problem:
        """The problem with its sheet, row and column, as far as they are known."""
        facts = problem.facts
        spot, rest = self._spot(problem)
        if spot is None:
            return Problem(problem.code, **facts)
        name = rest or str(facts.get("key") or _FIELDS.get(problem.code, ""))
        where = {"sheet": spot.sheet.title, "row": spot.row(name)}
        return Problem(problem.code, **facts, **where, column=spot.sheet.heads.get(name, ""))

    def _spot(self, problem: Problem) -> tuple[_Spot | None, str]:
        facts = problem.facts
        if problem.code in ("instrument.band_order", "instrument.band_hole"):
            return self._band(str(facts.get("place")), facts.get("bound")), "minimum"
        for name in ("zone", "year", "role"):
            if facts.get(name) and f"{name}:{facts[name]}" in self._spots:
                return self._spots[f"{name}:{facts[name]}"], ""
        if problem.code == "instrument.quota_wrong" or "place" not in facts:
            return self._spots.get(_WHOLE), ""
        return self._of_place(str(facts["place"]))

    def _of_place(self, place: str) -> tuple[_Spot | None, str]:
        """The longest beginning of a place that is known, and the field named after it."""
        parts = place.split(", ")
        for kept in range(len(parts), 0, -1):
            spot = self._spots.get(", ".join(parts[:kept]))
            if spot is not None:
                rest = [part for part in parts[kept:] if part != "indicator"]
                return spot, rest[0].split(" ")[0] if rest else ""
        return None, ""

    def _band(self, code: str, bound: object) -> _Spot | None:
        bands = [x for x in self._found["bands"].lines if x.values.get("code") == code]
        wanted = [x for x in bands if exact(x.values.get("minimum")) == bound]
        line = next(iter(reversed(wanted or bands[:1])), None)
        return _Spot(self._found["bands"], line) if line else self._spots.get(code)


def _names(key: str, number: int, line: Line) -> list[str]:
    """What the domain may call a row."""
    if key == "instrument":
        return [_WHOLE]
    place = key.replace(".", ", ") if key.startswith("opinion") else key
    names = [f"{_WHOLE}, {place}" if key == "opinion" else f"{_WHOLE}, {place} {number}"]
    tags = {"zones": ("zone", "code"), "variants": ("year", "year"), "quotas": ("role", "role")}
    if key in tags:
        tag, name = tags[key]
        names.append(f"{tag}:{line.values.get(name, '')}")
    return names

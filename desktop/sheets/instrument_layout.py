"""How an instrument lies in a workbook: which sheets, which columns, for both directions.

The sheets follow the records of `domain.instrument`: a list of records is a sheet, a field a
column (or, where there is one record, a line). Only the tree, its options and its bands lie apart:
one row for a node with its indicator, options by the name of their set, bands by their node's code.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from desktop.domain.instrument import Band, Indicator, Instrument, Node, Option
from desktop.domain.instrument_kinds import Kind, kinds
from desktop.sheets.columns import LANGUAGES, plain
from desktop.wording import N_, _, instrument, speaking

TITLES: Mapping[str, str] = {
    "instrument": N_("Instrumen"),
    "nodes": N_("Pohon"),
    "option_sets": N_("Pilihan"),
    "bands": N_("Pita"),
    "zones": N_("Zona"),
    "variants": N_("Varian"),
    "quotas": N_("Kuota"),
    "gates": N_("Gerbang"),
    "opinion": N_("Opini"),
    "opinion.rows": N_("Baris opini"),
    "opinion.columns": N_("Kolom opini"),
    "loci": N_("Lokus"),
    "alternative_scales": N_("Skala lain"),
    "alternative_scales.zones": N_("Zona skala lain"),
    "notes": N_("Catatan"),
    "root": N_("Akar"),
}
GUIDE = N_("Petunjuk")
LINE, VALUE, HINT = N_("Isian"), N_("Isi"), N_("Yang dapat diisi")
CODES = frozenset("code parent set options zone decided_by met unmet".split())
"""Fields by which rows find each other: no spaces around them."""
_HEADS = {
    "weight_sourced": N_("Bobot bersumber"),
    "nodes.options": N_("Kumpulan pilihan"),
    "root.options": N_("Kumpulan pilihan"),
    "bands.code": N_("Kode indikator"),
    "bands.minimum": N_("Mulai dari"),
    "alternative_scales.maximum": N_("Nilai paling tinggi"),
    "quotas.minimum": N_("Sekurang-kurangnya"),
    "quotas.per": N_("Dihitung per"),
}
_CHOICES = {"quotas.per": "counted_per"}
_WIDE = frozenset("name legal_basis evidence_hint remedy_hint text condition rule label".split())


@dataclass(frozen=True, slots=True)
class Field:
    """One column, or one line of an upright sheet."""

    sheet: str
    kind: Kind
    words: str
    """For a choice: the table of wording.instrument."""

    @property
    def name(self) -> str:
        return self.kind.name

    @property
    def width(self) -> int:
        return 48 if self.name in _WIDE else 16

    def head(self) -> str:
        """The head in the language spoken."""
        told = _HEADS.get(f"{self.sheet}.{self.name}") or _HEADS.get(self.name)
        return _(told) if told else instrument.field(self.name)

    def heads(self) -> Iterator[str]:
        """Every head under which it is known, as `plain` has it."""
        for language in LANGUAGES:
            with speaking(language):
                yield plain(self.head())
        yield plain(self.name)

    def choices(self) -> dict[str, str]:
        """What may be written of a choice, as `plain` has it, and what it means."""
        found = {plain(code): code for code in self.kind.choices}
        for language in LANGUAGES:
            with speaking(language):
                found |= {plain(self.word(code)): code for code in self.kind.choices}
        return found

    def word(self, code: str) -> str:
        """The user's word for a choice."""
        return instrument.choice(self.words, code)


@dataclass(frozen=True, slots=True)
class Plan:
    """One sheet."""

    key: str
    fields: Mapping[str, Field]
    upright: bool = False
    """One record: a line for each field instead of a column."""
    of: str = ""
    """For rows within a record of another sheet: that sheet (`key` is "sheet.field")."""

    @property
    def needed(self) -> tuple[str, ...]:
        """Columns that must be there."""
        known = ("parent", "weight") if self.key == "nodes" else ()
        return (*known, *(name for name, field in self.fields.items() if field.kind.needed))

    @property
    def may_miss(self) -> bool:
        """A trunk of its own is rare, and a sheet of a later version is unknown to an older one."""
        return self.key == "root" or self.key not in TITLES

    def title(self) -> str:
        """The name of the sheet in the language spoken."""
        return _(TITLES[self.key]) if self.key in TITLES else self.key

    def titles(self) -> Iterator[str]:
        """Every name under which it is known."""
        for language in LANGUAGES:
            with speaking(language):
                yield plain(self.title())


@cache
def plans() -> Mapping[str, Plan]:
    """Every sheet by its key, in the order of the workbook."""
    found = [_plan("instrument", kinds(Instrument), upright=True), *_tree()]
    for name, kind in kinds(Instrument).items():
        if kind.of is not None and kind.of is not Node:
            found += _records(name, kind, kind.of)
    found.append(_plan("root", _node_kinds()))
    order = [*TITLES]
    found.sort(key=lambda plan: order.index(plan.key) if plan.key in TITLES else len(order))
    return {plan.key: plan for plan in found}


def _tree() -> list[Plan]:
    name = {"set": Kind("set", "text", needed=True)}
    code = {"code": Kind("code", "text", needed=True)}
    parent = {"parent": Kind("parent", "text", needed=False)}
    return [
        _plan("nodes", {**parent, **_node_kinds()}),
        _plan("option_sets", {**name, **kinds(Option)}),
        _plan("bands", {**code, **kinds(Band)}),
    ]


def _node_kinds() -> dict[str, Kind]:
    """A node and its indicator in one row."""
    found: dict[str, Kind] = {}
    for name, kind in kinds(Node).items():
        if kind.of is Indicator:
            found |= {key: _loose(each) for key, each in kinds(Indicator).items()}
        elif name != "number":
            found[name] = kind
        if name == "weight":
            found["weight_sourced"] = Kind("weight_sourced", "flag", needed=False, default=True)
    found["options"] = Kind("options", "text", needed=False)
    return found


def _loose(kind: Kind) -> Kind:
    """A field of an indicator: a node without indicator leaves it blank."""
    return Kind(kind.name, kind.sort, False, kind.default, kind.choices, kind.of)


def _records(name: str, kind: Kind, of: type[Any]) -> list[Plan]:
    """The sheet of a record (upright) or of a list of them, and those of the lists within."""
    inner = [each for each in kinds(of).values() if each.of is not None]
    upright = kind.sort == "record"
    order = {"order": Kind("order", "integer", needed=True)} if inner and not upright else {}
    found = [_plan(name, {**order, **kinds(of)}, upright=upright)]
    for each in inner:
        below = kinds(cast("type[Any]", each.of))
        found.append(_plan(f"{name}.{each.name}", {**order, **below}, of=name))
    return found


def _plan(key: str, found: Mapping[str, Kind], *, upright: bool = False, of: str = "") -> Plan:
    """A sheet of all fields that fit a cell."""
    fields = {
        name: Field(key, kind, _CHOICES.get(f"{key}.{name}", name))
        for name, kind in found.items()
        if kind.sort not in ("record", "records")
    }
    return Plan(key, fields, upright, of)


def is_of_indicator(name: str) -> bool:
    """Does a field of a node's row belong to its indicator?"""
    return name in kinds(Indicator)

"""An instrument as a person writes it: TOML, one [[nodes]] table after the other.

It differs from the document only where that reads better: the tree is a list in which each node
names its parent (the parent stands above it), a node and its indicator share one table, several
indicators can share a named set of options, and an unknown weight is written "unknown".
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal
from functools import lru_cache
from typing import cast

from desktop.domain.instrument import Indicator, Instrument
from desktop.domain.instrument_check import MOST_NODES
from desktop.domain.instrument_document import from_document
from desktop.domain.instrument_fields import mapping, sequence, wrong
from desktop.domain.problems import Problem

_INDICATOR = frozenset(field.name for field in fields(Indicator))
UNKNOWN = "unknown"


@lru_cache(maxsize=32)
def read_toml(text: str) -> Instrument:
    """The instrument of a TOML text. Each fault is a Problem naming its place."""
    try:
        table = tomllib.loads(text, parse_float=Decimal)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as fault:
        raise Problem("instrument.text_broken", reason=str(fault)[:200]) from None
    return from_table(table)


def from_table(table: Mapping[str, object]) -> Instrument:
    """The instrument, checked whole, of what a TOML text or a workbook holds."""
    return from_document(document_of(table))


def document_of(table: Mapping[str, object]) -> dict[str, object]:
    """The document of such a table: `nodes` and `option_sets` beside the instrument's own fields;
    `root` only where the trunk is more than its code and name."""
    top = dict(table)
    sets = mapping(top.pop("option_sets", {}), "option_sets")
    rows = sequence(top.pop("nodes", ()), "nodes")
    trunk = top.pop("root", {})
    if not isinstance(trunk, Mapping):
        raise Problem("instrument.field_unknown", place="instrumen", key="root")
    root = {"code": str(top.get("code", "")), "name": str(top.get("name", ""))}
    own = {**root, **mapping(cast("object", trunk), "root")}
    children = _children(rows, sets)
    return {**top, "root": _node(own, str(own["code"]), children, sets)}


def _children(rows: tuple[object, ...], sets: Mapping[str, object]) -> list[object]:
    """The list of rows as a nested tree: the order of the file is the order of the tree."""
    if len(rows) > MOST_NODES:
        raise Problem("instrument.too_large", place="nodes", nodes=MOST_NODES, levels="")
    top: list[object] = []
    below: dict[str, list[object]] = {}
    for i, row in enumerate(rows, start=1):
        table = dict(mapping(row, f"nodes {i}"))
        code, parent = str(table.get("code", "")), table.pop("parent", None)
        if parent is not None and (not isinstance(parent, str) or parent not in below):
            raise Problem("instrument.parent_unknown", place=code or f"nodes {i}", parent=parent)
        siblings = top if parent is None else below[str(parent)]
        if code in below:
            raise Problem("instrument.code_double", place=code)
        below[code] = []
        siblings.append(_node(table, code or f"nodes {i}", below[code], sets))
    return top


def _node(
    table: dict[str, object], place: str, children: list[object], sets: Mapping[str, object]
) -> dict[str, object]:
    if table.get("weight") == UNKNOWN:
        table["weight"] = None
    for key in ("children", "indicator"):
        if key in table:  # the tree is told by `parent`, an indicator by its own fields
            raise Problem("instrument.field_unknown", place=place, key=key)
    indicator = {key: table.pop(key) for key in [*table] if key in _INDICATOR}
    if isinstance(name := indicator.get("options"), str):
        if name not in sets:
            raise wrong("instrument.set_unknown", place, name, choices=", ".join(sets))
        indicator["options"] = sets[name]
    if indicator:
        table["indicator"] = indicator
    return {**table, "children": children}

"""An instrument as the readable TOML file it can be read from again, without loss.

`readable` is the table that such a file holds, and that a workbook is laid out from: the tree as a
list of rows in preorder, a node and its indicator in one row, options in named sets.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, cast

from desktop.domain.exact import exact
from desktop.domain.instrument import Indicator, Instrument, Node
from desktop.domain.instrument_document import canonical, to_document
from desktop.domain.instrument_kinds import Kind, kinds
from desktop.domain.instrument_text import UNKNOWN

Table = dict[str, Any]
WIDE = 100
"""A list longer than this stands on several lines."""
_ESCAPES = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"'}


def readable(instrument: Instrument, *, share: int = 2) -> Table:
    """The table of an instrument's text. Options that `share` indicators have make a named set."""
    table = to_document(instrument)
    root = cast("Table", table.pop("root"))
    rows = [*_rows(root.pop("children", ()), None)]
    trunk = _row(root, None)
    if trunk != {"code": instrument.code, "name": instrument.name}:
        table["root"] = trunk
    sets = _name_sets([*rows, trunk], share)
    return {**table, **({"option_sets": sets} if sets else {}), "nodes": rows}


def _rows(children: Sequence[Table], parent: str | None) -> Iterator[Table]:
    for child in children:
        below = child.pop("children", ())
        yield _row(child, parent)
        yield from _rows(below, child["code"])


def _row(node: Table, parent: str | None) -> Table:
    """One node's own fields, its parent beside its code and its indicator's fields among them."""
    row: Table = {"code": node["code"]}
    if parent is not None:
        row["parent"] = parent
    for name, value in node.items():
        row |= value if name == "indicator" else {name: value}
    if "weight" in row and row["weight"] is None:
        row["weight"] = UNKNOWN
    return row


# Named sets of options


def _name_sets(rows: Sequence[Table], share: int) -> dict[str, Any]:
    """Takes the options out of the rows that share them; the sets by name."""
    times = Counter(_key(row) for row in rows if row.get("options"))
    names: dict[bytes, str] = {}
    sets: dict[str, Any] = {}
    for row in rows:
        if not row.get("options") or times[_key(row)] < share:
            continue
        key, options = _key(row), row["options"]
        if key not in names:
            names[key] = _free(_set_name(options), sets)
            sets[names[key]] = options
        row["options"] = names[key]
    return sets


def _key(row: Table) -> bytes:
    return canonical({"options": row.get("options")})


def _set_name(options: Sequence[Table]) -> str:
    """A bare key that reminds of the first and the last label: "lengkap_tidak_ada"."""
    labels = [str(option["label"]) for option in (options[0], options[-1])]
    words = [w for label in labels for w in re.findall("[a-z0-9]+", label.lower())[:2]]
    return "_".join(words)[:40] or "pilihan"


def _free(name: str, taken: Mapping[str, object]) -> str:
    number, found = 2, name
    while found in taken:
        number, found = number + 1, f"{name}_{number}"
    return found


# TOML


def write_toml(instrument: Instrument, *, head: Sequence[str] = ()) -> str:
    """The TOML text that `read_toml` reads into the same instrument. `head`: lines of comment."""
    table = readable(instrument)
    shapes = kinds(Instrument)
    parts = ["\n".join(_comment(line) for line in head)] if head else []
    parts.append("\n".join(_plain_lines(table, shapes)))
    for name, value in table.items():
        parts += _tables(name, value, shapes)
    return "\n\n".join(filter(None, parts)) + "\n"


def _comment(text: str) -> str:
    return f"# {' '.join(text.split())}".rstrip()


def _is_table(value: object) -> bool:
    items = cast("list[object]", value) if isinstance(value, list) else [value]
    return bool(items) and all(isinstance(item, dict) for item in items)


def _plain_lines(table: Table, shapes: Mapping[str, Kind]) -> Iterator[str]:
    for name, value in table.items():
        if not _is_table(value) and name not in ("nodes", "option_sets"):
            yield f"{name} = {_value(value, shapes.get(name))}"


def _tables(name: str, value: Any, shapes: Mapping[str, Kind]) -> Iterator[str]:
    """The [table] or the [[tables]] of one field; nothing for a plain value."""
    if name == "option_sets":
        lines = (f"{key} = {_items(each, _OPTION)}" for key, each in value.items())
        yield "\n".join(["[option_sets]", *lines])
    elif name in ("nodes", "root"):
        for row in value if name == "nodes" else [value]:
            yield _block(f"[[{name}]]" if name == "nodes" else f"[{name}]", row, _NODE)
    elif _is_table(value):
        inner = kinds(cast("type[Any]", shapes[name].of))
        rows = cast("list[Table]", value if isinstance(value, list) else [value])
        for row in rows:
            yield _block(f"[[{name}]]" if isinstance(value, list) else f"[{name}]", row, inner)


_NODE = {**kinds(Node), **kinds(Indicator)}
_OPTION = _NODE["options"]


def _block(head: str, row: Table, shapes: Mapping[str, Kind]) -> str:
    lines = (f"{name} = {_value(each, shapes.get(name))}" for name, each in row.items())
    return "\n".join([head, *lines])


def _value(value: Any, kind: Kind | None) -> str:
    if isinstance(value, bool | int):
        return str(value).lower()
    if isinstance(value, list):
        return _items(cast("list[Any]", value), kind)
    if isinstance(value, dict):
        return _inline(cast("Table", value), kinds(cast("type[Any]", kind and kind.of)))
    sort = kind.sort if kind else "text"
    bare = (sort == "number" and "/" not in value and exact(value) is not None) or (
        sort == "day" and date.fromisoformat(value)
    )
    return str(value) if bare else _quoted(str(value))


def _items(values: Sequence[Any], kind: Kind | None) -> str:
    written = [_value(each, kind) for each in values]
    line = f"[{', '.join(written)}]"
    tables = _is_table(values) and len(values) > 1
    if len(line) <= WIDE and not tables:
        return line
    return "\n".join(["[", *(f"  {each}," for each in written), "]"])


def _inline(table: Table, shapes: Mapping[str, Kind]) -> str:
    fields = (f"{name} = {_value(each, shapes.get(name))}" for name, each in table.items())
    return f"{{ {', '.join(fields)} }}"


def _quoted(text: str) -> str:
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(letter: str) -> str:
    if letter == "\\":
        return "\\\\"
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    return f"\\u{ord(letter):04X}" if ord(letter) < 32 or ord(letter) == 127 else letter

"""An instrument's readable table spread over the rows of a workbook, and gathered from them again.

Values are those of the document: exact numbers as text, days as ISO text, words as lists.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desktop.sheets.instrument_layout import Plan, plans

Row = dict[str, Any]
Rows = dict[str, list[Row]]


def spread(table: Mapping[str, Any]) -> Rows:
    """The rows of every sheet. The table is one in which every options list is a named set."""
    rows: Rows = {key: [] for key in plans()}
    for row in (*table["nodes"], *filter(None, [table.get("root")])):
        rows["bands"] += [{"code": row["code"], **band} for band in row.get("bands", ())]
    rows["nodes"] = [_node(row) for row in table["nodes"]]
    rows["root"] = [_node(table["root"])] if "root" in table else []
    for name, options in table.get("option_sets", {}).items():
        rows["option_sets"] += [{"set": name, **option} for option in options]
    for plan in plans().values():
        if plan.key == "instrument":
            rows[plan.key] = [{name: table[name] for name in plan.fields if name in table}]
        elif plan.key in table and plan.key not in ("nodes", "option_sets", "root"):
            _spread_records(rows, plan, table[plan.key])
    return rows


def _node(row: Row) -> Row:
    """A node's row; whether its weight is sourced stands beside the weight."""
    flat = {name: value for name, value in row.items() if name != "bands"}
    assumed = flat.get("assumed", [])
    if "weight" in assumed:
        flat["weight_sourced"] = False
        flat["assumed"] = [word for word in assumed if word != "weight"]
    return flat


def _spread_records(rows: Rows, plan: Plan, found: Any) -> None:
    inner = [each for each in plans().values() if each.of == plan.key]
    records: list[Row] = [found] if plan.upright else found
    for number, record in enumerate(records, start=1):
        order = {"order": number} if "order" in plan.fields else {}
        rows[plan.key].append({**order, **record})
        for each in inner:
            below = record.get(each.key.partition(".")[2], [])
            rows[each.key] += [{**order, **one} for one in below]


def gather(rows: Mapping[str, Sequence[Row]]) -> Row:
    """The readable table of such rows. Rows that name a record which is not there get lost:
    `instrument_reading` has refused them before."""
    table = dict(rows["instrument"][0])
    if rows.get("root"):
        table["root"] = _read_node(rows["root"][0], rows["bands"])
    table["nodes"] = [_read_node(row, rows["bands"]) for row in rows["nodes"]]
    sets: dict[str, list[Row]] = {}
    for row in rows["option_sets"]:
        sets.setdefault(row["set"], []).append(_without(row, "set"))
    table["option_sets"] = sets
    for plan in plans().values():
        if plan.key not in ("instrument", "nodes", "root", "option_sets", "bands") and not plan.of:
            found = [_record(plan, row, rows) for row in rows.get(plan.key, ())]
            if not plan.upright:
                table[plan.key] = found
            elif found and any(found[0].values()):
                table[plan.key] = found[0]
    return table


def _read_node(row: Row, bands: Sequence[Row]) -> Row:
    node = _without(row, "weight_sourced")
    if row.get("weight_sourced") is False:
        node["assumed"] = [*node.get("assumed", []), "weight"]
    if below := [_without(band, "code") for band in bands if band["code"] == row["code"]]:
        node["bands"] = below
    return node


def _record(plan: Plan, row: Row, rows: Mapping[str, Sequence[Row]]) -> Row:
    found = _without(row, "order")
    for each in plans().values():
        if each.of == plan.key:
            below = [
                _without(one, "order")
                for one in rows.get(each.key, ())
                if one.get("order") == row.get("order")
            ]
            found[each.key.partition(".")[2]] = below
    return found


def _without(row: Row, name: str) -> Row:
    return {key: value for key, value in row.items() if key != name}

"""Every problem code that the source can raise, with the facts given there, read off with `ast`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ANY = "**"
"""Further facts are passed on: nothing can be said about their names here."""
CODE = re.compile(r"[a-z_]+\.[a-z_]+")
MAKERS = {
    "Problem": frozenset[str](),
    "wrong": frozenset({"place", "value"}),
    "_wrong": frozenset({"place", "value"}),
    "entry.problem": frozenset({"field"}),
    "_at": frozenset({"sheet", "row", "column"}),
}
"""What makes a problem from a code, and the facts that it adds by itself."""
TABLES = {
    ("desktop/models/faults.py", "FAULTS"): frozenset({"path", "name"}),
    ("desktop/services/files.py", "CODES"): frozenset({"path"}),
}
"""Constant tables of codes, and the facts they are raised with."""
PASSED_ON = frozenset(
    {
        ("desktop/services/files.py", "code"),
        ("desktop/sheets/instrument_reading.py", "code"),
        ("desktop/domain/agency.py", "code"),
        ("desktop/domain/exchange.py", "code"),
        ("desktop/domain/instrument_fields.py", "code"),
        ("desktop/domain/intake.py", "code"),
        ("desktop/models/faults.py", "code"),
        ("desktop/services/rows.py", "f'{kind.__tablename__}.unknown'"),
    }
)
"""Places that compute a code or take it in; the codes are found where they are written."""


@dataclass(frozen=True, slots=True)
class Raised:
    """One place that can raise a code."""

    code: str
    place: str
    facts: frozenset[str]

    def gives(self, name: str) -> bool:
        """Whether a sentence may name this fact."""
        return name in self.facts or ANY in self.facts


def raised() -> list[Raised]:
    """All of them, in the order of the files."""
    return [one for path, tree in _sources() for one in (*_made(path, tree), *_listed(path, tree))]


def computed() -> set[tuple[str, str]]:
    """(file, expression) of every problem whose code is not written out there.

    `Problem(other.code, ...)` tells another problem again: nothing new.
    """
    return {
        (path, ast.unparse(call.args[0]))
        for path, tree in _sources()
        for call in _calls(tree)
        if call.args and not list(_codes(call.args[0]))
        if not ast.unparse(call.args[0]).endswith(".code")
    }


@cache
def _sources() -> tuple[tuple[str, ast.Module], ...]:
    files = sorted((ROOT / "desktop").rglob("*.py"))
    texts = ((file, file.read_text(encoding="utf-8")) for file in files)
    return tuple((file.relative_to(ROOT).as_posix(), ast.parse(text)) for file, text in texts)


def _calls(tree: ast.Module) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in MAKERS:
            yield node


def _name(node: ast.expr) -> str:
    """`Problem`, `entry.problem`; "" for anything less plain."""
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return f"{node.value.id}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def _codes(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from _codes(node.body)
        yield from _codes(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def _made(path: str, tree: ast.Module) -> Iterator[Raised]:
    for call in _calls(tree):
        own = MAKERS[_name(call.func)]
        facts = own | {keyword.arg or ANY for keyword in call.keywords}
        for code in _codes(call.args[0]) if call.args else ():
            yield Raised(code, f"{path}:{call.lineno}", facts)
    yield from _handed_in(path, tree)


def _handed_in(path: str, tree: ast.Module) -> Iterator[Raised]:
    """A code handed to a rule (`check_name(name, code="unit.name_missing")`), or its default."""
    for node in ast.walk(tree):
        values: list[ast.expr | None] = []
        if isinstance(node, ast.Call):
            values = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
        elif isinstance(node, ast.FunctionDef):
            named = [*node.args.posonlyargs, *node.args.args]
            pairs = zip(reversed(named), reversed(node.args.defaults), strict=False)
            values = [value for name, value in pairs if name.arg == "code"]
        for value in values:
            if isinstance(value, ast.Constant) and CODE.fullmatch(str(value.value)):
                yield Raised(str(value.value), f"{path}:{value.lineno}", frozenset({"field"}))


def _listed(path: str, tree: ast.Module) -> Iterator[Raised]:
    """Codes of constant tables; and `<noun>.unknown` for every record that has a public id."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AnnAssign):
            target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
            facts = TABLES.get((path, _name(target)))
            if facts is not None and node.value is not None:
                for one in ast.walk(node.value):
                    if isinstance(one, ast.Constant) and CODE.fullmatch(str(one.value)):
                        yield Raised(str(one.value), f"{path}:{one.lineno}", facts)
        elif isinstance(node, ast.ClassDef) and path.startswith("desktop/models/"):
            bases = {ast.unparse(base) for base in node.bases}
            if bases & {"Named", "Edited"} and (noun := _table_name(node)):
                yield Raised(f"{noun}.unknown", f"{path}:{node.lineno}", frozenset({"id"}))


def _table_name(node: ast.ClassDef) -> str:
    for one in node.body:
        if isinstance(one, ast.Assign) and ast.unparse(one.targets[0]) == "__tablename__":
            assert isinstance(one.value, ast.Constant)
            return str(one.value.value)
    return ""

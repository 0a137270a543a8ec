"""The rules of the house, read off the source with `ast`: who may import whom, names, sizes.

The table is the one of docs/house.md. `complaints(root)` gives a line for each breach under
`root/desktop`; tests/test_house.py shows that every rule can fail.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

STANDARD = frozenset(sys.stdlib_module_names)
EVERYTHING = frozenset({"*"})
OUTSIDE_WORLD = frozenset(
    "io os pathlib random secrets shutil socket sqlite3 subprocess tempfile threading time "
    "urllib uuid".split()
)
BANNED_NAMES = frozenset(
    "common controllers dialogs helper helpers misc util utils widgets".split()
)
COMPUTED_IMPORTS = frozenset({"desktop/views/entries.py", "desktop/wording/problems.py"})
"""Pages, and tables of sentences, are found by name in their own room."""
COLOURS = "desktop/views/theme.py"
LONGEST = 400


@dataclass(frozen=True, slots=True)
class Room:
    """What one room may import: our own rooms, packages of others; and what never, all the same."""

    rooms: frozenset[str]
    packages: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    typing_only: frozenset[str] = field(default=frozenset())


def _room(rooms: str, packages: str = "", never: str = "", typing_only: str = "") -> Room:
    texts = (rooms, packages, never, typing_only)
    return Room(*(frozenset(text.split()) for text in texts))


ROOMS = {
    "domain": Room(frozenset({"domain"}), never=OUTSIDE_WORLD),
    "wording": _room("wording domain", "lokal"),
    "models": _room("models migrations domain", "sqlalchemy alembic"),
    "migrations": _room("", "sqlalchemy alembic", never="sqlalchemy.orm"),
    "services": _room("services domain models", "sqlalchemy"),
    "documents": _room(
        "documents domain wording", "reportlab pypdfium2 pikepdf pyhanko PIL cryptography"
    ),
    "sheets": _room("sheets domain wording", "openpyxl python_calamine"),
    "views": _room(
        "views domain services wording shipped computer",
        "PySide6 shiboken6 heroicons",
        typing_only="office",
    ),
    "commands": _room("commands office services domain wording shipped computer"),
    "shipped": _room("shipped"),
    "computer": _room("computer", "platformdirs"),
    "office": Room(EVERYTHING, EVERYTHING, never=frozenset({"PySide6"})),
    "__main__": _room("commands office views wording shipped", "PySide6"),
}


@dataclass(frozen=True, slots=True)
class Import:
    """One imported name, absolute: `from desktop.domain import act` is `desktop.domain.act`."""

    name: str
    line: int
    typing: bool

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(self.name.split("."))


def complaints(root: Path) -> list[str]:
    """A line for each breach in `root/desktop`: `path:line: what`."""
    found: list[str] = []
    features = frozenset(one.name for one in (root / "desktop/views").glob("*") if one.is_dir())
    for file in sorted((root / "desktop").rglob("*.py")):
        path = file.relative_to(root).as_posix()
        source = file.read_text(encoding="utf-8")
        found += (f"{path}:{line}: {what}" for line, what in breaches(path, source, features))
    return found


def breaches(path: str, source: str, features: frozenset[str]) -> Iterator[tuple[int, str]]:
    """All breaches of one file; `features` are the folders of views/."""
    tree = ast.parse(source)
    name = room_of(path)
    yield from _names(path)
    yield from _length(path, source)
    yield from _literals(path, tree)
    yield from _words(tree)
    if path != "desktop/__init__.py" and name not in ROOMS:
        yield 1, f"“{name}” is no room of the house"
        return
    room = ROOMS.get(name, Room(frozenset()))
    for one in imports(path, tree):
        yield from _import(path, name, room, one)
        yield from _feature(path, one, features)


def room_of(path: str) -> str:
    """`desktop/models/migrations/x.py` -> `migrations`, `desktop/office.py` -> `office`."""
    parts = PurePosixPath(path).with_suffix("").parts[1:]
    return "migrations" if parts[:2] == ("models", "migrations") else parts[0]


# --- Imports --------------------------------------------------------------------------------


def imports(path: str, tree: ast.Module) -> Iterator[Import]:
    """Every import at any depth, relative and dynamic ones too. A computed name is `?`."""
    typing = _typing_lines(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(path, node)
            names = [f"{base}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Call) and _imports_by_call(node):
            names = [_literal(node)]
        else:
            continue
        yield from (Import(name, node.lineno, node.lineno in typing) for name in names)


def _typing_lines(tree: ast.Module) -> set[int]:
    """The lines inside `if TYPE_CHECKING:`."""
    lines: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            lines |= set(range(node.body[0].lineno, (node.body[-1].end_lineno or 0) + 1))
    return lines


def _absolute(path: str, node: ast.ImportFrom) -> str:
    """The module of a `from` import, relative ones resolved."""
    if not node.level:
        return node.module or ""
    package = PurePosixPath(path).parts[: -node.level]
    return ".".join([*package, *([node.module] if node.module else [])])


def _imports_by_call(node: ast.Call) -> bool:
    called = ast.unparse(node.func)
    return called in {"__import__", "import_module", "importlib.import_module"}


def _literal(node: ast.Call) -> str:
    """The name that a call imports; of an f-string the room it begins with."""
    name = node.args[0] if node.args else None
    if isinstance(name, ast.JoinedStr):
        name = name.values[0]
    if isinstance(name, ast.Constant) and isinstance(name.value, str):
        return name.value.rstrip(".")
    return "?"


def _import(path: str, name: str, room: Room, one: Import) -> Iterator[tuple[int, str]]:
    """What is wrong with one import, if anything."""
    first = one.parts[0]
    if one.name == "?":
        if path not in COMPUTED_IMPORTS:
            yield one.line, "imports by a computed name"
    elif any(f"{one.name}.".startswith(f"{banned}.") for banned in room.never):
        yield one.line, f"{name} must never import {one.name}"
    elif first == "desktop":
        yield from _own(path, name, room, one)
    elif first not in STANDARD and not room.packages & {first, "*"}:
        yield one.line, f"{name} must not import the package {first}"


def _own(path: str, name: str, room: Room, one: Import) -> Iterator[tuple[int, str]]:
    """Imports within the house."""
    target = room_of("/".join(one.parts)) if len(one.parts) > 1 else ""
    if not target or target.startswith("__version"):
        return
    allowed = room.rooms | (room.typing_only if one.typing else frozenset())
    if target in room.typing_only and target not in allowed:
        yield one.line, f"{name} may import {target} under TYPE_CHECKING only"
    elif not allowed & {target, "*"}:
        yield one.line, f"{name} must not import {target}"


def _feature(path: str, one: Import, features: frozenset[str]) -> Iterator[tuple[int, str]]:
    """A feature's folder may use the common files of the floor, but no other feature's folder."""
    here = PurePosixPath(path).parts[:-1]
    if here[:2] != ("desktop", "views") or len(here) < 3 or one.parts[:2] != here[:2]:
        return
    there = one.parts[2] if len(one.parts) > 2 else ""
    if there in features - {here[2]}:
        yield one.line, f"views/{here[2]} must not import another feature's folder, views/{there}"


# --- Names, sizes, literals, words -----------------------------------------------------------


def _names(path: str) -> Iterator[tuple[int, str]]:
    for part in PurePosixPath(path).with_suffix("").parts:
        if part in BANNED_NAMES:
            yield 1, f"“{part}” says nothing: name the file by its noun"


def _length(path: str, source: str) -> Iterator[tuple[int, str]]:
    lines = source.count("\n")
    if lines > LONGEST and "/versions/" not in path:  # a migration is frozen as it is
        yield LONGEST, f"{lines} lines; {LONGEST} is the most"


def _literals(path: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Colours outside the theme, and paths into resources/ outside shipped.py."""
    prose = _docstrings(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        if id(node) in prose:
            continue
        if path.startswith("desktop/views/") and path != COLOURS and _is_colour(node.value):
            yield node.lineno, "a hex colour: colours live in views/theme.py"
        if path != "desktop/shipped.py" and re.search(r"(^|/)resources(/|$)", node.value):
            yield node.lineno, "only desktop/shipped.py knows where resources are"


def _words(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Texts translated while a module is imported: they would keep the language of the start."""
    todo: list[ast.AST] = [tree]
    while todo:
        node = todo.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            todo += [
                *node.decorator_list,
                *node.args.defaults,
                *filter(None, node.args.kw_defaults),
            ]
        elif not isinstance(node, ast.Lambda):
            todo += ast.iter_child_nodes(node)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"_", "counted"}:
            yield node.lineno, "translates at import; mark with N_ and translate when shown"


def _is_colour(text: str) -> bool:
    return bool(re.search(r"#(?:[0-9A-Fa-f]{8}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})(?![\w-])", text))


def _docstrings(tree: ast.Module) -> set[int]:
    """The ids of the constants that stand alone as statements."""
    return {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }

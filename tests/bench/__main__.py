"""`python -m tests.bench [NAME] [--json]`: the benches by name, or all. Never part of the tests.

A bench is a module of this folder with `measure()`, which gives `Ratio`s. Exit 1 when a goal is
not held.
"""

from __future__ import annotations

import argparse
import json
import pkgutil
import sys
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

from tests import bench
from tests.bench.ratio import Ratio


def benches() -> dict[str, ModuleType]:
    """Every module here that measures something."""
    names = (one.name for one in pkgutil.iter_modules(bench.__path__) if one.name != "__main__")
    modules = {n.replace("_", "-"): import_module(f"tests.bench.{n}") for n in names}
    return {name: module for name, module in modules.items() if hasattr(module, "measure")}


def measured(modules: list[ModuleType], silent: bool) -> Iterator[Ratio]:
    """The ratios, told as they come unless they are wanted as JSON."""
    for module in modules:
        for ratio in module.measure():
            if not silent:
                print(ratio, flush=True)
            yield ratio


def _dashed(name: str) -> str:
    return name.replace("_", "-")


def main() -> int:
    known = benches()
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("name", nargs="?", choices=sorted(known), type=_dashed)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    chosen = [known[args.name]] if args.name else list(known.values())
    ratios = list(measured(chosen, silent=args.json))
    if args.json:
        print(json.dumps([ratio.as_json() for ratio in ratios], indent=2))
    return 0 if all(ratio.holds for ratio in ratios) else 1


if __name__ == "__main__":
    sys.exit(main())

"""Imports SQLAlchemy without what it only needs for asynchronous databases and for plug-ins.

asyncio (with TLS and sockets behind it) and importlib.metadata (with e-mail) are a tenth of what
importing SQLAlchemy costs, and fifty files on a cold disk; nothing here ever uses them. Who does
gets them: a `Waiting` module imports the real one when it is asked for anything.
"""

from __future__ import annotations

import importlib
import inspect
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any


class Waiting(ModuleType):
    """Stands for a module within those that were imported meanwhile."""

    iscoroutine = staticmethod(inspect.iscoroutine)  # asked for while SQLAlchemy is imported

    def __init__(self, name: str, real: Callable[[], ModuleType]) -> None:
        super().__init__(name)
        self._real = real

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        self.give_way()
        return getattr(self._real(), name)

    def give_way(self) -> None:
        """Whoever imports the module from now on gets the real one."""
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]


@contextmanager
def put_off(*modules: Waiting) -> Generator[None]:
    """Modules that are not there yet wait while the block is run; afterwards all is as ever."""
    for each in modules:
        sys.modules.setdefault(each.__name__, each)
    try:
        yield
    finally:
        for each in modules:
            each.give_way()


_ASYNCIO = Waiting("asyncio", lambda: import_module("asyncio"))
_METADATA = Waiting("importlib.metadata", lambda: import_module("importlib.metadata"))
importlib.__dict__.setdefault("metadata", _METADATA)
with put_off(_ASYNCIO, _METADATA):
    import_module("sqlalchemy.orm")
    import_module("sqlalchemy.dialects.sqlite")

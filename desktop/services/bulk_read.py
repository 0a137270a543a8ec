"""Reading a bulk document: each value at its place, each fault with that place.

A place is written as in "agencies[3].units[0].name". Items may carry a local `key`, by which
other items refer to what they made, and say who did it (`by`) and when (`on`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any, cast
from zoneinfo import ZoneInfo

from sqlalchemy.exc import DataError, IntegrityError
from sqlalchemy.orm import Session

from desktop.domain.act import Act, Changes
from desktop.domain.problems import Problem
from desktop.models.base import Named
from desktop.services.rows import find

EVERYWHERE = ("key", "id", "by", "on")
YEARS = (1945, 2200)
LARGEST = 2_000_000_000
DEEPEST = 20
SHOWN = 60
WHOLE = "$"
"""The place of the document itself."""
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class Bulk:
    """One run: the transaction, who acts, the local keys so far and what was touched."""

    db: Session
    act: Act
    zone: ZoneInfo
    keys: dict[str, str] = field(default_factory=dict[str, str])
    touched: set[str] = field(default_factory=set[str])
    counts: Counter[str] = field(default_factory=Counter[str])


Read = Callable[[Bulk, object, str], object]
"""Reads one value: (run, value, place) -> the value as a use case wants it, or a Problem."""
Shape = Mapping[str, Read]


def placed(problem: Problem, path: str) -> Problem:
    """The same problem with its place in the document as fact `path`; the innermost place wins."""
    if "path" in problem.facts:
        return problem
    whole = f"{path}.{problem.field}" if problem.field else path
    more = tuple(placed(one, path) for one in problem.more)
    return Problem(problem.code, more, **{"place": whole, **problem.facts, "path": whole})


@contextmanager
def at(path: str) -> Generator[None, None, None]:
    """Everything that goes wrong within is said with its place."""
    try:
        yield
    except Problem as problem:
        raise placed(problem, path) from problem
    except (IntegrityError, DataError) as error:
        raise Problem("apply.not_kept", path=path) from error


class Item:
    """One object of the document, with its place and the act it is done by."""

    __slots__ = ("act", "bulk", "path", "value")

    def __init__(self, bulk: Bulk, value: object, path: str, act: Act | None = None) -> None:
        if not isinstance(value, Mapping):
            raise Problem("apply.not_an_object", path=path or WHOLE)
        self.bulk = bulk
        self.value = cast("Mapping[str, object]", value)
        self.path = path
        self.act = self._acting(act or bulk.act)

    def _acting(self, act: Act) -> Act:
        if "by" in self.value:
            name = str(self.read("by", text)).strip()
            if not name:
                raise Problem("apply.text_missing", path=self.place("by"))
            act = replace(act, by=name)
        if "on" in self.value:
            moment = moment_in(self.bulk, self.value["on"], self.place("on"))
            act = replace(act, at=moment.astimezone(UTC), today=moment.date())
        return act

    def place(self, name: str) -> str:
        """Where a value of this object stands in the document."""
        return f"{self.path}.{name}" if self.path else name

    def has(self, name: str) -> bool:
        """Whether the document says anything of that name here."""
        return name in self.value

    def read(self, name: str, reader: Read) -> object:
        """One value; None where it is not there."""
        if name not in self.value:
            return None
        return reader(self.bulk, self.value[name], self.place(name))

    def need(self, name: str, reader: Read) -> object:
        """One value that must be there."""
        if name not in self.value:
            raise Problem("apply.value_missing", path=self.path or WHOLE, name=name)
        return self.read(name, reader)

    def only(self, *names: str) -> None:
        """Refuses a name that nobody reads: it would be lost without a word."""
        for name in self.value:
            if name not in names:
                known = ", ".join(sorted(names))
                raise Problem(
                    "apply.name_unknown", path=self.path or WHOLE, name=name[:SHOWN], known=known
                )

    def facts(self, shape: Shape, *others: str) -> dict[str, Any]:
        """The values of a shape that are there; `others` are read by the caller."""
        self.only(*shape, *others, *EVERYWHERE)
        return {name: self.read(name, shape[name]) for name in shape if name in self.value}

    def items(self, name: str) -> Iterator[Item]:
        """The objects of a list, with this item's act."""
        for number, value in enumerate(cast("list[object]", self.read(name, listed) or [])):
            yield Item(self.bulk, value, f"{self.place(name)}[{number}]", self.act)

    def do(self, use_case: Callable[..., Changes], /, **facts: object) -> Changes:
        """Runs a use case as this item's act, within the document's transaction."""
        with at(self.path):
            changes = use_case(self.bulk.db, self.act, **facts)
            self.bulk.db.flush()
        self.bulk.touched |= changes.touched
        return changes

    def made(self, noun: str, id: str | None) -> str:
        """Counts what was made and keeps its local key."""
        assert id is not None
        self.bulk.counts[noun] += 1
        if "key" in self.value:
            name = str(self.read("key", text)).strip()
            if not name:
                raise Problem("apply.text_missing", path=self.place("key"))
            if name in self.bulk.keys:
                raise Problem("apply.key_twice", path=self.place("key"), key=name[:SHOWN])
            self.bulk.keys[name] = id
        return id


def check_texts(document: object) -> None:
    """Refuses what no file could keep: a broken letter, a nesting without end."""
    waiting: list[tuple[object, str, int]] = [(document, "", 0)]
    while waiting:
        value, path, depth = waiting.pop()
        if depth > DEEPEST:
            raise Problem("apply.too_deep", path=path)
        if isinstance(value, str):
            _check_letters(value, path)
        elif isinstance(value, Mapping):
            for name, inner in cast("Mapping[str, object]", value).items():
                _check_letters(name, path)
                waiting.append((inner, f"{path}.{name[:SHOWN]}".lstrip("."), depth + 1))
        elif isinstance(value, list):
            for number, inner in enumerate(cast("list[object]", value)):
                waiting.append((inner, f"{path}[{number}]", depth + 1))


def _check_letters(value: object, path: str) -> None:
    if isinstance(value, str) and "\0" not in value and not _SURROGATE.search(value):
        return
    raise Problem("apply.text_broken", path=path or WHOLE)


# --- Readers --------------------------------------------------------------------------------


def text(bulk: Bulk, value: object, path: str) -> str:
    """A text; nothing else is made into one."""
    if not isinstance(value, str):
        raise Problem("apply.not_a_text", path=path)
    return value


def listed(bulk: Bulk, value: object, path: str) -> list[object]:
    """A list."""
    if not isinstance(value, list):
        raise Problem("apply.not_a_list", path=path)
    return cast("list[object]", value)


def yes(bulk: Bulk, value: object, path: str) -> bool:
    """true or false."""
    if not isinstance(value, bool):
        raise Problem("apply.not_yes_or_no", path=path)
    return value


def whole(bulk: Bulk, value: object, path: str) -> int:
    """A whole number that any file can keep."""
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > LARGEST:
        raise Problem("apply.not_a_number", path=path)
    return value


def count(bulk: Bulk, value: object, path: str) -> int | None:
    """A number of things, or null where nobody knows it."""
    if value is None:
        return None
    number = whole(bulk, value, path)
    if number < 0:
        raise Problem("apply.not_a_number", path=path)
    return number


def number(bulk: Bulk, value: object, path: str) -> Decimal | None:
    """An exact number: 78, "78.00", or null."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float | str | Decimal):
        raise Problem("apply.not_a_number", path=path)
    try:
        exact = Decimal(str(value))
    except (InvalidOperation, ValueError):
        raise Problem("apply.not_a_number", path=path) from None
    if not exact.is_finite() or abs(exact.adjusted()) > 9 or len(exact.as_tuple().digits) > 20:
        raise Problem("apply.not_a_number", path=path)
    return exact


def day(bulk: Bulk, value: object, path: str) -> date | None:
    """A day as "2026-11-23", or null."""
    if value is None:
        return None
    try:
        found = date.fromisoformat(value) if isinstance(value, str) and len(value) == 10 else None
    except ValueError:
        found = None
    if found is None or not YEARS[0] <= found.year <= YEARS[1]:
        raise Problem("apply.not_a_day", path=path)
    return found


def moment_in(bulk: Bulk, value: object, path: str) -> datetime:
    """When something was done: a day (then 09.00) or "2026-11-18T10:42", in the office's zone
    where it names none."""
    words, _, clock = value.partition("T") if isinstance(value, str) else ("", "", "")
    on = day(bulk, words, path)
    assert on is not None
    try:
        hour = time.fromisoformat(clock) if clock else time(9)
    except ValueError:
        raise Problem("apply.not_a_day", path=path) from None
    moment = datetime.combine(on, hour, hour.tzinfo or bulk.zone).astimezone(bulk.zone)
    if moment.date() > bulk.act.today:
        raise Problem("apply.in_future", path=path)
    return moment


def one_of(*words: str) -> Read:
    """One word of a short list."""

    def read(bulk: Bulk, value: object, path: str) -> str:
        if value not in words:
            raise Problem("apply.word_unknown", path=path, known=", ".join(words))
        return str(value)

    return read


def ref(kind: type[Named]) -> Read:
    """Another record: a local key or a public id. It must be there; null is no record."""

    def read(bulk: Bulk, value: object, path: str) -> str | None:
        if value is None:
            return None
        name = text(bulk, value, path)
        id = bulk.keys.get(name, name)
        with at(path):
            find(bulk.db, kind, id)
        return id

    return read


def list_of(reader: Read) -> Read:
    """A list whose members are read alike; the same one twice is refused."""

    def read(bulk: Bulk, value: object, path: str) -> list[object]:
        found: list[object] = []
        for place, member in enumerate(listed(bulk, value, path)):
            one = reader(bulk, member, f"{path}[{place}]")
            if one in found:
                raise Problem("apply.twice", path=f"{path}[{place}]")
            found.append(one)
        return found

    return read


def shaped(shape: Shape, *needed: str) -> Read:
    """A small object with these fields only, as a mapping."""

    def read(bulk: Bulk, value: object, path: str) -> dict[str, object]:
        item = Item(bulk, value, path)
        item.only(*shape)
        for name in needed:
            item.need(name, shape[name])
        return {name: item.read(name, shape[name]) for name in item.value}

    return read

"""A bridge between two instruments: which parts of the one are found again in the other.

A link joins a node of the old instrument to a node of the new one, and says which part of each is
the same content: several old nodes may lead to one new node, and one old node to several. What no
link names cannot be compared. `comparison` splits a change of value by it; docs/comparison.md says
how.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, cast

from desktop.domain.exact import exact, exact_text
from desktop.domain.instrument import Instrument, Node, codes, indicators, walk
from desktop.domain.instrument_check import raise_all
from desktop.domain.problems import Problem

Status = Literal["draft", "official"]
WHOLE = Fraction(1)
MOST_LINKS = 2_000


@dataclass(frozen=True, slots=True)
class Link:
    """The content that an old and a new node share."""

    old: str
    """Code of the node in the old instrument."""
    new: str
    of_old: Fraction = WHOLE
    """The part of the old node that is found again in the new one: above 0, at most 1."""
    of_new: Fraction = WHOLE
    """The part of the new node that the old one covers."""
    sourced: bool = False
    """Does a source say that they are the same, or is it assumed?"""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Bridge:
    """All links from one instrument to another."""

    old: str
    """Code of the instrument."""
    new: str
    links: tuple[Link, ...] = ()
    status: Status = "draft"
    sources: tuple[str, ...] = ()
    note: str = ""


def read_bridge(text: str) -> Bridge:
    """The bridge of a TOML text. Each fault is a Problem naming its place."""
    try:
        table = tomllib.loads(text, parse_float=Decimal)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as fault:
        raise Problem("bridge.text_broken", reason=str(fault)[:200]) from None
    return from_document(table)


def from_document(document: Mapping[str, object]) -> Bridge:
    """The bridge of a document, checked as far as it goes without the instruments."""
    top = _table(document, "jembatan", _BRIDGE)
    rows = cast("Sequence[object]", top.pop("links", ()))
    if len(rows) > MOST_LINKS:
        raise Problem("bridge.too_large", most=MOST_LINKS)
    links: list[Link] = []
    for at, row in enumerate(rows, start=1):
        fields = _table(row, f"links {at}", _LINK)
        links.append(Link(**cast("dict[str, Any]", fields)))
    bridge = Bridge(links=tuple(links), **cast("dict[str, Any]", top))
    raise_all(tuple(_portions(bridge)))
    return bridge


def to_document(bridge: Bridge) -> dict[str, object]:
    """The document that `from_document` reads back; what equals its default is left out."""
    plain = Link("", "")
    links: list[dict[str, object]] = []
    for link in bridge.links:
        row: dict[str, object] = {"old": link.old, "new": link.new}
        for name in ("of_old", "of_new"):
            if getattr(link, name) != WHOLE:
                row[name] = exact_text(getattr(link, name))
        for name in ("sourced", "note"):
            if getattr(link, name) != getattr(plain, name):
                row[name] = getattr(link, name)
        links.append(row)
    top = {"old": bridge.old, "new": bridge.new, "status": bridge.status}
    return {**top, "sources": list(bridge.sources), "note": bridge.note, "links": links}


def check(bridge: Bridge, old: Instrument, new: Instrument) -> None:
    """Raises the first Problem, with the others in `more`, where a bridge does not fit."""
    raise_all(tuple(faults(bridge, old, new)))


def faults(bridge: Bridge, old: Instrument, new: Instrument) -> Iterator[Problem]:
    """Codes that the instruments do not have; nodes that are linked together with one below."""
    sides = ((old, {k.old for k in bridge.links}), (new, {k.new for k in bridge.links}))
    for instrument, linked in sides:
        known = codes(instrument)
        for code in sorted(linked - known.keys()):
            yield Problem("bridge.code_unknown", place=code, instrument=instrument.short_name)
        for code in sorted(linked & known.keys()):
            for below in walk(known[code]):
                if below.code != code and below.code in linked:
                    yield Problem("bridge.overlap", place=code, below=below.code)
    yield from _portions(bridge)


def same_codes(old: Instrument, new: Instrument) -> Bridge:
    """The bridge between two versions of one instrument: indicators of the same code."""
    here = codes(new)
    shared = [n.code for n in indicators(old) if n.code in here and _is_leaf(here[n.code])]
    return Bridge(old.code, new.code, tuple(Link(code, code) for code in shared))


def turned(bridge: Bridge) -> Bridge:
    """The same bridge walked the other way."""
    links = (
        replace(k, old=k.new, new=k.old, of_old=k.of_new, of_new=k.of_old) for k in bridge.links
    )
    return replace(bridge, old=bridge.new, new=bridge.old, links=tuple(links))


def joined(first: Bridge, second: Bridge) -> Bridge:
    """Two bridges, one after the other: what both lead over, over the nodes they share."""
    found: dict[tuple[str, str], Link] = {}
    for a in first.links:
        for b in second.links:
            if a.new == b.old:
                link = Link(a.old, b.new, a.of_old * b.of_old, a.of_new * b.of_new)
                _add(found, replace(link, sourced=a.sourced and b.sourced))
    status = "official" if first.status == second.status == "official" else "draft"
    sources = (*first.sources, *(s for s in second.sources if s not in first.sources))
    return Bridge(first.old, second.new, tuple(found.values()), status, sources)


def _add(found: dict[tuple[str, str], Link], link: Link) -> None:
    known = found.get((link.old, link.new))
    if known is not None:
        of_old, of_new = known.of_old + link.of_old, known.of_new + link.of_new
        link = replace(link, of_old=of_old, of_new=of_new, sourced=known.sourced and link.sourced)
    found[link.old, link.new] = link


def _is_leaf(node: Node) -> bool:
    return node.indicator is not None


def _portions(bridge: Bridge) -> Iterator[Problem]:
    pairs = [(link.old, link.new) for link in bridge.links]
    for old, new in sorted({pair for pair in pairs if pairs.count(pair) > 1}):
        yield Problem("bridge.link_double", place=old, new=new)
    for link in bridge.links:
        for part in (link.of_old, link.of_new):
            if not 0 < part <= 1:
                place = f"{link.old} – {link.new}"
                yield Problem("bridge.portion_wrong", place=place, value=exact_text(part))
    yield from _sums((link.old, link.of_old) for link in bridge.links)
    yield from _sums((link.new, link.of_new) for link in bridge.links)


def _sums(parts: Iterable[tuple[str, Fraction]]) -> Iterator[Problem]:
    """More than the whole of a node cannot be shared."""
    sums: dict[str, Fraction] = {}
    for code, part in parts:
        sums[code] = sums.get(code, Fraction(0)) + part
    for code, total in sums.items():
        if total > 1:
            yield Problem("bridge.too_much", place=code, value=exact_text(total))


# --- Reading ---------------------------------------------------------------------------------


def _text(value: object, place: str) -> str:
    if not isinstance(value, str):
        raise Problem("bridge.value_wrong", place=place, value=str(value)[:60])
    return value


def _code(value: object, place: str) -> str:
    text = _text(value, place)
    if not text.strip():
        raise Problem("bridge.value_wrong", place=place, value=text)
    return text


def _part(value: object, place: str) -> Fraction:
    number = exact(value)
    if number is None:
        raise Problem("bridge.value_wrong", place=place, value=str(value)[:60])
    return number


def _flag(value: object, place: str) -> bool:
    if not isinstance(value, bool):
        raise Problem("bridge.value_wrong", place=place, value=str(value)[:60])
    return value


def _status(value: object, place: str) -> str:
    if value not in ("draft", "official"):
        raise Problem("bridge.value_wrong", place=place, value=str(value)[:60])
    return str(value)


def _rows(value: object, place: str) -> tuple[object, ...]:
    if not isinstance(value, list | tuple):
        raise Problem("bridge.value_wrong", place=place, value=str(value)[:60])
    return tuple(cast("Sequence[object]", value))


def _texts(value: object, place: str) -> tuple[str, ...]:
    return tuple(_text(each, place) for each in _rows(value, place))


Reader = Callable[[object, str], object]
_BRIDGE: Mapping[str, Reader] = {
    "old": _code,
    "new": _code,
    "status": _status,
    "sources": _texts,
    "note": _text,
    "links": _rows,
}
_LINK: Mapping[str, Reader] = {
    "old": _code,
    "new": _code,
    "of_old": _part,
    "of_new": _part,
    "sourced": _flag,
    "note": _text,
}


def _table(value: object, place: str, fields: Mapping[str, Reader]) -> dict[str, object]:
    if not isinstance(value, Mapping):
        raise Problem("bridge.value_wrong", place=place, value=str(value)[:60])
    table = cast("Mapping[str, object]", value)
    for key in table:
        if key not in fields:
            raise Problem("bridge.field_unknown", place=place, key=str(key)[:60])
    for key in ("old", "new"):
        if key not in table:
            raise Problem("bridge.field_missing", place=place, key=key)
    return {key: fields[key](each, f"{place}: {key}") for key, each in table.items()}

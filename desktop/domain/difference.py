"""What differs between two versions of an instrument: as data; `wording.difference` says it.

Nodes, zones and everything else that has a code are the same when their codes are; so a changed
code reads as one taken away and one added. No difference = the same content (code and version of
the instrument itself aside).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any, Literal, TypeVar

from desktop.domain.exact import exact_text
from desktop.domain.instrument import Indicator, Instrument, Node, Option, nodes

Kind = Literal["added", "removed", "changed", "moved", "reordered"]
T = TypeVar("T")

_APART = frozenset("code version root zones variants quotas opinion gates loci".split())
_APART_TOO = frozenset("alternative_scales notes".split())
_OF_NODE = ("name", "weight", "grouping", "assumed", "source_note", "note")


@dataclass(frozen=True, slots=True)
class Change:
    """One difference."""

    kind: Kind
    noun: str
    """instrument, node, option, band, or the field that lists it: zones, quotas, ..."""
    place: str
    """The code of the node, zone, ...; empty for the instrument itself."""
    name: str = ""
    """The name of what was added, removed or moved; else of where it is."""
    field: str = ""
    """The field that changed."""
    before: Any = None
    after: Any = None


def difference(before: Instrument, after: Instrument) -> tuple[Change, ...]:
    """Every difference, from the instrument as a whole down to single options."""
    return tuple(_differences(before, after))


def _differences(before: Instrument, after: Instrument) -> Iterator[Change]:
    names = (f.name for f in fields(Instrument) if f.name not in _APART | _APART_TOO)
    yield from _fields("instrument", "", after.name, before, after, names)
    yield from _listed("zones", before.zones, after.zones, lambda zone: zone.code)
    yield from _nodes(before, after)
    yield from _listed("variants", before.variants, after.variants, lambda v: str(v.year))
    yield from _listed("quotas", before.quotas, after.quotas, lambda quota: quota.role)
    yield from _opinion(before, after)
    yield from _listed("gates", before.gates, after.gates, lambda gate: gate.code)
    yield from _listed("loci", before.loci, after.loci, lambda locus: locus.kind)
    scales = (before.alternative_scales, after.alternative_scales)
    yield from _listed("alternative_scales", *scales, lambda scale: scale.used)
    yield from _listed("notes", before.notes, after.notes, lambda note: note.about)


def _fields(
    noun: str, place: str, name: str, before: Any, after: Any, names: Any
) -> Iterator[Change]:
    for field in names:
        old, new = getattr(before, field), getattr(after, field)
        if old != new:
            yield Change("changed", noun, place, name, field, old, new)


def _nodes(before: Instrument, after: Instrument) -> Iterator[Change]:
    old, new = _placed(before), _placed(after)
    for code, (node, parent) in old.items():
        if code not in new:
            yield Change("removed", "node", code, node.name, before=parent)
    for code, (node, parent) in new.items():
        if code not in old:
            yield Change("added", "node", code, node.name, after=parent)
            continue
        was, parent_was = old[code]
        if parent != parent_was:
            yield Change("moved", "node", code, node.name, before=parent_was, after=parent)
        names = _OF_NODE if code else ("code", *_OF_NODE)
        yield from _fields("node", code, node.name, was, node, names)
        yield from _indicator(was, node)
        yield from _order(code, was, node)


def _placed(instrument: Instrument) -> dict[str, tuple[Node, str]]:
    """Every node by its code, with its parent's; the root by the code that no node can have."""
    found = {"": (instrument.root, "")}
    for node in nodes(instrument):
        parent = "" if not node.number else node.code
        found |= {child.code: (child, parent) for child in node.children}
    return found


def _indicator(before: Node, after: Node) -> Iterator[Change]:
    old, new = before.indicator, after.indicator
    if old is None or new is None:
        if old is not new:
            yield Change("changed", "node", after.code, after.name, "indicator", old, new)
        return
    plain = (f.name for f in fields(Indicator) if f.name not in ("options", "bands"))
    yield from _fields("node", after.code, after.name, old, new, plain)
    yield from _options(after, old.options, new.options)
    yield from _bands(after, old, new)


def _options(node: Node, before: Sequence[Option], after: Sequence[Option]) -> Iterator[Change]:
    """Options are the same by their label, else by their score."""
    pairs: dict[int, int] = {}
    for key in (_label, _score):
        old = _keyed([(i, o) for i, o in enumerate(before) if i not in pairs], key)
        new = _keyed([(i, o) for i, o in enumerate(after) if i not in pairs.values()], key)
        pairs |= {was[0]: new[each][0] for each, was in old.items() if each in new}
    for place, option in enumerate(before):
        if place not in pairs:
            yield Change("removed", "option", node.code, node.name, before=option)
        elif (now := after[pairs[place]]) != option:
            what = "score" if now.label == option.label else "label"
            yield Change("changed", "option", node.code, node.name, what, option, now)
    for place, option in enumerate(after):
        if place not in pairs.values():
            yield Change("added", "option", node.code, node.name, after=option)
    places = [pairs[place] for place in sorted(pairs)]
    if places != sorted(places):  # an answer stores an option's place: this matters
        yield Change("reordered", "option", node.code, node.name)


def _label(placed: tuple[int, Option]) -> str:
    return placed[1].label


def _score(placed: tuple[int, Option]) -> str:
    return exact_text(placed[1].score)


def _bands(node: Node, before: Indicator, after: Indicator) -> Iterator[Change]:
    old = _keyed(before.bands, lambda band: exact_text(band.minimum))
    new = _keyed(after.bands, lambda band: exact_text(band.minimum))
    for bound in (*old, *(each for each in new if each not in old)):
        was, now = old.get(bound), new.get(bound)
        if was is None or now is None:
            kind: Kind = "added" if was is None else "removed"
            yield Change(kind, "band", node.code, node.name, before=was, after=now)
        elif was != now:
            yield Change("changed", "band", node.code, node.name, "score", was, now)
    if [each for each in old if each in new] != [each for each in new if each in old]:
        yield Change("reordered", "band", node.code, node.name)


def _order(code: str, before: Node, after: Node) -> Iterator[Change]:
    old = [child.code for child in before.children]
    new = [child.code for child in after.children]
    if [each for each in old if each in new] != [each for each in new if each in old]:
        yield Change("reordered", "node", code, after.name)


def _opinion(before: Instrument, after: Instrument) -> Iterator[Change]:
    old, new = before.opinion, after.opinion
    if old is None or new is None:
        if old is not new:
            kind: Kind = "added" if old is None else "removed"
            yield Change(kind, "opinion", "", before=old, after=new)
        return
    names = ("decided_by", "met", "unmet", "threshold", "rule", "assumed")
    yield from _fields("opinion", "", "", old, new, names)
    yield from _listed("rows", old.rows, new.rows, lambda row: row.zone)
    yield from _listed("columns", old.columns, new.columns, lambda column: column.code)


def _listed(
    noun: str, before: Sequence[T], after: Sequence[T], key: Callable[[T], str]
) -> Iterator[Change]:
    """Entries with a key: the first of each key is held against the first, and so on."""
    old, new = _keyed(before, key), _keyed(after, key)
    for each, was in old.items():
        if each not in new:
            yield Change("removed", noun, each[0], _name(was), before=was)
    for each, now in new.items():
        if each not in old:
            yield Change("added", noun, each[0], _name(now), after=now)
        elif old[each] != now:
            names = (field.name for field in fields(now))  # type: ignore[arg-type]
            yield from _fields(noun, each[0], _name(now), old[each], now, names)
    common = [each for each in old if each in new]
    if common != [each for each in new if each in old]:
        yield Change("reordered", noun, "")


def _keyed(entries: Sequence[T], key: Callable[[T], str]) -> dict[tuple[str, int], T]:
    found: dict[tuple[str, int], T] = {}
    for entry in entries:
        word = key(entry)
        found[word, sum(1 for each in found if each[0] == word)] = entry
    return found


def _name(entry: object) -> str:
    return str(getattr(entry, "name", ""))

"""The tree of an instrument, worked on: add, change, move, copy, remove. Pure: a new instrument.

Nodes are named by their code; numbers are given anew each time (places in preorder). So this is
for versions that nobody has answered yet: drafts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import count
from typing import Any

from desktop.domain.exact import half_up
from desktop.domain.instrument import Instrument, Node, by_code, nodes, walk
from desktop.domain.instrument_check import members
from desktop.domain.problems import Problem

Children = tuple[Node, ...]


def numbered(root: Node) -> Node:
    """The same tree with every node's number its place in preorder."""
    numbers = count()

    def number(node: Node) -> Node:
        here = next(numbers)
        return replace(node, number=here, children=tuple(number(child) for child in node.children))

    return number(root)


def with_root(instrument: Instrument, root: Node) -> Instrument:
    """The instrument with another tree, numbered anew."""
    return replace(instrument, root=numbered(root))


def parent_of(instrument: Instrument, code: str) -> Node:
    """The node in which the node of that code stands."""
    wanted = by_code(instrument, code)
    return next(
        each for each in nodes(instrument) if any(child is wanted for child in each.children)
    )


def changed(instrument: Instrument, code: str, /, **fields: Any) -> Instrument:
    """One node with other fields (also another code, which must be free)."""
    node = by_code(instrument, code)
    fresh = fields.get("code", code)
    if fresh != code:
        _check_free(instrument, fresh)
    return _rewritten(instrument, lambda each: replace(each, **fields) if each is node else each)


def added(
    instrument: Instrument, node: Node, *, parent: str | None = None, at: int | None = None
) -> Instrument:
    """The node (with what is below it) among the children of a parent; None = at the top.

    `at` is its place there; None = at the end. No code may be taken.
    """
    for each in walk(node):
        _check_free(instrument, each.code)
    top = _host(instrument, parent)
    if top.indicator is not None:
        raise Problem("instrument.indicator_with_children", place=top.code)
    return _with_children(instrument, top, lambda children: _inserted(children, node, at))


def removed(instrument: Instrument, code: str) -> Instrument:
    """Without the node and all below it."""
    node = by_code(instrument, code)
    top = parent_of(instrument, code)
    return _with_children(
        instrument, top, lambda children: tuple(each for each in children if each is not node)
    )


def moved(
    instrument: Instrument, code: str, *, parent: str | None = None, at: int | None = None
) -> Instrument:
    """The node among the children of a parent, there at place `at`; never below itself."""
    node = by_code(instrument, code)
    if parent is not None and parent in {each.code for each in walk(node)}:
        raise Problem("instrument.cycle", place=code, parent=parent)
    return added(removed(instrument, code), node, parent=parent, at=at)


def copied(instrument: Instrument, code: str) -> Instrument:
    """The node with all below it once more, right after itself; its codes get a number."""
    node = by_code(instrument, code)
    taken = {each.code for each in nodes(instrument)}

    def again(each: Node) -> Node:
        fresh = next(c for n in count(2) if (c := f"{each.code}-{n}") not in taken)
        taken.add(fresh)
        return replace(each, code=fresh, children=tuple(again(child) for child in each.children))

    top = parent_of(instrument, code)
    at = next(place for place, each in enumerate(top.children) if each is node)
    twin = again(node)
    return _with_children(instrument, top, lambda children: _inserted(children, twin, at + 1))


def weights_of(instrument: Instrument, code: str | None = None) -> tuple[tuple[Node, Decimal], ...]:
    """What is weighed together below a node (None = at the top), each with its share in percent.

    Groupings stand for their children; unknown weights count equally; weight 0 has no share.
    """
    weighed = members(_host(instrument, code))
    values = [Fraction(1) if each.weight is None else each.weight for each in weighed]
    total = sum(values, Fraction(0))
    shares = [value * 100 / total if total else Fraction(0) for value in values]
    return tuple((each, half_up(share, 2)) for each, share in zip(weighed, shares, strict=True))


def _host(instrument: Instrument, code: str | None) -> Node:
    return instrument.root if code is None else by_code(instrument, code)


def _check_free(instrument: Instrument, code: str) -> None:
    if any(each.code == code for each in nodes(instrument)):
        raise Problem("instrument.code_double", place=code, field="code")


def _inserted(children: Children, node: Node, at: int | None) -> Children:
    place = len(children) if at is None else max(0, min(at, len(children)))
    return (*children[:place], node, *children[place:])


def _with_children(
    instrument: Instrument, host: Node, change: Callable[[Children], Children]
) -> Instrument:
    return _rewritten(
        instrument,
        lambda each: replace(each, children=change(each.children)) if each is host else each,
    )


def _rewritten(instrument: Instrument, change: Callable[[Node], Node]) -> Instrument:
    """Every node as `change` has it, then its children; the root too."""

    def rewrite(node: Node) -> Node:
        fresh = change(node)
        return replace(fresh, children=tuple(rewrite(child) for child in fresh.children))

    return with_root(instrument, rewrite(instrument.root))

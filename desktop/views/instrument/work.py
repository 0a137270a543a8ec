"""What the tree's keys do to an instrument: pure steps over `instrument_tree`."""

from __future__ import annotations

from fractions import Fraction
from itertools import count

from desktop.domain.instrument import Indicator, Instrument, Node, Option, nodes
from desktop.domain.instrument_tree import added, copied, moved, parent_of, removed
from desktop.wording import _


def act(instrument: Instrument, where: Node | None, what: str) -> tuple[Instrument, str]:
    """The instrument afterwards, and the code of the node to stand on."""
    if what == "add":
        return _add(instrument, where)
    if where is None:
        return instrument, ""
    if what == "copy":
        fresh = copied(instrument, where.code)
        return fresh, _newest(instrument, fresh)
    if what == "remove":
        return removed(instrument, where.code), ""
    return _shift(instrument, where, -1 if what == "up" else 1), where.code


def _add(instrument: Instrument, where: Node | None) -> tuple[Instrument, str]:
    """A new indicator: below a group, or right after an indicator."""
    code = _free(instrument)
    fresh = Node(
        number=0,
        code=code,
        name=_("Butir baru"),
        weight=None,
        indicator=Indicator(per="unit", answer="yes_no", options=_yes_no()),
        assumed=frozenset({"weight", "name"}),
    )
    if where is None:
        return added(instrument, fresh), code
    if where.indicator is None:
        return added(instrument, fresh, parent=where.code), code
    host = parent_of(instrument, where.code)
    at = next(n for n, each in enumerate(host.children) if each is where) + 1
    parent = None if host is instrument.root else host.code
    return added(instrument, fresh, parent=parent, at=at), code


def _yes_no() -> tuple[Option, ...]:
    return (Option(Fraction(1), _("Ada")), Option(Fraction(0), _("Tidak ada")))


def _shift(instrument: Instrument, where: Node, step: int) -> Instrument:
    host = parent_of(instrument, where.code)
    at = next(n for n, each in enumerate(host.children) if each is where) + step
    if not 0 <= at < len(host.children):
        return instrument
    parent = None if host is instrument.root else host.code
    return moved(instrument, where.code, parent=parent, at=at)


def _free(instrument: Instrument) -> str:
    taken = {each.code for each in nodes(instrument)}
    return next(code for n in count(1) if (code := f"BARU-{n}") not in taken)


def _newest(before: Instrument, after: Instrument) -> str:
    known = {each.code for each in nodes(before)}
    return next((each.code for each in nodes(after) if each.code not in known), "")

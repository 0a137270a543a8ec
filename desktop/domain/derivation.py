"""Why this number, as plain rows for paper and screen: four decimals, parts that add up."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from desktop.domain.exact import half_up
from desktop.domain.instrument import Instrument, Node, Zone, indicators, uncounted, walk
from desktop.domain.score import UnitScore

DEAREST = 6


@dataclass(frozen=True, slots=True)
class Part:
    """One row of "Mengapa angka ini": a dimension."""

    number: int
    code: str
    name: str
    weight: Decimal
    """(a) effective, in percent, 2 decimals or more where it has more (at most 4)."""
    counted: int
    """Indicators that count / that are asked."""
    of: int
    value: Decimal
    """(b) 4 decimals."""
    contribution: Decimal
    """a x b : 100, from the exact numbers, 4 decimals."""
    zone: Zone | None


@dataclass(frozen=True, slots=True)
class Loss:
    """One row of "Nilai yang hilang": what an indicator costs the unit, 4 decimals."""

    number: int
    code: str
    name: str
    value: Decimal
    lost: Decimal


@dataclass(frozen=True, slots=True)
class Derivation:
    """Annex C. Printed parts + `difference` = `total`, always."""

    parts: tuple[Part, ...]
    counted: int
    of: int
    """The sums of the parts' indicators."""
    total: Decimal
    """The exact value, 4 decimals."""
    difference: Decimal
    """"Selisih pembulatan" of the parts, signed; 0 = no such row."""
    value: Decimal
    """The rounded value."""
    zone: Zone
    full: Decimal
    """The scale's maximum, 4 decimals: full - losses - rest + losses_difference = total."""
    losses: tuple[Loss, ...]
    """The six dearest indicators, dearest first."""
    rest_count: int
    rest_lost: Decimal
    losses_difference: Decimal


def derivation(instrument: Instrument, score: UnitScore) -> Derivation | None:
    """The derivation of a unit's value; None without a value or for a published one."""
    if score.value is None or score.exact is None or score.zone is None or not score.nodes:
        return None
    parts = tuple(
        _part(instrument, score, node)
        for node in dimensions(instrument)
        if score.nodes[node.number].counted
    )
    losses = _losses(instrument, score)
    dear, rest = losses[:DEAREST], losses[DEAREST:]
    total, full = half_up(score.exact, 4), half_up(Fraction(instrument.scale_max), 4)
    rest_lost = half_up(sum((lost for _, lost in rest), Fraction(0)), 4)
    rows = tuple(_loss(score, node, lost) for node, lost in dear)
    return Derivation(
        parts=parts,
        counted=sum(part.counted for part in parts),
        of=sum(part.of for part in parts),
        total=total,
        difference=total - sum((part.contribution for part in parts), Decimal(0)),
        value=score.value,
        zone=score.zone,
        full=full,
        losses=rows,
        rest_count=len(rest),
        rest_lost=rest_lost,
        losses_difference=total - (full - sum((r.lost for r in rows), Decimal(0)) - rest_lost),
    )


def dimensions(instrument: Instrument) -> tuple[Node, ...]:
    """The rows of annex C: the highest level at which there is more than one."""
    node = instrument.root
    while len(node.children) == 1 and node.children[0].children:
        node = node.children[0]
    return node.children


def _part(instrument: Instrument, score: UnitScore, node: Node) -> Part:
    here = score.nodes[node.number]
    counted, of = indicators_counted(instrument, score, node)
    weight = here.share * 100 / Fraction(instrument.scale_max)
    return Part(
        number=node.number,
        code=node.code,
        name=node.name,
        weight=half_up(weight, 2 if (weight * 100).denominator == 1 else 4),
        counted=counted,
        of=of,
        value=half_up(here.value or Fraction(0), 4),
        contribution=half_up(here.contribution, 4),
        zone=here.zone,
    )


def indicators_counted(instrument: Instrument, score: UnitScore, node: Node) -> tuple[int, int]:
    """How many indicators at and below a node count, of how many that are asked and can count."""
    silent = uncounted(instrument)
    asked = [
        score.nodes[leaf.number]
        for leaf in walk(node)
        if leaf.indicator is not None and leaf.number not in silent
    ]
    asked = [each for each in asked if each.applicable + each.not_applicable]
    return sum(each.counted for each in asked), len(asked)


def _losses(instrument: Instrument, score: UnitScore) -> list[tuple[Node, Fraction]]:
    """What each counted indicator costs the unit, dearest first; nothing lost = no row."""
    found = [
        (node, score.nodes[node.number].share - score.nodes[node.number].contribution)
        for node in indicators(instrument)
        if score.nodes[node.number].counted
    ]
    found.sort(key=lambda each: (-each[1], each[0].number))
    return [(node, lost) for node, lost in found if lost > 0]


def _loss(score: UnitScore, node: Node, lost: Fraction) -> Loss:
    value = score.nodes[node.number].value or Fraction(0)
    return Loss(node.number, node.code, node.name, half_up(value, 4), half_up(lost, 4))

"""An assessment instrument: a tree of weighed nodes whose leaves are asked. Frozen, exact.

The shape of every record here is the shape of the stored document (`instrument_document`) and of
the readable file (`instrument_text`): one name for one field everywhere. `docs/scoring.md` says
what the fields mean for a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from desktop.domain.problems import Problem

Subject = Literal["unit", "product", "respondent"]
AnswerKind = Literal["options", "yes_no", "number", "count", "percentage", "text"]
NaPolicy = Literal["exclude", "zero", "block"]
Missing = Literal["open", "zero"]
Products = Literal["indicator", "first"]
Reducer = Literal["mean", "mean_by_products", "weights"]
Status = Literal["official", "draft"]
WeightsNote = Literal["official", "partly", "assumed"]


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer. Its place among the options is what an answer stores."""

    score: Fraction
    label: str


@dataclass(frozen=True, slots=True)
class Band:
    """From `minimum` upward a number, count or percentage earns `score`."""

    minimum: Fraction
    score: Fraction
    label: str = ""


@dataclass(frozen=True, slots=True)
class Zone:
    """A grade: from `min` (inclusive) up to the next zone's bound."""

    code: str
    name: str
    colour: str
    """hijau, kuning or merah."""
    min: Decimal
    sourced: bool = True
    """Is the bound taken from a source, or assumed?"""


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is asked at a leaf, of whom, and what may be answered."""

    per: Subject
    answer: AnswerKind = "options"
    role: str = ""
    """The respondents asked; empty = all of them."""
    options: tuple[Option, ...] = ()
    minimum: Fraction | None = None
    """For options: the score that counts as nothing (and as full); else the least and greatest
    number that may be answered."""
    maximum: Fraction | None = None
    decimals: int = 0
    """A number is stored as an integer scaled by this many decimals."""
    bands: tuple[Band, ...] = ()
    legal_basis: str = ""
    evidence_hint: str = ""
    remedy_hint: str = ""
    unit_types: tuple[str, ...] = ()
    """Asked only of these; empty = of all. So for product types and entity kinds."""
    product_types: tuple[str, ...] = ()
    entity_kinds: tuple[str, ...] = ()
    """PEMDA, KEMENTERIAN_LEMBAGA, ..."""
    from_year: int | None = None
    to_year: int | None = None
    optional: bool = False
    """May stay unanswered: an open cell is none. Only where nothing is counted (weight 0, text)."""

    @property
    def least(self) -> Fraction | None:
        """The least number that may be answered (counts and percentages: 0 unless told)."""
        plain = self.answer in ("count", "percentage")
        return Fraction(0) if self.minimum is None and plain else self.minimum

    @property
    def most(self) -> Fraction | None:
        """The greatest number that may be answered (percentages: 100 unless told)."""
        plain = self.answer == "percentage"
        return Fraction(100) if self.maximum is None and plain else self.maximum

    @property
    def score_bounds(self) -> tuple[Fraction, Fraction]:
        """The scores that count as nothing and as full. Not for text."""
        if self.bands:
            scores = [band.score for band in self.bands]
            return min(scores), max(scores)
        if self.options:
            scores = [option.score for option in self.options]
            low = min(scores) if self.minimum is None else self.minimum
            return low, max(scores) if self.maximum is None else self.maximum
        return self.least or Fraction(0), self.most or Fraction(1)


@dataclass(frozen=True, slots=True)
class Node:
    """One row of the tree: a dimension, a variable, a grouping or an indicator."""

    number: int
    """Place in preorder, the root being 0: the small integer that an answer stores."""
    code: str
    name: str
    weight: Fraction | None = None
    """Relative to its siblings. None = unknown (or a grouping), 0 = recorded but not counted."""
    grouping: bool = False
    """Only gathers: its children are weighed among the children of the level above."""
    children: tuple[Node, ...] = ()
    indicator: Indicator | None = None
    assumed: frozenset[str] = frozenset()
    """The fields that no source gives: "weight", "options", "name", "from_year", ..."""
    source_note: str = ""
    note: str = ""

    @property
    def weight_sourced(self) -> bool:
        """Is the weight known, and known from a source?"""
        return self.weight is not None and "weight" not in self.assumed


@dataclass(frozen=True, slots=True)
class Variant:
    """The instrument as it was used from one year on; its indicators say from_year, to_year."""

    year: int
    note: str = ""
    sourced: bool = True


@dataclass(frozen=True, slots=True)
class Quota:
    """How many respondents of a role (or products) a unit needs at least."""

    of: Literal["respondent", "product"]
    minimum: int
    role: str = ""
    per: Literal["unit", "product"] = "unit"
    from_year: int | None = None
    to_year: int | None = None
    sourced: bool = True
    source: str = ""
    note: str = ""
    below: Missing = "open"
    """What the role's indicators count while fewer respondents have answered: what was answered
    so far, the missing respondents being open ("open"), or nothing at all ("zero")."""


@dataclass(frozen=True, slots=True)
class Gate:
    """A rule outside the number (no certificate while ...), printed as such."""

    code: str
    effect: str
    condition: str
    source: str = ""
    sourced: bool = True


@dataclass(frozen=True, slots=True)
class OpinionRow:
    """The first half of an opinion, by zone."""

    zone: str
    name: str
    sourced: bool = True


@dataclass(frozen=True, slots=True)
class OpinionColumn:
    """The second half of an opinion, by the state of compliance."""

    code: str
    name: str
    sourced: bool = True


@dataclass(frozen=True, slots=True)
class OpinionTable:
    """Opinion = zone (row) x state of compliance (column). See `opinion.opinion_of`."""

    rows: tuple[OpinionRow, ...]
    columns: tuple[OpinionColumn, ...]
    decided_by: str
    """Code of the node whose own value chooses the column."""
    met: str
    """Column when the value reaches the threshold, or when there was nothing to comply with."""
    unmet: str
    threshold: Fraction | None = None
    """On the instrument's scale. None = no source gives it: then the column stays open."""
    rule: str = ""
    assumed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class AlternativeScale:
    """Another scale that was in use, kept as knowledge, never applied by itself."""

    used: str
    maximum: Decimal
    zones: tuple[Zone, ...]
    note: str = ""
    sourced: bool = True


@dataclass(frozen=True, slots=True)
class Locus:
    """The unit types usually assessed in one kind of entity."""

    kind: str
    unit_types: tuple[str, ...]
    sourced: bool = True


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on the instrument as a whole."""

    about: str
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Instrument:
    """One version of an instrument, whole.

    Compared and hashed by identity, so that what is prepared for it can be kept per object (the
    same document is read into the same object); two are the same by their fingerprints. A default
    is left out of the document, so a released default never changes its meaning.
    """

    code: str
    version: str
    name: str
    short_name: str
    """For captions: "ORI 2022–2024"."""
    valid_from: date
    zones: tuple[Zone, ...]
    """Best first."""
    root: Node
    valid_to: date | None = None
    status: Status = "draft"
    legal_basis: tuple[str, ...] = ()
    scale_min: Decimal = Decimal(0)
    scale_max: Decimal = Decimal(100)
    na_policy: NaPolicy = "exclude"
    unanswered: Missing = "open"
    """With "zero" an assessment may be finalised with open cells, which then count as 0."""
    decimals: int = 2
    """Rounding half up, only when shown and when put in a zone."""
    rounding_at: frozenset[str] = frozenset({"final"})
    """With "unit", an entity averages the rounded values of its units; with "entity" what is above
    (a province) those of its entities."""
    products: Products = "indicator"
    entity_reducer: Reducer = "mean"
    assumed: frozenset[str] = frozenset()
    variants: tuple[Variant, ...] = ()
    quotas: tuple[Quota, ...] = ()
    opinion: OpinionTable | None = None
    gates: tuple[Gate, ...] = ()
    loci: tuple[Locus, ...] = ()
    alternative_scales: tuple[AlternativeScale, ...] = ()
    notes: tuple[Note, ...] = ()


def walk(node: Node) -> Iterator[Node]:
    """The node and all below it, in preorder."""
    yield node
    for child in node.children:
        yield from walk(child)


@lru_cache(maxsize=64)
def nodes(instrument: Instrument) -> tuple[Node, ...]:
    """All nodes by number: `nodes(i)[n].number == n`."""
    return tuple(walk(instrument.root))


def node(instrument: Instrument, number: int) -> Node:
    """The node of that number. `instrument.node_unknown` if there is none."""
    every = nodes(instrument)
    if not 0 <= number < len(every):
        raise Problem("instrument.node_unknown", number=number, instrument=instrument.code)
    return every[number]


@lru_cache(maxsize=64)
def codes(instrument: Instrument) -> dict[str, Node]:
    """Every node but the root by its code. Not to be changed."""
    return {each.code: each for each in nodes(instrument)[1:]}


def by_code(instrument: Instrument, code: str) -> Node:
    """The node of that code. `instrument.code_unknown` if there is none."""
    found = codes(instrument).get(code)
    if found is None:
        raise Problem("instrument.code_unknown", place=code, instrument=instrument.code)
    return found


def indicators(instrument: Instrument) -> tuple[Node, ...]:
    """The leaves that are asked, in order."""
    return tuple(each for each in nodes(instrument) if each.indicator is not None)


@lru_cache(maxsize=64)
def uncounted(instrument: Instrument) -> frozenset[int]:
    """Numbers of the nodes that never count: weight 0 with all below it, and text answers."""
    numbers: set[int] = set()
    for each in nodes(instrument):
        text_only = each.indicator is not None and each.indicator.answer == "text"
        if each.weight == 0 or text_only:
            numbers.update(below.number for below in walk(each))
    return frozenset(numbers)


def zone_of(instrument: Instrument, rounded: Decimal) -> Zone:
    """The zone with the greatest bound that a rounded value reaches (bounds are inclusive)."""
    for zone in instrument.zones:
        if rounded >= zone.min:
            return zone
    return instrument.zones[-1]


def variant_year(instrument: Instrument, year: int | None) -> int | None:
    """The year whose variant is used: the newest not after `year`; no year = the newest."""
    years = sorted(variant.year for variant in instrument.variants)
    if not years:
        return year
    if year is None:
        return years[-1]
    return max((each for each in years if each <= year), default=years[0])


def weights_note(instrument: Instrument) -> WeightsNote:
    """Are the weights that count sourced ("official"), "partly" so, or "assumed"?"""
    silent = uncounted(instrument)
    sourced = [
        each.weight_sourced
        for each in nodes(instrument)[1:]
        if not each.grouping and each.number not in silent
    ]
    return "official" if all(sourced) else "partly" if any(sourced) else "assumed"


def is_valid_in(instrument: Instrument, years: Iterable[int]) -> bool:
    """Do all these years lie within the instrument's validity? If not: a warning, no refusal."""
    last = instrument.valid_to.year if instrument.valid_to else None
    return all(
        instrument.valid_from.year <= year and (last is None or year <= last) for year in years
    )

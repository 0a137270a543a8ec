"""Random instruments of any shape, and random answers to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import count
from typing import Any

from hypothesis import strategies as st

from desktop.domain.answer import REASONS
from desktop.domain.instrument import Indicator, Instrument
from desktop.domain.instrument_document import from_document
from desktop.domain.score import Sheet, UnitInput, asked

Document = dict[str, Any]
ROLES = ("pengguna", "petugas")
PRODUCT_TYPES = ("PRODUK_ADMINISTRASI", "PRODUK_JASA")


@dataclass(frozen=True)
class Bounds:
    """How wild an instrument may be."""

    levels: int = 3
    short: bool = True
    """May an indicator's maximum lie above its best option?"""


def _options(draw: st.DrawFn, bounds: Bounds) -> Document:
    scores = draw(st.lists(st.integers(0, 9), min_size=2, max_size=5, unique=True))
    wider = [{"maximum": 9}, {"minimum": 0, "maximum": 10}] if bounds.short else [{}]
    asked_more = draw(st.sampled_from([{}, *wider]))
    options = [{"score": score, "label": f"pilihan {score}"} for score in scores]
    return {"answer": "options", "options": options, **asked_more}


def _number(draw: st.DrawFn) -> Document:
    kind = draw(st.sampled_from(["number", "percentage", "count"]))
    if kind == "number":
        return {"answer": kind, "minimum": 20, "maximum": 60, "decimals": 1}
    bands = [{"minimum": 0, "score": 1}, {"minimum": "30.5", "score": 2}]
    if kind == "count":
        return {"answer": kind, "maximum": 40, "bands": [*bands, {"minimum": 35, "score": 5}]}
    return {"answer": kind, "decimals": 2, "bands": draw(st.sampled_from([[], bands]))}


@st.composite
def _indicator(draw: st.DrawFn, bounds: Bounds) -> Document:
    kind = draw(st.sampled_from(["options", "options", "yes_no", "number", "text"]))
    per = draw(st.sampled_from(["unit", "product", "respondent"]))
    found: Document = {"per": per, "answer": kind}
    if kind == "options":
        found |= _options(draw, bounds)
    elif kind == "yes_no":
        found["options"] = [{"score": 1, "label": "Ada"}, {"score": 0, "label": "Tidak ada"}]
    elif kind == "number":
        found |= _number(draw)
    if per == "respondent":
        found["role"] = draw(st.sampled_from(["", *ROLES]))
    if per == "product":
        found["product_types"] = draw(st.sampled_from([[], [PRODUCT_TYPES[0]]]))
    found["unit_types"] = draw(st.sampled_from([[], [], ["RSUD"]]))
    found["entity_kinds"] = draw(st.sampled_from([[], [], ["PEMDA"]]))
    found["from_year"] = draw(st.sampled_from([None, None, 2023]))
    found["to_year"] = draw(st.sampled_from([None, None, None, 2023, 2024]))
    if kind == "text":
        found["optional"] = draw(st.booleans())
    return found


@st.composite
def _children(draw: st.DrawFn, bounds: Bounds, level: int, numbers: Any, known: bool) -> list[Any]:
    """Children of one level: all weights known or none; at least one counts."""
    found: list[Document] = []
    for _ in range(draw(st.integers(1, 3))):
        code = f"n{next(numbers)}"
        if level >= bounds.levels or draw(st.booleans()):
            leaf, weight = draw(_indicator(bounds)), _weight(draw, known)
            if weight == 0:
                leaf["optional"] = draw(st.booleans())
            found.append({"code": code, "indicator": leaf, "weight": weight})
        elif draw(st.integers(0, 3)) == 0:
            below = draw(_children(bounds, level + 1, numbers, known))
            found.append({"code": code, "grouping": True, "children": below})
        else:
            below = draw(_children(bounds, level + 1, numbers, draw(st.booleans())))
            found.append({"code": code, "weight": _weight(draw, known), "children": below})
    leaf = {"per": "unit", "answer": "yes_no"}
    options = [{"score": 0, "label": "Tidak"}, {"score": 1, "label": "Ya"}]
    weight = "1/3" if known else None
    sure = {"code": f"n{next(numbers)}", "indicator": {**leaf, "options": options}}
    return [*found, {**sure, "weight": weight}]


def _weight(draw: st.DrawFn, known: bool) -> object:
    return draw(st.sampled_from([0, 1, 2, "12.22", "6.27", "1/7"])) if known else None


@st.composite
def documents(draw: st.DrawFn, bounds: Bounds | None = None) -> Document:
    """A whole instrument as its document."""
    tree = draw(_children(bounds or Bounds(), 1, count(), draw(st.booleans())))
    least, most = draw(st.sampled_from([(0, 5), (25, 100), (0, 100)]))
    return {
        "code": "acak",
        "version": "1",
        "name": "Instrumen acak",
        "short_name": "Acak",
        "valid_from": "2020-01-01",
        "zones": [
            {"code": "A", "name": "", "colour": "hijau", "min": most - (most - least) // 5},
            {"code": "B", "name": "", "colour": "kuning", "min": f"{least + 2}.01"},
            {"code": "C", "name": "", "colour": "merah", "min": least},
        ],
        "scale_min": least,
        "scale_max": most,
        "decimals": draw(st.integers(0, 4)),
        "na_policy": draw(st.sampled_from(["exclude", "exclude", "zero", "block"])),
        "unanswered": draw(st.sampled_from(["open", "open", "zero"])),
        "entity_reducer": draw(st.sampled_from(["mean", "mean_by_products", "weights"])),
        "rounding_at": draw(st.sampled_from([["final"], ["final", "unit"]])),
        "variants": [{"year": year} for year in draw(st.sampled_from([[], [2022, 2024]]))],
        "quotas": draw(st.lists(_quota(), max_size=2)),
        "products": draw(st.sampled_from(["indicator", "first"])),
        "root": {"code": "acak", "name": "Instrumen acak", "children": _named(tree)},
    }


@st.composite
def _quota(draw: st.DrawFn) -> Document:
    below = draw(st.sampled_from(["open", "zero"]))
    strict = below == "zero"
    return {
        "of": "respondent" if strict else draw(st.sampled_from(["respondent", "product"])),
        "role": draw(st.sampled_from(ROLES if strict else ["", *ROLES])),
        "minimum": draw(st.integers(1, 4)),
        "per": draw(st.sampled_from(["unit", "product"])),
        "from_year": draw(st.sampled_from([None, None, 2024])),
        "below": below,
    }


def _named(children: list[Document]) -> list[Document]:
    for child in children:
        child["name"] = f"Simpul {child['code']}"
        _named(child.get("children", []))
    return children


def instruments(bounds: Bounds | None = None) -> st.SearchStrategy[Instrument]:
    """Random whole instruments."""
    return documents(bounds).map(from_document)


def stored(indicator: Indicator) -> st.SearchStrategy[int]:
    """Integers that this indicator can store, without reasons."""
    if indicator.answer == "text":
        return st.just(0)
    if indicator.options:
        return st.integers(0, len(indicator.options) - 1)
    tenfold = 10**indicator.decimals
    return st.integers(int((indicator.least or 0) * tenfold), int((indicator.most or 0) * tenfold))


def best(indicator: Indicator) -> int:
    """The stored integer of the best answer (not always full: the maximum may be higher)."""
    if indicator.answer == "text":
        return 0
    if indicator.options:
        return max(range(len(indicator.options)), key=lambda i: indicator.options[i].score)
    return int((indicator.most or 0) * 10**indicator.decimals)


@st.composite
def answers(draw: st.DrawFn, instrument: Instrument, sheet: Sheet, holes: bool = True) -> Sheet:
    """The sheet with random answers, reasons and (if wanted) holes."""
    found: dict[int, int] = {}
    for node in asked(instrument, sheet, unit_type=UNIT_TYPE):
        assert node.indicator is not None
        what = draw(st.integers(0, 9))
        if what < 2 and holes:
            continue
        reason = draw(st.sampled_from([*REASONS.values()])) if what == 2 else None
        found[node.number] = draw(stored(node.indicator)) if reason is None else reason
    return replace(sheet, answers=found)


UNIT_TYPE = "DINAS_SOSIAL"
YEARS = (None, 2021, 2023, 2025)
KINDS = (None, "kabupaten", "instansi vertikal")


@st.composite
def units(draw: st.DrawFn, instrument: Instrument, holes: bool = True) -> UnitInput:
    """One unit with its sheets."""
    blank = [Sheet("unit")]
    for _ in range(draw(st.integers(1, 3))):
        blank.append(Sheet("product", product_type=draw(st.sampled_from([None, *PRODUCT_TYPES]))))
    blank.extend(Sheet("respondent", role=role) for role in ROLES)
    if draw(st.booleans()):
        blank.append(Sheet("respondent", role=ROLES[0]))
    sheets = [draw(answers(instrument, sheet, holes)) for sheet in blank]
    weight = draw(st.sampled_from([Fraction(1), Fraction(2, 7), Fraction(0)]))
    return UnitInput("Unit acak", UNIT_TYPE, tuple(sheets), weight=weight)


def with_all_respondents(instrument: Instrument, unit: UnitInput) -> UnitInput:
    """The same unit with a blank sheet for each respondent that is missing to a quota."""
    products = sum(sheet.subject == "product" for sheet in unit.sheets) or 1
    more: list[Sheet] = []
    for quota in instrument.quotas:
        if quota.of == "respondent":
            needed = quota.minimum * (products if quota.per == "product" else 1)
            sheets = (*unit.sheets, *more)
            there = sum(s.role == quota.role or (not quota.role and bool(s.role)) for s in sheets)
            more += [Sheet("respondent", role=quota.role or ROLES[0])] * (needed - there)
    return replace(unit, sheets=(*unit.sheets, *more))


@st.composite
def entities(draw: st.DrawFn) -> tuple[Instrument, list[UnitInput]]:
    """An instrument with the units of an entity."""
    instrument = draw(instruments(Bounds(levels=2)))
    return instrument, [draw(units(instrument)) for _ in range(draw(st.integers(0, 4)))]


@st.composite
def scored(draw: st.DrawFn, bounds: Bounds | None = None) -> tuple[Instrument, UnitInput]:
    """An instrument with one unit's answers to it."""
    instrument = draw(instruments(bounds))
    return instrument, draw(units(instrument))


def with_answers(sheet: Sheet, more: Mapping[int, int]) -> Sheet:
    """The sheet with some answers added or replaced."""
    return replace(sheet, answers={**sheet.answers, **more})

"""An instrument as its canonical document: what is stored, sealed and compared."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from itertools import count
from typing import cast

from desktop.domain.instrument import (
    AlternativeScale,
    Band,
    Gate,
    Indicator,
    Instrument,
    Locus,
    Node,
    Note,
    OpinionColumn,
    OpinionRow,
    OpinionTable,
    Option,
    Quota,
    Variant,
    Zone,
)
from desktop.domain.instrument_check import MOST_LEVELS, MOST_NODES, check
from desktop.domain.instrument_fields import (
    Codec,
    choice,
    day,
    decimal,
    filled,
    flag,
    integer,
    many,
    mapping,
    number,
    optional,
    record,
    sequence,
    text,
    words_of,
)
from desktop.domain.problems import Problem

_words = many(filled(text))
_zone = record(Zone, code=filled(text), name=text, colour=text, min=decimal, sourced=flag)
_indicator = record(
    Indicator,
    per=choice("unit", "product", "respondent"),
    answer=choice("options", "yes_no", "number", "count", "percentage", "text"),
    role=text,
    options=many(record(Option, score=number, label=filled(text))),
    minimum=optional(number),
    maximum=optional(number),
    decimals=integer,
    bands=many(record(Band, minimum=number, score=number, label=text)),
    legal_basis=text,
    evidence_hint=text,
    remedy_hint=text,
    unit_types=_words,
    product_types=_words,
    entity_kinds=_words,
    from_year=optional(integer),
    to_year=optional(integer),
    optional=flag,
)


_row = record(
    Node,
    {"number": 0},
    code=filled(text),
    name=text,
    weight=optional(number),
    grouping=flag,
    indicator=optional(_indicator),
    assumed=words_of(filled(text)),
    source_note=text,
    note=text,
)


def _read_node(value: object, place: str, numbers: Iterator[int], depth: int = 0) -> Node:
    table = mapping(value, place)
    here = str(table.get("code") or place)
    number_here = next(numbers)
    if number_here >= MOST_NODES or depth >= MOST_LEVELS:
        raise Problem("instrument.too_large", place=here, nodes=MOST_NODES, levels=MOST_LEVELS)
    if depth and table.get("grouping") is not True and "weight" not in table:
        raise Problem("instrument.weight_missing", place=here)
    children = tuple(
        _read_node(child, f"{here} {i}", numbers, depth + 1)
        for i, child in enumerate(sequence(table.get("children", ()), here), start=1)
    )
    row = _row.read({key: each for key, each in table.items() if key != "children"}, here)
    return replace(row, number=number_here, children=children)


def _write_node(node: Node) -> dict[str, object]:
    table = cast("dict[str, object]", _row.write(node))
    if node.number and not node.grouping:
        table["weight"] = None if node.weight is None else number.write(node.weight)
    if node.children:
        table["children"] = [_write_node(child) for child in node.children]
    return table


_tree: Codec[Node] = Codec(lambda value, place: _read_node(value, place, count()), _write_node)
_instrument = record(
    Instrument,
    code=filled(text),
    version=filled(text),
    name=filled(text),
    short_name=filled(text),
    status=choice("official", "draft"),
    legal_basis=_words,
    valid_from=day,
    valid_to=optional(day),
    scale_min=decimal,
    scale_max=decimal,
    zones=many(_zone),
    na_policy=choice("exclude", "zero", "block"),
    unanswered=choice("open", "zero"),
    decimals=integer,
    rounding_at=words_of(choice("final", "unit", "entity")),
    products=choice("indicator", "first"),
    entity_reducer=choice("mean", "mean_by_products", "weights"),
    assumed=words_of(filled(text)),
    variants=many(record(Variant, year=integer, note=text, sourced=flag)),
    quotas=many(
        record(
            Quota,
            of=choice("respondent", "product"),
            minimum=integer,
            role=text,
            per=choice("unit", "product"),
            from_year=optional(integer),
            to_year=optional(integer),
            sourced=flag,
            source=text,
            note=text,
            below=choice("open", "zero"),
        )
    ),
    opinion=optional(
        record(
            OpinionTable,
            rows=many(record(OpinionRow, zone=text, name=filled(text), sourced=flag)),
            columns=many(record(OpinionColumn, code=filled(text), name=filled(text), sourced=flag)),
            decided_by=filled(text),
            met=filled(text),
            unmet=filled(text),
            threshold=optional(number),
            rule=text,
            assumed=words_of(filled(text)),
        )
    ),
    gates=many(
        record(
            Gate,
            code=filled(text),
            effect=filled(text),
            condition=filled(text),
            source=text,
            sourced=flag,
        )
    ),
    loci=many(record(Locus, kind=filled(text), unit_types=_words, sourced=flag)),
    alternative_scales=many(
        record(
            AlternativeScale,
            used=filled(text),
            maximum=decimal,
            zones=many(_zone),
            note=text,
            sourced=flag,
        )
    ),
    notes=many(record(Note, about=filled(text), text=filled(text))),
    root=_tree,
)


def to_document(instrument: Instrument) -> dict[str, object]:
    """JSON-able: exact numbers as text, dates ISO; a field equal to its default is absent."""
    return cast("dict[str, object]", _instrument.write(instrument))


def from_document(document: Mapping[str, object]) -> Instrument:
    """The instrument, checked whole. Each fault is a Problem naming its place.

    The same document gives the same object again, as long as it is in use.
    """
    try:
        written = canonical(document)
    except (TypeError, ValueError, RecursionError):  # no JSON: a TOML table, or nonsense
        return _read(document)
    return _read_again(written)


def draft_from_document(document: Mapping[str, object]) -> Instrument:
    """The instrument as it was written, whole or not: for a draft that is still worked on.

    What no field can hold (a weight that is no number) is refused even here.
    """
    return _instrument.read(document, "instrumen")


@lru_cache(maxsize=64)
def _read_again(written: bytes) -> Instrument:
    return _read(json.loads(written))


def _read(document: Mapping[str, object]) -> Instrument:
    instrument = _instrument.read(document, "instrumen")
    check(instrument)
    return instrument


def canonical(document: Mapping[str, object]) -> bytes:
    """UTF-8 JSON with sorted keys and no spaces: the bytes that are hashed."""
    return json.dumps(
        document, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()


@lru_cache(maxsize=64)
def fingerprint(instrument: Instrument) -> str:
    """sha256 of the canonical document, hex."""
    return sha256(canonical(to_document(instrument))).hexdigest()

"""Instruments with everything in them: every field said, every text as wild as texts get."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from hypothesis import strategies as st

from desktop.domain.instrument import Instrument
from desktop.domain.instrument_document import from_document
from tests.domain.score_strategies import Bounds, Document, documents

LETTERS = st.characters(codec="utf-8", exclude_characters="\ufffe\uffff")
"""Whatever a document can hold, less the two letters that no XML can."""
SNARES = (
    '"', "a;b", "a\nb", " a ", "–", "-", "=1+1", "1/3", "12,5", "_x0041_", "\r\n", "\t", "nama",
    "Nama", "belum diketahui", "unknown", "true", "#N/A", "\\u0041", "'''", "# x", "1.10", "\x00",
)  # fmt: skip
TEXTS = st.one_of(st.sampled_from(SNARES), st.text(LETTERS, max_size=12))
SAID = TEXTS.filter(lambda text: bool(text.strip()))
CODES = SAID.filter(lambda text: text == text.strip())
WORDS = st.lists(SAID, max_size=3)


@st.composite
def rich_documents(draw: st.DrawFn) -> Document:
    """A whole instrument as its document, with what `documents` leaves plain."""
    document = draw(documents(Bounds(levels=3)))
    _recode(draw, document)
    for name in ("name", "short_name", "version"):
        document[name] = draw(SAID)
    document["legal_basis"], document["assumed"] = draw(WORDS), draw(WORDS)
    document["rounding_at"] = draw(st.sampled_from([[], ["final"], ["unit"]]))
    document["valid_from"] = draw(st.dates()).isoformat()
    document["notes"] = draw(st.lists(_record(about=SAID, text=SAID), max_size=2))
    gate = _record(code=CODES, effect=SAID, condition=SAID, source=TEXTS, sourced=st.booleans())
    document["gates"] = draw(st.lists(gate, max_size=2))
    locus = _record(kind=SAID, unit_types=WORDS, sourced=st.booleans())
    document["loci"] = draw(st.lists(locus, max_size=2))
    document["alternative_scales"] = draw(st.lists(_scale(), max_size=2))
    for zone in document["zones"]:
        zone |= draw(_record(name=TEXTS, colour=TEXTS, sourced=st.booleans()))
    for quota in document["quotas"]:
        quota |= draw(_record(source=TEXTS, note=TEXTS, sourced=st.booleans()))
    if draw(st.booleans()):
        document["opinion"] = draw(_opinion(document))
    return document


def _record(**parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Document]:
    return st.fixed_dictionaries(parts)


def _scale() -> st.SearchStrategy[Document]:
    zone = _record(code=CODES, name=TEXTS, colour=TEXTS, min=st.sampled_from([0, "2.5", -1]))
    zones = st.lists(zone, max_size=2)
    return _record(used=SAID, maximum=st.just("4.25"), zones=zones, note=TEXTS)


@st.composite
def _opinion(draw: st.DrawFn, document: Document) -> Document:
    rows = [{"zone": z["code"], "name": draw(SAID)} for z in document["zones"]]
    columns = [{"code": "ya", "name": draw(SAID)}, {"code": "bukan", "name": draw(SAID)}]
    threshold = draw(st.sampled_from([None, 50, "1/3"]))
    decided_by = document["root"]["children"][0]["code"]
    more = draw(_record(rule=TEXTS, assumed=WORDS))
    deciding = {"decided_by": decided_by, "met": "ya", "unmet": "bukan", "threshold": threshold}
    return {**deciding, **more, "rows": rows, "columns": columns}


def _recode(draw: st.DrawFn, document: Document) -> None:
    """Other codes and wild texts for some nodes; now and then a trunk that is called otherwise."""
    every = [*_below(document["root"])]
    fresh = draw(st.lists(CODES, unique=True, max_size=len(every)))
    taken = {node["code"] for node in every} | {document["root"]["code"]}
    for node, code in zip(every, fresh, strict=False):
        node["code"] = node["code"] if code in taken else code
        node |= draw(_record(name=TEXTS, note=TEXTS, source_note=TEXTS))
        node["assumed"] = draw(
            st.lists(st.sampled_from(["weight", "options", *SNARES[:4], "Nama"]))
        )
        if "indicator" in node:
            hints = dict.fromkeys(("legal_basis", "evidence_hint", "remedy_hint"), TEXTS)
            node["indicator"] |= draw(_record(**hints))
    if draw(st.booleans()):
        document["root"] |= {"name": draw(TEXTS), "note": draw(TEXTS)}


def _below(node: Document) -> Iterator[Document]:
    for child in node.get("children", ()):
        yield child
        yield from _below(child)


def rich_instruments() -> st.SearchStrategy[Instrument]:
    """Whole instruments with everything in them."""
    return rich_documents().map(from_document)


def unsaid(record: Any) -> set[str]:
    """The fields ("Zone.sourced") that hold their default in every record below this one."""
    said: set[str] = set()
    every: set[str] = set()
    _look(record, said, every)
    return every - said


def _look(record: Any, said: set[str], every: set[str]) -> None:
    for field in fields(record):
        name, value = f"{type(record).__name__}.{field.name}", getattr(record, field.name)
        every.add(name)
        if value != field.default:
            said.add(name)
        for inner in value if isinstance(value, tuple) else (value,):
            if is_dataclass(inner):
                _look(inner, said, every)

"""An instrument is written as TOML and read back into the same instrument."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from desktop.domain.instrument import Indicator, Instrument, Node
from desktop.domain.instrument_document import fingerprint, from_document, to_document
from desktop.domain.instrument_kinds import kinds
from desktop.domain.instrument_text import from_table, read_toml
from desktop.domain.instrument_writer import readable, write_toml
from desktop.domain.problems import Problem
from desktop.shipped import path, text
from tests.domain.full_instrument import FULL
from tests.domain.instrument_strategies import rich_instruments, unsaid

NEVER_SAID = {"Node.number", "Node.children", "Node.indicator", "Instrument.root"}


def same(one: Instrument, other: Instrument) -> bool:
    return fingerprint(one) == fingerprint(other)


@pytest.mark.parametrize("file", sorted(path("instruments").glob("*.toml")), ids=lambda f: f.stem)
def test_shipped_instruments_survive_their_text(file: Any) -> None:
    whole = read_toml(text("instruments", file.name))
    written = write_toml(whole)
    assert same(read_toml(written), whole)
    assert write_toml(read_toml(written)) == written


@settings(max_examples=80)
@given(rich_instruments())
def test_every_instrument_survives_its_text(whole: Instrument) -> None:
    assert same(read_toml(write_toml(whole, head=("Kepala", "a\nb"))), whole)
    assert same(from_table(readable(whole, share=1)), whole)
    assert same(from_document(to_document(whole)), whole)


def test_the_full_instrument_says_every_field_of_every_record() -> None:
    assert unsaid(from_document(FULL)) <= NEVER_SAID


def test_every_field_of_every_record_is_written() -> None:
    whole = from_document(FULL)
    assert same(read_toml(write_toml(whole)), whole)


def test_node_and_indicator_can_share_a_row() -> None:
    shared = kinds(Node).keys() & kinds(Indicator).keys()
    assert not shared
    assert not {"parent", "weight_sourced", "set", "order"} & (
        kinds(Node).keys() | kinds(Indicator).keys()
    )


def test_numbers_stand_as_numbers_and_what_is_unknown_says_so() -> None:
    written = write_toml(from_document(FULL))
    assert "weight = 12.22\n" in written
    assert 'weight = "1/3"\n' in written
    assert "valid_from = 2024-01-01\n" in written
    unknown = write_toml(read_toml(text("instruments", "ori-2025.toml")))
    assert 'weight = "unknown"\n' in unknown


def test_options_that_are_shared_are_named_once() -> None:
    written = write_toml(read_toml(text("instruments", "ori-2022-2024.toml")))
    assert written.count("[option_sets]") == 1
    assert written.count("label =") < 40


def test_a_tree_is_told_by_parents_alone() -> None:
    table = readable(from_document(FULL))
    table["nodes"][0]["children"] = []
    with pytest.raises(Problem) as caught:
        from_table(table)
    assert (caught.value.code, caught.value.facts["place"]) == ("instrument.field_unknown", "A")

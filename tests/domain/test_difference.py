"""What differs between two versions: everything, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain import instrument_tree as tree
from desktop.domain.difference import Change, difference
from desktop.domain.instrument import Instrument, by_code, nodes
from desktop.domain.instrument_document import canonical, to_document
from desktop.domain.instrument_text import read_toml
from desktop.shipped import text
from desktop.wording import difference as words
from tests.domain.score_strategies import instruments
from tests.domain.test_instrument_text import SMALL

WHOLE = read_toml(SMALL)


def said(after: Instrument, before: Instrument = WHOLE) -> list[str]:
    return [words.say(change) for change in difference(before, after)]


def edited(old: str, new: str) -> Instrument:
    assert old in SMALL
    return read_toml(SMALL.replace(old, new, 1))


@pytest.mark.parametrize(
    ("after", "sentences"),
    [
        (edited('version = "1"', 'version = "2"'), []),
        (edited('weight = "12.22"', "weight = 15"), ["A (Dimensi A): bobot 12,22 menjadi 15."]),
        (edited('name = "Pertama"', 'name = "Kesatu"'),
         ["A.1 (Kesatu): nama “Pertama” menjadi “Kesatu”."]),
        (edited("min = 60.5", "min = 61"), ["Zona BAIK: mulai nilai 60,5 menjadi 61."]),
        (edited("2026-01-01", "2026-02-01"),
         ["Berlaku mulai 1 Januari 2026 menjadi 1 Februari 2026."]),
        (edited("score = 2, label", "score = 3, label"),
         ["A.2 (Kedua): pilihan “Separuh” (2) menjadi “Separuh” (3)."]),
        (edited("Separuh", "Setengah"),
         ["A.2 (Kedua): pilihan “Separuh” (2) menjadi “Setengah” (2)."]),
        (edited("minimum = 14", "minimum = 10"),
         ["B (Lama proses): rentang dihapus: mulai 14 bernilai 0.",
          "B (Lama proses): rentang baru: mulai 10 bernilai 0."]),
        (edited('answer = "yes_no"', 'answer = "options"'),
         ["A.1 (Pertama): jenis jawaban ya/tidak menjadi pilihan."]),
        (edited('weight = 2.5', 'weight = 2.5\nassumed = ["weight", "options"]'),
         ["A.2 (Kedua): tanpa sumber kosong menjadi pilihan jawaban, bobot."]),
        (tree.moved(WHOLE, "A.2"), ["A.2 (Kedua): dipindahkan dari A ke tingkat teratas."]),
        (tree.moved(WHOLE, "B", at=0), ["Akar pohon (Instrumen kecil): urutan isinya berubah."]),
        (tree.removed(WHOLE, "B"), ["B (Lama proses): simpul dihapus."]),
        (replace(WHOLE, na_policy="zero"),
         ["Bila tidak berlaku keluar dari hitungan menjadi dihitung 0."]),
    ],
)  # fmt: skip
def test_a_difference_reads_as_a_sentence(after: Instrument, sentences: list[str]) -> None:
    assert said(after) == sentences


def test_one_instrument_held_against_another_tells_the_whole_story() -> None:
    old = read_toml(text("instruments", "ori-2022-2024.toml"))
    new = read_toml(text("instruments", "ori-2025.toml"))
    found = difference(old, new)
    assert {change.noun for change in found} >= {"instrument", "zones", "node", "opinion", "gates"}
    assert all(words.say(change) for change in found)
    assert words.summary(found).endswith("perbedaan.")


@settings(max_examples=80)
@given(instruments())
def test_the_same_content_has_no_difference(instrument: Instrument) -> None:
    assert difference(instrument, replace(instrument, version="lain")) == ()
    assert words.summary(()) == "Kedua versi sama isinya."


@settings(max_examples=80)
@given(instruments(), instruments())
def test_different_content_always_has_one(before: Instrument, after: Instrument) -> None:
    found = difference(before, after)
    assert bool(found) == (canonical(to_document(before)) != canonical(to_document(after)))
    assert all(words.say(change) for change in found)


@settings(max_examples=80)
@given(st.data(), instruments())
def test_one_change_is_told_as_one(data: st.DataObject, instrument: Instrument) -> None:
    weighed = [node for node in nodes(instrument)[1:] if node.weight]
    if not weighed:
        return
    leaf = data.draw(st.sampled_from(weighed))
    after = tree.changed(instrument, leaf.code, weight=(leaf.weight or 0) + Fraction(1, 7))
    assert difference(instrument, after) == (
        Change(
            "changed",
            "node",
            leaf.code,
            leaf.name,
            "weight",
            leaf.weight,
            by_code(after, leaf.code).weight,
        ),
    )

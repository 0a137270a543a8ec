"""The tree worked on: every act gives a new instrument, whole in its numbers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain import instrument_tree as tree
from desktop.domain.instrument import Instrument, by_code, nodes, walk
from desktop.domain.instrument_document import fingerprint
from desktop.domain.instrument_text import read_toml
from desktop.domain.problems import Problem
from tests.domain.score_strategies import instruments
from tests.domain.test_instrument_text import SMALL

WHOLE = read_toml(SMALL)


def codes(instrument: Instrument) -> list[str]:
    assert [each.number for each in nodes(instrument)] == list(range(len(nodes(instrument))))
    return [each.code for each in nodes(instrument)][1:]


def test_nodes_are_added_changed_moved_copied_and_removed() -> None:
    leaf = by_code(WHOLE, "A.1")
    added = tree.added(
        WHOLE, tree.changed(WHOLE, "A.1", code="A.0").root.children[0].children[0], parent="A", at=0
    )
    assert codes(added) == ["A", "A.0", "A.1", "A.2", "B"]
    assert by_code(added, "A.0").indicator == leaf.indicator
    assert codes(tree.moved(WHOLE, "A.1")) == ["A", "A.2", "B", "A.1"]
    assert codes(tree.moved(WHOLE, "B", parent="A", at=1)) == ["A", "A.1", "B", "A.2"]
    assert codes(tree.copied(WHOLE, "A")) == ["A", "A.1", "A.2", "A-2", "A.1-2", "A.2-2", "B"]
    assert codes(tree.removed(WHOLE, "A")) == ["B"]
    renamed = tree.changed(WHOLE, "A", code="AA", name="Lain")
    assert (codes(renamed)[0], by_code(renamed, "AA").name) == ("AA", "Lain")
    assert codes(WHOLE) == ["A", "A.1", "A.2", "B"]  # fmt: skip


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (lambda: tree.moved(WHOLE, "A", parent="A.1"), "instrument.cycle"),
        (lambda: tree.moved(WHOLE, "A", parent="A"), "instrument.cycle"),
        (lambda: tree.moved(WHOLE, "A.1", parent="B"), "instrument.indicator_with_children"),
        (lambda: tree.added(WHOLE, by_code(WHOLE, "A")), "instrument.code_double"),
        (lambda: tree.changed(WHOLE, "A", code="B"), "instrument.code_double"),
        (lambda: tree.removed(WHOLE, "C"), "instrument.code_unknown"),
    ],
)
def test_what_cannot_be_is_refused(act: object, code: str) -> None:
    with pytest.raises(Problem) as caught:
        act()  # type: ignore[operator]
    assert caught.value.code == code


def test_shares_of_a_level_are_live() -> None:
    assert [str(share) for _, share in tree.weights_of(WHOLE)] == ["97.34", "2.66"]
    lighter = tree.changed(WHOLE, "A", weight=by_code(WHOLE, "B").weight)
    assert [str(share) for _, share in tree.weights_of(lighter)] == ["50.00", "50.00"]
    silent = tree.changed(lighter, "A", weight=by_code(WHOLE, "B").weight * 0)  # type: ignore[operator]
    assert [str(share) for _, share in tree.weights_of(silent)] == ["0.00", "100.00"]


@settings(max_examples=60)
@given(st.data(), instruments())
def test_moving_there_and_back_changes_nothing(data: st.DataObject, instrument: Instrument) -> None:
    movable = data.draw(st.sampled_from(nodes(instrument)[1:]))
    old = tree.parent_of(instrument, movable.code)
    at = [each.code for each in old.children].index(movable.code)
    below = {each.code for each in walk(movable)}
    hosts = [
        None if not each.number else each.code
        for each in nodes(instrument)
        if each.indicator is None and each.code not in below
    ]
    moved = tree.moved(instrument, movable.code, parent=data.draw(st.sampled_from(hosts)))
    assert sorted(codes(moved)) == sorted(codes(instrument))
    parent = None if not old.number else old.code
    back = tree.moved(moved, movable.code, parent=parent, at=at)
    assert fingerprint(back) == fingerprint(instrument)


@settings(max_examples=60)
@given(st.data(), instruments())
def test_a_copy_taken_away_again_leaves_the_same(
    data: st.DataObject, instrument: Instrument
) -> None:
    chosen = data.draw(st.sampled_from(nodes(instrument)[1:]))
    twice = tree.copied(instrument, chosen.code)
    assert len(codes(twice)) == len(codes(instrument)) + sum(1 for _ in walk(chosen))
    assert len(set(codes(twice))) == len(codes(twice))
    fresh = next(c for c in codes(twice) if c not in codes(instrument))
    assert fingerprint(tree.removed(twice, fresh)) == fingerprint(instrument)

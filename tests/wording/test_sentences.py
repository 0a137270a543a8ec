"""Every problem that can be raised has a sentence, in both languages, that can be filled."""

from __future__ import annotations

import string
import sys
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType

import pytest

from desktop.domain.problems import Problem
from desktop.wording import problems
from tests.wording.problem_codes import PASSED_ON, ROOT, Raised, computed, raised

EVERY = raised()


@cache
def english() -> dict[str, str]:
    """The English of each source text."""
    return {text: words[0] for text, words in _make().known()[0].items()}


def _make() -> ModuleType:
    place = ROOT / "resources" / "translations" / "make.py"
    spec = spec_from_file_location("make_words_for_sentences", place)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def named(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_the_source_is_read_as_it_is_meant() -> None:
    assert computed() == PASSED_ON
    assert len({one.code for one in EVERY}) > 200


def test_every_problem_has_a_sentence() -> None:
    known = problems.gathered()
    silent = [f"{one.place}: {one.code}" for one in EVERY if one.code not in known]
    assert not silent, "\n" + "\n".join(silent)


def test_every_sentence_has_its_english() -> None:
    missing = [code for code, text in problems.gathered().items() if text not in english()]
    assert not missing


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_sentence_names_only_facts_that_are_given(language: str) -> None:
    known = problems.gathered()
    wrong = [
        f"{one.place}: {one.code} names {name}"
        for one in EVERY
        if one.code in known
        for name in sorted(named(_said(known[one.code], language)))
        if not one.gives(name)
    ]
    assert not wrong, "\n" + "\n".join(wrong)


def _said(source: str, language: str) -> str:
    return english().get(source, "") if language == "en" else source


def test_no_sentence_stands_for_a_problem_that_nobody_raises() -> None:
    left = problems.gathered().keys() - {one.code for one in EVERY}
    assert not left


def test_a_place_in_a_workbook_comes_first() -> None:
    facts = {"sheet": "Instansi", "row": 14, "column": "Nama"}
    assert problems.say(Problem("workbook.formula", **facts)) == (
        "Lembar Instansi, baris 14, kolom Nama: Sel ini berisi rumus. Ganti rumus dengan nilainya."
    )
    row = Problem("register.agency_unknown", sheet="Unit", row=3, column="", name="Dinas X")
    assert problems.say(row).startswith("Lembar Unit, baris 3: Instansi Dinas X")


def test_a_sentence_that_names_the_sheet_itself_is_not_told_twice() -> None:
    said = problems.say(Problem("workbook.merged", sheet="Instansi", first=4, last=6))
    assert said.count("Instansi") == 1


def test_states_are_said_in_the_users_words() -> None:
    said = problems.say(Problem("assessment.step_wrong", now="planned", wanted="verified"))
    assert "direncanakan" in said
    assert "diverifikasi" in said


def test_raised_places_say_which_facts_may_be_named() -> None:
    assert Raised("a.b", "here", frozenset({"name"})).gives("name")
    assert not Raised("a.b", "here", frozenset({"name"})).gives("other")
    assert Raised("a.b", "here", frozenset({"**"})).gives("other")

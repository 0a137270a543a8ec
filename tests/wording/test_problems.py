"""Every problem becomes a sentence."""

from __future__ import annotations

import string
from datetime import date
from decimal import Decimal

import pytest

from desktop.domain.problems import Problem
from desktop.wording import glossary, problems


def test_an_unknown_code_is_said_honestly() -> None:
    assert problems.say(Problem("nothing.known")) == (
        "Permintaan ini belum dapat dijalankan (kode nothing.known)."
    )


def test_facts_are_written_as_words(monkeypatch: pytest.MonkeyPatch) -> None:
    source = "{day}; {value}; {names}; {name}; {missing}"
    monkeypatch.setattr(problems, "gathered", lambda: {"a.b": source})
    problem = Problem(
        "a.b", day=date(2026, 11, 13), value=Decimal("7.5"), names=("satu", "dua"), name="<b>&"
    )
    assert problems.say(problem) == "13 November 2026; 7,50; satu, dua; <b>&; –"


def test_further_problems_are_said_too() -> None:
    both = problems.say_each(Problem("a.b", (Problem("c.d"),)))
    assert [code in said for code, said in zip(("a.b", "c.d"), both, strict=True)] == [True, True]


def test_every_sentence_can_be_filled_and_none_shouts() -> None:
    for code, sentence in problems.gathered().items():
        assert all(name != "" for _, name, _, _ in string.Formatter().parse(sentence)), code
        assert "!" not in sentence, code
        assert "Anda" not in sentence, code
        assert code.count(".") == 1, code


def test_our_nouns_are_the_users_nouns() -> None:
    assert glossary.noun("agreement") == "nota kesepakatan"
    assert glossary.title("action") == "Tindak lanjut"

"""What may stand in a letter, and how it is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.letter import Signer, check_step
from desktop.domain.letter_data import from_text, kind_of, to_text
from desktop.domain.letter_rules import (
    Span,
    as_typed,
    bare_name,
    check_embargo,
    check_final,
    embargo_breaches,
    plain,
    spans,
    stamp_of,
    stands_bare,
    veiled,
)
from desktop.domain.problems import Problem
from tests.documents import samples


def test_two_marks_and_nothing_else() -> None:
    assert spans("Hasilnya **79,07** pada __exit meeting__ <b>x</b>") == (
        Span("Hasilnya "),
        Span("79,07", bold=True),
        Span(" pada "),
        Span("exit meeting", italic=True),
        Span(" <b>x</b>"),
    )
    assert spans("**a __b__**") == (Span("a ", bold=True), Span("b", bold=True, italic=True))
    assert plain("2 ** 3 dan __init") == "2 ** 3 dan __init"


@given(st.text(alphabet="ab *_\\<&"))
def test_a_name_with_marks_is_read_as_typed(name: str) -> None:
    assert spans(f"{as_typed(name)}") == ((Span(name),) if name else ())


@pytest.mark.parametrize(
    ("signer", "bare"),
    [
        (Signer(titles=("BUPATI CONTOH",), name="x"), True),
        (Signer(titles=("Wali Kota Contoh",), form="plt", name="x"), True),
        (Signer(titles=("SEKRETARIS DAERAH",), form="plh", name="x"), True),
        (Signer(titles=("SEKRETARIS DAERAH",), form="an", name="x"), False),
        (Signer(titles=("INSPEKTUR",), form="plt", name="x"), False),
        (Signer(titles=("INSPEKTUR",), name="x", bare=True), True),
    ],
)
def test_heads_of_region_stand_without_degrees(signer: Signer, bare: bool) -> None:
    assert stands_bare(signer) is bare


def test_a_bare_name_loses_its_degrees_only() -> None:
    assert bare_name("Dr. Drs. H. Contoh Mahardika, S.H., M.Si.") == "H. CONTOH MAHARDIKA"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hasil penilaian belum diumumkan; unit dinilai pukul 08.30", ()),
        ("Surat B/000.8.3/412/ORG/2026 tanggal 5.10.2026, biaya Rp10.000", ()),
        ("masuk Zona B dengan nilai 79,07", ("Zona", "nilai", "79,07")),
        ("skor 79.07 dan 4,5", ("skor", "79.07", "4,5")),
        ("Nilainya 86 dan skornya bernilai", ("Nilainya", "skornya", "bernilai")),
        ("peringkat ke-2", ("peringkat",)),
    ],
)
def test_words_that_would_tell_a_result_are_found(text: str, found: tuple[str, ...]) -> None:
    assert embargo_breaches(text) == found


def test_what_would_tell_a_result_is_veiled_and_the_rest_stays() -> None:
    told = "Penilaian pukul 08.30: nilainya 79,07 di zona B, biaya Rp10.000"
    assert veiled(told) == "Penilaian pukul 08.30: … … di … B, biaya Rp10.000"


def test_a_suggestion_letter_with_a_score_is_refused() -> None:
    letter = samples.suggestion()
    check_embargo(letter)
    told = replace(letter, body=(*letter.body[:-1], "Nilai sementara **79,07**.", letter.body[-1]))
    with pytest.raises(Problem) as caught:
        check_embargo(told)
    assert caught.value.code == "letter.embargo_broken"
    assert caught.value.facts["words"] == ("Nilai", "79,07")


def test_a_final_print_needs_name_and_legal_basis_and_a_draft_does_not() -> None:
    letter = samples.result()
    check_final(letter)
    finding = replace(letter.annex.findings[0], legal_basis="")
    annex = replace(letter.annex, findings=(finding, *letter.annex.findings[1:]))
    unfinished = replace(letter, annex=annex, signer=replace(letter.signer, name=""), stamp=None)
    assert stamp_of(unfinished) == "DRAF"
    with pytest.raises(Problem) as caught:
        check_final(unfinished)
    codes = [problem.code for problem in caught.value.each()]
    assert codes == ["letter.signer_missing", "letter.legal_basis_missing"]


def test_a_letter_moves_only_along_its_states() -> None:
    check_step("draft", "final")
    check_step("final", "replaced")
    for now, wanted in (("final", "draft"), ("draft", "signed"), ("withdrawn", "final")):
        with pytest.raises(Problem, match=r"letter\.step_wrong"):
            check_step(now, wanted)
    with pytest.raises(Problem, match=r"letter\.state_unknown"):
        check_step("draft", "lost")


def test_content_is_kept_as_text_and_read_back_whole() -> None:
    for content in (samples.result(), samples.suggestion(), samples.checklist()):
        text = to_text(content)
        assert from_text(text) == content
        assert to_text(from_text(text)) == text
        assert kind_of(from_text(text)) in text


@pytest.mark.parametrize(
    "text", ["", "{}", '{"kind":"result","content":{}}', '{"kind":"x","content":{}}', "[1]"]
)
def test_damaged_content_is_a_problem(text: str) -> None:
    with pytest.raises(Problem, match=r"letter\.content_damaged"):
        from_text(text)

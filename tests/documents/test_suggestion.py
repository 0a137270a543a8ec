"""The suggestion letter says nothing of a result."""

from __future__ import annotations

import re
from dataclasses import fields, replace

import pytest

from desktop.documents import Paper
from desktop.domain.letter import FindingLine, SuggestionAnnex, SuggestionGroup, SuggestionLetter
from desktop.domain.letter_rules import EMBARGO_WORDS
from desktop.domain.problems import Problem
from tests.documents import samples
from tests.documents.conftest import Pages


@pytest.mark.parametrize("size", ["A4", "F4"])
def test_no_zone_score_rank_or_decimal_number_in_the_text(size: str, paper: Paper) -> None:
    text = Pages(paper.letter(samples.suggestion(size))).all  # type: ignore[arg-type]
    for word in EMBARGO_WORDS:
        assert not re.search(rf"\b{word}", text, re.IGNORECASE), word
    assert not re.search(r"\d,\d", text)
    assert "hasil penilaian" in " ".join(text.split())


def test_the_record_has_no_place_for_a_score() -> None:
    names = {
        one.name
        for shape in (SuggestionLetter, SuggestionAnnex, SuggestionGroup, FindingLine)
        for one in fields(shape)
    }
    assert not {name for name in names if re.search("value|score|zone|minimum|rank|weight", name)}


def test_a_text_that_tells_a_result_is_refused_before_it_is_printed(paper: Paper) -> None:
    letter = samples.suggestion()
    [group, *others] = letter.annex.groups
    told = replace(group.findings[0], note="Masih zona C dengan 61,50.")
    groups = (replace(group, findings=(told, *group.findings[1:])), *others)
    with pytest.raises(Problem) as caught:
        paper.letter(replace(letter, annex=replace(letter.annex, groups=groups)))
    assert caught.value.code == "letter.embargo_broken"
    assert caught.value.facts["words"] == ("zona", "61,50")


def test_units_open_their_groups_and_numbers_run_on(paper: Paper) -> None:
    text = Pages(paper.letter(samples.suggestion())).texts[1]
    units = re.findall(r"Unit layanan: (.+)", text)
    assert units == [samples.UNIT, "Puskesmas Contoh Hulu", "Dinas Sosial"]
    assert "Saran perbaikan di atas bukan tindakan korektif dan bukan rekomendasi" in text


def test_a_units_row_is_never_last_on_a_page(paper: Paper) -> None:
    letter = samples.suggestion()
    groups = tuple(
        SuggestionGroup(unit=f"Puskesmas Contoh {number}", findings=samples.FINDINGS[:2])
        for number in range(30)
    )
    pages = Pages(paper.letter(replace(letter, annex=replace(letter.annex, groups=groups))))
    assert len(pages.texts) > 5
    for text in pages.texts[1:]:
        rows = text.split("Nomor B/214/PC.02-99/XI/2026  |")[0].rstrip().splitlines()
        assert not rows[-1].startswith("Unit layanan:")
    assert len(re.findall("Unit layanan: Puskesmas", pages.all)) == 30


def test_without_suggestions_the_annex_says_so(paper: Paper) -> None:
    letter = samples.suggestion()
    empty = SuggestionGroup(unit="Dinas Sosial", findings=())
    text = Pages(paper.letter(replace(letter, annex=replace(letter.annex, groups=(empty,))))).all
    assert "Nihil." in text
    text = Pages(paper.letter(replace(letter, annex=replace(letter.annex, groups=())))).all
    assert "Nihil." in text

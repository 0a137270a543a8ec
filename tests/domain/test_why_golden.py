"""The derivation of one unit by each shipped instrument, as it was last looked at.

After a change that is meant: `python -m tests.domain.test_why_golden` writes the files anew; read
them before committing them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.answer import REASONS, Answer
from desktop.domain.derivation import dimensions
from desktop.domain.exact import exact_text
from desktop.domain.instrument import Instrument, Node, indicators
from desktop.domain.instrument_text import read_toml
from desktop.domain.score import Sheet, UnitInput, asked, score_unit
from desktop.domain.why import Why, why
from desktop.shipped import path, text

FOLDER = Path(__file__).parent.parent / "golden" / "why"
NAMES = sorted(file.stem for file in path("instruments").glob("*.toml"))


def unit(instrument: Instrument) -> UnitInput:
    """A unit of two products and two users, most of it answered, some not applying."""
    chance = random.Random(instrument.code)
    blank = [Sheet("unit"), Sheet("product", "Akta"), Sheet("product", "Kartu", "PRODUK_JASA")]
    blank += [Sheet("respondent", f"Pengguna {n}", role="pengguna") for n in (1, 2)]
    filled: list[Sheet] = []
    for sheet in blank:
        here = asked(instrument, sheet, kind="kabupaten")
        answers = {node.number: _answer(node, chance) for node in here}
        kept = {number: answer for number, answer in answers.items() if answer is not None}
        evidence = {number: chance.randrange(3) for number in kept if chance.random() < 0.2}
        filled.append(
            Sheet(sheet.subject, sheet.name, sheet.product_type, sheet.role, kept, evidence)
        )
    return UnitInput("Unit Contoh", "DISDUKCAPIL", tuple(filled))


def _answer(node: Node, chance: random.Random) -> int | None:
    assert node.indicator is not None
    draw = chance.random()
    if draw < 0.06:
        return None
    if draw < 0.12:
        return chance.choice([*REASONS.values()])
    if node.indicator.options:
        return chance.randrange(len(node.indicator.options))
    return chance.randrange(int((node.indicator.most or 0) * 10**node.indicator.decimals) + 1)


def lines(instrument: Instrument) -> Iterator[str]:
    """The whole, its dimensions, and three indicators."""
    score = score_unit(instrument, unit(instrument), kind="kabupaten", quotas={"pengguna": 3})
    zone = score.zone.code if score.zone else "-"
    yield f"{instrument.code}: {score.value} {zone}, {score.low} … {score.high}"
    yield f"{score.answered} of {score.applicable}, {score.not_applicable} not applicable"
    every = indicators(instrument)
    shown = [instrument.root, *dimensions(instrument), every[0], every[-1], every[len(every) // 2]]
    for node in shown:
        found = why(instrument, score, node.number)
        assert found is not None
        yield from _told(found)


def _told(found: Why) -> Iterator[str]:
    zone = found.zone.code if found.zone else "-"
    yield ""
    yield f"== {' > '.join(step.code for step in found.way) or found.code}: {found.total} {zone}"
    for part in found.parts:
        yield f"  {part.code}: {part.weight} % x {part.value} = {part.contribution}"
    for seen in found.observations:
        answer = "open" if seen.answer is None else _said(seen.answer)
        who = " ".join(filter(None, (seen.subject, seen.name)))
        line = f"  {who}: {answer}, {seen.weight} % x {seen.value} = {seen.contribution}"
        yield f"{line}, evidence {seen.evidence}"
    if found.difference:
        yield f"  selisih pembulatan {found.difference:+}"
    for out in found.left_out:
        why_not = ", ".join(f"{reason} {cells}" for reason, cells in out.reasons)
        more = (out.reason, why_not or out.not_asked, out.value and str(out.value))
        yield f"  ({out.code}: {' '.join(filter(None, more))})"
    if found.missing or found.short:
        yield f"  missing {found.missing}, short {found.short}"
    yield f"  gain {found.gain} to {found.with_gain}, evidence {found.evidence}"


def _said(answer: Answer) -> str:
    if answer.reason is not None:
        return f"n/a {answer.reason}"
    return f"score {exact_text(answer.score)}" if answer.score is not None else "text"


@pytest.mark.parametrize("name", NAMES)
def test_a_derivation_is_as_it_was_looked_at(name: str) -> None:
    told = "\n".join(lines(read_toml(text("instruments", f"{name}.toml")))) + "\n"
    assert told == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def test_no_golden_derivation_is_left_over() -> None:
    assert sorted(file.stem for file in FOLDER.glob("*.txt")) == NAMES


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for each in NAMES:
        told = "\n".join(lines(read_toml(text("instruments", f"{each}.toml")))) + "\n"
        (FOLDER / f"{each}.txt").write_text(told, encoding="utf-8")
